"""Text on a page: spans of one look, folded into lines, which can be split over pages.

Own lines rather than reportlab's Paragraph: it takes no markup, so that no text can break it, it
falls back to another face within a word, and it can tag a link where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Optional

from reportlab.lib.colors import Color
from reportlab.pdfgen.textobject import PDFTextObject

from ozj_desktop.exchange.pdf_fonts import runs, unit_width
from ozj_desktop.exchange.pdf_tags import Node, Pen

EPSILON = 0.01  # points; sums of heights are not exact

Ruled = Literal["", "under", "through"]


@dataclass(frozen=True)
class Style:
    """How text is set; sizes and spaces in points."""

    face: str
    size: float
    leading: float
    color: Color
    before: float = 0
    after: float = 0
    right: bool = False

    @property
    def baseline(self) -> float:
        """From the top of a line; capitals stand in the middle of it in every size and face."""
        return self.leading / 2 + 0.33 * self.size


@dataclass(eq=False, slots=True)
class Span:
    """Cleaned text in one look; `node` when it is a link of its own within the paragraph."""

    text: str
    face: str
    size: float
    color: Color
    ruled: Ruled = ""
    node: Node | None = None
    right_to_left: bool = False

    def wide(self, text: str) -> float:
        return unit_width(self.face, text) * self.size


def spans(text: str, style: Style) -> list[Span]:
    """Cleaned `text` in one look, with other faces for what that of `style` cannot show."""
    return [
        Span(part, face, style.size, style.color, right_to_left=back)
        for face, part, back in runs(text, style.face)
    ]


@dataclass(slots=True)
class Piece:
    """Words of one span on one line, `x` points from its start."""

    span: Span
    text: str
    x: float
    width: float


Line = list[Piece]


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
        for letter in piece.text.rstrip(" "):
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


# Folding


def fold(parts: Sequence[Span], width: float) -> list[Line]:
    """Lines of at most `width` points; a word that is wider than that is cut."""
    if len(parts) == 1 and not parts[0].right_to_left and "\n" not in parts[0].text:
        lines = _fold_plain(parts[0], width)
        if lines is not None:
            return lines
    return _Folder(width).fold(parts)


def _fold_plain(span: Span, width: float) -> list[Line] | None:
    """The same for one span, which most paragraphs are; None where a word is too wide."""
    size, face = span.size, span.face
    space = unit_width(face, " ") * size
    lines: list[Line] = []
    words: list[str] = []
    used = -space
    for word in span.text.split(" "):
        if not word:
            continue
        wide = unit_width(face, word) * size
        if used + space + wide > width:
            if wide > width:
                return None
            lines.append([Piece(span, " ".join(words) + " ", 0.0, used)])
            words, used = [], -space
        words.append(word)
        used += space + wide
    if words:
        lines.append([Piece(span, " ".join(words), 0.0, used)])
    return lines


@dataclass(slots=True)
class _Word:
    pieces: list[tuple[Span, str]]
    width: float
    gap: Span | None = None  # the span that the space behind it is in
    ends: bool = False  # a new line starts behind it


class _Folder:
    """Lines being filled with words that may change look halfway."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[Line] = [[]]
        self.x = 0.0
        self.gap: Span | None = None

    def fold(self, parts: Sequence[Span]) -> list[Line]:
        for word in _words(parts):
            if word.pieces:
                self._place(word)
            if word.ends:
                self._new_line()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return self.lines

    def _new_line(self, within_word: bool = False) -> None:
        if self.lines[-1] and not within_word:
            self.lines[-1][-1].text += " "  # words stay apart for who only hears them
        self.lines.append([])
        self.x, self.gap = 0.0, None

    def _place(self, word: _Word) -> None:
        space = self.gap.wide(" ") if self.gap else 0.0
        if self.lines[-1] and self.x + space + word.width > self.width:
            self._new_line()
            space = 0.0
        if word.width > self.width:
            self._cut(word)
        else:
            for number, (span, text) in enumerate(word.pieces):
                self._append(span, text, space if not number else 0.0)
        self.gap = word.gap

    def _append(self, span: Span, text: str, space: float = 0.0) -> None:
        line = self.lines[-1]
        width = span.wide(text)
        last = line[-1] if line else None
        if last and space:
            if self.gap is last.span:
                last.text, last.width = last.text + " ", last.width + space
            elif self.gap is span:
                text, width, space = " " + text, width + space, 0.0
            else:
                last.text += " "
        if last and last.span is span:
            last.text, last.width = last.text + text, last.width + width
        else:
            line.append(Piece(span, text, self.x + space, width))
        self.x += space + width

    def _cut(self, word: _Word) -> None:
        for span, text in word.pieces:
            while text:
                fit = self._fitting(span, text)
                if fit < len(text) and not fit:
                    if self.lines[-1]:
                        self._new_line(within_word=True)
                        continue
                    fit = 1  # narrower than a letter: go on all the same
                self._append(span, text[:fit])
                text = text[fit:]
                if text:
                    self._new_line(within_word=True)

    def _fitting(self, span: Span, text: str) -> int:
        """How many letters fit on this line, best behind a sign that parts an address."""
        used, fit = self.x, 0
        for letter in text:
            used += span.wide(letter)
            if used > self.width:
                break
            fit += 1
        if fit < len(text):
            parted = max(text.rfind(sign, fit // 2, fit) for sign in "-/._@&=?") + 1
            return parted or fit
        return fit


def _words(parts: Sequence[Span]) -> list[_Word]:
    found: list[_Word] = []
    word = _Word([], 0.0)
    for span in parts:
        for line_number, line in enumerate(span.text.split("\n")):
            if line_number:
                word.ends = True
                found.append(word)
                word = _Word([], 0.0)
            for number, text in enumerate(line.split(" ")):
                if number:
                    word.gap = span
                    found.append(word)
                    word = _Word([], 0.0)
                if text:
                    word.pieces.append((span, text))
                    word.width += span.wide(text)
    found.append(word)
    return found


def narrow(text: str, style: Style, width: float) -> str:
    """`text` on one line of `width` points, with … where it is too long."""
    if sum(span.wide(span.text) for span in spans(text, style)) <= width:
        return text
    while text and sum(span.wide(span.text) for span in spans(text + "…", style)) > width:
        text = text[: min(len(text) - 1, 400)].rstrip()
    return text + "…"


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


def but(style: Style, **changes: object) -> Style:
    return replace(style, **changes)  # type: ignore[arg-type]
