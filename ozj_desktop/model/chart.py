"""What a chart of one line shows, apart from who draws it: the window, or a PDF.

Places are shares of the room: x from 0 (the first period) to 1 (the last, or the target's), y from
0 (the lowest tick) to 1 (the highest). What is kept from readers is not in it at all.
"""

from collections.abc import Collection
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from ozj_desktop.model import figures, periods
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.periods import Period
from ozj_desktop.model.series import Line, Point

TICKS = 4  # about as many lines across as a chart has
LABELS = 12  # periods below the axis, at most
FROM_ZERO = Decimal("0.6")  # an axis begins at 0 unless all values lie above this share
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Dot(NamedTuple):
    """One figure in sight."""

    x: float
    y: float
    label: str
    provisional: bool
    baseline: bool


class Stroke(NamedTuple):
    """A part of the line between two figures; dotted towards what is provisional."""

    start: Dot
    end: Dot
    dotted: bool


class Goal(NamedTuple):
    """The way to the target: from the baseline, if that is in sight."""

    x: float
    y: float
    label: str
    period: str
    start: tuple[float, float] | None


class Tick(NamedTuple):
    """A place on an axis, and what is written there."""

    at: float
    label: str


class Chart(NamedTuple):
    """One line with all there is to it; `rows` and `told` say the same in words."""

    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    below: tuple[Tick, ...]  # figures without a place: "<5", or kept from readers
    breaks: tuple[float, ...]
    goal: Goal | None
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    rows: tuple[tuple[str, str, str], ...]  # period, figure, status
    told: str


def chart(
    indicator: Indicator, line: Line | None, *, hidden: Collection[str] = (), small: str = ""
) -> Chart | None:
    """None where there is nothing to draw. `hidden` are ids of measurements that are not shown;
    instead of them stands `small` (“≤5”).
    """
    if line is None:
        return None
    drawing = _Drawing(indicator, line, frozenset(hidden), small)
    return drawing.chart()


