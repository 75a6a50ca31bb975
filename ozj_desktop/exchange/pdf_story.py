"""From the blocks of a document to flowables, each with its place in the structure tree."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreakIfNotEmpty

from ozj_desktop.exchange.pdf_figures import LEGEND, Numeral, RoundTable, Sign
from ozj_desktop.exchange.pdf_flow import NARROWEST, Beside, Keep, Stack, hanging, shared
from ozj_desktop.exchange.pdf_fonts import REGULAR, clean, marked, one_line, tidy, width
from ozj_desktop.exchange.pdf_lists import Lists
from ozj_desktop.exchange.pdf_look import HAIRLINE, SOFT, Looks, but
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Landmark, Where, heading_level
from ozj_desktop.exchange.pdf_signature import signing
from ozj_desktop.exchange.pdf_tables import Tables
from ozj_desktop.exchange.pdf_tags import Par
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import (
    Block,
    Chapter,
    Entry,
    Figure,
    Heading,
    Item,
    KeyValues,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    rich,
)

LABELS = 36 * mm  # the column of labels beside their text
_NUMBER = 20 * mm  # beside the title of an agreement
_GAP = 20.0  # between parts side by side
_NARROW = 50.0  # points; narrower parts stand below each other
_SHORT = 600  # letters; a longer heading may stand at the foot of a page, to be split at all


class Story:
    """Makes flowables; `full` is the height of a page, `linked` the anchors rows may take."""

    def __init__(self, looks: Looks, words: Words, full: float, linked: Collection[str]) -> None:
        self.looks, self.words, self.full = looks, words, full
        self.lists = Lists(looks, words)
        self.tables = Tables(looks, words, linked)
        self.landmarks: list[Landmark] = []

    # Chapters

    def chapter(self, chapter: Chapter, where: Where) -> list[Flowable]:
        """All of a chapter; `where` is below its title."""
        parts: list[Flowable] = []
        if chapter.new_page or chapter.sort != "chapter":
            parts.append(PageBreakIfNotEmpty())
        title = _joined(chapter.number, chapter.title)
        if title:
            parts.append(self.title(title, where))
        else:
            where = replace(where, level=where.level - 1)
        parts += self.blocks(chapter.blocks, where)
        if any(isinstance(block, Signature) for block in chapter.blocks):
            parts.append(PageBreakIfNotEmpty())
        return parts

    def title(self, title: str, where: Where) -> Par:
        """The title of a chapter, which the contents name."""
        node = where.node.add(f"H{where.level}")
        text = self.words.text(rich(title), self.looks.h1, node, len(title) < _SHORT)
        return self._landmark(text, title, 1)

    def _landmark(self, par: Par, title: str, level: int, anchor: str = "") -> Par:
        """`level` 0 is for what is only named by links."""
        own = f"\0{len(self.landmarks)}" if level else ""  # apart from the anchors of a document
        par.anchors = tuple(filter(None, (own, anchor)))
        if level:
            self.landmarks.append(Landmark(title, level, own))
        return par

    # Blocks

    def blocks(self, blocks: Sequence[Block], where: Where) -> list[Flowable]:
        """An agreement is kept together with what follows, up to the next heading."""
        parts: list[Flowable] = []
        kept: list[Flowable] | None = None
        start = where
        for block in blocks:
            if isinstance(block, Heading) and not one_line(block.number + block.text):
                continue
            if kept is not None and isinstance(block, Heading | Signature | PageBreak):
                parts.append(Keep(kept, self.full))
                kept = None
            if isinstance(block, Heading):
                level = heading_level(block, where.level, start.level)
                where = replace(start, level=level, small=block.level > 2)
                kept = [] if block.number and where.own_page else None
            (parts if kept is None else kept).extend(self._block(block, where))
        return parts + ([Keep(kept, self.full)] if kept else [])

    def _block(self, block: Block, where: Where) -> list[Flowable]:
        match block:
            case Heading():
                return [self._heading(block, where)]
            case Paragraph():
                return [self._paragraph(block, where)]
            case Listing():
                return self.lists.listing(block, where)
            case Table():
                return self.tables.table(block, where)
            case KeyValues():
                return self._key_values(block, where)
            case Figure():
                return self._figure(block, where)
            case Signature():
                return [self._signature(block, where)]
            case PageBreak():
                return [PageBreakIfNotEmpty()] if where.own_page else []

    def _heading(self, block: Heading, where: Where) -> Flowable:
        node, title = where.node.add(f"H{where.level}"), _joined(block.number, block.text)
        stay = len(title) < _SHORT
        if block.number and where.own_page:
            return self._agreement(block, node, where, title)
        style = self.looks.h2 if where.own_page and block.level < 3 else self.looks.h3
        if where.own_page and block.level > 2:
            style = but(style, spaceBefore=self.looks.h2.spaceBefore)
        text = self.words.text(rich(title), style, node, stay)
        self._landmark(text, title, 0, block.anchor)
        return self._under_kicker(block.kicker, text, where, stay)

    def _under_kicker(self, words: str, text: Par, where: Where, stay: bool) -> Flowable:
        if not words:
            return text
        style, node = self.looks.head, where.node.add("P")
        where.node.kids[-2:] = [node, where.node.kids[-2]]  # it is read first
        kicker = self.words.text(rich(one_line(words)), style, node, stay)
        above = text.style
        stack = Stack([kicker, text], above.spaceBefore, above.spaceAfter)
        text.style = but(above, spaceBefore=0)
        stack.keepWithNext = int(stay)
        return stack

    def _agreement(self, block: Heading, node: Node, where: Where, title: str) -> Flowable:
        looks = self.looks
        text = self.words.text(rich(one_line(block.text)), looks.agreement, node)
        self._landmark(text, title, 2, block.anchor)
        size = 46.0 if block.kicker else 30.0
        number = Numeral(block.number, size, _NUMBER - 4, looks.agreement, node, looks)
        number.down = looks.head.leading if block.kicker else 0.0
        part = self._under_kicker(block.kicker, text, where, False)
        found = hanging(number, _NUMBER, part, where.width)
        found.spaceBefore, found.spaceAfter = 24.0, 8.0
        found.keepWithNext = int(len(title) < _SHORT)
        return found

    def _paragraph(self, block: Paragraph, where: Where) -> Flowable:
        if block.tone:
            inner = self._boxed_in(where)
            return self._box([self._paragraph(replace(block, tone=""), inner)], block.tone)
        style = where.style(block.style, self.looks)
        part = self.words.text(block.text, style, where.node.add("P"))
        if block.mark is Mark.NONE:
            return part
        sign = Sign(block.mark, style, self.looks.colors)
        return hanging(sign, sign.width, part, where.width)

    def _signature(self, block: Signature, where: Where) -> Flowable:
        where = replace(where, node=where.node.add("Sect"))
        parts = signing(block, where, self.looks, self.words, self._small_labels)
        return Keep(parts, self.full) if where.own_page else Stack(parts)

    # Labels with their content

    def _key_values(self, block: KeyValues, where: Where) -> list[Flowable]:
        entries = block.entries
        match block.layout:
            case _ if not entries:
                return []
            case "across" | "figures":
                return self._across(entries, block.layout == "figures", where)
            case "box":
                inner = replace(self._boxed_in(where), boxed=True)
                parts = [part for entry in entries for part in self._entry(entry, inner)]
                warns = any(entry.tone == "attention" for entry in entries)
                return [self._box(parts, "attention" if warns else "tint")]
            case _ if self.looks.narrow or where.width < 3 * _NARROW:
                return [part for entry in entries for part in self._entry(entry, where)]
            case _ if where.own_page:
                rows = [self._labelled(entry, where) for entry in entries]
                rows[0].spaceBefore = rows[-1].spaceAfter = 8
                return list(rows)
        return [self._small_labels(entries, where)]

    def _entry(self, entry: Entry, where: Where) -> list[Flowable]:
        """A label as a small heading with its content below it."""
        parts: list[Flowable] = []
        if one_line(entry.label):
            level = min(where.level, 6) if where.small else where.deeper
            style = self.looks.box if where.boxed else self.looks.h3
            if entry.tone == "attention":
                style = but(style, textColor=self.looks.colors.attention)
            node, stay = where.node.add(f"H{level}"), len(entry.label) < _SHORT
            parts.append(self.words.text(rich(entry.label), style, node, stay))
            where = replace(where, level=level, small=False)
        return parts + self.blocks(entry.blocks, replace(where, boxed=False))

    def _labelled(self, entry: Entry, where: Where) -> Beside:
        """A label beside its content: the backbone of a page with an agreement."""
        label, level = Stack(()), where.level
        if one_line(entry.label):
            level = where.deeper
            node = where.node.add(f"H{level}")
            label = Stack([self.words.text(rich(entry.label), self.looks.label, node)])
        start = LABELS if where.width >= 3 * _NARROW else 0.0
        inner = replace(where, level=level, width=where.width - start, own_page=False)
        if entry.tone:
            content = self._box(self.blocks(entry.blocks, self._boxed_in(inner)), entry.tone)
        else:
            content = Stack(self.blocks(entry.blocks, inner))
        line = 0.4, HAIRLINE
        if not start:
            return Beside([Stack([label, content])], [(0.0, where.width)], (5, 5), line)
        slots = [(0.0, LABELS - 14), (LABELS, inner.width)]
        return Beside([label, content], slots, (5, 5), line)

    def _small_labels(self, entries: Sequence[Entry], where: Where) -> Stack:
        """Labels within the content of a label: was, is nu."""
        style = but(self.looks.head, leading=self.looks.cell.leading)
        told = [width(one_line(e.label), style.fontName, style.fontSize) for e in entries]
        start, node = min(max(told) + 10, LABELS, where.width / 3), where.node.add("L")
        rows: list[Flowable] = []
        for entry in entries:
            line = node.add("LI")
            label = self.words.text(rich(entry.label), style, line.add("Lbl"))
            inner = where.inside(line.add("LBody"), where.width - start, compact=True)
            cells = [label, Stack(self.blocks(entry.blocks, inner))]
            rows.append(Beside(cells, [(0.0, start - 6), (start, inner.width)], (0, 2)))
        return Stack(rows, 2, 3)

    def _across(self, entries: Sequence[Entry], figures: bool, where: Where) -> list[Flowable]:
        count = len(entries) if len(entries) <= 4 else 3
        slots = shared(count, where.width, _GAP)
        if self.looks.narrow or slots[0][1] < _NARROW:
            slots = [(0.0, where.width)]
        made = self._figures if figures else self._entry
        cells: list[Flowable] = []
        for entry in entries:
            inner = where.inside(where.node.add("Div"), slots[0][1], compact=True)
            if entry.tone:
                inner = replace(inner, width=max(NARROWEST, inner.width - 2 * Stack.PAD))
            parts = made(entry, inner)
            cells.append(self._box(parts, entry.tone) if entry.tone else Stack(parts))
        if len(slots) == 1:
            return cells
        before = 2.0 if figures else 20.0
        rows = [cells[i : i + count] for i in range(0, len(cells), count)]
        return [Beside(row, slots[: len(row)], before=before, after=14) for row in rows]

    def _figures(self, entry: Entry, where: Where) -> list[Flowable]:
        """A large figure, "91 → 40" with a smaller arrow, and its words below it."""
        style = self.looks.figure
        size = f'name="{REGULAR}" size="{style.fontSize * 0.68:g}" color="{SOFT.hexval()}"'
        parts = clean(entry.label).split("→")
        told = [marked(tidy(part), style.fontName) for part in parts]
        text = Par(f"<font {size}>→</font>".join(told), style, where.node.add("P"))
        return [text, *self.blocks(entry.blocks, where)]

    def _boxed_in(self, where: Where) -> Where:
        inner = where.inside(where.node.add("Div"), where.width - 2 * Stack.PAD)
        return replace(inner, compact=True)

    def _box(self, parts: Sequence[Flowable], tone: str) -> Stack:
        colors = self.looks.colors
        warns = tone == "attention"
        tint = (colors.attention_tint, colors.attention) if warns else (colors.tint, colors.accent)
        before, after = (8, 12) if self.looks.narrow else (6, 4) if self.looks.small else (14, 12)
        return Stack(parts, before, after, tint)

    # Figures

    def _figure(self, block: Figure, where: Where) -> list[Flowable]:
        if not 0 < len(block.data) <= RoundTable.MOST:
            return [self._paragraph(Paragraph(rich(block.alt), "note"), where)] if block.alt else []
        alt = one_line(block.alt) or "Rond de tafel: " + ", ".join(n for n, _ in block.data)
        node = where.node.add("Figure", alt=one_line(alt))
        drawn = RoundTable(block.data, node, self.looks, 92 * mm)
        shown = {mark for _, mark in block.data}
        items = tuple(Item(rich(t, "soft"), mark=m) for m, t in LEGEND.items() if m in shown)
        return [drawn, *self.lists.listing(Listing(items), where)]


def _joined(number: str, text: str) -> str:
    return "\xa0\xa0".join(filter(None, (number, one_line(text))))
