"""What a document says, apart from how it is drawn: PDF, Word and HTML only draw these.

A manuscript has a cover and chapters; a chapter has blocks of eight kinds. What is `private`
is left out of the public version. Blocks are plain and frozen, so that they can be kept word for
word when a version is frozen, as JSON with its SHA-256.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, Literal, TypeVar

T = TypeVar("T")


class Mark(StrEnum):
    """A drawn shape beside a word; the word always carries the meaning."""

    NONE = ""
    FULL = "full"  # akkoord, vastgesteld, nagekomen
    EXCEPT = "except"  # akkoord, behalve met …
    HALF = "half"  # onder voorbehoud
    OPEN = "open"  # voorgelegd, bezig
    DOTTED = "dotted"  # nog niet gevraagd, niet begonnen
    CROSS = "cross"  # niet akkoord
    LATE = "late"  # te laat, loopt achter
    BOX = "box"  # te doen


Tone = Literal["", "tint", "attention"]
Look = Literal["plain", "strong", "soft", "empty", "removed", "added"]


@dataclass(frozen=True)
class Run:
    """A piece of text in one look. `empty` is for what is not filled in yet."""

    text: str
    look: Look = "plain"
    link: str = ""  # "https:…", "mailto:…", "tel:…", or "#anchor" within the document
    private: bool = False


Rich = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading within a chapter. An agreement has a number, a kicker and its id as anchor."""

    text: str
    level: int = 2  # 2 or 3; the chapter itself is 1
    number: str = ""
    kicker: str = ""
    anchor: str = ""
    private: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text, with a shape before it where it tells a state."""

    text: Rich
    style: Literal["body", "lead", "note", "kicker"] = "body"
    mark: Mark = Mark.NONE
    tone: Tone = ""
    private: bool = False


@dataclass(frozen=True)
class Item:
    """One line of a list, with lines of its own below it."""

    text: Rich
    items: tuple["Item", ...] = ()
    mark: Mark = Mark.NONE
    private: bool = False


@dataclass(frozen=True)
class Listing:
    """A list, numbered or not, one level deep or more."""

    items: tuple[Item, ...]
    numbered: bool = False
    private: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table; `width` is its share of the whole."""

    title: str
    width: int = 1
    align: Literal["left", "right"] = "left"
    rule: bool = False  # a line before it, where columns must be kept apart
    private: bool = False


@dataclass(frozen=True)
class Cell:
    """One or more lines in a table, the first with a shape where it tells a state."""

    lines: tuple[Rich, ...] = ()
    mark: Mark = Mark.NONE


@dataclass(frozen=True)
class Row:
    """A row; its first cell names it."""

    cells: tuple[Cell, ...]
    anchor: str = ""  # what the row is about: an agreement or a party
    private: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one head row. `numbered` sets the first column as large numerals."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""  # for who cannot see it, and in Word as caption
    numbered: bool = False
    private: bool = False


@dataclass(frozen=True)
class Entry:
    """A label and what stands beside or below it."""

    label: str
    blocks: tuple["Block", ...]
    key: str = ""
    tone: Tone = ""
    private: bool = False


@dataclass(frozen=True)
class KeyValues:
    """Labels with their content: down the page, side by side, or in one tinted box.

    "figures" is side by side with the labels as large figures: "91 → 40".
    """

    entries: tuple[Entry, ...]
    layout: Literal["labels", "across", "figures", "box"] = "labels"
    private: bool = False


@dataclass(frozen=True)
class Figure:
    """A drawing known by name, with the data it is drawn from; `alt` says it in words.

    "round_table": data is ((name, mark), …), the parties in the order of the list of parties.
    """

    drawing: Literal["round_table"]
    data: tuple[tuple[str, str], ...]
    alt: str
    private: bool = False


SIGNATURE, SIGNER = "handtekening", "naam en functie"  # below the lines to fill in by hand


@dataclass(frozen=True)
class Signature:
    """The block with which one party signs."""

    party: str
    place: str  # "Partij 1 van 10"
    preamble: Rich
    entries: tuple[Entry, ...]
    name: str
    function: str
    capacity: str
    private: bool = True


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""

    private: bool = False


Block = Heading | Paragraph | Listing | Table | KeyValues | Figure | Signature | PageBreak


