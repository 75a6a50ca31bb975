"""What stands on every page: chapter and status above, name and number of the page below."""

from reportlab.lib.units import mm

from ozj_desktop.exchange.pdf_flow import rule
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, one_line, unit_width
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import (
    HAIRLINE,
    INK,
    SOFT,
    Looks,
    capsule_width,
    draw_capsule,
)
from ozj_desktop.exchange.pdf_pages import Sheet
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_text import draw_words, narrow, two_lines
from ozj_desktop.model.blocks import Manuscript

_BAR = "\xa0\xa0\xa0|\xa0\xa0\xa0"


class Frame:
    """Head and foot, which are no content: who only hears the page is not told them."""

    def __init__(self, manuscript: Manuscript, looks: Looks, sheet: Sheet) -> None:
        self.looks, self.sheet = looks, sheet
        self.running = one_line(manuscript.running)
        self.status, self.final = one_line(manuscript.status), manuscript.final
        self.foot = one_line(manuscript.foot)

    def draw(self, pen: Pen, number: int, total: int, title: str) -> None:
        """`number` from 0; the first page and the page of a partner have no head."""
        pen.begin(None)
        if number and not self.looks.narrow:
            self._head(pen, title)
        self._foot(pen, f"Pagina {number + 1} van {total}")
        pen.end()

    def _head(self, pen: Pen, title: str) -> None:
        sheet, style = self.sheet, self.looks.head
        base, right = sheet.height - 15 * mm, sheet.width - sheet.right
        if self.status:
            ink = but(style, color=INK)
            words = narrow(self.status, ink, sheet.inner_width * 0.5)
            draw_capsule(pen, right, base, words, ink, self.final)
            wide = capsule_width(words, ink)
            draw_words(pen, None, words, ink, right - wide + 1.05 * ink.size, base)
            right -= wide + 12
        said = _BAR.join(part for part in (self.running, title) if part)
        draw_words(pen, None, narrow(said, style, right - sheet.left), style, sheet.left, base)

    def _foot(self, pen: Pen, place: str) -> None:
        """On the narrow page its words may take two lines."""
        sheet, partner = self.sheet, self.looks.narrow
        size, base = (9.0, 7.5 * mm) if partner else (8.5, 13 * mm)
        bold = Style(SEMIBOLD, size, 11.5, SOFT, right=True)
        plain = Style(REGULAR, size, 11.5, SOFT)
        room = sheet.inner_width - unit_width(bold.face, place) * size - 14
        fit = two_lines if partner else lambda *told: [narrow(*told)]
        lines = fit(self.foot, plain, room)
        base += max(0, len(lines) - 1) * plain.leading
        rule(pen, sheet.left, base + 12, sheet.inner_width, 0.5, HAIRLINE)
        for number, words in enumerate(lines):
            draw_words(pen, None, words, plain, sheet.left, base - number * plain.leading)
        draw_words(pen, None, place, bold, sheet.width - sheet.right, base)
