"""The agreements of a document as lines: numbered, with headings where topics lie together."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.ui.parts.text import tip
from ozj_desktop.ui.status import Status

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Place(NamedTuple):
    """One agreement at its place; `id` is that of the place."""

    id: str
    agreement: str
    title: str
    detail: str
    topic: str
    status: Status


class Heading(NamedTuple):
    """The topic of the rows below it."""

    words: str


def with_headings(places: Sequence[Place]) -> list[Place | Heading]:
    """Headings only where all agreements of a topic lie together, and a topic has several.

    Without these every agreement tells its topic itself.
    """
    runs = [topic for topic, _ in groupby(places, lambda place: place.topic)]
    if len(runs) != len({*runs}) or not 1 < len(runs) < len(places):
        return [place._replace(detail=_both(place)) for place in places]
    lines: list[Place | Heading] = []
    for topic, found in groupby(places, lambda place: place.topic):
        lines += [Heading(topic or "Zonder thema"), *found]
    return lines


def _both(place: Place) -> str:
    return " · ".join(part for part in (place.topic, place.detail) if part)


class PlaceModel(QAbstractListModel):
    """Told anew as a whole where anything is otherwise: a document has dozens of rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.places: list[Place] = []
        self.lines: list[Place | Heading] = []
        self._numbers: dict[str, int] = {}

    def show_places(self, places: Sequence[Place]) -> bool:
        """False where nothing changed."""
        if [*places] == self.places:
            return False
        self.beginResetModel()
        self.places, self.lines = [*places], with_headings(places)
        self._numbers = {place.id: n for n, place in enumerate(places)}
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.line(index), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        match role, line:
            case Qt.ItemDataRole.UserRole, _:
                return line
            case Qt.ItemDataRole.DisplayRole, Heading():
                return line.words
            case Qt.ItemDataRole.DisplayRole, Place():
                return line.title
            case Qt.ItemDataRole.ToolTipRole, Place():
                return tip(f"{line.title}\n{line.detail}".strip())
            case Qt.ItemDataRole.AccessibleTextRole, Place():
                return f"{self.number(line.id) + 1}. {line.title}, {line.status.word}"
        return None

    def line(self, index: Index) -> Place | Heading | None:
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None

    def number(self, id: str) -> int:
        """The place in the document, from 0; -1 where it is not in it."""
        return self._numbers.get(id, -1)

    def row_of(self, id: str) -> int:
        found = (
            n for n, line in enumerate(self.lines) if isinstance(line, Place) and line.id == id
        )
        return next(found, -1)
