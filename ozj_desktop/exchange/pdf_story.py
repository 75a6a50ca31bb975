"""From the blocks of a document to parts of pages, each with its place in the structure tree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_figures import (
    Legend,
    RoundTable,
    WriteLine,
    numeral_sign,
    words_sign,
)
from ozj_desktop.exchange.pdf_flow import (
    Box,
    Columns,
    Hanging,
    Keep,
    Layout,
    NewPage,
    Part,
    Plain,
    Rule,
    Space,
    Stack,
    shared,
)
from ozj_desktop.exchange.pdf_fonts import DISPLAY, REGULAR, SEMIBOLD, one_line, unit_width
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, SOFT, Looks, mark_sign
from ozj_desktop.exchange.pdf_tables import table
from ozj_desktop.exchange.pdf_tags import Node, Pen
from ozj_desktop.exchange.pdf_text import Span, Style, Text, but
from ozj_desktop.exchange.pdf_words import Words, is_soft
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
    Rich,
    Run,
    Signature,
    Table,
    plain,
    rich,
)

_LABELS = 36 * mm
_NUMBER = 20 * mm  # beside the title of an agreement
_GAP = 20.0  # between parts side by side
_DEEPEST = 4  # lists within lists go no further to the right than this
_SHORT = 600  # letters; a longer heading may stand at the foot of a page, to be split at all


@dataclass(frozen=True)
class Where:
    """Where blocks stand: below a heading of `level`, on the page itself or inside something."""

    node: Node
    level: int
    own_page: bool = True
    compact: bool = False  # side by side or in a box: smaller text
    depth: int = 0  # of a list in lists
    small: bool = False  # the heading looks like the labels below it

    @property
    def label_level(self) -> int:
        """Of the labels as headings: below the last heading, or beside it."""
        return min(self.level if self.small else self.level + 1, 6)

    def below(self, node: Node) -> "Where":
        return replace(self, node=node)


class Landmark(Plain):
    """A heading that the contents, bookmarks, links or the running head refer to."""

    def __init__(self, part: Part, title: str, level: int, anchors: tuple[str, ...]) -> None:
        self.part, self.title, self.level, self.anchors = part, title, level, anchors
        self.before, self.after, self.stay = part.before, part.after, part.stay
        self.page = 0  # from 0, once it is laid out

    def measure(self, width: float) -> float:
        return self.part.measure(width)

    def least(self, width: float) -> float:
        return self.part.least(width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        first, rest = self.part.split(width, room)
        if first is None or rest is None:
            return (self, None) if first else (None, self)
        begun = Landmark(first, self.title, self.level, self.anchors)
        return begun, rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for anchor in self.anchors:
            pen.anchor(anchor, x, top + 6)
        self.part.draw(pen, x, top)


class Story:
    """Makes parts; `full` is the height of a page, `linked` the anchors that rows may take."""

    def __init__(self, looks: Looks, words: Words, full: float, linked: frozenset[str]) -> None:
        self.looks, self.words, self.full, self.linked = looks, words, full, linked
        self.count = 0
        self.landmarks: list[Landmark] = []

    # Chapters

    def chapter(self, chapter: Chapter, root: Node, level: int) -> list[Part]:
        """All of a chapter, its title as a heading of `level`."""
        where = Where(root.add("Sect"), level)
        title = "\xa0\xa0".join(filter(None, (chapter.number, one_line(chapter.title))))
        parts: list[Part] = [self._chapter_title(title, where)]
        if chapter.new_page or chapter.sort != "chapter":
            parts.insert(0, NewPage())
        if not title:
            where = replace(where, level=level - 1)
        parts += self.blocks(chapter.blocks, where)
        if any(isinstance(block, Signature) for block in chapter.blocks):
            parts.append(NewPage())
        return parts

    def _chapter_title(self, title: str, where: Where) -> Landmark:
        part: Part = Space(0)
        if title:
            node = where.node.add(f"H{where.level}")
            part = self.words.text(rich(title), self.looks.h1, node, len(title) < _SHORT)
        return self._landmark(part, title, 1)

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
                return self._listing(block, where)
            case Table():
                return self._table(block, where)
            case KeyValues():
                return self._key_values(block, where)
            case Figure():
                return self._figure(block, where)
            case Signature():
                return [self._signature(block, where)]
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
        stay = len(title) < _SHORT
        if block.number and where.own_page:
            return [self._agreement(block, node, where, title)]
        style = self.looks.h2 if where.own_page and block.level < 3 else self.looks.h3
        if where.own_page and block.level > 2:
            style = but(style, before=self.looks.h2.before)
        text: Part = self.words.text(rich(title), style, node, stay)
        if block.kicker:
            kicker = self._kicker(block.kicker, where)
            text = Stack([kicker, text], style.before, style.after)
            text.stay = stay
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
        hanging.after, hanging.stay = 8.0, len(title) < _SHORT
        return self._landmark(hanging, title, 2, block.anchor)

    def _paragraph(self, block: Paragraph, where: Where) -> Part:
        if block.tone:
            inner = replace(where, node=where.node.add("Div"), compact=True, own_page=False)
            part = self._paragraph(replace(block, tone=""), inner)
            return self._box([part], block.tone == "attention")
        style = self._style(block.style, where)
        part = self.words.text(block.text, style, where.node.add("P"))
        return part if block.mark is Mark.NONE else self._marked(block.mark, part, style)

    def _style(self, name: str, where: Where) -> Style:
        looks = self.looks
        if name == "body" and where.compact and not looks.narrow:
            return but(looks.cell, after=3)
        styles = {"lead": looks.lead, "note": looks.note, "kicker": but(looks.head, after=3)}
        return styles.get(name, looks.body)

    def _marked(self, mark: Mark, part: Part, style: Style) -> Part:
        sign, indent = mark_sign(mark, style, self.looks.colors)
        return Hanging(sign, indent, part)

    # Lists

    def _listing(self, block: Listing, where: Where) -> list[Part]:
        if not block.items:
            return []
        if all(item.mark and is_soft(item.text) and not item.items for item in block.items):
            return [self._legend(block, where)]
        marked = all(item.mark for item in block.items)
        sort = "numbered" if block.numbered else "" if marked else "plain"
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
        style = but(self._style("body", where), after=3 if not large else 0)
        part: Part = self.words.text(item.text, style, body.add("P") if item.items else body)
        if len(item.items) == 1 and not item.items[0].mark:
            part = Stack([part, self._only(item.items[0], body, style, where)])
        elif item.items:
            deeper = replace(where, node=body, depth=where.depth + 1)
            sort = "plain" if not all(i.mark for i in item.items) else ""
            deeper = deeper.below(body.add("L", attribute=sort))
            inner = Stack([self._item(i, 0, deeper) for i in item.items], 3, 3)
            part = Stack([part, inner])
        if item.mark:
            return self._marked(item.mark, part, style)
        assert label
        return self._bullet(part, label, number, style, where, large)

    def _only(self, item: Item, node: Node, style: Style, where: Where) -> Part:
        """The one line below a line, as an example or a reason: it needs no bullet."""
        text: Part = self.words.text(item.text, style, node.add("P"))
        if not item.items:
            return text
        deeper = replace(where, node=node.add("L"), depth=where.depth + 1)
        return Stack([text, *(self._item(i, 0, deeper) for i in item.items)])

    def _bullet(
        self, part: Part, label: Node, number: int, style: Style, where: Where, large: bool
    ) -> Part:
        if large:
            size = self.looks.numeral
            sign = numeral_sign(str(number), size, style.baseline, label, self.looks, 10 * mm)
            hanging = Hanging(sign, (9 if self.looks.narrow else 10) * mm, part)
            hanging.before = hanging.after = 7.0
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
            style = self.looks.h3
            if entry.tone == "attention":
                style = but(style, color=self.looks.colors.attention)
            node = where.node.add(f"H{level}")
            stay = len(entry.label) < _SHORT
            parts.append(self.words.text(rich(entry.label), style, node, stay))
            where = replace(where, level=level, small=False)
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
        return Columns([label, content], _beside(_LABELS), (6, 6), (0.4, HAIRLINE))

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
        parts = [part for entry in entries for part in self._entry(entry, inner)]
        return self._box(parts, any(entry.tone == "attention" for entry in entries))

    def _box(self, parts: list[Part], attention: bool) -> Box:
        colors = self.looks.colors
        if attention:
            return Box(Stack(parts), colors.attention_tint, colors.attention)
        return Box(Stack(parts), colors.tint, colors.accent)

    # Figures and signatures

    def _figure(self, block: Figure, where: Where) -> list[Part]:
        if not 0 < len(block.data) <= RoundTable.MOST:
            return [self._paragraph(Paragraph(rich(block.alt), "note"), where)] if block.alt else []
        alt = one_line(block.alt) or "Rond de tafel: " + ", ".join(n for n, _ in block.data)
        node = where.node.add("Figure", alt=one_line(alt))
        return [RoundTable(block.data, node, self.looks, 92 * mm)]

    def _signature(self, block: Signature, where: Where) -> Part:
        """The sheet of one party."""
        node, looks = where.node.add("Sect"), self.looks
        if one_line(block.party):
            where = replace(where, level=min(where.level + 1, 6))
        where = replace(where, node=node)
        title = node.add(f"H{where.level}")
        name = Style(DISPLAY, 18, 22, looks.colors.accent, 0, 6)
        parts: list[Part] = [
            *([self._kicker(block.place, where)] if block.place else []),
            self.words.text(rich(one_line(block.party)), name, title, True),
            self._paragraph(Paragraph(block.preamble), where),
        ]
        labels = [self._signed_label(entry, where) for entry in block.entries]
        if labels:
            labels[0].before = 10.0
            parts += [*labels, Rule(0.4, HAIRLINE)]
        sheet = Keep(parts + self._signing(block, where), self.full, 10)
        sheet.after = 40.0
        return sheet

    def _signed_label(self, entry: Entry, where: Where) -> Columns:
        if entry.blocks:
            return self._labelled(entry, where)
        line = WriteLine(17, "", self.looks.note, None)
        label = self.words.text(
            rich(entry.label), self.looks.label, where.node.add(f"H{min(where.level + 1, 6)}")
        )
        return Columns([label, line], _beside(_LABELS), (6, 8), (0.4, HAIRLINE))

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
        below = Columns([sign, name], _signing_slots)
        above.before, below.before = 30.0, 54.0
        return [head, above, below]


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


def _signing_slots(width: float) -> tuple[tuple[float, float], ...]:
    left = width * 0.58
    return (0.0, left), (left + _GAP, width - left - _GAP)
