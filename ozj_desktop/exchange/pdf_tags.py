"""Tags, links and bookmarks for reportlab: a canvas that notes them, pikepdf that writes them.

Gives PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. reportlab knows no tags: a page
gets marked content here, and `finish` adds the structure tree around it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from ozj_desktop.exchange.pdf_about import About, describe, mend_fonts
from ozj_desktop.exchange.pdf_pack import pack

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(eq=False, slots=True)
class Hit:
    """Where a link can be hit on one page (from 0): a box for each line."""

    page: int
    boxes: list[Box]


@dataclass(eq=False, slots=True)
class Node:
    """One element of the structure tree, made in the order of reading.

    `attribute` is one of `_ATTRIBUTES`; `span` the number of columns of a table cell; `box` the
    place of a figure; `target` where a link leads: an address, or "#" and an anchor. `kids` are
    nodes, (page, content) as marked on the page, or the places of a link. A node that stands
    amid the text of `parent` joins it when it is first drawn.
    """

    role: str
    kids: list["Node | tuple[int, int] | Hit"] = field(default_factory=list)
    alt: str = ""
    attribute: str = ""
    span: int = 1
    box: Box | None = None
    target: str = ""
    parent: "Node | None" = None

    def add(self, role: str, alt: str = "", attribute: str = "", span: int = 1) -> "Node":
        node = Node(role, alt=alt, attribute=attribute, span=span)
        self.kids.append(node)
        return node


@dataclass(frozen=True)
class Bookmark:
    """A line in the outline, one of two levels deep; it leads to the anchor of that name."""

    title: str
    anchor: str
    level: int


class Pen(Canvas):
    """A canvas that marks what it draws as content of a node, or as an artifact."""

    def __init__(self, size: tuple[float, float], face: str) -> None:
        self.written = BytesIO()
        self.page = 0  # from 0
        self.anchors: dict[str, tuple[int, float, float]] = {}
        self._content = 0
        self._depth = 0
        first: dict[str, Any] = {"initialFontName": face}  # typed as a number by mistake
        super().__init__(self.written, pagesize=size, pageCompression=0, invariant=1, **first)

    def begin(self, node: Node | None) -> None:
        """What follows is content of `node`, or an artifact; inside an artifact all is one."""
        self._depth += 1
        if self._depth > 1:
            return
        if node is None:
            self.addLiteral("/Artifact BMC")
            return
        if node.parent:
            node.parent.kids.append(node)
            node.parent = None
        node.kids.append((self.page, self._content))
        self.addLiteral(f"/{node.role} <</MCID {self._content}>> BDC")
        self._content += 1

    def end(self) -> None:
        self._depth -= 1
        if not self._depth:
            self.addLiteral("EMC")

    @contextmanager
    def drawing(self, node: Node | None) -> Iterator[None]:
        """Shapes, with their colours and lines forgotten afterwards."""
        self.begin(node)
        self.saveState()
        yield
        self.restoreState()
        self.end()

    def anchor(self, name: str, x: float, y: float) -> None:
        """The first place that takes a name keeps it."""
        if self._depth < 1:
            self.anchors.setdefault(name, (self.page, x, y))

    def link(self, node: Node, box: Box) -> None:
        if self._depth:
            return
        last = next((kid for kid in reversed(node.kids) if isinstance(kid, Hit)), None)
        if last and last.page == self.page:
            last.boxes.append(box)
        else:
            node.kids.append(Hit(self.page, [box]))

    def next_page(self) -> None:
        self.showPage()
        self.page += 1
        self._content = 0

    def forget(self) -> None:
        """Let go of a drawing that is not finished: the faces remember each until it is saved."""
        for face in pdfmetrics.getRegisteredFontNames():
            states = getattr(pdfmetrics.getFont(face), "state", {})
            states.pop(self._doc, None)  # type: ignore[attr-defined]


def finish(
    pen: Pen, root: Node, about: About, bookmarks: tuple[Bookmark, ...], target: Path
) -> None:
    """Write what was drawn, with its tags, to `target`. Raise OSError where that fails."""
    pen.save()
    pen.written.seek(0)
    with pikepdf.open(pen.written) as pdf:
        describe(pdf, about)
        mend_fonts(pdf)
        _Tree(pdf, pen.anchors).write(root)
        _bookmark(pdf, pen.anchors, bookmarks)
        plain = BytesIO()
        pdf.save(
            plain,
            force_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    target.write_bytes(pack(plain.getvalue()))


# The structure tree

_ATTRIBUTES: dict[str, dict[str, Any]] = {
    "column": {"O": Name.Table, "Scope": Name.Column},
    "row": {"O": Name.Table, "Scope": Name.Row},
    "numbered": {"O": Name.List, "ListNumbering": Name.Decimal},
    "plain": {"O": Name.List, "ListNumbering": Name.Disc},
}
_LONGEST = 8000  # letters in a string; PDF/A-2 takes 32,767 bytes
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


class _Tree:
    """Writes nodes as structure elements; numbers go to the tree that leads back to them."""

    def __init__(self, pdf: Pdf, anchors: dict[str, tuple[int, float, float]]) -> None:
        self.pdf, self.anchors = pdf, anchors
        self.pages = list(pdf.pages)
        self.parents: list[dict[int, Object]] = [{} for _ in self.pages]
        self.links: list[Object] = []
        self.attributes = {
            name: pdf.make_indirect(Dictionary(**values)) for name, values in _ATTRIBUTES.items()
        }

    def write(self, root: Node) -> None:
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.RoleMap = Dictionary(Title=Name.P)
        _prune(root)
        tree.K = self.element(root, tree)
        numbers = Array()
        for index, page in enumerate(self.pages):
            page.obj.StructParents, page.obj.Tabs = index, Name.S
            found = self.parents[index]
            leads = self.pdf.make_indirect(Array([found[n] for n in sorted(found)]))
            numbers.append(index)
            numbers.append(leads)
        for index, element in enumerate(self.links, len(self.pages)):
            numbers.append(index)
            numbers.append(element)
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self.pages) + len(self.links)
        self.pdf.Root.StructTreeRoot = tree
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def element(self, node: Node, parent: Object) -> Object:
        made = self.pdf.make_indirect(Dictionary(S=Name("/" + node.role), P=parent))
        if node.alt:
            made[Name.Summary if node.role == "Table" else Name.Alt] = String(node.alt[:_LONGEST])
        if node.attribute or node.box or node.span > 1:
            made.A = self._attributes(node)
        kids = [self._kid(kid, made, node) for kid in node.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Node | tuple[int, int] | Hit, element: Object, node: Node) -> Object:
        if isinstance(kid, Node):
            return self.element(kid, element)
        if isinstance(kid, Hit):
            return self._annotation(self.pages[kid.page], kid.boxes, element, node)
        index, content = kid
        page = self.pages[index]
        self.parents[index][content] = element
        return Dictionary(Type=Name.MCR, Pg=page.obj, MCID=content)

    def _attributes(self, node: Node) -> Object:
        if node.box:
            box = [round(n, 2) for n in node.box]
            return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(box))
        if node.span > 1:
            return Dictionary(O=Name.Table, Scope=Name.Column, ColSpan=node.span)
        return self.attributes[node.attribute]

    def _annotation(self, page: Page, boxes: list[Box], element: Object, node: Node) -> Object:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        around = min(lefts), min(bottoms), max(rights), max(tops)
        corners = [n for x, y, end, top in boxes for n in (x, top, end, top, x, y, end, y)]
        note = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(n, 2) for n in around]),
                QuadPoints=Array([round(n, 2) for n in corners]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String((node.alt or node.target)[:_LONGEST]),
                StructParent=len(self.pages) + len(self.links),
            )
        )
        if node.target.startswith("#"):
            first_page = 0, 0.0, float(self.pages[0].mediabox[3])
            place = self.anchors.get(
                node.target[1:], first_page
            )  # it may stand in an empty heading
            note.Dest = _destination(self.pages, place)
        else:
            note.A = Dictionary(S=Name.URI, URI=String(node.target))
        if "/Annots" not in page.obj:
            page.obj.Annots = Array()
        page.obj.Annots.append(note)
        self.links.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page.obj, Obj=note)


def _prune(node: Node) -> bool:
    """Leave out elements without content; True where this one has some."""
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or _prune(kid)]
    return bool(node.kids) or node.role in _MAY_BE_EMPTY


def _destination(pages: list[Page], place: tuple[int, float, float]) -> Array:
    index, x, y = place
    return Array([pages[index].obj, Name.XYZ, round(x, 1), round(y, 1), 0])


def _bookmark(
    pdf: Pdf, anchors: dict[str, tuple[int, float, float]], bookmarks: tuple[Bookmark, ...]
) -> None:
    pages = list(pdf.pages)
    with pdf.open_outline() as outline:
        for mark in bookmarks:
            item = OutlineItem(mark.title, _destination(pages, anchors[mark.anchor]))
            deeper = mark.level > 1 and bool(outline.root)
            (outline.root[-1].children if deeper else outline.root).append(item)
