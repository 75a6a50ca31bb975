"""A table pasted as somebody else made it: its own headings, another order, and the way back."""

from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from tests.ui.test_contributions_card import agreement, pasted

PARTY, ROLE, WHAT, BY = range(4)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def draft(window: MainWindow) -> Agreement:
    found = agreement(window, "Van opvang naar groep 1 zonder gat")
    window.go(found.id)
    return found


@pytest.fixture
def card(window: MainWindow, draft: Agreement) -> ContributionsCard:
    return window.pages["agreements"].findChildren(ContributionsCard)[0]


def of(window: MainWindow, draft: Agreement) -> list[Contribution]:
    return window.desk.dossier.all(Contribution, agreement=draft.id)


def blank(card: ContributionsCard) -> int:
    return card.table.parts.rowCount() - 1


def select(card: ContributionsCard, first: QModelIndex, last: QModelIndex) -> None:
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect
    card.table.selectionModel().select(QItemSelection(first, last), how)


def red(card: ContributionsCard) -> int:
    return card.table.parts.waiting()


@pytest.mark.parametrize(
    "heads",
    [
        "Organisatie\tActie\tGereed\tRol",
        "Wie\tWat\tDeadline\tRol",
        "Naam organisatie\tTaak\tUiterlijk\tRol",
    ],
)
def test_headings_of_ones_own_find_their_columns(
    window: MainWindow, card: ContributionsCard, draft: Agreement, heads: str
) -> None:
    line = "Oevermark College\tbelt elke week\t1-3-2027\tpartner"
    pasted(card.table, blank(card), PARTY, f"{heads}\n{line}")
    made = next(c for c in of(window, draft) if c.what == "belt elke week")
    assert (made.role, made.by is not None) == (Role.PARTNER, True)
    assert red(card) == 0


def test_columns_in_another_order_without_headings_are_not_pasted(
    window: MainWindow, card: ContributionsCard, draft: Agreement
) -> None:
    before = of(window, draft)
    table = (
        "Oevermark College\tbelt elke week\t1-3-2027\tpartner\n"
        "ROC Oevermark\tkijkt mee\t1-4-2027\tpartner"
    )
    pasted(card.table, blank(card), PARTY, table)
    assert of(window, draft) == before
    assert red(card) == 0
    assert "kopjes" in card._remedy.text()


def test_columns_that_do_not_fit_are_told(card: ContributionsCard) -> None:
    table = "Oevermark College\tpartner\tbelt\t1-3-2027\textra\tnog een"
    pasted(card.table, blank(card), PARTY, table)
    assert "2 kolommen passen niet" in card._remedy.text()


def test_who_was_there_already_is_told(card: ContributionsCard) -> None:
    name = str(card.table.parts.index(0, PARTY).data())
    pasted(card.table, blank(card), PARTY, f"Partij\tWat\n{name}\tdoet iets anders")
    assert "Stond er al en is bijgewerkt" in card._remedy.text()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)


def test_undo_of_a_paste_lets_its_red_cells_go_too(
    window: MainWindow, card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = of(window, draft)
    pasted(card.table, 0, ROLE, "betrokken\tiets nieuws\tvolgende week")
    assert red(card) == 2
    card.table.setFocus()
    undo(window, qtbot)
    assert of(window, draft) == before
    assert red(card) == 0


def test_a_paste_that_stored_nothing_is_what_undo_takes_back_first(
    window: MainWindow, card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    last, before = window.desk.dossier.history.last.seq, window.undo.undo.text()
    pasted(card.table, 0, ROLE, "betrokken\nzij ook")
    assert red(card) == 2
    assert window.undo.undo.text() == "Ongedaan maken: geplakt"
    card.table.setFocus()
    undo(window, qtbot)
    assert red(card) == 0
    assert window.desk.dossier.history.last.seq == last
    assert window.undo.undo.text() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Delete])
def test_a_key_shows_again_what_is_stored(
    window: MainWindow, card: ContributionsCard, draft: Agreement, qtbot: QtBot, key: Qt.Key
) -> None:
    before = of(window, draft)
    pasted(card.table, 0, ROLE, "betrokken")
    assert red(card) == 1
    card.table.setFocus()
    qtbot.keyClick(card.table, key)
    assert red(card) == 0
    assert of(window, draft) == before


def test_delete_empties_what_is_stored_and_shows_again_what_is_red(
    window: MainWindow, card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    parts: Any = card.table.parts
    pasted(card.table, 0, WHAT, "doet dit\tvolgende week")
    role = next(c.role for c in of(window, draft) if c.id == parts.record(0).id)
    card.table.setFocus()
    select(card, parts.index(0, WHAT), parts.index(0, BY))
    qtbot.keyClick(card.table, Qt.Key.Key_Delete)
    now = next(c for c in of(window, draft) if c.id == parts.record(0).id)
    assert (red(card), now.what, now.role) == (0, "", role)


def test_a_row_that_never_was_can_be_thrown_away(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    parts: Any = card.table.parts
    parts.keep_unread(blank(card), PARTY, "Organisatie", "staat niet in de lijst")
    card.table.setCurrentIndex(parts.index(blank(card), PARTY))
    card.table.setFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_Minus, CONTROL)
    assert red(card) == 0
