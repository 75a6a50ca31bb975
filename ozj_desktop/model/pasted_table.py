"""A table out of pasted text: from Excel or Word (tabs), or as semicolons or commas have it."""

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from ozj_desktop.model.text import kept_text

MOST_ROWS, MOST_COLUMNS = 2_000, 30
_LOOK_AT = 20  # lines that say which sign is between the cells

Table = tuple[tuple[str, ...], ...]


def table_in(text: str) -> Table:
    """Its cells, as many in each row, without rows that are empty; what is too much is left out."""
    filled = _rows(text)[:MOST_ROWS]
    width = max((_filled(row) for row in filled), default=0)
    return tuple(tuple(row[:width] + [""] * (width - len(row))) for row in filled)


def is_too_much(text: str) -> bool:
    """Whether there are more rows than are read."""
    return text.count("\n") >= MOST_ROWS and len(_rows(text)) > MOST_ROWS


def _rows(text: str) -> list[list[str]]:
    whole = kept_text(text).lstrip("\ufeff").strip("\n")
    rows = [
        [_cell(cell) for cell in row[:MOST_COLUMNS]] for row in cells_in(whole, _between(whole))
    ]
    return [row for row in rows if any(row)]


def is_table(text: str) -> bool:
    """Whether pasting this means more than one name."""
    return len([line for line in text.splitlines() if line.strip()]) > 1 or "\t" in text.strip()


def cells_in(text: str, between: str) -> list[list[str]]:
    """Exactly as they are written; quotes that do not match are signs like others."""
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return [*csv.reader(StringIO(text), delimiter=between)] if text else []
    except csv.Error:
        return [line.split(between) for line in text.split("\n")]
    finally:
        csv.field_size_limit(limit)


def _between(text: str) -> str:
    """A tab if there is one; else the sign that most lines have as often."""
    if "\t" in text:
        return "\t"
    lines = [line for line in text.split("\n") if line.strip()][:_LOOK_AT]
    for sign in ";,":
        often = Counter(line.count(sign) for line in lines)
        count, agreeing = often.most_common(1)[0] if often else (0, 0)
        if count and len(lines) > 1 and agreeing * 3 >= len(lines) * 2:
            return sign
    return "\t"


def _cell(text: str) -> str:
    """Lines stay lines: a cell can hold two people."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _filled(row: Sequence[str]) -> int:
    """How many cells there are up to the last with something in it."""
    return max((n for n, cell in enumerate(row, 1) if cell), default=0)
