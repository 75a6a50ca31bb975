"""Parts of a page that stand below or beside each other, and how they go over pages."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Optional, Protocol, TypeVar

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_text import EPSILON

Slots = tuple[tuple[float, float], ...]  # (start, width) of each column, in points
Layout = Callable[[float], Slots]
Sign = Callable[[Pen, float, float], None]  # drawn at (x, top) before a part

ROOM_TO_START = 60 * mm  # what is longer than a page starts where this much is left


class Part(Protocol):
    """Something with a place on a page. Spaces before and after overlap; all in points."""

    before: float
    after: float
    stay: bool  # on the page of what follows

    def measure(self, width: float) -> float:
        """Its height when it is `width` wide."""

    def least(self, width: float) -> float:
        """The height of the smallest piece it can begin with."""

    def split(self, width: float, room: float) -> tuple[Optional["Part"], Optional["Part"]]:
        """What fits in a height of `room`, and the rest; (None, self) when nothing can."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """As wide as it was last measured."""


Found = TypeVar("Found")


class Plain:
    """What parts have in common: no space around them, and they are not split."""

    before = 0.0
    after = 0.0
    stay = False

    def measure(self, width: float) -> float:
        raise NotImplementedError

    def least(self, width: float) -> float:
        return self.measure(width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.measure(width) <= room + EPSILON else (None, self)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError


class Space(Plain):
    """Room that is left open, also at the top of a page."""

    def __init__(self, height: float) -> None:
        self.height = height

    def measure(self, width: float) -> float:
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pass


class NewPage(Space):
    """What follows starts on a new page."""

    def __init__(self) -> None:
        super().__init__(0)


class Rule(Plain):
    """A line over the whole width."""

    def __init__(self, weight: float, color: Color, before: float = 0, after: float = 0) -> None:
        self.weight, self.color, self.before, self.after = weight, color, before, after
        self.width = 0.0

    def measure(self, width: float) -> float:
        self.width = width
        return self.weight

    def draw(self, pen: Pen, x: float, top: float) -> None:
        rule(pen, x, top, self.width, self.weight, self.color)


class Stack(Plain):
    """Parts below each other."""

    def __init__(self, parts: Sequence[Part], before: float = 0, after: float = 0) -> None:
        self.parts, self.before, self.after = parts, before, after
        self.width, self.height = -1.0, 0.0

    def measure(self, width: float) -> float:
        if width != self.width:
            gaps = sum(max(a.after, b.before) for a, b in pairwise(self.parts))
            self.height = sum(part.measure(width) for part in self.parts) + gaps
            self.width = width
        return self.height

    def least(self, width: float) -> float:
        return least(self.parts, width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        y, after = 0.0, 0.0
        for i, part in enumerate(self.parts):
            y += max(after, part.before) if i else 0.0
            height = part.measure(width)
            if part.stay and y + least(self.parts[i:], width) > room + EPSILON:
                return self._cut(i)
            if y + height > room + EPSILON:
                first, rest = (None, part) if part.stay else part.split(width, room - y)
                if first is None or rest is None:
                    return self._cut(i)
                return Stack([*self.parts[:i], first]), Stack([rest, *self.parts[i + 1 :]])
            y, after = y + height, part.after
        return self, None

    def _cut(self, at: int) -> tuple[Part | None, Part | None]:
        while at and self.parts[at - 1].stay:
            at -= 1
        return (Stack(self.parts[:at]), Stack(self.parts[at:])) if at else (None, self)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        after = 0.0
        for i, part in enumerate(self.parts):
            top -= max(after, part.before) if i else 0.0
            part.draw(pen, x, top)
            top, after = top - part.measure(self.width), part.after


class Keep(Stack):
    """Parts that stay together on one page of `full` points where they fit on one."""

    def __init__(self, parts: Sequence[Part], full: float, before: float = 0) -> None:
        super().__init__(parts, before)
        self.full = full

    def least(self, width: float) -> float:
        height = self.measure(width)
        return height if height <= self.full else min(ROOM_TO_START, self.full)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        if self.measure(width) <= room + EPSILON:
            return self, None
        if room + EPSILON < self.least(width):
            return None, self
        return super().split(width, room)


class Hanging(Plain):
    """A part with a sign before its first line: a mark, a bullet, a number."""

    def __init__(self, sign: Sign | None, indent: float, part: Part) -> None:
        self.sign, self.indent, self.part = sign, indent, part
        self.before, self.after, self.stay = part.before, part.after, part.stay

    def measure(self, width: float) -> float:
        return self.part.measure(width - self.indent)

    def least(self, width: float) -> float:
        return self.part.least(width - self.indent)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        first, rest = self.part.split(width - self.indent, room)
        if first is None or rest is None:
            return (self, None) if first else (None, self)
        return Hanging(self.sign, self.indent, first), Hanging(None, self.indent, rest)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.sign:
            self.sign(pen, x, top)
        self.part.draw(pen, x + self.indent, top)


class Columns(Plain):
    """Parts side by side, under a rule where it has one; each goes over pages by itself.

    Where a column would be too narrow for words, they stand below each other.
    """

    NARROW = 50.0  # points

    def __init__(
        self,
        cells: Sequence[Part],
        layout: Layout,
        pad: tuple[float, float] = (0, 0),
        line: tuple[float, Color] | None = None,
    ) -> None:
        self.cells, self.layout, self.pad, self.line = cells, layout, pad, line
        self.width = 0.0

    def _below(self, width: float) -> Stack | None:
        if all(wide >= self.NARROW for _, wide in self.layout(width)[: len(self.cells)]):
            return None
        return Stack([Stack([cell], after=6) for cell in self.cells])

    def measure(self, width: float) -> float:
        self.width = width
        below = self._below(width)
        if below:
            return sum(self.pad) + below.measure(width)
        slots = self.layout(width)
        return sum(self.pad) + max(
            (cell.measure(w) for cell, (_, w) in zip(self.cells, slots, strict=False)), default=0
        )

    def least(self, width: float) -> float:
        below = self._below(width)
        if below:
            return sum(self.pad) + below.least(width)
        slots = self.layout(width)
        return sum(self.pad) + max(
            (cell.least(w) for cell, (_, w) in zip(self.cells, slots, strict=False)), default=0
        )

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        below = self._below(width)
        if below:
            return below.split(width, room)
        halves = split_cells(self.cells, self.layout(width), room - sum(self.pad))
        if halves is None:
            return None, self
        first, rest = halves
        return (
            Columns(first, self.layout, self.pad, self.line),
            Columns(rest, self.layout, (0, self.pad[1])),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.line:
            rule(pen, x, top, self.width, *self.line)
        below = self._below(self.width)
        if below:
            below.measure(self.width)
            below.draw(pen, x, top - self.pad[0])
            return
        for cell, (start, _) in zip(self.cells, self.layout(self.width), strict=False):
            cell.draw(pen, x + start, top - self.pad[0])


class Box(Plain):
    """Parts on a tint under a firm rule."""

    PAD = 10.0
    WHOLE = 230.0  # points, a third of a page: what is lower is not split

    def __init__(self, inner: Stack, tint: Color, bar: Color, pad: float = PAD) -> None:
        self.inner, self.tint, self.bar, self.pad = inner, tint, bar, pad
        self.before, self.after = 10.0, 12.0
        self.width = 0.0

    def measure(self, width: float) -> float:
        self.width = width
        return self.inner.measure(width - 2 * self.pad) + 2 * self.pad

    def least(self, width: float) -> float:
        height = self.measure(width)
        if height <= self.WHOLE:
            return height
        return self.inner.least(width - 2 * self.pad) + 2 * self.pad

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        height = self.measure(width)
        if height <= min(self.WHOLE, room + EPSILON):
            return self, None
        if height <= self.WHOLE:
            return None, self
        first, rest = self.inner.split(width - 2 * self.pad, room - 2 * self.pad)
        if first is None or rest is None:
            return (self, None) if first else (None, self)
        return self._with(first), self._with(rest)

    def _with(self, part: Part) -> "Box":
        inner = part if isinstance(part, Stack) else Stack([part])
        return Box(inner, self.tint, self.bar, self.pad)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        height = self.measure(self.width)
        with pen.drawing(None):
            pen.setFillColor(self.tint)
            pen.rect(x, top - height, self.width, height, 0, 1)
            pen.setFillColor(self.bar)
            pen.rect(x, top - 1.6, self.width, 1.6, 0, 1)
        self.inner.draw(pen, x + self.pad, top - self.pad)


def rule(pen: Pen, x: float, y: float, width: float, weight: float, color: Color) -> None:
    pen.begin(None)
    pen.setStrokeColor(color)
    pen.setLineWidth(weight)
    pen.line(x, y, x + width, y)
    pen.end()


def least(parts: Sequence[Part], width: float) -> float:
    """The least height that the first parts need: headings do not stand alone."""
    height, after = 0.0, 0.0
    for i, part in enumerate(parts):
        height += max(after, part.before) if i else 0.0
        if not part.stay:
            return height + part.least(width)
        height, after = height + part.measure(width), part.after
    return height


def split_cells(
    cells: Sequence[Part], slots: Slots, room: float
) -> tuple[list[Part], list[Part]] | None:
    """Cells side by side, each split at `room`; None when one of them cannot begin."""
    first: list[Part] = []
    rest: list[Part] = []
    for cell, (_, width) in zip(cells, slots, strict=False):
        begun, left = cell.split(width, room)
        if begun is None:
            return None
        first.append(begun)
        rest.append(left or Space(0))
    return first, rest


def inside(part: Part, kind: type[Found]) -> Iterator[Found]:
    """The parts of one kind in a part, as far as it is a stack of them."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, Stack):
        for inner in part.parts:
            yield from inside(inner, kind)


def shared(count: int, gap: float) -> Layout:
    """`count` columns of the same width, `gap` points apart."""

    def slots(width: float) -> Slots:
        wide = (width - gap * (count - 1)) / count
        return tuple(((wide + gap) * i, wide) for i in range(count))

    return slots
