"""What every part of the window is given: the dossier, the palette, the names of things, today."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from ozj_desktop.model import words
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Id, Record
from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.rows import table_name
from ozj_desktop.ui.names import Names
from ozj_desktop.ui.theme import Colors, Theme

R = TypeVar("R", bound=Record)

KIND_NAMED = {table_name(kind): kind for kind in KINDS}


def _nowhere(_: str) -> None:
    """Until there is a window there is nowhere to go."""


class Desk:
    """The open dossier as the window works with it."""

    def __init__(self, dossier: Dossier, theme: Theme, today: date) -> None:
        self.dossier, self.theme, self.today = dossier, theme, today
        self.facts = Facts(dossier, today)
        self.names = Names(dossier)
        self.go: Callable[[str], None] = _nowhere  # show the thing with this id

    @property
    def colors(self) -> Colors:
        return self.theme.colors

    @property
    def writable(self) -> bool:
        return self.dossier.writable

    def heard(self, notice: Notice) -> None:
        """Forget what a step changed; call it before anybody reads again."""
        self.facts.forget({KIND_NAMED[kind] for kind in notice.kinds if kind in KIND_NAMED})
        self.names.heard(notice)

    def get(self, kind: type[R], id: str) -> R | None:
        try:
            return self.dossier.get(kind, cast("Id[R]", id))
        except KeyError:
            return None

    # Changing: one step each. The record is read anew, so that only what is named can change.

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
        with self.dossier.step(words.edited(kind, name), typing=typing):
            now = self.get(kind, record.id)
            if now is not None:
                kept = {n: self._kept(value) for n, value in values.items()}
                self.dossier.save(*with_new, replace(now, **kept))

    def _kept(self, value: Any) -> Any:
        return self.dossier.keep(value) if isinstance(value, bytes) else value

    def add(self, *records: Record) -> None:
        with self.dossier.step(words.added(type(records[0]))):
            self.dossier.save(*records)

    def delete(self, *records: Record) -> None:
        with self.dossier.step(words.deleted(type(records[0]))):
            self.dossier.delete(*records)
