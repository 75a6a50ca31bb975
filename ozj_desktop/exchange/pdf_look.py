"""The look of every PDF: colours, sizes of type, and the small shapes that are drawn."""

from dataclasses import dataclass
from math import cos, radians, sin

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from ozj_desktop.exchange import colours
from ozj_desktop.exchange.colours import house_colours
from ozj_desktop.exchange.pdf_flow import Sign
from ozj_desktop.exchange.pdf_fonts import DISPLAY, REGULAR, SEMIBOLD, SERIF, unit_width
from ozj_desktop.exchange.pdf_lines import Style
from ozj_desktop.exchange.pdf_pages import Sheet
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.model.blocks import Mark

INK, SOFT = HexColor(f"#{colours.INK}"), HexColor(f"#{colours.SOFT}")
RULE, HAIRLINE = HexColor(f"#{colours.RULE}"), HexColor(f"#{colours.HAIRLINE}")

A4_SHEET = Sheet(A4[0], A4[1], 25 * mm, 25 * mm, 27 * mm, 24 * mm)
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


@dataclass(frozen=True)
class Looks:
    """How each kind of text is set on one kind of page, in the colours of the dossier."""

    colors: Palette
    narrow: bool  # one column: labels above their text
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
        kicker=Style(SEMIBOLD, 12, 16, SOFT, 0, 6),
        title=Style(DISPLAY, 40, 44, accent, 0, 14),
        opening=Style(SERIF, 14.5, 21, INK),
        h1=Style(DISPLAY, 22, 26, accent, 28, 8),
        h2=Style(SEMIBOLD, 13, 17, accent, 16, 4),
        h3=Style(SEMIBOLD, 11, 15, accent, 10, 3),
        box=Style(SEMIBOLD, 11, 15, accent, 10, 3),
        agreement=Style(DISPLAY, 20, 24, accent),
        lead=Style(SERIF, 12.5, 18, INK, 0, 10),
        body=Style(REGULAR, 10, 14.5, INK, 0, 5),
        label=Style(SEMIBOLD, 9.5, 14.5, accent),
        cell=Style(REGULAR, 9.25, 12.5, INK),
        head=Style(SEMIBOLD, 8.5, 11.5, SOFT),
        note=Style(REGULAR, 8.5, 11.5, SOFT, 3, 3),
        figure=Style(DISPLAY, 25, 30, accent, 0, 1),
        numeral=18,
    )


def partner_looks(colors: Palette) -> Looks:
    """For the narrow page of one partner, which fills a telephone: larger type."""
    accent = colors.accent
    return Looks(
        colors=colors,
        narrow=True,
        kicker=Style(SEMIBOLD, 12, 16, SOFT),
        title=Style(DISPLAY, 32, 36, accent, 0, 5),
        opening=Style(SERIF, 13, 18.5, INK, 0, 9),
        h1=Style(DISPLAY, 17, 21, accent, 13, 4),
        h2=Style(SEMIBOLD, 13, 17, accent, 10, 3),
        h3=Style(SEMIBOLD, 12, 16.5, accent, 8, 2),
        box=Style(DISPLAY, 17, 21, accent, 10, 6),
        agreement=Style(DISPLAY, 17, 21, accent),
        lead=Style(SERIF, 13, 18.5, INK, 0, 8),
        body=Style(REGULAR, 12, 16.5, INK, 0, 4),
        label=Style(SEMIBOLD, 12, 16.5, accent),
        cell=Style(REGULAR, 12, 16.5, INK),
        head=Style(SEMIBOLD, 9, 12, SOFT),
        note=Style(REGULAR, 10.5, 14, SOFT, 2, 2),
        figure=Style(DISPLAY, 25, 30, accent, 0, 1),
        numeral=20,
    )


# Marks


def mark_sign(mark: Mark, style: Style, colors: Palette) -> tuple[Sign, float]:
    """The shape of a state on the first line of text in `style`, and how far the text stands."""
    radius = round(style.size * 0.36, 2)
    if mark is Mark.BOX:
        radius = round(style.size * 0.38, 2)
    color = colors.attention if mark in (Mark.CROSS, Mark.LATE) else colors.accent
    color = INK if mark is Mark.BOX else color

    def sign(pen: Pen, x: float, top: float) -> None:
        with pen.drawing(None):
            draw_mark(pen, mark, x + radius + 0.6, top - style.leading / 2, radius, color)

    return sign, 2 * radius + 0.6 + style.size * 0.6


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


def draw_capsule(
    pen: Pen, right: float, base: float, words: str, style: Style, final: bool
) -> None:
    """The status in a capsule that ends at `right`: solid when final, dashed when not.

    `words` are short enough; the outline is an artifact, and the words go where the caller says.
    """
    wide = capsule_width(words, style)
    height, lift = 1.9 * style.size, 0.6 * style.size
    pen.saveState()
    pen.setStrokeColor(INK)
    pen.setLineWidth(0.8 if style.size < 10 else 1)
    if not final:
        pen.setDash([2.2, 1.6])
    pen.roundRect(right - wide, base - lift, wide, height, height / 2, 1, 0)
    pen.restoreState()


def capsule_width(words: str, style: Style) -> float:
    return unit_width(style.face, words) * style.size + 2.1 * style.size
