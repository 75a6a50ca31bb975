"""Who is missing: the signals say who, and here why, and what is done about it."""

from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.model.actions import ActionState
from ozj_desktop.model.gaps import (
    OFTEN_THERE,
    action_for,
    gaps,
    open_gaps,
    others,
    party_of,
)
from ozj_desktop.model.lists import item_id
from ozj_desktop.model.parties import Domain, Party
from ozj_desktop.model.signals import set_aside, signals
from ozj_desktop.model.signals_parties import FORGOTTEN, VOICES
from tests.model.conftest import Know

ITEMS = starting_items()
TOWN = Party(name="Gemeente", kind=item_id("party_kind", "municipality"))


def codes(found: list[object]) -> list[str]:
    return [gap.item.code for gap in found]  # type: ignore[attr-defined]


def test_every_kind_that_can_be_missing_has_its_reason() -> None:
    known = {item.code for item in ITEMS if item.list == "party_kind"}
    assert all(party_kinds().of(code).why for code in (*FORGOTTEN, *VOICES))
    assert known >= {*FORGOTTEN, *VOICES, *OFTEN_THERE}


def test_the_often_forgotten_come_first_and_are_those_of_the_signals(know: Know) -> None:
    facts = know(*ITEMS, TOWN)
    assert codes(gaps(facts, party_kinds())) == [*FORGOTTEN, *VOICES]  # type: ignore[arg-type]
    found = [s for s in signals(facts) if s.code in ("missing", "unheard")]
    told = {one.about for signal in found for one in signal.each()}
    assert {gap.item.id for gap in gaps(facts, party_kinds())} == told
    assert all("2018" in gap.source and gap.why for gap in gaps(facts, party_kinds()))


def test_without_parties_nobody_is_missing(know: Know) -> None:
    assert gaps(know(*ITEMS), party_kinds()) == []


def test_a_party_of_that_kind_fills_the_gap(know: Know) -> None:
    item = next(i for i in ITEMS if i.code == "parents")
    party = party_of(item, party_kinds().of(item.code), 4)
    assert (party.domain, party.signs, party.position) == (Domain.CITIZENS, False, 4)
    assert "parents" not in codes(gaps(know(*ITEMS, TOWN, party), party_kinds()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "open_still"), [(ActionState.OPEN, 7), (ActionState.BUSY, 7), (ActionState.DONE, 8)]
)
def test_an_action_that_runs_counts_as_something_done(
    know: Know, state: ActionState, open_still: int
) -> None:
    item = next(i for i in ITEMS if i.code == "mbo")
    action = replace(action_for(item), state=state, due=date(2027, 1, 1))
    facts = know(*ITEMS, TOWN, action)
    assert open_gaps(gaps(facts, party_kinds())) == open_still
    found = next(gap for gap in gaps(facts, party_kinds()) if gap.item.code == "mbo")
    assert (found.action is None) == (open_still == 8)


def test_what_was_set_aside_comes_last_with_its_reason(know: Know) -> None:
    first = gaps(know(*ITEMS, TOWN), party_kinds())[0]
    facts = know(*ITEMS, TOWN, set_aside(first.signal, "komt in 2028"))
    assert gaps(facts, party_kinds())[-1].item.code == first.item.code
    assert gaps(facts, party_kinds())[-1].signal.aside == "komt in 2028"
    assert open_gaps(gaps(facts, party_kinds())) == 7


def test_kinds_that_are_often_there_can_be_added_too(know: Know) -> None:
    found = [item.code for item in others(know(*ITEMS, TOWN))]
    assert "municipality" not in found
    assert "police" in found
