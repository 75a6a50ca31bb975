"""One turn of the Kompas: what each block holds, what comes next, closing it and going on.

There is no order in which blocks must be done. What comes next is an offer, never a gate.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ozj_desktop.model.activities import Activity, ActivityResult, TheoryOfChange
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.charter import ExistingWork
from ozj_desktop.model.compass import (
    Block,
    BlockState,
    BlockWork,
    Cycle,
    LearningCard,
)
from ozj_desktop.model.dutch import ORDINALS
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.goals import Ambition, FindingSort, Outcome, YouthFinding
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import ReviewDecision, ReviewMoment, Verdict

YEARS = 2  # a turn takes, unless somebody decides otherwise
HOLDS: dict[Block, type[Record]] = {
    Block.TOGETHER: ExistingWork,
    Block.STATE: YouthFinding,
    Block.AMBITIONS: Ambition,
    Block.OUTCOMES: Outcome,
    Block.THEORY: TheoryOfChange,
    Block.ACTIVITIES: Activity,
    Block.QUALITY: Activity,
    Block.RESULTS: ActivityResult,
    Block.LEARNING: LearningCard,
}
BY_TURN = (YouthFinding, LearningCard)  # made anew in every turn; the rest goes on


def current(facts: Facts) -> Cycle | None:
    """The turn that is going on: the newest that is not closed; else the newest."""
    turns = in_order(facts.all(Cycle))
    running = [turn for turn in turns if turn.running]
    return next(reversed(running or turns), None)


def first_turn(today: date) -> Cycle:
    """What a samenwerking begins with, without asking anything."""
    return Cycle(name=_name(1), starts_on=today)


def work_of(facts: Facts, turn: Cycle, block: Block) -> BlockWork:
    """As new where nothing was written yet."""
    found = (w for w in facts.of(BlockWork, "cycle", turn.id) if w.block is block)
    return next(found, BlockWork(cycle=turn.id, block=block))


def beside(facts: Facts, thing: Record) -> list[Record]:
    """What stands in one list with a thing."""
    if isinstance(thing, BY_TURN):
        return [*facts.of(type(thing), "cycle", thing.cycle)]
    return [*facts.all(type(thing))]


def there(facts: Facts, turn: Cycle, block: Block) -> list[Record]:
    """What is in a block by now, in the order that people gave it."""
    kind = HOLDS[block]
    found: Iterable[Record] = facts.all(kind)
    if kind in BY_TURN:
        found = facts.of(kind, "cycle", turn.id)
    if block is Block.QUALITY:
        found = [a for a in facts.all(Activity) if a.basis or a.professionals or a.organisation]
    return in_order(found)


def state_of(facts: Facts, turn: Cycle, block: Block) -> BlockState:
    """As people set it; busy as soon as there is something in it."""
    work = work_of(facts, turn, block)
    if work.state is BlockState.NOT_STARTED and (_written(work) or there(facts, turn, block)):
        return BlockState.BUSY
    return work.state


def _written(work: BlockWork) -> bool:
    return bool(work.there or work.missing or work.notes or work.discussed_on)


class Step(NamedTuple):
    """What to do next: which block, and in a sentence what for."""

    block: Block
    told: str


OFFERS = {
    Block.TOGETHER: "Schrijf op waar u samen op kunt bouwen.",
    Block.STATE: "Kijk samen hoe het gaat met kinderen en jongeren.",
    Block.AMBITIONS: "Spreek af waar u samen naartoe wilt.",
    Block.OUTCOMES: "Maak een ambitie zichtbaar: wat is er over vier jaar anders?",
    Block.THEORY: "Bespreek waarom u denkt dat uw aanpak werkt.",
    Block.ACTIVITIES: "Kies wat u gaat doen, en toets of het bijdraagt.",
    Block.QUALITY: "Bespreek hoe u het goed doet.",
    Block.RESULTS: "Vraag wat kinderen en ouders ervan merken.",
    Block.LEARNING: "Bespreek de cijfers en het verhaal, en besluit wat anders moet.",
}


def next_step(facts: Facts, turn: Cycle) -> Step | None:
    """The first block that was not discussed and that has what it needs; None once all were."""
    states = {block: state_of(facts, turn, block) for block in Block}
    done = (BlockState.DISCUSSED, BlockState.ADOPTED)
    left = [block for block in Block if states[block] not in done]
    busy = [block for block in left if states[block] is BlockState.BUSY]
    # What is begun goes before what is new; but nobody is held in a block: it only comes first.
    chosen = next(iter(busy or left), None)
    return Step(chosen, OFFERS[chosen]) if chosen else None


# Closing, and the next one


def closed(turn: Cycle, picture: str, today: date) -> Cycle:
    return replace(turn, closed_on=today, picture=picture)


def next_turn(facts: Facts, turn: Cycle, today: date) -> list[Record]:
    """What to save for a turn that goes on from this one: its decisions, and what asked attention.

    Ambitions, results, figures and activities stay as they are: they belong to all turns.
    """
    count = len(facts.all(Cycle)) + 1
    new = Cycle(
        name=_name(count),
        starts_on=today,
        ends_on=today + timedelta(days=365 * YEARS),
        previous=turn.id,
    )
    decided = decisions(facts, turn)
    blocks = [
        BlockWork(cycle=new.id, block=Block.ACTIVITIES, missing=_to_do(facts, decided)),
        BlockWork(cycle=new.id, block=Block.TOGETHER, there=turn.looking_back),
    ]
    kept = [block for block in blocks if block.missing or block.there]
    return [new, *kept, *_findings(facts, turn, new), *_stopped(facts, decided, today)]


def decisions(facts: Facts, turn: Cycle) -> list[ReviewDecision]:
    """The last one on each activity and each agreement, of the reviews of a turn."""
    reviews = sorted(facts.of(ReviewMoment, "cycle", turn.id), key=lambda r: (str(r.on), r.id))
    last: dict[str, ReviewDecision] = {}
    for review in reviews:
        for each in facts.of(ReviewDecision, "review", review.id):
            if each.verdict is not None:
                last[str(each.activity or each.agreement)] = each
    return list(last.values())


def _to_do(facts: Facts, decided: Iterable[ReviewDecision]) -> str:
    """What was decided and is to be worked out, a line each."""
    work = (Verdict.STRENGTHEN, Verdict.PRIORITISE, Verdict.ADJUST)
    lines = []
    for each in decided:
        thing = facts.get(Activity, each.activity) or facts.get(Agreement, each.agreement)
        secret = isinstance(thing, Agreement) and thing.confidential
        if thing and not secret and each.verdict in work and each.verdict is not None:
            reason = f" ({each.reason})" if each.reason else ""
            lines.append(f"{thing}: {each.verdict.label}{reason}")
    return "\n".join(lines)


def _findings(facts: Facts, turn: Cycle, new: Cycle) -> list[Record]:
    """What is a problem or asks attention is looked at again; what goes well is history."""
    return [
        YouthFinding(**{**found.__dict__, "id": "", "cycle": new.id})
        for found in in_order(facts.of(YouthFinding, "cycle", turn.id))
        if found.sort is not FindingSort.GOOD
    ]


def _stopped(facts: Facts, decided: Iterable[ReviewDecision], today: date) -> list[Record]:
    """An activity that people decided to stop ends, unless it ended before."""
    found: list[Record] = []
    for each in decided:
        activity = facts.get(Activity, each.activity)
        if activity and each.verdict is Verdict.STOP and not _ended(activity, today):
            found.append(replace(activity, ends_on=today))
    return found


def _ended(activity: Activity, today: date) -> bool:
    return activity.ends_on is not None and activity.ends_on <= today


def _name(count: int) -> str:
    """Eerste ronde, tweede ronde, … 11e ronde."""
    return f"{ORDINALS[count - 1] if count <= len(ORDINALS) else f'{count}e'} ronde"
