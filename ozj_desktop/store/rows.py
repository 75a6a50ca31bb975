"""Reading and writing the rows of all kinds."""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from ozj_desktop.model.record import Field, Form, Record
from ozj_desktop.store.history import Row, Value
from ozj_desktop.store.sqlite import Connection
from ozj_desktop.store.tables import Table, quoted, table_name, targets

R = TypeVar("R", bound=Record)

LINKS = (Form.REF, Form.PART_OF, Form.REFS)
ANY_KIND = "record"  # where a link points at a record of whatever kind


class Link(NamedTuple):
    """A field through which records of one kind point to another."""

    kind: str
    field: Field


class Rows:
    """Rows of every kind; knows nothing of steps."""

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

    def values(self, kind: type[R], name: str) -> list[Any]:
        """What stands in one column, each value once."""
        table: Table[R] = self.tables[table_name(kind)]
        found = self._db.execute(f"SELECT DISTINCT {table.picked([name])} FROM {table.name} AS t")
        convert = dict(table.converters([name])).get(0)
        return [convert(value) if convert else value for (value,) in found]

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
        indexed = {f.name for f in table.fields if f.form in LINKS}
        found = any(name in indexed and value is not None for name, value in equal.items())
        tests = " AND ".join(
            # an index of links is little help to find those without, where there is another
            f"{'+' if found and value is None else ''}{quoted(name)} IS ?"
            for name, value in equal.items()
        )
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
            [(id, name, target) for name in table.sets for target in targets(row.get(name))],
        )

    def pointing_at(self, kind: str, id: str) -> Iterator[tuple[Link, str]]:
        """Every record that points at this one, with the field it does that through."""
        for target, link in self.links:
            if target in (kind, ANY_KIND):
                query = f"SELECT id FROM {link.kind} WHERE {quoted(link.field.name)} = ?"
                values = [id]
                if link.field.form is Form.REFS:
                    query = (
                        "SELECT owner FROM link JOIN thing ON thing.id = owner "
                        "WHERE target = ? AND field = ? AND kind = ?"
                    )
                    values += [link.field.name, link.kind]
                for (pointer,) in self._db.execute(query, values).fetchall():
                    yield link, pointer
