"""The rows of a grid: parts of one record, stored cell by cell or as one paste."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.model import versions
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import PartRows, PartSpec, Values
from ozj_desktop.ui.status import Status, status_of
from ozj_desktop.ui.typed import from_text
from ozj_desktop.ui.unread import Kept

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Taken(NamedTuple):
    """The number of cells to be mended, and why there are new rows that could not be."""

    unread: int
    lost: dict[int, str]


Unread = dict[tuple[int, int], tuple[str, str]]  # per cell what was typed, what is wrong


class PartModel(QAbstractTableModel):
    """The parts of the record that is shown, and a blank row to add one."""

    def __init__(self, desk: Desk, spec: PartSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, spec
        self.rows = PartRows(desk, spec)
        self.fields = [self.rows.field(c.field) if c.field else None for c in spec.columns]
        self.follow = ""  # the part that the current row becomes, while it is being stored
        self.locked = False
        self._frozen: frozenset[str] = frozenset()  # fields of the parts that may not change now
        self._fixed = False  # whether parts may not come or go

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
        if found and [r.id for r in found] == [r.id for r in self.records]:
            self.rows.records = found
            last = self.index(len(found) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.rows.records = found
            self.endResetModel()

    def _has_places(self) -> bool:
        return any(f.name == "position" for f in fields_of(self.spec.kind))

    def unread_at(self, index: Index) -> tuple[str, str] | None:
        """What was typed in a cell and is no value, and why."""
        field = self.fields[index.column()]
        kept = self.desk.unread.at(self._id(index.row()), field.name) if field else None
        return (kept.text, kept.why) if kept else None

    def waiting(self) -> int:
        """How many cells of what is shown were typed and could not be stored."""
        return sum(self.desk.unread.of(self._id(row)) for row in range(self.rowCount()))

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

    def store(self, cells: Mapping[int, Values], label: str = "") -> None:
        """Store fields per row, in one step; a row after the last is a new part.

        Raise Misread where a row cannot be.
        """
        built = [self.rows.built(row, values) for row, values in sorted(cells.items())]
        self.follow = built[0].record.id
        for row, b in zip(sorted(cells), built, strict=True):
            if self.record(row) is not None and b.record.id != self._id(row):
                self.desk.unread.move(self._id(row), b.record.id)
        self.rows.store(built, label or self.rows.label(cells))

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
        wrong: Unread = {}
        cells = self._read(texts, wrong)
        ids = {row: self._id(row) for row, _ in texts}  # rows may move when they are stored
        lost: dict[int, str] = {}
        for row in [*cells]:
            try:
                built = self.rows.built(row, cells[row])
                self._refuse_twice(built.record, {*ids.values()} - {ids[row]})
                ids[row] = built.record.id
            except Misread as error:
                names = cells.pop(row)
                for column, field in enumerate(self.fields):
                    if field and field.name in names:
                        wrong[row, column] = (texts[row, column], str(error))
        several = any(row > len(self.records) for row in ids)
        for row, column in wrong:
            if several and ids[row] == self._id(len(self.records)):  # no part was made of it
                lost.setdefault(row, wrong[row, column][1])
        history = self.desk.dossier.history
        before = history.last.seq
        if cells:
            self.store(cells, label)
        kept = {at: told for at, told in wrong.items() if at[0] not in lost}
        self._keep({(ids[row], column): (row, column) for row, column in texts}, kept)
        red = [(ids[row], self._field(column).name) for row, column in kept]
        after = history.last.seq
        self.desk.unread.came_together(after, red, stored=after != before)
        return Taken(len(kept), lost)

    def _refuse_twice(self, record: Record, seen: set[str]) -> None:
        if record.id in seen:
            raise Misread(f"{self.rows.called(record)} staat er twee keer in.")

    def reads(self, column: int, text: str) -> bool | None:
        """Whether this text is a value of the column; None where any text is."""
        field = self.fields[column]
        if field is None or field.form in (Form.LINE, Form.TEXT):
            return None
        try:
            from_text(self.desk, field, text, self.options(column))
        except Misread:
            return False
        return True

    def row_of(self, text: str) -> int:
        """The row of the part that is named so by its key; -1 where there is none."""
        column = self.key_column()
        try:
            key = from_text(self.desk, self._field(column), text, self.options(column))
        except Misread:
            return -1
        name = self._field(column).name
        found = (n for n, part in enumerate(self.records) if getattr(part, name) == key)
        return next(found, -1)

    def key_column(self) -> int:
        """The column that makes a part itself; -1 where that is none of them."""
        names = [field.name if field else "" for field in self.fields]
        return (
            names.index(self.rows.key[0]) if self.rows.key[:1] and self.rows.key[0] in names else -1
        )

    def _field(self, column: int) -> Field:
        field = self.fields[column]
        assert field is not None
        return field

    def _read(self, texts: Mapping[tuple[int, int], str], wrong: Unread) -> dict[int, Values]:
        """Texts as values per row; what is none goes to `wrong` with the reason."""
        cells: dict[int, Values] = {}
        for (row, column), text in texts.items():
            field = self.fields[column]
            named = self.record(row) is None and (row, self.key_column()) in texts
            if field is None or not (
                self._may(row, column) or (named and self._may_be_new(column))
            ):
                continue
            if self.record(row) is None and not text.strip():
                continue
            try:
                cells.setdefault(row, {})[field.name] = from_text(
                    self.desk, field, text, self.options(column)
                )
            except Misread as error:
                wrong[row, column] = (text, str(error))
        return {row: values for row, values in cells.items() if values}

    def put(self, row: int, column: int, value: Any) -> None:
        """Store the value of one cell, unless it is what is stored; raise Misread."""
        field, record = self.fields[column], self.record(row)
        if field is None or (record is None and value in (None, "")):
            return
        told = self.desk.unread.at(self._id(row), field.name)
        self.desk.unread.put(self._id(row), field.name, None)
        if record is None or self._now(record, field.name) != value:
            self.store({row: {field.name: value}})
        elif told:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _now(self, record: Any, name: str) -> Any:
        """What the row of this part holds; None for what is only an offer yet."""
        return getattr(self.rows.holder(record, name), name, None)

    def let_go(self, cells: Iterable[Index]) -> None:
        """Show again what is stored in those of these cells that stand in red."""
        for index in cells:
            if self.unread_at(index):
                name = self._field(index.column()).name
                self.desk.unread.put(self._id(index.row()), name, None)
                self.dataChanged.emit(index, index)

    def red_in(self, row: int) -> list[QModelIndex]:
        """The cells of a row that could not be read."""
        cells = (self.index(row, n) for n in range(self.columnCount()))
        return [cell for cell in cells if self.unread_at(cell)]

    def keep_unread(self, row: int, column: int, text: str, why: str) -> None:
        """What was typed in a cell and is no value stays there, with the reason."""
        self._keep({(self._id(row), column): (row, column)}, {(row, column): (text, why)})

    def _keep(self, places: Mapping[tuple[str, int], tuple[int, int]], wrong: Unread) -> None:
        for (id, column), at in places.items():
            if self.fields[column] is None:
                continue
            kept = self._kept(id, column, *wrong[at]) if at in wrong else None
            self.desk.unread.put(id, self._field(column).name, kept)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _kept(self, id: str, column: int, text: str, why: str) -> Kept:
        """With the way back to it: a blank row is the last of its grid."""
        owner, kind = self.rows.owner, table_name(self.spec.kind)
        blank = id == self._id(len(self.records))
        where = kind if blank else self._field(column).name
        stored = self.desk.dossier.kind_of(id) is not None
        return Kept(text, why, owner.id if owner else "", where, id, stored=stored, blank=blank)

    def _id(self, row: int) -> str:
        """Of a part, or of the blank row of this owner."""
        record, owner = self.record(row), self.rows.owner
        return record.id if record else f"new {owner.id if owner else ''}"

    def _may(self, row: int, column: int) -> bool:
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

    def _may_be_new(self, column: int) -> bool:
        """Whether a row that comes with its name can come with this too."""
        col, field = self.spec.columns[column], self.fields[column]
        taken = field is None or field.form is Form.REFS or field.name in self._frozen
        return self.has_blank() and not (taken or col.locked or col.beside)

    # What Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.records) + self.has_blank()

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
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._may(index.row(), index.column()):
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
