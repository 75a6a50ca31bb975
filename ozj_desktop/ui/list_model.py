"""The rows of a list, sorted, grouped and filtered here: Qt's own way is ten times slower."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain, islice
from operator import itemgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.parts.text import tip
from ozj_desktop.ui.status import Status

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Row(NamedTuple):
    """One thing in a list. Per way of grouping a place and words; per order a key."""

    id: str
    title: str
    subtitle: str = ""
    status: Status | None = None
    groups: tuple[tuple[Any, str], ...] = ()
    orders: tuple[Any, ...] = ()
    more: str = ""  # words that the filter finds too
    tags: frozenset[str] = frozenset()  # the views it belongs to


class Further(NamedTuple):
    """What only the filter, a view or a rare order asks: read when it is asked, not before."""

    words: str = ""
    tags: frozenset[str] = frozenset()
    orders: tuple[Any, ...] = ()  # after those of the row itself


Stacks = list[tuple[str, list[Row]]]  # per heading its rows in order; one where there is none
NOTHING = Further()
Reader = Callable[[Collection[str] | None], Mapping[str, Further]]


class Group(NamedTuple):
    """A heading between the rows."""

    words: str
    size: int
    folded: bool


class ListModel(QAbstractTableModel):
    """One column; each line is a row or the heading of a group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Row | Group] = []
        self.group_by, self.order_by = -1, 0
        self.needle, self.view = "", ""
        self.tip: Callable[[str], str] = tip  # of a row: its text, and what is short in it
        self.folded: set[str] = set()
        self.reader: Reader | None = None
        self._further: dict[str, Further] = {}
        self._rows: dict[str, Row] = {}
        self._hay: dict[str, str] = {}
        self.count = 0  # rows that match, also those that are folded away
        self.headings: list[int] = []  # lines that are headings
        self._stacks: Stacks | None = None
        self._stacked = (-1, 0)  # by which grouping and order
        self._found: tuple[str, str, Stacks] | None = None  # for this filter and view
        self._places: dict[str, int] = {}  # where each row is, when somebody asked

    # What is in it

    def show_rows(self, rows: Iterable[Row]) -> None:
        self._rows = {row.id: row for row in rows}
        self._hay, self._further = {}, {}
        self._stacks = None
        self.arrange()

    def further(self, id: str) -> Further:
        """What was not needed to paint the row; read for all rows when the first is asked."""
        found = self._further.get(id)
        if found is None:
            self._read([id for id in self._rows if id not in self._further])
            found = self._further.get(id, NOTHING)
        return found

    def _read(self, ids: Collection[str]) -> None:
        reader = self.reader or (lambda _: {})
        most = 2 * len(ids) > len(self._rows)
        found = reader(None if most else ids)
        for id in ids:
            self._further[id] = found.get(id, NOTHING)

    def warm(self, count: int) -> bool:
        """Read so many rows of what the first letter in the filter needs; False when done."""
        cold = (row for row in self._rows.values() if row.id not in self._hay)
        rows = [*islice(cold, count)]
        if ids := [row.id for row in rows if row.id not in self._further]:
            self._read(ids)
        self._hays(rows)
        return bool(rows)

    def patch(self, ids: Iterable[str], rows: Iterable[Row]) -> None:
        """These rows as they are now; of `ids` those without a row are gone."""
        new, ids = {row.id: row for row in rows}, [*ids]
        changed = self._read_again(ids)
        whole = False
        for id in ids:
            old, now = self._rows.get(id), new.get(id)
            if old == now and id not in changed:
                continue
            self._hay.pop(id, None)
            if now is None:
                self._rows.pop(id, None)
            else:
                self._rows[id] = now
            self._stacks = None
            whole = whole or not self._put(old, now)
        if whole:
            self.arrange()

    def _read_again(self, ids: list[str]) -> set[str]:
        """The ids of which something changed that is not in the row."""
        known = {id: self._further.pop(id) for id in ids if id in self._further}
        if self.reader and known:
            self._read([id for id in known if id in self._rows])
        return {id for id, old in known.items() if self._further.get(id) != old}

    def _put(self, old: Row | None, now: Row | None) -> bool:
        """Put a row that changed in its place; False where the lines must be arranged anew."""
        hiding = self.needle or self.view
        if hiding or old is None or now is None or not self._same_group(old, now):
            return False
        here = self.line_of(old.id)
        if here < 0:
            return True  # folded away
        there = self._place(here, now)
        self.lines[here] = now
        if there != here:
            after = there + 1 if there > here else there
            self.beginMoveRows(_NO_PARENT, here, here, _NO_PARENT, after)
            self.lines.insert(there, self.lines.pop(here))
            self._places = {}
            self.endMoveRows()
        self.dataChanged.emit(self.index(there, 0), self.index(there, 0))
        return True

    def _same_group(self, old: Row, now: Row) -> bool:
        by = self.group_by
        return by < 0 or old.groups[by] == now.groups[by]

    def _place(self, here: int, now: Row) -> int:
        """Where a row belongs among its neighbours, up to the headings around them."""
        lines = self.lines
        place, wanted = here, self._key(now)
        while place > 0 and isinstance(above := lines[place - 1], Row):
            if self._key(above) <= wanted:
                break
            place -= 1
        while place + 1 < len(lines) and isinstance(below := lines[place + 1], Row):
            if wanted <= self._key(below):
                break
            place += 1
        return place

    def arrange(self) -> None:
        """Sort, filter and group anew; the view is told that everything may have moved."""
        self.beginResetModel()
        self.lines, self._places = self._arranged(), {}
        self.endResetModel()

    def total(self) -> int:
        return len(self._rows)

    def row(self, id: str) -> Row | None:
        return self._rows.get(id)

    def are_together(self, id: str, other: str) -> bool:
        """Whether two rows stand below the same heading."""
        rows = self._rows.get(id), self._rows.get(other)
        return bool(rows[0] and rows[1] and self._same_group(rows[0], rows[1]))

    def shown(self) -> list[Row]:
        return [line for line in self.lines if isinstance(line, Row)]

    def line_of(self, id: str) -> int:
        """-1 where it is filtered out, folded away or not there."""
        if not self._places:
            lines = enumerate(self.lines)
            self._places = {line.id: n for n, line in lines if isinstance(line, Row)}
        return self._places.get(id, -1)

    def find(self, id: str) -> int:
        """The same for one row: looking is cheaper than knowing the place of all."""
        row = self._rows.get(id)
        try:
            return self._places.get(id, -1) if self._places else self.lines.index(row)  # type: ignore[arg-type]
        except ValueError:
            return -1

    def unfold(self, id: str) -> None:
        """Open the group that this row is in."""
        row = self._rows.get(id)
        if row and self.group_by >= 0 and row.groups[self.group_by][1] in self.folded:
            self.folded.discard(row.groups[self.group_by][1])
            self.arrange()

    def fold_all(self, folded: bool) -> None:
        """All groups, or none."""
        groups = {row.groups[self.group_by][1] for row in self._rows.values()}
        self.folded = self.folded | groups if folded else self.folded - groups
        self.arrange()

    def _arranged(self) -> list[Row | Group]:
        stacks = self._matching(self._in_stacks())
        self.count = sum(len(rows) for _, rows in stacks)
        self.headings = []
        if self.group_by < 0:
            return [*stacks[0][1]] if stacks else []
        lines: list[Row | Group] = []
        for words, rows in stacks:
            folded = words in self.folded and not self.needle
            self.headings.append(len(lines))
            lines.append(Group(words, len(rows), folded))
            if not folded:
                lines.extend(rows)
        return lines

    def _in_stacks(self) -> Stacks:
        """All rows under their headings, until they change or are wanted in another way."""
        if self._stacks is None or self._stacked != (self.group_by, self.order_by):
            self._stacked, self._found = (self.group_by, self.order_by), None
            self._stacks = self._grouped(self._in_order())
        return self._stacks

    def _in_order(self) -> list[Row]:
        order, rows = self.order_by, self._rows.values()
        if all(order < len(row.orders) for row in rows):
            keyed = [(row.orders[order], row) for row in rows]
        else:
            keyed = [(self._key(row), row) for row in rows]
        keyed.sort(key=itemgetter(0))
        return [row for _, row in keyed]

    def _key(self, row: Row) -> Any:
        own = len(row.orders)
        if self.order_by < own:
            return row.orders[self.order_by]
        return self.further(row.id).orders[self.order_by - own]

    def resort(self, order: int) -> None:
        self.order_by = order
        self.arrange()

    def in_view(self, row: Row, view: str) -> bool:
        return not view or view in row.tags or view in self.further(row.id).tags

    def counted(self) -> Counter[str]:
        """How many rows each view has."""
        every = (row.tags | self.further(row.id).tags for row in self._rows.values())
        return Counter(chain.from_iterable(every))

    def _matching(self, stacks: Stacks) -> Stacks:
        """What more letters leave is looked for in what fewer letters found."""
        needle, view = sort_key(self.needle), self.view
        if self._found and self._found[1] == view and needle.startswith(self._found[0]):
            stacks = self._found[2]
        elif view:
            in_view = self.in_view
            stacks = [(head, [r for r in rows if in_view(r, view)]) for head, rows in stacks]
        if wanted := sorted(needle.split(), key=len, reverse=True):
            hay = self._hays(self._rows.values())
            for word in wanted:
                stacks = [(head, [r for r in rows if word in hay[r.id]]) for head, rows in stacks]
        stacks = [(head, rows) for head, rows in stacks if rows]
        self._found = needle, view, stacks
        return stacks

    def _hays(self, rows: Iterable[Row]) -> dict[str, str]:
        """What the filter looks in; made once per row."""
        known = self._hay
        if len(known) < len(self._rows):
            for row in rows:
                if row.id not in known:
                    known[row.id] = _hay(row, self.further(row.id).words)
        return known

    def _grouped(self, rows: list[Row]) -> Stacks:
        by = self.group_by
        if by < 0:
            return [("", rows)]
        found: dict[tuple[Any, str], list[Row]] = {}
        for row in rows:
            found.setdefault(row.groups[by], []).append(row)
        return [(key[1], found[key]) for key in sorted(found, key=lambda k: (k[0], k[1]))]

    # What Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line[1] if isinstance(line, Row) else line[0]
            case Qt.ItemDataRole.AccessibleTextRole:
                return in_words(line)
            case Qt.ItemDataRole.ToolTipRole:
                if not isinstance(line, Row):
                    return None
                return self.tip(f"{line.title}\n{line.subtitle}".strip())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(self.lines[index.row()], Row):
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags


def _hay(row: Row, words: str) -> str:
    status = row.status.word if row.status else ""
    return sort_key(f"{row.title}\n{row.subtitle}\n{status}\n{row.more}\n{words}")


def in_words(line: Row | Group) -> str:
    """A line for who hears it."""
    if isinstance(line, Group):
        folded = "ingeklapt" if line.folded else "uitgeklapt"
        return f"{line.words}, {line.size}, {folded}"
    parts = [line.title, line.subtitle, line.status.word if line.status else ""]
    return ", ".join(part for part in parts if part)
