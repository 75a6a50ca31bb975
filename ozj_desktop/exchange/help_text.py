"""The help of each place, from resources/content/help: Markdown of six sorts of paragraphs.

# title · ## part · ### heading · > quotation, the last line of it its source after a dash ·
1. step · - point · Bron: where it comes from · and plain text, all with **bold** in them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ozj_desktop.paths import resource

PARTS = ("Waarom", "Voorbeeld", "Werkvorm", "Hoe")


class Piece(NamedTuple):
    """A paragraph. `sort` is heading, quote, steps, points, source or text."""

    sort: str
    lines: tuple[str, ...]
    source: str = ""


class Help(NamedTuple):
    """What there is to read about one place."""

    title: str
    parts: dict[str, list[Piece]]


def help_for(place: str) -> Help:
    return read_help(resource(f"content/help/{place}.md").read_text(encoding="utf-8"))


@cache
def grid_help() -> list[Piece]:
    """How a grid works, wherever there is one."""
    read = read_help(resource("content/grid.md").read_text(encoding="utf-8"))
    return read.parts[PARTS[-1]]


def read_help(text: str) -> Help:
    """Raise ValueError where text stands outside the parts."""
    title, part = "", ""
    parts: dict[str, list[Piece]] = {name: [] for name in PARTS}
    for paragraph in _paragraphs(text):
        if paragraph[0].startswith("# "):
            title = paragraph[0][2:].strip()
        elif paragraph[0].startswith("## "):
            part = paragraph[0][3:].strip()
        elif part in parts:
            parts[part].append(_piece(paragraph))
        else:
            raise ValueError(f"outside {', '.join(PARTS)}: {paragraph[0]}")
    return Help(title, parts)


def _paragraphs(text: str) -> Iterator[list[str]]:
    """What stands between empty lines; a heading is a paragraph of its own."""
    found: list[str] = []
    for line in (*text.splitlines(), ""):
        if found and (not line.strip() or found[0].startswith("#")):
            yield found
            found = []
        if line.strip():
            found.append(line.rstrip())


def _piece(lines: list[str]) -> Piece:
    first = lines[0]
    if first.startswith("### "):
        return Piece("heading", (first[4:].strip(),))
    if first.startswith(">"):
        told = [line.lstrip("> ").strip() for line in lines]
        source = told.pop().lstrip("— ") if told[-1].startswith("—") else ""
        return Piece("quote", (" ".join(told),), source)
    if first.startswith("Bron: "):
        return Piece("source", (" ".join(line.strip() for line in lines),))
    for sort, mark in (("steps", r"\d+\. "), ("points", "- ")):
        if re.match(mark, first):
            return Piece(sort, _items(lines, mark))
    return Piece("text", (" ".join(line.strip() for line in lines),))


def _items(lines: list[str], mark: str) -> tuple[str, ...]:
    """A line without a mark goes on with the item above it."""
    items: list[str] = []
    for line in lines:
        if found := re.match(mark, line):
            items.append(line[found.end() :].strip())
        else:
            items[-1] += f" {line.strip()}"
    return tuple(items)
