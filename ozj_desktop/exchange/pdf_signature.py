"""The sheet on which one party signs."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ozj_desktop.exchange.pdf_figures import WriteLine
from ozj_desktop.exchange.pdf_flow import Beside, Line, Stack, shared
from ozj_desktop.exchange.pdf_fonts import DISPLAY, SEMIBOLD, one_line
from ozj_desktop.exchange.pdf_look import HAIRLINE, INK, Looks, but, style
from ozj_desktop.exchange.pdf_place import Where
from ozj_desktop.exchange.pdf_words import Words
from ozj_desktop.model.blocks import SIGNATURE, SIGNER, Entry, Rich, Run, Signature, plain, rich

_GAP = 20.0

Labelled = Callable[[Entry, Where], Beside]


def signing(
    block: Signature, where: Where, looks: Looks, words: Words, labelled: Labelled
) -> list[Flowable]:
    """Who signs, on what ground, and where; `labelled` sets a label beside its content."""
    if one_line(block.party):
        where = replace(where, level=where.deeper)
    first = but(looks.head, spaceBefore=10)
    place = words.text(rich(one_line(block.place)), first, where.node.add("P"), True)
    title = where.node.add(f"H{where.level}")
    name = style(DISPLAY, 18, 22, looks.colors.accent, 0, 6)
    parts: list[Flowable] = [
        *([place] if block.place else []),
        words.text(rich(one_line(block.party)), name, title, len(block.party) < 600),
    ]
    if plain(block.preamble).strip():
        parts.append(words.text(block.preamble, looks.body, where.node.add("P")))
    for number, entry in enumerate(block.entries):
        row = labelled(entry, where)
        if not entry.blocks:
            row.pad = (5, 8)
            row.cells = [
                *row.cells[:-1],
                Stack([row.cells[-1], WriteLine(17, "", looks.note, None)]),
            ]
        row.spaceBefore = 0 if number else 10
        parts.append(row)
    parts += [Line(0.4, HAIRLINE)] if block.entries else []
    return parts + _by_hand(block, where, looks, words)


def _by_hand(block: Signature, where: Where, looks: Looks, words: Words) -> list[Flowable]:
    heading = style(SEMIBOLD, 10, 14, INK, 18, 2)
    node = where.node.add(f"H{where.deeper}")
    place, date, sign = (_to_fill_in(hint, where, looks) for hint in ("plaats", "datum", SIGNATURE))
    left = where.width * 0.58
    slots = [(0.0, left), (left + _GAP, where.width - left - _GAP)]
    return [
        words.text(rich("Aldus ondertekend"), heading, node, True),
        Beside([place, date], shared(2, where.width, _GAP), before=26),
        Beside([sign, _signer(block, where, looks, words)], slots, before=46, after=11 * mm),
    ]


def _signer(block: Signature, where: Where, looks: Looks, words: Words) -> Flowable:
    """Who signs; a line to fill it in where that is not known yet."""
    body = but(looks.body, spaceAfter=0)
    known = [] if block.name or block.function else [_to_fill_in(SIGNER, where, looks)]
    lines: list[Rich] = [
        (Run(block.name, "strong"),) if block.name else (),
        rich(block.function),
        rich(block.capacity),
    ]
    told = [words.text(t, body, where.node.add("P")) for t in lines if plain(t).strip()]
    return Stack([*known, *told])


def _to_fill_in(hint: str, where: Where, looks: Looks) -> WriteLine:
    return WriteLine(14, hint, looks.note, where.node.add("P"))
