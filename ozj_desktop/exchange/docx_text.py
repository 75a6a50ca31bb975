"""Paragraphs and runs of a Word document, made so that no text can break it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from ozj_desktop.exchange.docx_styles import NUMBERS, SIGN, STEP
from ozj_desktop.exchange.plain_text import SIGNS, clean, directions, one_line, runs_back
from ozj_desktop.model.blocks import Look, Mark, Rich, Run, plain

Xml: TypeAlias = Any  # an element of lxml: python-docx does not type what it makes by name

_LOOKS: dict[Look, str] = {
    "strong": "Strong",
    "soft": "OzjSoft",
    "empty": "OzjEmpty",
    "removed": "OzjRemoved",
    "added": "OzjAdded",
}
_LINK = re.compile(r"https?://[^\s/?#]+\.[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:[+0-9() -]+", re.I)
_SAFE = "%/:=&?~#+!$,;'@()*-._"


def xml(tag: str, *kids: Xml, **values: str | int) -> Xml:
    """`xml("w:ind", left=3)` is <w:ind w:left="3"/>."""
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(kids)
    return made


@dataclass(frozen=True)
class Place:
    """Where paragraphs go, `left` twips from its side and `width` wide; in a table or not."""

    to: Xml
    width: int
    left: int = 0
    boxed: bool = False

    def inward(self, by: int) -> "Place":
        return replace(self, left=self.left + by, width=self.width - by)


class Writer:
    """Makes paragraphs; knows which anchors there are, and what the next paragraph must get."""

    def __init__(self, part: StoryPart, anchors: Mapping[str, str]) -> None:
        self.part, self.anchors = part, anchors
        self.numbers = count(1)
        self.turn = False  # the next paragraph starts a new page
        self._waiting: list[str] = []  # bookmarks for the next paragraph
        self._placed: set[str] = set()
        self._targets: dict[str, str] = {}

    @contextmanager
    def within(self, part: StoryPart) -> Iterator[None]:
        """Links belong to the part they stand in: the page, its head or its foot."""
        before, self.part, self._targets = self.part, part, {}
        yield
        self.part, self._targets = before, {}

    def paragraph(
        self,
        place: Place,
        style: str,
        text: Rich = (),
        *,
        mark: Mark = Mark.NONE,
        label: str = "",
        beside: int = 0,
        **more: Xml,
    ) -> Xml:
        """A paragraph in a style, with a label of `beside` twips and a shape before its text.

        `more` are properties by name, for what this one has beyond its style.
        """
        made = xml("w:p")
        properties = {"pStyle": xml("w:pStyle", val=style), **self._from_place(place, mark, beside)}
        properties |= self._turned() | more
        if runs_back(plain(text)):
            properties["bidi"] = xml("w:bidi")
        made.append(in_order("w:pPr", properties))
        self._bookmarks(made)
        if label:
            made.extend((styled(label, "OzjWord"), _tab()))
        if mark:
            made.extend((self.sign(mark), _tab()))
        self.runs(made, text)
        place.to.append(made)
        return made

    def _turned(self) -> dict[str, Xml]:
        turn, self.turn = self.turn, False
        return {"pageBreakBefore": xml("w:pageBreakBefore")} if turn else {}

    @staticmethod
    def _from_place(place: Place, mark: Mark, beside: int) -> dict[str, Xml]:
        hanging = beside + (SIGN if mark else 0)
        if not place.left and not hanging:
            return {}
        found = {"ind": xml("w:ind", left=place.left + hanging, hanging=hanging)}
        if mark and beside:
            found["tabs"] = xml("w:tabs", xml("w:tab", val="left", pos=place.left + beside))
        return found

    def item(self, place: Place, depth: int, text: Rich, number: str) -> None:
        """One line of a list; `number` says which list, and so where counting starts."""
        kind = "Number" if number not in ("", "1") else "Bullet"
        style = f"List{kind}{min(depth, 2) + 1 if depth else ''}"
        level = xml("w:ilvl", val=min(depth, 8))
        more = {"numPr": xml("w:numPr", level, xml("w:numId", val=number or "1"))}
        if place.left or depth > 2:
            left = place.left + STEP * (min(depth, 8) + 1)
            more["ind"] = xml("w:ind", left=left, hanging=STEP)
        self.paragraph(replace(place, left=0), style, text, **more)

    def new_list(self, numbering: Xml) -> str:
        """The number of a list that counts from 1 again."""
        made = str(len(numbering.findall(qn("w:num"))) + 1)
        start = xml("w:lvlOverride", xml("w:startOverride", val=1), ilvl=0)
        numbering.append(xml("w:num", xml("w:abstractNumId", val=NUMBERS), start, numId=made))
        return made

    def sign(self, mark: Mark) -> Xml:
        warns = mark in (Mark.CROSS, Mark.LATE)
        return styled(SIGNS[mark], "OzjWarning" if warns else "OzjMark")

    # Bookmarks and links

    def await_bookmark(self, anchor: str) -> None:
        """The next paragraph is where links to `anchor` lead, unless there is one already."""
        name = self.anchors.get(anchor, "")
        if name and name not in self._placed:
            self._placed.add(name)
            self._waiting.append(name)

    def bookmark(self, name: str) -> None:
        self._waiting.append(name)

    def _bookmarks(self, paragraph: Xml) -> None:
        for name in self._waiting:
            number = next(self.numbers)
            paragraph.append(xml("w:bookmarkStart", id=number, name=name))
            paragraph.append(xml("w:bookmarkEnd", id=number))
        self._waiting.clear()

    def runs(self, paragraph: Xml, text: Rich) -> None:
        for run in text:
            holder = self._link(run)
            style = "Hyperlink" if holder is not None else _LOOKS.get(run.look, "")
            inside = [styled(part, style, back) for part, back in directions(clean(run.text))]
            if holder is None:
                paragraph.extend(inside)
            else:
                holder.extend(inside)
                paragraph.append(holder)

    def _link(self, run: Run) -> Xml | None:
        target = one_line(run.link)
        if target.startswith("#") and target[1:] in self.anchors:
            return xml("w:hyperlink", anchor=self.anchors[target[1:]], history=1)
        if not _LINK.fullmatch(target):
            return None
        target = quote(target, safe=_SAFE)
        if target not in self._targets:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._targets[target] = self.part.relate_to(target, kind, is_external=True)
        made = xml("w:hyperlink", history=1)
        made.set(qn("r:id"), self._targets[target])
        return made


def _tab() -> Xml:
    return xml("w:r", xml("w:tab"))


def styled(text: str, style: str = "", back: bool = False) -> Xml:
    made = xml("w:r")
    if style or back:
        properties = xml("w:rPr")
        properties.extend([xml("w:rStyle", val=style)] if style else [])
        properties.extend([xml("w:rtl")] if back else [])
        made.append(properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(xml("w:br"))
        if line:
            words = xml("w:t")
            words.text = line
            if line != line.strip() or "  " in line:
                words.set(qn("xml:space"), "preserve")
            made.append(words)
    return made


def field(code: str, shown: str, style: str = "") -> Xml:
    """What Word counts by itself, such as PAGE."""
    return xml("w:fldSimple", styled(shown, style), instr=f" {code} ")


# Word calls a file damaged when these are not in its order.
_ORDER = {
    "w:pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr"),
        *("pBdr", "shd", "tabs", "bidi", "spacing", "ind", "contextualSpacing", "jc"),
        "outlineLvl",
    ),
    "w:tblPr": (
        *("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar"),
        *("tblLook", "tblCaption", "tblDescription"),
    ),
    "w:tcPr": ("tcW", "gridSpan", "tcBorders", "shd", "tcMar", "vAlign"),
    "w:trPr": ("cantSplit", "tblHeader"),
}


def in_order(tag: str, properties: Mapping[str, Xml]) -> Xml:
    return xml(tag, *(properties[name] for name in _ORDER[tag] if name in properties))
