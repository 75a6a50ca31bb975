"""Everything in a dossier as open, documented text, and back: archive and takeover.

The shape stands in resources/content/dossierformaat.md; `restore(dump(d))` dumps the same.
"""

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from ozj_desktop.errors import Refused
from ozj_desktop.store import search, sqlite
from ozj_desktop.store.dossier import CURRENT, Dossier
from ozj_desktop.store.history import Row, Step
from ozj_desktop.store.rows import Table

FORMAT = "ozj-dump"
STEP = ("seq", "id", "at_utc", "who", "label", "reason", "nature", "reverts", "weight", "seal")
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


def as_text(dumped: Dump) -> str:
    return json.dumps(dumped, ensure_ascii=False, indent=1) + "\n"


def restore(dumped: Dump, target: Path, *, who: str = "") -> Dossier:
    """A dossier in memory for `target`; raise Refused where the dump is not whole or not sound."""
    if dumped.get("version") != CURRENT.version:
        raise Refused("Deze uitvoer is gemaakt met een andere versie van OZJ Desktop.")
    db = sqlite.in_memory()
    CURRENT.upgrade(db)
    dossier = Dossier(db, target, who=who)
    try:
        with sqlite.transaction(db):
            _fill(dossier, dumped)
    except (*WRONG_SHAPE, sqlite.DriverError) as error:
        raise _not_whole() from error
    if dossier.verify():
        raise _not_whole()
    return dossier


def _not_whole() -> Refused:
    return Refused("Deze uitvoer is niet volledig of is gewijzigd. Er is niets gemaakt.")


def _content(dossier: Dossier, table: Table[Any]) -> list[Dump]:
    found = dossier.db.execute(f"{table.select} ORDER BY id")
    return [{"id": id, **_open(table, table.as_row(iter(values)))} for id, *values in found]


def _open(table: Table[Any], row: Row) -> Dump:
    return {n: json.loads(str(v)) if n in table.sets else v for n, v in row.items()}


def _closed(table: Table[Any], row: Dump) -> Row:
    sets = {n: json.dumps(sorted(row[n]), separators=(",", ":")) for n in table.sets}
    return {**{n: row[n] for n in table.columns}, **sets}


def _step(dossier: Dossier, step: Step) -> Dump:
    changes = dossier.db.execute(
        "SELECT kind, id, op, fields FROM change WHERE seq = ? ORDER BY kind, id", (step.seq,)
    )
    told = [{**dict(zip(CHANGE, c, strict=True)), "fields": json.loads(c[3])} for c in changes]
    return {**step._asdict(), "changes": told}


def _fill(dossier: Dossier, dumped: Dump) -> None:
    db = dossier.db
    db.executemany(
        "INSERT INTO blob VALUES (?, ?)",
        [(name, b64decode(data, validate=True)) for name, data in dumped["files"].items()],
    )
    for kind, rows in dumped["content"].items():
        table = dossier.rows.tables[kind]
        for row in rows:
            closed = _closed(table, row)
            dossier.rows.write(kind, row["id"], None, closed)
            search.put(db, row["id"], search.text_of(closed, table.texts))
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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
