"""Runs of text in their looks, as spans for a page; links get an element of their own."""

from collections.abc import Collection
from urllib.parse import quote

from reportlab.lib.colors import Color

from ozj_desktop.exchange.pdf_fonts import (
    DISPLAY,
    ITALIC,
    REGULAR,
    SEMIBOLD,
    SERIF,
    one_line,
    runs,
    tidy,
)
from ozj_desktop.exchange.pdf_lines import Ruled, Span, Style
from ozj_desktop.exchange.pdf_look import SOFT
from ozj_desktop.exchange.pdf_tags import Node
from ozj_desktop.exchange.pdf_text import Text
from ozj_desktop.model.blocks import Look, Rich, Run, plain

_STRONG = {REGULAR: SEMIBOLD, ITALIC: SEMIBOLD, SERIF: DISPLAY}
_EMPTY = {REGULAR: ITALIC, SEMIBOLD: ITALIC}
_RULED: dict[Look, Ruled] = {"removed": "through", "added": "under"}
_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_MARKED = {"mailto:": "E-mail naar ", "tel:": "Bel "}  # what a link does, for who only hears it


class Words:
    """Sets text; a link leads to one of `anchors` or out of the document, else it is plain."""

    def __init__(self, accent: Color, anchors: Collection[str], soft: float = 1.0) -> None:
        self.accent, self.anchors = accent, anchors
        self.soft = soft  # size of quiet text beside other text

    def text(self, rich: Rich, style: Style, node: Node | None, stay: bool = False) -> Text:
        if len(rich) == 1 and rich[0].look == "plain" and not rich[0].link:
            run = rich[0]
            parts = _spans(tidy(run.text), style.face, style.size, style.color)
        else:
            parts = [span for run in rich for span in self._run(run, style, node)]
        return Text(parts, style, node, stay and is_short(plain(rich)))

    def _run(self, run: Run, style: Style, node: Node | None) -> list[Span]:
        face, size, color = style.face, style.size, style.color
        ruled = _RULED.get(run.look, "")
        if run.look in ("strong", "added"):
            face = _STRONG.get(face, face)
        elif run.look in ("soft", "empty"):
            color = SOFT
            face = _EMPTY.get(face, face) if run.look == "empty" else face
            size *= self.soft if run.look == "soft" else 1.0
        link = self._link(run, node)
        if link:
            color, ruled = self.accent, ruled or "under"
        return _spans(tidy(run.text), face, size, color, ruled, link)

    def _link(self, run: Run, node: Node | None) -> Node | None:
        target = one_line(run.link)
        known = target[1:] in self.anchors if target.startswith("#") else _leads_out(target)
        if not (node and known and run.text.strip()):
            return None
        link = Node("Link", alt=_said(target, one_line(run.text)), parent=node)
        link.target = target if target.startswith("#") else quote(target, safe=_SAFE)
        return link


_SHORT = 600
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def _leads_out(target: str) -> bool:
    return target.lower().startswith(_SCHEMES) and len("https:") < len(target) < 2000


def _said(target: str, words: str) -> str:
    for scheme, verb in _MARKED.items():
        if target.lower().startswith(scheme):
            return verb + target[len(scheme) :]
    return f"Naar {words}" if target.startswith("#") else target


def _spans(
    text: str,
    face: str,
    size: float,
    color: Color,
    ruled: Ruled = "",
    node: Node | None = None,
) -> list[Span]:
    return [Span(part, own, size, color, ruled, node, back) for own, part, back in runs(text, face)]


def is_short(words: str) -> bool:
    """Whether it can stay with what follows; what is longer must be able to go over pages."""
    return len(words) < _SHORT


def is_soft(rich: Rich) -> bool:
    return all(run.look == "soft" for run in rich) and bool(plain(rich).strip())
