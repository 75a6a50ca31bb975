"""The parts of one record as they change: built from what was typed, stored in one step."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ozj_desktop.model import words
from ozj_desktop.model.answering import Changes
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Field, Record, field_of
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.record_form import made_real
from ozj_desktop.ui.status import Status

Values = dict[str, Any]
Arrange = Callable[[Sequence[Sequence[str]], bool], list[list[str]] | None]


class Beside(NamedTuple):
    """Fields on the row of a part that belong to another record: what its party says, say.

    `read` gives what holds them per id of a part, `change` what becomes of it for one part. With
    `place` one changed record can be shown alone: the part on whose row it is, and its fields.
    """

    kind: type[Record]
    read: Callable[[Desk, Any], Mapping[str, Any]]
    change: Callable[[Desk, Any, Any, Values], Changes]
    place: Callable[[Any, Any], tuple[str, Values]] | None = None


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
    beside: Beside | None = None
    shown: Callable[[Desk, Any], bool] | None = None  # for this owner
    reads: Callable[[Any], Callable[[str], Any]] | None = None  # what is typed, for this owner
    described: Field | None = None  # where it is no field of a kind: one of many of a sort


@dataclass(frozen=True)
class PartSpec:
    """A grid of the parts of a record. Without `new_hint` no rows can be added.

    `owner` is the field through which they are its parts; with "" it is a grid of all of a kind.
    `rows` may end with parts that are not there yet, made by their natural key: they are stored
    once something is typed. `more` names fields of a part for which the grid has no room, `below`
    is a grid of its parts. `completed` adds what follows from an edit. `arrange` puts cells that
    are pasted from elsewhere in the order of the columns, or gives None. `may_lack` are parts of
    the key that can be left out.
    """

    kind: type[Record]
    owner: str
    columns: tuple[Col, ...]
    new_hint: str = ""
    sample: Callable[[Any], Record] | None = None  # a part of this owner: asked what lies fast
    rows: Callable[[Desk, Any], Sequence[Any]] | None = None
    more: tuple[str, ...] = ()
    below: "tuple[str, PartSpec] | None" = None
    completed: Callable[[Desk, Any, Any], Any] | None = None
    arrange: Arrange | None = None
    may_lack: tuple[str, ...] = ()
    start: Callable[[], Values] | None = None  # of what a new part begins with


class Built(NamedTuple):
    """A row as it becomes: its part, what is stored along with it, what goes."""

    record: Any
    saved: tuple[Record, ...]
    gone: tuple[Record, ...] = ()


class PartRows:
    """The parts that a grid shows, and how they become others."""

    def __init__(self, desk: Desk, spec: PartSpec) -> None:
        self.desk, self.spec = desk, spec
        self.key = [name for name in spec.kind.natural_key or () if name != spec.owner]
        self.called_by = next((name for name in self.key if name not in spec.may_lack), "")
        self.owner: Record | None = None
        self.records: list[Any] = []
        self._described = {c.field: c.described for c in spec.columns if c.described}
        self._others = {c.field: c.beside for c in spec.columns if c.beside}
        self._beside: dict[str, Mapping[str, Any]] = {}  # per field the records beside the parts
        self._stored: set[str] = set()

    def show_owner(self, owner: Record) -> list[Any]:
        """Read its parts anew, and what stands beside them."""
        self.owner = owner
        spec = self.spec
        equal: Values = {spec.owner: owner.id} if spec.owner else {}
        stored = self.desk.dossier.all(spec.kind, **equal)
        self._stored = {part.id for part in stored}
        read = {beside: beside.read(self.desk, owner) for beside in {*self._others.values()}}
        self._beside = {name: read[beside] for name, beside in self._others.items()}
        if spec.rows:
            return [*spec.rows(self.desk, owner)]
        return sorted(stored, key=lambda r: (getattr(r, "position", 0), r.id))

    def patched(self, changed: Iterable[Record]) -> list[int]:
        """Take these records that stand beside parts as they are now; the rows they are on."""
        ids = {record.id: row for row, record in enumerate(self.records)}
        rows = []
        for record in changed:
            for beside in {*self._others.values()}:
                if beside.place and beside.kind is type(record):
                    id, values = beside.place(self.owner, record)
                    if id in ids and values.keys() & self._others.keys():
                        self._put_beside(id, values)
                        rows.append(ids[id])
        return rows

    def _put_beside(self, id: str, values: Values) -> None:
        for name, value in values.items():
            if name in self._others:
                setattr(self._beside[name][id], name, value)

    def is_stored(self, record: Any) -> bool:
        """Whether it is more than the offer of a row."""
        return record.id in self._stored

    def holder(self, record: Any, name: str) -> Any:
        """What holds this field on the row of a part: it, or what is beside it; None where there
        is nothing yet.
        """
        if name in self._others:
            return self._beside[name].get(record.id)
        return record if self.is_stored(record) or name in self.key else None

    def field(self, name: str) -> Field:
        if name in self._described:
            return self._described[name]
        other = self._others.get(name)
        return field_of(other.kind if other else self.spec.kind, name)

    def record(self, row: int) -> Any:
        """None for the blank row."""
        return self.records[row] if 0 <= row < len(self.records) else None

    def store(self, built: Sequence[Built], label: str) -> None:
        """Store these rows in one step."""
        with self.desk.step(label):
            for b in built:
                self.desk.dossier.delete(*b.gone) if b.gone else None
            for b in built:
                self.desk.dossier.save(*b.saved)

    def built(self, row: int, values: Values) -> Built:
        """A row with these fields; a row after the last is a new part. Raise Misread."""
        real: Values = {}
        made: list[Record] = []
        for name, value in values.items():
            real[name], things = made_real(self.desk, self.field(name), value)
            made += things
        old = self.record(row)
        own = {name: value for name, value in real.items() if name not in self._others}
        if old is None:
            new = self._made(own, row)
            return Built(new, (*made, new))
        beside = self._changed_beside(old, real)
        if not own:
            return Built(old, (*made, *beside.saved), beside.gone)
        new = self._changed(old, own)
        gone = (old,) if new.id != old.id and self.is_stored(old) else ()
        return Built(new, (*made, new, *beside.saved), (*gone, *beside.gone))

    def _changed_beside(self, part: Any, values: Values) -> Changes:
        """What becomes of the records beside a part, each with all of its fields at once."""
        saved: list[Record] = []
        gone: list[Record] = []
        for beside in dict.fromkeys(self._others[n] for n in values if n in self._others):
            told = {n: v for n, v in values.items() if self._others.get(n) == beside}
            found = beside.change(self.desk, self.owner, part, told)
            saved += found.saved
            gone += found.gone
        return Changes(tuple(saved), tuple(gone))

    def label(self, cells: Mapping[int, Values]) -> str:
        """What the step is called that stores these."""
        rows, names = [*cells], {name for values in cells.values() for name in values}
        if self.record(rows[0]) is None:
            return words.added(self.spec.kind)
        name = next(iter(names)) if len(names) == 1 else ""
        other = self._others.get(name)
        return words.edited(other.kind if other else self.spec.kind, name)

    def _changed(self, old: Any, values: Values) -> Any:
        """The part as it becomes. What makes it itself is no edit: then it is another part."""
        now = self.desk.get(self.spec.kind, old.id) or old
        if any(name in self.key and getattr(now, name) != v for name, v in values.items()):
            anew = replace(now, **values, id="")
            self._refuse_double(anew)
            return anew
        changed = replace(now, **values)
        return self.spec.completed(self.desk, now, changed) if self.spec.completed else changed

    def _made(self, values: Values, row: int) -> Any:
        assert self.owner is not None
        needed = [name for name in self.key if name not in self.spec.may_lack]
        if missing := [name for name in needed if not values.get(name)]:
            label = field_of(self.spec.kind, missing[0]).label.lower()
            raise Misread(f"Kies eerst een {label}.")
        owned = {self.spec.owner: self.owner.id} if self.spec.owner else {}
        place = last_place(self.desk.dossier, self.spec.kind, **owned)
        if place:
            place["position"] += row - len(self.records)  # a paste makes several
        start = self.spec.start() if self.spec.start else {}
        made = self.spec.kind(**{**owned, **place, **start, **values})
        self._refuse_double(made)
        return made

    def _refuse_double(self, made: Record) -> None:
        if self.spec.kind.natural_key is not None and self.desk.get(self.spec.kind, made.id):
            raise Misread(f"{self.called(made)} staat er al.")

    def called(self, part: Record) -> str:
        """A part in words: what makes it itself."""
        first = field_of(self.spec.kind, self.called_by)
        return display.text_of(first, getattr(part, self.called_by), self.named)

    def named(self, field: Field, id: str) -> str:
        return self.desk.names.for_field(field, id)
