"""What nobody filled in yet is no column of a table; what only some miss is said once below it.

Only what is drawn: the text that lies fast keeps every column, so that versions can be compared.
"""

from collections.abc import Iterator
from dataclasses import replace

from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Chapter,
    KeyValues,
    Paragraph,
    Row,
    Table,
    plain,
    rich,
)

SIGN = "–"
NOTE = f"{SIGN} betekent: nog niet ingevuld."


def without_unfilled(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """The same text with tables that show what there is."""
    return tuple(replace(c, blocks=tuple(_blocks(c.blocks))) for c in chapters)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, KeyValues):
            entries = [replace(e, blocks=tuple(_blocks(e.blocks))) for e in block.entries]
            yield replace(block, entries=tuple(entries))
        else:
            yield block


def _table(table: Table) -> Iterator[Block]:
    """The first column names the rows and always stays; with numerals the second as well."""
    if not table.rows:
        yield table
        return
    named = 2 if table.numbered else 1
    size = range(len(table.columns))
    kept = [i for i in size if i < named or not all(_open(r.cells[i]) for r in table.rows)]
    columns = tuple(table.columns[i] for i in kept)
    rows = [replace(r, cells=tuple(_signed(r.cells[i]) for i in kept)) for r in table.rows]
    yield replace(table, columns=columns, rows=tuple(rows))
    if any(_open(cell) for row in rows for cell in row.cells):
        yield Paragraph(rich(NOTE), "note", private=all(r.private for r in _with_open(rows)))


def _with_open(rows: list[Row]) -> list[Row]:
    return [row for row in rows if any(_open(cell) for cell in row.cells)]


def _open(cell: Cell) -> bool:
    """Nothing stands in it but that it is not filled in."""
    runs = [run for line in cell.lines for run in line]
    return all(run.look == "empty" or not run.text.strip() for run in runs)


def _signed(cell: Cell) -> Cell:
    said = any(plain(line).strip() for line in cell.lines)
    return replace(cell, lines=(rich(SIGN, "empty"),)) if said and _open(cell) else cell
