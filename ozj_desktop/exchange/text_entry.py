"""One table of a readable text, and the id that it gets."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from ozj_desktop.model.ids import OZJ
from ozj_desktop.model.record import Record

FORMAT = "ozj-1"


@dataclass
class Entry:
    """One table of the text."""

    kind: type[Record]
    data: dict[str, Any]
    place: str  # "agreement 3 'vijf-dagen'"
    owner: "Entry | None"
    number: int
    record: Record | None = None
    more: tuple[Record, ...] = ()  # what follows from it: the places of agreements in a document
    made: bool = False

    @property
    def key(self) -> str:
        return str(self.data.get("key", ""))

    @property
    def id(self) -> str:
        return str(self.record.id) if self.record else ordered_id(self)


def ordered_id(entry: Entry) -> str:
    """An id that is the same every time, and in the order of the text (a UUIDv7 of long ago)."""
    chain = [entry.key or str(entry.number)]
    above = entry.owner
    while above is not None:
        chain.append(above.key or str(above.number))
        above = above.owner
    name = json.dumps([FORMAT, entry.kind.__name__, *chain])
    mixed = uuid5(UUID(OZJ), name).int & ((1 << 62) - 1)
    return str(UUID(int=entry.number << 80 | 7 << 76 | 2 << 62 | mixed))
