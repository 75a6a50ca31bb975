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
    paper = Paper(Drawing(manuscript, page), progress, contents_from=contents_from)
    try:
        paper.fill()
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
    """One manuscript as a story for pages; contents come into it where it is long."""

    def __init__(self, manuscript: Manuscript, page: Paged = "a4") -> None:
        self.manuscript, self.partner = manuscript, page == "partner"
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
        where = Where(self.front, 0, self.sheet.inner_width)
        parts = cover(self.manuscript.cover, self.story, where, self.sheet)
        chapters = self.manuscript.chapters
        parts += self._chapters([c for c in chapters if c.sort == "front"])
        self._place, self._kid = len(parts), len(self.root.kids)
        parts += [] if self.looks.small else [PageBreakIfNotEmpty()]
        parts += self._chapters([c for c in chapters if c.sort != "front"])
        while isinstance(parts[-1], PageBreak):
            parts.pop()  # a new page that nothing stands on
        return parts

    def may_have_contents(self) -> bool:
        return not self.looks.small and bool(self.story.landmarks)

    def add_contents(self) -> None:
        """Put contents before the first chapter, on pages of their own."""
        node = Node("Sect")
        self.root.kids.insert(self._kid, node)
        listed = contents(self.story, Where(node, 1, self.sheet.inner_width))
        self.flowables[self._place : self._place] = listed

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
    """Pages of one size with head and foot; the second pass knows what the first one found.

    A first pass that comes to page `contents_from` stops there, and starts again with contents.
    """

    def __init__(
        self,
        drawing: Drawing,
        progress: Report,
        maker: type[Pen] = Pen,
        *,
        contents_from: int = CONTENTS_FROM,
    ) -> None:
        sheet, self.written = drawing.sheet, BytesIO()
        super().__init__(
            self.written,
            pagesize=(sheet.width, sheet.height),
            initialFontName=REGULAR,
            pageCompression=0,
            invariant=1,
            keepTogetherClass=cast(Any, partial(Heads, full=sheet.inner_height)),
        )
        self.drawing, self.maker, self.pens = drawing, maker, list[Pen]()
        self.contents_from = contents_from if drawing.may_have_contents() else None
        self.too_long = False  # to do without contents
        frame = Frame(sheet.left, sheet.bottom, sheet.inner_width, sheet.inner_height, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._frame)])
        self._told = _Told(progress, len(drawing.flowables))
        self.setProgressCallBack(self._hear)
        self.running = Running(drawing.manuscript, drawing.looks, sheet)

    def fill(self) -> None:
        """Put all of it on pages."""
        story = self.drawing.flowables
        story.append(_Passes(self))
        self.multiBuild(story, maxPasses=3, canvasmaker=self._pen)

    def _pen(self, *args: Any, **kw: Any) -> Pen:
        if self.pens:
            kw.update(known=self.pens[0].anchors, total=self.pens[0].page)
            self.running.start([*self.drawing.story.landmarks, CONTENTS], self.pens[0].anchors)
        self.pens.append(self.maker(*args, **kw))
        return self.pens[-1]

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        if self.too_long:
            flowables.clear()  # the pass ends here
        else:
            super().handle_flowable(flowables)

    def pass_done(self) -> None:
        if self.too_long:
            self.pens.pop().forget()
            self.drawing.add_contents()
            self.contents_from, self.too_long = None, False

    def _hear(self, kind: str, value: int) -> None:
        if not self.too_long:
            self._told(kind, value)

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
            self.too_long = self.contents_from is not None and pen.page + 1 >= self.contents_from
            return
        if not pen.page:
            draw_head(pen, drawing.manuscript, drawing.head, drawing.looks, drawing.sheet)
        elif not drawing.partner:
            self.running.draw(pen)
        draw_foot(pen, drawing.manuscript, drawing.sheet, drawing.partner)


class _Passes(IndexingFlowable, NullActionFlowable):
    """Asks for a second whole pass."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper

    def afterBuild(self) -> None:  # noqa: N802
        self.paper.pass_done()

    def isSatisfied(self) -> bool:  # noqa: N802
        return len(self.paper.pens) > 1


class _Told:
    """Hears of the work per flowable, and tells it per page, in two halves of `size`."""

    def __init__(self, progress: Report, size: int) -> None:
        self.progress, self.size = progress, size
        self.before = self.done = 0
        self.parts = 1

    def __call__(self, kind: str, value: int) -> None:
        if kind == "SIZE_EST":
            self.parts = value
        elif kind == "PROGRESS":
            self.done = max(self.done, self.before + self.size * value // self.parts)
        elif kind == "PAGE":
            self.progress(self.done, 2 * self.size)
        elif kind == "FINISHED":
            self.before += self.size
            self.done = self.before
            self.progress(self.done, 2 * self.size)
