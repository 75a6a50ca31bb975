"""Things to tick, under the headings of their groups; a heading ticks all that is shown of it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.parts.text import tip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Choice(NamedTuple):
    """One thing that can be ticked."""

    id: str
    words: str
    group: str


class Group(NamedTuple):
    """A heading over the choices with these ids."""

    words: str
    ids: tuple[str, ...]


class ChooseModel(QAbstractListModel):
    """`choices` come sorted by group. What is ticked stays so while it is filtered out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Choice | Group] = []
        self.chosen: set[str] = set()
        self._choices: list[tuple[str, Choice]] = []

    def show_choices(self, choices: Iterable[Choice]) -> None:
        self._choices = [(sort_key(f"{c.words} {c.group}"), c) for c in choices]
        self.chosen &= {choice.id for _, choice in self._choices}
        self.filter("")

    def filter(self, text: str) -> None:
        """Only what holds every word of the text, in its title or its group."""
        wanted = sort_key(text).split()
        found = [c for hay, c in self._choices if all(word in hay for word in wanted)]
        self.beginResetModel()
        self.lines = []
        for group, of_it in groupby(found, lambda choice: choice.group):
            choices = [*of_it]
            self.lines += [Group(group, tuple(c.id for c in choices)), *choices]
        self.endResetModel()

    def in_order(self) -> list[str]:
        """What is ticked, in the order of the list."""
        return [choice.id for _, choice in self._choices if choice.id in self.chosen]

    def toggle(self, index: Index) -> None:
        """Tick or not; of a heading all of them, unless all are ticked already."""
        line = self.line(index)
        ids = line.ids if isinstance(line, Group) else (line.id,) if line else ()
        self._set(ids, not self.chosen.issuperset(ids))

    def _set(self, ids: Sequence[str], on: bool) -> None:
        self.chosen = self.chosen | {*ids} if on else self.chosen - {*ids}
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, 0))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        match role, line:
            case Qt.ItemDataRole.UserRole, _:
                return line
            case Qt.ItemDataRole.CheckStateRole, Choice() | Group():
                return self.state(line)
            case Qt.ItemDataRole.ToolTipRole, Choice():
                return tip(line.words)
            case Qt.ItemDataRole.DisplayRole, Choice():
                return line.words
            case Qt.ItemDataRole.DisplayRole, Group():
                return f"{line.words}: alle {len(line.ids)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if role != Qt.ItemDataRole.CheckStateRole or line is None:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._set(line.ids if isinstance(line, Group) else (line.id,), on)
        return True

    def state(self, line: Choice | Group) -> Qt.CheckState:
        if isinstance(line, Choice):
            return Qt.CheckState.Checked if line.id in self.chosen else Qt.CheckState.Unchecked
        ticked = sum(id in self.chosen for id in line.ids)
        if not ticked:
            return Qt.CheckState.Unchecked
        whole = ticked == len(line.ids)
        return Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked

    def line(self, index: Index) -> Choice | Group | None:
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None
