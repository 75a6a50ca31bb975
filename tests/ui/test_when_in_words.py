"""Wanneer in words, and the last day of a period that one key takes; through to every paper."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.store.archive import dump, restore
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from tests.ui.test_contributions_card import pasted, typed
from tests.ui.test_record_form import box, editor, form, stored
from tests.ui.test_strange_pastes import BY, of, red, undo

__all__ = ["form"]
ENTER = Qt.Key.Key_Return


def first_by(window: MainWindow, card: ContributionsCard, draft: Agreement) -> date | str | None:
    return next(c.by for c in of(window, draft) if c.id == card.table.parts.record(0).id)


def shown(card: ContributionsCard) -> str:
    return str(card.table.parts.index(0, BY).data())


def shown_in(card: ContributionsCard, row: int) -> str:
    return str(card.table.parts.index(row, BY).data())


def test_words_are_typed_where_a_day_is(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = first_by(window, draft_card, draft)
    typed(qtbot, draft_card.table, 0, BY, "doorlopend")
    assert first_by(window, draft_card, draft) == shown(draft_card) == "doorlopend"
    assert red(draft_card) == 0
    draft_card.table.setFocus()
    undo(window, qtbot)
    assert first_by(window, draft_card, draft) == before


def test_several_are_pasted(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    pasted(draft_card.table, 0, BY, "elk half jaar\nz.s.m.")
    assert first_by(window, draft_card, draft) == "elk half jaar"
    assert red(draft_card) == 1


def test_enter_takes_the_day_that_is_offered(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = first_by(window, draft_card, draft)
    typed(qtbot, draft_card.table, 0, BY, "mei 2027")
    qtbot.waitUntil(draft_card.table.hasFocus)
    assert first_by(window, draft_card, draft) == before  # never silently
    assert draft_card.table.currentIndex().row() == 0  # nobody is sent away from the question
    assert draft_card._remedy.text().startswith("Welke dag in mei 2027?")
    assert draft_card._day_offer is not None
    assert draft_card._day_offer.button.text() == "31 mei 2027 (Enter)"
    qtbot.keyClick(draft_card.table, ENTER)
    assert first_by(window, draft_card, draft) == date(2027, 5, 31)
    assert (red(draft_card), draft_card.table.currentIndex().row()) == (0, 1)
    assert draft_card._day_offer.isHidden()


def test_a_click_takes_it_too_and_other_words_may_be_typed(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    pasted(draft_card.table, 0, BY, "schooljaar 2026-2027")
    assert draft_card._day_offer is not None
    qtbot.mouseClick(draft_card._day_offer.button, Qt.MouseButton.LeftButton)
    assert first_by(window, draft_card, draft) == date(2027, 7, 31)
    pasted(draft_card.table, 0, BY, "Q2 2027")
    typed(qtbot, draft_card.table, 0, BY, "1-4-2027")
    assert first_by(window, draft_card, draft) == date(2027, 4, 1)


def test_what_came_with_one_paste_is_asked_once(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    table = draft_card.table
    before = {c.id: c.by for c in of(window, draft)}
    pasted(table, 0, BY, "mei 2027\nQ2 2027\nMEI 2027")
    assert red(draft_card) == 3
    table.setFocus()
    assert draft_card._day_offer is not None
    assert draft_card._day_offer.button.text() == "31 mei 2027 in 2 cellen (Enter)"
    assert "Welke dag in mei 2027?" in draft_card._remedy.text()
    steps = window.desk.dossier.history.last.seq
    qtbot.keyClick(table, ENTER)
    assert [shown_in(draft_card, row) for row in range(3)] == ["31-5-2027", "Q2 2027", "31-5-2027"]
    assert window.desk.dossier.history.last.seq == steps + 1
    assert draft_card._day_offer.button.text() == "30 juni 2027 (Enter)"
    qtbot.keyClick(table, ENTER)
    assert red(draft_card) == 0
    undo(window, qtbot)
    undo(window, qtbot)
    assert {c.id: c.by for c in of(window, draft)} == before


def test_what_was_filled_down_is_asked_once_too(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    table = draft_card.table
    pasted(table, 0, BY, "mei 2027")
    table.setFocus()
    for row in (1, 2):
        index = table.parts.index(row, BY)
        table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    table.fill_down()
    assert red(draft_card) == 3
    assert draft_card._day_offer is not None
    qtbot.mouseClick(draft_card._day_offer.button, Qt.MouseButton.LeftButton)
    assert red(draft_card) == 0
    assert {c.by for c in of(window, draft)} >= {date(2027, 5, 31)}
    assert [shown_in(draft_card, row) for row in range(3)] == ["31-5-2027"] * 3


def test_in_a_low_window_the_offer_is_in_sight_with_its_cell(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    window.resize(1280, 640)
    pasted(draft_card.table, 0, BY, "mei 2027")
    table = draft_card.table
    table.setCurrentIndex(table.parts.index(1, BY))
    table.setFocus()
    table.setCurrentIndex(table.parts.index(0, BY))
    offer = draft_card._day_offer
    assert offer is not None
    qtbot.waitUntil(lambda: not offer.button.visibleRegion().isEmpty())
    assert (
        not table.viewport()
        .visibleRegion()
        .intersected(table.visualRect(table.currentIndex()))
        .isEmpty()
    )


def test_a_date_on_a_card_offers_the_last_day_as_well(form: Any, desk: Desk, qtbot: QtBot) -> None:
    edit = editor(form, "ends_on")
    edit.setFocus()
    qtbot.keyClicks(edit, "voorjaar 2027")
    qtbot.keyClick(edit, ENTER)
    offer = box(form, "ends_on")._offer
    assert offer is not None
    assert offer.isVisible()
    assert stored(desk).ends_on is None
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, ENTER)  # that is no offer any more
    assert stored(desk).ends_on is None
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "mei 2027")
    qtbot.keyClick(edit, ENTER)
    qtbot.keyClick(edit, ENTER)
    assert stored(desk).ends_on == date(2027, 5, 31)
    assert offer.isHidden()


def test_words_are_kept_in_the_file_its_history_and_a_dump(
    desk: Desk, agreement: Agreement, tmp_path: Path
) -> None:
    dossier = desk.dossier
    (own,) = dossier.all(Contribution)
    desk.edit(own, {"by": "elk half jaar"})
    desk.edit(own, {"by": date(2027, 2, 1)})
    dossier.undo()
    assert dossier.all(Contribution)[0].by == "elk half jaar"
    assert dossier.verify() == []
    again = restore(dump(dossier), tmp_path / "weer.ozj")
    assert again.all(Contribution)[0].by == "elk half jaar"
    again.close()


def test_the_list_of_words_is_plain(qapp: QApplication) -> None:
    from ozj_desktop.exchange.content import when_words

    def clean(words: Iterable[str]) -> bool:
        return all(word and word == word.strip().lower() for word in words)

    assert clean(when_words().says)
    assert clean(when_words().vague)
    assert not {*when_words().says} & {*when_words().vague}
