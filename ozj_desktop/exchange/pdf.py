"""Draws a manuscript as a tagged PDF: PDF/UA-1 and PDF/A-2a at once, in Dutch."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageBreakIfNotEmpty,
    PageTemplate,
)
from reportlab.platypus.doctemplate import IndexingFlowable, NullActionFlowable

from ozj_desktop.exchange.pdf_about import About
from ozj_desktop.exchange.pdf_contents import CONTENTS, contents, shortened
from ozj_desktop.exchange.pdf_cover import cover, draw_head
from ozj_desktop.exchange.pdf_flow import Heads
from ozj_desktop.exchange.pdf_fonts import REGULAR, clean, load_fonts, one_line
from ozj_desktop.exchange.pdf_frame import Running, draw_foot
from ozj_desktop.exchange.pdf_look import (
    A4_SHEET,
    PARTNER_SHEET,
    SMALL_SHEET,
    Looks,
    Palette,
    Sheet,
    looks,
    palette,
    partner_looks,
    sheet_looks,
)
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_tree import Bookmark, finish
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import Chapter, Heading, Manuscript, Row, Run, walk
from ozj_desktop.progress import Report, unheard

Paged = Literal["a4", "partner", "sheet"]
PAGES: dict[Paged, tuple[Sheet, Callable[[Palette], Looks]]] = {
    "a4": (A4_SHEET, looks),
    "partner": (PARTNER_SHEET, partner_looks),
    "sheet": (SMALL_SHEET, sheet_looks),
}
CONTENTS_FROM = 15  # pages
_LONGEST = 300  # letters of a title, an author or a keyword


def draw_pdf(
    manuscript: Manuscript,
    target: Path,
    *,
    today: date,
    progress: Report = unheard,
    page: Paged = "a4",
    contents_from: int = CONTENTS_FROM,
) -> None:
    """Write the manuscript to `target`, dated `today`; "partner" is half an A4 lengthwise,
    and "sheet" an A4 without title page and contents. What has fewer than `contents_from` pages
    has no contents: they would fill a page to save nobody a search.

    `progress` hears (done, total) at every page, first while pages are filled and again while
    they are drawn; what it raises ends the work before `target` is touched. Raise OSError where
    the file cannot be written.
    """
    load_fonts()
    paper = Paper(Drawing(manuscript, page, contents=False), progress, fewer_than=contents_from)
    try:
        if not paper.filled():
            longer = Paper(Drawing(manuscript, page), progress)
            paper.let_go()
            paper = longer
            paper.filled()
        pen, drawing = paper.pens[-1], paper.drawing
        about = About(
            one_line(manuscript.title)[:_LONGEST] or "Document",
            one_line(manuscript.author)[:_LONGEST],
            tuple(filter(None, (one_line(k)[:_LONGEST] for k in manuscript.keywords[:50]))),
            today,
        )
        finish(paper.written, drawing.root, pen.anchors, about, drawing.bookmarks(), target)
    finally:
        paper.let_go()


class _TooLong(Exception):
    """It has so many pages that it gets contents."""


def _anchors(manuscript: Manuscript) -> tuple[frozenset[str], frozenset[str]]:
    """Those that a link in the document may lead to, and those that rows give."""
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
    return frozenset(headings | rows), frozenset(rows & wanted - headings)


class Drawing:
    """One manuscript as a story for pages."""

    def __init__(
        self, manuscript: Manuscript, page: Paged = "a4", *, contents: bool = True
    ) -> None:
        self.manuscript, self.partner, self.contents = manuscript, page == "partner", contents
        self.sheet, dressed = PAGES[page]
        self.looks = dressed(palette(manuscript.colour, manuscript.attention))
        known, rows = _anchors(manuscript)
        words = Words(self.looks.colors.accent, known, 0.875 if self.partner else 1.0)
        self.story = Story(self.looks, words, self.sheet.inner_height, rows)
        self.root = Node("Document")
        self.front = self.root.add("Sect")
        self.head = [self.front.add("Figure"), self.front.add("P"), self.front.add("P")]
        self.head.append(self.front.add("P"))
        self.flowables = self._flowables()

    def _flowables(self) -> list[Flowable]:
        width = self.sheet.inner_width
        parts = cover(self.manuscript.cover, self.story, Where(self.front, 0, width), self.sheet)
        chapters = self.manuscript.chapters
        parts += self._chapters([c for c in chapters if c.sort == "front"])
        between: list[Flowable] = [] if self.looks.small else [PageBreakIfNotEmpty()]
        told = self.contents and not self.looks.small
        place, node = len(parts), self.root.add("Sect") if told else Node("Sect")
        parts += self._chapters([c for c in chapters if c.sort != "front"])
        if told and self.story.landmarks:
            between = contents(self.story, Where(node, 1, width))
        parts[place:place] = between
        while isinstance(parts[-1], PageBreak):
            parts.pop()  # a new page that nothing stands on
        return parts

    def _chapters(self, chapters: list[Chapter]) -> list[Flowable]:
        level = 2 if self.looks.small and one_line(self.manuscript.cover.title) else 1
        parts: list[Flowable] = []
        for chapter in chapters:
            where = Where(self.root.add("Sect"), level, self.sheet.inner_width)
            parts += self.story.chapter(chapter, where)
        return parts

    def bookmarks(self) -> list[Bookmark]:
        return [
            Bookmark(clean(shortened(m.title)).replace("\n", " "), m.anchor, m.level)
            for m in self.story.landmarks
        ]


class Paper(BaseDocTemplate):
    """Pages of one size with head and foot; the second pass knows what the first one found."""

    def __init__(
        self,
        drawing: Drawing,
        progress: Report,
        maker: type[Pen] = Pen,
        *,
        fewer_than: int | None = None,
    ) -> None:
        sheet, self.written = drawing.sheet, BytesIO()
        self.fewer_than = None if drawing.looks.small else fewer_than
        super().__init__(
            self.written,
            pagesize=(sheet.width, sheet.height),
            initialFontName=REGULAR,
            pageCompression=0,
            invariant=1,
            keepTogetherClass=cast(Any, partial(Heads, full=sheet.inner_height)),
        )
        self.drawing, self.maker, self.pens = drawing, maker, list[Pen]()
        frame = Frame(sheet.left, sheet.bottom, sheet.inner_width, sheet.inner_height, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._frame)])
        self.setProgressCallBack(
            _Told(progress, len(drawing.flowables), trial=fewer_than is not None)
        )
        self.running = Running(drawing.manuscript, drawing.looks, sheet)

    def multiBuild(self, story: list[Flowable], maxPasses: int = 2, **kw: Any) -> int:  # noqa: N802, N803
        twice = _Twice(self.pens)
        return super().multiBuild([twice, *story], maxPasses, canvasmaker=self._pen, **kw)

    def filled(self) -> bool:
        """Whether all of it is on pages; not where these would be more than was said."""
        try:
            self.multiBuild(self.drawing.flowables)
        except _TooLong:
            return False
        return True

    def _pen(self, *args: Any, **kw: Any) -> Pen:
        if self.pens:
            kw.update(known=self.pens[0].anchors, total=self.pens[0].page)
            self.running.start([*self.drawing.story.landmarks, CONTENTS], self.pens[0].anchors)
        self.pens.append(self.maker(*args, **kw))
        return self.pens[-1]

    def let_go(self) -> None:
        """Take apart what holds itself: a long document is a million things, and whoever waits
        for them to be found as waste stands still meanwhile.
        """
        for pen in self.pens:
            pen.forget()
        for thing in (*self.pens, self.drawing.story, self.drawing, self):
            vars(thing).clear()

    def _frame(self, canvas: Canvas, _: object) -> None:
        drawing, pen = self.drawing, cast(Pen, canvas)
        if pen.dry:
            if self.fewer_than is not None and pen.page + 1 >= self.fewer_than:
                raise _TooLong
            return
        if not pen.page:
            draw_head(pen, drawing.manuscript, drawing.head, drawing.looks, drawing.sheet)
        elif not drawing.partner:
            self.running.draw(pen)
        draw_foot(pen, drawing.manuscript, drawing.sheet, drawing.partner)


class _Twice(IndexingFlowable, NullActionFlowable):
    """Asks for a second pass."""

    def __init__(self, pens: list[Pen]) -> None:
        super().__init__()
        self.pens = pens

    def isSatisfied(self) -> bool:  # noqa: N802
        return len(self.pens) > 1


class _Told:
    """Hears of the work per flowable, and tells it per page, in two halves of `size`.

    Of the first half of a `trial` it tells nothing to be done yet: all may be done over.
    """

    def __init__(self, progress: Report, size: int, *, trial: bool = False) -> None:
        self.progress, self.size, self.trial = progress, size + 1, trial
        self.before = self.done = 0

    def __call__(self, kind: str, value: int) -> None:
        if kind == "PASS":
            self.before = self.size * (value - 1)
        elif kind == "PROGRESS" and (self.before or not self.trial):
            self.done = max(self.done, min(self.before + value, self.before + self.size))
        elif kind == "PAGE":
            self.progress(self.done, 2 * self.size)
        elif kind == "FINISHED":
            self.done = self.before + self.size
            self.progress(self.done, 2 * self.size)
