"""How each kind is stored: converters and SQL, built once per kind.

A row is a dict of plain SQLite values without the id; a set of links is in it as a JSON list.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Generic, TypeVar, cast

from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.model.stored import day_or_words
from ozj_desktop.model.text import kept_text
from ozj_desktop.store.history import Row, Value, weigh

R = TypeVar("R", bound=Record)
Convert = Callable[[Any], Any]

TEXTS = (Form.LINE, Form.TEXT)


class Table(Generic[R]):
    """How one kind is stored."""

    def __init__(self, kind: type[R]) -> None:
        self.kind, self.name, self.fields = kind, table_name(kind), fields_of(kind)
        self.columns = [f.name for f in self.fields if f.form is not Form.REFS]
        self.sets = [f.name for f in self.fields if f.form is Form.REFS]
        self.texts = [f.name for f in self.fields if f.form in TEXTS and kind.searched]
        self.files = [f.name for f in self.fields if f.form is Form.FILE]
        self._store = {f.name: _to_store(f) for f in self.fields}
        self._load = {f.name: _from_store(f) for f in self.fields}
        self.defaults: Row = {f.name: self._store[f.name](f.default) for f in self.fields}
        self._names = ["id", *self._load]
        self._converted = [(n, convert) for n, convert in self._load.items() if convert]
        self.select = f"SELECT {self.picked(self._names)} FROM {self.name} AS t"
        marks = ", ".join("?" * (len(self.columns) + 1))
        names = ", ".join(["id", *map(quoted, self.columns)])
        settings = ", ".join(f"{quoted(column)} = ?" for column in self.columns)
        self.insert = f"INSERT INTO {self.name} ({names}) VALUES ({marks})"
        self.update = f"UPDATE {self.name} SET {settings} WHERE id = ?"

    def picked(self, names: list[str]) -> str:
        """Raise KeyError for another name: SQLite would take it for a text."""
        unknown = [n for n in names if n != "id" and n not in self._store]
        if unknown:
            raise KeyError(*unknown)
        return ", ".join(_set_of_links(n) if n in self.sets else quoted(n) for n in names)

    def converters(self, names: list[str]) -> list[tuple[int, Convert]]:
        """Which of the columns `names` need converting, by place."""
        found = [(place, self._load.get(name)) for place, name in enumerate(names)]
        return [(place, convert) for place, convert in found if convert]

    def to_row(self, record: R) -> Row:
        return {name: store(getattr(record, name)) for name, store in self._store.items()}

    def stored(self, name: str, value: Any) -> Value:
        """Raise KeyError for a name that is no column."""
        if name in self.sets:
            raise KeyError(name)
        stored: Value = value if name == "id" else self._store[name](value)
        return stored

    def to_record(self, values: tuple[Value, ...]) -> R:
        """Past the constructor, which takes five times as long: what is stored is complete."""
        loaded: dict[str, Any] = dict(zip(self._names, values, strict=True))
        for name, convert in self._converted:
            loaded[name] = convert(loaded[name])
        record = object.__new__(self.kind)
        record.__dict__.update(loaded)
        return record

    def as_row(self, values: Iterator[Value]) -> Row:
        return dict(zip(self._store, values, strict=True))

    def text(self, row: Row) -> str:
        """What can be searched of a record."""
        return "\n".join(str(row[name]) for name in self.texts if row[name])

    def weight(self, id: str, row: Row | None) -> int:
        """The same sum that counting the tables anew would give for this record."""
        if row is None:
            return 0
        columns: Row = {name: row[name] for name in self.columns}
        own = weigh(self.name, {"id": id, **columns})
        return own + sum(
            weigh("link", {"owner": id, "field": name, "target": target})
            for name in self.sets
            for target in targets(row[name])
        )


def table_name(kind: type[Record]) -> str:
    return kind.__name__.lower()


def quoted(name: str) -> str:
    return f'"{name}"'  # `by` and `on` are words of SQL


def targets(value: Value) -> list[str]:
    return json.loads(value) if isinstance(value, str) else []


def _set_of_links(name: str) -> str:
    return (
        "(SELECT json_group_array(target) FROM (SELECT target FROM link "
        f"WHERE owner = t.id AND field = '{name}' ORDER BY target)) AS \"{name}\""
    )


def _to_store(field: Field) -> Convert:
    match field.form:
        case Form.LINE | Form.TEXT | Form.FIGURE | Form.PERIOD:
            return lambda text: kept_text(text or "")
        case Form.DATE:
            return lambda day: day and day.isoformat()
        case Form.WHEN:
            return _when_to_store
        case Form.CHOICE:
            return lambda choice: choice and choice.value
        case Form.FLAG:
            return lambda flag: int(bool(flag))
        case Form.REFS:
            return lambda ids: json.dumps(sorted(ids or ()), separators=(",", ":"))
        case Form.FILE:
            return lambda name: name or None
    return lambda value: value


def _when_to_store(when: date | str | None) -> str | None:
    return when.isoformat() if isinstance(when, date) else kept_text(when or "") or None


def _from_store(field: Field) -> Convert | None:
    match field.form:
        case Form.DATE:
            return lambda text: text and date.fromisoformat(text)
        case Form.WHEN:
            return lambda text: text and day_or_words(text)
        case Form.CHOICE:
            known = {choice.value: choice for choice in cast(Any, field.type)}
            return lambda code: code and known[code]
        case Form.FLAG:
            return bool
        case Form.REFS:
            return lambda text: frozenset(targets(text))
    return None
