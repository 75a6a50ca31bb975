"""Every change ever made to the file's schema: append, never edit.

A migration that touches fields does so through the helpers, which change table and history
alike; `upgrade` checks the old seal first and seals anew at the end, all in one transaction.
"""

from collections.abc import Callable
from typing import Any, TypedDict, Unpack

from sqlite_utils import Database, Migrations

from ozj_desktop.errors import Refused
from ozj_desktop.store.history import History, Row, Value
from ozj_desktop.store.sqlite import APPLICATION_ID, Connection

migrations = Migrations("ozj")

ITEM = "listitem"


@migrations()
def m001_start(db: Database) -> None:
    for statement in START.split(";"):
        db.execute(statement)
    for kind, columns in FIRST_KINDS.items():
        add_kind(db, kind, **columns)


FIRST_KINDS: dict[str, dict[str, Any]] = {
    "listitem": dict(text="list code label counts_as", number="position"),
    "area": dict(text="name kind code", date="valid_from valid_until"),
    "party": dict(
        text=(
            "name short_name takes_part brings gets gives_up time money people seat "
            "registration representation mandate supervision remark"
        ),
        code="domain circle",
        number="position signs",
        refs={"kind": ITEM, "part_of_party": "party", "represented_by": "party"},
    ),
    "routestep": dict(
        text="remark", number="position days", owner={"party": "party"}, refs={"body": ITEM}
    ),
    "contact": dict(
        text="name function email phone mandate",
        code="layer",
        number="gets_mail signs",
        amount="mandate_limit",
        owner={"party": "party"},
    ),
    "policyuptake": dict(text="paper state change", date="on", owner={"party": "party"}),
    "collaboration": dict(
        text=(
            "name portfolio_holder capacity anchoring programmes case_number "
            "contact_point colour attention_colour footer"
        ),
        code="steering logo",
        date="starts_on ends_on",
        number="small_number fictitious",
        refs={
            "area": "area",
            "director": "party",
            "central_municipality": "party",
            "breakthrough": "party",
        },
    ),
    "vision": dict(text="text shared_with", date="starts_on ends_on review_on"),
    "principle": dict(text="text example", number="position"),
    "term": dict(text="name meaning source"),
    "existingwork": dict(text="name kind what helps source"),
    "forum": dict(
        text="name chair secretary rhythm disputes strengthen broaden enrich",
        number="formal",
        refs={"kind": ITEM, "area": "area", "director": "party"},
    ),
    "topic": dict(
        text="name",
        number="position",
        code="municipal_role policy_field advice",
        refs={"main_forum": "forum"},
    ),
    "agreement": dict(
        text=(
            "title what result why for_whom made_at if_it_fails parents progress "
            "progress_note decision_reason internal_remark"
        ),
        code="layer advice policy_field municipal_role decision_set",
        date="starts_on ends_on first_evaluation_on progress_on",
        number="confidential",
        refs={"topic": "topic", "area": "area", "previous": "agreement"},
    ),
    "contribution": dict(
        text="role what", date="by", owner={"agreement": "agreement", "party": "party"}
    ),
    "document": dict(
        text=("name lead summary asks parents disputes changes case_number stage decision_reason"),
        code="decision_set",
        date="asks_by starts_on ends_on signing_on",
        refs={"kind": ITEM},
    ),
    "inclusion": dict(number="position", owner={"document": "document", "agreement": "agreement"}),
    "version": dict(
        text="what reason",
        code="content",
        number="major minor",
        date="submitted_on",
        owner={"document": "document"},
        refs={"mends": "version"},
    ),
    "assent": dict(
        text="table note acceptable reference signed_by capacity",
        code="signed_file",
        date="table_on reservation_until planned_on decided_on signed_on",
        owner={"version": "version", "party": "party"},
        refs={"reservation": ITEM, "body": ITEM},
    ),
    "deviation": dict(
        text="table note acceptable",
        date="reservation_until",
        owner={"assent": "assent", "agreement": "agreement"},
        refs={"reservation": ITEM},
    ),
    "achterban": dict(
        text="how outcome", date="consulted_on", owner={"document": "document", "party": "party"}
    ),
    "action": dict(
        text="what state note",
        date="due",
        refs={"party": "party", "contact": "contact", "came_from": "thing"},
    ),
    "setaside": dict(text="signal about facts reason"),
}


@migrations()
def m002_compass(db: Database) -> None:
    for kind, columns in COMPASS_KINDS.items():
        add_kind(db, kind, **columns)
    add_fields(db, "agreement", sets="outcomes indicators")


