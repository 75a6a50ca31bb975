"""Runs of text in their looks, as paragraphs; links get an element of their own."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle as Style

from ozj_desktop.exchange.pdf_fonts import (
    DISPLAY,
    ITALIC,
    REGULAR,
    SEMIBOLD,
    SERIF,
    baseline,
    clean,
    marked,
    one_line,
    tidy,
    width,
)
from ozj_desktop.exchange.pdf_look import SOFT
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_tags import ENDLESS, Par, Pen
from ozj_desktop.model.blocks import Rich, Run, plain

_STRONG = {REGULAR: SEMIBOLD, ITALIC: SEMIBOLD, SERIF: DISPLAY}
_EMPTY = {REGULAR: ITALIC, SEMIBOLD: ITALIC}
_UNDER = '<u offset="-0.14*F" width="0.055*F">', "</u>"
_RULED = {"removed": ('<strike offset="0.24*F" width="0.055*F">', "</strike>"), "added": _UNDER}
_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_MARKED = {"mailto:": "E-mail naar ", "tel:": "Bel "}  # what a link does, for who only hears it


@dataclass(frozen=True)
class Words:
    """Sets text; a link leads to one of `anchors` or out of the document, else it is plain."""

    accent: Color
    anchors: Collection[str]
    soft: float = 1.0  # size of quiet text beside other text

    def text(self, rich: Rich, style: Style, node: Node | None, stay: bool = False) -> Par:
        """A paragraph that goes to `node`, and with `stay` to the page of what follows."""
        links: list[Node] = []
        markup = "".join(self._run(run, style, links) for run in rich)
        par = Par(markup, style, node)
        par.links = links
        par.ruled = bool(links) or any(run.look in _RULED for run in rich)
        if stay:
            par.keepWithNext = 1
        return par

    def _run(self, run: Run, style: Style, links: list[Node]) -> str:
        face = style.fontName
        if run.look == "plain" and not run.link:
            return marked(tidy(run.text), face)
        told = ""
        if run.look in ("strong", "added"):
            face = _STRONG.get(face, face)
        elif run.look in ("soft", "empty"):
            told = f' color="{SOFT.hexval()}"'
            face = _EMPTY.get(face, face) if run.look == "empty" else face
            told += f' size="{style.fontSize * self.soft:g}"' if run.look == "soft" else ""
        words = f'<font name="{face}"{told}>{marked(tidy(run.text), face)}</font>'
        before, after = _RULED.get(run.look, ("", ""))
        link = self._link(run)
        if link:
            before, after = (before, after) if before else _UNDER
            words = f'<font color="{self.accent.hexval()}">{words}</font>'
        words = before + words + after
        if link:
            links.append(link)
            return f'<a href="#{len(links) - 1}">{words}</a>'
        return words

    def _link(self, run: Run) -> Node | None:
        target = one_line(run.link)
        known = target[1:] in self.anchors if target.startswith("#") else _leads_out(target)
        if not (known and clean(run.text).strip()):
            return None
        link = Node("Link", alt=_said(target, one_line(run.text)))
        link.target = target if target.startswith("#") else quote(target, safe=_SAFE)
        return link


def _leads_out(target: str) -> bool:
    return target.lower().startswith(_SCHEMES) and len("https:") < len(target) < 2000


def _said(target: str, words: str) -> str:
    for scheme, verb in _MARKED.items():
        if target.lower().startswith(scheme):
            return verb + target[len(scheme) :]
    return f"Naar {words}" if target.startswith("#") else target


def is_soft(rich: Rich) -> bool:
    return all(run.look == "soft" for run in rich) and bool(plain(rich).strip())


# One line at a fixed place


_LINE = 400  # letters; more never fit on a line


def narrow(text: str, style: Style, room: float) -> str:
    """`text` on one line of `room` points, with … where it is too long."""

    def too_wide(words: str) -> bool:
        return width(words, style.fontName, style.fontSize) > room

    if len(text) <= _LINE and not too_wide(text):
        return text
    kept = bisect_left(range(1, _LINE), True, key=lambda n: too_wide(text[:n] + "…"))
    return text[:kept].rstrip() + "…"


def draw_words(pen: Pen, node: Node | None, words: str, style: Style, x: float, y: float) -> None:
    """Cleaned words on the line `y`, from `x`, or up to it when `style` is aligned right."""
    par = Par(marked(words, style.fontName), style, node)
    par.wrap(ENDLESS, ENDLESS)
    x -= ENDLESS if style.alignment else 0.0
    par.drawOn(pen, x, y + baseline(style) - par.height)
