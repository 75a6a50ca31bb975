"""One page for one party: what is asked of it, what it promises, whom to call."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ozj_desktop.exchange.partner_page import partner_page
from ozj_desktop.model.agreements import Contribution, Role
from ozj_desktop.model.blocks import Heading, Item, Manuscript, Run, plain, walk
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document, Stage, TableAssent
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from tests.model.region import DECIDED, Region, leads

SIGNED = {"decided_on": DECIDED, "signed_on": DECIDED}
BUDGET = ListItem(list="reservation", code="budget", label="begroting")
COLLEGE = ListItem(list="body", code="executive", label="college")


def page(know, said: TableAssent | None = None, *more, stage=Stage.FROZEN, **how) -> Manuscript:
    region = Region()
    region.document = replace(
        region.document, stage=stage, asks_by=date(2026, 12, 1), signing_on=date(2027, 2, 1)
    )
    given = [region.says(region.school, said, **how)] if said else []
    mine = [
        leads(region.desk, region.school, what="opent het loket", by=date(2027, 3, 1)),
        Contribution(agreement=region.plan.id, party=region.school.id, role=Role.INFORMED),
        leads(region.plan, region.town, what="iets van een ander"),
    ]
    facts = know(*region.text, BUDGET, COLLEGE, *mine, *given, *more)
    return partner_page(facts, facts.get(Document, region.document.id), region.school)


def chapter(made: Manuscript, key: str):
    return next((c for c in made.chapters if c.key == key), None)


def asks(made: Manuscript) -> list[list[str]]:
    """Per task its words, then what stands below it."""
    found = chapter(made, "asks")
    items = [i for i in walk(found) if (isinstance(i, Item) and i.items) or getattr(i, "mark", "")]
    return [[plain(i.text), *(plain(b.text) for b in i.items)] for i in items if i.text]


def words(thing: Any) -> str:
    return " ".join(part.text for part in walk(thing) if isinstance(part, Run | Heading)) or ""


@pytest.mark.parametrize(
    ("said", "how", "expected"),
    [
        (
            TableAssent.SUBMITTED,
            {"decided_on": None},
            [
                ["Laat weten of u akkoord bent", "uiterlijk 1 december 2026"],
                ["Laat uw bestuur besluiten"],
            ],
        ),
        (
            TableAssent.RESERVED,
            {"decided_on": None, "reservation": BUDGET.id, "body": COLLEGE.id},
            [
                [
                    "Neem het voorbehoud weg",
                    "uiterlijk 1 december 2026",
                    "U zei akkoord, onder voorbehoud van begroting.",
                ],
                ["Laat uw bestuur besluiten", "college"],
            ],
        ),
        (
            TableAssent.RESERVED,
            {"reservation_until": date(2026, 12, 17)},
            [
                [
                    "Neem het voorbehoud weg",
                    "daarover wordt besloten op 17 december 2026",
                    "U zei akkoord onder voorbehoud.",
                ],
                [
                    "Teken uw blad",
                    "op 1 februari 2027",
                    "Het blad staat achter in het stuk.",
                ],
            ],
        ),
        (
            TableAssent.REFUSED,
            {"decided_on": None},
            [
                [
                    "Bespreek met ons wat wel kan",
                    "uiterlijk 1 december 2026",
                    "U bent nog niet akkoord.",
                ]
            ],
        ),
        (
            TableAssent.AGREED,
            {"decided_on": None, "planned_on": date(2026, 12, 8)},
            [["Laat uw bestuur besluiten", "gepland op 8 december 2026"]],
        ),
    ],
)
def test_a_party_reads_what_it_still_has_to_do(know, said, how, expected):
    assert asks(page(know, said, **how)) == expected


def test_who_agreed_decided_and_signed_has_nothing_left_to_do(know):
    made = page(know, TableAssent.AGREED, **SIGNED)
    assert asks(made) == []
    assert "Niets meer." in words(chapter(made, "asks"))


@pytest.mark.parametrize(
    ("said", "stage"), [(None, Stage.FROZEN), (TableAssent.AGREED, Stage.DRAFT)]
)
def test_who_was_not_asked_of_this_text_reads_no_tasks(know, said, stage):
    made = page(know, said, stage=stage, **SIGNED) if said else page(know, stage=stage)
    assert chapter(made, "asks") is None
    assert "Niets meer" not in words(made)


def test_a_party_reads_its_own_promises_with_the_numbers_of_the_document(know):
    promises = chapter(page(know), "promises")
    found = [(h.number, h.text) for h in promises.blocks if isinstance(h, Heading)]
    assert found == [("1", "Eén plan"), ("2", "Eén loket")]
    told = words(promises)
    assert "Opent het loket" in told
    assert "1 maart 2027" in told
    assert "U wordt op de hoogte gehouden" in told
    assert "iets van een ander" not in told


def test_a_party_without_promises_is_told_so(know):
    region = Region()
    made = partner_page(know(*region.text), region.document, region.school)
    assert "Uw bijdrage is nog niet ingevuld." in words(chapter(made, "promises"))


def test_addresses_and_telephones_can_be_tapped_and_other_lines_not(know):
    lines = "Team Jeugd\n000 - 123 45 67\nsamen@lindebroek.example\n\nma–do, 9–17 uur\n12345"
    made = page(know, None, Collaboration(name="Samen", contact_point=lines))
    links = [(r.text, r.link) for r in walk(chapter(made, "contact")) if isinstance(r, Run)]
    assert links == [
        ("Team Jeugd", ""),
        ("000 - 123 45 67", "tel:0001234567"),
        ("samen@lindebroek.example", "mailto:samen@lindebroek.example"),
        ("ma–do, 9–17 uur", ""),
        ("12345", ""),
    ]


def test_the_page_is_named_after_party_document_and_status(know):
    made = page(know, TableAssent.AGREED)
    assert made.title == "Uw deel: Schoolbestuur – Samen naar school"
    assert made.status.startswith("Vastgesteld")
    assert made.cover.kicker == "Schoolbestuur"
    assert "versie 1" in made.foot.lower()


def test_an_empty_dossier_gives_a_page_all_the_same(know):
    document, party = Document(), Party()
    made = partner_page(know(document, party), document, party)
    assert chapter(made, "promises")
