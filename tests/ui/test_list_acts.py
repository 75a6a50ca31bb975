"""Adding, pasting and copying in a list: one step, the new thing shown, nothing lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Progress
from ozj_desktop.model.assent import decisions, included
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.agreements_acts import HEAD, period_command
from ozj_desktop.ui.pasted import LONGEST, drafts

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> Any:
    window.go("agreements")
    return window.pages["agreements"]


def press(widget: Any, words: str, qtbot: QtBot) -> None:
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def paste(page: Any, text: str, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(page.window(), Qt.Key.Key_N, CONTROL)
    assert page.list.new.hasFocus()
    qtbot.keyClick(page.list.new, Qt.Key.Key_V, CONTROL)


# Typing and pasting


def test_enter_makes_it_shows_it_and_keeps_the_caret_here(page: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_N, CONTROL)
    for title in ("Samen eten", "Elke week bellen"):
        qtbot.keyClicks(page.list.new, title)
        qtbot.keyClick(page.list.new, Qt.Key.Key_Return)
        assert page.header.title.toPlainText() == title
        assert page.list.new.hasFocus()
        assert page.list.new.text() == ""


def test_pasted_lines_become_agreements_after_saying_how_many(page: Any, qtbot: QtBot) -> None:
    before = page.desk.dossier.count(Agreement)
    paste(page, "- Samen eten\n\n2. Elke week bellen\r\n• Vaste dag\n", qtbot)
    assert page.desk.dossier.count(Agreement) == before
    assert "3 regels" in page.list.message.accessibleName()
    press(page.list, "3 afspraken toevoegen", qtbot)
    titles = [a.title for a in page.desk.dossier.all(Agreement)][before:]
    assert titles == ["Samen eten", "Elke week bellen", "Vaste dag"]
    assert page.window().undo.undo.text() == "Ongedaan maken: 3 afspraken toegevoegd"
    assert page.header.title.toPlainText() == "Vaste dag"
    assert page.list.new.hasFocus()
    page.window().undo.undo.trigger()
    assert page.desk.dossier.count(Agreement) == before


def test_pasted_lines_can_be_let_go(page: Any, qtbot: QtBot) -> None:
    before = page.desk.dossier.count(Agreement)
    paste(page, "een\ntwee", qtbot)
    press(page.list, "Laat maar", qtbot)
    assert not page.list.message.isVisible()
    assert page.list.new.hasFocus()
    assert page.desk.dossier.count(Agreement) == before


def test_one_line_with_a_break_after_it_is_just_a_title(page: Any, qtbot: QtBot) -> None:
    paste(page, "Samen eten\r\n", qtbot)
    assert page.list.new.text() == "Samen eten"
    assert not page.list.message.isVisible()


@pytest.mark.parametrize("text", ["woord " * 16_667, "x" * 100_000])
def test_a_hundred_thousand_characters_are_kept_whole(page: Any, qtbot: QtBot, text: str) -> None:
    paste(page, text, qtbot)
    assert "lang voor een titel" in page.list.message.accessibleName()
    press(page.list, "1 afspraak toevoegen", qtbot)
    made = page.desk.dossier.all(Agreement)[-1]
    assert len(made.title) <= LONGEST
    assert (made.title + made.what).replace(" ", "") == text.replace(" ", "")


def test_too_many_lines_are_refused_in_words(page: Any, qtbot: QtBot) -> None:
    before = page.desk.dossier.count(Agreement)
    paste(page, "regel\n" * 1001, qtbot)
    assert page.list.message.accessibleName().startswith("Dit zijn 1.001 regels.")
    assert page.desk.dossier.count(Agreement) == before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.list.message.isVisible()


@given(st.text(max_size=2000))
def test_every_sign_that_is_pasted_comes_into_a_name_or_the_rest(text: str) -> None:
    for draft in drafts(text):
        assert 0 < len(draft.name) <= LONGEST
        assert "\n" not in draft.name
    if "\t" not in text and not any(c in text for c in "-*•–·▪◦.)"):
        told = "".join(f"{draft.name}{draft.rest}" for draft in drafts(text))
        assert "".join(told.split()) == "".join(text.split())


def test_of_a_pasted_table_the_first_cell_is_the_name() -> None:
    assert drafts("Samen eten\telke week\tschool\n\tAlleen dit\t") == [
        ("Samen eten", "elke week\nschool"),
        ("Alleen dit", ""),
    ]


# Copies


def test_ctrl_d_makes_a_copy_with_its_parties_and_none_of_its_history(
    page: Any, qtbot: QtBot
) -> None:
    dossier = page.desk.dossier
    old = next(
        a
        for a in dossier.all(Agreement)
        if a.progress is not Progress.NOT_STARTED and dossier.count(Contribution, agreement=a.id)
    )
    page.show_thing(old.id)
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_D, CONTROL)
    new = dossier.get(Agreement, page.list.current())
    assert new.title == f"(kopie) {old.title}"
    assert page.header.title.toPlainText() == new.title
    assert new.progress is Progress.NOT_STARTED
    assert dossier.count(Inclusion, agreement=new.id) == 0
    parties = {(c.party, c.role, c.what) for c in dossier.all(Contribution, agreement=old.id)}
    assert parties == {
        (c.party, c.role, c.what) for c in dossier.all(Contribution, agreement=new.id)
    }
    assert page.window().undo.undo.text() == "Ongedaan maken: afspraak gekopieerd"
    page.window().undo.undo.trigger()
    assert page.desk.get(Agreement, new.id) is None


def test_several_are_copied_together_and_the_copies_are_chosen(page: Any, qtbot: QtBot) -> None:
    ids = [row.id for row in page.list.model.shown()[:3]]
    page.list.choose_all(ids)
    page.show_chosen()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_D, CONTROL)
    chosen = page.list.selected()
    assert len(chosen) == 3
    assert not {*chosen} & {*ids}
    assert page.window().undo.undo.text() == "Ongedaan maken: 3 afspraken gekopieerd"


def test_the_menu_of_an_agreement_offers_a_copy(page: Any) -> None:
    page.list.choose_first()
    page.show_chosen()
    page.header._menu.aboutToShow.emit()
    words = [action.text() for action in page.header._menu.actions()]
    assert "Kopie maken\tCtrl+D in de lijst" in words  # in a grid these keys fill down


def test_kinds_without_copies_have_no_ctrl_d(window: MainWindow, qtbot: QtBot) -> None:
    window.go("parties")
    page: Any = window.pages["parties"]
    before = page.desk.dossier.history.last.seq
    page.list.choose_first()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_D, CONTROL)
    assert page.desk.dossier.history.last.seq == before


def open_period(page: Any) -> Any:
    page.list.views.menu.aboutToShow.emit()
    found = {action.text(): action for action in page.list.views.menu.actions()}
    found["Hele periode kopiëren…"].trigger()
    return page.panel()


def test_a_whole_period_is_copied_with_enter(page: Any, qtbot: QtBot) -> None:
    dossier, panel = page.desk.dossier, open_period(page)
    old = dossier.get(Document, panel.source.value())
    assert panel.name.hasFocus()
    assert panel.start.value() == old.ends_on + timedelta(days=1)
    agreements = included(page.desk.facts, old)
    lapsed = [a for a in agreements if decisions(page.desk.facts).get(a.id) == "lapsed"]
    panel.make.setFocus()
    qtbot.keyClick(panel.make, Qt.Key.Key_Return)
    new = dossier.all(Document)[-1]
    assert (new.stage, new.starts_on) == (Stage.DRAFT, panel.start.value())
    places = sorted(dossier.all(Inclusion, document=new.id), key=lambda p: p.position)
    followers = [dossier.get(Agreement, p.agreement) for p in places]
    assert [a.previous for a in followers] == [a.id for a in agreements if a not in lapsed]
    assert page.window().page() is page.window().pages["documents"]
    assert page.window().undo.undo.text() == "Ongedaan maken: periode gekopieerd"
    page.window().undo.undo.trigger()
    assert page.desk.get(Document, new.id) is None
    assert not [a for a in dossier.all(Agreement) if a.id in {f.id for f in followers}]


def test_another_begin_moves_the_end_along(page: Any, qtbot: QtBot) -> None:
    panel = open_period(page)
    start, end = panel.start.value(), panel.end.value()
    panel.start.setFocus()
    panel.start.selectAll()
    qtbot.keyClicks(panel.start, f"1-1-{start.year + 1}")
    qtbot.keyClick(panel.start, Qt.Key.Key_Tab)
    moved = (date(start.year + 1, 1, 1).year - start.year) * 12 + 1 - start.month
    found = panel.end.value()
    assert (found.year - end.year) * 12 + found.month - end.month == moved


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "", "Geef het nieuwe stuk een naam."),
        ("end", "1-1-2020", "De periode eindigt voordat ze begint."),
        ("end", "", "Vul in vanaf wanneer"),
    ],
)
def test_what_is_missing_is_asked_in_place(
    page: Any, qtbot: QtBot, field: str, typed: str, told: str
) -> None:
    panel, before = open_period(page), page.desk.dossier.history.last.seq
    edit = getattr(panel, field)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, typed)
    qtbot.mouseClick(panel.make, Qt.MouseButton.LeftButton)
    assert told in panel._error.text()
    assert page.desk.dossier.history.last.seq == before


def test_all_agreements_can_be_taken_along(page: Any, qtbot: QtBot) -> None:
    panel = open_period(page)
    panel.source.show_value("alle afspraken")
    panel.source.edited.emit()
    decided = decisions(page.desk.facts)
    running = [a for a in page.desk.dossier.all(Agreement) if decided.get(a.id) != "lapsed"]
    assert len(panel.agreements()) == len(running)
    assert panel.name.value().startswith("Afspraken ")
    press(panel, "Laat maar", qtbot)
    assert page.panel() is None
    assert page.list.view.hasFocus()
    assert page.header.title.isVisible()


def test_another_page_can_ask_for_the_period_of_its_document(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("documents")
    page: Any = window.pages["documents"]
    document = next(d for d in window.desk.dossier.all(Document) if d.starts_on and d.ends_on)
    command = period_command(page, document)
    assert command.words == "Hele periode kopiëren…"
    command.do()
    assert page.panel().source.value() == document.id
    qtbot.mouseClick(page.panel().make, Qt.MouseButton.LeftButton)
    new = window.desk.dossier.all(Document)[-1]
    assert page.list.current() == new.id
    assert page.header.title.toPlainText() == new.name


# As a table


def test_ctrl_c_copies_a_table_with_headings(page: Any, qtbot: QtBot) -> None:
    ids = [row.id for row in page.list.model.shown()[:3]]
    page.list.choose_all(ids)
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_C, CONTROL)
    data = QApplication.clipboard().mimeData()
    first, *lines = data.text().split("\n")
    assert first.split("\t") == HEAD
    titles = [page.desk.names.of(Agreement, id) for id in page.list.selected()]
    assert [line.split("\t")[0] for line in lines] == titles
    assert data.html().count("<th>") == len(HEAD)
    assert data.html().count("<tr>") == 4


def test_other_lists_copy_what_they_show(window: MainWindow, qtbot: QtBot) -> None:
    window.go("parties")
    page: Any = window.pages["parties"]
    page.list.choose_first()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_C, CONTROL)
    head, line = QApplication.clipboard().text().split("\n")
    assert head.startswith("Naam\tBijzonderheden")
    assert line.split("\t")[0] == page.list.model.row(page.list.current()).title