COMPASS_KINDS: dict[str, dict[str, Any]] = {
    "cycle": dict(
        text="name looking_back",
        code="picture",
        date="starts_on ends_on closed_on",
        refs={"previous": "cycle"},
    ),
    "blockwork": dict(
        text="block state there missing notes others_present",
        date="discussed_on",
        owner={"cycle": "cycle"},
    ),
    "learningcard": dict(
        text="title went how_come next_time needed",
        number="shared position",
        date="on",
        refs={"cycle": "cycle"},
    ),
    "youthfinding": dict(
        text="what sort figure source helps already",
        code="voice",
        number="position",
        owner={"cycle": "cycle"},
        refs={"area": "area"},
    ),
    "ambition": dict(text="what why", number="position"),
    "outcome": dict(
        text="what kind target_period note together_note",
        code="together_child together_adds together_degree",
        number="position",
        refs={"ambition": "ambition", "area": "area"},
    ),
    "outcomecontribution": dict(text="what", owner={"outcome": "outcome", "party": "party"}),
    "indicator": dict(
        text=(
            "name definition measure unit direction sort agreed_by side_effect source rhythm "
            "baseline baseline_period target target_period"
        ),
        code="area_kind perspective",
        date="agreed_on baseline_fixed_on",
        number="where_school_is discuss position",
        refs={"outcome": "outcome", "area": "area"},
    ),
    "baselinechange": dict(
        text="was was_period reason", date="on", owner={"indicator": "indicator"}
    ),
    "measurement": dict(
        text="period source value status note",
        number="breaks",
        owner={"indicator": "indicator"},
        refs={"area": "area"},
    ),
    "theoryofchange": dict(text="if_we then because knowledge conditions", number="position"),
    "activity": dict(
        text="name what place basis professionals organisation",
        code="layer",
        date="starts_on ends_on",
        number="position",
    ),
    "activitytest": dict(
        text="note",
        code="child adds degree",
        owner={"activity": "activity", "outcome": "outcome"},
    ),
    "activityresult": dict(
        text="period reach use goals improvement source", owner={"activity": "activity"}
    ),
    "reviewmoment": dict(
        text="name place others_present conclusion", date="on closed_on", refs={"cycle": "cycle"}
    ),
    "figurestory": dict(
        text="recognise explain appreciate improve",
        owner={"review": "reviewmoment", "indicator": "indicator"},
    ),
    "toldstory": dict(
        text="text voice source",
        number="position",
        owner={"review": "reviewmoment"},
        refs={"indicator": "indicator"},
    ),
    "reviewdecision": dict(
        text="reason",
        code="verdict",
        owner={"review": "reviewmoment"},
        refs={"activity": "activity", "agreement": "agreement"},
    ),
}

START = """
CREATE TABLE thing (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE link (
    owner TEXT NOT NULL REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    target TEXT NOT NULL REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner, field, target)) STRICT, WITHOUT ROWID;
CREATE INDEX link_target ON link (target);
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE tombstone (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE merged (
    step TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (step, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE step (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at_utc TEXT NOT NULL, who TEXT NOT NULL,
    label TEXT NOT NULL, reason TEXT NOT NULL, nature TEXT NOT NULL,
    reverts INTEGER REFERENCES step (seq), weight TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
CREATE INDEX step_reverts ON step (reverts) WHERE reverts IS NOT NULL;
CREATE INDEX step_final ON step (seq) WHERE nature = 'final';
CREATE TABLE change (
    seq INTEGER NOT NULL REFERENCES step (seq), kind TEXT NOT NULL, id TEXT NOT NULL,
    op TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (seq, kind, id)) STRICT, WITHOUT ROWID;
CREATE INDEX change_id ON change (id)
"""


def upgrade(db: Connection, version: int, through: Migrations = migrations) -> None:
    """Bring a new or older file to `version`, within a transaction."""
    target = Database(db)
    applied, pending = through.applied(target), through.pending(target)
    if applied and History(db).verify():
        raise Refused("Dit dossier is beschadigd en is niet bijgewerkt. Open een reservekopie.")
    through.apply(target, stop_before=[m.name for m in pending[version - len(applied) :]])
    History(db).reseal(weigh_again=True)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")


# The language of migrations: once a file has been made with it, its words never change.


class Sorts(TypedDict, total=False):
    """Names of columns by sort: `text` and `number` are never null, the others may be."""

    text: str
    code: str
    date: str
    number: str
    amount: str


