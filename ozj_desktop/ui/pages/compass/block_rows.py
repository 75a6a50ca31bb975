"""What a block holds, as rows: what it is called, what stands under it, and a word at the right."""

from ozj_desktop.model import dutch, figures, periods
from ozj_desktop.model.activities import Activity, ActivityResult, ActivityTest, TheoryOfChange
from ozj_desktop.model.charter import ExistingWork
from ozj_desktop.model.compass import Block, Cycle, LearningCard
from ozj_desktop.model.conversation import reviews
from ozj_desktop.model.dutch import counted, listed, short_date
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import (
    Ambition,
    FindingSort,
    Indicator,
    Outcome,
    OutcomeContribution,
    YouthFinding,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import ReviewDecision, ReviewMoment
from ozj_desktop.model.series import progress, whole_line
from ozj_desktop.model.signals_compass import lacks
from ozj_desktop.model.turn import there
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.pages.compass.marks import TRENDS
from ozj_desktop.ui.status import Shape, Status

SORTS = {
    FindingSort.GOOD: Shape.PLUS,
    FindingSort.PROBLEM: Shape.TRIANGLE,
    FindingSort.ATTENTION: Shape.HALF,
}


def rows(desk: Desk, turn: Cycle, block: Block) -> list[Line]:
    """In the order that people gave them."""
    return [line_of(desk, record) for record in there(desk.facts, turn, block)]


def review_lines(desk: Desk) -> list[Line]:
    """The conversations about figures, the newest first."""
    return [_review(desk, each) for each in reviews(desk.facts)]


def _review(desk: Desk, review: ReviewMoment) -> Line:
    present = counted(len(review.present), Party.names) if review.present else ""
    decided = sum(d.verdict is not None for d in desk.facts.of(ReviewDecision, "review", review.id))
    told = counted(decided, ReviewDecision.names) if decided else ""
    closed = review.closed_on is not None
    status = Status(Shape.CHECK, "afgerond") if closed else Status(Shape.BUSY, "bezig")
    return Line(review.id, str(review), _joined(present, told), status)


def missing(desk: Desk, block: Block) -> list[Line]:
    """What the rules say of it: the urgent first; what is missing of several things stands once."""
    found: dict[str, list[Line]] = {}
    for check, about, told in lacks(desk.facts, block):
        shape = Shape.TRIANGLE if check.urgent else Shape.DASHED
        what = check.what.format(facts=told)
        name = str(desk.dossier.named(about) or "")
        line = Line(about, what, name, Status(shape, "dringend" if check.urgent else "ontbreekt"))
        found.setdefault(check.code, []).append(line)
    together = [_together(lines) for lines in found.values()]
    return sorted(together, key=lambda line: line.status != Status(Shape.TRIANGLE, "dringend"))


def _together(lines: list[Line]) -> Line:
    names = [line.detail for line in lines if line.detail]
    return lines[0]._replace(detail=dutch.quoted(names) if len(names) > 1 else lines[0].detail)


def line_of(desk: Desk, record: Record) -> Line:
    """What stands in a list of things of its kind."""
    match record:
        case YouthFinding():
            status = Status(SORTS[record.sort], record.sort.label)
            voice = record.voice.label if record.voice else ""
            return Line(record.id, str(record), _joined(record.figure, voice), status)
        case Outcome():
            return _outcome(desk, record)
        case Activity():
            return _activity(desk, record)
        case ActivityResult():
            activity = desk.names.of(Activity, record.activity)
            return Line(record.id, record.use or record.goals, _joined(activity, _when(record)))
        case LearningCard():
            on = short_date(record.on) if record.on else ""
            shared = Status(Shape.BUBBLE, "om te delen") if record.shared else None
            return Line(record.id, str(record), _joined(record.next_time, on), shared)
    return Line(record.id, str(record), _detail(desk, record))


def _detail(desk: Desk, record: Record) -> str:
    match record:
        case Ambition():
            found = desk.facts.of(Outcome, "ambition", record.id)
            return counted(len(found), Outcome.names) if found else "nog geen resultaat"
        case TheoryOfChange():
            return _joined(f"dan {record.then}" if record.then else "", record.because)
        case ExistingWork():
            return _joined(record.kind.label, record.what)
    return ""


def _outcome(desk: Desk, outcome: Outcome) -> Line:
    """From where to where, told by its first indicator; and how many parties add to it."""
    facts = desk.facts
    indicators = in_order(facts.of(Indicator, "outcome", outcome.id))
    detail = from_to(indicators[0]) if indicators else "nog geen indicator"
    parties = len(facts.of(OutcomeContribution, "outcome", outcome.id))
    told = counted(parties, ("bijdrage", "bijdragen")) if parties else "geen bijdrage"
    status = Status(Shape.CHECK if parties else Shape.DASHED, told)
    return Line(outcome.id, str(outcome), detail, status)


def indicator_line(desk: Desk, indicator: Indicator) -> Line:
    """Its newest figure, from where to where it goes, and which way that is."""
    line = whole_line(desk.facts, indicator)
    now = ""
    if line and line.last:
        figure = figures.shown(line.last.figure, indicator.measure)
        now = f"nu {figure} ({line.last.period.short})"
    status = TRENDS[progress(indicator, line).trend]
    return Line(indicator.id, str(indicator), _joined(now, from_to(indicator)), status)


def from_to(indicator: Indicator) -> str:
    """van 47 naar 20 in 2029/2030"""
    begin = figures.shown(indicator.baseline, indicator.measure) or "–"
    goal = figures.shown(indicator.target, indicator.measure) or "–"
    when = periods.from_code(indicator.target_period).code if indicator.target_period else ""
    return f"van {begin} naar {goal}" + (f" in {when}" if when else "")


def _activity(desk: Desk, activity: Activity) -> Line:
    tests = desk.facts.of(ActivityTest, "activity", activity.id)
    outcomes = [desk.names.of(Outcome, test.outcome) for test in tests]
    layer = activity.layer.label if activity.layer else ""
    stopped = activity.ends_on is not None and activity.ends_on < desk.today
    status = Status(Shape.STRUCK, "gestopt") if stopped else None
    return Line(activity.id, str(activity), _joined(layer, listed(outcomes)), status)


def _when(result: ActivityResult) -> str:
    return periods.in_words(result.period)


def _joined(*parts: str) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)
