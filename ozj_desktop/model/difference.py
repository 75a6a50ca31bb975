"""The difference between two texts in words: what was there, what is there now."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ozj_desktop.model.blocks import (
    Block,
    Chapter,
    Heading,
    Item,
    KeyValues,
    Listing,
    Look,
    Paragraph,
    Rich,
    Row,
    Run,
    Table,
    plain,
    walk,
)

WORDS = re.compile(r"\S+\s*|\s+")
TITLE = "Titel"
LONG = 60_000  # characters; above it words are not compared one by one


@dataclass(frozen=True)
class Piece:
    """A piece of text that has a place of its own in a document."""

    chapter: str
    place: str  # "Afspraak 1", or the title of the chapter
    label: str
    anchor: str  # the agreement it belongs to
    text: str
    private: bool


@dataclass(frozen=True)
class Difference:
    """One piece that changed; an empty side says that it came or went."""

    place: str
    label: str
    anchor: str
    before: Rich
    after: Rich
    private: bool = False


def differences(before: tuple[Chapter, ...], after: tuple[Chapter, ...]) -> list[Difference]:
    """What changed between two frozen texts, in the order of the newer one."""
    old = _keyed(_whole_when_new(before, after))
    new = _keyed(_whole_when_new(after, before))
    found = [_between(old.get(key), piece) for key, piece in new.items()]
    gone = [_between(piece, None) for key, piece in old.items() if key not in new]
    return [difference for difference in (*found, *gone) if difference.before != difference.after]


def unchanged(before: tuple[Chapter, ...], after: tuple[Chapter, ...]) -> list[str]:
    """The places of the newer text in which nothing changed: "Afspraak 2", "Visie"."""
    touched = {difference.place for difference in differences(before, after)}
    places = dict.fromkeys(piece.place for piece in pieces(after) if not piece.private)
    return [place for place in places if place not in touched]


def _whole_when_new(chapters: tuple[Chapter, ...], other: tuple[Chapter, ...]) -> Iterator[Piece]:
    """An agreement that the other text does not have is told by its title alone."""
    known = {piece.anchor for piece in pieces(other)}
    for piece in pieces(chapters):
        if piece.anchor in known or not piece.anchor:
            yield piece
        elif piece.label == TITLE:
            yield replace(piece, label="Hele afspraak")


def _keyed(found: Iterable[Piece]) -> dict[tuple[str, str, str, int], Piece]:
    """By place and label; where these are the same, the first goes with the first."""
    count: Counter[tuple[str, str, str]] = Counter()
    keyed = {}
    for piece in found:
        key = piece.chapter, piece.anchor or piece.place, piece.label
        count[key] += 1
        keyed[(*key, count[key])] = piece
    return keyed


def _between(old: Piece | None, new: Piece | None) -> Difference:
    piece = new or old
    assert piece is not None
    before, after = old.text if old else "", new.text if new else ""
    was, now = ((), ()) if before == after else compared(before, after)
    hidden = any(side.private for side in (old, new) if side)
    return Difference(piece.place, piece.label, piece.anchor, was, now, hidden)


def compared(before: str, after: str) -> tuple[Rich, Rich]:
    """Both texts as runs: words that went are `removed`, words that came are `added`.

    In a long text, words that come all the time are no sign that two places are the same; looking
    at these too would take minutes.
    """
    if max(len(before), len(after)) > LONG:
        return (Run(before, "removed"),), (Run(after, "added"),)
    old, new = WORDS.findall(before), WORDS.findall(after)
    was: list[Run] = []
    now: list[Run] = []
    same = SequenceMatcher(None, [word.rstrip() for word in old], [word.rstrip() for word in new])
    for op, a, b, c, d in same.get_opcodes():
        _add(was, "".join(old[a:b]), "plain" if op == "equal" else "removed")
        _add(now, "".join(new[c:d]), "plain" if op == "equal" else "added")
    return tuple(was), tuple(now)


def _add(runs: list[Run], text: str, look: Look) -> None:
    """The space behind a word that changed is no part of the change."""
    word = text if look == "plain" else text.rstrip()
    if word:
        runs.append(Run(word, look))
    if text != word:
        runs.append(Run(text[len(word) :]))


def pieces(chapters: tuple[Chapter, ...]) -> Iterator[Piece]:
    """Every piece of text with its place; the promises on the summary only repeat the rest."""
    for chapter in chapters:
        yield from _pieces(chapter)


def _pieces(chapter: Chapter) -> Iterator[Piece]:
    place, anchor, private = chapter.title, "", False
    count = 0
    for block in chapter.blocks:
        if isinstance(block, Heading):
            place = f"Afspraak {block.number}" if block.anchor else block.text
            anchor, private, count = block.anchor, block.private, 0
            if block.anchor:
                yield Piece(chapter.key, place, TITLE, anchor, block.text, private)
        elif isinstance(block, KeyValues):
            for entry in block.entries:
                hidden = private or block.private or entry.private
                yield from _entry(chapter.key, place, anchor, entry.label, entry.blocks, hidden)
        elif not (chapter.key == "summary" and _repeats(block)):
            count += 1
            label = f"alinea {count}" if isinstance(block, Paragraph) else ""
            yield from _entry(chapter.key, place, anchor, label, (block,), private)


def _repeats(block: Block) -> bool:
    return isinstance(block, Table) or (isinstance(block, Paragraph) and block.style == "note")


def _entry(
    chapter: str, place: str, anchor: str, label: str, blocks: tuple[Block, ...], private: bool
) -> Iterator[Piece]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                texts = [" ".join(plain(line) for line in cell.lines) for cell in row.cells]
                told, hidden = ": ".join(texts[1:]), private or _hides(row)
                yield Piece(chapter, place, texts[0], anchor, told, hidden)
        elif isinstance(block, Paragraph):
            lines.append(plain(block.text))
        elif isinstance(block, Listing):
            lines += [_item(item) for item in block.items]
    if lines:
        hidden = private or _hides(blocks)
        yield Piece(chapter, place, label, anchor, "\n".join(lines), hidden)


def _hides(part: Row | tuple[Block, ...]) -> bool:
    """Whether the name of a person, or something else that is private, is in it."""
    return any(getattr(below, "private", False) for below in walk(part))


def _item(item: Item) -> str:
    return " ".join([plain(item.text), *(_item(below) for below in item.items)])
