"""A step of the history as it was then: what things were called, and where they belonged."""

from typing import Any, NamedTuple

from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.store import past
from ozj_desktop.store.history import Change, Row
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.places import PLACES

AT_HOME = frozenset(name for place in PLACES for name in place.kinds)


class Home(NamedTuple):
    """The thing with a place of its own that a change is about."""

    kind: type[Record]
    id: str


class Then:
    """Right after a step; of what it took away, right before."""

    def __init__(self, desk: Desk, seq: int, changes: list[Change]) -> None:
        self._desk, self._seq, self.changes = desk, seq, changes
        self._gone = {change.id for change in changes if change.op == "delete"}
        self._homes = {change.id: self._find_home(change) for change in changes}
        homes = self.homes()
        self.several = len({*homes.values()}) == 1 < len(homes)  # things of one kind
        self.first = "" if self.several else next(iter(homes), "")

    def homes(self) -> dict[str, type[Record]]:
        """All it was about, in order."""
        return {home.id: home.kind for home in self._homes.values() if home}

    def home(self, change: Change) -> Home | None:
        return self._homes[change.id]

    def name(self, kind: type[Record], id: str) -> str:
        if kind is Record:  # a link to anything
            kind = KIND_NAMED.get(past.kind_of(self._desk.dossier, id), Record)
        if kind is Record:
            return ""
        now = self._desk.names.of(kind, id)
        if kind.__str__ is not Record.__str__:
            return now
        told = past.name_then(self._desk.dossier, kind, id, self._at(id))
        return told or now or f"{kind.names[0]} zonder naam"

    def short(self, party: str) -> str:
        """As lists call it, where it is called the same still."""
        then, names = self.name(Party, party), self._desk.names
        return names.short(party) if names.of(Party, party) == then else then

    def for_field(self, field: Field, id: str) -> str:
        return self.name(field.type, id)

    def called_now(self, kind: type[Record], id: str) -> str:
        """For who knows it only by the name it has now."""
        now = self._desk.names.of(kind, id)
        return f" (heet nu ‘{now}’)" if now and now != self.name(kind, id) else ""

    def row(self, change: Change) -> Row:
        """What it was: of an edit what it became."""
        return self._row(change.kind, change.id)

    def _at(self, id: str) -> int:
        return self._seq - 1 if id in self._gone else self._seq

    def _row(self, kind: str, id: str) -> Row:
        return past.row_then(self._desk.dossier, kind, id, self._at(id)) or {}

    def _find_home(self, change: Change) -> Home | None:
        kind: Any = KIND_NAMED.get(change.kind)
        id = change.id
        while kind is not None and id:
            if kind.__name__ in AT_HOME:
                return Home(kind, id)
            owner = next((f for f in fields_of(kind) if f.form is Form.PART_OF), None)
            if owner is None:
                return None
            row = self._row(table_name(kind), id)
            id, kind = str(row.get(owner.name) or ""), owner.type
        return None
