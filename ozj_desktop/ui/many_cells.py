"""What is done with several cells of a grid at once: copied, pasted, filled down, cleared."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QTableView

from ozj_desktop.model.dutch import listed, number
from ozj_desktop.model.reading import Misread
from ozj_desktop.ui import clipboard
from ozj_desktop.ui.part_model import PartModel
from ozj_desktop.ui.pasting import Aim, aimed, misplaced, noted, told

MOST = 500  # lines that are pasted at once: all rows of a grid are in sight
TOO_MANY = "Dit zijn {} regels. Plak er hooguit {} tegelijk. Er is niets geplakt."
MISPLACED = (
    "De kolommen staan in een andere volgorde dan hier. Er is niets geplakt. "
    "Zet er kopjes boven: {}."
)

_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ManyCells(QTableView):
    """A grid of which cells are chosen; each act is one step. `said` is what went wrong, or "".

    `noted` is what was done otherwise than people may think.
    """

    said = Signal(str)
    noted = Signal(str)
    parts: PartModel

    def act_on(self, event: QKeyEvent) -> bool:
        """Do what these keys ask of the chosen cells; False where they ask something else."""
        keys = QKeySequence.StandardKey
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        for asked, act in (
            (event.matches(keys.Copy), self.copy),
            (event.matches(keys.Cut), self.cut),
            (event.matches(keys.Paste), self.paste),
            (control and key == Qt.Key.Key_D, self.fill_down),
            (control and key == Qt.Key.Key_Minus, self.remove_rows),
            (not control and key in _CLEARS, self.clear_cells),
            (key == Qt.Key.Key_Escape and self._is_red(), self._let_go),
        ):
            if asked:
                act()
                return True
        return False

    def selected(self) -> list[QModelIndex]:
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted(i for i in found if i.isValid())

    def copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in self.selected():
            text = "" if self.parts.record(index.row()) is None else str(index.data() or "")
            rows.setdefault(index.row(), []).append(text)
        QApplication.clipboard().setMimeData(clipboard.to_mime([*rows.values()]))

    def paste(self) -> None:
        """From the current cell on; one cell fills all that are chosen. One step."""
        cells, chosen = clipboard.from_text(QApplication.clipboard().text()), self.selected()
        if not cells or not chosen or not cells[0]:
            return
        if (lines := sum(1 for row in cells if any(row))) > MOST:
            self.said.emit(TOO_MANY.format(number(lines), number(MOST)))
            return
        arrange, new = self.parts.spec.arrange, self.parts.record(chosen[0].row()) is None
        arranged = arrange(cells, new) if arrange else None
        if len(cells) == 1 and len(cells[0]) == 1:
            self._take({(i.row(), i.column()): cells[0][0] for i in chosen}, "pasted")
            return
        parts = self.parts
        columns = range(parts.columnCount())
        labels = [str(parts.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns]
        shown = ["" if self.isColumnHidden(n) else labels[n] for n in columns]
        at = chosen[0].row(), 0 if arranged else chosen[0].column()
        cells = arranged or cells
        key, free = parts.key_column(), parts.free_column()
        aim = aimed(cells, at, shown, key, parts.row_of, len(parts.records), free)
        if not aim.headed and not arranged and misplaced(aim.texts, parts.reads):
            self.said.emit(MISPLACED.format(listed(words for words in shown if words)))
            return
        aim = aim.within(self._most_rows(len(cells)))
        self._take(aim.texts, "pasted", aim)

    def _most_rows(self, wanted: int) -> int:
        """New rows only where rows can be added."""
        return len(self.parts.records) + (wanted if self.parts.has_blank() else 0)

    def fill_down(self) -> None:
        """Put the top cell of each column into the chosen cells below it."""
        chosen = self.selected()
        if not chosen:
            return
        if len({i.row() for i in chosen}) == 1 and chosen[0].row() > 0:
            sources = {i.column(): self.parts.index(i.row() - 1, i.column()) for i in chosen}
        else:
            sources = {i.column(): i for i in reversed(chosen)}
        texts = {
            (i.row(), i.column()): str(sources[i.column()].data(Qt.ItemDataRole.EditRole) or "")
            for i in chosen
            if i != sources[i.column()] and self.parts.record(i.row())
        }
        self._take(texts, "filled_down")

    def _is_red(self) -> bool:
        return self.parts.unread_at(self.currentIndex()) is not None

    def _let_go(self) -> None:
        """What could not be read goes, and what is stored is seen again."""
        self.parts.let_go(self.selected())

    def clear_cells(self) -> None:
        """Of a cell in red only what stands there: what is stored below it is seen again."""
        plain = [i for i in self.selected() if not self.parts.unread_at(i)]
        self._let_go()
        texts = {(i.row(), i.column()): "" for i in plain if self.parts.record(i.row())}
        self._take(texts, "")

    def cut(self) -> None:
        self.copy()
        self.clear_cells()

    def remove_rows(self) -> None:
        rows = {index.row() for index in self.selected()}
        self.parts.let_go([cell for row in rows for cell in self.parts.red_in(row)])
        self.parts.remove(rows)

    def shift_row(self, step: int) -> None:
        """The current row one place up or down, as Alt and an arrow do."""
        now = self.currentIndex()
        there = self.parts.shift(now.row(), step)
        self.setCurrentIndex(self.parts.index(there, now.column()))

    def _take(self, texts: dict[tuple[int, int], str], label: str, aim: Aim | None = None) -> None:
        if not texts:
            return
        try:
            named = len(texts) > 1 or label != "pasted"
            taken = self.parts.take(texts, label if named else "")
        except Misread as error:
            self.said.emit(str(error))
            return
        wrong, done = told(taken, aim), noted(taken, aim) if label == "pasted" else ""
        if wrong or not done:
            self.said.emit(" ".join(words for words in (wrong, done) if words))
        else:
            self.noted.emit(done)
