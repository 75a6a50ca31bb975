"""The blocks of a manuscript as paragraphs, lists and tables of a Word document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from ozj_desktop.exchange.docx_styles import LABEL, SIGN, WIDTH
from ozj_desktop.exchange.docx_table import draw_box, draw_figure, draw_side_by_side, draw_table
from ozj_desktop.exchange.docx_text import Place, Writer, Xml, xml
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.blocks import (
    SIGNATURE,
    SIGNER,
    Block,
    Entry,
    Figure,
    Heading,
    Item,
    KeyValues,
    Listing,
    PageBreak,
    Paragraph,
    Rich,
    Run,
    Signature,
    Table,
    plain,
    rich,
)

_LETTER = 100  # twips that a letter of a label takes, on the average
_BESIDE = 4  # figures
_SHORT = 160  # letters of what may stand beside a short label
_STYLES = {"lead": "OzjLead", "note": "OzjNote", "kicker": "OzjKicker", "body": "Normal"}
_DATE, _NAME = 4800, 5400  # where these stand on a sheet to sign, in twips


@dataclass(frozen=True)
class Landmark:
    """A heading that the contents name."""

    level: int
    title: str
    bookmark: str


class Blocks:
    """Draws blocks one after another; keeps the headings it met."""

    def __init__(self, writer: Writer, numbering: Xml) -> None:
        self.writer, self.numbering = writer, numbering
        self.landmarks: list[Landmark] = []
        self._said = ""  # the last heading or label, lest a caption repeats it

    def all(
        self, blocks: Sequence[Block], place: Place, drawn: Callable[[], None] = lambda: None
    ) -> None:
        """`drawn` hears of every block."""
        signed = False
        for block in blocks:
            if isinstance(block, Signature):
                self.writer.turn |= signed
                signed = True
            self.block(block, place)
            drawn()

    def block(self, block: Block, place: Place) -> None:
        match block:
            case Heading():
                self.writer.await_bookmark(block.anchor)
                self.heading(place, block.level, block.text, block.number, block.kicker)
            case Paragraph():
                self._paragraph(block, place)
            case Listing():
                self._listing(block, place)
            case Table():
                self._table(block, place)
            case KeyValues():
                self._key_values(block, place)
            case Figure():
                self._figure(block, place)
            case Signature():
                self._signature(block, place)
            case PageBreak():
                self.writer.turn |= not place.boxed

    def heading(
        self, place: Place, level: int, text: str, number: str = "", kicker: str = ""
    ) -> None:
        level, text = min(max(level, 1), 3), one_line(text)
        title = "\xa0\xa0".join(filter(None, (one_line(number), text)))
        if not title:
            return
        if kicker:
            self.writer.paragraph(place, "OzjKicker", rich(one_line(kicker)))
        if level < 3:
            bookmark = f"_Toc{len(self.landmarks) + 1:09d}"
            self.writer.bookmark(bookmark)
            self.landmarks.append(Landmark(level, title, bookmark))
        # Under a kicker the space above the heading is in the kicker already.
        spacing = {"spacing": xml("w:spacing", before=0, after=100)} if kicker else {}
        self.writer.paragraph(place, f"Heading{level}", rich(title), **spacing)
        self._said = text

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        if block.tone and not place.boxed:
            style = "OzjAttention" if block.tone == "attention" else "OzjTinted"
            ind = {"ind": xml("w:ind", left=place.left + 150, right=150)} if place.left else {}
            self.writer.paragraph(place, style, block.text, **ind)
            return
        style = "OzjState" if block.mark else _STYLES[block.style]
        self.writer.paragraph(place, style, block.text, mark=block.mark)

    # Lists

    def _listing(self, block: Listing, place: Place) -> None:
        if block.items and all(i.mark and _soft(i.text) and not i.items for i in block.items):
            self._legend(block, place)
            return
        number = self.writer.new_list(self.numbering) if block.numbered else ""
        for item in block.items:
            self._item(item, place, 0, number)

    def _item(self, item: Item, place: Place, depth: int, number: str = "") -> None:
        if not item.mark:
            self.writer.item(place, depth, item.text, number)
            for inner in item.items:
                self._item(inner, place, depth + 1)
            return
        self.writer.paragraph(place, "OzjState", item.text, mark=item.mark)
        below = place.inward(SIGN)
        if len(item.items) == 1 and not item.items[0].items and not item.items[0].mark:
            self.writer.paragraph(below, "Normal", item.items[0].text)
            return
        for inner in item.items:
            self._item(inner, below, 0)

    def _legend(self, block: Listing, place: Place) -> None:
        line = self.writer.paragraph(place, "OzjNote")
        for number, item in enumerate(block.items):
            if number:
                self.writer.runs(line, (Run(" \xa0 \xa0 "),))
            line.append(self.writer.sign(item.mark))
            self.writer.runs(line, (Run("\xa0"), *item.text))

    # Tables and figures

    def _table(self, block: Table, place: Place) -> None:
        if not block.columns:
            return
        said = "\n".join([self._said, *(column.title for column in block.columns)]).casefold()
        title = one_line(block.title)
        if title and not place.left and not place.boxed and title.casefold() not in said:
            self.writer.paragraph(place, "Caption", rich(title))
        self._turned(place)
        draw_table(self.writer, block, place)

    def _figure(self, block: Figure, place: Place) -> None:
        if not block.data:
            self._paragraph(Paragraph(rich(block.alt), "note"), place)
            return
        self._turned(place)
        draw_figure(self.writer, block, place)

    def _turned(self, place: Place) -> None:
        """A table cannot start a new page: a paragraph before it does."""
        if self.writer.turn:
            self.writer.paragraph(place, "Normal")

    # Labels with their content

    def _key_values(self, block: KeyValues, place: Place) -> None:
        entries = block.entries
        if block.layout == "box" and not place.boxed:
            self._turned(place)
            warns = any(entry.tone == "attention" for entry in entries)
            draw_box(self.writer, place, warns, lambda inside: self._boxed(entries, inside))
        elif block.layout == "figures" and 0 < len(entries) <= _BESIDE and not place.boxed:
            self._turned(place)
            fills = [partial(self._figured, entry) for entry in entries]
            draw_side_by_side(self.writer, place, fills)
        elif block.layout == "figures":
            for entry in entries:
                self._figured(entry, place)
        elif block.layout == "across" and not all(_is_short(entry) for entry in entries):
            for entry in entries:
                self._below(entry, place)
        else:
            beside = _beside(entries, place)
            for entry in entries:
                self._labelled(entry, place, beside)

    def _boxed(self, entries: Sequence[Entry], place: Place) -> None:
        for entry in entries:
            style = "OzjWarningLabel" if entry.tone == "attention" else "OzjBoxLabel"
            if entry.label.strip():
                self.writer.paragraph(place, style, rich(_one_label(entry)))
            self.all(entry.blocks, place)

    def _figured(self, entry: Entry, place: Place) -> None:
        self.writer.paragraph(place, "OzjFigure", rich(_one_label(entry)))
        self.all(entry.blocks, place)

    def _below(self, entry: Entry, place: Place) -> None:
        """The label as a small heading with its content below it."""
        if entry.tone and not place.boxed:
            self._turned(place)
            warns = entry.tone == "attention"
            draw_box(self.writer, place, warns, lambda inside: self._boxed((entry,), inside))
            return
        if place.boxed:
            self._boxed((entry,), place)
            return
        self.heading(place, 3, _one_label(entry))
        self.all(entry.blocks, place)

    def _labelled(self, entry: Entry, place: Place, beside: int) -> None:
        """Label and text beside each other as one paragraph, which edits best."""
        label, style = _one_label(entry), "OzjLabelText" if not place.boxed else "Normal"
        first, *rest = entry.blocks or (None,)
        inner = place.inward(beside)
        self._said = label
        if isinstance(first, Paragraph) and not first.tone and len(label) * _LETTER < beside:
            self.writer.paragraph(
                place, style, first.text, mark=first.mark, label=label, beside=beside
            )
        else:
            self.writer.paragraph(place, "OzjLabel", rich(label))
            rest = [first, *rest] if first else []
        self.all([block for block in rest if block], inner)

    # Signatures

    def _signature(self, block: Signature, place: Place) -> None:
        """The sheet of one party."""
        self.heading(place, 2, block.party, kicker=block.place)
        if plain(block.preamble).strip():
            self._paragraph(Paragraph(block.preamble), place)
        for entry in block.entries:
            if entry.blocks:
                self._labelled(entry, place, LABEL)
            else:
                self._write_line(entry, place)
        spacing = {"spacing": xml("w:spacing", before=480, after=0)}
        keep = {"keepNext": xml("w:keepNext")}
        signed = (Run("Aldus ondertekend", "strong"),)
        self.writer.paragraph(place, "Normal", signed, **spacing, **keep)
        self._lines_to_sign(place, "plaats", "datum", _DATE, WIDTH)
        unknown = "" if block.name or block.function else SIGNER
        self._lines_to_sign(place, SIGNATURE, unknown, _NAME, WIDTH if unknown else _NAME)
        for line in ((Run(block.name, "strong"),), rich(block.function), rich(block.capacity)):
            if plain(line).strip():
                close = xml("w:spacing", before=0, after=0)
                self.writer.paragraph(place, "Normal", line, spacing=close)
        self.writer.paragraph(place, "Normal")

    def _write_line(self, entry: Entry, place: Place) -> None:
        tabs = xml("w:tabs", _stop(LABEL), _stop(WIDTH, "underscore"))
        label = _one_label(entry)
        line = self.writer.paragraph(place, "OzjLabelText", label=label, beside=LABEL, tabs=tabs)
        line.append(xml("w:r", xml("w:tab")))

    def _lines_to_sign(
        self, place: Place, first: str, second: str, middle: int, right: int
    ) -> None:
        """Lines up to `middle` and from there to `right`, with what belongs there below them."""
        stops = [_stop(middle - 300, "underscore"), _stop(middle), _stop(right, "underscore")]
        tabs = xml("w:tabs", *(stops if second else stops[:1]))
        spacing = xml("w:spacing", before=700, after=0)
        above = self.writer.paragraph(place, "OzjSign", tabs=tabs, spacing=spacing)
        above.append(xml("w:r", *(xml("w:tab") for _ in (stops if second else stops[:1]))))
        below = self.writer.paragraph(
            place, "OzjSign", rich(first), tabs=xml("w:tabs", _stop(middle))
        )
        if second:
            below.append(xml("w:r", xml("w:tab")))
            self.writer.runs(below, rich(second))


def _stop(at: int, leader: str = "none") -> Xml:
    return xml("w:tab", val="left", leader=leader, pos=at)


def _soft(text: Rich) -> bool:
    return all(run.look == "soft" for run in text) and bool(plain(text).strip())


def _one_label(entry: Entry) -> str:
    """A label of two lines on one: Afspraak 1 – Wat"""
    lines = [one_line(line) for line in entry.label.split("\n")]
    return " – ".join(line for line in lines if line)


def _is_short(entry: Entry) -> bool:
    match entry.blocks:
        case (Paragraph(text=text, tone=""),) if not entry.tone:
            return len(plain(text)) < _SHORT
    return False


def _beside(entries: Sequence[Entry], place: Place) -> int:
    """The width of the labels: narrower where they stand in something else and are short."""
    if not place.left and not place.boxed:
        return LABEL
    longest = max((len(_one_label(entry)) for entry in entries), default=0)
    return min(LABEL, longest * _LETTER + 150)
