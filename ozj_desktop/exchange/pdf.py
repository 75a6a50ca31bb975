"""Draws a manuscript as a tagged PDF: PDF/UA-1 and PDF/A-2a at once, in Dutch."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ozj_desktop.exchange.pdf_about import About
from ozj_desktop.exchange.pdf_contents import contents, shortened
from ozj_desktop.exchange.pdf_cover import cover_parts
from ozj_desktop.exchange.pdf_flow import Part, inside
from ozj_desktop.exchange.pdf_fonts import REGULAR, clean, load_fonts, one_line
from ozj_desktop.exchange.pdf_frame import Frame
from ozj_desktop.exchange.pdf_look import (
    A4_SHEET,
    PARTNER_SHEET,
    Looks,
    looks,
    palette,
    partner_looks,
)
from ozj_desktop.exchange.pdf_pages import Pages, Sheet, draw_page, lay_out
from ozj_desktop.exchange.pdf_place import Landmark
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import Bookmark, Node, Pen, finish
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import Chapter, Heading, Manuscript, Row, Run, walk

_LONGEST = 300  # letters of a title, an author or a keyword

Progress = Callable[[int, int], None]


def ignore(done: int, total: int) -> None:
    """Progress that nobody follows."""


def draw_pdf(
    manuscript: Manuscript,
    target: Path,
    *,
    today: date,
    progress: Progress = ignore,
    page: Literal["a4", "partner"] = "a4",
) -> None:
    """Write the manuscript to `target`, dated `today`; "partner" is half an A4 lengthwise.

    `progress` hears (done, total) at every page, first while pages are filled and again while
    they are drawn; what it raises ends the work before `target` is touched. Raise OSError where
    the file cannot be written.
    """
    load_fonts()
    drawing = _Drawing(manuscript, page == "partner")
    pages = drawing.lay_out(progress)
    pen = Pen((drawing.sheet.width, drawing.sheet.height), REGULAR)
    try:
        drawing.draw(pages, pen, progress)
        about = About(
            one_line(manuscript.title)[:_LONGEST] or "Document",
            one_line(manuscript.author)[:_LONGEST],
            tuple(filter(None, (one_line(k)[:_LONGEST] for k in manuscript.keywords[:50]))),
            today,
        )
        finish(pen, drawing.root, about, drawing.bookmarks(), target)
    finally:
        pen.forget()


@dataclass(frozen=True)
class _Known:
    """Anchors that a link in the document may lead to, and those that rows give."""

    anchors: frozenset[str]
    rows: frozenset[str]


def _known(manuscript: Manuscript) -> _Known:
    headings: set[str] = set()
    rows: set[str] = set()
    wanted: set[str] = set()
    for thing in walk((manuscript.cover, manuscript.chapters)):
        if isinstance(thing, Heading) and thing.anchor:
            headings.add(thing.anchor)
        elif isinstance(thing, Row) and thing.anchor:
            rows.add(thing.anchor)
        elif isinstance(thing, Run) and thing.link.startswith("#"):
            wanted.add(thing.link[1:])
    return _Known(frozenset(headings | rows), frozenset(rows & wanted - headings))


class _Drawing:
    """One manuscript on its way to paper."""

    def __init__(self, manuscript: Manuscript, partner: bool) -> None:
        self.manuscript, self.partner = manuscript, partner
        self.sheet: Sheet = PARTNER_SHEET if partner else A4_SHEET
        colors = palette(manuscript.colour, manuscript.attention)
        self.looks: Looks = partner_looks(colors) if partner else looks(colors)
        known = _known(manuscript)
        words = Words(colors.accent, known.anchors, 0.875 if partner else 1.0)
        self.story = Story(self.looks, words, self.sheet.inner_height, known.rows)
        self.frame = Frame(manuscript, self.looks, self.sheet)
        self.root = Node("Document")
        self.parts = self._parts()

    def _parts(self) -> list[Part]:
        parts = cover_parts(self.manuscript, self.story, self.root, self.sheet)
        front = [c for c in self.manuscript.chapters if c.sort == "front"]
        rest = [c for c in self.manuscript.chapters if c.sort != "front"]
        parts += self._chapters(front)
        place, node = len(parts), Node("Sect")
        self.root.kids.append(node)
        parts += self._chapters(rest)
        if self.story.landmarks and not self.partner:
            parts[place:place] = contents(self.story, node, 1)
        return parts

    def _chapters(self, chapters: list[Chapter]) -> list[Part]:
        level = 2 if self.partner and one_line(self.manuscript.cover.title) else 1
        return [
            part for chapter in chapters for part in self.story.chapter(chapter, self.root, level)
        ]

    def lay_out(self, progress: Progress) -> Pages:
        """Pages with what stands on them; headings then know theirs."""
        total = len(self.parts)

        def turned(left: int) -> None:
            progress(max(0, total - left), 2 * total)

        pages = lay_out(self.parts, self.sheet, turned)
        for number, placed in enumerate(pages):
            for each in placed:
                for landmark in inside(each.part, Landmark):
                    landmark.page = number
        return pages

    def draw(self, pages: Pages, pen: Pen, progress: Progress) -> None:
        total, chapter = len(self.parts), ""
        for number, placed in enumerate(pages):
            begun = [m for p in placed for m in inside(p.part, Landmark) if m.level == 1]
            at_top = bool(begun and placed[0].part is begun[0])
            title = begun[0].title if at_top else chapter
            chapter = begun[-1].title if begun else chapter
            self.frame.draw(pen, number, len(pages), title)
            draw_page(placed, pen, self.sheet)
            pen.next_page()
            progress(total + total * (number + 1) // len(pages), 2 * total)

    def bookmarks(self) -> tuple[Bookmark, ...]:
        return tuple(
            Bookmark(clean(shortened(m.title)).replace("\n", " "), m.anchors[0], m.level)
            for m in self.story.landmarks
        )
