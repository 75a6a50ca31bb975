"""What the overview says is due: of papers and actions that still run, never of others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.parties import Party, RouteStep
from ozj_desktop.ui import overview_facts
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages import actions_page
from ozj_desktop.ui.status import LATE, Shape
from tests.ui.conftest import TODAY

SOON = TODAY + timedelta(days=20)


@pytest.fixture
def paper(desk: Desk, agreement: Agreement) -> Document:
    """A paper with a date of signing, of which both parties were asked two versions."""
    made = Document(name="Convenant", signing_on=SOON, asks_by=SOON)
    versions = [
        Version(document=made.id, major=n, minor=0, agreements=frozenset({agreement.id}))
        for n in (1, 2)
    ]
    party = desk.dossier.all(Party)[0]
    with desk.dossier.step("filled"):
        desk.dossier.save(made, *versions, Inclusion(document=made.id, agreement=agreement.id))
        desk.dossier.save(RouteStep(party=party.id, days=7))
        for version in versions:
            asked = Assent(
                version=version.id,
                party=party.id,
                table=TableAssent.SUBMITTED,
                planned_on=SOON,
            )
            desk.dossier.save(asked)
    return made


def save(desk: Desk, record: Action | Document) -> None:
    with desk.dossier.step("x"):
        desk.dossier.save(record)


def titles(desk: Desk) -> list[str]:
    return [line.title for line in overview_facts.this_month(desk)]


def test_only_the_newest_version_asks_something(desk: Desk, paper: Document) -> None:
    assert titles(desk).count("Gemeente Lindebroek besluit") == 1
    assert "Gemeente Lindebroek levert aan" in titles(desk)


def test_a_lapsed_paper_asks_nothing(desk: Desk, paper: Document) -> None:
    assert overview_facts.waiting_parties(desk)
    save(desk, replace(paper, decision_set=Decision.LAPSED))
    assert titles(desk) == []
    assert overview_facts.waiting_parties(desk) == []


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_what_is_done_or_dropped_is_never_late(desk: Desk, state: ActionState) -> None:
    action = Action(what="bellen", due=date(2026, 1, 1))
    save(desk, action)
    assert overview_facts.open_actions(desk)[0].status.shape is Shape.TRIANGLE  # type: ignore[union-attr]
    assert actions_page.rows(desk, None)[0].status is LATE
    save(desk, replace(action, state=state))
    assert overview_facts.open_actions(desk) == []
    row = actions_page.rows(desk, None)[0]
    assert row.status is not LATE
    assert row.groups[0][1] == "afgerond"


def said(desk: Desk, paper: Document, table: TableAssent) -> Assent:
    """What the party says of the newest version."""
    version = max(desk.dossier.all(Version, document=paper.id), key=lambda v: v.major)
    given = desk.dossier.all(Assent, version=version.id)[0]
    with desk.dossier.step("x"):
        desk.dossier.save(replace(given, table=table), replace(paper, stage=Stage.FROZEN))
    return given


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (TableAssent.SUBMITTED, "Vraag akkoord aan Gemeente Lindebroek."),
        (TableAssent.REFUSED, "Vraag wat wel kan voor Gemeente Lindebroek."),
        (TableAssent.RESERVED, "Vraag of het voorbehoud vervalt: Gemeente Lindebroek."),
        (TableAssent.AGREED, "Iedereen is akkoord. Noteer het besluit van Gemeente Lindebroek."),
    ],
)
def test_what_a_paper_asks_first_is_to_be_done(
    desk: Desk, paper: Document, table: TableAssent, told: str
) -> None:
    said(desk, paper, table)
    (line,) = overview_facts.to_do(desk)
    assert (line.id, line.title, line.detail) == (paper.id, told, "Convenant")


def test_an_exception_is_open_still(desk: Desk, paper: Document, agreement: Agreement) -> None:
    given = said(desk, paper, TableAssent.AGREED)
    assert overview_facts.waiting_parties(desk) == []
    deviation = Deviation(assent=given.id, agreement=agreement.id, table=TableAssent.REFUSED)
    with desk.dossier.step("x"):
        desk.dossier.save(deviation)
    (line,) = overview_facts.waiting_parties(desk)
    assert line.status is not None and line.status.word == "met een uitzondering"
    assert line.detail == "afspraak 1 · Convenant"
    (todo,) = overview_facts.to_do(desk)
    assert todo.status == line.status  # one party is not called two things on one screen
    assert todo.title == "Bespreek de uitzondering van Gemeente Lindebroek."


@pytest.mark.parametrize(
    ("table", "order"), [(TableAssent.RESERVED, [1, 0, 2]), (TableAssent.REFUSED, [0, 1, 2])]
)
def test_late_actions_come_before_papers_unless_somebody_refuses(
    desk: Desk, paper: Document, table: TableAssent, order: list[int]
) -> None:
    said(desk, paper, table)
    document = overview_facts.to_do(desk)[0].title
    for what, due in (("later", SOON), ("te laat", TODAY - timedelta(days=1))):
        save(desk, Action(what=what, due=due))
    known = [document, "te laat", "later"]
    assert [line.title for line in overview_facts.to_do(desk)] == [known[n] for n in order]
