"""What happened to the dossier, step by step, sealed against silent change.

A step holds its changes: `add` (no fields), `edit` ({field: [before, after]}), `delete` (all
fields) or `erased` (nothing left to read). `nature` is do, undo, redo or final; a final step
is the horizon: it and what came before can be read, not undone.

The seal of a step is a hash over the seal before it, the step and its changes. Its weight is
the sum of the hashes of all rows of content, so that the last step vouches for the whole file.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ozj_desktop.model.ids import new_id
from ozj_desktop.store.sqlite import Connection

Value = str | int | None
Row = dict[str, Value]
Key = tuple[str, str]  # kind, id
Fields = dict[str, list[Value]]

NOT_CONTENT = ("step", "change", "thing", "_sqlite_migrations")


class Change(NamedTuple):
    """What a step did to one record."""

    kind: str
    id: str
    op: str
    fields: Fields

    def before(self, after: Row | None) -> Row | None:
        """The row as it was, given how it became."""
        match self.op:
            case "add":
                return None
            case "delete":
                return {name: value for name, (value,) in self.fields.items()}
            case "edit" if after is not None:
                return after | {name: pair[0] for name, pair in self.fields.items()}
        return after


class Step(NamedTuple):
    """One entry of the history."""

    seq: int
    id: str
    at_utc: str
    who: str
    label: str
    reason: str
    nature: str
    reverts: int | None
    weight: str
    seal: str


BEGINNING = Step(0, "", "", "", "", "", "final", None, "0", "")


def weigh(table: str, row: Row) -> int:
    """The share of one row in the weight of the dossier."""
    text = json.dumps([table, row], sort_keys=True, ensure_ascii=False)
    return int.from_bytes(blake2b(text.encode(), digest_size=16).digest(), "big")


def as_weight(total: int) -> str:
    return f"{total % (1 << 128):032x}"


def change_between(kind: str, id: str, before: Row | None, after: Row | None) -> Change:
    if before is None:
        return Change(kind, id, "add", {})
    if after is None:
        return Change(kind, id, "delete", {name: [value] for name, value in before.items()})
    edited = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    return Change(kind, id, "edit", edited)


@dataclass
class Draft:
    """A step that is still being made: the rows it touched, as they were and as they became."""

    label: str
    reason: str = ""
    nature: str = "do"
    reverts: int | None = None
    before: dict[Key, Row | None] = field(default_factory=dict)
    after: dict[Key, Row | None] = field(default_factory=dict)
    weight: int = 0  # of what is added outside the kinds
    weights: dict[Key, int] = field(default_factory=dict)  # of rows, where they are known already
    erased: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)  # SHA-256 of bytes that it brought in
    keep_if_empty: bool = False

    def changes(self) -> Iterator[Change]:
        for (kind, id), before in self.before.items():
            after = self.after[kind, id]
            if id in self.erased:
                yield Change(kind, id, "erased", {})
            elif before != after:
                yield change_between(kind, id, before, after)


class History:
    """The tables step and change; nothing is kept in memory, so a rollback needs no care."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    # Reading

    @property
    def last(self) -> Step:
        return next(self.steps("ORDER BY seq DESC LIMIT 1"), BEGINNING)

    @property
    def horizon(self) -> int:
        found = self._db.execute("SELECT max(seq) FROM step WHERE nature = 'final'").fetchone()
        return found[0] or 0

    def step(self, seq: int) -> Step:
        return next(self.steps("WHERE seq = ?", seq), BEGINNING)

    def steps(self, where: str = "ORDER BY seq", *values: Value) -> Iterator[Step]:
        return map(Step._make, self._db.execute(f"SELECT * FROM step {where}", values))

    def size(self, seq: int) -> int:
        """How many things a step changed."""
        found = self._db.execute("SELECT count(*) FROM change WHERE seq = ?", (seq,)).fetchone()
        return int(found[0])

    def newest(self, kind: str, ids: Collection[str] | None = None) -> dict[str, int]:
        """Per record of a kind the last step that changed it; of all, or of a few."""
        query = "SELECT id, max(seq) FROM change WHERE kind = ?"
        if ids is None:
            return dict(self._db.execute(f"{query} GROUP BY id", (kind,)))
        found = (self._db.execute(f"{query} AND id = ?", (kind, id)).fetchone() for id in ids)
        return {id: seq for id, seq in found if id}

    def changes(self, seq: int) -> list[Change]:
        return [change for _, change in self.changes_after(seq - 1, upto=seq)]

    def changes_after(self, seq: int, upto: int | None = None) -> Iterator[tuple[int, Change]]:
        """The changes since `seq`, newest first, each with its step."""
        for row in self._db.execute(
            "SELECT seq, kind, id, op, fields FROM change WHERE seq > ? AND seq <= ? "
            "ORDER BY seq DESC",
            (seq, upto or self.last.seq),
        ):
            yield row[0], Change(row[1], row[2], row[3], json.loads(row[4]))

    # Undo and redo read off the steps; a step taken back leads to what was on top before it.

    def undoable(self) -> Step | None:
        step, horizon = self.last, self.horizon
        while step.seq > horizon and step.nature == "undo":
            step = self.step((step.reverts or 0) - 1)
        return step if step.seq > horizon else None

    def redoable(self) -> Step | None:
        step, horizon = self.last, self.horizon
        while step.seq > horizon and step.nature == "redo":
            step = self.step((step.reverts or 0) - 1)
        return step if step.seq > horizon and step.nature == "undo" else None

    def in_effect(self, seq: int) -> bool:
        """Whether a step still counts: it was not undone, or its undoing was."""
        by = self._db.execute("SELECT seq FROM step WHERE reverts = ?", (seq,)).fetchone()
        return by is None or not self.in_effect(by[0])

    # Writing

    def append(
        self, draft: Draft, changes: Iterable[Change], *, weight: int, at_utc: str, who: str
    ) -> None:
        """Write a step at the end; `weight` is what it adds to that of the whole."""
        last = self.last
        rows = sorted((c.kind, c.id, c.op, _json(c.fields)) for c in changes)
        step = Step(
            seq=last.seq + 1,
            id=new_id(),
            at_utc=at_utc,
            who=who,
            label=draft.label,
            reason=draft.reason,
            nature=draft.nature,
            reverts=draft.reverts,
            weight=as_weight(int(last.weight, 16) + weight),
            seal="",
        )
        step = step._replace(seal=_seal(last.seal, step, rows))
        self._db.execute(f"INSERT INTO step VALUES ({_marks(step)})", step)
        self._db.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?)", [(step.seq, *row) for row in rows]
        )

    def drop_last(self) -> None:
        """Take out the step that is about to be written again, longer."""
        self._db.execute("DELETE FROM change WHERE seq = (SELECT max(seq) FROM step)")
        self._db.execute("DELETE FROM step WHERE seq = (SELECT max(seq) FROM step)")

    def scrub(self, ids: Collection[str]) -> None:
        """Take what these records ever held out of the history."""
        for id in ids:
            self._db.execute(
                "UPDATE step SET reason = '' WHERE seq IN (SELECT seq FROM change WHERE id = ?)",
                (id,),
            )
            self._db.execute("UPDATE change SET op = 'erased', fields = '{}' WHERE id = ?", (id,))
        self.reseal()

    def rewrite(self, kind: str, op: str, convert: Callable[[Row], Row]) -> None:
        """Let a migration change the fields of `kind` in the past as it does in the present."""
        query = "SELECT seq, id, fields FROM change WHERE kind = ? AND op = ?"
        for seq, id, text in self._db.execute(query, (kind, op)).fetchall():
            fields: Fields = json.loads(text)
            values = zip(*fields.values(), strict=True)
            sides = [convert(dict(zip(fields, side, strict=True))) for side in values]
            new = {name: [side[name] for side in sides] for name in (sides[0] if sides else ())}
            self._db.execute(
                "UPDATE change SET fields = ? WHERE seq = ? AND id = ?", (_json(new), seq, id)
            )

    # The seal

    def verify(self) -> list[str]:
        """What was changed behind the program's back, in history or in current content."""
        seal, last = "", BEGINNING
        for number, (step, rows) in enumerate(self._with_changes(), 1):
            later = (step.reverts or 0) >= number  # would be followed without end
            if step.seq != number or later or step.seal != _seal(seal, step, rows):
                return [f"Stap {number} van de geschiedenis is niet meer wat is vastgelegd."]
            seal, last = step.seal, step
        if last.weight != as_weight(self.weight()):
            return ["De inhoud is niet meer wat de geschiedenis heeft vastgelegd."]
        for name, data in self._db.execute("SELECT sha256, data FROM blob"):
            if sha256(data).hexdigest() != name:
                return ["Een bewaard bestand is niet meer wat de geschiedenis heeft vastgelegd."]
        return []

    def weight(self) -> int:
        """The weight of everything in the file, counted anew from the tables themselves."""
        return sum(weigh(table, row) for table in self._tables() for row in self._rows(table))

    def reseal(self, *, weigh_again: bool = False) -> None:
        """Seal the whole history anew, after a change to it that was meant."""
        if weigh_again:
            self._db.execute(
                "UPDATE step SET weight = ? WHERE seq = (SELECT max(seq) FROM step)",
                (as_weight(self.weight()),),
            )
        seal, seals = "", []
        for step, rows in self._with_changes():
            seal = _seal(seal, step, rows)
            seals.append((seal, step.seq))
        self._db.executemany("UPDATE step SET seal = ? WHERE seq = ?", seals)

    def _with_changes(self) -> Iterator[tuple[Step, list[tuple[str, ...]]]]:
        query = "SELECT seq, kind, id, op, fields FROM change ORDER BY seq, kind, id"
        grouped = groupby(self._db.execute(query), itemgetter(0))
        seq, rows = next(grouped, (None, iter(())))
        for step in self.steps():
            mine: list[tuple[str, ...]] = []
            if seq == step.seq:
                mine = [row[1:] for row in rows]
                seq, rows = next(grouped, (None, iter(())))
            yield step, mine

    def _tables(self) -> list[str]:
        found = self._db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' ORDER BY name"
        )
        return [name for (name,) in found if name not in NOT_CONTENT]

    def _rows(self, table: str) -> Iterator[Row]:
        what = "sha256, length(data) AS size" if table == "blob" else "*"
        cursor = self._db.execute(f'SELECT {what} FROM "{table}"')
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, values, strict=True)) for values in cursor)


def _seal(before: str, step: Step, rows: Iterable[tuple[str, ...]]) -> str:
    text = _json([before, step[:-1], *rows])
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
