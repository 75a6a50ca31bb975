"""What stands in red is not stored: that is said everywhere, it stays, and one key goes there."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.ui.bands import Band
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.edits import TypedEdit
from ozj_desktop.ui.parts.field_box import FieldBox
from tests.ui.test_contributions_card import agreement, typed
from tests.ui.test_typing_in_grids import types

PARTY, ROLE, _, BY = range(4)
ALL = "Alles is bewaard"


def told(window: MainWindow) -> str:
    return window.status._stored.accessibleName()


def elsewhere(window: MainWindow) -> None:
    window.go(agreement(window, "In vijf dagen samen aan tafel").id)


def test_closing_goes_to_what_is_red_and_closing_again_lets_it_go(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    window.show_place("parties")
    window.close()
    assert window.isVisible()
    assert window.pages["agreements"].list.current() == draft.id  # type: ignore[attr-defined]
    assert draft_card.table.hasFocus()
    (band,) = (b for b in window.findChildren(Band) if b.isVisible())
    assert band.accessibleName() == "Nog niet bewaard: 1 cel. Sluit u nu, dan bent u dat kwijt."
    assert band.mapTo(window, QPoint(0, 0)).y() < 80
    window.close()
    assert not window.isVisible()


def test_the_warning_above_the_page_counts_along_and_goes_when_all_is_mended(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    def bands() -> list[str]:
        return [b.accessibleName() for b in window.findChildren(Band) if b.isVisible()]

    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    typed(qtbot, draft_card.table, 1, BY, "ooit")
    window.close()
    assert bands() == ["Nog niet bewaard: 2 cellen. Sluit u nu, dan bent u dat kwijt."]
    typed(qtbot, draft_card.table, 1, BY, "1-5-2027")
    assert bands() == ["Nog niet bewaard: 1 cel. Sluit u nu, dan bent u dat kwijt."]
    typed(qtbot, draft_card.table, 0, BY, "1-4-2027")
    assert bands() == []


def test_the_warning_offers_to_close_without_it(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    window.close()
    words = "Sluit zonder dit te bewaren"
    (leave,) = (b for b in window.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_the_status_line_counts_what_is_red_and_goes_there(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    typed(qtbot, draft_card.table, 0, ROLE, "zomaar iets")
    assert told(window) == "2 cellen nog niet bewaard"
    elsewhere(window)
    window.show_place("parties")
    assert told(window) == "2 cellen nog niet bewaard"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.pages["agreements"].list.current() == draft.id  # type: ignore[attr-defined]
    assert (draft_card.table.currentIndex().column(), draft_card.table.hasFocus()) == (BY, True)
    mend = next(b for b in window.findChildren(QPushButton) if b.text() == "F8 Ga erheen")
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert draft_card.table.currentIndex().column() == ROLE
    typed(qtbot, draft_card.table, 0, ROLE, "partner")
    typed(qtbot, draft_card.table, 0, BY, "1-4-2027")
    assert told(window) == ALL
    assert not mend.isVisible()


def test_a_red_row_that_is_not_there_yet_is_found_again(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    there = draft_card.table.parts.index(0, PARTY).data()
    typed(qtbot, draft_card.table, draft_card.table.parts.rowCount() - 1, PARTY, there)
    qtbot.waitUntil(lambda: told(window) == "1 cel nog niet bewaard")
    elsewhere(window)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert draft_card.table.currentIndex().row() == draft_card.table.parts.rowCount() - 1


def test_looking_at_what_is_red_leaves_it_as_it_was(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    qtbot.waitUntil(lambda: draft_card.table.currentIndex().row() == 1)  # Enter goes down
    draft_card.table.setCurrentIndex(draft_card.table.parts.index(0, BY))
    draft_card.table.setFocus()
    types(qtbot, Qt.Key.Key_F2)
    edit: Any = QApplication.focusWidget()
    assert edit.text() == "volgende week"
    types(qtbot, Qt.Key.Key_Return)
    assert draft_card.table.parts.index(0, BY).data() == "volgende week"
    assert told(window) == "1 cel nog niet bewaard"


def test_what_is_red_goes_with_its_row(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    typed(qtbot, draft_card.table, 0, BY, "volgende week")
    window.desk.delete(window.desk.dossier.all(Contribution, agreement=draft.id)[0])
    qtbot.waitUntil(lambda: told(window) in (ALL, "1 cel nog niet bewaard"))
    window.desk.delete(*window.desk.dossier.all(Contribution, agreement=draft.id))
    assert told(window) == ALL


def ends_on(window: MainWindow) -> FieldBox:
    boxes = window.pages["agreements"].findChildren(FieldBox)
    return next(box for box in boxes if box.field.name == "ends_on")


def test_what_a_field_could_not_read_is_counted_and_kept(
    window: MainWindow, draft: Agreement, qtbot: QtBot
) -> None:
    box = ends_on(window)
    edit = box.editor
    assert isinstance(edit, TypedEdit)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "31-2-2027")
    elsewhere(window)
    window.findChildren(ContributionsCard)[0].table.setFocus()
    assert told(window) == "1 veld nog niet bewaard"
    assert edit.text() != "31-2-2027"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.pages["agreements"].list.current() == draft.id  # type: ignore[attr-defined]
    assert edit.text() == "31-2-2027"
    assert "28 dagen" in box._error.text()
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    types(qtbot, "28-2-2027", Qt.Key.Key_Tab)
    assert told(window) == ALL
    found = window.desk.get(Agreement, draft.id)
    assert found is not None
    assert str(found.ends_on) == "2027-02-28"
