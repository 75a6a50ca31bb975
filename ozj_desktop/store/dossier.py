"""The open file: read records, and change them in steps that can be undone."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar, cast

from ozj_desktop.errors import InUse, UserError
from ozj_desktop.model.record import Id, Record
from ozj_desktop.store import blobs, links, search, sqlite
from ozj_desktop.store.format import CURRENT, Format, keep_as_it_is
from ozj_desktop.store.history import (
    Change,
    Draft,
    History,
    Key,
    Row,
    Step,
    Value,
    weigh,
)
from ozj_desktop.store.lock import WriterLock
from ozj_desktop.store.rows import Rows
from ozj_desktop.store.tables import table_name

R = TypeVar("R", bound=Record)
Moments = Generator[None, None, None]  # closed halfway it leaves nothing


def _now() -> datetime:
    return datetime.now(UTC)


class Notice(NamedTuple):
    """What a step did: per record the fields that changed (all of them if it came or went)."""

    label: str
    changes: tuple[tuple[str, str, frozenset[str]], ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _, _ in self.changes)


class Dossier:
    """One file, or a private copy of one in memory."""

    def __init__(
        self,
        db: sqlite.Connection,
        path: Path,
        *,
        format: Format = CURRENT,
        who: str = "",
        lock: WriterLock | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self.path, self.format, self.who = path, format, who
        self.on_change: list[Callable[[Notice], None]] = []
        self.db, self.rows, self.history = db, Rows(db, format.kinds), History(db)
        self._lock, self._now = lock, now
        self._draft: Draft | None = None
        self._typing: Draft | None = None
        self._seen = self._fingerprint()

    # Opening

    @classmethod
    def create(cls, path: Path, **how: Any) -> Self:
        """A new and empty dossier; raise UserError if there is a file already."""
        new = cls.in_memory(path, **how)
        new.publish()
        return cls.open(path, **how)

    @classmethod
    def in_memory(cls, path: Path, **how: Any) -> Self:
        """A new dossier that is no file until `publish`: then it is there whole, or not at all."""
        sqlite.refuse_taken(path)
        db = sqlite.in_memory()
        format: Format = how.get("format", CURRENT)
        format.bring_up_to_date(db)
        new = cls(db, path, **how)
        with new.step("created", nature="final") as draft:
            draft.keep_if_empty = True  # the step by which copies know each other
        return new

    def publish(self) -> None:
        """Write what was made in memory to its path, and let go of it."""
        sqlite.refuse_taken(self.path)
        sqlite.copy_to(self.db, self.path)
        self.db.close()

    @classmethod
    def open(cls, path: Path, *, who: str = "", backups: Path | None = None, **how: Any) -> Self:
        """Open for writing. Raise InUse, or Refused for a foreign, newer or damaged file.

        Before a file of an older version is migrated, a copy goes to `backups`.
        """
        format: Format = how.get("format", CURRENT)
        version = sqlite.judge(path, format.version, format.schema)
        if sqlite.left_by_a_crash(path) and cls.read(path, format=format).verify():
            raise sqlite.damaged(path)  # opening would write what is in a journal of another file
        lock = WriterLock(path, who)
        try:
            if sqlite.read_only(path):
                raise InUse(f"{path.name} is alleen-lezen. U kunt het bekijken, niet wijzigen.")
            with sqlite.in_words(path):
                db = sqlite.connect_to_write(path)
                if version < format.version:
                    keep_as_it_is(db, path, version, backups or path.parent)
                    format.bring_up_to_date(db)
                return cls(db, path, who=who, lock=lock, **how)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def read(cls, path: Path, *, format: Format = CURRENT) -> Self:
        """A private copy of what is in `path` now, for whoever reads beside the writer."""
        version = sqlite.judge(path, format.version, format.schema)
        db = sqlite.load(path)
        if version < format.version:
            format.bring_up_to_date(db)
        return cls(db, path, format=format)

    def copy(self) -> "Dossier":
        """A private copy, for a job beside the window."""
        return Dossier(sqlite.copy(self.db), self.path, format=self.format, who=self.who)

    def copy_to(self, path: Path) -> None:
        """Write a whole copy of the file to `path`."""
        sqlite.copy_to(self.db, path)

    def close(self) -> None:
        self.db.close()
        if self._lock:
            self._lock.release()

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def verify(self) -> list[str]:
        """What is wrong with the file or was changed in it by something else; empty if sound."""
        try:
            if found := sqlite.problems(self.db) or self.history.verify():
                return found
            for table in self.rows.tables.values():
                self.all(table.kind)  # a code or a date that the program does not know
            return []
        except (sqlite.DriverError, ValueError, TypeError, LookupError):
            return ["Het bestand is niet overal meer te lezen."]

    # Reading

    def get(self, kind: type[R], id: Id[R]) -> R:
        """Raise KeyError if there is no such record."""
        for record in self.rows.records(kind, {"id": id}):
            return record
        raise KeyError(id)

    def all(self, kind: type[R], **equal: Any) -> list[R]:
        """The records of `kind`, oldest first: `all(Contribution, agreement=id)`."""
        return list(self.rows.records(kind, equal))

    def pick(self, kind: type[R], *names: str, **equal: Any) -> list[tuple[Any, ...]]:
        """Some columns of the same: `pick(Agreement, "id", "title")`."""
        return self.rows.pick(kind, names, equal)

    def values(self, kind: type[R], name: str) -> list[Any]:
        """What stands in a column, each value once."""
        return self.rows.values(kind, name)

    def count(self, kind: type[R], **equal: Any) -> int:
        return self.rows.count(kind, equal)

    def kind_of(self, id: str) -> type[Record] | None:
        """The kind of the record with this id, whatever it is; None if there is none."""
        name = self.rows.kind_of(id)
        return self.rows.tables[name].kind if name else None

    def named(self, id: str) -> Record | None:
        """The record with this id, of whatever kind; None if there is none."""
        kind = self.kind_of(id)
        return None if kind is None else self.get(kind, cast(Any, id))

    def find(self, words: str, limit: int = 50) -> list[tuple[str, str, str]]:
        """The best (kind, id, snippet) that hold words beginning with each of `words`."""
        return search.find(self.db, words, limit)

    def blob(self, name: str) -> bytes:
        """The bytes kept under this SHA-256; raise KeyError if there are none."""
        return blobs.read(self.db, name)

    def has_blob(self, name: str) -> bool:
        return blobs.exists(self.db, name)

    # Changing

    @contextmanager
    def step(self, label: str, *, typing: bool = False, **how: Any) -> Iterator[Draft]:
        """One transaction, one entry in the history, one undo, one notice; or nothing at all.

        With `typing`, steps of the same label are one until `settle` or any other step.
        """
        assert self._draft is None, "steps do not nest"
        open_step, self._typing = self._typing, None
        longer = typing and open_step is not None and open_step.label == label
        draft = open_step if longer and open_step else Draft(label, **how)
        earlier = list(draft.changes())
        changes: list[Change] = []
        with sqlite.in_words(self.path), sqlite.transaction(self.db):
            self._refuse_if_changed_elsewhere()
            self._draft = draft
            try:
                yield draft
                changes = list(draft.changes())
                if earlier and changes != earlier:
                    self.history.drop_last()
                if draft.keep_if_empty or (changes and changes != earlier):
                    self._append(draft, changes)
                elif not changes:
                    blobs.let_go(self.db, draft)
            finally:
                self._draft = None
        self._typing = draft if typing and changes else None
        self._tell(draft, changes or earlier)

    def in_moments(self, label: str, work: Iterable[object], **how: Any) -> Moments:
        """A step of much: `work` makes it bit by bit, and between two yields others may look.

        Closed halfway, it leaves nothing, and those who looked meanwhile hear to look again.
        """
        made = None
        try:
            with self.step(label, **how) as draft:
                made = draft
                for _ in work:
                    yield
                for key in draft.before:
                    draft.weights[key] = self._weight(draft, key)
                    yield
        except BaseException:
            if made:
                self._tell(made, list(made.changes()))
            raise

    @property
    def in_step(self) -> bool:
        """Whether a step is being made now."""
        return self._draft is not None

    def settle(self) -> None:
        """Close the step that typing left open; call it when the focus leaves."""
        self._typing = None

    def save(self, *records: Record) -> None:
        """Store records; saving what is stored already does nothing."""
        for record in records:
            kind = table_name(type(record))
            if record.natural_key is not None and record.id != record.own_id():
                raise ValueError(f"{record.natural_key} of {kind} is its identity")
            self.put(kind, record.id, self.rows.tables[kind].to_row(record))

    def delete(self, *records: Record) -> None:
        """Delete records and their parts; raise UserError if others point at any of them."""
        for _ in self.deleting(*records):
            pass

    def deleting(self, *records: Record) -> Iterator[None]:
        """The same, one record after the other."""
        for kind, id in reversed((yield from self.dooming(*records))):
            self.put(kind, id, None)
            yield

    def refuse_in_use(self, *records: Record) -> None:
        """Raise UserError if others point at these records or their parts."""
        for _ in self.dooming(*records):
            pass

    def dooming(self, *records: Record) -> Generator[None, None, list[Key]]:
        """What goes with these records; raise UserError if others point at any of it."""
        found = links.Doomed(self.rows)
        for record in records:
            found.add(record)
            yield
        found.refuse_if_needed(records)
        return found.keys

    def keep(self, data: bytes) -> str:
        """Keep bytes (a logo, a signed sheet, a frozen text) within a step; the SHA-256 of them.

        Raise UserError above blobs.LARGEST_FILE.
        """
        assert self._draft is not None
        return blobs.keep(self.db, data, self._draft)

    def put(self, kind: str, id: str, after: Row | None) -> None:
        """The one door to the tables: every change to a record passes here, inside a step."""
        assert self._draft is not None, "change the dossier inside `with dossier.step(…)`"
        before = self.rows.read(kind, id)
        if before == after:
            return
        self._draft.before.setdefault((kind, id), before)
        self._draft.after[kind, id] = after
        table = self.rows.tables[kind]
        then, now = (table.text(row) if row else "" for row in (before, after))
        if then and not after:  # while the record is still there to be found
            search.put(self.db, id, "")
        self.rows.write(kind, id, before, after)
        if after and then != now:
            search.put(self.db, id, now)

    def note(self, table: str, **row: Value) -> None:
        """Add a row to one of the store's own tables, inside a step."""
        assert self._draft is not None
        marks = ", ".join("?" * len(row))
        self.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", [*row.values()])
        self._draft.weight += weigh(table, row)

    def weigh_less(self, weight: int) -> None:
        """Within a step: so much of the store's own tables has gone."""
        assert self._draft is not None
        self._draft.weight -= weight

    def scrub(self, ids: Collection[str]) -> None:
        """Take all that these records held out of the history, this step included."""
        assert self._draft is not None
        self._draft.erased.update(ids)
        self.history.scrub(ids)

    # Undo and redo: appended steps, so that they too are history and survive reopening.

    def undo(self) -> None:
        for _ in self.undoing():
            pass

    def redo(self) -> None:
        for _ in self.redoing():
            pass

    def undoing(self) -> Moments:
        """Undo in moments."""
        if step := self.history.undoable():
            yield from self._revert(step, "undo")

    def redoing(self) -> Moments:
        """Redo in moments."""
        if step := self.history.redoable():
            yield from self._revert(step, "redo")

    def _revert(self, step: Step, nature: str) -> Moments:
        how = {"nature": nature, "reverts": step.seq, "keep_if_empty": True}
        return self.in_moments(step.label, self._taken_back(step), **how)

    def _taken_back(self, step: Step) -> Iterator[None]:
        for _, change in self.history.changes_after(step.seq - 1, upto=step.seq):
            now = self.rows.read(change.kind, change.id)
            self.put(change.kind, change.id, change.before(now))
            yield

    # Within a step

    def _append(self, draft: Draft, changes: list[Change]) -> None:
        known = draft.weights
        each = (known[k] if k in known else self._weight(draft, k) for k in draft.before)
        weight = draft.weight + sum(each)
        at = self._now().isoformat(timespec="milliseconds")
        self.history.append(draft, changes, weight=weight, at_utc=at, who=self.who)

    def _weight(self, draft: Draft, key: Key) -> int:
        """What a step adds to the weight of one row."""
        (kind, id), table = key, self.rows.tables[key[0]]
        return table.weight(id, draft.after[kind, id]) - table.weight(id, draft.before[key])

    def _tell(self, draft: Draft, changes: list[Change]) -> None:
        if changes:
            told = tuple((c.kind, c.id, frozenset(c.fields)) for c in changes)
            for listener in list(self.on_change):
                listener(Notice(draft.label, told))

    def _fingerprint(self) -> tuple[int, int, int]:
        where = self.path.stat() if self._lock else None
        file = (where.st_dev, where.st_ino) if where else (0, 0)
        return (*file, sqlite.pragma(self.db, "data_version"))

    def _refuse_if_changed_elsewhere(self) -> None:
        try:
            unchanged = self._fingerprint() == self._seen
        except OSError:
            unchanged = False
        if not unchanged:
            raise UserError(
                f"{self.path.name} is buiten dit venster vervangen, verplaatst of gewijzigd. "
                "Bewaar een kopie onder een andere naam en open het bestand opnieuw."
            )
