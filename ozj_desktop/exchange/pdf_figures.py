"""Drawn parts: marks, numerals, lines to write on, and the round table."""

from collections.abc import Sequence
from math import cos, radians, sin

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle as Style

from ozj_desktop.exchange.pdf_flow import rule
from ozj_desktop.exchange.pdf_fonts import DISPLAY, REGULAR, baseline, one_line, width
from ozj_desktop.exchange.pdf_look import (
    HAIRLINE,
    INK,
    Looks,
    Palette,
    aligned,
    draw_mark,
    style,
)
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_tags import Part, Pen
from ozj_desktop.exchange.pdf_words import draw_words, narrow
from ozj_desktop.model.blocks import Mark
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.parties import Party


class Drawn(Part):
    """What is only a drawing: nothing is drawn while pages are being filled."""

    def place(self, pen: Pen, x: float, y: float) -> None:
        if not pen.dry:
            self.paint(pen, x, y)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        raise NotImplementedError


class Sign(Drawn):
    """The shape of a state on the first line of text in `of`; `width` is where the text stands."""

    def __init__(self, mark: Mark, of: Style, colors: Palette) -> None:
        super().__init__()
        self.mark, self.of = mark, of
        self.radius = round(of.fontSize * (0.38 if mark is Mark.BOX else 0.36), 2)
        warns = mark in (Mark.CROSS, Mark.LATE)
        self.color = INK if mark is Mark.BOX else colors.attention if warns else colors.accent
        self.width, self.height = 2 * self.radius + 0.6 + of.fontSize * 0.6, of.leading

    def paint(self, pen: Pen, x: float, y: float) -> None:
        middle = y + self.height - self.of.leading / 2
        with pen.drawing(None):
            draw_mark(pen, self.mark, x + self.radius + 0.6, middle, self.radius, self.color)


class Numeral(Drawn):
    """A large serif numeral, smaller where it has no room, on the first line of text in `of`.

    That line may stand `down` points lower than the top.
    """

    down = 0.0

    def __init__(
        self, words: str, size: float, room: float, of: Style, node: Node, looks: Looks
    ) -> None:
        super().__init__()
        self.words, self.node, self.of = one_line(words)[:12], node, of
        wide = width(self.words, DISPLAY, size)
        size *= min(1.0, room / wide) if wide else 1.0
        self.style = style(DISPLAY, size, size, looks.h1.textColor)
        self.width = room

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = self.down + self.of.leading
        return self.width, self.height

    def paint(self, pen: Pen, x: float, y: float) -> None:
        base = y + self.of.leading - baseline(self.of)
        draw_words(pen, self.node, self.words, self.style, x, base)


class WriteLine(Drawn):
    """A line to write on, with what belongs there below it."""

    def __init__(self, height: float, hint: str, of: Style, node: Node | None) -> None:
        super().__init__()
        self.line, self.hint, self.style, self.node = height, hint, of, node
        self.height = height + (of.leading if hint else 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def paint(self, pen: Pen, x: float, y: float) -> None:
        y += self.height - self.line + 2
        rule(pen, x, y, self.width, 0.7, INK)
        if self.hint:
            draw_words(pen, self.node, self.hint, self.style, x, y - 10)


LEGEND = {
    Mark.FULL: "akkoord",
    Mark.EXCEPT: "akkoord, met een uitzondering",
    Mark.HALF: "akkoord onder voorbehoud",
    Mark.OPEN: "voorgelegd, nog geen antwoord",
    Mark.DOTTED: "nog niet gevraagd",
    Mark.CROSS: "niet akkoord",
    Mark.LATE: "te laat",
}


class RoundTable(Drawn):
    """The signing parties round one table, each with its state as a shape; up to 14.

    Their order is that of the list of parties, not a ranking.
    """

    MOST = 14

    def __init__(
        self, parties: Sequence[tuple[str, str]], node: Node, looks: Looks, height: float
    ) -> None:
        super().__init__()
        self.parties, self.node, self.looks, self.height = parties, node, looks, height
        self.spaceBefore = self.spaceAfter = 10.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def paint(self, pen: Pen, x: float, y: float) -> None:
        self.node.box = (x, y, x + self.width, y + self.height)
        radius = min(self.height * 0.348, self.width * 0.2)
        with pen.drawing(self.node):
            pen.translate(x + self.width / 2, y + self.height / 2)
            self._table(pen, radius)
            for number, party in enumerate(self.parties):
                angle = radians(90 - 360 / len(self.parties) * (number + 0.5))
                self._party(pen, radius, angle, *party)

    def _table(self, pen: Pen, radius: float) -> None:
        accent = self.looks.colors.accent
        pen.setStrokeColor(accent)
        pen.setLineWidth(1.4)
        pen.circle(0, 0, radius, 1, 0)
        pen.setStrokeColor(HAIRLINE)
        pen.setLineWidth(0.6)
        pen.circle(0, 0, radius - 9, 1, 0)
        size = 15 * min(1.0, radius / 90)
        pen.setFillColor(accent)
        pen.setFont(DISPLAY, size)
        pen.drawCentredString(0, 0.4 * size, f"{counted(len(self.parties), Party.names)} ")
        pen.drawCentredString(0, -0.8 * size, "rond de tafel ")

    def _party(self, pen: Pen, radius: float, angle: float, name: str, mark: str) -> None:
        x, y = radius * cos(angle), radius * sin(angle)
        pen.setFillColor(white)
        pen.circle(x, y, 11, 0, 1)
        known = Mark(mark) if mark in set(Mark) else Mark.OPEN
        colors = self.looks.colors
        pen.saveState()
        color = colors.attention if known in (Mark.CROSS, Mark.LATE) else colors.accent
        draw_mark(pen, known, x, y, 7, color)
        pen.restoreState()
        self._name(pen, (radius + 17) * cos(angle), (radius + 17) * sin(angle), angle, name)

    def _name(self, pen: Pen, x: float, y: float, angle: float, name: str) -> None:
        """In at most two lines, from the table outwards."""
        of = aligned(style(REGULAR, 9.5, 11.5, INK), cos(angle) <= 0.01)
        lines = two_lines(one_line(name), of, self.width / 2 - abs(x))
        # At the top two lines grow upwards, at the bottom downwards, elsewhere to both sides.
        above = 1.0 if sin(angle) > 0.9 else 0.0 if sin(angle) < -0.9 else 0.5
        for number, line in enumerate(lines):
            down = 3 + 11.5 * (number - (len(lines) - 1) * above)
            draw_words(pen, None, line, of, x, y - down)


def two_lines(words: str, of: Style, room: float) -> list[str]:
    first, rest = "", words.split(" ")
    while rest and width(f"{first} {rest[0]}", of.fontName, of.fontSize) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    lines = [first] if first else []
    return [*lines, narrow(" ".join(rest), of, room)] if rest else lines
