"""What hangs on what: the parts that die with a record, and who else still needs it."""

from collections.abc import Sequence

from ozj_desktop.errors import UserError
from ozj_desktop.model.in_use import why_kept
from ozj_desktop.model.record import Form, Record
from ozj_desktop.store.history import Key
from ozj_desktop.store.rows import Rows
from ozj_desktop.store.tables import table_name


class Doomed:
    """What goes with records: `keys` are they and all that dies with them, owners first."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.keys: list[Key] = []
        self._pointers: set[Key] = set()

    def add(self, record: Record) -> None:
        """This one goes too."""
        mine: list[Key] = [(table_name(type(record)), record.id)]
        for owner in mine:  # grows while we walk it
            for link, part in self._rows.pointing_at(*owner):
                self._pointers.add((link.kind, part))
                if link.field.form is Form.PART_OF and (link.kind, part) not in mine:
                    mine.append((link.kind, part))
        self.keys += mine

    def refuse_if_needed(self, records: Sequence[Record]) -> None:
        """Raise UserError, which says why, if anything else points at what is to go."""
        if pointers := self._pointers - {*self.keys}:
            found = [r for key in sorted(pointers) if (r := self._read(*key))]
            raise UserError(why_kept(records, found, self._get))

    def _read(self, kind: str, id: str) -> Record | None:
        return next(self._rows.records(self._rows.tables[kind].kind, {"id": id}), None)

    def _get(self, kind: type[Record], id: str) -> Record | None:
        return self._read(table_name(kind), id)
