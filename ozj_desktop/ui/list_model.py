"""The rows of a list, sorted, grouped and filtered here: Qt's own way is ten times slower."""

from collections.abc import Callable, Iterable
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
        self.needle = ""
        self.tip: Callable[[str], str] = tip  # of a row: its text, and what is short in it
        self.folded: set[str] = set()
        self._rows: dict[str, Row] = {}
        self._hay: dict[str, str] = {}
        self._sorted: list[Row] | None = None
        self._places: dict[str, int] = {}  # where each row is, when somebody asked

    # What is in it

    def show_rows(self, rows: Iterable[Row]) -> None:
        self._rows = {row.id: row for row in rows}
        self._hay = {}
        self._sorted = None
        self.arrange()

    def patch(self, ids: Iterable[str], rows: Iterable[Row]) -> None:
        """These rows as they are now; of `ids` those without a row are gone."""
        new = {row.id: row for row in rows}
        whole = False
        for id in ids:
            old, now = self._rows.get(id), new.get(id)
            if old == now:
                continue
            self._hay.pop(id, None)
            if now is None:
                self._rows.pop(id, None)
            else:
                self._rows[id] = now
            self._sorted = None
            whole = whole or not self._put(old, now)
        if whole:
            self.arrange()

    def _put(self, old: Row | None, now: Row | None) -> bool:
        """Put a row that changed in its place; False where the lines must be arranged anew."""
        if self.needle or old is None or now is None or not self._same_group(old, now):
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
        by, lines = self.order_by, self.lines
        place, wanted = here, now.orders[by]
        while place > 0 and isinstance(above := lines[place - 1], Row):
            if above.orders[by] <= wanted:
                break
            place -= 1
        while place + 1 < len(lines) and isinstance(below := lines[place + 1], Row):
            if wanted <= below.orders[by]:
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

    def unfold(self, id: str) -> None:
        """Open the group that this row is in."""
        row = self._rows.get(id)
        if row and self.group_by >= 0 and row.groups[self.group_by][1] in self.folded:
            self.folded.discard(row.groups[self.group_by][1])
            self.arrange()

    def _arranged(self) -> list[Row | Group]:
        rows = self._matching(self._in_order())
        if self.group_by < 0:
            return list(rows)
        lines: list[Row | Group] = []
        for words, members in self._grouped(rows):
            folded = words in self.folded and not self.needle
            lines.append(Group(words, len(members), folded))
            if not folded:
                lines.extend(members)
        return lines

    def _in_order(self) -> list[Row]:
        if self._sorted is None:
            order = self.order_by
            keyed = [(row.orders[order], row) for row in self._rows.values()]
            keyed.sort(key=itemgetter(0))
            self._sorted = [row for _, row in keyed]
        return self._sorted

    def resort(self, order: int) -> None:
        self.order_by, self._sorted = order, None
        self.arrange()

    def _matching(self, rows: list[Row]) -> list[Row]:
        wanted = sort_key(self.needle).split()
        if not wanted:
            return rows
        if len(self._hay) != len(self._rows):
            self._hay = {row.id: _hay(row) for row in rows}
        first, *others = wanted
        found = [row for row in rows if first in self._hay[row.id]]
        for word in others:
            found = [row for row in found if word in self._hay[row.id]]
        return found

    def _grouped(self, rows: list[Row]) -> list[tuple[str, list[Row]]]:
        by = self.group_by
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


def _hay(row: Row) -> str:
    status = row.status.word if row.status else ""
    return sort_key(f"{row.title}\n{row.subtitle}\n{status}\n{row.more}")


def in_words(line: Row | Group) -> str:
    """A line for who hears it."""
    if isinstance(line, Group):
        folded = "ingeklapt" if line.folded else "uitgeklapt"
        return f"{line.words}, {line.size}, {folded}"
    parts = [line.title, line.subtitle, line.status.word if line.status else ""]
    return ", ".join(part for part in parts if part)
