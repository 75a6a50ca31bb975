"""Lists: with numbers, bullets or marks, one in another; and legends."""

from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle as Style
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ozj_desktop.exchange.pdf_figures import Numeral, Sign
from ozj_desktop.exchange.pdf_flow import NARROWEST, Beside, Stack, hanging
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, tidy, width
from ozj_desktop.exchange.pdf_look import Looks, but
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_words import Words, is_soft
from ozj_desktop.model.blocks import Item, Listing, Mark, plain, rich

_DEEPEST = 4  # lists within lists go no further to the right than this
_APART, _CLOSE = 20.0, 8.0  # points between the words of a legend


class Lists:
    """Makes the parts of a list."""

    def __init__(self, looks: Looks, words: Words) -> None:
        self.looks, self.words = looks, words

    def listing(self, block: Listing, where: Where) -> list[Flowable]:
        if block.items and all(i.mark and is_soft(i.text) and not i.items for i in block.items):
            return [self._legend(block, where)]
        return self._items(block.items, block.numbered, where, where.node)

    def _items(
        self, items: tuple[Item, ...], numbered: bool, where: Where, node: Node
    ) -> list[Flowable]:
        bullets = "" if all(item.mark for item in items) else "plain"
        sort = "numbered" if numbered else bullets
        inner = replace(where, node=node.add("L", attribute=sort))
        return [
            self._item(item, number if numbered else 0, inner)
            for number, item in enumerate(items, 1)
        ]

    def _item(self, item: Item, number: int, where: Where) -> Flowable:
        line = where.node.add("LI")
        label = line.add("Lbl") if number or not item.mark else None
        body = line.add("LBody")
        large = bool(number) and where.own_page and not where.depth and not item.mark
        style = but(where.style("body", self.looks), spaceAfter=0)
        sign, indent, space = self._sign(item.mark, number, label, style, where, large)
        inner = replace(where, width=max(NARROWEST, where.width - indent), depth=where.depth + 1)
        node = body.add("P") if item.items else body
        part: Flowable = self.words.text(item.text, style, node)
        if item.items:
            part = Stack([part, *self._below(item, body, style, inner)])
        found = hanging(sign, indent, part, where.width)
        found.spaceAfter, found.spaceBefore = space, space if large else 0
        return found

    def _sign(
        self, mark: Mark, number: int, label: Node | None, style: Style, where: Where, large: bool
    ) -> tuple[Flowable, float, float]:
        """What stands before a line, how far the line stands from it, and from the next line."""
        if mark or not label:
            sign = Sign(mark, style, self.looks.colors)
            return sign, float(sign.width), 6.0 if self.looks.narrow else 4.0
        if large:
            wide = (9 if self.looks.narrow else 10) * mm
            return (
                Numeral(str(number), self.looks.numeral, wide, style, label, self.looks),
                *(wide, 9.0),
            )
        words = str(number) if number else "–" if where.depth else "•"
        face = SEMIBOLD if number else REGULAR
        small = but(style, fontName=face, textColor=self.looks.colors.accent)
        share = (1.8 if number > 9 else 1.4) if number else 1.1
        share = 0.7 if where.depth > _DEEPEST else share
        bullet = self.words.text(rich(words), small, label)
        return bullet, share * style.fontSize, max(3.0, where.style("body", self.looks).spaceAfter)

    def _below(self, item: Item, node: Node, style: Style, where: Where) -> list[Flowable]:
        """Lines below a state, or the one line below a line, as an example: without bullets."""
        marked = any(inner.mark for inner in item.items)
        if marked or not (item.mark or len(item.items) == 1):
            return [Stack(self._items(item.items, False, where, node), 3, 0)]
        parts: list[Flowable] = []
        for inner in item.items:
            parts.append(self.words.text(inner.text, style, node.add("P")))
            if inner.items:
                parts += self._items(inner.items, False, where, node)
        return parts

    def _legend(self, block: Listing, where: Where) -> Flowable:
        """Marks with their words, beside each other as far as they fit."""
        inner = where.node.add("L")
        style = but(self.looks.note, spaceBefore=0, spaceAfter=0)
        parts: list[tuple[Flowable, float]] = []
        for item in block.items:
            sign = Sign(item.mark, style, self.looks.colors)
            wide = width(tidy(plain(item.text)), style.fontName, style.fontSize) + 1
            wide = min(sign.width + wide * self.words.soft, where.width)
            text = self.words.text(item.text, style, inner.add("LI").add("LBody"))
            parts.append((hanging(sign, sign.width * 0.92, text, wide), wide))
        spare = (where.width - sum(wide for _, wide in parts)) / max(1, len(parts) - 1)
        gap = _APART if spare < _CLOSE else min(spare, _APART)
        rows: list[list[tuple[Flowable, float]]] = [[]]
        for part, wide in parts:
            if rows[-1] and sum(w + gap for _, w in rows[-1]) + wide > where.width + 0.1:
                rows.append([])
            rows[-1].append((part, wide))
        return Stack([self._row(row, gap) for row in rows], 4, 8)

    def _row(self, row: list[tuple[Flowable, float]], gap: float) -> Flowable:
        starts = [sum(wide + gap for _, wide in row[:i]) for i in range(len(row))]
        slots = [(start, wide) for start, (_, wide) in zip(starts, row, strict=True)]
        return Beside([part for part, _ in row], slots, after=3)
