"""The title page of a document, and the small head of a page for one partner."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, PageBreakIfNotEmpty, Spacer

from ozj_desktop.exchange.pdf_flow import Beside, Slots, Stack
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, one_line, tidy, width
from ozj_desktop.exchange.pdf_frame import draw_status
from ozj_desktop.exchange.pdf_look import (
    INK,
    SOFT,
    Looks,
    Sheet,
    Style,
    but,
    draw_house_mark,
    style,
)
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import ENDLESS, Par, Pen
from ozj_desktop.exchange.pdf_words import draw_words, narrow
from ozj_desktop.exchange.picture import logo_png
from ozj_desktop.model.blocks import Cover, Entry, Manuscript, Paragraph, plain, rich

_LOGO = 60 * mm, 14 * mm


def draw_head(
    pen: Pen, manuscript: Manuscript, nodes: Sequence[Node], looks: Looks, sheet: Sheet
) -> None:
    """Logo, name of the samenwerking and status, at a fixed place above the text of page 1."""
    mark, name, place, status = nodes
    scale, down = (0.95, 17 * mm) if looks.small else (1.15, 33 * mm)
    base, right = sheet.height - down, sheet.width - sheet.right
    if manuscript.status and not looks.narrow:
        of, room = style(SEMIBOLD, 10, 12, INK), sheet.inner_width * 0.5
        right = draw_status(pen, status, manuscript, of, right, base + 4 * mm, room) - 12
    x = _draw_logo(pen, manuscript, mark, sheet.left, base + 11 * scale)
    if not x:
        draw_house_mark(pen, sheet.left, base, scale, looks.colors.accent)
        x = sheet.left + 29 * scale
    for words, of, node, up in (
        (manuscript.cover.name, style(SEMIBOLD, 12 * scale, 14 * scale, INK), name, 11.5),
        (manuscript.cover.place, style(REGULAR, 9 * scale, 11 * scale, SOFT), place, 0.8),
    ):
        said = one_line(words)
        if said:
            smaller = _smaller(said, of, right - x)
            draw_words(pen, node, narrow(said, smaller, right - x), smaller, x, base + up * scale)


def _smaller(words: str, of: Style, room: float) -> Style:
    """Down to two thirds where the words have no room; never below 8.5 points."""
    size, wide = of.fontSize, width(words, of.fontName, of.fontSize)
    return but(of, fontSize=min(size, max(size * room / max(wide, 1), size * 0.66, 8.5)))


def _draw_logo(pen: Pen, manuscript: Manuscript, node: Node, x: float, middle: float) -> float:
    """Draw it; give where the name stands beside it, or 0 where there is no logo."""
    picture = logo(manuscript.logo)
    if not picture:
        return 0.0
    factor = min(_LOGO[0] / picture.width, _LOGO[1] / picture.height)
    wide, high = picture.width * factor, picture.height * factor
    y = middle - high / 2
    name = one_line(manuscript.cover.name)
    node.alt, node.box = f"Logo van {name}" if name else "Logo", (x, y, x + wide, y + high)
    with pen.drawing(node):
        pen.drawImage(ImageReader(picture), x, y, wide, high)
    return x + wide + 10


def logo(content: bytes) -> Image.Image | None:
    """A picture that PDF/A takes: without clear parts; None when it cannot be read."""
    found = logo_png(content)
    if not found:
        return None
    picture = Image.open(BytesIO(found[0])).convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture).convert("RGB")


def cover(cover: Cover, story: Story, where: Where, sheet: Sheet) -> list[Flowable]:
    """The title page, set closer where it would not fit on one page."""
    if story.looks.small:
        return _small_cover(cover, story, where)
    kicker, title, lead = _titles(cover, story, where, "Title")
    spaces = [Spacer(0, 30 * mm), Spacer(0, 11 * mm), Spacer(0, 11 * mm)]
    opening = Beside([lead], [(0.0, where.width - 70)])
    parts: list[Flowable] = [spaces[0], kicker, title, opening, spaces[1]]
    parts += [*story.blocks(cover.blocks, where), spaces[2]]
    parts += _facts(cover.facts.entries, story, where)
    room = sum(space.height for space in spaces)
    spare = sheet.inner_height - Stack(parts).wrap(where.width, ENDLESS)[1]
    for space in spaces:
        space.height *= min(1.0, max(0.2, 1 + (spare - 1) / room))
    return [*parts, PageBreakIfNotEmpty()]


def _small_cover(cover: Cover, story: Story, where: Where) -> list[Flowable]:
    """The title of a page without a title page; what follows stands below it."""
    parts: list[Flowable] = list(_titles(cover, story, where, "H1"))
    below = Where(where.node, 1 if one_line(cover.title) else 0, where.width)
    parts += story.blocks(cover.blocks, below)
    return [*parts, *_facts(cover.facts.entries, story, where)]


def _titles(cover: Cover, story: Story, where: Where, role: str) -> tuple[Par, Par, Par]:
    """Kicker, title (as large as it goes in three lines) and lead."""
    looks, words = story.looks, story.words
    kicker = words.text(rich(cover.kicker), looks.kicker, where.node.add("P"))
    main = where.node.add(role)
    for share in (1.0, 0.85, 0.7, 0.55):
        size = looks.title.fontSize * share
        of = but(looks.title, fontSize=size, leading=size * 1.1)
        title = words.text(rich(cover.title), of, main)
        if title.wrap(where.width, ENDLESS)[1] <= 3 * of.leading:
            break
    return kicker, title, words.text(rich(cover.lead), looks.opening, where.node.add("P"))


def _facts(entries: tuple[Entry, ...], story: Story, where: Where) -> list[Flowable]:
    """What the document is, four at a time below a firm rule."""
    parts: list[Flowable] = []
    for i in range(0, len(entries), 4):
        slots = _as_needed(entries[i : i + 4], story, where.width)
        cells = []
        for entry, (_, wide) in zip(entries[i : i + 4], slots, strict=True):
            inner = where.inside(where.node.add("Div"), wide)
            label = story.words.text(rich(entry.label), story.looks.head, inner.node.add("P"))
            cells.append(Stack([label, *story.blocks(entry.blocks, inner)]))
        parts.append(Beside(cells, slots, (6, 6), (1.1, story.looks.colors.accent)))
    return parts


def _as_needed(entries: tuple[Entry, ...], story: Story, room: float, gap: float = 14) -> Slots:
    """Columns as wide as their text asks, within bounds."""
    body, shares = story.looks.body, []
    for entry in entries:
        told = [plain(b.text) for b in entry.blocks if isinstance(b, Paragraph)]
        asked = [width(tidy(words), SEMIBOLD, body.fontSize) for words in told]
        shares.append(min(max([26 * mm, *asked]), 41 * mm))
    factor = (room - gap * (len(shares) - 1)) / sum(shares)
    wide = [share * factor for share in shares]
    return [(sum(wide[:i]) + gap * i, each) for i, each in enumerate(wide)]
