"""Where the cells of a pasted table go in a grid: by their headings and the name of their row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ozj_desktop.exchange.content import synonyms
from ozj_desktop.model.dutch import bare, counted, quoted
from ozj_desktop.model.party_columns import Meaning, by_heading
from ozj_desktop.ui.taking import Meant, Taken

CALLED = {"role": ("rol", "rollen"), "table": ("antwoord", "antwoorden")}
PARTY = "partij"  # the heading of the column of parties in a grid

Cells = Sequence[Sequence[str]]


class Aim(NamedTuple):
    """Texts per (row, column) of the grid; what had no place, and the names that gave new rows."""

    texts: dict[tuple[int, int], str]
    left_out: tuple[str, ...]  # columns of the table that the grid does not have
    new: dict[int, str]
    headed: bool = False
    met: tuple[str, ...] = ()  # names of rows that were there already, where rows were added
    taken_for: tuple[str, str] = ("", "")  # the heading of one column, and what it went to
    beyond: int = 0  # lines below the last row, where rows cannot be added

    def within(self, rows: int) -> "Aim":
        """What of it is for the first so many rows."""
        texts = {(row, column): text for (row, column), text in self.texts.items() if row < rows}
        lines = {row for row, _ in self.texts} - {row for row, _ in texts}
        return self._replace(texts=texts, beyond=len(lines))


def columns_of(cells: Cells, left: int, labels: Sequence[str]) -> tuple[list[int], bool]:
    """The column of the grid for each of the table (-1: none), and whether it had headings.

    Headings are known by two words or more that are headings of the grid too, or mean the same.
    """
    known = {bare(words): n for n, words in enumerate(labels) if words}
    named = [_named(cell, known) for cell in cells[0]]
    found = [n for n in named if n >= 0]
    if len(found) > 1 and len(found) == len({*found}) and 2 * len(found) >= _filled(cells[0]):
        return named, True
    places = range(left, left + max(len(row) for row in cells))
    return [n if n < len(labels) and labels[n] else -1 for n in places], False


def _named(heading: str, known: Mapping[str, int]) -> int:
    """A column of parties is called as it is above a list of parties."""
    words = bare(heading)
    if words not in known and by_heading(heading) is Meaning.NAME:
        words = PARTY
    return known.get(words, known.get(bare(synonyms("heading").get(words, "")), -1))


def misplaced(
    texts: Mapping[tuple[int, int], str], is_read: Callable[[int, str], bool | None]
) -> bool:
    """Whether a table without headings has its columns in another order than the grid: nothing
    in one of them can be read. `is_read` tells of a text in a column; None where any text will do.
    """
    found: dict[int, list[bool]] = {}
    for (_, column), text in texts.items():
        if text.strip() and (read := is_read(column, text)) is not None:
            found.setdefault(column, []).append(read)
    several = len({column for _, column in texts}) > 1
    return several and any(len(read) > 1 and not any(read) for read in found.values())


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def aimed(
    cells: Cells,
    at: tuple[int, int],
    labels: Sequence[str],
    key: int,
    row_of: Callable[[str], int],
    rows: int,
    free: int = -1,
) -> Aim:
    """Where a table goes that is pasted at a cell of a grid with so many rows.

    With the column that names a row (`key`, -1 for none) each line finds its own row, whatever
    the order; a name that has none gets a new one. One column with a heading that nobody knows
    goes to `free`, in which anything can stand, if nothing else does.
    """
    columns, headed = columns_of(cells, at[1], labels)
    taken_for = _take_for(cells, columns, labels, free) if headed else ("", "")
    lines = [row for row in (cells[1:] if headed else cells) if _filled(row)]
    named = key >= 0 and key in columns and (len(columns) > 1 or len(lines) > 1)
    texts: dict[tuple[int, int], str] = {}
    new: dict[int, str] = {}
    met: list[str] = []
    for n, line in enumerate(lines):
        row = at[0] + n
        if named:
            name = line[columns.index(key)].strip()
            if not name:
                continue
            row = row_of(name)
            if row < 0:
                row = rows + len(new)
                new[row] = name
            elif at[0] >= rows:
                met.append(name)
        for column, text in zip(columns, line, strict=True):
            if column >= 0 and not (named and column == key and row < rows):
                texts[row, column] = text
    left_out = tuple(cells[0][n].strip() if headed else "" for n in _unknown(columns, lines))
    return Aim(texts, left_out, new, headed, tuple(met), taken_for)


def _unknown(columns: Sequence[int], lines: Cells) -> list[int]:
    """The columns of a table with something in them and without a place."""
    return [
        n
        for n, column in enumerate(columns)
        if column < 0 and any(line[n].strip() for line in lines)
    ]


def _take_for(
    cells: Cells, columns: list[int], labels: Sequence[str], free: int
) -> tuple[str, str]:
    """Give the only unknown column a place, and tell which; nothing where it is not the only."""
    unknown = _unknown(columns, cells[1:])
    if len(unknown) != 1 or free < 0 or free in columns or not labels[free]:
        return "", ""
    columns[unknown[0]] = free
    return cells[0][unknown[0]].strip(), labels[free]


def told(taken: Taken, aim: Aim | None) -> str:
    """What of a table did not get a place, and what to do about it; "" where all of it did."""
    said = []
    if taken.unread:
        cells = counted(taken.unread, ("cel kon niet", "cellen konden niet"))
        said.append(f"{cells} worden gelezen.")
    new = aim.new if aim else {}
    if taken.waiting:
        rows = counted(len(taken.waiting), ("regel is", "regels zijn"))
        names = _named_few(new[row] for row in taken.waiting if row in new)
        said.append(f"{rows} nog niet bewaard: {names}.")
    if taken.unread or taken.waiting:
        said.append("Ga op het rood staan om te zien waarom.")
    if taken.lost:
        rows = counted(len(taken.lost), ("regel is niet geplakt", "regels zijn niet geplakt"))
        said.append(f"{rows}: {_named_few(new[row] for row in taken.lost if row in new)}.")
        said += dict.fromkeys(taken.lost.values())
    if aim and aim.left_out:
        said.append(_left_out(aim.left_out))
    if aim and aim.beyond:
        said.append(_skipped(counted(aim.beyond, ("regel", "regels")), many=aim.beyond > 1))
    return " ".join(said)


def _left_out(headings: Sequence[str]) -> str:
    """Which columns had no place, by their headings where they have any."""
    many = len(headings) > 1
    names = quoted([name[:40] for name in headings if name])
    which = f"kolom{'men' if many else ''} {names}" if names else ""
    start = f"De {which}" if names else counted(len(headings), ("kolom", "kolommen"))
    return _skipped(start, many=many)


def _skipped(what: str, *, many: bool) -> str:
    verb = "passen niet in deze tabel en zijn" if many else "past niet in deze tabel en is"
    return f"{what} {verb} overgeslagen."


def noted(taken: Taken, aim: Aim | None) -> str:
    """What was done with a table that people may want to know: nothing is wrong with it."""
    said = []
    if aim and aim.met:
        said.append(f"Stond er al en is bijgewerkt: {_named_few(aim.met)}.")
    if aim and aim.taken_for[0]:
        said.append(f"‘{aim.taken_for[0][:40]}’ staat nu bij ‘{aim.taken_for[1]}’.")
    same: dict[tuple[str, str], list[Meant]] = {}
    for meant in taken.meant:
        same.setdefault((meant.field, meant.choice), []).append(meant)
    for (field, choice), cells in same.items():
        many = counted(len(cells), CALLED.get(field, ("cel", "cellen")))
        typed = dict.fromkeys(meant.typed[:40] for meant in cells)
        said.append(f"{many} gelezen als {choice}: {', '.join([*typed][:5])}.")
    return " ".join(said)


def _named_few(names: Iterable[str]) -> str:
    """‘A’, ‘B’ en 3 andere"""
    return quoted([name[:40] for name in names])
