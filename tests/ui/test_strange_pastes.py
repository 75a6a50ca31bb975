"""A table pasted as somebody else made it: its own headings, another order, and the way back."""

from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.reading import Misread
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.pasting import aimed
from tests.ui.test_contributions_card import pasted

PARTY, ROLE, WHAT, BY = range(4)
CONTROL = Qt.KeyboardModifier.ControlModifier


def of(window: MainWindow, draft: Agreement) -> list[Contribution]:
    return window.desk.dossier.all(Contribution, agreement=draft.id)


def blank(draft_card: ContributionsCard) -> int:
    return draft_card.table.parts.rowCount() - 1


def select(draft_card: ContributionsCard, first: QModelIndex, last: QModelIndex) -> None:
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect
    draft_card.table.selectionModel().select(QItemSelection(first, last), how)


def shown(draft_card: ContributionsCard) -> str:
    return " ".join(label.text() for label in draft_card.findChildren(QLabel))


def red(draft_card: ContributionsCard) -> int:
    return draft_card.table.parts.waiting()


@pytest.mark.parametrize(
    "heads",
    [
        "Organisatie\tActie\tGereed\tRol",
        "Wie\tWat\tDeadline\tRol",
        "Naam organisatie\tTaak\tUiterlijk\tRol",
    ],
)
def test_headings_of_ones_own_find_their_columns(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, heads: str
) -> None:
    line = "Oevermark College\tbelt elke week\t1-3-2027\tpartner"
    pasted(draft_card.table, blank(draft_card), PARTY, f"{heads}\n{line}")
    made = next(c for c in of(window, draft) if c.what == "belt elke week")
    assert (made.role, made.by is not None) == (Role.PARTNER, True)
    assert red(draft_card) == 0


def test_columns_in_another_order_without_headings_are_not_pasted(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    before = of(window, draft)
    table = (
        "Oevermark College\tbelt elke week\t1-3-2027\tpartner\n"
        "ROC Oevermark\tkijkt mee\t1-4-2027\tpartner"
    )
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    assert of(window, draft) == before
    assert red(draft_card) == 0
    assert "kopjes" in draft_card._remedy.text()


def test_the_only_column_nobody_knows_goes_to_what_and_is_told(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    table = "Partij\tWat komt er bij kijken\tRol\nOevermark College\tbelt elke week\tpartner"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    assert "belt elke week" in {c.what for c in of(window, draft)}
    assert "‘Wat komt er bij kijken’ staat nu bij ‘Wat’." in shown(draft_card)


def test_a_column_that_has_no_place_is_called_by_its_heading(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    table = "Partij\tWat\tKleur\nOevermark College\tbelt elke week\tblauw"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    assert "De kolom ‘Kleur’ past niet in deze tabel en is overgeslagen." in shown(draft_card)


def test_columns_that_do_not_fit_are_told(draft_card: ContributionsCard) -> None:
    table = "Oevermark College\tpartner\tbelt\t1-3-2027\textra\tnog een"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    assert "2 kolommen passen niet" in draft_card._remedy.text()


def test_who_was_there_already_is_told(draft_card: ContributionsCard) -> None:
    name = str(draft_card.table.parts.index(0, PARTY).data())
    pasted(draft_card.table, blank(draft_card), PARTY, f"Partij\tWat\n{name}\tdoet iets anders")
    assert "Stond er al en is bijgewerkt" in draft_card._remedy.text()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)


def test_undo_of_a_paste_lets_its_red_cells_go_too(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = of(window, draft)
    pasted(draft_card.table, 0, ROLE, "betrokken\tiets nieuws\tvolgende week")
    assert red(draft_card) == 2
    draft_card.table.setFocus()
    undo(window, qtbot)
    assert of(window, draft) == before
    assert red(draft_card) == 0


def test_a_paste_that_stored_nothing_is_what_undo_takes_back_first(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    last, before = window.desk.dossier.history.last.seq, window.undo.undo.text()
    pasted(draft_card.table, 0, ROLE, "betrokken\nzij ook")
    assert red(draft_card) == 2
    assert window.undo.undo.text() == "Ongedaan maken: geplakt"
    draft_card.table.setFocus()
    undo(window, qtbot)
    assert red(draft_card) == 0
    assert window.desk.dossier.history.last.seq == last
    assert window.undo.undo.text() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Delete])
def test_a_key_shows_again_what_is_stored(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot, key: Qt.Key
) -> None:
    before = of(window, draft)
    pasted(draft_card.table, 0, ROLE, "betrokken")
    assert red(draft_card) == 1
    draft_card.table.setFocus()
    qtbot.keyClick(draft_card.table, key)
    assert red(draft_card) == 0
    assert of(window, draft) == before


def test_delete_empties_what_is_stored_and_shows_again_what_is_red(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    parts: Any = draft_card.table.parts
    pasted(draft_card.table, 0, WHAT, "doet dit\tvolgende week")
    role = next(c.role for c in of(window, draft) if c.id == parts.record(0).id)
    draft_card.table.setFocus()
    select(draft_card, parts.index(0, WHAT), parts.index(0, BY))
    qtbot.keyClick(draft_card.table, Qt.Key.Key_Delete)
    now = next(c for c in of(window, draft) if c.id == parts.record(0).id)
    assert (red(draft_card), now.what, now.role) == (0, "", role)


def test_a_row_that_never_was_can_be_thrown_away(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    parts: Any = draft_card.table.parts
    parts.keep_unread(blank(draft_card), PARTY, "Organisatie", Misread("Wie is dat?"))
    draft_card.table.setCurrentIndex(parts.index(blank(draft_card), PARTY))
    draft_card.table.setFocus()
    qtbot.keyClick(draft_card.table, Qt.Key.Key_Minus, CONTROL)
    assert red(draft_card) == 0


def test_a_table_wider_than_a_grid_of_people_is_pasted_as_far_as_it_fits(
    window: MainWindow,
) -> None:
    """Nothing names its rows, so none is looked for."""
    party = window.desk.dossier.all(Party)[0]
    window.go(party.id)
    table = next(t for t in window.page().findChildren(PartTable) if t.parts.spec.kind is Contact)
    wide = table.parts.columnCount() + 3
    rows = ("\t".join([name, *["x"] * wide]) for name in ("Anna Wit", "Bo Zwart"))
    pasted(table, table.parts.rowCount() - 1, 0, "\n".join(rows))
    names = {c.name for c in window.desk.dossier.all(Contact, party=party.id)}
    assert {"Anna Wit", "Bo Zwart"} <= names


def test_nothing_goes_to_a_column_that_is_out_of_sight() -> None:
    cells = [["Partij", "Rol", "Kleur"], ["ROC", "partner", "blauw"]]
    aim = aimed(cells, (0, 0), ["Partij", "Rol", ""], 0, lambda _: 0, 1, 2)
    assert aim.left_out == ("Kleur",)
    assert aim.taken_for == ("", "")


def test_what_is_told_of_a_paste_comes_in_sight(
    window: MainWindow, draft_card: ContributionsCard, qtbot: QtBot
) -> None:
    window.resize(1280, 520)
    draft_card.table.setFocus()
    table = "Partij\tWat\tKleur\nOevermark College\tbelt elke week\tblauw"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    remedy = draft_card._remedy
    qtbot.waitUntil(lambda: remedy.visibleRegion().boundingRect().height() == remedy.height())
