"""Lists: with numbers, bullets or marks, one in another; and legends."""

from dataclasses import replace

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_figures import Legend, numeral_sign, words_sign
from ozj_desktop.exchange.pdf_flow import Hanging, Part, Stack
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import Looks, mark_sign
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_tags import Node
from ozj_desktop.exchange.pdf_words import Words, is_soft
from ozj_desktop.model.blocks import Item, Listing

_DEEPEST = 4  # lists within lists go no further to the right than this


class Lists:
    """Makes the parts of a list."""

    def __init__(self, looks: Looks, words: Words) -> None:
        self.looks, self.words = looks, words

    def listing(self, block: Listing, where: Where) -> list[Part]:
        if not block.items:
            return []
        if all(item.mark and is_soft(item.text) and not item.items for item in block.items):
            return [self._legend(block, where)]
        bullets = "" if all(item.mark for item in block.items) else "plain"
        sort = "numbered" if block.numbered else bullets
        inner = where.below(where.node.add("L", attribute=sort))
        return [
            self._item(item, number if block.numbered else 0, inner)
            for number, item in enumerate(block.items, 1)
        ]

    def _item(self, item: Item, number: int, where: Where) -> Part:
        line = where.node.add("LI")
        label = line.add("Lbl") if number or not item.mark else None
        body = line.add("LBody")
        large = bool(number) and where.own_page and not where.depth
        style = but(where.style("body", self.looks), after=3 if not large else 0)
        own = but(style, after=0) if item.items else style
        part: Part = self.words.text(item.text, own, body.add("P") if item.items else body)
        if item.items and (item.mark or len(item.items) == 1) and not _marked(item.items):
            below = [p for i in item.items for p in self._below(i, body, style, where)]
            part = Stack([part, *below])
        elif item.items:
            deeper = replace(where, node=body, depth=where.depth + 1)
            sort = "" if _marked(item.items) else "plain"
            deeper = deeper.below(body.add("L", attribute=sort))
            inner = Stack([self._item(i, 0, deeper) for i in item.items], 3, 3)
            part = Stack([part, inner])
        if item.mark:
            sign, indent = mark_sign(item.mark, style, self.looks.colors)
            marked = Hanging(sign, indent, part)
            marked.after = 6.0 if self.looks.narrow else 4.0
            return marked
        assert label
        return self._bullet(part, label, number, style, where, large)

    def _below(self, item: Item, node: Node, style: Style, where: Where) -> list[Part]:
        """A line below a state, or the one line below a line: an example. It has no bullet."""
        text = self.words.text(item.text, but(style, after=0), node.add("P"))
        if not item.items:
            return [text]
        deeper = replace(where, node=node.add("L"), depth=where.depth + 1)
        return [text, *(self._item(i, 0, deeper) for i in item.items)]

    def _bullet(
        self, part: Part, label: Node, number: int, style: Style, where: Where, large: bool
    ) -> Part:
        if large:
            size = self.looks.numeral
            sign = numeral_sign(str(number), size, style.baseline, label, self.looks, 10 * mm)
            hanging = Hanging(sign, (9 if self.looks.narrow else 10) * mm, part)
            hanging.before = hanging.after = 9.0
            return hanging
        words = str(number) if number else "–" if where.depth else "•"
        small = but(style, face=SEMIBOLD if number else REGULAR, color=self.looks.colors.accent)
        indent = (1.8 if number > 9 else 1.4) * style.size if number else 1.1 * style.size
        if where.depth > _DEEPEST:
            indent = 0.7 * style.size
        hanging = Hanging(words_sign(words, small, label, style.baseline), indent, part)
        hanging.after = max(hanging.after, 3.0)
        return hanging

    def _legend(self, block: Listing, where: Where) -> Part:
        inner = where.node.add("L")
        style = but(self.looks.note, before=0, after=0)
        parts: list[Part] = []
        widths: list[float] = []
        for item in block.items:
            text = self.words.text(item.text, style, inner.add("LI").add("LBody"))
            sign, indent = mark_sign(item.mark, style, self.looks.colors)
            indent = indent - style.size * 0.15
            parts.append(Hanging(sign, indent, text))
            widths.append(indent + text.natural())
        return Legend(parts, widths)


def _marked(items: tuple[Item, ...]) -> bool:
    return any(item.mark for item in items)
