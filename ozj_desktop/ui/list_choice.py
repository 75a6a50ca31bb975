"""Which rows of a list are chosen: one, or several; the same ones after the lines moved."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from ozj_desktop.ui.list_model import ListModel, Row
from ozj_desktop.ui.list_view import ListView

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ListChoice(QObject):
    """`current` is the id that is shown when one is chosen; `several` are ids, from two on."""

    one_chosen = Signal(str)  # by the user
    several_chosen = Signal(list)
    settled = Signal()  # whoever chose: `several` may be others

    def __init__(self, view: ListView, model: ListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.current = ""
        self.several: list[str] = []
        self._told: list[str] = []
        view.selectionModel().selectionChanged.connect(self._select)
        model.modelReset.connect(self.restore)

    def ids(self) -> list[str]:
        """From top to bottom; range by range, because there can be thousands."""
        lines, chosen = self._model.lines, self._view.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.count()))
        found = []
        for top, bottom in sorted((part.top(), part.bottom()) for part in parts):
            found += [line.id for line in lines[top : bottom + 1] if isinstance(line, Row)]
        return found

    def put(self, current: str, several: Sequence[str] = ()) -> None:
        """Choose these from now on; nobody is told, for whoever asks knows."""
        self.current, self.several = current, [*several] if len(several) > 1 else []
        self.restore()

    def _select(self, _: QItemSelection, __: QItemSelection) -> None:
        ids, before = self.ids(), self.several
        self.several = ids if len(ids) > 1 else []
        self.settled.emit()
        if self.several:
            self.current = self.current if self.current in {*ids} else ids[-1]
            self.several_chosen.emit(ids)
        elif before or (ids and ids[0] != self.current):
            self.current = ids[0] if ids else self.current
            self.one_chosen.emit(self.current)

    def tell(self) -> None:
        """After other rows are in sight: those of the chosen that are left."""
        if self._told == self.several:
            return
        if self.several:
            self.several_chosen.emit(self.several)
        else:
            self.one_chosen.emit(self.current)

    def restore(self) -> None:
        """After the lines moved: the same rows are chosen, if they are still there."""
        self._told = self.several
        here = self._model.find(self.current)
        seen = {id: line for id in self.several if (line := self._model.line_of(id)) >= 0}
        places = sorted(seen.values())
        self.several = sorted(seen, key=seen.__getitem__) if len(seen) > 1 else []
        selection = self._view.selectionModel()
        blocked = self.blockSignals(True)
        if self.several:
            selection.select(self._ranges(places), _ONLY)
            index = self._model.index(here if here >= 0 else places[0], 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        elif here >= 0:
            index = self._model.index(here, 0)
            selection.setCurrentIndex(index, _ONLY)
            self._view.scrollTo(index)
        else:
            selection.clearSelection()
        self.blockSignals(blocked)
        self.settled.emit()

    def _ranges(self, lines: list[int]) -> QItemSelection:
        """Lines from top to bottom as stretches: one by one would take long."""
        found = QItemSelection()
        first = before = lines[0]
        for line in [*lines[1:], -1]:
            if line != before + 1:
                found.select(self._model.index(first, 0), self._model.index(before, 0))
                first = line
            before = line
        return found
