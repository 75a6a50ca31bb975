"""The title page of a document, and the small head of a page for one partner."""

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from ozj_desktop.exchange.pdf_flow import Columns, Layout, NewPage, Part, Plain, Slots, Space, Stack
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, one_line, unit_width
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import (
    INK,
    SOFT,
    Looks,
    capsule_width,
    draw_capsule,
    draw_house_mark,
)
from ozj_desktop.exchange.pdf_pages import Sheet
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import Node, Pen
from ozj_desktop.exchange.pdf_text import Text, draw_words, narrow
from ozj_desktop.model.blocks import Cover, Entry, Manuscript, rich

_LOGO = 60 * mm, 14 * mm
_DENSE = 400 / 72  # pixels of a logo for each point
_MOST = 50_000_000  # pixels


class Head(Plain):
    """Logo, name of the samenwerking and status, at a fixed place above the text of page 1."""

    def __init__(self, manuscript: Manuscript, node: Node, looks: Looks, sheet: Sheet) -> None:
        self.manuscript, self.looks, self.sheet = manuscript, looks, sheet
        self.picture = logo(manuscript.logo)
        cover = manuscript.cover
        alt = f"Logo van {one_line(cover.name)}" if cover.name else "Logo"
        self.mark = node.add("Figure", alt=alt) if self.picture else None
        self.name, self.place = node.add("P"), node.add("P")
        self.status = None if looks.narrow else node.add("P")

    def measure(self, width: float) -> float:
        return 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        narrow_page = self.looks.narrow
        scale = 0.95 if narrow_page else 1.15
        base = self.sheet.height - (17 if narrow_page else 33) * mm
        right = self.sheet.width - self.sheet.right
        if self.status and self.manuscript.status:
            right = self._status(pen, right, base + 1.5 * mm, right - x) - 12
        start = x + self._logo(pen, x, base, scale)
        self._names(pen, start, base, scale, right - start)

    def _status(self, pen: Pen, right: float, base: float, room: float) -> float:
        style = Style(SEMIBOLD, 10, 12, INK)
        words = narrow(one_line(self.manuscript.status), style, room * 0.5)
        pen.begin(None)
        draw_capsule(pen, right, base + 6.5, words, style, self.manuscript.final)
        pen.end()
        wide = capsule_width(words, style)
        draw_words(pen, self.status, words, style, right - wide + 1.05 * style.size, base + 6.5)
        return right - wide

    def _logo(self, pen: Pen, x: float, base: float, scale: float) -> float:
        """Draw it; give the distance at which the name stands."""
        if not self.picture:
            draw_house_mark(pen, x, base, scale, self.looks.colors.accent)
            return 29 * scale
        across, down = self.picture.size
        factor = min(_LOGO[0] / across, _LOGO[1] / down)
        wide, high = across * factor, down * factor
        y = base + 11 * scale - high / 2
        assert self.mark
        self.mark.box = (x, y, x + wide, y + high)
        with pen.drawing(self.mark):
            pen.drawImage(ImageReader(self.picture), x, y, wide, high)
        return wide + 10

    def _names(self, pen: Pen, x: float, base: float, scale: float, room: float) -> None:
        cover = self.manuscript.cover
        name = Style(SEMIBOLD, 12 * scale, 14 * scale, INK)
        place = Style(REGULAR, 9 * scale, 11 * scale, SOFT)
        for words, style, node, up in (
            (cover.name, name, self.name, 11.5),
            (cover.place, place, self.place, 0.8),
        ):
            said = one_line(words)
            if said:
                style = _smaller(said, style, room)
                draw_words(pen, node, narrow(said, style, room), style, x, base + up * scale)


def _smaller(words: str, style: Style, room: float) -> Style:
    """Down to two thirds where the words have no room; never below 8.5 points."""
    wide = unit_width(style.face, words) * style.size
    size = min(style.size, max(style.size * room / max(wide, 1), style.size * 0.66, 8.5))
    return but(style, size=size)


