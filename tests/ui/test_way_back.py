"""Undo shows what it changed, search goes to the words it found, and messages pass."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import decisions
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.record_page import RecordPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def free(window: MainWindow) -> Agreement:
    decided = decisions(window.desk.facts)
    return next(a for a in window.desk.dossier.all(Agreement) if a.id not in decided)


def told(window: MainWindow) -> str:
    return window.status._words.text()


def test_undo_goes_to_the_record_and_the_field(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"result": "Anders"})
    window.go("parties")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    page: Any = window.pages["agreements"]
    assert window.page() is page
    assert page.list.current() == agreement.id
    focused = QApplication.focusWidget()
    assert isinstance(focused, QTextEdit) and focused.accessibleName() == "Welk resultaat"
    assert told(window) == "Ongedaan gemaakt: ‘Welk resultaat’ gewijzigd"
    window.go("parties")
    qtbot.keyClick(window, Qt.Key.Key_Y, CONTROL)
    assert window.page() is page
    assert told(window) == "Opnieuw gedaan: ‘Welk resultaat’ gewijzigd"


def test_undo_goes_to_the_row_of_a_part(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    contribution = window.desk.dossier.all(Contribution, agreement=agreement.id)[-1]
    window.desk.edit(contribution, {"what": "Anders"})
    window.go("overview")
    window.undo.undo.trigger()
    page: Any = window.pages["agreements"]
    table = page._bodies[1].table
    assert page.list.current() == agreement.id
    assert table.hasFocus()
    assert table.parts.record(table.currentIndex().row()).id == contribution.id
    assert table.parts.spec.columns[table.currentIndex().column()].field == "what"
    assert told(window) == "Ongedaan gemaakt: ‘Wat’ gewijzigd"


def test_undo_of_what_is_in_sight_leaves_the_keyboard_where_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    agreement = free(window)
    window.go(agreement.id)
    page: Any = window.pages["agreements"]
    window.desk.edit(agreement, {"internal_remark": "ver naar onderen"})
    page.list.view.setFocus()
    top = page._area.verticalScrollBar().value()
    window.undo.undo.trigger()
    assert page.list.view.hasFocus()
    window.undo.redo.trigger()
    qtbot.waitUntil(lambda: page._area.verticalScrollBar().value() > top)
    assert page.list.view.hasFocus()


def test_undo_of_a_new_thing_shows_where_it_was(window: MainWindow) -> None:
    window.desk.add(Action(what="Bel"))
    window.go("parties")
    window.undo.undo.trigger()
    assert window.stack.place() == "actions"
    window.go("parties")
    window.undo.redo.trigger()
    page: Any = window.pages["actions"]
    assert window.page() is page
    assert page.header.title.toPlainText() == "Bel"


def test_on_the_history_undo_stays(window: MainWindow) -> None:
    window.desk.edit(free(window), {"result": "Anders"})
    window.go("history")
    window.undo.undo.trigger()
    assert window.stack.place() == "history"


def test_pointing_at_an_empty_yes_or_no_changes_nothing(window: MainWindow) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"confidential": True})
    window.desk.edit(agreement, {"confidential": False})
    last = window.desk.dossier.history.last.seq
    window.go("parties")
    window.go(agreement.id, "confidential")
    assert window.desk.dossier.history.last.seq == last


def test_a_message_passes_with_the_next_edit(window: MainWindow) -> None:
    window.desk.edit(free(window), {"result": "Anders"})
    window.undo.undo.trigger()
    assert told(window).startswith("Ongedaan gemaakt")
    window.desk.add(Action(what="Bel"))
    assert told(window) == ""
    window.status.tell("stuk.pdf is gemaakt.", window.desk.dossier.path)
    assert window.status._tools is not None
    window.desk.add(Action(what="Bel nog eens"))
    assert told(window) == ""
    assert not window.status._tools.open.isVisible()


def search(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(window.top.search, words)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)


def test_search_opens_the_field_with_the_words_marked(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"if_it_fails": "Dan belt men de doorbraakmeester, meteen."})
    search(window, "doorbraakmee", qtbot)
    page: Any = window.pages["agreements"]
    assert page.list.current() == agreement.id
    focused = QApplication.focusWidget()
    assert isinstance(focused, QTextEdit) and focused.accessibleName() == "Als het niet lukt"
    assert focused.textCursor().selectedText() == "doorbraakmee"


def test_search_opens_the_row_of_a_part(window: MainWindow, qtbot: QtBot) -> None:
    party = window.desk.dossier.all(Party)[2]
    contact = Contact(party=party.id, name="Zeldzame Naam", function="wijkregisseur")
    window.desk.add(contact)
    search(window, "wijkregisseur", qtbot)
    page: Any = window.pages["parties"]
    table = next(b.table for b in page._bodies if hasattr(b, "table"))
    assert page.list.current() == party.id
    assert table.hasFocus()
    assert table.parts.record(table.currentIndex().row()).id == contact.id
    assert table.parts.spec.columns[table.currentIndex().column()].field == "function"


def test_f6_comes_back_to_where_the_focus_was(window: MainWindow, qtbot: QtBot) -> None:
    window.go("agreements")
    page = window.page()
    assert isinstance(page, RecordPage)
    page.list.new.setFocus()
    qtbot.keyClick(page.list.new, Qt.Key.Key_F6)
    detail = QApplication.focusWidget()
    assert detail is not None
    assert page._middle.isAncestorOf(detail)
    qtbot.keyClick(detail, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.list.new


def test_f6_begins_at_the_name_of_another_record(window: MainWindow, qtbot: QtBot) -> None:
    window.go("agreements")
    page = window.page()
    assert isinstance(page, RecordPage)
    page._bodies[-1].setFocus()
    page.point_at(page.list.current(), "progress")
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_F6)
    assert page.header.title.hasFocus()