@dataclass(frozen=True)
class Chapter:
    """A chapter. Its number is given when all is known; an annex gets a letter."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    sort: Literal["front", "chapter", "annex"] = "chapter"
    number: str = ""
    new_page: bool = False
    private: bool = False


@dataclass(frozen=True)
class Cover:
    """The title page."""

    kicker: str
    title: str
    lead: str
    blocks: tuple[Block, ...]  # the round table with its legend and date
    facts: KeyValues  # status, version, period, case number
    name: str = ""  # of the samenwerking, beside the logo
    place: str = ""
    private: bool = False


@dataclass(frozen=True)
class Manuscript:
    """A whole document, ready to draw."""

    cover: Cover
    chapters: tuple[Chapter, ...]
    running: str  # in the head of every page but the first
    status: str  # in the capsule
    final: bool  # a solid capsule; dashed is not final
    foot: str
    title: str  # of the file
    author: str
    keywords: tuple[str, ...] = ()
    logo: bytes = b""
    colour: str = ""  # house style, "#0B4A59"
    attention: str = ""


def rich(text: str, look: Look = "plain") -> Rich:
    return (Run(text, look),) if text else ()


def plain(text: Rich) -> str:
    return "".join(run.text for run in text)


def public(thing: T, *, personal: bool = True) -> T:
    """The same without what is private, all the way down; a private column goes with its cells.

    A list or table of which everything was private leaves no bare head behind. Without `personal`
    names, signatures and sheets to sign stay: for the parties, who only miss what is confidential.
    """
    if isinstance(thing, Table):
        shown = [i for i, column in enumerate(thing.columns) if not _hidden(column, personal)]
        rows = [replace(r, cells=tuple(r.cells[i] for i in shown)) for r in thing.rows]
        columns = tuple(thing.columns[i] for i in shown)
        thing = replace(thing, columns=columns, rows=tuple(rows))
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    kept = {f.name: _public_value(getattr(thing, f.name), personal) for f in fields(thing)}
    return type(thing)(**kept)


def _public_value(value: Any, personal: bool) -> Any:
    if isinstance(value, tuple):
        shown = [(v, _public_value(v, personal)) for v in value if not _hidden(v, personal)]
        return tuple(after for before, after in shown if not _emptied(before, after))
    return public(value, personal=personal)


def _hidden(thing: Any, personal: bool) -> bool:
    if not getattr(thing, "private", False):
        return False
    return personal or not isinstance(thing, Run | Column | Chapter | Signature)


def _emptied(before: Any, after: Any) -> bool:
    for kind, parts in ((Table, "rows"), (Listing, "items"), (KeyValues, "entries")):
        if isinstance(before, kind):
            return bool(getattr(before, parts)) and not getattr(after, parts)
    return False


def numbered(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Chapters with their numbers and letters; empty ones are left out."""
    found = [c for c in chapters if c.blocks]
    count = {"chapter": 0, "annex": 0, "front": 0}
    result = []
    for chapter in found:
        count[chapter.sort] += 1
        n = count[chapter.sort]
        names = {"chapter": str(n), "annex": f"Bijlage {chr(64 + n)}", "front": ""}
        result.append(replace(chapter, number=names[chapter.sort]))
    return tuple(result)


def walk(thing: Any) -> Iterator[Any]:
    """Every block, item, entry, row and cell in `thing`, in the order of reading."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from walk(part)
    elif not isinstance(thing, str | int) and is_dataclass(thing):  # most are text
        yield thing
        for f in fields(thing):
            yield from walk(getattr(thing, f.name))


CODES = {"style", "look", "mark", "tone", "align", "layout", "drawing", "sort", "key", "anchor"}


def rewritten(thing: Any, change: Callable[[str], str]) -> Any:
    """The same with every text in it changed, and no code."""
    if isinstance(thing, tuple):
        return tuple(rewritten(part, change) for part in thing)
    if is_dataclass(thing):
        texts = [f.name for f in fields(thing) if f.name not in CODES]
        return replace(thing, **{n: rewritten(getattr(thing, n), change) for n in texts})  # type: ignore[type-var]
    return change(thing) if isinstance(thing, str) else thing


# Kept word for word


def to_json(chapters: tuple[Chapter, ...]) -> str:
    """The same chapters give the same text, and so the same SHA-256."""
    return json.dumps(_packed(chapters), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_json(text: str) -> tuple[Chapter, ...]:
    """Raise ValueError where `text` was not written by `to_json`."""
    try:
        found = _unpacked(json.loads(text))
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, tuple) or not all(isinstance(c, Chapter) for c in found):
        raise ValueError("not chapters")
    return found


_NAMED: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(Run, Heading, Paragraph, Item, Listing, Column, Cell, Row, Table, Entry, KeyValues),
        *(Figure, Signature, PageBreak, Chapter),
    )
}


def _packed(value: Any) -> Any:
    if is_dataclass(value):
        packed = {f.name: _packed(getattr(value, f.name)) for f in fields(value)}
        changed = {f.name: packed[f.name] for f in fields(value) if _differs(value, f)}
        return {"is": type(value).__name__, **changed}
    return [_packed(v) for v in value] if isinstance(value, tuple) else value


def _differs(value: Any, f: Any) -> bool:
    return bool(getattr(value, f.name) != f.default)


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict):
        kind = _NAMED[value.pop("is")]
        made = {name: _unpacked(v) for name, v in value.items()}
        if "mark" in made:
            made["mark"] = Mark(made["mark"])
        return kind(**made)
    return tuple(_unpacked(v) for v in value) if isinstance(value, list) else value
