"""The sheet on which one party signs."""

from collections.abc import Callable
from dataclasses import replace

from ozj_desktop.exchange.pdf_figures import WriteLine
from ozj_desktop.exchange.pdf_flow import Columns, Keep, Layout, Part, Rule, Stack, shared
from ozj_desktop.exchange.pdf_fonts import DISPLAY, SEMIBOLD, one_line
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, Looks
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import Entry, Rich, Run, Signature, plain, rich

_GAP = 20.0

Labelled = Callable[[Entry, Where], Columns]


class Sheets:
    """Makes signature sheets; `labelled` sets a label beside its content, as elsewhere."""

    def __init__(
        self, looks: Looks, words: Words, full: float, beside: Layout, labelled: Labelled
    ) -> None:
        self.looks, self.words, self.full = looks, words, full
        self.beside, self.labelled = beside, labelled

    def sheet(self, block: Signature, where: Where) -> Part:
        """Kept together on a page of `full` points."""
        node, looks = where.node.add("Sect"), self.looks
        if one_line(block.party):
            where = replace(where, level=min(where.level + 1, 6))
        where = replace(where, node=node)
        title = node.add(f"H{where.level}")
        name = Style(DISPLAY, 18, 22, looks.colors.accent, 0, 6)
        place = self.words.text(rich(one_line(block.place)), looks.head, node.add("P"), True)
        parts: list[Part] = [
            *([place] if block.place else []),
            self.words.text(rich(one_line(block.party)), name, title, True),
            self.words.text(block.preamble, looks.body, node.add("P")),
        ]
        labels = [self._label(entry, where) for entry in block.entries]
        if labels:
            labels[0].before = 10.0
            parts += [*labels, Rule(0.4, HAIRLINE)]
        sheet = Keep(parts + self._signing(block, where), self.full, 10)
        sheet.after = 40.0
        return sheet

    def _label(self, entry: Entry, where: Where) -> Columns:
        """What is not known yet is written by hand."""
        if entry.blocks:
            return self.labelled(entry, where)
        line = WriteLine(17, "", self.looks.note, None)
        node = where.node.add(f"H{min(where.level + 1, 6)}")
        label = self.words.text(rich(entry.label), self.looks.label, node)
        return Columns([label, line], self.beside, (5, 8), (0.4, HAIRLINE))

    def _signing(self, block: Signature, where: Where) -> list[Part]:
        looks, level = self.looks, min(where.level + 1, 6)
        heading = Style(SEMIBOLD, 10, 14, INK, 26, 2)
        body = but(looks.body, after=0)
        who = [Run(block.name, "strong")] if block.name else []
        lines: list[Rich] = [tuple(who), rich(block.function), rich(block.capacity)]
        node = where.node.add(f"H{level}")
        head = self.words.text(rich("Aldus ondertekend"), heading, node, True)
        place, date, sign = (
            WriteLine(14, hint, looks.note, where.node.add("P"))
            for hint in ("plaats", "datum", "handtekening")
        )
        name = Stack(
            [self.words.text(t, body, where.node.add("P")) for t in lines if plain(t).strip()]
        )
        above = Columns([place, date], shared(2, _GAP))
        below = Columns([sign, name], _slots)
        above.before, below.before = 30.0, 54.0
        return [head, above, below]


def _slots(width: float) -> tuple[tuple[float, float], ...]:
    left = width * 0.58
    return (0.0, left), (left + _GAP, width - left - _GAP)
