"""States of assent in words, the same wherever they are shown."""

from collections import Counter
from datetime import date

import pytest

from ozj_desktop.model.blocks import Mark
from ozj_desktop.model.documents import Assent, Said, TableAssent
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Party
from ozj_desktop.model.phrases import (
    MARKS,
    answer,
    decided,
    item,
    mark,
    mark_of,
    numbers_in,
    party,
    signed,
    summary,
    until,
)
from tests.model.region import Region, except_for

BUDGET = ListItem(list="reservation", code="budget", label="begroting")
COLLEGE = ListItem(list="body", code="executive", label="college")
DAY = date(2026, 12, 17)


def said(table: TableAssent = TableAssent.AGREED, **more) -> Assent:
    return Assent(version="v", party="p", table=table, **more)


def test_every_state_has_a_word_and_a_shape():
    assert MARKS.keys() == set(TableAssent)
    assert len({mark(said) for said in Said}) == len(Said) == len({said.label for said in Said})


def test_a_summary_counts_the_settled_first_and_leaves_out_nothings():
    found = Counter({Said.SUBMITTED: 1, Said.EXCEPT: 1, Said.AGREED: 3, Said.RESERVED: 2})
    told = "3 akkoord, 1 met een uitzondering, 2 onder voorbehoud, 1 voorgelegd"
    assert summary(found) == told
    assert summary(Counter()) == ""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (TableAssent.AGREED, "Akkoord"),
        (TableAssent.RESERVED, "Akkoord onder voorbehoud"),
        (TableAssent.REFUSED, "Niet akkoord"),
        (TableAssent.SUBMITTED, "Voorgelegd"),
        (TableAssent.NOT_ASKED, "Nog niet gevraagd"),
    ],
)
def test_an_answer_in_words(know, table, expected):
    facts = know()
    assert answer(facts, said(table)) == expected
    assert mark_of(facts, said(table)) is MARKS[table]


def test_a_reservation_says_of_what(know):
    facts = know(BUDGET)
    given = said(TableAssent.RESERVED, reservation=BUDGET.id)
    assert answer(facts, given) == "Akkoord onder voorbehoud van begroting"
    assert item(facts, item_id("reservation", "niet-in-de-lijst")) == ""


def test_an_exception_is_told_by_the_number_in_the_document(know):
    region = Region()
    given = region.says(region.school)
    facts = know(*region.text, given, *(except_for(given, a) for a in (region.desk, region.plan)))
    assert answer(facts, given) == "Akkoord, behalve met afspraak 1 en afspraak 2"
    assert mark_of(facts, given) is Mark.EXCEPT
    assert numbers_in(facts, region.document) == {region.plan.id: 1, region.desk.id: 2}


def test_an_exception_on_what_is_no_longer_in_the_document_has_no_number(know):
    region = Region()
    given = region.says(region.school)
    loose = [region.plan, region.desk, *region.people, region.document, region.version]
    facts = know(*loose, given, except_for(given, region.plan))
    assert answer(facts, given) == "Akkoord, behalve met een afspraak"


def test_a_point_that_was_settled_is_no_exception(know):
    region = Region()
    given = region.says(region.school)
    facts = know(*region.text, given, except_for(given, region.plan, TableAssent.AGREED))
    assert answer(facts, given) == "Akkoord"


def test_a_party_is_called_by_its_name_in_lists_by_its_short_one(know):
    long, bare = Party(name="Gemeente Lindebroek", short_name="Lindebroek"), Party(name="SWV")
    nameless = Party()
    facts = know(long, bare, nameless)
    assert party(facts, long.id) == "Gemeente Lindebroek"
    assert party(facts, long.id, short=True) == "Lindebroek"
    assert party(facts, bare.id, short=True) == "SWV"
    assert party(facts, nameless.id) == "partij zonder naam"
    assert party(facts, None) == ""


def test_dates_of_an_answer(know):
    reserved = said(TableAssent.RESERVED, reservation_until=DAY)
    assert until(reserved) == "daarover wordt besloten op 17 december 2026"
    assert until(said(reservation_until=DAY)) == ""
    assert until(said(TableAssent.RESERVED)) == ""


def test_a_decision_is_taken_planned_or_not_there_yet(know):
    facts = know(COLLEGE)
    assert decided(facts, said(body=COLLEGE.id, decided_on=DAY)) == "college, 17-12-2026"
    assert decided(facts, said(decided_on=DAY, planned_on=DAY)) == "17-12-2026"
    assert decided(facts, said(body=COLLEGE.id, planned_on=DAY)) == "college: gepland 17-12-2026"
    assert decided(facts, said(planned_on=DAY)) == "gepland 17-12-2026"
    assert decided(facts, said(body=COLLEGE.id)) == ""


def test_a_signature_without_a_date_is_none():
    given = {"signed_by": "H. Bosgraaf", "capacity": "wethouder"}
    assert signed(said(**given, signed_on=DAY)) == "H. Bosgraaf, wethouder, 17-12-2026"
    assert signed(said(signed_on=DAY)) == "17-12-2026"
    assert signed(said(**given)) == ""
