"""Where one party signs: who it is and what it decided, and beside that the lines to write on."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from ozj_desktop.exchange.pdf_figures import WriteLine
from ozj_desktop.exchange.pdf_flow import Beside, Slots, Stack, shared
from ozj_desktop.exchange.pdf_fonts import DISPLAY, SEMIBOLD, one_line
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, Looks, but, style
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import SIGNATURE, SIGNER, Entry, Rich, Run, Signature, plain, rich

_GAP = 24.0
_LEFT = 0.56  # of the width, for who signs
_LEAST = 330.0  # points; where it is narrower the lines stand below it
_AIR = (9.0, 15.0)  # above and below, so that four fit on a page

Labelled = Callable[[Sequence[Entry], Where], Stack]


def signing(
    block: Signature, where: Where, looks: Looks, words: Words, labelled: Labelled
) -> list[Flowable]:
    """Who signs, on what ground, and where; `labelled` sets labels beside their content."""
    if one_line(block.party):
        where = replace(where, level=where.deeper)
    slots = _slots(where)
    left = where.inside(where.node, slots[0][1], compact=True)
    who = Stack(_who(block, left, looks, words, labelled))
    right = where.inside(where.node, slots[-1][1], compact=True)
    by_hand = Stack(_by_hand(block, right, looks, words))
    cells = [who, by_hand] if len(slots) == 2 else [Stack([who, by_hand])]
    return [Beside(cells, slots, _AIR, (0.4, HAIRLINE))]


def _slots(where: Where) -> Slots:
    if where.width < _LEAST:
        return [(0.0, where.width)]
    left = where.width * _LEFT
    return [(0.0, left), (left + _GAP, where.width - left - _GAP)]


def _who(
    block: Signature, where: Where, looks: Looks, words: Words, labelled: Labelled
) -> list[Flowable]:
    place = words.text(rich(one_line(block.place)), looks.head, where.node.add("P"), True)
    title = where.node.add(f"H{where.level}")
    name = style(DISPLAY, 14, 17, looks.colors.accent, 0, 3)
    parts: list[Flowable] = [
        *([place] if block.place else []),
        words.text(rich(one_line(block.party)), name, title, len(block.party) < 600),
    ]
    if plain(block.preamble).strip():
        told = but(looks.note, textColor=INK, spaceAfter=0)
        parts.append(words.text(block.preamble, told, where.node.add("P")))
    if block.entries:
        parts.append(_entries(block.entries, where, looks, labelled))
    return parts


def _entries(entries: Sequence[Entry], where: Where, looks: Looks, labelled: Labelled) -> Flowable:
    """What has nothing in it yet is a line to write on."""
    found = labelled(entries, where)
    for entry, row in zip(entries, found.parts, strict=True):
        if not entry.blocks and isinstance(row, Beside):
            row.cells = [*row.cells[:-1], WriteLine(13, "", looks.note, None)]
    found.spaceBefore = 6
    return found


def _by_hand(block: Signature, where: Where, looks: Looks, words: Words) -> list[Flowable]:
    heading = style(SEMIBOLD, 9.25, 12, INK, 0, 0)
    node = where.node.add(f"H{where.deeper}")
    place, date, sign = (_to_fill_in(hint, where, looks) for hint in ("plaats", "datum", SIGNATURE))
    return [
        words.text(rich("Aldus ondertekend"), heading, node, True),
        Beside([place, date], shared(2, where.width, 12.0), before=16),
        Stack([sign], 30, 0),
        _signer(block, where, looks, words),
    ]


def _signer(block: Signature, where: Where, looks: Looks, words: Words) -> Flowable:
    """Who signs; a line to fill it in where that is not known yet."""
    body = but(looks.cell, spaceAfter=0)
    known = [] if block.name or block.function else [_to_fill_in(SIGNER, where, looks)]
    lines: list[Rich] = [
        (Run(block.name, "strong"),) if block.name else (),
        rich(block.function),
        rich(block.capacity),
    ]
    told = [words.text(t, body, where.node.add("P")) for t in lines if plain(t).strip()]
    return Stack([*known, *told], 10 if known else 2)


def _to_fill_in(hint: str, where: Where, looks: Looks) -> WriteLine:
    return WriteLine(14, hint, looks.note, where.node.add("P"))
