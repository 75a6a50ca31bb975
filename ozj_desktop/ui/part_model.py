"""The rows of a grid: parts of one record, stored cell by cell or as one paste."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.model import versions, words
from ozj_desktop.model.record import Field, Form, Record, field_of, fields_of
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.parts.text import tip
from ozj_desktop.ui.reading import Misread
from ozj_desktop.ui.record_form import made_real
from ozj_desktop.ui.status import Status, status_of
from ozj_desktop.ui.typed import from_text

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
Values = dict[str, Any]
Unread = dict[tuple[int, int], tuple[str, str]]  # per cell what was typed, what is wrong


@dataclass(frozen=True)
class Col:
    """A column: a field that can be edited, something derived that is only shown, or a field that
    shows more than its value.
    """

    field: str = ""
    label: str = ""
    width: int = 120
    stretch: int = 0
    read: Callable[[Desk, Any], str | Status] | None = None
    locked: bool = False
    among: Callable[[Desk, Any], Collection[str]] | None = None  # of this owner, for a link


@dataclass(frozen=True)
class PartSpec:
    """A grid of the parts of a record. Without `new_hint` no rows can be added.

    `owner` is the field through which they are its parts; with "" it is a grid of all of a kind.
    `more` names fields of a part for which the grid has no room, `below` is a grid of its parts.
    """

    kind: type[Record]
    owner: str
    columns: tuple[Col, ...]
    new_hint: str = ""
    sample: Callable[[Any], Record] | None = None  # a part of this owner: asked what lies fast
    rows: Callable[[Desk, Any], Sequence[Any]] | None = None
    more: tuple[str, ...] = ()
    below: "tuple[str, PartSpec] | None" = None


@dataclass(frozen=True)
class _Built:
    """A part as it becomes, what is made along with it, and the part whose place it takes."""

    record: Any
    made: list[Record]
    gone: Any


class PartModel(QAbstractTableModel):
    """The parts of the record that is shown, and a blank row to add one."""

    def __init__(self, desk: Desk, spec: PartSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, spec
        self.fields = [field_of(spec.kind, c.field) if c.field else None for c in spec.columns]
        self._key = [name for name in spec.kind.natural_key or () if name != spec.owner]
        self.owner: Record | None = None
        self.records: list[Any] = []
        self.follow = ""  # the part that the current row becomes, while it is being stored
        self.unread: dict[tuple[str, int], tuple[str, str]] = {}  # what was typed, what is wrong
        self.locked = False
        self._frozen: frozenset[str] = frozenset()  # fields of the parts that may not change now
        self._fixed = False  # whether parts may not come or go

    # What is in it

    def show_owner(self, owner: Record, *, locked: bool) -> None:
        if self.owner is None or self.owner.id != owner.id:
            self.unread = {}
        self.owner, self.locked = owner, locked or not self.desk.writable
        if self.spec.sample:
            sample = self.spec.sample(owner)
            self._frozen = versions.frozen_fields(self.desk.facts, sample)
            self._fixed = versions.locked(self.desk.facts, sample)
        found = [*(self.spec.rows(self.desk, owner) if self.spec.rows else self._of(owner))]
        if found and [r.id for r in found] == [r.id for r in self.records]:
            self.records = found
            last = self.index(len(found) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.records = found
            self.endResetModel()

    def _of(self, owner: Record) -> Sequence[Any]:
        equal: Values = {self.spec.owner: owner.id} if self.spec.owner else {}
        found = self.desk.dossier.all(self.spec.kind, **equal)
        return sorted(found, key=lambda r: (getattr(r, "position", 0), r.id))

    def record(self, row: int) -> Any:
        """None for the blank row."""
        return self.records[row] if 0 <= row < len(self.records) else None

    def options(self, column: int) -> list[tuple[str, str]] | None:
        """What a link in this column can point to; None where that is everything of its kind."""
        field, among = self.fields[column], self.spec.columns[column].among
        if field is None or among is None or self.owner is None:
            return None
        ids = among(self.desk, self.owner)
        return [(id, words) for id, words in self.desk.names.options(field) if id in ids]

    def has_blank(self) -> bool:
        """Whether rows may come, and go."""
        return bool(self.spec.new_hint) and not self.locked and not self._fixed

    # Changing

    def store(self, cells: Mapping[int, Values], label: str = "") -> None:
        """Store fields per row, in one step; a row after the last is a new part.

        Raise Misread where a row cannot be.
        """
        built = [self._built(row, values) for row, values in sorted(cells.items())]
        gone = [b.gone for b in built if b.gone is not None]
        self.follow = built[0].record.id
        with self.desk.step(label or self._label(cells)):
            self.desk.dossier.delete(*gone) if gone else None
            for b in built:
                self.desk.dossier.save(*b.made, b.record)

    def _built(self, row: int, values: Values) -> "_Built":
        real: Values = {}
        made: list[Record] = []
        for name, value in values.items():
            real[name], things = made_real(self.desk, field_of(self.spec.kind, name), value)
            made += things
        old = self.record(row)
        new = self._changed(old, real) if old else self._made(real, row)
        return _Built(new, made, old if old and new.id != old.id else None)

    def _label(self, cells: Mapping[int, Values]) -> str:
        rows, names = [*cells], {name for values in cells.values() for name in values}
        if self.record(rows[0]) is None:
            return words.added(self.spec.kind)
        return words.edited(self.spec.kind, next(iter(names)) if len(names) == 1 else "")

    def _changed(self, old: Any, values: Values) -> Any:
        """The part as it becomes. What makes it itself is no edit: then it is another part."""
        now = self.desk.get(self.spec.kind, old.id) or old
        if any(name in self._key and getattr(now, name) != v for name, v in values.items()):
            anew = replace(now, **values, id="")
            self._refuse_double(anew)
            return anew
        return replace(now, **values)

    def _made(self, values: Values, row: int) -> Any:
        assert self.owner is not None
        if missing := [name for name in self._key if not values.get(name)]:
            label = field_of(self.spec.kind, missing[0]).label.lower()
            raise Misread(f"Kies eerst een {label}.")
        owned = {self.spec.owner: self.owner.id} if self.spec.owner else {}
        place = last_place(self.desk.dossier, self.spec.kind, **owned)
        if place:
            place["position"] += row - len(self.records)  # a paste makes several
        made = self.spec.kind(**{**owned, **place, **values})
        self._refuse_double(made)
        return made

    def _refuse_double(self, made: Record) -> None:
        if self.spec.kind.natural_key is not None and self.desk.get(self.spec.kind, made.id):
            name = display.text_of(self._first(), getattr(made, self._key[0]), self._named)
            raise Misread(f"{name} staat er al.")

    def _first(self) -> Field:
        return field_of(self.spec.kind, self._key[0])

    def _named(self, field: Field, id: str) -> str:
        return self.desk.names.for_field(field, id)

    def remove(self, rows: Iterable[int]) -> None:
        if not self.has_blank():
            return
        doomed = [self.records[row] for row in sorted(set(rows)) if self.record(row)]
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
        return self.has_blank() and any(f.name == "position" for f in fields_of(self.spec.kind))

    def take(self, texts: Mapping[tuple[int, int], str], label: str = "") -> int:
        """Take text for many cells in one step; the number that could not be."""
        wrong: Unread = {}
        cells = self._read(texts, wrong)
        for row in [*cells]:
            try:
                self._built(row, cells[row])
            except Misread as error:
                names = cells.pop(row)
                for column, field in enumerate(self.fields):
                    if field and field.name in names:
                        wrong[row, column] = (texts[row, column], str(error))
        if cells:
            self.store(cells, label)
        self.keep_unread(texts, wrong)
        return len(wrong)

    def _read(self, texts: Mapping[tuple[int, int], str], wrong: Unread) -> dict[int, Values]:
        """Texts as values per row; what is none goes to `wrong` with the reason."""
        cells: dict[int, Values] = {}
        for (row, column), text in texts.items():
            field = self.fields[column]
            if field is None or not self._may(row, column):
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
        told = self.unread.pop((self._id(row), column), None)
        if record is None or getattr(record, field.name) != value:
            self.store({row: {field.name: value}})
        elif told:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def keep_unread(
        self,
        texts: Mapping[tuple[int, int], str],
        wrong: Mapping[tuple[int, int], tuple[str, str]],
    ) -> None:
        for row, column in texts:
            self.unread.pop((self._id(row), column), None)
        for (row, column), told in wrong.items():
            self.unread[self._id(row), column] = told
        for row, column in texts:
            if (here := self.index(row, column)).isValid():
                self.dataChanged.emit(here, here)

    def _id(self, row: int) -> str:
        record = self.record(row)
        return record.id if record else ""

    def _may(self, row: int, column: int) -> bool:
        col, field = self.spec.columns[column], self.fields[column]
        if self.locked or field is None or col.locked or field.form is Form.REFS:
            return False
        if field.name in self._frozen:
            return False
        return self.record(row) is not None or not self._key or field.name in self._key

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
        return getattr(record, field.name) if record and field else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self.unread.get((self._id(index.row()), index.column()))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return told[0] if told else self._text(index, role)
            case Qt.ItemDataRole.UserRole:
                return None if told else self._status(index)
            case Qt.ItemDataRole.ToolTipRole:
                shown = told[1] if told else self._text(index, Qt.ItemDataRole.DisplayRole)
                return tip(shown) or None
        return None

    def _text(self, index: Index, role: int) -> str:
        record, field = self.record(index.row()), self.fields[index.column()]
        if record is None:
            return self.spec.new_hint if index.column() == 0 and role == 0 else ""
        if field is None or (role == 0 and self.spec.columns[index.column()].read):
            found = self._derived(index)
            return found.word if isinstance(found, Status) else found
        return display.typed_text(field, getattr(record, field.name), self._named)

    def _status(self, index: Index) -> Status | None:
        value = self.value(index)
        if self.spec.columns[index.column()].read and self.record(index.row()):
            found = self._derived(index)
            return found if isinstance(found, Status) else None
        return status_of(value) if hasattr(value, "label") else None

    def _derived(self, index: Index) -> str | Status:
        read = self.spec.columns[index.column()].read
        return read(self.desk, self.record(index.row())) if read else ""
