"""Writes what was drawn as a tagged file: structure tree, links and bookmarks, with pikepdf.

Gives PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String

from ozj_desktop.exchange.pdf_about import About, describe, mend_fonts, mend_streams
from ozj_desktop.exchange.pdf_node import Anchors, Box, Hit, Node

_ATTRIBUTES: dict[str, dict[str, Any]] = {
    "column": {"O": Name.Table, "Scope": Name.Column},
    "row": {"O": Name.Table, "Scope": Name.Row},
    "numbered": {"O": Name.List, "ListNumbering": Name.Decimal},
    "plain": {"O": Name.List, "ListNumbering": Name.Disc},
}
_ATTEMPTS = 8  # the last one without streams of objects
_LONGEST = 8000  # letters in a string; PDF/A-2 takes 32,767 bytes
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


@dataclass(frozen=True)
class Bookmark:
    """A line in the outline, one of two levels deep; it leads to the anchor of that name."""

    title: str
    anchor: str
    level: int


def finish(
    drawn: BinaryIO,
    root: Node,
    anchors: Anchors,
    about: About,
    bookmarks: Sequence[Bookmark],
    target: Path,
) -> None:
    """Write what was drawn, with its tags, to `target`. Raise OSError where that fails."""
    with pikepdf.open(drawn) as pdf:
        describe(pdf, about)
        mend_fonts(pdf)
        _Tree(pdf, anchors).write(root)
        _bookmark(pdf, anchors, bookmarks)
        mend_streams(pdf)
        target.write_bytes(_packed(pdf))


def page_count(path: Path) -> int:
    """Of a file that was just written."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _packed(pdf: Pdf) -> bytes:
    """With objects together in streams, a third of the size, unless these keep ending badly.

    See `mend_streams`. An attribute that nothing uses puts other objects together in each stream.
    """
    pdf.Root.StructTreeRoot.ClassMap = Dictionary()
    for attempt in range(_ATTEMPTS):
        mode = pikepdf.ObjectStreamMode.generate
        if attempt == _ATTEMPTS - 1:
            mode = pikepdf.ObjectStreamMode.disable
        out = BytesIO()
        pdf.save(out, force_version="1.7", object_stream_mode=mode, deterministic_id=True)
        if b"\r\nendstream" not in out.getvalue():
            break
        unused = pdf.make_indirect(Dictionary(O=Name.Layout))
        pdf.Root.StructTreeRoot.ClassMap[f"/Unused{attempt}"] = unused
    return out.getvalue()


class _Tree:
    """Writes nodes as structure elements; numbers go to the tree that leads back to them."""

    def __init__(self, pdf: Pdf, anchors: Anchors) -> None:
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
            numbers.append(index)
            numbers.append(self.pdf.make_indirect(Array([found[n] for n in sorted(found)])))
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
        self.parents[index][content] = element
        return Dictionary(Type=Name.MCR, Pg=self.pages[index].obj, MCID=content)

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
            top_of_first = 0, 0.0, float(self.pages[0].mediabox[3])
            place = self.anchors.get(node.target[1:], top_of_first)  # it may have drawn nothing
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


def _bookmark(pdf: Pdf, anchors: Anchors, bookmarks: Sequence[Bookmark]) -> None:
    pages = list(pdf.pages)
    with pdf.open_outline() as outline:
        for mark in bookmarks:
            item = OutlineItem(mark.title, _destination(pages, anchors[mark.anchor]))
            deeper = mark.level > 1 and bool(outline.root)
            (outline.root[-1].children if deeper else outline.root).append(item)