def logo(content: bytes) -> Image.Image | None:
    """A picture that PDF/A takes, no larger than it is drawn; None when it cannot be read."""
    if not content:
        return None
    # Whatever a file calls itself: a wrong, broken or huge one must not stop an export.
    with suppress(Exception):
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            wide, high = opened.size
            if wide * high > _MOST:
                return None
            picture = _on_white(opened)
        factor = min(1.0, _LOGO[0] * _DENSE / wide, _LOGO[1] * _DENSE / high)
        size = max(1, round(wide * factor)), max(1, round(high * factor))
        return picture.resize(size, Image.Resampling.LANCZOS) if factor < 1 else picture
    return None


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("RGB")
    return picture.convert("RGB")


def cover_parts(manuscript: Manuscript, story: Story, root: Node, sheet: Sheet) -> list[Part]:
    """The title page, set closer where it would not fit on one page."""
    node = root.add("Sect")
    if story.looks.narrow:
        head = Head(manuscript, node, story.looks, sheet)
        return [head, *_small_cover(manuscript.cover, story, node, sheet)]
    head = Head(manuscript, node, story.looks, sheet)
    kids = list(node.kids)
    for loose in (1.0, 0.8, 0.6, 0.4, 0.2):
        node.kids[:] = kids
        story.landmarks.clear()
        parts = [head, *_cover(manuscript.cover, story, node, loose)]
        if Stack(parts).measure(sheet.inner_width) <= sheet.inner_height:
            break
    return [*parts, NewPage()]


def _cover(cover: Cover, story: Story, node: Node, loose: float) -> list[Part]:
    """With `loose` times the room there is between the parts of a title page."""
    kicker, title, lead = _titles(cover, story, node, 160 * mm, "Title")
    space = Space(11 * mm * loose)
    return [
        Space(30 * mm * loose),
        *(kicker, title, Columns([lead], _lines_that_read_well)),
        *(space, *story.blocks(cover.blocks, Where(node, 0)), space),
        *_facts(cover.facts.entries, story, node),
    ]


def _small_cover(cover: Cover, story: Story, node: Node, sheet: Sheet) -> list[Part]:
    """The title of a page without a title page; what follows stands below it."""
    parts: list[Part] = list(_titles(cover, story, node, sheet.inner_width, "H1"))
    level = 1 if one_line(cover.title) else 0
    parts += story.blocks(cover.blocks, Where(node, level))
    return [*parts, *_facts(cover.facts.entries, story, node)]


def _titles(
    cover: Cover, story: Story, node: Node, width: float, role: str
) -> tuple[Text, Text, Text]:
    """Kicker, title (as large as it goes in three lines) and lead."""
    looks, words = story.looks, story.words
    kicker = words.text(rich(cover.kicker), looks.kicker, node.add("P"))
    main = node.add(role)
    for share in (1.0, 0.85, 0.7, 0.55):
        size = looks.title.size * share
        style = but(looks.title, size=size, leading=size * 1.1)
        title = words.text(rich(cover.title), style, main)
        if title.measure(width) <= 3 * style.leading:
            break
    return kicker, title, words.text(rich(cover.lead), looks.opening, node.add("P"))


def _lines_that_read_well(width: float) -> Slots:
    return ((0.0, width - 70),)


def _facts(entries: tuple[Entry, ...], story: Story, node: Node) -> list[Part]:
    """What the document is, four at a time below a firm rule."""
    looks = story.looks
    parts: list[Part] = []
    for i in range(0, len(entries), 4):
        cells = [_fact(entry, story, node) for entry in entries[i : i + 4]]
        line = (1.1, looks.colors.accent)
        parts.append(Columns(cells, _as_needed(cells, 14), (6, 6), line))
    return parts


def _as_needed(cells: Sequence[Stack], gap: float) -> Layout:
    """Columns as wide as their text asks, within bounds."""
    texts = [[p for p in cell.parts if isinstance(p, Text)] for cell in cells]
    asked = [max((t.natural() for t in found), default=0.0) + 4 for found in texts]
    shares = [min(max(wide, 26 * mm), 41 * mm) for wide in asked]

    def slots(width: float) -> Slots:
        per_share = (width - gap * (len(shares) - 1)) / sum(shares)
        found, start = [], 0.0
        for share in shares:
            found.append((start, share * per_share))
            start += share * per_share + gap
        return tuple(found)

    return slots


def _fact(entry: Entry, story: Story, node: Node) -> Stack:
    inner = node.add("Div")
    label = story.words.text(rich(entry.label), story.looks.head, inner.add("P"))
    return Stack([label, *story.blocks(entry.blocks, Where(inner, 0, own_page=False))])
