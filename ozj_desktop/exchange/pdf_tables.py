"""A table from its blocks: which column is how wide, and what is a head."""

from collections.abc import Collection
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle as Style
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ozj_desktop.exchange.pdf_figures import Numeral, Sign
from ozj_desktop.exchange.pdf_flow import Stack, hanging
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, clean, one_line, width
from ozj_desktop.exchange.pdf_look import HAIRLINE, RULE, Looks, aligned, but
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_tags import ENDLESS, Grid
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import Cell, Mark, Row, Table, plain, rich

_GAP = 8.0  # points between columns
_NUMERALS = 9 * mm
_LEAST = 10.0  # points: a letter has room in any column
_UNCUT = 24  # letters; longer words may be cut
_LONGEST = 300  # letters of a head, so that it fits on a page
_HEAD = 120.0  # points; a higher head is not repeated


class Tables:
    """Makes tables; rows take a name from `anchors` only."""

    def __init__(self, looks: Looks, words: Words, anchors: Collection[str]) -> None:
        self.looks, self.words, self.anchors = looks, words, anchors

    def table(self, block: Table, where: Where) -> list[Flowable]:
        if not block.columns or not (block.rows or any(c.title for c in block.columns)):
            return []
        return [_Table(block, where, self).grid()]


class _Table:
    """One table being made."""

    def __init__(self, block: Table, where: Where, own: Tables) -> None:
        self.block, self.where, self.own = block, where, own
        self.looks, self.words = own.looks, own.words
        self.size = len(block.columns)
        titles = [bool(column.title) for column in block.columns[:2]]
        self.joined = block.numbered and titles in ([True, False], [False, True])
        cell = self.looks.cell
        if block.numbered and not self.looks.narrow:
            cell = but(cell, fontSize=9.75, leading=13.5)
        self.styles = [aligned(cell, column.align == "right") for column in block.columns]
        self.widths = self._widths()

    def _widths(self) -> list[float]:
        """By their shares, but none too narrow for its words as long as others have room."""
        room, fixed = self.where.width, self.block.numbered and self.size > 1
        shares = [max(1, column.width) for column in self.block.columns]
        found = [(room - fixed * _NUMERALS) * n / sum(shares[fixed:]) for n in shares]
        needs = [min(self._need(index), room * 0.4) for index in range(self.size)]
        if fixed:
            found[0] = needs[0] = _NUMERALS
        spare = [own - need for own, need in zip(found, needs, strict=True)]
        short, left = -sum(s for s in spare if s < 0), sum(s for s in spare if s > 0)
        given = min(short, left)
        if given > 0:
            pairs = zip(found, spare, strict=True)
            found = [own - s * given / (left if s > 0 else short) for own, s in pairs]
        return [max(own, _LEAST + sum(self._around(i))) for i, own in enumerate(found)]

    def _need(self, index: int) -> float:
        """About as wide as the widest word of a column, up to what should rather be cut."""
        style, needs, marked = self.styles[index], [8.0], False
        if not (self.joined and index < 2):
            needs.append(_longest(self.block.columns[index].title, self.looks.head))
        for row in self.block.rows:
            for cell in row.cells[index : index + 1]:
                marked = marked or cell.mark is not Mark.NONE
                needs += [_longest(run.text, style) for line in cell.lines for run in line]
        return max(needs) + sum(self._around(index)) + marked * 1.4 * style.fontSize

    def _around(self, index: int) -> tuple[float, float]:
        """What is left open before and behind the text of a column."""
        numerals = index == 0 and self.block.numbered and self.size > 1
        left = _GAP - 1 if self.block.columns[index].rule and index else 0.0
        return left, 0.0 if numerals or index == self.size - 1 else _GAP

    def grid(self) -> Grid:
        node = self.where.node.add("Table", alt=one_line(self.block.title))
        has_head = any(column.title for column in self.block.columns)
        rows = [self._head(node)] if has_head else []
        body = node.add("TBody") if self.block.rows else node
        rows += [self._row(row, body.add("TR")) for row in self.block.rows]
        repeated = has_head and self._height(rows[0]) <= _HEAD
        for part in rows[0] if repeated else []:
            for text in part:
                cast(Any, text).node.once = True
        grid = Grid(rows, self.widths, repeatRows=int(repeated), hAlign="LEFT")
        grid.setStyle(self._lines(int(has_head)))
        grid.spaceBefore = grid.spaceAfter = 2 if self._is_close() else 8
        return grid

    def _height(self, row: list[list[Flowable]]) -> float:
        wide = zip(row, self.widths, strict=True)
        return max(Stack(part).wrap(max(4.0, w - _GAP), ENDLESS)[1] for part, w in wide)

    def _lines(self, head: int) -> list[Any]:
        pad, all_cells = self._pad(), ((0, 0), (-1, -1))
        found: list[Any] = [
            ("FONTNAME", *all_cells, REGULAR),
            ("VALIGN", *all_cells, "TOP"),
            ("TOPPADDING", *all_cells, pad),
            ("BOTTOMPADDING", *all_cells, pad + 0.6),
            ("LINEBELOW", (0, head), (-1, -2), 0.4, HAIRLINE),
        ]
        if self.where.own_page:
            found.append(("LINEBELOW", (0, -1), (-1, -1), 0.7, RULE))
        if head:
            found.append(("LINEBELOW", (0, 0), (-1, 0), 1.1, self.looks.colors.accent))
            found.append(("BOTTOMPADDING", (0, 0), (-1, 0), 3))
        else:
            found.append(("LINEABOVE", (0, 0), (-1, 0), 0.4, HAIRLINE))
        if self.joined:
            found.append(("SPAN", (0, 0), (1, 0)))
        for index, column in enumerate(self.block.columns):
            left, right = self._around(index)
            found.append(("LEFTPADDING", (index, 0), (index, -1), left))
            found.append(("RIGHTPADDING", (index, 0), (index, -1), right))
            if column.rule and index:
                found.append(("LINEBEFORE", (index, 0), (index, -1), 0.4, HAIRLINE))
        return found

    def _is_close(self) -> bool:
        """On one sheet everything stands closer."""
        return self.looks.small and not self.looks.narrow

    def _pad(self) -> float:
        if self.looks.narrow:
            return 6.0
        if self._is_close():
            return 5.4 if self.block.numbered else 1.8
        if any(column.rule for column in self.block.columns):
            return 3.4
        return 6.2 if self.block.numbered else 4.2 if self.where.own_page else 2.8

    def _head(self, node: Node) -> list[list[Flowable]]:
        row = node.add("THead" if self.block.rows else "TBody").add("TR")
        found: list[list[Flowable]] = []
        for index, column in enumerate(self.block.columns):
            if self.joined and index == 1:
                found.append([])
                continue
            span = 2 if self.joined and not index else 1
            title = column.title or (self.block.columns[1].title if span > 1 else "")
            cell = row.add("TH", attribute="column", span=span)
            style = aligned(self.looks.head, column.align == "right")
            text = self.words.text(rich(title[:_LONGEST]), style, cell)
            found.append([text] if title.strip() else [])
        return found

    def _row(self, row: Row, node: Node) -> list[list[Flowable]]:
        """One part for each column; a row with fewer or more cells than columns is mended."""
        whole = (*row.cells[: self.size], *(Cell(),) * (self.size - len(row.cells)))
        found = [self._cell(index, cell, node) for index, cell in enumerate(whole)]
        if row.anchor in self.own.anchors:
            found[0] = [Stack(found[0], anchor=row.anchor)]
        return found

    def _cell(self, index: int, cell: Cell, row: Node) -> list[Flowable]:
        numeral = index == 0 and self.block.numbered
        names = index == (1 if self.block.numbered else 0)
        node = row.add("TH", attribute="row") if names or numeral else row.add("TD")
        other = self.styles[index]
        first = but(other, fontName=SEMIBOLD) if names else other
        lines = [line for line in cell.lines if plain(line).strip()]
        if not lines:
            return []
        if numeral and self.size > 1:
            size, room = self.looks.numeral, _NUMERALS - 2
            return [Numeral(plain(lines[0]).strip(), size, room, self.styles[1], node, self.looks)]
        texts: list[Flowable] = [
            self.words.text(line, other if i else first, node.add("P") if len(lines) > 1 else node)
            for i, line in enumerate(lines)
        ]
        if cell.mark is Mark.NONE:
            return [Stack(texts)] if len(texts) > 1 else texts
        return [self._marked(cell.mark, texts, index, other)]

    def _marked(self, mark: Mark, texts: list[Flowable], index: int, style: Style) -> Flowable:
        sign = Sign(mark, style, self.looks.colors)
        room = self.widths[index] - sum(self._around(index))
        return hanging(sign, sign.width, Stack(texts), room)


def _longest(text: str, style: Style) -> float:
    word = max(clean(text).split(), key=len, default="")
    return width(word, SEMIBOLD, style.fontSize) if len(word) <= _UNCUT else 0.0
