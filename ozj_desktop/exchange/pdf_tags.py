"""Tags for reportlab, which knows none: its canvas, paragraphs and tables note what they draw.

Every part that says something has a node of the structure tree, made in the order of reading
before anything is drawn; what is split over pages keeps its node. All that leans on private names
of reportlab stands in this file, and its version is pinned.
"""

# ruff: noqa: N802, N803, N815, SLF001
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, LongTable, Paragraph
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined]
    _InjectedFrag,
    _SplitFrag,
    _SplitWord,
    _SplitWordEnd,
)

from ozj_desktop.exchange.pdf_fonts import baseline, parted
from ozj_desktop.exchange.pdf_node import Anchors, Box, Hit, Node

ENDLESS = 1e6  # points: more than any page

_WHOLE = 160.0  # rows up to this height are not split
_ENOUGH = 60.0  # nor are higher ones where less than this is left


class Pen(Canvas):
    """A canvas that marks what it draws as content of a node, or as an artifact.

    The first pass is `dry`: it only finds the places of anchors, and the second one knows them.
    """

    def __init__(self, *args: Any, known: Anchors | None = None, total: int = 0, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.dry, self.known, self.total = known is None, known or {}, total
        self.anchors: Anchors = {}
        self.links: Sequence[Node] = ()  # of the paragraph that is being drawn
        self._content = self._depth = 0

    @property
    def page(self) -> int:
        return self.getPageNumber() - 1

    def opening(self, node: Node | None) -> str:
        """The operator before content of `node`; none inside other content."""
        if self._depth:
            return ""
        if node is None or (node.once and node.kids):
            return "/Artifact BMC"
        node.kids.append((self.page, self._content))
        self._content += 1
        return f"/{node.role} <</MCID {self._content - 1}>> BDC"

    @contextmanager
    def drawing(self, node: Node | None) -> Iterator[None]:
        """Shapes, with their colours and lines forgotten afterwards."""
        opening = self.opening(node)
        self._depth += 1
        self.addLiteral(f"{opening} q")
        self.push_state_stack()
        yield
        self.pop_state_stack()
        self.addLiteral("Q EMC" if opening else "Q")
        self._depth -= 1

    def anchor(self, name: str, x: float, y: float) -> None:
        """The first place that takes a name keeps it."""
        self.anchors.setdefault(name, (self.page, *self.absolutePosition(x, y)))

    def linkRect(self, *told: Any, **options: Any) -> None:
        """Called by a paragraph for each line of a link, which is named by its place in `links`."""
        place, box = int(told[1]), told[2]
        if not self._depth and place < len(self.links):
            (left, low), (right, high) = map(self.absolutePosition, box[::2], box[1::2])
            self.hit(self.links[place], (left, low, right, high))

    def hit(self, node: Node, box: Box) -> None:
        last = next((kid for kid in reversed(node.kids) if isinstance(kid, Hit)), None)
        if last and last.page == self.page:
            last.boxes.append(box)
        else:
            node.kids.append(Hit(self.page, [box]))

    def showPage(self) -> None:
        super().showPage()
        self._content = 0

    def forget(self) -> None:
        """Let go of a drawing that is not finished: the faces remember each until it is saved."""
        for face in pdfmetrics.getRegisteredFontNames():
            states = getattr(pdfmetrics.getFont(face), "state", {})
            states.pop(self._doc, None)  # type: ignore[attr-defined]


class Part(Flowable):
    """A flowable of our own: it draws with (x, y) as its lower left corner, or has parts do so."""

    height = 0.0

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        self.place(cast(Pen, canvas), x, y)

    def place(self, pen: Pen, x: float, y: float) -> None:
        raise NotImplementedError


class Par(Paragraph):
    """A paragraph that is content of `node`; its links (href "#0", "#1" …) have their own nodes."""

    blPara: Any
    keepWithNext = 0

    def __init__(
        self, text: str | None, style: ParagraphStyle, node: Node | None = None, **kw: Any
    ) -> None:
        super().__init__(cast(str, text), style, **kw)
        self.node = node
        self.links: Sequence[Node] = ()
        self.anchors: Sequence[str] = ()
        self.ruled = False  # with lines under or through words
        self._known = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The lines of before where the width is the same: a story is asked more than once."""
        if width != self._known or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._known = width
        return self.width, self.height

    def least(self, width: float) -> float:
        height, leading = self.wrap(width, ENDLESS)[1], self.style.leading
        return height if height < 3.5 * leading else 2 * leading

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(self.width or width, ENDLESS)
        lines = self.blPara  # which a split that fails throws away
        parts = super().split(width, height)
        self.blPara = lines
        if len(parts) > 1:
            for part in cast("list[Par]", parts):
                part.node, part.links, part.ruled = self.node, self.links, self.ruled
            cast(Par, parts[0]).anchors = self.anchors
        return parts

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        pen = cast(Pen, canvas)
        for name in self.anchors:
            pen.anchor(name, x, y + self.height + 6)
        if not pen.dry:
            pen.links = self.links
            cast(Any, super()).drawOn(canvas, x, y + self._lift(), _sW)

    def _lift(self) -> float:
        """reportlab sets the first line by the ascent of its face, we all lines by `baseline`."""
        lines = self.blPara
        first = lines.lines[0] if lines.kind and lines.lines else lines
        return float(first.ascent) - baseline(self.style)

    def beginText(self, x: float, y: float) -> PDFTextObject:
        return _Letters(cast(Pen, self.canv), x, y, self)


class _Letters(PDFTextObject):
    """The text of a paragraph, tagged from within: a link has to enclose its words."""

    _code: list[str]
    _fontname: str

    def __init__(self, pen: Pen, x: float, y: float, par: Par) -> None:
        super().__init__(pen, x, y)
        self._par, self._pen = par, pen
        lines = par.blPara
        whole = par.links and not lines.kind and lines.link  # one link, and no other words
        if whole and par.node and not par.links[0].kids:
            par.node.kids.append(par.links[0])
        self._opening = pen.opening(par.links[0] if whole else par.node)
        self._code.append(self._opening)
        self._line, self._cut = 0, _cut(par)
        self._ruled = par.ruled and bool(self._opening)
        if self._ruled:
            pen.addLiteral("/Artifact BMC")  # the lines, which go to the page before the letters

    def getCode(self) -> str:
        vars(self).pop("_do_line", None)  # its own method, which would keep it and its paragraph
        if self._opening:
            self._code.append("EMC")
        return ("EMC " if self._ruled else "") + str(super().getCode())

    def _linkRecord(self, link: tuple[int, str], moment: str) -> None:
        """Called behind the first words of a link on a line, and behind its last."""
        place = int(link[1][1:])
        if not self._opening or place >= len(self._par.links):
            return
        node = self._par.links[place]
        if moment == "end":
            self._code.append("EMC " + self._pen.opening(self._par.node))
            return
        if not node.kids and self._par.node:
            self._par.node.kids.append(node)
        self._code.insert(-1, "EMC " + self._pen.opening(node))

    def _textOut(self, text: str, TStar: int = 0) -> None:
        """With a space behind each line: words stay apart for who only hears them."""
        if TStar:
            text += "" if self._cut[self._line] else " "
            self._line += 1
        if text.isascii() or not any(back for _, back in parted(text)):
            super()._textOut(text, TStar)  # type: ignore[misc]
            return
        format_text = cast(Any, self)._formatText
        code = [self._backwards(part) if back else format_text(part) for part, back in parted(text)]
        self._code.append(" ".join([*code, "T*" if TStar else ""]))

    def _backwards(self, text: str) -> str:
        """Letters from right to left; in the file they keep the order in which they are read."""
        face = cast(Any, pdfmetrics.getFont(self._fontname))
        wide = [face.stringWidth(letter, 1000) for letter in text]
        code, place = [], 0.0
        for i, letter in enumerate(text):
            start = sum(wide[i + 1 :])
            face_first, shown = _face_apart(cast(Any, self)._formatText(letter))
            code.append(f"{face_first}[{place - start:.0f}] TJ {shown}")
            place = start + wide[i]
        return " ".join([*code, f"[{place - sum(wide):.0f}] TJ"])


def _face_apart(shown: str) -> tuple[str, str]:
    """The face that is chosen before a letter, if it is: without one there is nothing to move."""
    if not shown.startswith("/"):
        return "", shown
    chosen, leading, letter = shown.partition(" TL ")
    return chosen + leading, letter


def _cut(par: Par) -> list[bool]:
    """For each line whether it ends within a word, which had no room on a line of its own."""
    lines = par.blPara.lines
    if not par.blPara.kind:
        ends = [words[-1] for _, words in lines]
        return [isinstance(w, _SplitWord) and not isinstance(w, _SplitWordEnd) for w in ends]
    starts = [*(line.sFW for line in lines), len(par.frags)]
    found = []
    for start, stop in pairwise(starts):
        kinds = [type(word) for word in par.frags[start:stop]]
        found.append([kind for kind in kinds if kind is not _InjectedFrag][-1:] == [_SplitFrag])
    return found


class Grid(LongTable):
    """A table whose lines are artifacts; what stands in its cells has nodes of its own.

    The head is repeated, and a row goes over pages only where it has to.
    """

    _known = -1.0
    repeatRows: int

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        own = cast(Any, self)
        if width != self._known or None in own._rowHeights:
            super().wrap(width, height)
            self._known = width
        return own._width, own._height

    def least(self, width: float) -> float:
        """The head and the first row, or what is enough of it."""
        self.wrap(width, ENDLESS)
        heights, head = cast(Any, self)._rowHeights, self.repeatRows
        return float(sum(heights[:head]) + min([*heights[head : head + 1], _ENOUGH]))

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        heights, head = cast(Any, self)._rowHeights, self.repeatRows
        high = len(heights) > head and (heights[head] or 0.0) > _WHOLE
        self.splitInRow = int(high and height - sum(heights[:head]) > _ENOUGH)
        self._known = -1.0
        return super().split(width, height)

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        if not cast(Pen, canvas).dry:
            cast(Any, super()).drawOn(canvas, x, y, _sW)

    def _drawBkgrnd(self) -> None:
        """Nothing: a table has no grounds."""

    def _drawLines(self) -> None:
        with cast(Pen, self.canv).drawing(None):
            super()._drawLines()  # type: ignore[misc]
