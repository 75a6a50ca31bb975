"""The look of every PDF: colours, sizes of type, and the small shapes that are drawn."""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians, sin
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from ozj_desktop.exchange import colours
from ozj_desktop.exchange.colours import house_colours
from ozj_desktop.exchange.pdf_fonts import DISPLAY, REGULAR, SEMIBOLD, SERIF
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.model.blocks import Mark

Style = ParagraphStyle

INK, SOFT = HexColor(f"#{colours.INK}"), HexColor(f"#{colours.SOFT}")
RULE, HAIRLINE = HexColor(f"#{colours.RULE}"), HexColor(f"#{colours.HAIRLINE}")


@dataclass(frozen=True)
class Sheet:
    """A page and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        return self.height - self.top - self.bottom


A4_SHEET = Sheet(A4[0], A4[1], 25 * mm, 25 * mm, 27 * mm, 24 * mm)
SMALL_SHEET = Sheet(A4[0], A4[1], 17 * mm, 17 * mm, 22 * mm, 18 * mm)
PARTNER_SHEET = Sheet(105 * mm, 297 * mm, 9 * mm, 9 * mm, 23 * mm, 17 * mm)


@dataclass(frozen=True)
class Palette:
    """The colours of a dossier: one accent, one for attention, and both as a tint."""

    accent: Color
    tint: Color
    attention: Color
    attention_tint: Color


def palette(colour: str, attention: str) -> Palette:
    """House-style colours, darkened where text in them could not be read; "" is ours."""
    found = house_colours(colour, attention)
    named = (found.accent, found.tint, found.attention, found.attention_tint)
    return Palette(*(HexColor(f"#{name}") for name in named))


# Type


@lru_cache(1000)
def style(
    face: str, size: float, leading: float, color: Color, before: float = 0, after: float = 0
) -> Style:
    """Sizes and spaces in points; a paragraph is not split after its first or before its last."""
    return Style(
        face,
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=color,
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
    )


@lru_cache(1000)
def but(of: Style, **changes: Any) -> Style:
    """The same with changes, in the names that reportlab has for them."""
    return Style(of.name, of, **changes)


def aligned(of: Style, right: bool) -> Style:
    return but(of, alignment=TA_RIGHT if right else TA_LEFT)


@dataclass(frozen=True)
class Looks:
    """How each kind of text is set on one kind of page, in the colours of the dossier."""

    colors: Palette
    narrow: bool  # one column: labels above their text
    small: bool  # without a title page: the title stands above the text
    kicker: Style
    title: Style
    opening: Style  # the lead below the title
    h1: Style
    h2: Style
    h3: Style
    box: Style  # a label in a box
    agreement: Style
    lead: Style
    body: Style
    label: Style
    cell: Style
    head: Style
    note: Style
    figure: Style
    numeral: float  # size in a list or a table


def looks(colors: Palette) -> Looks:
    """For A4."""
    accent = colors.accent
    return Looks(
        colors=colors,
        narrow=False,
        small=False,
        kicker=style(SEMIBOLD, 12, 16, SOFT, 0, 6),
        title=style(DISPLAY, 40, 44, accent, 0, 14),
        opening=style(SERIF, 14.5, 21, INK),
        h1=style(DISPLAY, 22, 26, accent, 28, 8),
        h2=style(SEMIBOLD, 13, 17, accent, 16, 4),
        h3=style(SEMIBOLD, 11, 15, accent, 10, 3),
        box=style(SEMIBOLD, 11, 15, accent, 10, 3),
        agreement=style(DISPLAY, 20, 24, accent),
        lead=style(SERIF, 12.5, 18, INK, 0, 10),
        body=style(REGULAR, 10, 14.5, INK, 0, 5),
        label=style(SEMIBOLD, 9.5, 14.5, accent),
        cell=style(REGULAR, 9.25, 12.5, INK),
        head=style(SEMIBOLD, 8.5, 11.5, SOFT),
        note=style(REGULAR, 8.5, 11.5, SOFT, 3, 3),
        figure=style(DISPLAY, 25, 30, accent, 0, 1),
        numeral=18,
    )


def partner_looks(colors: Palette) -> Looks:
    """For the narrow page of one partner, which fills a telephone: larger type."""
    accent = colors.accent
    return Looks(
        colors=colors,
        narrow=True,
        small=True,
        kicker=style(SEMIBOLD, 12, 16, SOFT),
        title=style(DISPLAY, 32, 36, accent, 0, 5),
        opening=style(SERIF, 13, 18.5, INK, 0, 9),
        h1=style(DISPLAY, 17, 21, accent, 13, 4),
        h2=style(SEMIBOLD, 13, 17, accent, 10, 3),
        h3=style(SEMIBOLD, 12, 16.5, accent, 8, 2),
        box=style(DISPLAY, 17, 21, accent, 10, 6),
        agreement=style(DISPLAY, 17, 21, accent),
        lead=style(SERIF, 13, 18.5, INK, 0, 8),
        body=style(REGULAR, 12, 16.5, INK, 0, 4),
        label=style(SEMIBOLD, 12, 16.5, accent),
        cell=style(REGULAR, 12, 16.5, INK),
        head=style(SEMIBOLD, 9, 12, SOFT),
        note=style(REGULAR, 10.5, 14, SOFT, 2, 2),
        figure=style(DISPLAY, 25, 30, accent, 0, 1),
        numeral=20,
    )


def sheet_looks(colors: Palette) -> Looks:
    """For one A4 that says all there is of one party: closer, and without a title page."""
    accent = colors.accent
    return replace(
        looks(colors),
        small=True,
        kicker=style(SEMIBOLD, 9.5, 12, SOFT),
        title=style(DISPLAY, 24, 27, accent, 0, 2),
        opening=style(SERIF, 11, 15, INK, 0, 2),
        h1=style(DISPLAY, 13, 16, accent, 7, 1),
        h2=style(SEMIBOLD, 11, 14, accent, 8, 2),
        h3=style(SEMIBOLD, 10, 13, accent, 6, 2),
        box=style(SEMIBOLD, 10, 13, accent, 4, 2),
        lead=style(SERIF, 11, 15, INK, 0, 4),
        body=style(REGULAR, 9, 12, INK, 0, 2),
        label=style(SEMIBOLD, 9, 12, accent),
        cell=style(REGULAR, 8.75, 11, INK),
        head=style(SEMIBOLD, 8.25, 11, SOFT),
        note=style(REGULAR, 8.25, 10.5, SOFT, 2, 2),
        numeral=12,
    )


# Marks


def draw_mark(pen: Pen, mark: Mark, x: float, y: float, r: float, color: Color) -> None:
    """A shape around (x, y). It leaves its colours and lines behind on the canvas."""
    pen.setLineWidth(max(0.9, r * 0.26))
    pen.setStrokeColor(color)
    pen.setFillColor(color)
    if mark in (Mark.FULL, Mark.EXCEPT):
        _disc(pen, mark, x, y, r)
    elif mark is Mark.HALF:
        pen.circle(x, y, r, 1, 0)
        path = pen.beginPath()
        path.moveTo(x, y + r)
        path.arcTo(x - r, y - r, x + r, y + r, 90, 180)
        path.close()
        pen.drawPath(path, 0, 1)
    elif mark is Mark.OPEN:
        pen.circle(x, y, r, 1, 0)
    elif mark is Mark.DOTTED:
        pen.setDash([r * 0.5, r * 0.42])
        pen.circle(x, y, r, 1, 0)
    elif mark is Mark.CROSS:
        pen.setLineCap(1)
        pen.setLineWidth(max(1.2, r * 0.42))
        pen.line(x - r * 0.75, y - r * 0.75, x + r * 0.75, y + r * 0.75)
        pen.line(x - r * 0.75, y + r * 0.75, x + r * 0.75, y - r * 0.75)
    elif mark is Mark.LATE:
        _late(pen, x, y, r)
    elif mark is Mark.BOX:
        pen.setLineWidth(0.9)
        pen.rect(x - r, y - r, 2 * r, 2 * r, 1, 0)


def _disc(pen: Pen, mark: Mark, x: float, y: float, r: float) -> None:
    pen.circle(x, y, r, 1, 1)
    pen.setStrokeColor(white)
    if mark is Mark.EXCEPT:
        pen.setLineWidth(r * 0.38)
        pen.line(x - r * 0.5, y, x + r * 0.5, y)
        return
    pen.setLineWidth(r * 0.34)
    pen.setLineCap(1)
    pen.setLineJoin(1)
    path = pen.beginPath()
    path.moveTo(x - r * 0.45, y + r * 0.02)
    path.lineTo(x - r * 0.1, y - r * 0.36)
    path.lineTo(x + r * 0.5, y + r * 0.38)
    pen.drawPath(path, 1, 0)


def _late(pen: Pen, x: float, y: float, r: float) -> None:
    """A clock that stands still: a ring with two hands."""
    pen.circle(x, y, r, 1, 0)
    pen.setLineCap(1)
    pen.setLineJoin(1)
    path = pen.beginPath()
    path.moveTo(x, y + r * 0.55)
    path.lineTo(x, y)
    path.lineTo(x + r * 0.42, y - r * 0.2)
    pen.drawPath(path, 1, 0)


def draw_house_mark(pen: Pen, x: float, y: float, scale: float, color: Color) -> None:
    """For who has no logo: a table with an open place, 22 points high, as an artifact."""
    with pen.drawing(None):
        pen.translate(x, y)
        pen.scale(scale, scale)
        pen.setStrokeColor(color)
        pen.setFillColor(color)
        pen.setLineWidth(2.2)
        pen.circle(11, 11, 6, 1, 0)
        pen.setLineWidth(1.1)
        for place in range(8):
            angle = radians(90 + 45 * place)
            pen.circle(11 + 11 * cos(angle), 11 + 11 * sin(angle), 1.7, 1, int(place != 7))


def draw_capsule(pen: Pen, box: tuple[float, float, float, float], final: bool) -> None:
    """An outline around the status, at (x, y, width, height): solid when final, dashed when not."""
    with pen.drawing(None):
        pen.setStrokeColor(INK)
        pen.setLineWidth(0.8 if box[3] < 18 else 1)
        if not final:
            pen.setDash([2.2, 1.6])
        pen.roundRect(*box, box[3] / 2, 1, 0)
