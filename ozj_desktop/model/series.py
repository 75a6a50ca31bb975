"""The figures of one indicator as lines, and how far they are on the way to the target.

Figures of different kinds of period, areas or sources are never one line.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ozj_desktop.model import figures, periods
from ozj_desktop.model.areas import Area
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.goals import Direction, FigureStatus, Indicator, Measurement
from ozj_desktop.model.periods import Period, PeriodKind
from ozj_desktop.model.record import Choice, Id

NEAR = Decimal("0.02")  # of the way to the target: less than this is as good as equal
BEHIND = Decimal("0.1")  # of the way: further behind the time than this is too slow


class Point(NamedTuple):
    """One figure on a line. `value` is None where the source tells only what it is below."""

    period: Period
    figure: str
    value: Decimal | None
    status: FigureStatus
    breaks: bool
    id: str = ""

    @property
    def provisional(self) -> bool:
        return self.status is not FigureStatus.FINAL


class Line(NamedTuple):
    """Figures that may be compared: one area, one kind of period, one source; as time goes."""

    area: Id[Area] | None
    kind: PeriodKind
    source: str
    points: tuple[Point, ...]

    @property
    def segments(self) -> list[tuple[Point, ...]]:
        """Where a line is drawn: a trend break or a missing value ends one."""
        found: list[list[Point]] = [[]]
        for point in self.points:
            if point.value is None or point.breaks:
                found.append([])
            if point.value is not None:
                found[-1].append(point)
        return [tuple(segment) for segment in found if segment]

    @property
    def last(self) -> Point | None:
        """The newest figure that can be reckoned with."""
        return next((p for p in reversed(self.points) if p.value is not None), None)


def lines(measurements: Iterable[Measurement]) -> list[Line]:
    """The longest first; of those as long the one with the newest figure."""
    found: dict[tuple[Id[Area] | None, PeriodKind, str], list[Point]] = defaultdict(list)
    for each in measurements:
        if each.value and each.period:
            period = periods.from_code(each.period)
            found[each.area, period.kind, each.source].append(_point(each, period))
    made = [Line(*key, tuple(sorted(points))) for key, points in found.items()]
    return sorted(
        made, key=lambda line: (-len(line.points), -line.points[-1].period.end.toordinal())
    )


def _point(each: Measurement, period: Period) -> Point:
    value = figures.amount(each.value)
    return Point(period, each.value, value, each.status, each.breaks, each.id)


def main_line(indicator: Indicator, found: Sequence[Line]) -> Line | None:
    """The line that tells of the whole area, of the kind of period of the baseline."""
    whole = [line for line in found if line.area is None and not line.source]
    kind = periods.from_code(indicator.baseline_period).kind if indicator.baseline_period else None
    return next((line for line in whole if line.kind is kind), whole[0] if whole else None)


def whole_line(facts: Facts, indicator: Indicator) -> Line | None:
    """The same, of what is in the dossier."""
    return main_line(indicator, lines(facts.some(Measurement, indicator=indicator.id, area=None)))


class Trend(Choice):
    """Which way a figure goes, seen from what is wanted: never a mark for a party."""

    NONE = "none", "nog geen richting"
    EQUAL = "equal", "bijna gelijk"
    GOOD = "good", "goede kant op"
    SLOW = "slow", "goede kant op, maar te langzaam"
    WRONG = "wrong", "verkeerde kant op"
    REACHED = "reached", "streefwaarde gehaald"


class Progress(NamedTuple):
    """How far it is from baseline to target, and how much of the time has passed.

    `share` and `time` are 0 at the baseline and 1 at the target; `share` can be less and more.
    """

    share: Decimal | None
    time: Decimal | None
    trend: Trend


def progress(indicator: Indicator, line: Line | None) -> Progress:
    """With the newest figure of a line; nothing where it is of another kind than the baseline."""
    last = line.last if line else None
    begin, goal = figures.amount(indicator.baseline), figures.amount(indicator.target)
    if line is None or last is None or last.value is None or begin is None:
        return Progress(None, None, Trend.NONE)
    if not _comparable(indicator, line, last):
        return Progress(None, None, Trend.NONE)
    time = _time(indicator, last.period)
    if goal is None or goal == begin:
        return Progress(None, time, _towards(indicator.direction, last.value - begin, begin))
    share = (last.value - begin) / (goal - begin)
    return Progress(share, time, _trend(share, time))


def _comparable(indicator: Indicator, line: Line, last: Point) -> bool:
    """Later than the baseline, of its kind of period, and counted in the same way since."""
    if not indicator.baseline_period:
        return True
    start = periods.from_code(indicator.baseline_period)
    broken = any(p.breaks and start < p.period <= last.period for p in line.points)
    return start.kind is last.period.kind and start.start < last.period.start and not broken


def _time(indicator: Indicator, now: Period) -> Decimal | None:
    if not (indicator.baseline_period and indicator.target_period):
        return None
    start = periods.from_code(indicator.baseline_period).end
    end = periods.from_code(indicator.target_period).end
    if end <= start:
        return None
    return Decimal((now.end - start).days) / Decimal((end - start).days)


def _trend(share: Decimal, time: Decimal | None) -> Trend:
    if share >= 1:
        return Trend.REACHED
    if abs(share) < NEAR:
        return Trend.EQUAL
    if share < 0:
        return Trend.WRONG
    return Trend.SLOW if time is not None and share < time - BEHIND else Trend.GOOD


def _towards(direction: Direction, change: Decimal, begin: Decimal) -> Trend:
    if direction is Direction.NEITHER:
        return Trend.NONE
    if abs(change) <= abs(begin) * NEAR:
        return Trend.EQUAL
    good = (change < 0) is (direction is Direction.DOWN)
    return Trend.GOOD if good else Trend.WRONG


def wrong_way(indicator: Indicator) -> bool:
    """A target on the wrong side of the baseline: of a figure that should rise it is lower."""
    begin, goal = figures.amount(indicator.baseline), figures.amount(indicator.target)
    if begin is None or goal is None or indicator.direction is Direction.NEITHER:
        return False
    return goal < begin if indicator.direction is Direction.UP else goal > begin
