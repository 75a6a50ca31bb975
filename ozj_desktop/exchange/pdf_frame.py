"""Head and foot of every page."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_figures import two_lines
from ozj_desktop.exchange.pdf_flow import rule
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, one_line, width
from ozj_desktop.exchange.pdf_look import (
    HAIRLINE,
    INK,
    SOFT,
    Looks,
    Sheet,
    Style,
    aligned,
    but,
    draw_capsule,
    style,
)
from ozj_desktop.exchange.pdf_node import Anchors, Node
from ozj_desktop.exchange.pdf_place import Landmark
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_words import draw_words, narrow
from ozj_desktop.model.blocks import Manuscript


class Running:
    """The head of every page but the first: document, chapter and status."""

    def __init__(self, manuscript: Manuscript, looks: Looks, sheet: Sheet) -> None:
        self.manuscript, self.sheet, self.style = manuscript, sheet, looks.head
        self.chapters: list[tuple[int, float, str]] = []

    def start(self, landmarks: Sequence[Landmark], anchors: Anchors) -> None:
        """Know on which page, and how high, each chapter begins."""
        found = [m for m in landmarks if m.level == 1 and m.anchor in anchors]
        self.chapters = sorted(
            (anchors[m.anchor][0], -anchors[m.anchor][2], m.title) for m in found
        )

    def _chapter(self, page: int) -> str:
        """The one that begins at the top of the page, else the one that goes on."""
        title, top = "", self.sheet.height - self.sheet.top
        for begun, down, name in self.chapters:
            if begun < page or (begun == page and -down >= top):
                title = name
        return title

    def draw(self, pen: Pen) -> None:
        sheet, base = self.sheet, self.sheet.height - 15 * mm
        right = sheet.width - sheet.right
        if self.manuscript.status:
            of = but(self.style, textColor=INK)
            room = sheet.inner_width * 0.5
            right = draw_status(pen, None, self.manuscript, of, right, base, room) - 12
        told = filter(None, (one_line(self.manuscript.running), self._chapter(pen.page)))
        words = narrow("\xa0\xa0\xa0|\xa0\xa0\xa0".join(told), self.style, right - sheet.left)
        draw_words(pen, None, words, self.style, sheet.left, base)


def draw_status(
    pen: Pen,
    node: Node | None,
    manuscript: Manuscript,
    of: Style,
    right: float,
    base: float,
    room: float,
) -> float:
    """The status in a capsule that ends at `right`; give where it starts."""
    words, size = narrow(one_line(manuscript.status), of, room), of.fontSize
    wide = width(words, of.fontName, size) + 2.1 * size
    draw_capsule(pen, (right - wide, base - 0.6 * size, wide, 1.9 * size), manuscript.final)
    draw_words(pen, node, words, of, right - wide + 1.05 * size, base)
    return right - wide


def draw_foot(pen: Pen, manuscript: Manuscript, sheet: Sheet, partner: bool) -> None:
    """On the narrow page its words may take two lines."""
    size, base = (9.0, 7.5 * mm) if partner else (8.5, 13 * mm)
    plain, bold = style(REGULAR, size, 11.5, SOFT), style(SEMIBOLD, size, 11.5, SOFT)
    place, said = f"Pagina {pen.page + 1} van {pen.total}", one_line(manuscript.foot)
    room = sheet.inner_width - width(place, SEMIBOLD, size) - 14
    lines = two_lines(said, plain, room) if partner else [narrow(said, plain, room)]
    base += max(0, len(lines) - 1) * plain.leading
    rule(pen, sheet.left, base + 12, sheet.inner_width, 0.5, HAIRLINE)
    for number, words in enumerate(lines):
        draw_words(pen, None, words, plain, sheet.left, base - number * plain.leading)
    draw_words(pen, None, place, aligned(bold, True), sheet.width - sheet.right, base)
