"""What a tagged agreement document costs, beside the same pages without tags.

First beside the same blocks, texts, faces, sizes and widths in reportlab's own Paragraph, Table and
KeepTogether, with head, foot and contents, in one template, without links, bookmarks or metadata,
and with its markup for nothing: in one pass, told beforehand how many pages there are (less work
than anyone could do), and in the two passes that `multiBuild` needs to find that out for itself.
Then beside our own flowables in our own two passes, without tags and as reportlab saves them: what
the layer itself costs.
"""

import tempfile
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    LongTable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from ozj_desktop.exchange import pdf
from ozj_desktop.exchange.pdf import draw_pdf
from ozj_desktop.exchange.pdf_fonts import ITALIC, REGULAR, SEMIBOLD, load_fonts, tidy
from ozj_desktop.exchange.pdf_look import HAIRLINE, SOFT, draw_mark, looks, palette
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.model import blocks
from ozj_desktop.progress import unheard
from tests.benchmarks.table import Result, in_turn
from tests.exchange.sample_agreements import agreement
from tests.exchange.sample_manuscript import manuscript

AGREEMENTS, RUNS = 194, 5
TODAY = date(2026, 11, 20)
LOOKS = looks(palette("", ""))
WIDTH = 160 * mm


def measure() -> list[Result]:
    load_fonts()
    told = large()
    with tempfile.TemporaryDirectory() as place:
        mine, theirs = Path(place, "ours.pdf"), Path(place, "bare.pdf")

        def ours() -> None:
            draw_pdf(told, mine, today=TODAY)

        def one_pass() -> None:
            Bare(theirs, told, 212).build(story(told, contents=False))

        def two_passes() -> None:
            Bare(theirs, told, 212).multiBuild(story(told, contents=True))

        ours()
        pages = count(mine)
        one_pass()
        assert abs(count(theirs) - pages) < 8, (pages, count(theirs))
        first = in_turn(ours, one_pass, RUNS)
        second = in_turn(ours, two_passes, RUNS)
        third = in_turn(ours, lambda: untagged(told, theirs), RUNS)
    what = f"tagged PDF of {pages} pages"
    return [
        Result(f"{what}, bare in one pass", *first, "s", 1.5),
        Result(f"{what}, bare in two passes", *second, "s", 1.5),
        Result(f"{what}, the same flowables untagged", *third, "s", 1.5),
    ]


class Untagged(Pen):
    def opening(self, node: Node | None) -> str:
        return ""


def untagged(told: blocks.Manuscript, target: Path) -> None:
    drawing = pdf.Drawing(told)
    paper = pdf.Paper(drawing, unheard, Untagged)
    paper.fill()
    target.write_bytes(paper.written.getvalue())


def count(path: Path) -> int:
    return len(PdfReader(path).pages)


def large() -> blocks.Manuscript:
    """The sample with many agreements, each with texts of its own."""
    whole = manuscript()
    found: list[blocks.Block] = []
    for number in range(1, AGREEMENTS + 1):
        heading, values = agreement(number, f"Afspraak {number} met een titel")
        first = values.entries[0]
        more = blocks.Paragraph(blocks.rich(f"Dit is afspraak {number} van deze regio."))
        entries = (replace(first, blocks=(*first.blocks, more)), *values.entries[1:])
        found += [heading, replace(values, entries=entries)]
    chapters = tuple(
        replace(c, blocks=tuple(found)) if c.key == "agreements" else c for c in whole.chapters
    )
    return replace(whole, chapters=chapters)


# The same with reportlab's own classes


class Bare(BaseDocTemplate):
    """A4 with our head and foot; headings go to the contents."""

    def __init__(self, path: Path, told: blocks.Manuscript, pages: int) -> None:
        super().__init__(str(path), pagesize=A4, title=told.title, initialFontName=REGULAR)
        self.told, self.pages = told, pages
        frame = Frame(25 * mm, 24 * mm, WIDTH, 246 * mm, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("p", [frame], onPage=self.head_and_foot)])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        title = getattr(flowable, "contents", None)
        if title:
            self.notify("TOCEntry", (*title, self.page))

    def head_and_foot(self, canvas: Any, _: object) -> None:
        canvas.saveState()
        canvas.setFont(SEMIBOLD, 8.5)
        canvas.setFillColor(SOFT)
        canvas.drawString(25 * mm, A4[1] - 15 * mm, f"{self.told.running}   |   Afspraken")
        wide = pdfmetrics.stringWidth(self.told.status, SEMIBOLD, 8.5)
        canvas.setDash(2.2, 1.6)
        canvas.roundRect(A4[0] - 25 * mm - wide - 18, A4[1] - 15 * mm - 5, wide + 18, 16, 8, 1, 0)
        canvas.setDash()
        canvas.drawString(A4[0] - 25 * mm - wide - 9, A4[1] - 15 * mm, self.told.status)
        canvas.line(25 * mm, 13 * mm + 12, A4[0] - 25 * mm, 13 * mm + 12)
        place = f"Pagina {canvas.getPageNumber()} van {self.pages}"
        canvas.drawRightString(A4[0] - 25 * mm, 13 * mm, place)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(25 * mm, 13 * mm, self.told.foot)
        canvas.restoreState()


