"""Signals about goals, figures and stories: each fires on what breaks its rule, and on no more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ozj_desktop.model.activities import Activity, ActivityTest, TheoryOfChange
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.compass import Block, BlockState, BlockWork, Cycle
from ozj_desktop.model.goals import (
    Degree,
    Direction,
    Indicator,
    IndicatorSort,
    Measurement,
    Outcome,
    OutcomeContribution,
    Perspective,
    Voice,
    YouthFinding,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import FigureStory, ReviewMoment
from ozj_desktop.model.signals import signals
from ozj_desktop.model.signals_compass import COMPASS_CHECKS, MADE, lacks
from tests.model.conftest import TODAY, Know


class Turn:
    """A turn in which nothing asks attention, until a test spoils something in it."""

    def __init__(self) -> None:
        turn = Cycle(name="eerste ronde", starts_on=TODAY - timedelta(days=30))
        self.works = [
            BlockWork(cycle=turn.id, block=block, state=BlockState.DISCUSSED) for block in Block
        ]
        party, other = Party(name="Gemeente"), Party(name="De Stroming")
        area = Area(name="Lindebroek", kind=AreaKind.DISTRICT)
        outcome = Outcome(what="Minder kinderen thuis", together_degree=Degree.MUCH)
        indicator = Indicator(
            name="Lang thuis",
            outcome=outcome.id,
            baseline="47",
            target="20",
            perspective=Perspective.CHILD,
            area_kind=AreaKind.DISTRICT,
            discuss=True,
        )
        activity = Activity(name="Bellen op dag één")
        review = ReviewMoment(on=TODAY - timedelta(days=5), cycle=turn.id)
        self.records: dict[str, Record] = dict(
            turn=turn,
            party=party,
            area=area,
            finding=YouthFinding(cycle=turn.id, what="x", voice=Voice.PARENT),
            outcome=outcome,
            contribution=OutcomeContribution(outcome=outcome.id, party=party.id, what="uren"),
            other_party=other,
            second=OutcomeContribution(outcome=outcome.id, party=other.id, what="een plek"),
            indicator=indicator,
            own=Measurement(indicator=indicator.id, period="2025", value="47"),
            other=Measurement(indicator=indicator.id, period="2025", value="47", source="DUO"),
            theory=TheoryOfChange(if_we="bellen", outcomes=frozenset([outcome.id])),
            activity=activity,
            test=ActivityTest(activity=activity.id, outcome=outcome.id, degree=Degree.MUCH),
            agreement=Agreement(title="x", area=area.id, indicators=frozenset([indicator.id])),
            review=review,
            story=FigureStory(review=review.id, indicator=indicator.id, recognise="ja"),
        )

    def spoilt(self, **changes: dict[str, Any] | None) -> list[Record]:
        kept = dict(self.records)
        for name, fields in changes.items():
            if fields is None:
                del kept[name]
            else:
                kept[name] = replace(kept[name], **fields)
        return [*kept.values(), *self.works]


LONG_AGO = {"on": TODAY - timedelta(days=200)}
# code: what to change, what the signal is about, which facts it tells
FIRES: dict[str, tuple[dict[str, Any], str, str | None]] = {
    "finding_one_sided": ({"finding": {"voice": Voice.FIGURES}}, "turn", ""),
    "outcome_no_indicator": ({"indicator": {"outcome": None}}, "outcome", ""),
    "outcome_no_contribution": ({"contribution": None, "second": None}, "outcome", ""),
    "party_no_outcome": ({"second": None}, "turn", "De Stroming"),
    "outcome_no_child": ({"indicator": {"perspective": Perspective.NETWORK}}, "outcome", ""),
    "indicator_no_baseline": ({"indicator": {"baseline": ""}}, "indicator", ""),
    "target_wrong_way": (
        {"indicator": {"direction": Direction.UP}},
        "indicator",
        "omhoog is goed",
    ),
    "indicator_output": ({"indicator": {"sort": IndicatorSort.OUTPUT}}, "indicator", ""),
    "indicator_other_scale": (
        {"indicator": {"area_kind": AreaKind.YOUTH_REGION}},
        "indicator",
        "gemeten per jeugdregio, afgesproken per wijk",
    ),
    "figures_disagree": (
        {"other": {"value": "52"}},
        "indicator",
        "2025: DUO en onze eigen bron",
    ),
    "outcome_no_theory": ({"theory": None}, "outcome", ""),
    "outcome_no_activity": ({"test": None}, "outcome", ""),
    "activity_no_outcome": ({"test": None}, "activity", ""),
    "activity_not_tested": ({"test": {"degree": None}}, "activity", ""),
    "outcome_not_tested": ({"outcome": {"together_degree": None}}, "outcome", ""),
    "indicator_no_story": ({"story": {"recognise": ""}}, "indicator", ""),
    "review_overdue": ({"review": LONG_AGO}, "turn", None),
}


@pytest.fixture
def world() -> Turn:
    return Turn()


def test_a_turn_in_order_asks_nothing(know: Know, world: Turn) -> None:
    codes = {check.code for check in COMPASS_CHECKS}
    assert [s for s in signals(know(*world.spoilt())) if s.code in codes] == []
    assert all(lacks(know(*world.spoilt()), block) == [] for block in Block)


def test_every_check_has_a_case() -> None:
    assert sorted(check.code for check in COMPASS_CHECKS) == sorted(FIRES)


@pytest.mark.parametrize("code", FIRES)
def test_a_check_fires_on_what_breaks_its_rule(know: Know, world: Turn, code: str) -> None:
    changes, about, told = FIRES[code]
    (signal,) = [s for s in signals(know(*world.spoilt(**changes))) if s.code == code]
    assert signal.about == world.records[about].id
    assert told is None or signal.facts == told
    assert "{" not in signal.what


@pytest.mark.parametrize("code", FIRES)
def test_while_people_are_at_work_it_is_told_on_the_block_only(
    know: Know, world: Turn, code: str
) -> None:
    world.works = [replace(work, state=BlockState.BUSY) for work in world.works]
    facts = know(*world.spoilt(**FIRES[code][0]))
    assert [s for s in signals(facts) if s.code == code] == []
    (block,) = [block for block, _, check in MADE if check.code == code]
    assert code in [check.code for check, _, _ in lacks(facts, block)]


def test_a_turn_that_is_closed_asks_no_conversation(know: Know, world: Turn) -> None:
    facts = know(*world.spoilt(review=LONG_AGO, turn={"closed_on": TODAY}))
    assert [s for s in signals(facts) if s.code == "review_overdue"] == []
