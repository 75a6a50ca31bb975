"""The rows of a grid: parts of one record, stored cell by cell or as one paste."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.model import versions
from ozj_desktop.model.reading import Asked, Misread
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import PartRows, PartSpec, Values
from ozj_desktop.ui.red_cells import RedCells
from ozj_desktop.ui.status import Status, status_of
from ozj_desktop.ui.taking import Taken, take
from ozj_desktop.ui.typed import from_text

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class PartModel(QAbstractTableModel):
    """The parts of the record that is shown, and a blank row to add one.

    Below these stand more new rows, as long as they wait for what is wrong in them.
    """

    def __init__(self, desk: Desk, spec: PartSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, spec
        self.rows = PartRows(desk, spec)
        self.fields = [self.rows.field(c.field) if c.field else None for c in spec.columns]
        self.follow = ""  # the part that the current row becomes, while it is being stored
        self.locked = False
        self._frozen: frozenset[str] = frozenset()  # fields of the parts that may not change now
        self._fixed = False  # whether parts may not come or go
        self.red = RedCells(self)
        desk.unread.changed.connect(self._settle)

    # What is in it

    def show_owner(self, owner: Record, *, locked: bool) -> None:
        same = self.rows.owner is not None and self.rows.owner.id == owner.id
        self.locked = locked or not self.desk.writable
        if self.spec.sample:
            sample = self.spec.sample(owner)
            self._frozen = versions.frozen_fields(self.desk.facts, sample)
            self._fixed = versions.locked(self.desk.facts, sample)
        found = self.rows.show_owner(owner)
        if same and not self._has_places():
            found = in_their_places(found, [r.id for r in self.records], self.follow)
        if found and same and [r.id for r in found] == [r.id for r in self.records]:
            self.rows.records = found
            last = self.index(len(found) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.rows.records = found
            self.red.count()
            self.endResetModel()

    def patch(self, changed: Iterable[Record]) -> None:
        """Show these records beside the parts as they are now, and read nothing else."""
        last = self.columnCount() - 1
        for row in self.rows.patched(changed):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _settle(self) -> None:
        self.red.settle()

    def _has_places(self) -> bool:
        return any(f.name == "position" for f in fields_of(self.spec.kind))

    def unread_at(self, index: Index) -> tuple[str, str] | None:
        """What was typed in a cell and is no value, and why."""
        kept = self.red.at(index.row(), index.column())
        return (kept.text, kept.why) if kept else None

    def waiting(self) -> int:
        """How many cells of what is shown were typed and could not be stored."""
        if not self.desk.unread.ids():
            return 0
        return sum(self.desk.unread.of(self.red.id_of(row)) for row in range(self.rowCount()))

    @property
    def records(self) -> list[Any]:
        return self.rows.records

    def record(self, row: int) -> Any:
        """None for the blank row."""
        return self.rows.record(row)

    def options(self, column: int) -> list[tuple[str, str]] | None:
        """What a link in this column can point to; None where that is everything of its kind."""
        field, among = self.fields[column], self.spec.columns[column].among
        if field is None or among is None or self.rows.owner is None:
            return None
        ids = among(self.desk, self.rows.owner)
        return [(id, words) for id, words in self.desk.names.options(field) if id in ids]

    def has_blank(self) -> bool:
        """Whether rows may come, and go."""
        return bool(self.spec.new_hint) and not self.locked and not self._fixed

    # Changing

    def store(self, cells: Mapping[int, Values], label: str = "") -> str:
        """Store fields per row, in one step; a row after the last is a new part.

        Return the id of the first of them; raise Misread where a row cannot be.
        """
        built = [self.rows.built(row, values) for row, values in sorted(cells.items())]
        self.follow = built[0].record.id
        for row, b in zip(sorted(cells), built, strict=True):
            if self.record(row) is not None and b.record.id != self.red.id_of(row):
                self.desk.unread.move(self.red.id_of(row), b.record.id)
        self.rows.store(built, label or self.rows.label(cells))
        return str(built[0].record.id)

    def remove(self, rows: Iterable[int]) -> None:
        if not self.has_blank():
            return
        found = [self.record(row) for row in sorted(set(rows))]
        doomed = [part for part in found if part and self.rows.is_stored(part)]
        if doomed:
            self.desk.delete(*doomed)

    def shift(self, row: int, step: int) -> int:
        """Move a part one place up or down; the row where it is then."""
        there = row + step
        if not self.has_order() or self.record(row) is None or self.record(there) is None:
            return row
        moved = [*self.records]
        moved.insert(there, moved.pop(row))
        with self.desk.step("ordered"):
            self.desk.dossier.save(*(replace(r, position=n) for n, r in enumerate(moved)))
        return there

    def has_order(self) -> bool:
        """Whether people choose the order of the rows."""
        return self.has_blank() and self._has_places()

    def take(self, texts: Mapping[tuple[int, int], str], label: str = "") -> Taken:
        """Take text for many cells in one step. What could not be read stays to be mended."""
        return take(self, texts, label)

    def read_again(self) -> None:
        """What stands in red may be a value by now: its owner was told to be something else."""
        texts: dict[tuple[int, int], str] = {}
        for row in range(self.rowCount()):
            texts |= self.red.texts(row)
        if texts:
            self.take(texts, "pasted")

    def reads(self, column: int, text: str) -> bool | None:
        """Whether this text is a value of the column; None where any text is."""
        field = self.fields[column]
        if field is None or field.form in (Form.LINE, Form.TEXT):
            return None
        try:
            self.read(column, text)
        except Misread as error:
            return isinstance(error, Asked)
        return True

    def row_of(self, text: str) -> int:
        """The row of the part that is named so by its key; -1 where there is none."""
        column = self.key_column()
        try:
            key = self.read(column, text)
        except Misread:
            return -1
        name = self.field_at(column).name
        found = (n for n, part in enumerate(self.records) if getattr(part, name) == key)
        return next(found, -1)

    def has_choices(self, column: int) -> bool:
        """Whether one of a list stands in this column."""
        field = self.fields[column]
        return field is not None and field.form in (Form.CHOICE, Form.REF, Form.FLAG)

    def free_column(self) -> int:
        """The first in which anything can be written; -1 where there is none."""
        free = (n for n, f in enumerate(self.fields) if f and f.form in (Form.LINE, Form.TEXT))
        return next(free, -1)

    def key_column(self) -> int:
        """The column that makes a part itself; -1 where that is none of them."""
        names = [field.name if field else "" for field in self.fields]
        called_by = self.rows.called_by
        return names.index(called_by) if called_by and called_by in names else -1

    def reader(self, column: int) -> Callable[[str], Any] | None:
        """How text becomes a value in this column, where that depends on the owner."""
        reads, owner = self.spec.columns[column].reads, self.rows.owner
        return reads(owner) if reads and owner is not None else None

    def read(self, column: int, text: str) -> Any:
        """What the text means in this column; raise Misread."""
        if reader := self.reader(column):
            return reader(text)
        return from_text(self.desk, self.field_at(column), text, self.options(column))

    def field_at(self, column: int) -> Field:
        field = self.fields[column]
        assert field is not None
        return field

    def put(self, row: int, column: int, value: Any) -> None:
        """Store the value of one cell, unless it is what is stored; raise Misread."""
        field, record = self.fields[column], self.record(row)
        if field is None or (record is None and value in (None, "")):
            return
        if record is None:
            self.red.store_draft(row, field.name, value)
            return
        told = self.red.at(row, column)
        self.desk.unread.put(self.red.id_of(row), field.name, None)
        if self._now(record, field.name) != value:
            self.store({row: {field.name: value}})
        elif told:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _now(self, record: Any, name: str) -> Any:
        """What the row of this part holds; None for what is only an offer yet."""
        return getattr(self.rows.holder(record, name), name, None)

    def let_go(self, cells: Iterable[Index]) -> None:
        """Show again what is stored in those of these cells that stand in red."""
        self.red.let_go(cells)

    def red_in(self, row: int) -> list[QModelIndex]:
        """The cells of a row that could not be read."""
        cells = (self.index(row, n) for n in range(self.columnCount()))
        return [cell for cell in cells if self.unread_at(cell)]

    def keep_unread(self, row: int, column: int, text: str, why: Misread) -> None:
        """What was typed in a cell and is no value stays there, with the reason."""
        at = row, column
        self.red.keep({(self.red.id_of(row), column): at}, {at: (text, why)})

    def may(self, row: int, column: int) -> bool:
        col, field = self.spec.columns[column], self.fields[column]
        if self.locked or field is None or col.locked or field.form is Form.REFS:
            return False
        part = self.record(row)
        if col.beside:
            return part is not None and self.rows.holder(part, field.name) is not None
        if field.name in self._frozen:
            return False
        if part is not None and not self.rows.is_stored(part):
            return not self._fixed and field.name not in self.rows.key
        return part is not None or not self.rows.key or field.name in self.rows.key

    def may_be_new(self, column: int) -> bool:
        """Whether a row that comes with its name can come with this too."""
        col, field = self.spec.columns[column], self.fields[column]
        taken = field is None or field.form is Form.REFS or field.name in self._frozen
        return self.has_blank() and not (taken or col.locked or col.beside)

    # What Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        if parent.isValid():
            return 0
        return len(self.records) + (max(1, self.red.drafts) if self.has_blank() else 0)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.spec.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.spec.columns):
            return None
        field = self.fields[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.spec.columns[section].label or (field.label if field else "")
            case Qt.ItemDataRole.ToolTipRole:
                return field.help or None if field else None
            case Qt.ItemDataRole.TextAlignmentRole:
                middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                return int(middle) | int(Qt.TextFlag.TextWordWrap)  # Qt reads a number here
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.may(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def value(self, index: Index) -> Any:
        """What the cell holds, as a value of its field."""
        record, field = self.record(index.row()), self.fields[index.column()]
        return self._now(record, field.name) if record and field else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self.unread_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return told[0] if told else self._text(index, role)
            case Qt.ItemDataRole.UserRole:
                return None if told else self._status(index)
            case Qt.ItemDataRole.ToolTipRole:
                shown = told[1] if told else self._text(index, Qt.ItemDataRole.DisplayRole)
                return self.desk.terms.tip(shown) or None
        return None

    def _text(self, index: Index, role: int) -> str:
        record, field = self.record(index.row()), self.fields[index.column()]
        if record is None:
            return self.spec.new_hint if index.column() == 0 and role == 0 else ""
        if field is None or (role == 0 and self.spec.columns[index.column()].read):
            found = self._derived(index)
            return found.word if isinstance(found, Status) else found
        return display.typed_text(field, self._now(record, field.name), self.rows.named)

    def _status(self, index: Index) -> Status | None:
        value = self.value(index)
        if self.spec.columns[index.column()].read and self.record(index.row()):
            found = self._derived(index)
            return found if isinstance(found, Status) else None
        return status_of(value) if hasattr(value, "label") else None

    def _derived(self, index: Index) -> str | Status:
        read = self.spec.columns[index.column()].read
        return read(self.desk, self.record(index.row())) if read else ""


def in_their_places(found: Sequence[Any], before: Sequence[str], follow: str) -> list[Any]:
    """Rows stay where they are while somebody works in them; what is new comes below the others.

    `follow` is what the row becomes that was last in `before` and is not there any more.
    """
    places = {id: n for n, id in enumerate(before)}
    gone = [id for id in before if id not in {r.id for r in found}]
    if follow and follow not in places and len(gone) == 1:
        places[follow] = places[gone[0]]
    return sorted(found, key=lambda r: places.get(r.id, len(places)))
