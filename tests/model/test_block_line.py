"""What is typed on the one line of a block."""

import pytest

from ozj_desktop.model.actions import Action
from ozj_desktop.model.activities import Activity, ActivityResult, TheoryOfChange
from ozj_desktop.model.block_line import made_of, newest_activity
from ozj_desktop.model.compass import Block, Cycle
from ozj_desktop.model.goals import Ambition, Outcome
from ozj_desktop.model.record import Record
from ozj_desktop.model.turn import HOLDS
from tests.model.conftest import TODAY, Know

TURN = Cycle(name="eerste ronde")
COACH = Activity(name="Coach op school")


@pytest.mark.parametrize("block", [b for b in Block if b is not Block.QUALITY])
def test_a_line_becomes_what_its_block_holds(know: Know, block: Block) -> None:
    made = made_of(know(TURN, COACH), TURN, block, "één zin", COACH)
    assert type(made) is HOLDS[block]
    assert "één zin" in str(made) or "één zin" in getattr(made, "use", "")


def test_what_must_be_better_becomes_an_action(know: Know) -> None:
    made = made_of(know(TURN, COACH), TURN, Block.QUALITY, "elke week overleg", COACH)
    assert made == Action(id=made.id, what="elke week overleg", came_from=COACH.id)


def test_a_result_belongs_to_the_only_ambition(know: Know) -> None:
    ambition = Ambition(what="Elk kind doet mee")
    made = made_of(know(TURN, ambition), TURN, Block.OUTCOMES, "x", None)
    assert made.ambition == ambition.id  # type: ignore[attr-defined]
    other = Ambition(what="Elk kind is veilig")
    made = made_of(know(TURN, ambition, other), TURN, Block.OUTCOMES, "x", None)
    assert made.ambition is None  # type: ignore[attr-defined]


def test_a_new_thing_stands_last(know: Know) -> None:
    before: list[Record] = [Outcome(what="a", position=0), Outcome(what="b", position=4)]
    made = made_of(know(TURN, *before), TURN, Block.OUTCOMES, "c", None)
    assert made.position == 5  # type: ignore[attr-defined]


def test_the_opening_words_are_not_typed_twice(know: Know) -> None:
    made = made_of(know(TURN), TURN, Block.THEORY, "Als wij eerder bellen", None)
    assert isinstance(made, TheoryOfChange)
    assert made.if_we == "eerder bellen"


def test_what_is_heard_in_one_half_year_stands_together(know: Know) -> None:
    first = made_of(know(TURN, COACH), TURN, Block.RESULTS, "Fijn dat hij luistert", COACH)
    assert isinstance(first, ActivityResult)
    assert first.period == f"{TODAY.year}-2"
    second = made_of(know(TURN, COACH, first), TURN, Block.RESULTS, "Hij was er te kort", COACH)
    assert second.id == first.id
    assert second.use == "Fijn dat hij luistert\nHij was er te kort"  # type: ignore[attr-defined]


def test_a_line_is_about_the_newest_activity_unless_told_otherwise(know: Know) -> None:
    assert newest_activity(know()) is None
    assert newest_activity(know(COACH, Activity(name="b", position=3))) != COACH
