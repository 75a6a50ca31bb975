"""Elements of the structure tree, as they are noted while a document is made and drawn."""

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, bottom, right, top in points
Anchors = dict[str, tuple[int, float, float]]  # name: page from 0, x, y


@dataclass(eq=False, slots=True)
class Hit:
    """Where a link can be hit on one page (from 0): a box for each line."""

    page: int
    boxes: list[Box]


@dataclass(eq=False, slots=True)
class Node:
    """One element of the structure tree.

    `attribute` is a name that pdf_tree knows; `span` the number of columns of a table cell; `box`
    the place of a figure; `target` where a link leads: an address, or "#" and an anchor. What is
    said `once` is an artifact when it is drawn again. `kids` are nodes, (page, content) as marked
    on the page, or the places of a link.
    """

    role: str
    kids: list["Node | tuple[int, int] | Hit"] = field(default_factory=list)
    alt: str = ""
    attribute: str = ""
    span: int = 1
    box: Box | None = None
    target: str = ""
    once: bool = False

    def add(self, role: str, alt: str = "", attribute: str = "", span: int = 1) -> "Node":
        node = Node(role, alt=alt, attribute=attribute, span=span)
        self.kids.append(node)
        return node
