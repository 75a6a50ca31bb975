"""The records of a dossier as rules read them: by kind, by id, by a field; read once, kept."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol, TypeVar

from ozj_desktop.model.record import Id, Record

R = TypeVar("R", bound=Record)


class Source(Protocol):
    """Where records come from: an open dossier, or a copy of one."""

    def all(self, kind: type[R], **equal: Any) -> list[R]: ...

    def pick(self, kind: type[R], *names: str, **equal: Any) -> list[tuple[Any, ...]]: ...

    def values(self, kind: type[R], name: str) -> list[Any]: ...

    def blob(self, name: str) -> bytes: ...


class Facts:
    """What is in the dossier, as of `today`. After a notice, `forget` what it names."""

    def __init__(self, source: Source, today: date) -> None:
        self.source, self.today = source, today
        self._all: dict[type[Record], list[Any]] = {}
        self._ids: dict[type[Record], dict[str, Any]] = {}
        self._by: dict[tuple[type[Record], str], dict[Any, list[Any]]] = {}
        self._picked: dict[tuple[Any, ...], list[Any]] = {}
        self._some: dict[tuple[Any, ...], list[Any]] = {}

    def all(self, kind: type[R]) -> list[R]:
        if kind not in self._all:
            self._all[kind] = self.source.all(kind)
        return self._all[kind]

    def get(self, kind: type[R], id: Id[R] | None) -> R | None:
        """None where there is no id, or no such record."""
        if kind not in self._ids:
            self._ids[kind] = {record.id: record for record in self.all(kind)}
        found: R | None = self._ids[kind].get(str(id))
        return found

    def of(self, kind: type[R], field: str, value: object) -> list[R]:
        """The records of which `field` is `value`: `of(Contribution, "agreement", id)`."""
        if (kind, field) not in self._by:
            index: dict[Any, list[Any]] = defaultdict(list)
            for record in self.all(kind):
                index[getattr(record, field)].append(record)
            self._by[kind, field] = index
        return self._by[kind, field].get(value, [])

    def some(self, kind: type[R], **equal: Any) -> list[R]:
        """The records with these values, read by themselves: of figures there are too many to read
        all of them for one line.
        """
        if kind in self._all:
            return [r for r in self._all[kind] if all(getattr(r, n) == equal[n] for n in equal)]
        key = (kind, *sorted(equal.items()))
        if key not in self._some:
            self._some[key] = self.source.all(kind, **equal)
        return self._some[key]

    def one(self, kind: type[R]) -> R:
        """The record of a kind of which there is one; as new where it is not there yet."""
        found = self.all(kind)
        return found[0] if found else kind()

    def pick(self, kind: type[R], *names: str, **equal: Any) -> list[tuple[Any, ...]]:
        """Columns instead of records, where thousands of records would cost too much."""
        key = (kind, *names, *sorted(equal.items()))
        if key not in self._picked:
            self._picked[key] = self.source.pick(kind, *names, **equal)
        return self._picked[key]

    def values(self, kind: type[R], name: str) -> list[Any]:
        """Each different value of a column once."""
        key = (kind, name, "once")
        if key not in self._picked:
            self._picked[key] = self.source.values(kind, name)
        return self._picked[key]

    def add(self, *records: Record) -> None:
        """Reckon with records that the dossier does not have: what if they were there."""
        for record in records:
            self.all(type(record)).append(record)
        self._ids, self._by = {}, {}

    def forget(self, kinds: Iterable[type[Record]]) -> None:
        gone = set(kinds)
        for kept in (self._all, self._ids):
            for kind in gone & kept.keys():
                del kept[kind]
        self._by = {key: value for key, value in self._by.items() if key[0] not in gone}
        for cut in (self._picked, self._some):
            for key in [key for key in cut if key[0] in gone]:
                del cut[key]


def in_order(records: Iterable[R]) -> list[R]:
    """By the place the user gave them, then by the order of making."""
    return sorted(records, key=lambda r: (getattr(r, "position", 0), r.id))
