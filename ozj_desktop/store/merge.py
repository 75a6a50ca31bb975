"""Bringing two copies of a dossier together, field by field against what they had in common.

Both copies come to the same content whichever merges first. Where both changed one field the
newest stays, and both values are handed back for the user to judge.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from ozj_desktop.errors import UserError
from ozj_desktop.model.record import Form
from ozj_desktop.store import sqlite
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.erase import forget, words_of
from ozj_desktop.store.history import Key, Row, Step, Value

Content = dict[Key, Row]


@dataclass(frozen=True)
class Conflict:
    """A field that both changed; `field` is "" where one deleted what the other changed."""

    kind: str
    id: str
    field: str
    ours: Value
    theirs: Value
    kept: Value


@dataclass(frozen=True)
class Merged:
    """What a merge did."""

    changed: int = 0
    conflicts: tuple[Conflict, ...] = ()


@dataclass
class _Side:
    """One copy: what it holds, and when it last touched each field since the common past."""

    dossier: Dossier
    base: Content
    now: Content = field(init=False)
    touched: dict[tuple[Key, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = self.dossier.rows.everything()
        times = {step.seq: step.at_utc for step in self.dossier.history.steps()}
        for seq, change in self.dossier.history.changes_after(0):
            for name in change.fields or ("",):
                self.touched.setdefault(((change.kind, change.id), name), times[seq])


def merge(ours: Dossier, theirs: Dossier, label: str = "merged") -> Merged:
    """Take in what `theirs` has, as one step; raise UserError if they share no past.

    Idempotent. The step can be undone, unless it brings an erasure.
    """
    if _knows(ours, theirs.history.last.id):
        return Merged()
    base = _common_past(ours, theirs)
    dead = _tombstones(ours) | _tombstones(theirs)
    merging = _Merging(_Side(ours, base), _Side(theirs, base), dead)
    result = merging.result()
    erased = dead - _tombstones(ours)
    words = sorted({*words_of(ours, erased), *words_of(theirs, dead)}, key=len, reverse=True)
    wiping = bool(erased or words)  # also what a copy froze that did not know of the erasure
    changed = 0
    if wiping:
        ours.db.execute("PRAGMA secure_delete = ON")
    with ours.step(label, nature="final" if wiping else "do") as draft:
        draft.keep_if_empty = True
        for key in sorted(result.keys() | merging.ours.now.keys()):
            if result.get(key) != merging.ours.now.get(key):
                _bring_files(ours, theirs, key[0], result.get(key))
                ours.put(*key, result.get(key))
                changed += 1
        seq = ours.history.last.seq + 1
        for step in {theirs.history.last.id} | _taken_in(theirs) - _taken_in(ours):
            ours.note("merged", step=step, seq=seq)
        if wiping:
            forget(ours, erased, words)
    if wiping:
        with sqlite.in_words(ours.path):
            ours.db.execute("VACUUM")
    return Merged(changed, tuple(merging.conflicts))


def _bring_files(ours: Dossier, theirs: Dossier, kind: str, row: Row | None) -> None:
    for name in ours.rows.tables[kind].files:
        kept = row and row[name]
        if kept and not ours.has_blob(str(kept)):
            ours.keep(theirs.blob(str(kept)))


class _Merging:
    """The three-way comparison of two sides with their common past."""

    def __init__(self, ours: _Side, theirs: _Side, dead: set[str]) -> None:
        self.ours, self.theirs, self.dead = ours, theirs, dead
        self.conflicts: list[Conflict] = []
        self.tables = ours.dossier.rows.tables

    def result(self) -> Content:
        keys = self.ours.now.keys() | self.theirs.now.keys()
        rows = {key: self._row(key) for key in keys if key[1] not in self.dead}
        found = {key: row for key, row in rows.items() if row is not None}
        self._mend_links(found)
        return found

    def _row(self, key: Key) -> Row | None:
        base = self.ours.base.get(key)
        ours, theirs = self.ours.now.get(key), self.theirs.now.get(key)
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is None or theirs is None:
            kept = ours or theirs
            as_text = [None if row is None else json.dumps(row) for row in (ours, theirs, kept)]
            self.conflicts.append(Conflict(*key, "", *as_text))
            return kept
        return {name: self._value(key, name, base, ours[name], theirs[name]) for name in ours}

    def _value(self, key: Key, name: str, base: Row | None, ours: Value, theirs: Value) -> Value:
        before = (base or self.tables[key[0]].defaults)[name]
        if ours == theirs or theirs == before:
            return ours
        if ours == before:
            return theirs
        if name in self.tables[key[0]].sets:
            return _merge_sets(before, ours, theirs)
        newest = [
            (side.touched.get((key, name)) or side.touched.get((key, ""), ""), str(value), value)
            for side, value in ((self.ours, ours), (self.theirs, theirs))
        ]
        kept = max(newest)[2]
        self.conflicts.append(Conflict(*key, name, ours, theirs, kept))
        return kept

    # Links: what a survivor needs comes back; what was erased is let go.

    def _mend_links(self, rows: Content) -> None:
        gone = set(self.dead)
        waiting = list(rows)
        for key in waiting:  # grows while we walk it
            for name, target in list(self._targets(key, rows.get(key))):
                if target[1] in gone:
                    self._let_go(rows, key, name, target[1])
                elif target not in rows:
                    waiting += self._bring_back(rows, target)
            if key not in rows:
                gone.add(key[1])
                waiting += self._parts.get(key[1], ())

    def _bring_back(self, rows: Content, key: Key) -> Iterator[Key]:
        row = self.ours.now.get(key) or self.theirs.now.get(key)
        if row is not None and key not in rows and key[1] not in self.dead:
            rows[key] = row
            yield key
            for part in self._parts.get(key[1], ()):
                yield from self._bring_back(rows, part)

    @cached_property
    def _parts(self) -> dict[str, list[Key]]:
        """The parts that an owner has in either copy."""
        parts: dict[str, list[Key]] = defaultdict(list)
        for key, row in chain(self.ours.now.items(), self.theirs.now.items()):
            for f in self.tables[key[0]].fields:
                if f.form is Form.PART_OF:
                    parts[str(row[f.name])].append(key)
        return parts

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of every id in either copy; a link to any kind does not say it."""
        return {id: kind for kind, id in chain(self.ours.now, self.theirs.now)}

    def _targets(self, key: Key, row: Row | None) -> Iterator[tuple[str, Key]]:
        for target, link in self.ours.dossier.rows.links:
            if row and link.kind == key[0] and (value := row[link.field.name]):
                ids = json.loads(str(value)) if link.field.form is Form.REFS else [value]
                for id in ids:
                    yield link.field.name, (self._kinds.get(str(id), target), str(id))

    def _let_go(self, rows: Content, key: Key, name: str, dead: str) -> None:
        row = rows.get(key)
        if row is None:
            return
        f = next(f for f in self.tables[key[0]].fields if f.name == name)
        if f.form is Form.REFS:
            ids = [id for id in json.loads(str(row[name])) if id != dead]
            rows[key] = row | {name: json.dumps(ids, separators=(",", ":"))}
        elif f.optional:
            rows[key] = row | {name: None}
        else:
            del rows[key]


