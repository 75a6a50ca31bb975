"""The one line of a block: what becomes of what was typed there."""

from collections.abc import Sequence
from datetime import date

from ozj_desktop.model import periods
from ozj_desktop.model.actions import Action
from ozj_desktop.model.activities import Activity, ActivityResult, TheoryOfChange
from ozj_desktop.model.charter import ExistingWork
from ozj_desktop.model.compass import Block, Cycle, LearningCard
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.goals import Ambition, Outcome, YouthFinding
from ozj_desktop.model.periods import PeriodKind
from ozj_desktop.model.record import Id, Record

ABOUT_AN_ACTIVITY = (Block.QUALITY, Block.RESULTS)
IF_WE = "als wij "


def made_of(
    facts: Facts, turn: Cycle, block: Block, text: str, activity: Activity | None
) -> Record:
    """What a line becomes, last in its list. In blocks 4 and 5 it is about an activity."""
    match block:
        case Block.TOGETHER:
            return ExistingWork(name=text)
        case Block.STATE:
            place = _last(facts.of(YouthFinding, "cycle", turn.id))
            return YouthFinding(cycle=turn.id, what=text, position=place)
        case Block.AMBITIONS:
            return Ambition(what=text, position=_last(facts.all(Ambition)))
        case Block.OUTCOMES:
            return _outcome(facts, text)
        case Block.THEORY:
            place = _last(facts.all(TheoryOfChange))
            return TheoryOfChange(if_we=_without_opening(text), position=place)
        case Block.ACTIVITIES:
            return Activity(name=text, position=_last(facts.all(Activity)))
        case Block.LEARNING:
            place = _last(facts.all(LearningCard))
            return LearningCard(title=text, cycle=turn.id, on=facts.today, position=place)
    assert activity is not None, "blocks 4 and 5 are about an activity"
    if block is Block.QUALITY:
        return Action(what=text, came_from=Id(activity.id))
    return _result(facts, text, activity, facts.today)


def _outcome(facts: Facts, text: str) -> Outcome:
    """Of the only ambition, where there is one."""
    ambitions = facts.all(Ambition)
    only = ambitions[0].id if len(ambitions) == 1 else None
    return Outcome(what=text, ambition=only, position=_last(facts.all(Outcome)))


def _result(facts: Facts, text: str, activity: Activity, today: date) -> ActivityResult:
    """One per activity and half year: more lines stand below each other."""
    period = periods.current(PeriodKind.HALF, today).code
    new = ActivityResult(activity=activity.id, period=period, use=text)
    there = facts.get(ActivityResult, new.id)
    if there is None:
        return new
    both = f"{there.use}\n{text}" if there.use else text
    return ActivityResult(**{**there.__dict__, "use": both})


def _last(records: Sequence[Record]) -> int:
    """The place after all others."""
    return max((getattr(r, "position", 0) for r in records), default=-1) + 1


def _without_opening(text: str) -> str:
    """“Als wij” stands before the field already."""
    return text[len(IF_WE) :] if sort_key(text).startswith(IF_WE) else text


def newest_activity(facts: Facts) -> Activity | None:
    """The one that a line is about until somebody chooses another."""
    return next(reversed(in_order(facts.all(Activity))), None)
