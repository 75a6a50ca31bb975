"""A table from its blocks: which column is how wide, and what is a head."""

from collections.abc import Collection
from dataclasses import dataclass

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_figures import numeral_sign
from ozj_desktop.exchange.pdf_flow import Hanging, Layout, Part, Slots, Space, Stack
from ozj_desktop.exchange.pdf_fonts import SEMIBOLD, one_line
from ozj_desktop.exchange.pdf_grid import Grid, GridLook, GridRow
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import HAIRLINE, RULE, Looks, mark_sign
from ozj_desktop.exchange.pdf_tags import Node
from ozj_desktop.exchange.pdf_text import Text
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import Cell, Column, Mark, Rich, Table, plain, rich

_GAP = 8.0  # points between columns
_NUMERALS = 9 * mm
_LONGEST = 300  # letters of a head, so that it fits on a page


@dataclass(frozen=True)
class _Styles:
    """How the cells of one column are set: the first line, the others, and the head."""

    first: Style
    other: Style
    head: Style


def table(
    block: Table, node: Node, looks: Looks, words: Words, own_page: bool, anchors: Collection[str]
) -> Grid:
    """The table as a part, its elements below `node`; rows take a name from `anchors` only."""
    made = node.add("Table", alt=one_line(block.title))
    drawn = _Table(block, looks, words)
    head = drawn.head(made) if any(column.title for column in block.columns) else None
    body = made.add("TBody")
    rows = [
        GridRow(drawn.cells(row.cells, body.add("TR")), row.anchor if row.anchor in anchors else "")
        for row in block.rows
    ]
    look = GridLook(
        head_rule=looks.colors.accent,
        hairline=HAIRLINE,
        end_rule=RULE,
        pad=_pad(block, own_page, looks),
        ruled=tuple(i for i, column in enumerate(block.columns) if column.rule),
        ends=own_page,
    )
    return Grid(head, rows, drawn.slots, look, drawn.head_slots)


def _pad(block: Table, own_page: bool, looks: Looks) -> float:
    if looks.narrow:
        return 6.0
    if any(column.rule for column in block.columns):
        return 3.4
    return 6.2 if block.numbered else 4.2 if own_page else 2.8


