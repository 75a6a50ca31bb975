"""What a turn looked like: kept as it was when it closed, drawn from the records while it runs.

Kept as JSON, so that it can be read by whoever comes later, without the records of then.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from ozj_desktop.model import figures, periods
from ozj_desktop.model.activities import Activity
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.compass import Block, BlockState, Cycle
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.goals import Indicator, Outcome
from ozj_desktop.model.reviews import ReviewDecision
from ozj_desktop.model.series import progress, whole_line
from ozj_desktop.model.turn import decisions, state_of, there, work_of

FORMAT = 1


@dataclass(frozen=True)
class BlockPicture:
    """`state` is the code of a BlockState; `things` are called as they were then."""

    block: str
    state: str
    things: tuple[str, ...]
    notes: str


@dataclass(frozen=True)
class FigurePicture:
    """An indicator with the newest figure of then, written out; `trend` is the code of a Trend."""

    outcome: str
    name: str
    figure: str
    period: str
    target: str
    trend: str


@dataclass(frozen=True)
class DecisionPicture:
    """What was decided on what, and why."""

    about: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class TurnPicture:
    """One turn. `began` and `closed` are days (ISO), "" for none."""

    name: str
    began: str
    closed: str
    blocks: tuple[BlockPicture, ...]
    figures: tuple[FigurePicture, ...]
    decisions: tuple[DecisionPicture, ...]
    looking_back: str

    def block(self, block: Block) -> BlockPicture:
        """As new where the turn did not know it."""
        new = BlockPicture(block.value, BlockState.NOT_STARTED.value, (), "")
        return next((each for each in self.blocks if each.block == block.value), new)


def picture(facts: Facts, turn: Cycle) -> TurnPicture:
    """The turn as it is now."""
    return TurnPicture(
        turn.name,
        turn.starts_on.isoformat() if turn.starts_on else "",
        turn.closed_on.isoformat() if turn.closed_on else "",
        tuple(_block(facts, turn, block) for block in Block),
        tuple(_figure(facts, each) for each in _indicators(facts)),
        tuple(_decision(facts, each) for each in decisions(facts, turn) if _is_open(facts, each)),
        turn.looking_back,
    )


def _block(facts: Facts, turn: Cycle, block: Block) -> BlockPicture:
    things = tuple(str(thing) for thing in there(facts, turn, block))
    notes = work_of(facts, turn, block).notes
    return BlockPicture(block.value, state_of(facts, turn, block).value, things, notes)


def _indicators(facts: Facts) -> list[Indicator]:
    """In the order of the results they belong to; the others last."""
    places = {str(outcome.id): n for n, outcome in enumerate(in_order(facts.all(Outcome)))}
    found = in_order(facts.all(Indicator))
    return sorted(found, key=lambda i: places.get(str(i.outcome), len(places)))


def _figure(facts: Facts, indicator: Indicator) -> FigurePicture:
    line = whole_line(facts, indicator)
    last = line.points[-1] if line else None
    outcome = facts.get(Outcome, indicator.outcome)
    return FigurePicture(
        str(outcome or ""),
        indicator.name,
        figures.shown(last.figure, indicator.measure) if last else "",
        last.period.code if last else "",
        figures.shown(indicator.target, indicator.measure),
        progress(indicator, line).trend.value,
    )


def _is_open(facts: Facts, each: ReviewDecision) -> bool:
    """What is confidential is left out: this is looked at long after."""
    agreement = facts.get(Agreement, each.agreement)
    return agreement is None or not agreement.confidential


def _decision(facts: Facts, each: ReviewDecision) -> DecisionPicture:
    thing = facts.get(Activity, each.activity) or facts.get(Agreement, each.agreement)
    return DecisionPicture(
        str(thing or ""), each.verdict.label if each.verdict else "", each.reason
    )


# Kept


def to_json(shown: TurnPicture) -> bytes:
    return json.dumps({"format": FORMAT, **asdict(shown)}, ensure_ascii=False).encode()


def from_json(kept: bytes) -> TurnPicture:
    """Raise ValueError where it is no picture, or one of a newer program."""
    try:
        told = json.loads(kept)
        if told.pop("format") != FORMAT:
            raise ValueError("a picture of a newer program")
        return TurnPicture(**{**told, **_tuples(told)})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a picture of a turn") from error


def _tuples(told: dict[str, Any]) -> dict[str, Any]:
    blocks = (BlockPicture(**{**b, "things": tuple(b["things"])}) for b in told["blocks"])
    return {
        "blocks": tuple(blocks),
        "figures": tuple(FigurePicture(**f) for f in told["figures"]),
        "decisions": tuple(DecisionPicture(**d) for d in told["decisions"]),
    }


def period_of(shown: FigurePicture) -> str:
    """When its figure is of, in words."""
    return periods.in_field(shown.period)
