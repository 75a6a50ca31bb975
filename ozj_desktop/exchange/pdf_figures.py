"""Drawn parts: numerals, legends, lines to write on, and the round table."""

from collections.abc import Sequence
from math import cos, radians, sin

from reportlab.lib.colors import white

from ozj_desktop.exchange.pdf_flow import Part, Plain, Sign, rule
from ozj_desktop.exchange.pdf_fonts import DISPLAY, REGULAR, one_line, unit_width
from ozj_desktop.exchange.pdf_lines import Style
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, Looks, draw_mark
from ozj_desktop.exchange.pdf_tags import Node, Pen
from ozj_desktop.exchange.pdf_text import draw_words, two_lines
from ozj_desktop.model.blocks import Mark


def words_sign(words: str, style: Style, node: Node, base: float) -> Sign:
    """A bullet or a number before a part, with its baseline `base` points below the top."""

    def sign(pen: Pen, x: float, top: float) -> None:
        draw_words(pen, node, words, style, x, top - base)

    return sign


def numeral_sign(
    words: str, size: float, base: float, node: Node, looks: Looks, room: float
) -> Sign:
    """A large serif numeral, smaller where it has no room."""
    words = one_line(words)[:12]
    wide = unit_width(DISPLAY, words) * size
    style = Style(DISPLAY, size * min(1.0, room / wide) if wide else size, size, looks.h1.color)
    return words_sign(words, style, node, base)


class Legend(Plain):
    """Marks with their words, beside each other as far as they fit."""

    WIDEST, CLOSEST = 20.0, 8.0  # between them, in points

    def __init__(self, items: Sequence[Part], widths: Sequence[float]) -> None:
        self.items, self.widths = items, widths
        self.before, self.after = 4.0, 8.0
        self.places: list[tuple[float, float]] = []

    def measure(self, width: float) -> float:
        self.places = []
        spare = (width - sum(self.widths)) / max(1, len(self.widths) - 1)
        gap = self.WIDEST if spare < self.CLOSEST else min(spare, self.WIDEST)
        x = y = height = 0.0
        for item, wide in zip(self.items, self.widths, strict=True):
            if x and x + wide > width + 0.1:
                x, y = 0.0, y + height + 3
            height = item.measure(min(wide, width) + 1)
            self.places.append((x, y))
            x += wide + gap
        return y + height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for item, (right, down) in zip(self.items, self.places, strict=True):
            item.draw(pen, x + right, top - down)


class WriteLine(Plain):
    """A line to write on, with what belongs there below it."""

    def __init__(self, height: float, hint: str, style: Style, node: Node | None) -> None:
        self.height, self.hint, self.style, self.node = height, hint, style, node
        self.width = 0.0

    def measure(self, width: float) -> float:
        self.width = width
        return self.height + (self.style.leading if self.hint else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        y = top - self.height + 2
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


class RoundTable(Plain):
    """The signing parties round one table, each with its state as a shape; up to 14.

    Their order is that of the list of parties, not a ranking.
    """

    MOST = 14

    def __init__(
        self, parties: Sequence[tuple[str, str]], node: Node, looks: Looks, height: float
    ) -> None:
        self.parties, self.node, self.looks, self.height = parties, node, looks, height
        self.before = self.after = 10.0
        self.width = 0.0

    def measure(self, width: float) -> float:
        self.width = width
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.node.box = (x, top - self.height, x + self.width, top)
        radius = min(self.height * 0.348, self.width * 0.2)
        middle = x + self.width / 2, top - self.height / 2
        with pen.drawing(self.node):
            self._table(pen, *middle, radius)
            for number, (name, mark) in enumerate(self.parties):
                angle = radians(90 - 360 / len(self.parties) * (number + 0.5))
                self._party(pen, middle, radius, angle, name, mark)

    def _table(self, pen: Pen, x: float, y: float, radius: float) -> None:
        accent = self.looks.colors.accent
        pen.setStrokeColor(accent)
        pen.setLineWidth(1.4)
        pen.circle(x, y, radius, 1, 0)
        pen.setStrokeColor(HAIRLINE)
        pen.setLineWidth(0.6)
        pen.circle(x, y, radius - 9, 1, 0)
        size = 15 * min(1.0, radius / 90)
        pen.setFillColor(accent)
        pen.setFont(DISPLAY, size)
        pen.drawCentredString(x, y + 0.4 * size, "Wat heeft ")
        pen.drawCentredString(x, y - 0.8 * size, "het kind nodig? ")

    def _party(
        self,
        pen: Pen,
        middle: tuple[float, float],
        radius: float,
        angle: float,
        name: str,
        mark: str,
    ) -> None:
        x, y = middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)
        pen.setFillColor(white)
        pen.circle(x, y, 11, 0, 1)
        known = Mark(mark) if mark in set(Mark) else Mark.OPEN
        colors = self.looks.colors
        pen.saveState()
        color = colors.attention if known in (Mark.CROSS, Mark.LATE) else colors.accent
        draw_mark(pen, known, x, y, 7, color)
        pen.restoreState()
        away = radius + 17
        outer = middle[0] + away * cos(angle), middle[1] + away * sin(angle)
        self._name(pen, outer, middle[0], angle, name)

    def _name(
        self, pen: Pen, place: tuple[float, float], middle: float, angle: float, name: str
    ) -> None:
        """In at most two lines, from the table outwards."""
        x, y = place
        right = cos(angle) > 0.01
        room = self.width / 2 - abs(x - middle)
        style = Style(REGULAR, 9.5, 11.5, INK, right=not right)
        lines = two_lines(one_line(name), style, room)
        # At the top two lines grow upwards, at the bottom downwards, elsewhere to both sides.
        above = 1.0 if sin(angle) > 0.9 else 0.0 if sin(angle) < -0.9 else 0.5
        for number, line in enumerate(lines):
            down = 3 + 11.5 * (number - (len(lines) - 1) * above)
            draw_words(pen, None, line, style, x, y - down)
