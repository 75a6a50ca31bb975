"""Words in their looks, folded into lines of a given width."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.colors import Color

from ozj_desktop.exchange.pdf_fonts import runs, unit_width
from ozj_desktop.exchange.pdf_tags import Node

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


def but(style: Style, **changes: object) -> Style:
    return replace(style, **changes)  # type: ignore[arg-type]


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
