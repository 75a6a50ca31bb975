"""What a file of a version holds, and how an older one gets there."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ozj_desktop.model.record import Record
from ozj_desktop.store import search, sqlite
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.rows import Rows


def _upgrade(db: sqlite.Connection, version: int) -> None:
    # Only here: importing sqlite-utils costs a third of the start of the program.
    from ozj_desktop.store.migrations import upgrade

    upgrade(db, version)


class Format(NamedTuple):
    """What a file holds: the kinds, the number of migrations, and how to get there."""

    kinds: tuple[type[Record], ...] = KINDS
    version: int = 2
    schema: str = "6606aae58065a6d693efba0f97a828f7"
    upgrade: Callable[[sqlite.Connection, int], None] = _upgrade

    def bring_up_to_date(self, db: sqlite.Connection) -> None:
        """Migrate a file, or leave it exactly as it was; search follows what became of it."""
        with sqlite.transaction(db):
            self.upgrade(db, self.version)
            search.index_anew(db, Rows(db, self.kinds).texts())


CURRENT = Format()


def keep_as_it_is(db: sqlite.Connection, path: Path, version: int, backups: Path) -> None:
    """Copy a file before it is migrated, beside the copies of others with the same name."""
    number = 1
    while (place := backups / _name_of_copy(path.stem, version, number)).exists():
        number += 1
    sqlite.copy_to(db, place)


def _name_of_copy(stem: str, version: int, number: int) -> str:
    return f"{stem}.v{version}{f'-{number}' if number > 1 else ''}.ozj"
