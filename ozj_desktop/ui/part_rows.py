"""The parts of one record as they change: built from what was typed, stored in one step."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ozj_desktop.model import words
from ozj_desktop.model.record import Field, Record, field_of
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.reading import Misread
from ozj_desktop.ui.record_form import made_real
from ozj_desktop.ui.status import Status

Values = dict[str, Any]


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
class Built:
    """A part as it becomes, what is made along with it, and the part whose place it takes."""

    record: Any
    made: list[Record]
    gone: Any


class PartRows:
    """The parts that a grid shows, and how they become others."""

    def __init__(self, desk: Desk, spec: PartSpec) -> None:
        self.desk, self.spec = desk, spec
        self.key = [name for name in spec.kind.natural_key or () if name != spec.owner]
        self.owner: Record | None = None
        self.records: list[Any] = []

    def record(self, row: int) -> Any:
        """None for the blank row."""
        return self.records[row] if 0 <= row < len(self.records) else None

    def store(self, built: Sequence[Built], label: str) -> None:
        """Store these rows in one step."""
        gone = [b.gone for b in built if b.gone is not None]
        with self.desk.step(label):
            self.desk.dossier.delete(*gone) if gone else None
            for b in built:
                self.desk.dossier.save(*b.made, b.record)

    def built(self, row: int, values: Values) -> Built:
        """A row with these fields; a row after the last is a new part. Raise Misread."""
        real: Values = {}
        made: list[Record] = []
        for name, value in values.items():
            real[name], things = made_real(self.desk, field_of(self.spec.kind, name), value)
            made += things
        old = self.record(row)
        new = self._changed(old, real) if old else self._made(real, row)
        return Built(new, made, old if old and new.id != old.id else None)

    def label(self, cells: Mapping[int, Values]) -> str:
        """What the step is called that stores these."""
        rows, names = [*cells], {name for values in cells.values() for name in values}
        if self.record(rows[0]) is None:
            return words.added(self.spec.kind)
        return words.edited(self.spec.kind, next(iter(names)) if len(names) == 1 else "")

    def _changed(self, old: Any, values: Values) -> Any:
        """The part as it becomes. What makes it itself is no edit: then it is another part."""
        now = self.desk.get(self.spec.kind, old.id) or old
        if any(name in self.key and getattr(now, name) != v for name, v in values.items()):
            anew = replace(now, **values, id="")
            self._refuse_double(anew)
            return anew
        return replace(now, **values)

    def _made(self, values: Values, row: int) -> Any:
        assert self.owner is not None
        if missing := [name for name in self.key if not values.get(name)]:
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
            name = display.text_of(self._first(), getattr(made, self.key[0]), self.named)
            raise Misread(f"{name} staat er al.")

    def _first(self) -> Field:
        return field_of(self.spec.kind, self.key[0])

    def named(self, field: Field, id: str) -> str:
        return self.desk.names.for_field(field, id)
