"""The grid of an agreement: who does what, and what each party says of it."""

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import Assent, Deviation, TableAssent
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.pick_edit import PickEdit

PARTY, ROLE, WHAT, BY, SAYS, OF, UNTIL, NOTE, BODY, DECIDED = range(10)


def agreement(window: MainWindow, title: str) -> Agreement:
    return next(a for a in window.desk.dossier.all(Agreement) if a.title == title)


@pytest.fixture
def card(window: MainWindow) -> ContributionsCard:
    """Of an agreement that ten parties were asked about, in a document with others."""
    window.go(agreement(window, "In vijf dagen samen aan tafel").id)
    found = window.page().findChild(ContributionsCard)  # type: ignore[union-attr]
    assert isinstance(found, ContributionsCard)
    return found


def row_of(card: ContributionsCard, name: str) -> int:
    found = card.table.parts.row_of(name)
    assert found >= 0
    return found


def typed(qtbot: QtBot, table: PartTable, row: int, column: int, text: str) -> None:
    table.window().activateWindow()  # a list that closed takes it along, without a real screen
    qtbot.waitUntil(lambda: QApplication.activeWindow() is table.window())
    table.setFocus()
    table.setCurrentIndex(table.parts.index(row, column))
    qtbot.keyClicks(table, text[0])
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit))
    edit = QApplication.focusWidget()
    assert edit is not None
    qtbot.keyClicks(edit, text[1:])
    popup = edit._popup if isinstance(edit, PickEdit) and edit.is_open() else edit
    assert popup
    qtbot.keyClick(popup, Qt.Key.Key_Return)


def pasted(table: PartTable, row: int, column: int, text: str) -> None:
    QApplication.clipboard().setText(text)
    table.setCurrentIndex(table.parts.index(row, column))
    table.paste()


def says(card: ContributionsCard, name: str) -> TableAssent:
    rows = card.table.parts.rows
    return rows.holder(rows.records[row_of(card, name)], "table").table  # type: ignore[no-any-return]


def steps(card: ContributionsCard) -> int:
    return card.desk.dossier.history.last.seq


def owner(card: ContributionsCard) -> Agreement:
    found = card.table.parts.rows.owner
    assert isinstance(found, Agreement)
    return found


def doing(card: ContributionsCard) -> set[str]:
    return {c.party for c in card.desk.dossier.all(Contribution, agreement=owner(card).id)}


def shown(card: ContributionsCard) -> list[int]:
    return [n for n in range(card.table.parts.rowCount()) if not card.table.isRowHidden(n)]


def test_a_word_typed_in_the_grid_is_what_the_party_says_of_this_agreement(
    card: ContributionsCard, qtbot: QtBot
) -> None:
    before = steps(card)
    typed(qtbot, card.table, row_of(card, "SWV VO Oevermark"), SAYS, "niet akkoord")
    qtbot.waitUntil(lambda: says(card, "SWV VO Oevermark") is TableAssent.REFUSED)
    assert steps(card) == before + 1
    made = card.desk.dossier.all(Deviation, agreement=owner(card).id)
    assert TableAssent.REFUSED in {d.table for d in made}
    card.desk.undo()
    assert says(card, "SWV VO Oevermark") is TableAssent.SUBMITTED


def test_the_day_of_the_decision_is_kept_for_the_document(
    card: ContributionsCard, qtbot: QtBot
) -> None:
    typed(qtbot, card.table, row_of(card, "SWV VO Oevermark"), DECIDED, "3-12-2026")
    party = next(p for p in card.desk.dossier.all(Party) if p.name == "SWV VO Oevermark")
    days = {a.decided_on for a in card.desk.dossier.all(Assent, party=party.id)}
    assert date(2026, 12, 3) in days


def test_a_paste_finds_its_rows_by_name_and_its_columns_by_heading(
    card: ContributionsCard,
) -> None:
    before = steps(card)
    table = (
        "Akkoord\tPartij\tTot\nakkoord\tGGD Oevermark\t\n"
        "onder voorbehoud\tSWV VO Oevermark\t17-12-2026"
    )
    pasted(card.table, 0, PARTY, table)
    assert says(card, "GGD Oevermark") is TableAssent.AGREED
    assert says(card, "SWV VO Oevermark") is TableAssent.RESERVED
    assert steps(card) == before + 1


