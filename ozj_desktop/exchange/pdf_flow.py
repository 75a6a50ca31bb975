"""Flowables of our own: parts below and beside each other, kept together, and small drawn ones."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, FrameBreak, KeepTogether
from reportlab.platypus.doctemplate import NullActionFlowable

from ozj_desktop.exchange.pdf_tags import ENDLESS, Part, Pen

Slots = Sequence[tuple[float, float]]  # (start, width) of each column, in points

START = 60 * mm  # what is longer than a page starts where this much is left
NARROWEST = 24.0  # points; however deep parts stand in each other, a letter has room
_FUZZ = 1e-4  # sums of heights are not exact


def least(part: Flowable, width: float) -> float:
    """The height of the smallest piece that `part` can begin with."""
    own = getattr(part, "least", None)
    return float(own(width)) if own else part.wrap(width, ENDLESS)[1]


def stays(part: Flowable) -> bool:
    """On the page of what follows."""
    return bool(cast(Any, part).getKeepWithNext())


class Stack(Part):
    """Parts below each other, on a tint under a firm rule where it has one."""

    PAD = 10.0  # inside a tint
    WHOLE = 230.0  # points, a third of a page: what is lower does not split on a tint

    def __init__(
        self,
        parts: Sequence[Flowable],
        before: float = 0,
        after: float = 0,
        tint: tuple[Color, Color] | None = None,
        anchor: str = "",
    ) -> None:
        super().__init__()
        self.parts, self.tint, self.anchor = list(parts), tint, anchor
        self.spaceBefore, self.spaceAfter = before, after
        self.pad = self.PAD if tint else 0.0
        self.places: list[tuple[float, float]] = []  # top and height of each part
        self._known = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if width != self._known:
            self._known, self.width = width, width
            self.places, y, after = [], self.pad, 0.0
            for part in self.parts:
                y += max(after, part.getSpaceBefore()) if self.places else 0.0
                high = part.wrap(self._inner(width), ENDLESS)[1]
                self.places.append((y, high))
                y, after = y + high, part.getSpaceAfter()
            self.height = y + self.pad
        return width, self.height

    def _inner(self, width: float) -> float:
        return max(NARROWEST, width - 2 * self.pad)

    def least(self, width: float) -> float:
        """Headings do not stand alone."""
        self.wrap(width, ENDLESS)
        if self.tint and self.height <= self.WHOLE:
            return self.height
        for part, (top, _) in zip(self.parts, self.places, strict=True):
            if not stays(part):
                return top + least(part, self._inner(width)) + self.pad
        return self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """In the width it was wrapped in last."""
        self.wrap(self.width, ENDLESS)
        if self.tint and self.height <= self.WHOLE:
            return []
        height -= self.pad
        fitting = (top + high <= height - _FUZZ for top, high in self.places)
        i = sum(takewhile(bool, fitting))
        if i == len(self.parts):
            return []
        top = self.places[i][0]
        begun = self.parts[i].split(self._inner(self.width), height - top)
        if len(begun) > 1:
            first, rest = [*self.parts[:i], begun[0]], [*begun[1:], *self.parts[i + 1 :]]
        else:
            first, rest = self._before(i, top)
        if not first:
            return []
        before, after = self.getSpaceBefore(), self.getSpaceAfter()
        return [
            Stack(first, before, 0, self.tint, self.anchor),
            Stack(rest, 0, after, self.tint),
        ]

    def _before(self, at: int, top: float) -> tuple[list[Flowable], list[Flowable]]:
        """Cut so that headings go with what follows, but not where they fill a page themselves."""
        i = at
        while i and stays(self.parts[i - 1]):
            i -= 1
        i = at if not i and top > START else i
        return self.parts[:i], self.parts[i:]

    def place(self, pen: Pen, x: float, y: float) -> None:
        if self.anchor:
            pen.anchor(self.anchor, x, y + self.height + 6)
        if self.tint and not pen.dry:
            with pen.drawing(None):
                pen.setFillColor(self.tint[0])
                pen.rect(x, y, self.width, self.height, 0, 1)
                pen.setFillColor(self.tint[1])
                pen.rect(x, y + self.height - 1.6, self.width, 1.6, 0, 1)
        for part, (top, high) in zip(self.parts, self.places, strict=True):
            part.drawOn(pen, x + self.pad, y + self.height - top - high)


class Beside(Part):
    """Parts side by side, under a rule where it has one; each goes over pages by itself.

    A label beside its text, a mark or a bullet before it, columns.
    """

    def __init__(
        self,
        cells: Sequence[Flowable],
        slots: Slots,
        pad: tuple[float, float] = (0, 0),
        line: tuple[float, Color] | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self.cells, self.slots, self.pad, self.line = cells, slots, pad, line
        self.spaceBefore, self.spaceAfter = before, after
        self.heights: list[float] = []

    def _each(self) -> "zip[tuple[Flowable, tuple[float, float]]]":
        return zip(self.cells, self.slots, strict=True)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = [cell.wrap(wide, ENDLESS)[1] for cell, (_, wide) in self._each()]
        self.width, self.height = width, sum(self.pad) + max(self.heights)
        return self.width, self.height

    def least(self, width: float) -> float:
        return sum(self.pad) + max(least(cell, wide) for cell, (_, wide) in self._each())

    def split(self, width: float, height: float) -> list[Flowable]:
        room = height - sum(self.pad)
        halves = []
        for (cell, (_, wide)), high in zip(self._each(), self.heights, strict=True):
            parts = [cell, Stack(())] if high <= room else cell.split(wide, room)
            if len(parts) < 2:
                return []
            halves.append((parts[0], parts[1] if len(parts) == 2 else Stack(parts[1:])))
        first, rest = zip(*halves, strict=True)
        return [
            Beside(first, self.slots, self.pad, self.line, self.spaceBefore),
            Beside(rest, self.slots, (0, self.pad[1]), after=self.spaceAfter),
        ]

    def place(self, pen: Pen, x: float, y: float) -> None:
        top = y + self.height
        if self.line:
            rule(pen, x, top, self.width, *self.line)
        for (cell, (start, _)), high in zip(self._each(), self.heights, strict=True):
            cell.drawOn(pen, x + start, top - self.pad[0] - high)


class Keep(Flowable):
    """Parts that stay together on one page, with `full` points of room, where they fit on one."""

    def __init__(self, parts: Sequence[Flowable], full: float) -> None:
        super().__init__()
        self.parts, self.full = list(parts), full
        self.spaceBefore, self.spaceAfter = parts[0].getSpaceBefore(), parts[-1].getSpaceAfter()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, ENDLESS  # so that a page asks for a split

    def least(self, width: float) -> float:
        height = Stack(self.parts).wrap(width, ENDLESS)[1]
        return height if height <= self.full else START

    def split(self, width: float, height: float) -> list[Flowable]:
        turn = self.least(width) > height + _FUZZ
        return [FrameBreak() if turn else NullActionFlowable(), *self.parts]


class Heads(KeepTogether):
    """Headings with the beginning of what follows; made by a document that keeps them so."""

    def __init__(self, parts: Sequence[Flowable], full: float) -> None:
        super().__init__(list(parts))
        self.parts, self.full = list(parts), full
        parts[-1].keepWithNext = 0  # a heading that nothing follows

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, ENDLESS

    def least(self, width: float) -> float:
        *heads, last = self.parts
        above = Stack(heads).wrap(width, ENDLESS)[1]
        if heads:
            above += max(heads[-1].getSpaceAfter(), last.getSpaceBefore())
        if isinstance(last, Keep):
            last.full = self.full - above
        return min(above + least(last, width), self.full)

    def split(self, width: float, height: float) -> list[Flowable]:
        turn = self.least(width) > height + _FUZZ
        return [FrameBreak() if turn else NullActionFlowable(), *self.parts]


class Line(Part):
    """A rule over the whole width."""

    def __init__(self, weight: float, color: Color) -> None:
        super().__init__()
        self.weight, self.color = weight, color

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.weight
        return self.width, self.height

    def place(self, pen: Pen, x: float, y: float) -> None:
        rule(pen, x, y, self.width, self.weight, self.color)


def rule(pen: Pen, x: float, y: float, width: float, weight: float, color: Color) -> None:
    if not pen.dry:
        with pen.drawing(None):
            pen.setStrokeColor(color)
            pen.setLineWidth(weight)
            pen.line(x, y, x + width, y)


def shared(count: int, width: float, gap: float) -> Slots:
    """`count` columns of the same width, `gap` points apart."""
    wide = (width - gap * (count - 1)) / count
    return [((wide + gap) * i, wide) for i in range(count)]


def hanging(sign: Flowable, indent: float, part: Flowable, width: float) -> Beside:
    """A mark, a bullet or a number before the first line of a part."""
    slots = [(0.0, indent), (indent, max(NARROWEST, width - indent))]
    return Beside([sign, part], slots, (0, 0), None, part.getSpaceBefore(), part.getSpaceAfter())
