"""A turn of the Kompas: what a block holds, what comes next, and how the next turn goes on."""

from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.model.activities import Activity
from ozj_desktop.model.compass import IN_RING, RING_OF, Block, BlockState, BlockWork, Cycle, Ring
from ozj_desktop.model.goals import Ambition, FindingSort, YouthFinding
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import ReviewDecision, ReviewMoment, Verdict
from ozj_desktop.model.turn import (
    closed,
    current,
    first_turn,
    next_step,
    next_turn,
    state_of,
    there,
    work_of,
)
from tests.model.conftest import TODAY, Know

TURN = Cycle(name="eerste ronde", starts_on=date(2024, 9, 1))


def in_state(state: BlockState, *blocks: Block) -> list[Record]:
    return [BlockWork(cycle=TURN.id, block=block, state=state) for block in blocks]


def test_every_block_has_its_place_in_the_ring() -> None:
    assert [b for blocks in IN_RING.values() for b in blocks] == [*Block]
    assert RING_OF[Block.QUALITY] is Ring.DO


def test_a_dossier_begins_without_a_turn(know: Know) -> None:
    assert current(know()) is None
    assert str(first_turn(TODAY)) == "eerste ronde"


def test_the_current_turn_is_the_one_that_is_open(know: Know) -> None:
    later = Cycle(name="tweede ronde", previous=TURN.id)
    assert current(know(replace(TURN, closed_on=TODAY), later)) == later
    assert current(know(replace(TURN, closed_on=TODAY))) is not None


def test_a_block_is_busy_once_there_is_something_in_it(know: Know) -> None:
    facts = know(TURN, Ambition(what="Elk kind doet mee"))
    assert state_of(facts, TURN, Block.AMBITIONS) is BlockState.BUSY
    assert state_of(facts, TURN, Block.OUTCOMES) is BlockState.NOT_STARTED


def test_what_people_say_of_a_block_goes_before_what_is_in_it(know: Know) -> None:
    facts = know(TURN, Ambition(what="x"), *in_state(BlockState.ADOPTED, Block.AMBITIONS))
    assert state_of(facts, TURN, Block.AMBITIONS) is BlockState.ADOPTED


def test_findings_are_of_one_turn_and_ambitions_of_all(know: Know) -> None:
    other = Cycle(name="nul")
    mine, before = YouthFinding(cycle=TURN.id, what="a"), YouthFinding(cycle=other.id, what="b")
    facts = know(TURN, other, mine, before, Ambition(what="x"))
    assert there(facts, TURN, Block.STATE) == [mine]
    assert len(there(facts, other, Block.AMBITIONS)) == 1


def test_quality_shows_the_activities_of_which_something_was_written(know: Know) -> None:
    plain, described = Activity(name="Spreekuur"), Activity(name="Coach", basis="onderzocht")
    assert there(know(TURN, plain, described), TURN, Block.QUALITY) == [described]


def test_what_is_begun_comes_next_before_what_is_new(know: Know) -> None:
    facts = know(TURN, Ambition(what="x"))
    step = next_step(facts, TURN)
    assert step is not None
    assert step.block is Block.AMBITIONS


def test_there_is_always_one_next_step_until_all_was_discussed(know: Know) -> None:
    done: list[Record] = []
    for block in Block:
        step = next_step(know(TURN, *done), TURN)
        assert step is not None
        assert step.block is block
        done += in_state(BlockState.DISCUSSED, block)
    assert next_step(know(TURN, *done), TURN) is None


@pytest.fixture
def decided() -> list[Record]:
    review = ReviewMoment(name="najaar", on=date(2026, 11, 19), cycle=TURN.id)
    going, stopped = Activity(name="Coach"), Activity(name="Formulier")
    first = ReviewMoment(name="voorjaar", on=date(2026, 4, 1), cycle=TURN.id)
    return [
        *(TURN, review, first, going, stopped),
        ReviewDecision(review=first.id, activity=stopped.id, verdict=Verdict.CONTINUE),
        ReviewDecision(
            review=review.id, activity=going.id, verdict=Verdict.STRENGTHEN, reason="overal"
        ),
        ReviewDecision(review=review.id, activity=stopped.id, verdict=Verdict.STOP),
    ]


def of(records: list[Record], kind: type[Record]) -> list[Record]:
    return [record for record in records if type(record) is kind]


def test_the_next_turn_begins_from_the_decisions(know: Know, decided: list[Record]) -> None:
    found = next_turn(know(*decided), TURN, TODAY)
    (turn,) = of(found, Cycle)
    assert (str(turn), turn.previous) == ("tweede ronde", TURN.id)  # type: ignore[attr-defined]
    (stopped,) = of(found, Activity)
    assert stopped.ends_on == TODAY  # type: ignore[attr-defined]
    (work,) = of(found, BlockWork)
    assert work.missing == "Coach: versterken (overal)"  # type: ignore[attr-defined]


def test_what_asked_attention_is_looked_at_again(know: Know) -> None:
    bad = YouthFinding(cycle=TURN.id, what="lang thuis", sort=FindingSort.PROBLEM)
    good = YouthFinding(cycle=TURN.id, what="leest graag", sort=FindingSort.GOOD)
    found = next_turn(know(TURN, bad, good), TURN, TODAY)
    (again,) = of(found, YouthFinding)
    assert (again.what, again.id != bad.id) == ("lang thuis", True)  # type: ignore[attr-defined]


def test_an_activity_that_ended_before_keeps_its_date(know: Know, decided: list[Record]) -> None:
    ended = date(2025, 7, 1)
    records = [
        replace(r, ends_on=ended) if isinstance(r, Activity) and r.name == "Formulier" else r
        for r in decided
    ]
    assert of(next_turn(know(*records), TURN, TODAY), Activity) == []


def test_a_closed_turn_keeps_its_picture() -> None:
    done = closed(TURN, "ab12", TODAY)
    assert (done.running, done.picture) == (False, "ab12")


def test_work_of_a_block_is_one_record(know: Know) -> None:
    work = BlockWork(cycle=TURN.id, block=Block.STATE, notes="x")
    assert work_of(know(TURN, work), TURN, Block.STATE) == work
    assert work_of(know(TURN), TURN, Block.STATE).id == work.id
