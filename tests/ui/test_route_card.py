"""The road to signing on the page of a document: in words and shapes, not in colour alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.documents import Assent, Document, Version
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Party, RouteStep
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.route_card import RouteCard
from ozj_desktop.ui.parts.route_row import months, span_of
from ozj_desktop.ui.status import Shape
from tests.ui.conftest import TODAY


@pytest.fixture
def paper(desk: Desk) -> Document:
    """A paper to sign in 40 days; the first party has two meetings, the second has none yet."""
    party = desk.dossier.all(Party)[0]
    raad = ListItem(list="body", code="raad", label="gemeenteraad")
    with desk.step("x"):
        desk.dossier.save(raad)
        desk.dossier.save(
            RouteStep(party=party.id, position=0, days=14),
            RouteStep(party=party.id, position=1, days=7, body=item_id("body", "raad")),
        )
    made = Document(name="Convenant", signing_on=TODAY + timedelta(days=40))
    desk.add(made)
    return made


def shown(qtbot: QtBot, desk: Desk, document: Document) -> RouteCard:
    card = RouteCard(desk)
    qtbot.addWidget(card)
    card.resize(900, 400)
    card.show_record(document, frozenset())
    return card


def signing(desk: Desk, document: Document, days: int) -> Document:
    changed = replace(document, signing_on=TODAY + timedelta(days=days))
    desk.edit(document, {"signing_on": changed.signing_on})
    return changed


def shape(card: RouteCard, row: int = 0) -> Shape:
    return card.rows[row]._told.status.shape


def test_each_party_is_told_what_must_be_where_when(
    qtbot: QtBot, desk: Desk, paper: Document
) -> None:
    card = shown(qtbot, desk, paper)
    first, second = (row.accessibleName() for row in card.rows)
    assert "Gemeente Lindebroek, uiterlijk 13 december" in first
    assert "aanleveren bij een vergadering 13 december" in first
    assert "bij gemeenteraad 27 december · besluit 3 januari 2027" in first
    assert "De Stroming, nog geen route. Schrijf bij deze partij op" in second
    assert card._count.isHidden()


@pytest.mark.parametrize(
    ("days", "word", "seen"),
    [
        (40, "uiterlijk 13 december", Shape.EMPTY),
        (30, "3 december: over 9 dagen", Shape.HALF),
        (21, "24 november: vandaag", Shape.HALF),
        (20, "23 november: 1 dag te laat", Shape.TRIANGLE),
    ],
)
def test_late_and_near_have_a_word_and_a_shape(
    qtbot: QtBot, desk: Desk, paper: Document, days: int, word: str, seen: Shape
) -> None:
    card = shown(qtbot, desk, signing(desk, paper, days))
    assert word in card.rows[0].accessibleName()
    assert shape(card) is seen
    told = {Shape.HALF: "1 binnenkort", Shape.TRIANGLE: "1 te laat"}.get(seen)
    assert card._count.isHidden() == (told is None)
    assert told is None or card._count.accessibleName() == told


def test_what_is_decided_is_late_no_more(
    qtbot: QtBot, desk: Desk, paper: Document, agreement: Agreement
) -> None:
    late, party = signing(desk, paper, 5), desk.dossier.all(Party)[0]
    version = Version(document=paper.id, major=1, minor=0, agreements=frozenset({agreement.id}))
    with desk.step("x"):
        desk.dossier.save(version)
        desk.dossier.save(Assent(version=version.id, party=party.id, decided_on=TODAY))
    card = shown(qtbot, desk, late)
    assert shape(card) is Shape.CHECK
    assert card._count.isHidden()


def test_without_a_date_or_after_lapsing_there_is_no_road(
    qtbot: QtBot, desk: Desk, paper: Document
) -> None:
    card = shown(qtbot, desk, paper)
    card.show_record(replace(paper, signing_on=None), frozenset())
    assert card.rows == []
    assert "wanneer u wilt ondertekenen" in card._told.text()
    desk.edit(paper, {"decision_set": Decision.LAPSED})
    gone: Any = desk.get(Document, paper.id)
    card.show_record(gone, frozenset())
    assert card.isHidden()


def test_a_row_goes_to_the_party(qtbot: QtBot, desk: Desk, paper: Document) -> None:
    card = shown(qtbot, desk, paper)
    went: list[str] = []
    desk.go = went.append
    card.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(card.rows[0], Qt.Key.Key_Space)
    assert went == [desk.dossier.all(Party)[0].id]


def test_a_moved_date_moves_all_rows(qtbot: QtBot, desk: Desk, paper: Document) -> None:
    card = shown(qtbot, desk, paper)
    kept = card.rows[0]
    card.show_record(paper, frozenset())
    assert card.rows[0] is kept
    card.show_record(signing(desk, paper, 47), frozenset())
    assert "uiterlijk 20 december" in card.rows[0].accessibleName()


@pytest.mark.parametrize("far", [date(1, 1, 2), date(1999, 1, 1), date(2199, 12, 31)])
def test_any_date_can_be_drawn(qtbot: QtBot, desk: Desk, paper: Document, far: date) -> None:
    card = shown(qtbot, desk, replace(paper, signing_on=far))
    assert not card.grab().isNull()
    assert len(months(span_of([], far, TODAY))) <= 30


def test_long_names_fit(qtbot: QtBot, desk: Desk, paper: Document) -> None:
    party = desk.dossier.all(Party)[0]
    desk.edit(party, {"name": "<b>" + "\u05d0\u05d1 \U0001f600" * 100})
    for width in (1200, 640, 300):
        card = shown(qtbot, desk, paper)
        card.resize(width, 300)
        assert not card.grab().isNull()
        assert card.minimumSizeHint().width() < 700


def test_a_route_that_nobody_wrote_down_is_one_line_until_it_is_asked_for(
    qtbot: QtBot, desk: Desk, paper: Document
) -> None:
    steps = desk.dossier.all(RouteStep)
    desk.delete(*steps)
    card = shown(qtbot, desk, paper)
    card.show()
    assert card.rows == []
    assert card._told.text().startswith("Van 2 partijen is nog niet bekend")
    qtbot.mouseClick(card.open, Qt.MouseButton.LeftButton)
    assert len(card.rows) == 2
    assert card.open.isHidden()
    card.show_record(replace(paper, id=Document(name="Ander").id), frozenset())
    assert card.rows == []
    with desk.step("x"):
        desk.dossier.save(steps[0])
    card.show_record(paper, frozenset())
    assert len(card.rows) == 2


def test_the_text_of_a_document_comes_before_its_versions_and_route(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("documents")
    page: Any = window.page()
    words = ("Verder in dit stuk", "Versies en akkoord", "Besluitroute")
    heads = {x.text(): x for x in page.findChildren(QLabel) if x.text() in words}
    tops = [heads[word].mapToGlobal(QPoint(0, 0)).y() for word in words]
    assert tops == sorted(tops)