def _merge_sets(base: Value, ours: Value, theirs: Value) -> str:
    b, o, t = (set(json.loads(str(value))) for value in (base, ours, theirs))
    return json.dumps(sorted((o & t) | (o - b) | (t - b)), separators=(",", ":"))


# The common past


def _common_past(ours: Dossier, theirs: Dossier) -> Content:
    """The content at the newest moment that both copies have in them."""
    found = [(mine, step) for mine, step in (_shared(ours, theirs), _shared(theirs, ours)) if step]
    if not found:
        told = f"is geen kopie van {ours.path.name}. Kies een kopie van dit dossier."
        raise UserError(f"{theirs.path.name} {told}")
    found.sort(key=lambda f: (f[1].at_utc, f[1].id))
    (first, early), (last, late) = found[0], found[-1]
    if _knows(first, late.id, early.seq):  # the later one by the clock is part of the other
        return _as_it_was(first, early.seq)
    return _as_it_was(last, late.seq)


def _shared(mine: Dossier, other: Dossier) -> tuple[Dossier, Step | None]:
    """The last step of `mine` that `other` has in it."""
    steps = mine.history.steps("ORDER BY seq DESC")
    return mine, next((step for step in steps if _knows(other, step.id)), None)


def _knows(dossier: Dossier, step: str, upto: int | None = None) -> bool:
    """Whether a step of any copy is part of this one, as of step number `upto`."""
    own = next(dossier.history.steps("WHERE id = ?", step), None)
    if own:
        return own.seq <= (upto or own.seq)
    return step in _taken_in(dossier, upto)


def _taken_in(dossier: Dossier, upto: int | None = None) -> set[str]:
    """The last steps of the copies merged so far, less the merges that were undone."""
    return {
        step
        for step, seq in dossier.db.execute("SELECT step, seq FROM merged")
        if seq <= (upto or seq) and dossier.history.in_effect(seq)
    }


def _tombstones(dossier: Dossier) -> set[str]:
    return {id for (id,) in dossier.db.execute("SELECT id FROM tombstone")}


def _as_it_was(dossier: Dossier, seq: int) -> Content:
    content = dossier.rows.everything()
    for _, change in dossier.history.changes_after(seq):
        key = (change.kind, change.id)
        row = change.before(content.pop(key, None))
        if row is not None:
            content[key] = row
    return content