class _Drawing:
    def __init__(
        self, indicator: Indicator, line: Line, hidden: frozenset[str], small: str
    ) -> None:
        self.indicator, self.line, self.hidden, self.small = indicator, line, hidden, small
        self.begin = _coded(indicator.baseline_period)
        self.goal = figures.amount(indicator.target)
        self.goal_period = _coded(indicator.target_period)
        if self.goal_period is None or self.goal_period.start <= line.points[0].period.start:
            self.goal = None
        self.shown = [p for p in line.points if p.id not in hidden]
        self.low, self.high, self.step = self._scale()
        self.first = _middle(line.points[0].period)
        ends = [p.period for p in line.points] + ([self.goal_period] if self.goal_period else [])
        self.last = max(_middle(p) for p in ends)

    def chart(self) -> Chart:
        dots = {p: self._dot(p) for p in self.shown if p.value is not None}
        return Chart(
            dots=tuple(dots.values()),
            strokes=tuple(self._strokes(dots)),
            below=tuple(Tick(self._x(p.period), self._label(p)) for p in self._placeless()),
            breaks=tuple(self._break(p) for p in self.line.points if p.breaks),
            goal=self._goal(dots),
            across=tuple(self._across()),
            up=tuple(self._up()),
            rows=tuple((str(p.period), self._label(p), p.status.label) for p in self.line.points),
            told=self._told(),
        )

    # Places

    def _x(self, period: Period) -> float:
        days = (self.last - self.first).days
        return (_middle(period) - self.first).days / days if days else 0.5

    def _y(self, value: Decimal) -> float:
        return float((value - self.low) / (self.high - self.low))

    def _scale(self) -> tuple[Decimal, Decimal, Decimal]:
        """The lowest and the highest tick, and what is between two."""
        values = [p.value for p in self.shown if p.value is not None]
        values += [self.goal] if self.goal is not None else []
        low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
        if low > 0 and low < high * FROM_ZERO:
            low = Decimal(0)
        if low == high:
            low, high = min(low, Decimal(0)), max(high, Decimal(1))
        step = _step((high - low) / TICKS)
        low = (low / step).to_integral_value(ROUND_FLOOR) * step
        return low, (high / step).to_integral_value(ROUND_CEILING) * step, step

    # Parts

    def _dot(self, point: Point) -> Dot:
        assert point.value is not None
        x, y = self._x(point.period), self._y(point.value)
        return Dot(x, y, self._label(point), point.provisional, point.period == self.begin)

    def _strokes(self, dots: dict[Point, Dot]) -> list[Stroke]:
        found = []
        for before, after in zip(self.line.points, self.line.points[1:], strict=False):
            if before in dots and after in dots and not after.breaks:
                found.append(Stroke(dots[before], dots[after], after.provisional))
        return found

    def _placeless(self) -> list[Point]:
        return [p for p in self.line.points if p.value is None or p.id in self.hidden]

    def _break(self, point: Point) -> float:
        """Between the figure that is counted otherwise and the one before it."""
        before = [p for p in self.line.points if p.period < point.period]
        at = self._x(point.period)
        return (self._x(before[-1].period) + at) / 2 if before else at

    def _goal(self, dots: dict[Point, Dot]) -> Goal | None:
        if self.goal is None or self.goal_period is None:
            return None
        start = next(((d.x, d.y) for d in dots.values() if d.baseline), None)
        words = f"streef {figures.shown(self.indicator.target, self.indicator.measure)}"
        return Goal(
            self._x(self.goal_period), self._y(self.goal), words, self.goal_period.short, start
        )

    # Axes and words

    def _across(self) -> list[Tick]:
        known = {p.period for p in self.line.points}
        steps = _all_periods(known, self.goal_period if self.goal is not None else None)
        every = -(-len(steps) // LABELS)
        return [Tick(self._x(p), p.short) for p in steps[::every]]

    def _up(self) -> list[Tick]:
        count = int((self.high - self.low) / self.step)
        values = [self.low + self.step * n for n in range(count + 1)]
        written = [figures.written(v) for v in values]
        return [
            Tick(self._y(v), figures.shown(w, self.indicator.measure))
            for v, w in zip(values, written, strict=True)
        ]

    def _label(self, point: Point) -> str:
        if point.id in self.hidden:
            return self.small
        return figures.shown(point.figure, self.indicator.measure)

    def _told(self) -> str:
        """The chart for who does not see it."""
        points = self.line.points
        told = [f"{self._label(p)} in {p.period}{_certain(p)}" for p in (points[0], points[-1])]
        sentences = [f"Van {told[0]} naar {told[1]}." if len(points) > 1 else f"{told[0]}."]
        if self.begin and self.indicator.baseline:
            sentences.append(f"De nulwaarde is van {self.begin}.")
        sentences += [f"Vanaf {p.period} is anders geteld." for p in points if p.breaks]
        if self.goal is not None:
            goal = figures.shown(self.indicator.target, self.indicator.measure)
            sentences.append(f"De streefwaarde is {goal} in {self.goal_period}.")
        return " ".join(sentences)


def _certain(point: Point) -> str:
    return f" ({point.status.label})" if point.provisional else ""


def _coded(code: str) -> Period | None:
    return periods.from_code(code) if code else None


def _middle(period: Period) -> date:
    return period.start + (period.end - period.start) / 2


def _step(about: Decimal) -> Decimal:
    """A round number of about this size: 1, 2, 2,5 or 5 times a power of ten."""
    power = Decimal(1).scaleb(about.adjusted())
    return next(s * power for s in STEPS if s * power >= about)


def _all_periods(known: Collection[Period], goal: Period | None) -> list[Period]:
    """From the first to the last, also those without a figure; days only where there is one."""
    first, last = min(known), max(known)
    if first.start == first.end:
        return sorted(known)
    end = max(last.end, goal.end) if goal else last.end
    found = [first]
    while found[-1].end < end and len(found) < 500:
        found.append(found[-1].next())
    return found
