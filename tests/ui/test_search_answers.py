"""Zoek in alles finds what parties say and do, and opens it in the row where it stands."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import asked, latest
from ozj_desktop.model.documents import Assent, Deviation, Document, TableAssent, Version
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.search_hits import find

COUNCIL = ListItem(list="reservation", code="oc", label="advies van de klankbordkring")


@pytest.fixture
def given(window: MainWindow) -> Assent:
    """What somebody says of the newest version of a paper."""
    facts = window.desk.facts
    found = [v for d in facts.all(Document) if (v := latest(facts, d.id)) and v.agreements]
    return asked(facts, found[0])[0]


def save(window: MainWindow, *records: Any) -> None:
    with window.desk.step("x"):
        window.desk.dossier.save(COUNCIL, *records)


def search(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.top.search, words)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)


def at(table: Any) -> tuple[str, str]:
    """The row and the column where the keyboard is."""
    place = table.currentIndex()
    return table.parts.record(place.row()).id, table.parts.spec.columns[place.column()].field


def test_a_reservation_opens_the_answer_in_its_paper(
    window: MainWindow, qtbot: QtBot, given: Assent
) -> None:
    save(window, replace(given, table=TableAssent.RESERVED, reservation=COUNCIL.id))
    search(window, "klankbordk", qtbot)
    page: Any = window.pages["documents"]
    assert window.page() is page
    version = window.desk.dossier.get(Version, given.version)
    assert page.list.current() == version.document
    assert at(page._bodies[3]._tables["said"]) == (given.id, "reservation")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"note": "Te weinig zeldzaamheden"}, "note"),
        ({"acceptable": "Met zeldzaamheden erbij wel"}, "party"),
        ({"table": TableAssent.RESERVED, "reservation": COUNCIL.id}, "reservation"),
    ],
)
def test_an_exception_opens_its_agreement_at_the_row_of_the_party(
    window: MainWindow, qtbot: QtBot, given: Assent, values: dict[str, Any], field: str
) -> None:
    version = window.desk.dossier.get(Version, given.version)
    id = sorted(version.agreements)[0]
    save(window, Deviation(assent=given.id, agreement=id, **values))
    word = "klankbordkring" if "reservation" in values else "zeldzaamheden"
    hits = find(window.desk, word)
    party = window.desk.names.short(given.party)
    title = window.desk.names.of(Agreement, id)
    hit = next(hit for hit in hits if hit.title == f"{party} – {title}")
    assert f"\x02{word}\x03" in hit.snippet.lower()
    search(window, word, qtbot)
    page: Any = window.pages["agreements"]
    assert window.page() is page and page.list.current() == id
    table = next(b for b in page._bodies if hasattr(b, "_line")).table
    row = Contribution(agreement=id, party=given.party)
    assert at(table) == (row.id, field)


def test_what_a_party_does_opens_its_row(window: MainWindow, qtbot: QtBot) -> None:
    agreement, party = Agreement(title="Los"), window.desk.dossier.all(Party)[0]
    does = Contribution(agreement=agreement.id, party=party.id, what="Levert zeldzaamheden")
    save(window, agreement, does)
    assert f"{window.desk.names.short(party.id)} – Los" in [
        hit.title for hit in find(window.desk, "zeldzaam")
    ]
    search(window, "zeldzaam", qtbot)
    page: Any = window.pages["agreements"]
    table = next(b for b in page._bodies if hasattr(b, "_line")).table
    assert at(table) == (does.id, "what")


def test_what_was_said_of_an_older_version_is_not_offered(
    window: MainWindow, given: Assent
) -> None:
    save(window, replace(given, note="Zeldzaam lang geleden"))
    assert find(window.desk, "zeldzaam")
    version = window.desk.dossier.get(Version, given.version)
    save(window, Version(document=version.document, major=version.major + 1, minor=0))
    assert find(window.desk, "zeldzaam") == []
