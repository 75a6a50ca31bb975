"""From the blocks of a document to parts of pages, each with its place in the structure tree."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_figures import (
    LEGEND,
    RoundTable,
    numeral_sign,
)
from ozj_desktop.exchange.pdf_flow import (
    Box,
    Columns,
    Hanging,
    Keep,
    Layout,
    NewPage,
    Part,
    Space,
    Stack,
    shared,
)
from ozj_desktop.exchange.pdf_fonts import REGULAR, one_line, unit_width
from ozj_desktop.exchange.pdf_lines import Span, Style, but
from ozj_desktop.exchange.pdf_lists import Lists
from ozj_desktop.exchange.pdf_look import HAIRLINE, SOFT, Looks, mark_sign
from ozj_desktop.exchange.pdf_place import Landmark, Where
from ozj_desktop.exchange.pdf_signature import Sheets
from ozj_desktop.exchange.pdf_tables import table
from ozj_desktop.exchange.pdf_tags import Node
from ozj_desktop.exchange.pdf_text import Text
from ozj_desktop.exchange.pdf_words import Words, is_short
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

_LABELS = 36 * mm
_NUMBER = 20 * mm  # beside the title of an agreement
_GAP = 20.0  # between parts side by side


class Story:
    """Makes parts; `full` is the height of a page, `linked` the anchors that rows may take."""

    def __init__(self, looks: Looks, words: Words, full: float, linked: frozenset[str]) -> None:
        self.looks, self.words, self.full, self.linked = looks, words, full, linked
        self.lists = Lists(looks, words)
        self.sheets = Sheets(looks, words, full, _beside(_LABELS), self._labelled)
        self.count = 0
        self.landmarks: list[Landmark] = []

    # Chapters

    def chapter(self, chapter: Chapter, root: Node, level: int) -> list[Part]:
        """All of a chapter, its title as a heading of `level`."""
        where = Where(root.add("Sect"), level)
        title = "\xa0\xa0".join(filter(None, (chapter.number, one_line(chapter.title))))
        parts: list[Part] = []
        if chapter.new_page or chapter.sort != "chapter":
            parts.append(NewPage())
        if title:
            node = where.node.add(f"H{level}")
            text = self.words.text(rich(title), self.looks.h1, node, True)
            parts.append(self._landmark(text, title, 1))
        else:
            where = replace(where, level=level - 1)
        parts += self.blocks(chapter.blocks, where)
        if any(isinstance(block, Signature) for block in chapter.blocks):
            parts.append(NewPage())
        return parts

    def _landmark(self, part: Part, title: str, level: int, anchor: str = "") -> Landmark:
        self.count += 1
        own = f"\0{self.count}"  # apart from the anchors of a document
        names = (own, anchor) if anchor else (own,)
        landmark = Landmark(part, title, level, names)
        if title and level:
            self.landmarks.append(landmark)
        return landmark

    # Blocks

    def blocks(self, blocks: Sequence[Block], where: Where) -> list[Part]:
        parts: list[Part] = []
        signed = False
        kept: list[Part] | None = None
        start = where
        for block in blocks:
            if isinstance(block, Heading) and not one_line(block.number + block.text):
                continue
            if kept is not None and _ends(block):
                parts.append(Keep(kept, self.full, 24))
                kept = None
            if isinstance(block, Signature):
                parts += [NewPage()] if signed and where.own_page else []
                signed = True
            if isinstance(block, Heading):
                level = _level(block, where.level, start.level)
                where = replace(start, level=level, small=block.level > 2)
                if block.number and where.own_page:
                    kept = []
            (parts if kept is None else kept).extend(self._block(block, where))
        if kept:
            parts.append(Keep(kept, self.full, 24))
        return parts

    def _block(self, block: Block, where: Where) -> list[Part]:
        match block:
            case Heading():
                return self._heading(block, where)
            case Paragraph():
                return [self._paragraph(block, where)]
            case Listing():
                return self.lists.listing(block, where)
            case Table():
                return self._table(block, where)
            case KeyValues():
                return self._key_values(block, where)
            case Figure():
                return self._figure(block, where)
            case Signature():
                return [self.sheets.sheet(block, where)]
            case PageBreak():
                return [NewPage()] if where.own_page else []

    def _table(self, block: Table, where: Where) -> list[Part]:
        if not block.columns:
            return []
        own_page = where.own_page
        return [table(block, where.node, self.looks, self.words, own_page, self.linked)]

    def _heading(self, block: Heading, where: Where) -> list[Part]:
        node = where.node.add(f"H{where.level}")
        title = "\xa0\xa0".join(filter(None, (block.number, one_line(block.text))))
        if block.number and where.own_page:
            return [self._agreement(block, node, where, title)]
        style = self.looks.h2 if where.own_page and block.level < 3 else self.looks.h3
        if where.own_page and block.level > 2:
            style = but(style, before=self.looks.h2.before)
        text: Part = self.words.text(rich(title), style, node, True)
        if block.kicker:
            kicker = self._kicker(block.kicker, where)
            text = Stack([kicker, text], style.before, style.after)
            text.stay = is_short(title + block.kicker)
        return [self._landmark(text, title, 0, block.anchor)]

    def _kicker(self, words: str, where: Where) -> Text:
        return self.words.text(rich(one_line(words)), self.looks.head, where.node.add("P"), True)

    def _agreement(self, block: Heading, node: Node, where: Where, title: str) -> Part:
        text = self.words.text(rich(one_line(block.text)), self.looks.agreement, node)
        parts: list[Part] = [text]
        first = 0.0
        if block.kicker:
            parts.insert(0, self._kicker(block.kicker, where))
            first = self.looks.head.leading
        base = first + text.style.baseline
        size = 46.0 if first else 30.0
        sign = numeral_sign(block.number, size, base, node, self.looks, _NUMBER - 4)
        hanging = Hanging(sign, _NUMBER, Stack(parts))
        hanging.after, hanging.stay = 8.0, is_short(title + block.kicker)
        return self._landmark(hanging, title, 2, block.anchor)

    def _paragraph(self, block: Paragraph, where: Where) -> Part:
        if block.tone:
            inner = replace(where, node=where.node.add("Div"), compact=True, own_page=False)
            part = self._paragraph(replace(block, tone=""), inner)
            return self._box([part], block.tone == "attention")
        style = where.style(block.style, self.looks)
        part = self.words.text(block.text, style, where.node.add("P"))
        return part if block.mark is Mark.NONE else self._marked(block.mark, part, style)

    def _marked(self, mark: Mark, part: Part, style: Style) -> Part:
        sign, indent = mark_sign(mark, style, self.looks.colors)
        return Hanging(sign, indent, part)

    # Labels with their content

    def _key_values(self, block: KeyValues, where: Where) -> list[Part]:
        if not block.entries:
            return []
        match block.layout:
            case "across" | "figures":
                return self._across(block.entries, block.layout == "figures", where)
            case "box":
                return [self._boxed(block.entries, where)]
            case _ if where.own_page and not self.looks.narrow:
                return self._labels(block.entries, where)
            case _ if self.looks.narrow:
                return [part for e in block.entries for part in self._entry(e, where)]
            case _:
                return [self._small_labels(block.entries, where)]

    def _entry(self, entry: Entry, where: Where) -> list[Part]:
        """A label as a small heading with its content below it."""
        parts: list[Part] = []
        if one_line(entry.label):
            level = where.label_level
            style = self.looks.box if where.boxed else self.looks.h3
            if entry.tone == "attention":
                style = but(style, color=self.looks.colors.attention)
            node = where.node.add(f"H{level}")
            parts.append(self.words.text(rich(entry.label), style, node, True))
            where = replace(where, level=level, small=False)
        where = replace(where, boxed=False)
        return parts + self.blocks(entry.blocks, where)

    def _labels(self, entries: Sequence[Entry], where: Where) -> list[Part]:
        rows = [self._labelled(entry, where) for entry in entries]
        rows[0].before, rows[-1].after = 8.0, 8.0
        return list(rows)

    def _labelled(self, entry: Entry, where: Where) -> Columns:
        """A label beside its content: the backbone of a page with an agreement."""
        label, level = cast(Part, Space(0)), where.level
        if one_line(entry.label):
            level = min(where.level + 1, 6)
            node = where.node.add(f"H{level}")
            label = self.words.text(rich(entry.label), self.looks.label, node)
        inner = replace(where, level=level, own_page=False)
        if entry.tone:
            boxed = replace(inner, node=where.node.add("Div"), compact=True)
            content: Part = self._box(self.blocks(entry.blocks, boxed), entry.tone == "attention")
        else:
            content = Stack(self.blocks(entry.blocks, inner))
        return Columns([label, content], _beside(_LABELS), (5, 5), (0.4, HAIRLINE))

    def _small_labels(self, entries: Sequence[Entry], where: Where) -> Part:
        """Labels within the content of a label: was, is nu."""
        style = but(self.looks.head, leading=self.looks.cell.leading)
        widest = max(unit_width(style.face, one_line(e.label)) for e in entries) * style.size
        node = where.node.add("L")
        rows: list[Part] = []
        for entry in entries:
            line = node.add("LI")
            label = self.words.text(rich(entry.label), style, line.add("Lbl"))
            inner = replace(where, node=line.add("LBody"), compact=True, own_page=False)
            content = Stack(self.blocks(entry.blocks, inner))
            layout = _beside(min(widest + 10, _LABELS), 6)
            rows.append(Columns([label, content], layout, (0, 2)))
        return Stack(rows, 2, 3)

    def _across(self, entries: Sequence[Entry], figures: bool, where: Where) -> list[Part]:
        inner = replace(where, compact=True, own_page=False)
        cells: list[Part] = []
        for entry in entries:
            own = replace(inner, node=where.node.add("Div"))
            parts = self._figures(entry, own) if figures else self._entry(entry, own)
            boxed = self._box(parts, entry.tone == "attention") if entry.tone else Stack(parts)
            cells.append(boxed)
        if self.looks.narrow:
            return cells
        count = len(cells) if len(cells) <= 4 else 3
        rows = [cells[i : i + count] for i in range(0, len(cells), count)]
        found = [Columns(row, shared(count, _GAP)) for row in rows]
        for row in found:
            row.before, row.after = (2.0 if figures else 20.0), 14.0
        return list(found)

    def _figures(self, entry: Entry, where: Where) -> list[Part]:
        """A large figure, "91 → 40", with its words below it."""
        style = self.looks.figure
        text = self.words.text(rich(entry.label), style, where.node.add("P"))
        text.spans = [part for span in text.spans for part in _with_small_arrow(span)]
        return [text, *self.blocks(entry.blocks, where)]

    def _boxed(self, entries: Sequence[Entry], where: Where) -> Part:
        inner = replace(where, node=where.node.add("Div"), compact=True, own_page=False)
        inner = replace(inner, boxed=True)
        parts = [part for entry in entries for part in self._entry(entry, inner)]
        return self._box(parts, any(entry.tone == "attention" for entry in entries))

    def _box(self, parts: list[Part], attention: bool) -> Box:
        colors = self.looks.colors
        tint, bar = colors.tint, colors.accent
        if attention:
            tint, bar = colors.attention_tint, colors.attention
        box = Box(Stack(parts), tint, bar)
        box.before = 8.0 if self.looks.narrow else 14.0
        return box

    # Figures

    def _figure(self, block: Figure, where: Where) -> list[Part]:
        if not 0 < len(block.data) <= RoundTable.MOST:
            return [self._paragraph(Paragraph(rich(block.alt), "note"), where)] if block.alt else []
        alt = one_line(block.alt) or "Rond de tafel: " + ", ".join(n for n, _ in block.data)
        node = where.node.add("Figure", alt=one_line(alt))
        drawn = RoundTable(block.data, node, self.looks, 92 * mm)
        shown = {mark for _, mark in block.data}
        items = tuple(Item(rich(t, "soft"), mark=m) for m, t in LEGEND.items() if m in shown)
        return [drawn, *self.lists.listing(Listing(items), where)]


def _with_small_arrow(span: Span) -> list[Span]:
    parts = re.split("(→)", span.text)
    arrow = Span("→", REGULAR, span.size * 0.68, SOFT)
    return [arrow if part == "→" else replace(span, text=part) for part in parts if part]


def _ends(block: Block) -> bool:
    """Whether this block ends what is kept together with the agreement before it."""
    return isinstance(block, (Heading, Signature, PageBreak))


def _level(block: Heading, last: int, start: int) -> int:
    """A heading is at most one level deeper than what it stands below, and never as high."""
    return min(max(start + 1, min(start + block.level - 1, last + 1)), 6)


def _beside(left: float, gap: float = 14) -> Layout:
    def slots(width: float) -> tuple[tuple[float, float], ...]:
        start = min(left, width / 2)
        return (0.0, start - gap), (start, width - start)

    return slots
