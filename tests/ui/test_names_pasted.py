"""Names and roles as people write them: known by one word, asked where two have it, told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from tests.ui.test_contributions_card import pasted, typed
from tests.ui.test_strange_pastes import BY, PARTY, ROLE, WHAT, blank, of, red, undo

CONTROL = Qt.KeyboardModifier.ControlModifier


def who(window: MainWindow, draft: Agreement) -> dict[str, Contribution]:
    named = window.desk.names.for_field
    field = window.pages["agreements"].findChildren(ContributionsCard)[0].table.parts.fields[0]
    assert field is not None
    return {named(field, c.party): c for c in of(window, draft)}


def shown(card: ContributionsCard, row: int, column: int) -> str:
    return str(card.table.parts.index(row, column).data())


def test_one_word_of_a_name_is_enough_when_pasted(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    pasted(
        draft_card.table, blank(draft_card), PARTY, "Stroming\tpartner\tbelt\nROC\tpartner\tkomt"
    )
    found = who(window, draft)
    assert found["Jeugdhulp De Stroming Oevermark"].what == "belt"
    assert found["ROC Oevermark"].what == "komt"
    assert red(draft_card) == 0


def test_one_word_finds_the_row_that_is_there(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    before = len(of(window, draft))
    pasted(draft_card.table, blank(draft_card), PARTY, "Partij\tWat\nGGD\tdoet dit nu")
    assert len(of(window, draft)) == before
    assert who(window, draft)["GGD Oevermark"].what == "doet dit nu"


def test_a_word_that_several_have_is_asked_and_the_whole_row_waits(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = len(of(window, draft))
    table = "Stroming\tpartner\tbelt\t1-3-2027\nSWV\ttrekker\tleest mee\t1-4-2027\nZomaar\t\tiets\t"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    assert len(of(window, draft)) == before + 1
    first = before + 1
    assert [shown(draft_card, first + n, PARTY) for n in range(2)] == ["SWV", "Zomaar"]
    why = draft_card.table.parts.unread_at(draft_card.table.parts.index(first, PARTY))
    assert why
    assert why[1] == "Wie bedoelt u: SWV PO Oevermark of SWV VO Oevermark?"
    assert "2 regels zijn nog niet bewaard: ‘SWV’ en ‘Zomaar’" in draft_card._remedy.text()

    typed(qtbot, draft_card.table, first, PARTY, "SWV VO")
    qtbot.waitUntil(lambda: "SWV VO Oevermark" in who(window, draft))
    made = who(window, draft)["SWV VO Oevermark"]
    assert (made.role, made.what, str(made.by)) == (Role.LEADS, "leest mee", "2027-04-01")
    assert shown(draft_card, blank(draft_card), PARTY) == "Zomaar"  # the other one still waits
    draft_card.table.setCurrentIndex(draft_card.table.parts.index(blank(draft_card), PARTY))
    draft_card.table.setFocus()
    qtbot.keyClick(draft_card.table, Qt.Key.Key_Minus, CONTROL)
    assert red(draft_card) == 0
    assert shown(draft_card, blank(draft_card), PARTY) == "+ nog een partij"


def test_f8_goes_to_a_row_that_waits_and_undo_lets_all_go(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot
) -> None:
    before = of(window, draft)
    pasted(
        draft_card.table, blank(draft_card), PARTY, "SWV\tpartner\nZomaar\tpartner\nWie\tpartner"
    )
    assert draft_card.table.parts.rowCount() == len(before) + 3
    window.go("parties")
    window.status.wants_unread.emit()
    assert draft_card.table.currentIndex().row() == len(before)
    draft_card.table.setFocus()
    undo(window, qtbot)
    assert of(window, draft) == before
    assert (red(draft_card), draft_card.table.parts.rowCount()) == (0, len(before) + 1)


def test_another_agreement_does_not_show_the_rows_that_wait(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    pasted(draft_card.table, blank(draft_card), PARTY, "SWV\tpartner\nZomaar\tpartner")
    other = next(a for a in window.desk.dossier.all(Agreement) if a.id != draft.id)
    window.go(other.id)
    parts = draft_card.table.parts
    assert parts.rowCount() == len(parts.records) + parts.has_blank()
    window.go(draft.id)
    assert parts.rowCount() == len(parts.records) + 2


def test_of_two_grids_of_one_thing_each_has_its_own_rows_that_wait(
    desk: Desk, qtbot: QtBot
) -> None:
    party = desk.dossier.all(Party)[0]
    people = PartSpec(Contact, "party", (Col("name"), Col("email")), new_hint="+")
    road = PartSpec(RouteStep, "party", (Col("body"), Col("days")), new_hint="+")
    first, second = (PartTable(desk, spec, "Tabel") for spec in (people, road))
    for table in (first, second):
        qtbot.addWidget(table)
        table.show_owner(party)
    first.parts.take({(n, 1): "geen adres" for n in range(3)})
    assert (first.parts.rowCount(), second.parts.rowCount()) == (3, 1)
    assert (first.parts.waiting(), second.parts.waiting()) == (3, 0)
    first.parts.remove([0])
    first.parts.let_go(first.parts.red_in(1))
    assert first.parts.rowCount() == 2  # without a gap


@pytest.mark.parametrize("word", ["Stroming", "stroming oevermark", "DE STROMING"])
def test_typing_without_the_list_reads_names_the_same_way(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement, qtbot: QtBot, word: str
) -> None:
    parts = draft_card.table.parts
    assert parts.reads(PARTY, word)
    typed(qtbot, draft_card.table, blank(draft_card), PARTY, word)
    qtbot.waitUntil(lambda: "Jeugdhulp De Stroming Oevermark" in who(window, draft))


def test_words_for_a_role_are_told_after_a_paste(
    window: MainWindow, draft_card: ContributionsCard, draft: Agreement
) -> None:
    table = "Stroming\tfinancier\nROC\tdenkt mee\nVeilig Thuis\tadviseert\nWelzijn\tpartner"
    pasted(draft_card.table, blank(draft_card), PARTY, table)
    found = who(window, draft)
    assert found["Veilig Thuis Oevermark"].role is Role.SUPPORTS
    told = draft_card._remedy
    assert told.text() == "3 rollen gelezen als ondersteunt: financier, denkt mee, adviseert."
    assert told.property("role") != "error"  # nothing is wrong


def test_a_role_in_its_own_words_is_not_told(draft_card: ContributionsCard) -> None:
    pasted(draft_card.table, blank(draft_card), PARTY, "Stroming\tondersteunt\nROC\tPartner")
    assert draft_card._remedy.text() == ""


def test_what_is_wrong_and_what_was_meant_are_told_together(
    draft_card: ContributionsCard,
) -> None:
    pasted(draft_card.table, 0, ROLE, "uitvoering\tdoet dit\tvolgende week")
    told = draft_card._remedy
    assert "1 cel kon niet worden gelezen" in told.text()
    assert "1 rol gelezen als partner: uitvoering." in told.text()
    assert told.property("role") == "error"
    assert QApplication.clipboard().text()
    assert (WHAT, BY) == (2, 3)
