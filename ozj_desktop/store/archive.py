"""Everything in a dossier as open, documented text, and back: archive and takeover.

The shape stands in resources/content/dossierformaat.md; `restore(dump(d))` dumps the same.
"""

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any

from ozj_desktop.errors import Refused
from ozj_desktop.store import sqlite
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.format import CURRENT, Format
from ozj_desktop.store.history import Row, Step
from ozj_desktop.store.tables import Table

FORMAT = "ozj-dump"
STEP = ("seq", "id", "at_utc", "who", "label", "reason", "nature", "reverts", "weight", "seal")
OWN_TABLES = ("thing", "tombstone", "step")
CHANGE = ("kind", "id", "op", "fields")
WRONG_SHAPE = (LookupError, TypeError, ValueError, AttributeError, OverflowError)

Dump = dict[str, Any]


def dump(dossier: Dossier) -> Dump:
    """The whole dossier as plain dicts, lists, texts and numbers, in a fixed order."""
    db = dossier.db
    return {
        "format": FORMAT,
        "version": sqlite.pragma(db, "user_version"),
        "content": {name: _content(dossier, t) for name, t in sorted(dossier.rows.tables.items())},
        "history": [_step(dossier, step) for step in dossier.history.steps()],
        "tombstones": [id for (id,) in db.execute("SELECT id FROM tombstone ORDER BY id")],
        "merged": [list(m) for m in db.execute("SELECT step, seq FROM merged ORDER BY step, seq")],
        "files": {
            name: b64encode(data).decode()
            for name, data in db.execute("SELECT sha256, data FROM blob ORDER BY sha256")
        },
    }


def is_dump(path: Path) -> bool:
    """Whether a file looks like one that `as_text` wrote."""
    with suppress(OSError):
        if path.is_file():
            with path.open(encoding="utf-8", errors="replace") as file:
                return f'"format": "{FORMAT}"' in file.read(200)
    return False


def as_text(dumped: Dump) -> str:
    return json.dumps(dumped, ensure_ascii=False, indent=1) + "\n"


def restore(dumped: Dump, target: Path, *, who: str = "", format: Format = CURRENT) -> Dossier:
    """A dossier in memory for `target`; raise Refused where the dump is not whole or not sound.

    A dump of an older version is filled into a file of that version, and migrated like any.
    """
    version = dumped.get("version")
    if not isinstance(version, int) or version < 1:
        raise _not_whole()
    if version > format.version:
        raise Refused(
            "Deze uitvoer is van een nieuwere versie van OZJ Desktop. Werk dat eerst bij."
        )
    db = sqlite.in_memory()
    try:
        with sqlite.transaction(db):
            format.upgrade(db, version)
            _fill(db, dumped)
        format.bring_up_to_date(db)
        dossier = Dossier(db, target, who=who, format=format)
    except (*WRONG_SHAPE, Refused, sqlite.DriverError) as error:
        raise _not_whole() from error
    known = version < format.version or dump(dossier) == dumped  # nothing would get lost
    if dossier.verify() or not known:
        raise _not_whole()
    return dossier


def _not_whole() -> Refused:
    return Refused("Deze uitvoer is niet volledig of is gewijzigd. Er is niets gemaakt.")


def _content(dossier: Dossier, table: Table[Any]) -> list[Dump]:
    found = dossier.db.execute(f"{table.select} ORDER BY id")
    return [{"id": id, **_open(table, table.as_row(iter(values)))} for id, *values in found]


def _open(table: Table[Any], row: Row) -> Dump:
    return {n: json.loads(str(v)) if n in table.sets else v for n, v in row.items()}


def _step(dossier: Dossier, step: Step) -> Dump:
    changes = dossier.db.execute(
        "SELECT kind, id, op, fields FROM change WHERE seq = ? ORDER BY kind, id", (step.seq,)
    )
    told = [{**dict(zip(CHANGE, c, strict=True)), "fields": json.loads(c[3])} for c in changes]
    return {**step._asdict(), "changes": told}


def _fill(db: sqlite.Connection, dumped: Dump) -> None:
    db.executemany(
        "INSERT INTO blob VALUES (?, ?)",
        [(name, b64decode(data, validate=True)) for name, data in dumped["files"].items()],
    )
    for kind, rows in dumped["content"].items():
        columns = _columns(db, kind)
        for row in rows:
            _fill_in(db, kind, row, columns)
    for step in dumped["history"]:
        marks = ", ".join("?" * len(STEP))
        db.execute(f"INSERT INTO step VALUES ({marks})", [step[name] for name in STEP])
        db.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
            [
                (step["seq"], c["kind"], c["id"], c["op"], _json(c["fields"]))
                for c in step["changes"]
            ],
        )
    db.executemany("INSERT INTO tombstone VALUES (?)", [(id,) for id in dumped["tombstones"]])
    db.executemany("INSERT INTO merged VALUES (?, ?)", dumped["merged"])


def _columns(db: sqlite.Connection, kind: str) -> list[str]:
    """The columns of a kind as it is in this version; raise LookupError if there is none."""
    query = (
        "SELECT field.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS field "
        "WHERE t.type = 'table' AND t.name = ?"
    )
    names = [name for (name,) in db.execute(query, (kind,))]
    if "id" not in names or kind in OWN_TABLES:
        raise LookupError(kind)
    return names


def _fill_in(db: sqlite.Connection, kind: str, row: Dump, columns: list[str]) -> None:
    db.execute("INSERT INTO thing (id, kind) VALUES (?, ?)", (row["id"], kind))
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    db.execute(f"INSERT INTO {kind} ({names}) VALUES ({marks})", [row[n] for n in columns])
    for field in row.keys() - set(columns):
        db.executemany(
            "INSERT INTO link (owner, field, target) VALUES (?, ?, ?)",
            [(row["id"], field, target) for target in row[field]],
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