class _Table:
    """One table being made; its columns are `slots` wide."""

    def __init__(self, block: Table, looks: Looks, words: Words) -> None:
        self.block, self.looks, self.words = block, looks, words
        self.size = len(block.columns)
        titles = [bool(column.title) for column in block.columns[:2]]
        self.joined = block.numbered and titles in ([True, False], [False, True])
        self.styles = [self._styles(i, column) for i, column in enumerate(block.columns)]
        self.needs = [0.0] * self.size  # width of the longest word in each column
        self.slots = _remembered(self._slots)
        self.head_slots: Layout = self._joined_slots if self.joined else self.slots

    def _styles(self, index: int, column: Column) -> _Styles:
        right = column.align == "right"
        other = but(self.looks.cell, right=right)
        if self.block.numbered and not self.looks.narrow:
            other = but(other, size=9.75, leading=13.5)
        names = index == (1 if self.block.numbered else 0)
        first = but(other, face=SEMIBOLD) if names else other
        return _Styles(first, other, but(self.looks.head, right=right))

    def _slots(self, width: float) -> Slots:
        found, start = [], 0.0
        for index, wide in enumerate(self._widths(width)):
            left, right = self._around(index)
            found.append((start + left, max(4.0, wide - left - right)))
            start += wide
        return tuple(found)

    def _widths(self, width: float) -> list[float]:
        """By their shares, but none too narrow for its words as long as others have room."""
        fixed = self.block.numbered and self.size > 1
        shares = [max(1, column.width) for column in self.block.columns]
        found = [(width - fixed * _NUMERALS) * n / sum(shares[fixed:]) for n in shares]
        needs = [min(need, width * 0.4) for need in self.needs]
        if fixed:
            found[0] = needs[0] = _NUMERALS
        spare = [own - need for own, need in zip(found, needs, strict=True)]
        short, left = -sum(s for s in spare if s < 0), sum(s for s in spare if s > 0)
        given = min(short, left)
        if not given:
            return found
        return [
            own - s * given / (left if s > 0 else short)
            for own, s in zip(found, spare, strict=True)
        ]

    def _around(self, index: int) -> tuple[float, float]:
        """What is left open before and behind the text of a column."""
        numerals = index == 0 and self.block.numbered
        left = _GAP - 1 if self.block.columns[index].rule else 0.0
        return left, 0.0 if numerals or index == self.size - 1 else _GAP

    def _joined_slots(self, width: float) -> Slots:
        slots = self.slots(width)
        (start, _), (second, wide) = slots[:2]
        return ((start, second + wide - start), *slots[2:])

    def head(self, node: Node) -> GridRow:
        row = node.add("THead" if self.block.rows else "TBody").add("TR")
        cells: list[Part] = []
        columns = list(zip(self.block.columns, self.styles, strict=True))
        if self.joined:
            column, styles = columns[0] if columns[0][0].title else columns[1]
            columns[:2] = [(column, styles)]
        for index, (column, styles) in enumerate(columns):
            span = 2 if self.joined and not index else 1
            cell = row.add("TH", attribute="column", span=span)
            title = rich(column.title[:_LONGEST])
            text = self.words.text(title, styles.head, cell)
            cells.append(text if title else Space(0))
            if span == 1:
                at = index + self.joined
                need = sum(self._around(at)) + text.longest_word()
                self.needs[at] = max(self.needs[at], need)
        return GridRow(cells)

    def cells(self, cells: tuple[Cell, ...], row: Node) -> list[Part]:
        """One part for each column; a row with fewer or more cells than columns is mended."""
        whole = (*cells[: self.size], *(Cell(),) * (self.size - len(cells)))
        return [self._cell(index, cell, row) for index, cell in enumerate(whole)]

    def _cell(self, index: int, cell: Cell, row: Node) -> Part:
        names = index == 0 or (index == 1 and self.block.numbered)
        node = row.add("TH", attribute="row") if names else row.add("TD")
        styles = self.styles[index]
        if index == 0 and self.block.numbered:
            return self._numeral(cell, node)
        lines = [line for line in cell.lines if plain(line).strip()]
        if not lines:
            return Space(0)
        texts = self._lines(lines, styles, node)
        part: Part = Stack(texts) if len(texts) > 1 else texts[0]
        need = sum(self._around(index)) + max(text.longest_word() for text in texts)
        if cell.mark is Mark.NONE:
            self.needs[index] = max(self.needs[index], need)
            return part
        sign, indent = mark_sign(cell.mark, styles.other, self.looks.colors)
        self.needs[index] = max(self.needs[index], need + indent)
        return Hanging(sign, indent, part)

    def _lines(self, lines: list[Rich], styles: _Styles, node: Node) -> list[Text]:
        if len(lines) == 1:
            return [self.words.text(lines[0], styles.first, node)]
        texts = [self.words.text(lines[0], styles.first, node.add("P"))]
        return texts + [self.words.text(line, styles.other, node.add("P")) for line in lines[1:]]

    def _numeral(self, cell: Cell, node: Node) -> Part:
        words = plain(cell.lines[0]).strip() if cell.lines else ""
        beside = self.styles[1].first if self.size > 1 else self.styles[0].first
        size, room = self.looks.numeral, _NUMERALS - 2
        sign = numeral_sign(words, size, beside.baseline, node, self.looks, room)
        return Hanging(sign, 0, Space(beside.leading)) if words else Space(0)


def _remembered(layout: Layout) -> Layout:
    """All rows ask the same: answer once for each width."""
    known: dict[float, Slots] = {}

    def remembered(width: float) -> Slots:
        if width not in known:
            known[width] = layout(width)
        return known[width]

    return remembered
