"""What hangs on what: the parts that die with a record, and who else still needs it."""

from collections import Counter
from collections.abc import Sequence

from ozj_desktop.errors import UserError
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.record import Form, Record
from ozj_desktop.store.history import Key
from ozj_desktop.store.rows import Rows
from ozj_desktop.store.tables import table_name

FEW = 3


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
        """Raise UserError, with a count per kind, if anything else points at what is to go."""
        pointers = self._pointers - {*self.keys}
        if pointers:
            one, rows = len(records) == 1, self._rows
            name = str(records[0]) if one else f"Deze {records[0].names[1]}"
            raise UserError(
                f"{name} {'kan' if one else 'kunnen'} niet weg: {_counted(rows, pointers)} er nog "
                f"naar{_named(rows, pointers)}. Haal dat daar eerst weg of kies daar iets anders."
            )


def _named(rows: Rows, keys: set[Key]) -> str:
    """What they are called, where they are few."""
    if len(keys) > FEW:
        return ""
    found = [
        str(record)
        for kind, id in sorted(keys)
        for record in rows.records(rows.tables[kind].kind, {"id": id})
    ]
    return f" ({listed(f'‘{name}’' for name in found)})"


def _counted(rows: Rows, keys: set[Key]) -> str:
    numbers = Counter(kind for kind, _ in sorted(keys))
    names = {kind: rows.tables[kind].kind.names for kind in numbers}
    parts = [f"{n} {names[kind][n > 1]}" for kind, n in numbers.items()]
    return f"{listed(parts)} {'verwijzen' if len(keys) > 1 else 'verwijst'}"