def add_kind(
    db: Database,
    kind: str,
    *,
    owner: dict[str, str] | None = None,
    refs: dict[str, str] | None = None,
    **sorts: Unpack[Sorts],
) -> None:
    """A table for a kind: its columns, and its links with the table they point to.

    `owner` is a link that must be there, `refs` one that may be absent; both are checked at the
    end of a step.
    """
    columns = _columns(sorts) | _links(owner, refs)
    told = ", ".join(["id TEXT PRIMARY KEY", *columns.values()])
    db.execute(f"CREATE TABLE {kind} ({told}) STRICT")
    for name in {**(owner or {}), **(refs or {})}:
        _index(db, kind, name)


SQL = {
    "text": "\"{}\" TEXT NOT NULL DEFAULT ''",
    "code": '"{}" TEXT',
    "date": '"{}" TEXT',
    "number": "{} INTEGER NOT NULL DEFAULT 0",
    "amount": "{} INTEGER",
}
EMPTY: dict[str, Value] = {"text": "", "number": 0}


def _columns(sorts: Sorts) -> dict[str, str]:
    """How each column is declared."""
    return {name: SQL[sort].format(name) for sort, name in _by_sort(sorts)}


def _by_sort(sorts: Sorts) -> list[tuple[str, str]]:
    return [(sort, name) for sort in SQL for name in str(sorts.get(sort, "")).split()]


def _links(owner: dict[str, str] | None, refs: dict[str, str] | None) -> dict[str, str]:
    links = {name: (to, " NOT NULL") for name, to in (owner or {}).items()}
    links |= {name: (to, "") for name, to in (refs or {}).items()}
    return {
        name: f"{name} TEXT{must} REFERENCES {to} (id) DEFERRABLE INITIALLY DEFERRED"
        for name, (to, must) in links.items()
    }


def _index(db: Database, kind: str, name: str) -> None:
    db.execute(f"CREATE INDEX {kind}_{name} ON {kind} ({name})")


def add_fields(
    db: Database,
    kind: str,
    *,
    refs: dict[str, str] | None = None,
    sets: str = "",
    **sorts: Unpack[Sorts],
) -> None:
    """New and empty fields, as in `add_kind`; `sets` are links to several records."""
    for declaration in (_columns(sorts) | _links(None, refs)).values():
        db.execute(f"ALTER TABLE {kind} ADD COLUMN {declaration}")
    for name in refs or {}:
        _index(db, kind, name)
    new: Row = {name: EMPTY.get(sort) for sort, name in _by_sort(sorts)}
    new |= dict.fromkeys(refs or {}) | dict.fromkeys(sets.split(), "[]")
    History(db.conn).rewrite(kind, "delete", lambda row: row | new)


OF_KIND = "owner IN (SELECT id FROM thing WHERE kind = ?)"


def rename_field(db: Database, kind: str, old: str, new: str) -> None:
    if old in db.table(kind).columns_dict:
        db.execute(f'ALTER TABLE {kind} RENAME COLUMN "{old}" TO "{new}"')
    else:
        db.execute(f"UPDATE link SET field = ? WHERE field = ? AND {OF_KIND}", [new, old, kind])
    _rewrite(db, kind, lambda row: {new if n == old else n: v for n, v in row.items()})


def drop_field(db: Database, kind: str, name: str) -> None:
    """Let go of a field and of what it held, in the past as well."""
    if name in db.table(kind).columns_dict:
        for index in db.table(kind).indexes:
            if name in index.columns:
                db.execute(f'DROP INDEX "{index.name}"')
        db.execute(f'ALTER TABLE {kind} DROP COLUMN "{name}"')
    else:
        db.execute(f"DELETE FROM link WHERE field = ? AND {OF_KIND}", [name, kind])
    _rewrite(db, kind, lambda row: {n: v for n, v in row.items() if n != name})


def map_field(db: Database, kind: str, name: str, convert: Callable[[Value], Value]) -> None:
    for id, value in db.execute(f'SELECT id, "{name}" FROM {kind}').fetchall():
        db.execute(f'UPDATE {kind} SET "{name}" = ? WHERE id = ?', [convert(value), id])
    _rewrite(db, kind, lambda row: {n: convert(v) if n == name else v for n, v in row.items()})


def _rewrite(db: Database, kind: str, convert: Callable[[Row], Row]) -> None:
    for op in ("edit", "delete"):
        History(db.conn).rewrite(kind, op, convert)