class Marked(Flowable):
    """A mark before a paragraph."""

    def __init__(self, mark: blocks.Mark, text: Paragraph) -> None:
        super().__init__()
        self.mark, self.text = mark, text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = self.text.wrap(width - 13, height)[1]
        return width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        draw_mark(self.canv, self.mark, 4, self.height - 7, 3.4, LOOKS.colors.accent)
        self.canv.restoreState()
        self.text.drawOn(self.canv, 13, 0)


STYLES = {
    name: getattr(LOOKS, name)
    for name in ("h1", "h2", "h3", "agreement", "lead", "body", "label", "cell", "head", "note")
} | {"kicker": LOOKS.head}
NUMERAL = ParagraphStyle("n", parent=STYLES["agreement"], fontSize=46, leading=46)
RULES = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
MARKUP: dict[tuple[blocks.Rich, str], str] = {}


def markup(rich: blocks.Rich, name: str) -> str:
    """The text with its tags, made once: not what is measured."""
    key = rich, name
    if key not in MARKUP:
        MARKUP[key] = "".join(_tagged(run) for run in rich)
    return MARKUP[key]


def _tagged(run: blocks.Run) -> str:
    text = escape(tidy(run.text)).replace("\n", "<br/>")
    names = {
        "strong": f'<font name="{SEMIBOLD}">{text}</font>',
        "soft": f'<font color="#4C5A60">{text}</font>',
        "empty": f'<font name="{ITALIC}" color="#4C5A60">{text}</font>',
        "removed": f"<strike>{text}</strike>",
        "added": f'<u><font name="{SEMIBOLD}">{text}</font></u>',
    }
    return names.get(run.look, text)


def set_text(rich: blocks.Rich, name: str) -> Paragraph:
    return Paragraph(markup(rich, name), STYLES[name])


def story(told: blocks.Manuscript, contents: bool) -> list[Flowable]:
    found: list[Flowable] = [set_text(blocks.rich(told.cover.title), "h1"), PageBreak()]
    if contents:
        table = TableOfContents()
        table.levelStyles = [STYLES["label"], STYLES["body"]]
        found += [table, PageBreak()]
    for chapter in told.chapters:
        title = set_text(blocks.rich(f"{chapter.number}  {chapter.title}"), "h1")
        title.contents = (0, chapter.title)
        found += [PageBreak()] if chapter.new_page else []
        found += [title, *flowables(chapter.blocks)]
    return found


def flowables(found: tuple[blocks.Block, ...], width: float = WIDTH) -> list[Flowable]:
    result: list[Flowable] = []
    kept: list[Flowable] | None = None
    for block in found:
        if isinstance(block, blocks.Heading) and block.number:
            result += [KeepTogether(kept)] if kept else []
            kept = []
        (result if kept is None else kept).extend(_drawn(block, width))
    return result + ([KeepTogether(kept)] if kept else [])


def _drawn(block: blocks.Block, width: float) -> list[Flowable]:
    match block:
        case blocks.Heading():
            return [_heading(block)]
        case blocks.Paragraph():
            text = set_text(block.text, block.style)
            return [Marked(block.mark, text) if block.mark else text]
        case blocks.Listing():
            return [_item(item, number) for number, item in enumerate(block.items, 1)]
        case blocks.Table():
            return [_table(block, width)]
        case blocks.KeyValues():
            return [_labelled(entry) for entry in block.entries]
        case blocks.Signature():
            return [PageBreak(), set_text(block.preamble, "body")]
        case blocks.PageBreak():
            return [PageBreak()]
    return [Spacer(1, 92 * mm)]


def _heading(block: blocks.Heading) -> Flowable:
    if not block.number:
        return set_text(blocks.rich(block.text), "h2")
    right = [
        set_text(blocks.rich(block.kicker), "kicker"),
        set_text(blocks.rich(block.text), "agreement"),
    ]
    table = Table([[Paragraph(block.number, NUMERAL), right]], [20 * mm, 140 * mm])
    table.setStyle(RULES)
    table.contents = (1, block.text)
    return table


def _labelled(entry: blocks.Entry) -> Flowable:
    label = set_text(blocks.rich(entry.label), "label")
    content = flowables(entry.blocks, 124 * mm)
    table = Table([[label, content]], [36 * mm, 124 * mm])
    table.setStyle([*RULES, ("LINEABOVE", (0, 0), (-1, 0), 0.4, HAIRLINE)])
    return table


def _item(item: blocks.Item, number: int) -> Flowable:
    inner = [set_text(item.text, "body"), *(_item(i, n) for n, i in enumerate(item.items, 1))]
    table = Table([[set_text(blocks.rich("•"), "body"), inner]], [5 * mm, 110 * mm])
    table.setStyle([*RULES, ("TOPPADDING", (0, 0), (-1, -1), 0)])
    return table


def _table(block: blocks.Table, width: float) -> Flowable:
    shares = sum(column.width for column in block.columns)
    widths = [width * column.width / shares for column in block.columns]
    rows = [[set_text(blocks.rich(column.title), "head") for column in block.columns]]
    rows += [[_cell(cell) for cell in row.cells] for row in block.rows]
    table = LongTable(rows, widths, repeatRows=1)
    pad = 2.8 if width < WIDTH else 4.2
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 1.1, LOOKS.colors.accent),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIRLINE),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ]
    table.setStyle([*RULES, *lines])
    return table


def _cell(cell: blocks.Cell) -> list[Flowable]:
    texts: list[Flowable] = [set_text(line, "cell") for line in cell.lines]
    return [Marked(cell.mark, texts[0]), *texts[1:]] if cell.mark and texts else texts
