"""Where blocks stand in a document, and the headings that other places refer to."""

from dataclasses import dataclass, replace

from ozj_desktop.exchange.pdf_flow import Part, Plain
from ozj_desktop.exchange.pdf_lines import Style, but
from ozj_desktop.exchange.pdf_look import Looks
from ozj_desktop.exchange.pdf_tags import Node, Pen


@dataclass(frozen=True)
class Where:
    """Where blocks stand: below a heading of `level`, on the page itself or inside something."""

    node: Node
    level: int
    own_page: bool = True
    compact: bool = False  # side by side or in a box: smaller text
    depth: int = 0  # of a list in lists
    boxed: bool = False  # right in a box
    small: bool = False  # the heading looks like the labels below it

    @property
    def label_level(self) -> int:
        """Of the labels as headings: below the last heading, or beside it."""
        return min(self.level if self.small else self.level + 1, 6)

    def style(self, name: str, looks: Looks) -> Style:
        """How a paragraph of this sort is set here."""
        if name == "body" and self.compact and not looks.narrow:
            return but(looks.cell, after=3)
        styles = {"lead": looks.lead, "note": looks.note, "kicker": but(looks.head, after=3)}
        return styles.get(name, looks.body)

    def below(self, node: Node) -> "Where":
        return replace(self, node=node)


class Landmark(Plain):
    """A heading that the contents, bookmarks, links or the running head refer to."""

    def __init__(self, part: Part, title: str, level: int, anchors: tuple[str, ...]) -> None:
        self.part, self.title, self.level, self.anchors = part, title, level, anchors
        self.before, self.after, self.stay = part.before, part.after, part.stay
        self.page = 0  # from 0, once it is laid out

    def measure(self, width: float) -> float:
        return self.part.measure(width)

    def least(self, width: float) -> float:
        return self.part.least(width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        first, rest = self.part.split(width, room)
        if first is None or rest is None:
            return (self, None) if first else (None, self)
        self.part = first  # the contents know this landmark, so it stays the one that is placed
        return self, rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for anchor in self.anchors:
            pen.anchor(anchor, x, top + 6)
        self.part.draw(pen, x, top)
