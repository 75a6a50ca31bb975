"""Where blocks stand in a document, and the headings that other places refer to."""

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.styles import ParagraphStyle as Style

from ozj_desktop.exchange.pdf_flow import NARROWEST
from ozj_desktop.exchange.pdf_look import Looks, but
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.model.blocks import Heading


@dataclass(frozen=True)
class Where:
    """Where blocks stand: below a heading of `level`, on the page itself or inside something."""

    node: Node
    level: int
    width: float  # points
    own_page: bool = True
    compact: bool = False  # side by side or in a box: smaller text
    depth: int = 0  # of a list in lists
    boxed: bool = False  # right in a box
    small: bool = False  # the heading looks like the labels below it

    @property
    def deeper(self) -> int:
        return min(self.level + 1, 6)

    def style(self, name: str, looks: Looks) -> Style:
        """How a paragraph of this sort is set here."""
        if name == "body" and self.compact and not looks.narrow:
            return but(looks.cell, spaceAfter=3)
        styles = {"lead": looks.lead, "note": looks.note, "kicker": but(looks.head, spaceAfter=3)}
        return styles.get(name, looks.body)

    def inside(self, node: Node, width: float, **changes: Any) -> "Where":
        """In a part of what stands here."""
        width = max(NARROWEST, width)
        return replace(self, node=node, width=width, own_page=False, **changes)


@dataclass(frozen=True)
class Landmark:
    """A heading that contents, bookmarks and running heads refer to; chapters have level 1."""

    title: str
    level: int
    anchor: str


def heading_level(block: Heading, last: int, start: int) -> int:
    """A heading is at most one level deeper than what it stands below, and never as high."""
    return min(max(start + 1, min(start + block.level - 1, last + 1)), 6)
