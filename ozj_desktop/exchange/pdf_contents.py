"""The contents of a document: chapters and agreements, with their pages, to click on."""

from ozj_desktop.exchange.pdf_flow import NewPage, Part, Plain, rule
from ozj_desktop.exchange.pdf_fonts import REGULAR, SEMIBOLD
from ozj_desktop.exchange.pdf_lines import Style
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, RULE
from ozj_desktop.exchange.pdf_place import Landmark
from ozj_desktop.exchange.pdf_story import Story
from ozj_desktop.exchange.pdf_tags import Node, Pen
from ozj_desktop.exchange.pdf_text import draw_words, plain_text
from ozj_desktop.model.blocks import rich

_LONGEST = 220  # letters of a title
_PAGE = 34.0  # points that are kept for the number of the page
_APART = 8.0  # between chapters


class Line(Plain):
    """A title and the page it stands on; all of the line can be clicked."""

    def __init__(self, landmark: Landmark, node: Node) -> None:
        deep = landmark.level > 1
        face, size = (REGULAR, 9.75) if deep else (SEMIBOLD, 10.5)
        self.style = Style(face, size, 14.5, INK, 0 if deep else _APART, 3)
        self.before, self.after = self.style.before, self.style.after
        self.landmark, self.deep, self.node = landmark, deep, node
        self.indent = 18.0 if deep else 0.0
        number, _, title = shortened(landmark.title).rpartition("\xa0\xa0")
        self.number = number
        self.text = plain_text(title, self.style, node)
        self.width = 0.0

    @property
    def _start(self) -> float:
        return self.indent + (0.0 if not self.number else 60.0 if len(self.number) > 4 else 20.0)

    def measure(self, width: float) -> float:
        self.width = width
        return self.text.measure(width - self._start - _PAGE)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        base, right = top - self.style.baseline, x + self.width
        if not self.deep:
            rule(pen, x, top + _APART / 2, self.width, 0.4, HAIRLINE)
        if self.number:
            draw_words(pen, self.node, self.number, self.style, x + self.indent, base)
        self.text.draw(pen, x + self._start, top)
        if self.deep:
            self._lead(pen, x, right, base - (len(self.text.lines) - 1) * self.style.leading)
        number = Style(self.style.face, self.style.size, 14.5, INK, right=True)
        last = top - self.text.measure(self.text.width) + self.style.leading
        draw_words(
            pen, self.node, str(self.landmark.page + 1), number, right, last - self.style.baseline
        )
        height = self.measure(self.width)
        pen.link(self.node, (x, top - height - 1, right, top + 1))

    def _lead(self, pen: Pen, x: float, right: float, base: float) -> None:
        """Dots from the title to its page, below each other on all lines."""
        last = self.text.lines[-1][-1]
        start = x + self._start + last.x + last.width + 6
        step = 5.0
        start = right - ((right - start) // step) * step
        end = right - 22
        if end > start:
            with pen.drawing(None):
                pen.setStrokeColor(RULE)
                pen.setLineWidth(0.7)
                pen.setLineCap(1)
                pen.setDash([0.01, step - 0.01])
                pen.line(start, base, end, base)


def shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST].rstrip() + "…"


def contents(story: Story, root: Node, level: int) -> list[Part]:
    """A page of its own, to be filled in when the pages of its landmarks are known."""
    node = root.add("Sect")
    title = story.words.text(rich("Inhoud"), story.looks.h1, node.add(f"H{level}"), True)
    parts: list[Part] = [NewPage(), Landmark(title, "Inhoud", 1, ("\0contents",))]
    top = list_node = node.add("TOC")
    item: Node | None = None
    for landmark in story.landmarks:
        if landmark.level == 1 or item is None:
            list_node = top
        elif list_node is top:
            list_node = item.add("TOC")
        entry = list_node.add("TOCI")
        item = entry if list_node is top else item
        link = entry.add("Reference").add("Link", alt=f"Naar {shortened(landmark.title)}")
        link.target = "#" + landmark.anchors[0]
        parts.append(Line(landmark, link))
    return [*parts, NewPage()]
