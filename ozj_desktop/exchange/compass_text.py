"""What each block of the Kompas asks, from resources/content/compass.toml: our own words."""

import tomllib
from functools import cache
from typing import Any, NamedTuple

from ozj_desktop.model.compass import Block
from ozj_desktop.paths import resource


class Box(NamedTuple):
    """A place to write on paper, so many lines high."""

    heading: str
    hint: str
    lines: int


class Worksheet(NamedTuple):
    """How to do a block at a table, on one sheet."""

    title: str
    goal: str
    minutes: int
    people: int
    steps: tuple[str, ...]
    boxes: tuple[Box, ...]


class BlockText(NamedTuple):
    """One question with one line to type, and the questions to talk about."""

    question: str
    placeholder: str
    hint: str
    added: str
    why: str
    asked: tuple[str, ...]
    source: str
    worksheet: Worksheet


@cache
def block_texts() -> dict[Block, BlockText]:
    told = tomllib.loads(resource("content/compass.toml").read_text(encoding="utf-8"))
    return {block: _text(**told[block.value]) for block in Block}


def _text(worksheet: dict[str, Any], asked: list[str], **words: str) -> BlockText:
    boxes = tuple(Box(**box) for box in worksheet.pop("boxes"))
    steps = tuple(worksheet.pop("steps"))
    sheet = Worksheet(**worksheet, steps=steps, boxes=boxes)
    return BlockText(**words, asked=tuple(asked), worksheet=sheet)
