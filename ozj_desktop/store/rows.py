"""Between a record and its row: converters and SQL, built once per kind.

A row is a dict of plain SQLite values without the id; a set of links is in it as a JSON list.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar, cast

from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.model.text import kept_text
from ozj_desktop.store.history import Row, Value, weigh
from ozj_desktop.store.sqlite import Connection

R = TypeVar("R", bound=Record)
Convert = Callable[[Any], Any]

LINKS = (Form.REF, Form.PART_OF, Form.REFS)
TEXTS = (Form.LINE, Form.TEXT)
ANY_KIND = "record"  # where a link points at a record of whatever kind


@dataclass(frozen=True)
class Link:
    """A field through which records of one kind point to another."""

    kind: str
    field: Field


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
        names = ", ".join(["id", *map(_quoted, self.columns)])
        settings = ", ".join(f"{_quoted(column)} = ?" for column in self.columns)
        self.insert = f"INSERT INTO {self.name} ({names}) VALUES ({marks})"
        self.update = f"UPDATE {self.name} SET {settings} WHERE id = ?"

    def picked(self, names: list[str]) -> str:
        """Raise KeyError for another name: SQLite would take it for a text."""
        unknown = [n for n in names if n != "id" and n not in self._store]
        if unknown:
            raise KeyError(*unknown)
        return ", ".join(_set_of_links(n) if n in self.sets else _quoted(n) for n in names)

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
            for target in _targets(row[name])
        )


class Rows:
    """Reading and writing rows of every kind; knows nothing of steps."""

    def __init__(self, db: Connection, kinds: tuple[type[Record], ...]) -> None:
        self._db = db
        self.tables: dict[str, Table[Any]] = {table_name(kind): Table(kind) for kind in kinds}
        self.links = [
            (table_name(f.type), Link(t.name, f))
            for t in self.tables.values()
            for f in t.fields
            if f.form in LINKS
        ]

    def read(self, kind: str, id: str) -> Row | None:
        table = self.tables[kind]
        found = self._db.execute(f"{table.select} WHERE id = ?", (id,)).fetchone()
        return None if found is None else table.as_row(iter(found[1:]))

    def everything(self) -> dict[tuple[str, str], Row]:
        return {
            (table.name, values[0]): table.as_row(iter(values[1:]))
            for table in self.tables.values()
            for values in self._db.execute(table.select)
        }

    def texts(self) -> Iterator[tuple[str, str]]:
        """What can be searched of every record: (id, text)."""
        for table in self.tables.values():
            if table.texts:
                query = f"SELECT {table.picked(['id', *table.texts])} FROM {table.name}"
                for id, *values in self._db.execute(query).fetchall():
                    yield id, table.text(dict(zip(table.texts, values, strict=True)))

    def records(self, kind: type[R], equal: dict[str, Any]) -> Iterator[R]:
        """Records of `kind` in order of id, so that undo brings a record back in its place."""
        table: Table[R] = self.tables[table_name(kind)]
        where, wanted = self._where(table, equal)
        return map(table.to_record, self._db.execute(f"{table.select}{where} ORDER BY id", wanted))

    def pick(
        self, kind: type[R], names: tuple[str, ...], equal: dict[str, Any]
    ) -> list[tuple[Any, ...]]:
        """Only these columns of the same records: for long lists, where records cost too much."""
        table: Table[R] = self.tables[table_name(kind)]
        where, wanted = self._where(table, equal)
        query = f"SELECT {table.picked([*names])} FROM {table.name} AS t{where} ORDER BY id"
        found = self._db.execute(query, wanted).fetchall()
        converters = table.converters([*names])
        if not converters:
            return found
        lists = [list(values) for values in found]
        for place, convert in converters:
            for values in lists:
                values[place] = convert(values[place])
        return [tuple(values) for values in lists]

    def count(self, kind: type[R], equal: dict[str, Any]) -> int:
        table: Table[R] = self.tables[table_name(kind)]
        where, wanted = self._where(table, equal)
        found = self._db.execute(f"SELECT count(*) FROM {table.name} AS t{where}", wanted)
        return int(found.fetchone()[0])

    def _where(self, table: Table[Any], equal: dict[str, Any]) -> tuple[str, list[Value]]:
        if not equal:
            return "", []
        tests = " AND ".join(f"{_quoted(name)} IS ?" for name in equal)
        return f" WHERE {tests}", [table.stored(name, value) for name, value in equal.items()]

    def kind_of(self, id: str) -> str | None:
        found = self._db.execute("SELECT kind FROM thing WHERE id = ?", (id,)).fetchone()
        return found[0] if found else None

    def write(self, kind: str, id: str, before: Row | None, after: Row | None) -> None:
        table = self.tables[kind]
        if after is None:
            self._write_links(table, id, {})
            self._db.execute(f"DELETE FROM {kind} WHERE id = ?", (id,))
            self._db.execute("DELETE FROM thing WHERE id = ?", (id,))
            return
        values = [after[name] for name in table.columns]
        if before is None:
            self._db.execute("INSERT INTO thing (id, kind) VALUES (?, ?)", (id, kind))
            self._db.execute(table.insert, (id, *values))
        else:
            self._db.execute(table.update, (*values, id))
        if table.sets and (before is None or any(before[s] != after[s] for s in table.sets)):
            self._write_links(table, id, after)

    def _write_links(self, table: Table[Any], id: str, row: Row) -> None:
        self._db.execute("DELETE FROM link WHERE owner = ?", (id,))
        self._db.executemany(
            "INSERT INTO link (owner, field, target) VALUES (?, ?, ?)",
            [(id, name, target) for name in table.sets for target in _targets(row.get(name))],
        )

    def pointing_at(self, kind: str, id: str) -> Iterator[tuple[Link, str]]:
        """Every record that points at this one, with the field it does that through."""
        for target, link in self.links:
            if target in (kind, ANY_KIND):
                query = f"SELECT id FROM {link.kind} WHERE {_quoted(link.field.name)} = ?"
                values = [id]
                if link.field.form is Form.REFS:
                    query = (
                        "SELECT owner FROM link JOIN thing ON thing.id = owner "
                        "WHERE target = ? AND field = ? AND kind = ?"
                    )
                    values += [link.field.name, link.kind]
                for (pointer,) in self._db.execute(query, values).fetchall():
                    yield link, pointer


def table_name(kind: type[Record]) -> str:
    return kind.__name__.lower()


def _quoted(name: str) -> str:
    return f'"{name}"'  # `by` and `on` are words of SQL


def _targets(value: Value) -> list[str]:
    return json.loads(value) if isinstance(value, str) else []


def _set_of_links(name: str) -> str:
    return (
        "(SELECT json_group_array(target) FROM (SELECT target FROM link "
        f"WHERE owner = t.id AND field = '{name}' ORDER BY target)) AS \"{name}\""
    )


def _to_store(field: Field) -> Convert:
    match field.form:
        case Form.LINE | Form.TEXT:
            return lambda text: kept_text(text or "")
        case Form.DATE:
            return lambda day: day and day.isoformat()
        case Form.CHOICE:
            return lambda choice: choice and choice.value
        case Form.FLAG:
            return lambda flag: int(bool(flag))
        case Form.REFS:
            return lambda ids: json.dumps(sorted(ids or ()), separators=(",", ":"))
        case Form.FILE:
            return lambda name: name or None
    return lambda value: value


def _from_store(field: Field) -> Convert | None:
    match field.form:
        case Form.DATE:
            return lambda text: text and date.fromisoformat(text)
        case Form.CHOICE:
            known = {choice.value: choice for choice in cast(Any, field.type)}
            return lambda code: code and known[code]
        case Form.FLAG:
            return bool
        case Form.REFS:
            return lambda text: frozenset(_targets(text))
    return None
