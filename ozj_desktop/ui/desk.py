"""What every part of the window is given: the dossier, the palette, the names of things, today."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from ozj_desktop.errors import UserError
from ozj_desktop.model import words
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Id, Record
from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.store.history import Step
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.last_time import last_time
from ozj_desktop.ui.much import Change, at_once
from ozj_desktop.ui.names import Names
from ozj_desktop.ui.soundness import Soundness
from ozj_desktop.ui.terms import Terms
from ozj_desktop.ui.theme import Colors, Theme
from ozj_desktop.ui.unread import Unread

R = TypeVar("R", bound=Record)

FEW = 100  # things read one by one
KIND_NAMED = {table_name(kind): kind for kind in KINDS}


def _nowhere(_: str, __: object = "") -> None:
    """Until there is a window there is nowhere to go."""


def _nothing() -> None:
    """Until there is a window nothing else can be opened."""


class Desk:
    """The open dossier as the window works with it."""

    def __init__(self, dossier: Dossier, theme: Theme, today: date) -> None:
        self.theme, self.today = theme, today
        self.go: Callable[..., None] = _nowhere  # show the thing with this id, and where in it
        self.show_example: Callable[[], None] = _nothing
        self.unread = Unread()
        self.change: Callable[[Change], None] = at_once  # a window does so in moments
        self.turn_to(dossier)
        self.last_time = last_time(dossier)

    def turn_to(self, dossier: Dossier) -> None:
        """Work with this dossier from now on: the same one, opened or read again."""
        self.dossier = dossier
        self.facts = Facts(dossier, self.today)
        self.names = Names(dossier)
        self.terms = Terms(dossier)
        self.soundness: Soundness | None = None

    def turn_day(self, today: date) -> None:
        """It is another day: what is late or near is counted from it from now on."""
        self.today = self.facts.today = today

    @property
    def colors(self) -> Colors:
        return self.theme.colors

    @property
    def writable(self) -> bool:
        return self.dossier.writable and not (self.soundness and self.soundness.problems)

    @property
    def sound(self) -> bool:
        """Known to be so. A copy of anything else would push out a good one."""
        found = self.soundness
        return found is None or (found.known and not found.problems)

    def heard(self, notice: Notice) -> None:
        """Forget what a step changed; call it before anybody reads again."""
        self.facts.forget({KIND_NAMED[kind] for kind in notice.kinds if kind in KIND_NAMED})
        self.names.heard(notice)
        self.terms.heard(notice)
        self.unread.forget_gone(lambda id: self.dossier.kind_of(id) is not None)

    def get(self, kind: type[R], id: str) -> R | None:
        try:
            return self.dossier.get(kind, cast("Id[R]", id))
        except KeyError:
            return None

    def things(self, kind: type[R], ids: Collection[str]) -> list[R]:
        """What is stored of these, in this order."""
        if len(ids) <= FEW:
            return [record for id in ids if (record := self.get(kind, id))]
        found: dict[str, R] = {record.id: record for record in self.dossier.all(kind)}
        return [found[id] for id in ids if id in found]

    # Changing: one step each. The record is read anew, so that only what is named can change.

    def ready(self) -> None:
        """Call before any change: wait until the file is known to be sound, or raise Refused."""
        if self.soundness:
            self.soundness.wait()

    @contextmanager
    def step(self, label: str, *, typing: bool = False, reason: str = "") -> Iterator[None]:
        """The way of the window to a step of the dossier."""
        self.ready()
        with self.dossier.step(label, typing=typing, reason=reason):
            yield

    def undo(self, then: Callable[[], object] = lambda: None) -> None:
        self._take_back("Ongedaan maken", self.dossier.history.undoable(), then)

    def redo(self, then: Callable[[], object] = lambda: None) -> None:
        self._take_back("Opnieuw doen", self.dossier.history.redoable(), then)

    def _take_back(self, words: str, step: Step | None, then: Callable[[], object]) -> None:
        self.ready()
        if step is not None:
            moments = self.dossier.redoing if step.nature == "undo" else self.dossier.undoing
            size = self.dossier.history.size(step.seq)
            self.change(Change(words, size, moments(), then, lets_go=True))

    def much(
        self,
        words: str,
        label: str,
        size: int,
        work: Iterable[object],
        then: Callable[[], object] = lambda: None,
        refused: Callable[[UserError], object] | None = None,
    ) -> None:
        """One step that `work` makes of so many things, in moments; `words` say what it does."""
        self.ready()
        self.change(Change(words, size, self.dossier.in_moments(label, work), then, refused))

    def edit(
        self,
        record: Record,
        values: dict[str, Any],
        *,
        typing: bool = False,
        with_new: Iterable[Record] = (),
    ) -> None:
        """Set fields of what is stored; bytes are kept as a file. Things that are gone stay so."""
        kind = type(record)
        name = next(iter(values)) if len(values) == 1 else ""
        with self.step(words.edited(kind, name), typing=typing):
            now = self.get(kind, record.id) or (record if kind.implied else None)
            if now is not None:
                kept = {n: self._kept(value) for n, value in values.items()}
                self.dossier.save(*with_new, replace(now, **kept))

    def _kept(self, value: Any) -> Any:
        return self.dossier.keep(value) if isinstance(value, bytes) else value

    def add(self, *records: Record) -> None:
        with self.step(words.added(type(records[0]))):
            self.dossier.save(*records)

    def delete(
        self,
        *records: Record,
        then: Callable[[], object] = lambda: None,
        refused: Callable[[UserError], object] | None = None,
    ) -> None:
        label = words.deleted(type(records[0]), len(records))
        work = self.dossier.deleting(*records)
        self.much("Verwijderen", label, len(records), work, then, refused)
