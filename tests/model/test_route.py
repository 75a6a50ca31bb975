"""From the date of signing backwards: what must be where when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ozj_desktop.model.parties import Party, RouteStep
from ozj_desktop.model.route import SOON, legs, roads
from tests.model.conftest import TODAY
from tests.model.region import Region

SIGNING = date(2027, 2, 1)


def steps(party: Party, *days: int) -> list[RouteStep]:
    return [RouteStep(party=party.id, position=n, days=d) for n, d in enumerate(days)]


def told(found):
    return [(leg.hand_in.isoformat(), leg.decides.isoformat()) for leg in found]


def test_each_meeting_decides_when_the_next_wants_its_papers():
    found = legs(steps(Party(), 14, 21, 34), SIGNING)
    assert told(found) == [
        ("2026-11-24", "2026-12-08"),
        ("2026-12-08", "2026-12-29"),
        ("2026-12-29", "2027-02-01"),
    ]


def test_meetings_go_by_their_place_not_by_the_order_they_come_in():
    route = steps(Party(), 14, 21, 34)
    assert legs(route[::-1], SIGNING) == legs(route, SIGNING)


def test_a_negative_number_of_days_counts_as_none():
    assert told(legs(steps(Party(), -400, 7), SIGNING)) == [
        ("2027-01-25", "2027-01-25"),
        ("2027-01-25", "2027-02-01"),
    ]


@pytest.mark.parametrize("days", [1_000_000, 2**62])
def test_a_number_of_days_beyond_the_calendar_is_only_very_late(days, know):
    region = Region()
    region.document = replace(region.document, signing_on=SIGNING)
    facts = know(*region.agreed(), *steps(region.town, 7, days))
    road = roads(facts, region.document)[0]
    assert road.hand_in == date.min
    assert road.legs[-1].decides == SIGNING


def test_a_party_without_meetings_has_no_papers_to_hand_in(know):
    region = Region()
    region.document = replace(region.document, signing_on=SIGNING)
    road = roads(know(*region.text), region.document)[0]
    assert (road.legs, road.hand_in) == ((), None)
    assert not road.late(TODAY)
    assert not road.soon(TODAY)


def test_without_a_date_of_signing_there_is_no_road(know):
    region = Region()
    assert roads(know(*region.agreed(), *steps(region.town, 7)), region.document) == []


def test_every_signing_party_has_a_road_before_anything_was_submitted(know):
    region = Region()
    region.document = replace(region.document, signing_on=SIGNING)
    facts = know(*region.people, region.document, *steps(region.school, 7))
    found = roads(facts, region.document)
    assert [(r.party, len(r.legs), r.decided) for r in found] == [
        (region.town, 0, False),
        (region.school, 1, False),
    ]


@pytest.mark.parametrize(
    ("hand_in", "late", "soon"),
    [
        (TODAY - timedelta(days=1), True, False),
        (TODAY, False, True),
        (TODAY + SOON, False, True),
        (TODAY + SOON + timedelta(days=1), False, False),
    ],
)
def test_papers_are_late_soon_or_neither(know, hand_in, late, soon):
    region = Region()
    region.document = replace(region.document, signing_on=hand_in + timedelta(days=7))
    question = region.says(region.town, decided_on=None)
    facts = know(*region.text, question, *steps(region.town, 7))
    road = roads(facts, region.document)[0]
    assert (road.hand_in, road.late(TODAY), road.soon(TODAY)) == (hand_in, late, soon)


def test_who_has_decided_is_never_late(know):
    region = Region()
    region.document = replace(region.document, signing_on=TODAY)
    facts = know(*region.agreed(), *steps(region.town, 30))
    road = roads(facts, region.document)[0]
    assert road.decided
    assert not road.late(TODAY)


def test_a_decision_on_an_older_version_does_not_count(know):
    region = Region()
    region.document = replace(region.document, signing_on=TODAY)
    facts = know(*region.agreed(), region.numbered(2), *steps(region.town, 30))
    road = roads(facts, region.document)[0]
    assert not road.decided
    assert road.late(TODAY)
