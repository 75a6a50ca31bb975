"""A pasted list as a table that can be mended, with what becomes of every row in front."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.exchange.content import party_kinds
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Domain, Party
from ozj_desktop.model.party_cells import same
from ozj_desktop.model.party_columns import SEVERAL, Columns, Meaning, recognise
from ozj_desktop.model.party_list import Fate, Plan, plan, proposals
from ozj_desktop.model.pasted_table import is_too_much, table_in
from ozj_desktop.model.record import Id, Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.chips import status_pixmap
from ozj_desktop.ui.parts.text import tip
from ozj_desktop.ui.status import Shape

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole
SHOWN = 300  # characters of a cell
SHAPES = {
    Fate.NEW: Shape.PLUS,
    Fate.MORE: Shape.CHANGED,
    Fate.FILLED: Shape.CHANGED,
    Fate.SAME: Shape.EQUAL,
    Fate.SKIPPED: Shape.EMPTY,
}


class PastedModel(QAbstractTableModel):
    """Column 0 tells what happens; the others are those of the list, and our proposals."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cells: list[list[str]] = []
        self.columns = Columns(-1, (), ())
        self.read = 0, 0  # rows and columns that were pasted
        self.cut = False  # and there were more
        self.proposed: set[tuple[int, int]] = set()
        self.meant: dict[str, Id[ListItem] | None] = {}
        self.made: dict[str, ListItem] = {}  # kinds of the user's own, by the word pasted
        self.plan = Plan()

    def show_text(self, text: str) -> None:
        table = table_in(text)
        self.beginResetModel()
        items = (i for i in self._desk.facts.all(ListItem) if i.list == "party_kind")
        labels = (d.label for d in Domain)
        self.columns = recognise(table, party_kinds(), map(str, items), labels)
        self.cells = [[*row] for row in table]
        self.read = len(table) - self.columns.head - 1, len(table[0]) if table else 0
        self.cut = is_too_much(text)
        self.proposed, self.meant, self.made = set(), {}, {}
        self._propose()
        self._plan()
        self.endResetModel()

    def set_meaning(self, column: int, meaning: Meaning) -> None:
        """What stands in one column only is in no other any more."""
        self.beginResetModel()
        meanings = [
            Meaning.NOTHING if m is meaning and meaning not in SEVERAL else m
            for m in self.columns.meanings
        ]
        meanings[column] = meaning
        self.columns = self.columns._replace(meanings=tuple(meanings))
        self._propose()
        self._plan()
        self.endResetModel()

    def set_kind(self, word: str, kind: Id[ListItem] | None, made: ListItem | None = None) -> None:
        """What the user says an unknown word means."""
        self.meant[same(word)] = kind
        if made:
            self.made[same(word)] = made
        self._tell()

    def title(self, column: int) -> str:
        """What stood above a column."""
        if column >= self.read[1]:
            return "voorstel, uit de naam"
        head = self.cells[self.columns.head][column] if self.columns.head >= 0 else ""
        return " ".join(head.split()) or f"kolom {column + 1}"

    def look_again(self) -> None:
        """Something changed in the dossier: what would happen is perhaps something else."""
        if self.cells:
            self._tell()

    def records(self) -> list[Record]:
        used = {p.kind for p in self.plan.parties.values()}
        return [*(item for item in self.made.values() if item.id in used), *self.plan.records]

    def count(self, fate: Fate) -> int:
        told = self.plan.told.items()
        return sum(t.fate is fate for n, t in told if n > self.columns.head)

    def in_words(self) -> str:
        """12 partijen en 9 contactpersonen toevoegen"""
        found = self.plan
        new = [
            counted(n, kind.names)
            for kind in (Party, Contact)
            if (n := found.count(kind, new=True))
        ]
        filled = found.count(Party, new=False) + found.count(Contact, new=False)
        told = f"{' en '.join(new)} toevoegen" if new else ""
        also = f"{filled} aanvullen" if filled else ""
        return ", ".join(part for part in (told, also) if part)

    def _propose(self) -> None:
        """A kind and a domain from the names, in columns of their own where there are none."""
        for row, column in self.proposed:
            self.cells[row][column] = ""
        self.proposed = set()
        table = tuple(map(tuple, self.cells))
        found = proposals(self._desk.facts, table, self.columns, party_kinds())
        for meaning in (Meaning.KIND, Meaning.DOMAIN):
            words = {row: text for (row, m), text in found.items() if m is meaning}
            if words and meaning not in self.columns.meanings:
                self._add_column(meaning)
            for row, text in words.items():
                column = self.columns.meanings.index(meaning)
                self.cells[row][column] = text
                self.proposed.add((row, column))

    def _add_column(self, meaning: Meaning) -> None:
        number = len(self.columns.meanings)
        for row in self.cells:
            row.append("")
        meanings, order = (*self.columns.meanings, meaning), (*self.columns.order, number)
        self.columns = Columns(self.columns.head, meanings, order)

    def _plan(self) -> None:
        table = tuple(map(tuple, self.cells))
        self.plan = plan(self._desk.facts, table, self.columns, party_kinds(), self.meant)

    def _tell(self) -> None:
        self._plan()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    # What Qt asks

    def _row(self, index: Index) -> int:
        return index.row() + self.columns.head + 1

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.cells) - self.columns.head - 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns.meanings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsEditable if index.column() else Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            if 0 < section < self.columnCount():
                return self.columns.meanings[section - 1].label
            return "Wat er gebeurt"
        return None

    def why(self, index: Index) -> str:
        """Why this cell stays out; "" where it does not."""
        return self.plan.unclear.get((self._row(index), index.column() - 1), "")

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._fate(index, role)
        row, column = self._row(index), index.column() - 1
        text = self.cells[row][column]
        match role:
            case Role.DisplayRole:
                plain = " / ".join(text[:SHOWN].split("\n"))
                return f"{plain} ?" if (row, column) in self.proposed else plain
            case Role.EditRole:
                return text.replace("\n", " ")
            case Role.ToolTipRole:
                return tip(self.why(index) or text[:SHOWN]) or None
        return self._colour(index, role)

    def _fate(self, index: Index, role: int) -> Any:
        told = self.plan.told[self._row(index)]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return tip(told.words) if role == Role.ToolTipRole else told.words
            case Role.DecorationRole:
                return status_pixmap(SHAPES[told.fate], self._desk.colors, 16)
        return self._colour(index, role)

    def _colour(self, index: Index, role: int) -> Any:
        colors, row, column = self._desk.colors, self._row(index), index.column() - 1
        wrong = column >= 0 and bool(self.why(index))
        if role == Role.BackgroundRole and wrong:
            return colors["danger_bg"]
        if role != Role.ForegroundRole:
            return None
        if wrong:
            return colors["danger_text"]
        unused = column >= 0 and self.columns.meanings[column] is Meaning.NOTHING
        if unused or self.plan.told[row].fate is Fate.SKIPPED:
            return colors["text3"]
        return colors["tint_text"] if (row, column) in self.proposed else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or not index.column():
            return False
        row, column = self._row(index), index.column() - 1
        text = " ".join(str(value).split())
        if text == str(self.data(index, Role.EditRole)):
            return False
        self.cells[row][column] = text
        self.proposed.discard((row, column))
        self._tell()
        return True

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        for index in indexes:
            if index.column():
                self.cells[self._row(index)][index.column() - 1] = ""
                self.proposed.discard((self._row(index), index.column() - 1))
        self._tell()
