"""Wat nu: one step after the other, from an empty document to a signed one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ozj_desktop.model.agreements import Decision
from ozj_desktop.model.documents import Document, Stage, TableAssent
from ozj_desktop.model.next_step import next_step
from tests.model.conftest import Know
from tests.model.region import DECIDED, Region, except_for

DAY = date(2026, 11, 20)


def test_a_document_without_agreements_asks_to_choose_them(know: Know) -> None:
    new = Document(name="Nieuw")
    found = next_step(know(new), new)
    assert found is not None
    assert (found.words, found.where) == ("Kies afspraken", "inclusion")


@pytest.mark.parametrize(
    ("stage", "told"),
    [(Stage.DRAFT, "leg het stuk opnieuw voor"), (Stage.EDITORIAL, "leg ze vast")],
)
def test_what_may_change_is_to_be_submitted(know: Know, stage: Stage, told: str) -> None:
    region = Region()
    document = replace(region.document, stage=stage)
    facts = know(*region.agreed(), document)
    found = next_step(facts, document)
    assert found is not None
    assert told in found.told
    assert found.where == "version"


@pytest.mark.parametrize(
    ("town", "school", "told", "where"),
    [
        ({"table": "submitted"}, {}, "Vraag akkoord aan Gemeente Lindebroek.", "version"),
        ({"table": "reserved"}, {}, "Praat verder met Gemeente Lindebroek", "version"),
        ({"table": "refused"}, {"table": "submitted"}, "Vraag akkoord aan Schoolb", "version"),
        ({"decided_on": None}, {}, "Noteer het besluit van Gemeente Lindebroek.", "decided"),
        ({}, {}, "Laat tekenen: Gemeente Lindebroek en Schoolbestuur.", "signed"),
        ({"signed_on": DAY}, {"signed_on": DAY}, "Vastgesteld en getekend.", ""),
    ],
)
def test_what_lies_fast_goes_from_answer_to_signature(
    know: Know, town: dict[str, Any], school: dict[str, Any], told: str, where: str
) -> None:
    region = Region()
    said = [
        region.says(
            party,
            TableAssent(how.get("table", "agreed")),
            decided_on=how.get("decided_on", DECIDED),
            signed_on=how.get("signed_on"),
        )
        for party, how in ((region.town, town), (region.school, school))
    ]
    found = next_step(know(*region.text, *said), region.document)
    assert found is not None
    assert told in found.told
    assert found.where == where


def test_an_exception_on_one_agreement_asks_to_talk_on(know: Know) -> None:
    region = Region()
    town = region.says(region.town)
    records = [*region.text, town, region.says(region.school), except_for(town, region.plan)]
    found = next_step(know(*records), region.document)
    assert found is not None
    assert "Praat verder met Gemeente Lindebroek" in found.told


def test_what_lapsed_asks_nothing(know: Know) -> None:
    region = Region()
    lapsed = replace(region.document, decision_set=Decision.LAPSED)
    assert next_step(know(*region.agreed(), lapsed), lapsed) is None