def test_a_click_on_a_count_shows_only_those_parties(card: ContributionsCard, qtbot: QtBot) -> None:
    counts = Counter(
        s.table
        for s in (card.table.parts.rows.holder(r, "table") for r in card.table.parts.records)
        if s
    )
    line = card._line
    assert line.accessibleName().startswith(f"{counts[TableAssent.AGREED]} akkoord")
    made = next(b for b in line.findChildren(QPushButton) if "voorbehoud" in b.text())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert len(shown(card)) == counts[TableAssent.RESERVED]
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert len(shown(card)) == card.table.parts.rowCount()


def test_what_parties_say_is_not_there_before_they_were_asked(
    window: MainWindow, card: ContributionsCard
) -> None:
    draft = agreement(window, "Van opvang naar groep 1 zonder gat")
    window.go(draft.id)
    assert card.title.text() == "Wie doet wat"
    assert not card._line.isVisible()
    assert [n for n in range(10) if not card.table.isColumnHidden(n)] == [PARTY, ROLE, WHAT, BY]


def test_who_was_asked_and_does_nothing_yet_has_a_row_too(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    parts = card.table.parts
    version = assent.of_agreement(window.desk.facts, owner(card)).version
    assert version
    asked = {given.party for given in assent.asked(window.desk.facts, version)}
    stored = doing(card)
    offered = [r for r in parts.records if not parts.rows.is_stored(r)]
    assert {r.party for r in offered} == asked - stored
    assert offered
    row = parts.records.index(offered[0])
    assert parts.index(row, ROLE).data() == ""
    typed(qtbot, card.table, row, SAYS, "akkoord")
    assert {
        c.party for c in window.desk.dossier.all(Contribution, agreement=parts.rows.owner.id)
    } == stored  # type: ignore[union-attr]


def test_a_pasted_row_of_a_draft_becomes_a_contribution_and_a_strange_name_is_told(
    window: MainWindow, card: ContributionsCard
) -> None:
    draft = agreement(window, "Van opvang naar groep 1 zonder gat")
    window.go(draft.id)
    before = window.desk.dossier.count(Contribution, agreement=draft.id)
    rows = (
        "Partij\tRol\tWat\tWanneer\tOpmerking\n"
        "Oevermark College\tpartner\tdenkt mee\t1-3-2027\tja\n"
        "ROC Oevermark\tpartner\tkijkt mee\tvolgende week\t\n"
        "Stichting Bestaat Niet\tpartner\tiets\t1-3-2027\t\n"
        "GGD Oevermark\ttrekker\tnodigt uit\t\t\n"
    )
    pasted(card.table, card.table.parts.rowCount() - 1, PARTY, rows)
    after = window.desk.dossier.all(Contribution, agreement=draft.id)
    assert len(after) == before + 2  # the GGD was there already
    told = card._remedy.text()
    assert "Stichting Bestaat Niet" in told
    assert "De kolom ‘Opmerking’ past niet" in told
    ggd = next(p for p in window.desk.dossier.all(Party) if p.name == "GGD Oevermark")
    assert next(c for c in after if c.party == ggd.id).role is Role.LEADS
    roc = row_of(card, "ROC Oevermark")
    assert card.table.parts.index(roc, BY).data() == "volgende week"  # stays, to be mended


def test_the_leader_and_the_number_of_others_are_told_on_the_card(
    window: MainWindow, card: ContributionsCard
) -> None:
    from ozj_desktop.ui.record_form import TellBox

    box = window.page().findChild(TellBox)  # type: ignore[union-attr]
    assert isinstance(box, TellBox)
    assert box._words.text() == "Gemeente Lindebroek met zeven partijen"


def test_the_first_column_stays_in_sight(card: ContributionsCard, window: MainWindow) -> None:
    table = card.table
    table.setFocus()
    table.setCurrentIndex(table.parts.index(2, DECIDED))
    assert table.horizontalScrollBar().value() > 0
    assert table._first.isVisible()
    for column in range(DECIDED, PARTY, -1):
        table.setCurrentIndex(table.parts.index(2, column))
        assert table.visualRect(table.currentIndex()).left() >= table._first.width() - 1
    table.setCurrentIndex(table.parts.index(2, PARTY))
    assert not table._first.isVisible()


def test_rows_stay_where_they_are_while_somebody_types_a_table(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    made = Agreement(title="Nieuw")
    window.desk.add(made)
    window.go(made.id)
    table = card.table
    names = ["ROC Oevermark", "GGD Oevermark", "SWV VO Oevermark"]
    for n, name in enumerate(names):
        typed(qtbot, table, table.parts.rowCount() - 1, PARTY, name)
        qtbot.waitUntil(lambda n=n: table.currentIndex().row() == n + 1)  # Enter goes down
        typed(qtbot, table, n, ROLE, "trekker" if n == 2 else "ondersteunt")
        qtbot.waitUntil(lambda n=n: table.currentIndex().row() == n + 1)
    assert [table.parts.index(n, PARTY).data() for n in range(3)] == names
    window.go(agreement(window, "In vijf dagen samen aan tafel").id)
    window.go(made.id)
    assert table.parts.index(0, PARTY).data() == "SWV VO Oevermark"  # who leads comes first again


def test_what_could_not_be_read_is_still_there_after_going_elsewhere(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    draft = agreement(window, "Van opvang naar groep 1 zonder gat")
    window.go(draft.id)
    typed(qtbot, card.table, 0, BY, "volgende week")
    assert card.table.parts.index(0, BY).data() == "volgende week"
    window.go(agreement(window, "In vijf dagen samen aan tafel").id)
    assert card._remedy.text() == ""
    window.go(draft.id)
    assert card.table.parts.index(0, BY).data() == "volgende week"
    card.table.setCurrentIndex(card.table.parts.index(1, PARTY))
    assert "1 cel is nog niet bewaard" in card._remedy.text()
    typed(qtbot, card.table, 0, BY, "1-4-2027")
    assert card._remedy.text() == ""


def test_typing_over_a_date_replaces_it(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    window.go(agreement(window, "Van opvang naar groep 1 zonder gat").id)
    typed(qtbot, card.table, 0, BY, "1-6-2027")
    typed(qtbot, card.table, 0, BY, "1-7-2027")
    assert card.table.parts.index(0, BY).data() == "1-7-2027"


def test_a_word_that_is_no_role_is_told_with_those_that_are(
    window: MainWindow, card: ContributionsCard
) -> None:
    window.go(agreement(window, "Van opvang naar groep 1 zonder gat").id)
    pasted(card.table, 0, ROLE, "betrokken\nzij ook")
    assert "2 cellen" in card._remedy.text()
    card.table.setCurrentIndex(card.table.parts.index(1, ROLE))
    card.table.setCurrentIndex(card.table.parts.index(0, ROLE))
    told = "Kies uit trekker, partner, ondersteunt of geïnformeerd."
    assert told in card._remedy.text()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("voert uit", "partner"),
        ("Uitvoerder", "partner"),
        ("penvoerder", "trekker"),
        ("Coördineert", "trekker"),
        ("financiert", "ondersteunt"),
        ("denkt mee", "ondersteunt"),
        ("wordt geinformeerd", "geïnformeerd"),
    ],
)
def test_roles_are_understood_as_people_say_them(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot, words: str, role: str
) -> None:
    window.go(agreement(window, "Van opvang naar groep 1 zonder gat").id)
    pasted(card.table, 0, ROLE, words)
    assert card.table.parts.index(0, ROLE).data() == role
    if not words.isascii():  # the keyboard of the tests has no such keys
        return
    typed(qtbot, card.table, 1, ROLE, words)
    qtbot.waitUntil(lambda: card.table.parts.index(1, ROLE).data() == role)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("ja", "akkoord"),
        ("Nee", "niet akkoord"),
        ("oké", "akkoord"),
        ("onder voorwaarde", "onder voorbehoud"),
        ("ja, mits", "onder voorbehoud"),
        ("met kanttekening", "onder voorbehoud"),
    ],
)
def test_assent_is_understood_as_people_say_it(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot, words: str, shown: str
) -> None:
    pasted(card.table, 0, SAYS, words)
    assert card.table.parts.index(0, SAYS).data() == shown
    if not words.isascii():
        return
    typed(qtbot, card.table, 1, SAYS, words)
    qtbot.waitUntil(lambda: card.table.parts.index(1, SAYS).data() == shown)


@pytest.mark.parametrize("words", ["ja, maar", "twijfel", "?"])
def test_what_can_mean_two_things_is_asked(
    window: MainWindow, card: ContributionsCard, words: str
) -> None:
    before = card.table.parts.index(0, SAYS).data()
    pasted(card.table, 0, SAYS, words)
    card.table.setCurrentIndex(card.table.parts.index(1, SAYS))
    card.table.setCurrentIndex(card.table.parts.index(0, SAYS))
    assert "akkoord" in card._remedy.text()
    assert "niet akkoord" in card._remedy.text()
    assert card.table.parts.index(0, SAYS).data() == words != before
