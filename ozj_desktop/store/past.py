"""Looking back: which steps were about what, by whom and since when, however many there are."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ozj_desktop.model.record import Form, Record
from ozj_desktop.model.stored import name_field
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Change, Key, Row, Step, Value
from ozj_desktop.store.tables import quoted, table_name


@dataclass(frozen=True)
class Wanted:
    """What steps must have to be found; nothing asked finds all of them."""

    who: str | None = None
    after: int = 0  # the number of a step
    since_utc: str = ""
    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


def find(dossier: Dossier, wanted: Wanted, *, before: int = 0, most: int = -1) -> list[int]:
    """The numbers of the steps, newest first; so many of those older than `before`."""
    tests: list[str] = ["seq > ?"]
    values: list[Value] = [wanted.after]
    if wanted.who is not None:
        tests.append("who = ?")
        values.append(wanted.who)
    if wanted.since_utc:
        tests.append("at_utc >= ?")
        values.append(wanted.since_utc)
    if before:
        tests.append("seq < ?")
        values.append(before)
    one_of = "IN (SELECT value FROM json_each(?))"
    if wanted.kinds:  # per step: the index begins with it
        tests.append(f"EXISTS (SELECT 1 FROM change c WHERE c.seq = step.seq AND kind {one_of})")
        values.append(json.dumps(sorted(wanted.kinds)))
    if wanted.ids:
        tests.append(f"seq IN (SELECT seq FROM change WHERE id {one_of})")
        values.append(json.dumps(sorted(wanted.ids)))
    query = f"SELECT seq FROM step WHERE {' AND '.join(tests)} ORDER BY seq DESC LIMIT ?"
    return [seq for (seq,) in dossier.db.execute(query, (*values, most))]


def people(dossier: Dossier) -> list[str]:
    """Everybody who made a step."""
    found = dossier.db.execute("SELECT DISTINCT who FROM step WHERE who <> '' ORDER BY who")
    return [who for (who,) in found]


def first_changes(
    dossier: Dossier, seq: int, most: int, ids: frozenset[str] = frozenset()
) -> list[Change]:
    """A few changes of a step: there can be 25,000 in it. With `ids` only those of these."""
    only = "AND id IN (SELECT value FROM json_each(?))" if ids else ""
    query = (
        f"SELECT kind, id, op, fields FROM change WHERE seq = ? {only} ORDER BY kind, id LIMIT ?"
    )
    values = (seq, json.dumps([*ids]), most) if ids else (seq, most)
    found = dossier.db.execute(query, values).fetchall()
    return [Change(kind, id, op, json.loads(fields)) for kind, id, op, fields in found]


def numbers(dossier: Dossier, seq: int) -> Counter[str]:
    """How many records of each kind a step changed, as people count.

    Where there is one per pair of things, one that went over to another is gone here and new there.
    """
    query = "SELECT kind, op, count(*) FROM change WHERE seq = ? GROUP BY kind, op"
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, op, count in dossier.db.execute(query, (seq,)):
        by_kind[kind][op] = count
    tables = dossier.rows.tables
    moving = {name for name, table in tables.items() if table.kind.natural_key is not None}
    return Counter(
        {
            kind: n.total() - (min(n["add"], n["delete"]) if kind in moving else 0)
            for kind, n in by_kind.items()
        }
    )


def taken_back(dossier: Dossier, seqs: Iterable[int]) -> set[int]:
    """Which of these steps no longer count, because they were undone."""
    query = (
        "SELECT reverts FROM step WHERE reverts IN (SELECT value FROM json_each(?)) "
        "AND reverts IS NOT NULL"
    )
    reverted = {seq for (seq,) in dossier.db.execute(query, (json.dumps([*seqs]),))}
    return {seq for seq in reverted if not dossier.history.in_effect(seq)}


def last_touch(dossier: Dossier, id: str) -> Step | None:
    """The newest step that changed this record."""
    found = dossier.db.execute("SELECT max(seq) FROM change WHERE id = ?", (id,)).fetchone()
    return dossier.history.step(found[0]) if found[0] else None


def number_at(dossier: Dossier, at_utc: str) -> int:
    """The last step before this moment; 0 where there is none."""
    found = dossier.db.execute("SELECT max(seq) FROM step WHERE at_utc < ?", (at_utc,)).fetchone()
    return int(found[0] or 0)


def made_by(dossier: Dossier, id: str) -> int:
    """The step in which this record came; 0 where the history does not know."""
    query = "SELECT min(seq) FROM change WHERE id = ? AND op = 'add'"
    return int(dossier.db.execute(query, (id,)).fetchone()[0] or 0)


def belonging(dossier: Dossier, kind: str, id: str) -> frozenset[str]:
    """A record with all that is or ever was a part of it."""
    gone, found = _deleted_parts(dossier), [(kind, id)]
    owned = [
        (target, link) for target, link in dossier.rows.links if link.field.form is Form.PART_OF
    ]
    for owner in found:  # grows while we walk it
        parts = list(gone[owner[1]])
        for target, link in owned:
            if target == owner[0]:
                query = f"SELECT id FROM {link.kind} WHERE {quoted(link.field.name)} = ?"
                rows = dossier.db.execute(query, (owner[1],)).fetchall()
                parts += [(link.kind, part) for (part,) in rows]
        found += [part for part in dict.fromkeys(parts) if part not in found]
    return frozenset(part for _, part in found)


def _deleted_parts(dossier: Dossier) -> dict[str, list[Key]]:
    """By the owner they had, the parts that were ever taken away."""
    owners = {
        link.kind: link.field.name
        for _, link in dossier.rows.links
        if link.field.form is Form.PART_OF
    }
    found: dict[str, list[Key]] = defaultdict(list)
    query = (
        "SELECT kind, id, fields FROM change WHERE op = 'delete' "
        "AND kind IN (SELECT value FROM json_each(?))"
    )
    for kind, id, fields in dossier.db.execute(query, (json.dumps([*owners]),)):
        (owner,) = json.loads(fields).get(owners[kind]) or ("",)
        found[str(owner)].append((kind, id))
    return found


def row_then(dossier: Dossier, kind: str, id: str, seq: int) -> Row | None:
    """A record as it was right after a step; None where it was not there."""
    query = "SELECT op, fields FROM change WHERE id = ? AND seq > ? ORDER BY seq DESC"
    row = dossier.rows.read(kind, id)
    for op, fields in dossier.db.execute(query, (id, seq)).fetchall():
        row = Change(kind, id, op, json.loads(fields)).before(row)
    return row


def kind_of(dossier: Dossier, id: str) -> str:
    """Also of what is gone, as far as the history knows it."""
    found = dossier.db.execute("SELECT kind FROM change WHERE id = ? LIMIT 1", (id,)).fetchone()
    return str(found[0]) if found else ""


def name_then(dossier: Dossier, kind: type[Record], id: str, seq: int) -> str:
    """What a thing was called right after a step: the first later change of it tells."""
    name = name_field(kind)
    if not name or not id:
        return ""
    query = (
        "SELECT json_extract(fields, ?) FROM change WHERE id = ? AND seq > ? "
        "AND json_type(fields, ?) IS NOT NULL ORDER BY seq LIMIT 1"
    )
    values = (f"$.{name}[0]", id, seq, f"$.{name}")
    found = dossier.db.execute(query, values).fetchone()
    if found is not None:
        return str(found[0] or "")
    row = dossier.rows.read(table_name(kind), id)
    return str(row[name] or "") if row else ""


class Net(NamedTuple):
    """What became of a record, all steps together; a side is None where it was not there."""

    kind: str
    id: str
    before: Row | None
    after: Row | None


def net_changes(dossier: Dossier, after: int) -> list[Net]:
    """What is different from how it was right after a step: first before, last after.

    What was changed and changed back is not in it, whether by undoing or by hand.
    """
    now: dict[Key, Row | None] = {}
    then: dict[Key, Row | None] = {}
    for _, change in dossier.history.changes_after(after):
        key = change.kind, change.id
        if key not in now:
            now[key] = then[key] = dossier.rows.read(*key)
        then[key] = change.before(then[key])
    return [Net(*key, then[key], now[key]) for key in now if then[key] != now[key]]
