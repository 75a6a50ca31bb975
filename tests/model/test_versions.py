"""When a text lies fast, which number it gets, and who is asked."""

from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Assent, Document, Stage, TableAssent, Version
from ozj_desktop.model.record import fields_of
from ozj_desktop.model.versions import (
    LIVE_DOCUMENT_FIELDS,
    LIVE_FIELDS,
    fast_in,
    frozen_among,
    frozen_fields,
    left_as_it_was,
    mending,
    next_number,
    reopened,
    submitted,
)
from tests.model.region import Region

ON = date(2026, 11, 24)
TEXT = "ab" * 32


def submit(know, region, *versions, stage=Stage.DRAFT):
    document = replace(region.document, stage=stage)
    text = [r for r in region.text if not isinstance(r, Version | Document)]
    return submitted(know(*text, document, *versions), document, TEXT, ON, "wat", "waarom")


@pytest.mark.parametrize(
    ("there", "stage", "expected"),
    [
        ([], Stage.DRAFT, (1, 0)),
        ([], Stage.EDITORIAL, (1, 0)),
        ([(1, 0)], Stage.DRAFT, (2, 0)),
        ([(1, 0)], Stage.EDITORIAL, (1, 1)),
        ([(1, 0), (1, 1)], Stage.EDITORIAL, (1, 2)),
        ([(1, 0), (1, 1)], Stage.DRAFT, (2, 0)),
        ([(1, 0), (2, 0), (1, 9)], Stage.EDITORIAL, (2, 1)),
        ([(9, 0), (10, 0)], Stage.DRAFT, (11, 0)),
    ],
)
def test_a_version_gets_the_next_number(know, there, stage, expected):
    region = Region()
    region.document = replace(region.document, stage=stage)
    text = [r for r in region.text if not isinstance(r, Version)]
    facts = know(*text, *(region.numbered(*number) for number in there))
    assert next_number(facts, region.document) == expected


def test_submitting_freezes_the_text_and_asks_every_party_that_signs(know):
    region = Region()
    version, *questions, document = submit(know, region)
    assert version == Version(
        id=version.id,
        document=region.document.id,
        major=1,
        minor=0,
        submitted_on=ON,
        what="wat",
        reason="waarom",
        content=TEXT,
        agreements=frozenset([region.plan.id, region.desk.id]),
    )
    assert [q.party for q in questions] == [region.town.id, region.school.id]
    assert {(q.version, q.table, q.table_on) for q in questions} == {
        (version.id, TableAssent.SUBMITTED, ON)
    }
    assert document == replace(region.document, stage=Stage.FROZEN)


def test_a_real_change_asks_everybody_anew(know):
    region = Region()
    version, *questions, _ = submit(know, region, region.version)
    assert (version.number, len(questions)) == ("2", 2)
    assert all(isinstance(q, Assent) and q.version == version.id for q in questions)


def test_a_redactionele_verbetering_asks_nobody(know):
    region = Region()
    made = submit(know, region, region.version, stage=Stage.EDITORIAL)
    assert [type(record) for record in made] == [Version, Document]
    assert made[0].number == "1.1"
    assert made[1].stage is Stage.FROZEN


def test_only_the_chosen_signatories_are_asked(know):
    region = Region()
    region.document = replace(region.document, signatories=frozenset([region.school.id]))
    questions = submit(know, region)[1:-1]
    assert [q.party for q in questions] == [region.school.id]


def test_a_party_that_does_not_sign_is_not_asked(know):
    region = Region()
    region.town = replace(region.town, signs=False)
    assert [q.party for q in submit(know, region)[1:-1]] == [region.school.id]


def lies_fast(facts, agreement):
    return "title" in frozen_fields(facts, agreement)


def test_an_agreement_lies_fast_in_the_newest_frozen_text_only(know):
    region, other = Region(), Document(name="ander", stage=Stage.FROZEN)
    facts = know(*region.text, other)
    assert lies_fast(facts, region.plan)
    for stage in (Stage.DRAFT, Stage.EDITORIAL):
        open_text = replace(region.document, stage=stage)
        assert not lies_fast(know(*region.text, open_text), region.plan)
    later = know(*region.text, region.numbered(2, 0, region.desk))
    assert not lies_fast(later, region.plan)


def test_a_frozen_stage_without_a_version_freezes_nothing(know):
    region = Region()
    facts = know(*(r for r in region.text if not isinstance(r, Version)))
    assert not lies_fast(facts, region.plan)


def test_reopening_mending_and_leaving_change_the_stage_alone():
    document = Document(name="x", stage=Stage.FROZEN)
    assert reopened(document) == replace(document, stage=Stage.DRAFT)
    assert mending(document) == replace(document, stage=Stage.EDITORIAL)
    assert left_as_it_was(mending(document)) == document


def test_what_stays_open_are_fields_that_exist():
    assert {f.name for f in fields_of(Agreement)} >= LIVE_FIELDS
    assert {f.name for f in fields_of(Document)} >= LIVE_DOCUMENT_FIELDS


def test_nothing_that_is_printed_as_text_stays_open():
    printed = {"title", "what", "why", "for_whom", "result", "if_it_fails", "parents", "topic"}
    printed |= {"starts_on", "ends_on", "first_evaluation_on", "principles", "legal_basis"}
    assert not printed & LIVE_FIELDS


def test_a_version_is_called_by_its_number():
    assert str(Version(document="d", major=2, minor=0)) == "versie 2"
    assert str(Version(document="d", major=1, minor=12)) == "versie 1.12"


@pytest.mark.parametrize("stage", [*Stage])
def test_many_agreements_at_once_are_frozen_as_one_by_one(know, stage):
    region = Region(document=Document(name="Samen naar school", stage=stage))
    loose = Agreement(title="In geen stuk")
    facts = know(*region.text, loose)
    every = (region.plan, region.desk, loose)
    found = frozen_among(facts, [a.id for a in every])
    assert found == {a.id: names for a in every if (names := frozen_fields(facts, a))}
    told = "de tekst ligt vast in ‘Samen naar school’"
    assert fast_in(facts, region.plan.id) == ("" if stage is Stage.DRAFT else told)
    assert fast_in(facts, loose.id) == ""
