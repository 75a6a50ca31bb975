"""The contents of a document: chapters and agreements, with their pages, to click on."""

from typing import cast

from reportlab.platypus import Flowable, PageBreakIfNotEmpty

from ozj_desktop.exchange.pdf_flow import Beside, rule
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD, baseline, marked
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, RULE, aligned, style
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_place import Landmark, Where
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import Par, Pen
from ozj_desktop.exchange.pdf_words import draw_words

CONTENTS = Landmark("Inhoud", 1, "\0contents")
_LONGEST = 220  # letters of a title
_PAGE = 34.0  # points that are kept for the number of the page
_APART = 8.0  # between chapters
_STEP = 5.0  # between the dots that lead to a page


class Entry(Beside):
    """A title and the page it stands on; all of the line can be clicked."""

    def __init__(self, landmark: Landmark, node: Node, width: float) -> None:
        self.landmark, self.node, self.deep = landmark, node, landmark.level > 1
        face, size = (REGULAR, 9.75) if self.deep else (SEMIBOLD, 10.5)
        self.style = style(face, size, 14.5, INK)
        number, _, title = shortened(landmark.title).rpartition("\xa0\xa0")
        indent = 18.0 if self.deep else 0.0
        wide = 0.0 if not number else 60.0 if len(number) > 4 else 20.0
        parts = [Par(marked(words, face), self.style, node) for words in (number, title)]
        slots = [(indent, max(wide, 1.0)), (indent + wide, width - indent - wide - _PAGE)]
        super().__init__(parts, slots, before=0 if self.deep else _APART, after=3)

    def place(self, pen: Pen, x: float, y: float) -> None:
        if pen.dry:
            return
        super().place(pen, x, y)
        top, right = y + self.height, x + self.width
        base = y + self.style.leading - baseline(self.style)
        if self.deep:
            self._lead(pen, x + self.slots[1][0], right, base)
        else:
            rule(pen, x, top + _APART / 2, self.width, 0.4, HAIRLINE)
        page = pen.known[self.landmark.anchor][0] + 1
        draw_words(pen, self.node, str(page), aligned(self.style, True), right, base)
        pen.hit(self.node, (x, y - 1, right, top + 1))

    def _lead(self, pen: Pen, x: float, right: float, base: float) -> None:
        """Dots from the title to its page, below each other on all lines."""
        start = x + cast(Par, self.cells[1]).getActualLineWidths0()[-1] + 6
        start = right - ((right - start) // _STEP) * _STEP
        if right - 22 > start:
            with pen.drawing(None):
                pen.setStrokeColor(RULE)
                pen.setLineWidth(0.7)
                pen.setLineCap(1)
                pen.setDash([0.01, _STEP - 0.01])
                pen.line(start, base, right - 22, base)


def shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST].rstrip() + "…"


def contents(story: Story, where: Where) -> list[Flowable]:
    """On a new page; the numbers of the pages are known when it is drawn."""
    landmarks = list(story.landmarks)
    title = story.title(CONTENTS.title, where)
    story.landmarks.pop()
    title.anchors = (CONTENTS.anchor,)
    parts: list[Flowable] = [PageBreakIfNotEmpty(), title]
    top = list_node = where.node.add("TOC")
    item: Node | None = None
    for landmark in landmarks:
        if landmark.level == 1 or item is None:
            list_node = top
        elif list_node is top:
            list_node = item.add("TOC")
        entry = list_node.add("TOCI")
        item = entry if list_node is top else item
        link = entry.add("Reference").add("Link", alt=f"Naar {shortened(landmark.title)}")
        link.target = "#" + landmark.anchor
        parts.append(Entry(landmark, link, where.width))
    return parts
