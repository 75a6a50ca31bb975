"""A table: a head that is repeated, rows with hairlines, and no lines from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from ozj_desktop.exchange.pdf_flow import Layout, Part, Plain, Slots, rule, split_cells
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_text import EPSILON

_WHOLE = 160.0  # rows up to this height are not split
_ENOUGH = 60.0  # nor are higher ones where less than this is left
_HEAD = 120.0  # a higher head is not repeated


@dataclass(frozen=True)
class GridLook:
    """Lines and spaces of a table, in points; `ruled` are the columns with a line before them."""

    head_rule: Color
    hairline: Color
    end_rule: Color
    pad: float = 4.2
    ruled: tuple[int, ...] = ()
    ends: bool = True  # with a rule under the last row


class GridRow:
    """The cells of one row; its height is known once it was measured."""

    __slots__ = ("anchor", "cells", "height")

    def __init__(self, cells: Sequence[Part], anchor: str = "") -> None:
        self.cells, self.anchor = cells, anchor
        self.height = -1.0

    def measure(self, slots: Slots) -> float:
        """Height without the spaces above and below."""
        self.height = max(
            (cell.measure(w) for cell, (_, w) in zip(self.cells, slots, strict=True)), default=0
        )
        return self.height

    def split(self, slots: Slots, room: float) -> tuple["GridRow", "GridRow"] | None:
        halves = split_cells(self.cells, slots, room)
        if halves is None:
            return None
        first, rest = GridRow(halves[0], self.anchor), GridRow(halves[1])
        first.measure(slots)
        rest.measure(slots)
        return first, rest

    def draw(self, pen: Pen, x: float, top: float, slots: Slots) -> None:
        if self.anchor:
            pen.anchor(self.anchor, x, top)
        for cell, (start, _) in zip(self.cells, slots, strict=True):
            cell.draw(pen, x + start, top)


class Grid(Plain):
    """Rows under a head. `goes_on` when it is the rest of a table, `more` when more follows."""

    def __init__(
        self,
        head: GridRow | None,
        rows: Sequence[GridRow],
        layout: Layout,
        look: GridLook,
        head_layout: Layout | None = None,
    ) -> None:
        self.head, self.rows, self.layout, self.look = head, rows, layout, look
        self.head_layout = head_layout or layout
        self.before = self.after = 8.0
        self.goes_on = self.more = False
        self.width, self.height = -1.0, 0.0

    def measure(self, width: float) -> float:
        if width != self.width:
            slots = self.layout(width)
            if self.head:
                self.head.measure(self.head_layout(width))
            for row in self.rows:
                if row.height < 0 or self.width >= 0:
                    row.measure(slots)
            self.width = width
            self.height = self._above() + sum(row.height + self._around for row in self.rows)
        return self.height

    @property
    def _around(self) -> float:
        return 2 * self.look.pad + 0.6

    def _above(self) -> float:
        """What the head takes."""
        if not self.head or (self.goes_on and self.head.height > _HEAD):
            return 0.0
        return self.head.height + self.look.pad + 3

    def least(self, width: float) -> float:
        self.measure(width)
        first = self.rows[0].height if self.rows else 0.0
        return self._above() + min(first, _ENOUGH) + self._around

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        self.measure(width)
        left = room + EPSILON - self._above()
        count = 0
        while count < len(self.rows) and self.rows[count].height + self._around <= left:
            left -= self.rows[count].height + self._around
            count += 1
        if count == len(self.rows):
            return (self, None) if left >= 0 else (None, self)
        rows, rest = list(self.rows[:count]), list(self.rows[count:])
        if rest[0].height > _WHOLE and left > _ENOUGH:
            halves = rest[0].split(self.layout(width), left - self._around)
            if halves:
                rows.append(halves[0])
                rest[0] = halves[1]
        if not rows:
            return None, self
        return self._some(rows, self.goes_on, True), self._some(rest, True, self.more)

    def _some(self, rows: list[GridRow], goes_on: bool, more: bool) -> "Grid":
        other = Grid(self.head, rows, self.layout, self.look, self.head_layout)
        other.goes_on, other.more = goes_on, more
        return other

    def draw(self, pen: Pen, x: float, top: float) -> None:
        slots, start = self.layout(self.width), top
        if self._above():
            top = self._draw_head(pen, x, top)
        for number, row in enumerate(self.rows):
            if number or not self.head:
                rule(pen, x, top, self.width, 0.4, self.look.hairline)
            row.draw(pen, x, top - self.look.pad, slots)
            top -= row.height + self._around
        self._draw_end(pen, x, top)
        for column in self.look.ruled:
            _upright(pen, x + slots[column][0] - 7, start, top, self.look.hairline)

    def _draw_head(self, pen: Pen, x: float, top: float) -> float:
        assert self.head
        slots = self.head_layout(self.width)
        if self.goes_on:
            pen.begin(None)  # said once is enough for who only hears it
        self.head.draw(pen, x, top - self.look.pad, slots)
        if self.goes_on:
            pen.end()
        top -= self._above()
        rule(pen, x, top, self.width, 1.1, self.look.head_rule)
        return top

    def _draw_end(self, pen: Pen, x: float, y: float) -> None:
        if self.more:
            rule(pen, x, y, self.width, 0.4, self.look.hairline)
        elif self.look.ends:
            rule(pen, x, y, self.width, 0.7, self.look.end_rule)


def _upright(pen: Pen, x: float, top: float, bottom: float, color: Color) -> None:
    pen.begin(None)
    pen.setStrokeColor(color)
    pen.setLineWidth(0.4)
    pen.line(x, top, x, bottom)
    pen.end()
