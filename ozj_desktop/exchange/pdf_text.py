"""Text on a page: spans of one look, folded into lines, which can be split over pages.

Own lines rather than reportlab's Paragraph: it takes no markup, so that no text can break it, it
falls back to another face within a word, and it can tag a link where it stands.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Optional

from reportlab.lib.colors import Color
from reportlab.pdfgen.textobject import PDFTextObject

from ozj_desktop.exchange.pdf_lines import Line, Piece, Span, Style, fold, spans
from ozj_desktop.exchange.pdf_tags import Node, Pen

EPSILON = 0.01  # points; sums of heights are not exact


class Text:
    """A paragraph. Its lines go to `node`, those of a link to the node of the link."""

    __slots__ = ("after", "before", "lines", "node", "spans", "stay", "style", "width")

    def __init__(
        self, parts: Sequence[Span], style: Style, node: Node | None, stay: bool = False
    ) -> None:
        self.spans, self.style, self.node = parts, style, node
        self.before, self.after, self.stay = style.before, style.after, stay
        self.lines: list[Line] = []
        self.width = -1.0

    def measure(self, width: float) -> float:
        if width != self.width:
            self.width = width
            self.lines = fold(self.spans, width)
        return len(self.lines) * self.style.leading

    def natural(self) -> float:
        """How wide it is on one line."""
        return sum(span.wide(span.text) for span in self.spans)

    def longest_word(self) -> float:
        """About as wide as the widest word, up to what should rather be cut."""
        return max((_longest(span) for span in self.spans), default=0.0)

    def least(self, width: float) -> float:
        """Two lines at least go together, and three are not split."""
        height = self.measure(width)
        return height if len(self.lines) < 4 else 2 * self.style.leading

    def split(self, width: float, room: float) -> tuple[Optional["Text"], Optional["Text"]]:
        total = self.measure(width) / self.style.leading
        fit = int((room + EPSILON) / self.style.leading)
        if fit >= total:
            return self, None
        fit = min(fit, len(self.lines) - 2)
        if fit < 2:
            return None, self
        return self._some(self.lines[:fit]), self._some(self.lines[fit:])

    def _some(self, lines: list[Line]) -> "Text":
        other = Text((), self.style, self.node, self.stay)
        other.lines, other.width = lines, self.width
        return other

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Lines below `top`; x and top in points from the lower left corner of the page."""
        base = top - self.style.baseline
        mine: Node | None = None
        ink: _Ink | None = None
        for line in self.lines:
            shift = self._shift(line)
            for piece in line:
                node = piece.span.node or self.node
                if ink is None or node is not mine:
                    if ink:
                        ink.stop()
                    mine, ink = node, _Ink(pen, node)
                ink.set(piece, x + piece.x + shift, base)
            base -= self.style.leading
        if ink:
            ink.stop()
        self._rule(pen, x, top - self.style.baseline)

    def _shift(self, line: Line) -> float:
        if not self.style.right or not line:
            return 0.0
        return max(0.0, self.width - line[-1].x - line[-1].width)

    def _rule(self, pen: Pen, x: float, base: float) -> None:
        """Lines under what is new and links, through what is gone; and where links can be hit."""
        for number, line in enumerate(self.lines):
            for piece in line:
                if not (piece.span.ruled or piece.span.node):
                    continue
                y = base - number * self.style.leading
                start = x + piece.x + self._shift(line)
                if piece.span.ruled:
                    _draw_rule(pen, piece, start, y)
                if piece.span.node:
                    low, high = y - 0.25 * piece.span.size, y + 0.85 * piece.span.size
                    pen.link(piece.span.node, (start, low, start + piece.width, high))


_UNCUT = 24  # letters; longer words may be cut


def _longest(span: Span) -> float:
    word = max(span.text.replace("\n", " ").split(" "), key=len)
    return span.wide(word) if len(word) <= _UNCUT else 0.0


class _Ink:
    """Marked content with text in it; face and colour are only told when they change."""

    def __init__(self, pen: Pen, node: Node | None) -> None:
        pen.begin(node)
        self.pen = pen
        self.text: PDFTextObject = pen.beginText()
        self.face: tuple[str, float] | None = None
        self.color: Color | None = None

    def set(self, piece: Piece, x: float, y: float) -> None:
        span = piece.span
        if (span.face, span.size) != self.face:
            self.face = span.face, span.size
            self.text.setFont(span.face, span.size)
        if span.color is not self.color:
            self.color = span.color
            self.text.setFillColor(span.color)
        if span.right_to_left:
            self._backwards(piece, x, y)
        else:
            self.text.setTextOrigin(x, y)
            self.text.textOut(piece.text)

    def _backwards(self, piece: Piece, x: float, y: float) -> None:
        """Letters from right to left; in the file they keep the order in which they are read."""
        x += piece.width
        for letter in piece.text:
            x -= piece.span.wide(letter)
            self.text.setTextOrigin(x, y)
            self.text.textOut(letter)

    def stop(self) -> None:
        self.pen.drawText(self.text)
        self.pen.end()


def _draw_rule(pen: Pen, piece: Piece, x: float, base: float) -> None:
    size = piece.span.size
    y = base - 0.14 * size if piece.span.ruled == "under" else base + 0.24 * size
    pen.begin(None)
    pen.setStrokeColor(piece.span.color)
    pen.setLineWidth(0.055 * size)
    pen.line(x, y, x + piece.width, y)
    pen.end()


def narrow(text: str, style: Style, width: float) -> str:
    """`text` on one line of `width` points, with … where it is too long."""

    def too_wide(words: str) -> bool:
        return sum(span.wide(span.text) for span in spans(words, style)) > width

    if not too_wide(text[:_LINE]) and len(text) <= _LINE:
        return text
    kept = bisect_left(range(1, _LINE), True, key=lambda n: too_wide(text[:n] + "…"))
    return text[:kept].rstrip() + "…"


_LINE = 400  # letters; more never fit on a line


def two_lines(words: str, style: Style, room: float) -> list[str]:
    """Cleaned words on at most two lines of `room` points, with … where they are too long."""
    text = plain_text(words, style, None)
    text.measure(room)
    lines = ["".join(piece.text for piece in line).strip() for line in text.lines]
    if len(lines) > 2:
        lines[1:] = [narrow(" ".join(lines[1:]), style, room)]
    return lines


def plain_text(text: str, style: Style, node: Node | None, stay: bool = False) -> Text:
    return Text(spans(text, style), style, node, stay)


def draw_words(
    pen: Pen, node: Node | None, words: str, style: Style, x: float, base: float
) -> None:
    """One line of cleaned words on the line `base`, from `x`, or up to it when `style` is right."""
    text = plain_text(words, style, node)
    text.measure(_ENDLESS)
    for line in text.lines[:1]:
        line[-1].text += " "  # it stands apart from what is drawn next
    text.draw(pen, x - (_ENDLESS if style.right else 0.0), base + style.baseline)


_ENDLESS = 1e5
