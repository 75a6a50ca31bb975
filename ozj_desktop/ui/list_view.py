"""The rows of a list in sight: they fold, copy as a table, and go on to the record."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from ozj_desktop.ui.clipboard import to_mime
from ozj_desktop.ui.grid_menu import Act, asks_menu, pop_up
from ozj_desktop.ui.list_delegate import GROUP, ROW, ListDelegate
from ozj_desktop.ui.list_model import Group, ListModel, Row
from ozj_desktop.ui.row_drag import RowDrag
from ozj_desktop.ui.theme import Theme

_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListView(QTableView):
    """A table of one column: it knows the heights of its lines, so that 5,000 cost nothing."""

    left = Signal()  # Enter: on to the record
    pasting = Signal()
    shifted = Signal(int)  # so many places up or down, by Alt and an arrow or by the mouse

    def __init__(self, theme: Theme, model: ListModel, name: str) -> None:
        super().__init__()
        self._model = model
        self._headings: set[int] = set()  # lines that were measured as such
        self.table: Callable[[Sequence[str]], list[list[str]]] | None = None
        self.can_shift: Callable[[], bool] = bool  # whether people choose the order now
        self._grip = RowDrag(self)
        self.acts: Callable[[], Sequence[Act | None]] | None = None  # of the menu
        self._delegate = ListDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setProperty("rows", True)  # the delegate paints what is chosen
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(GROUP)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        model.modelReset.connect(self._measure)
        theme.changed.connect(self.viewport().update)

    def _measure(self) -> None:
        """Qt keeps the height of a line by its number, also when another line stands there."""
        lines, headings = self._model.lines, {*self._model.headings}
        for n in self._headings - headings:
            if n < len(lines):
                self.setRowHeight(n, ROW)
        for n in headings:
            self.setRowHeight(n, GROUP)
        self._headings = headings

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        line = self._line(self.currentIndex())
        if isinstance(line, Group) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(line, event.key() == Qt.Key.Key_Left)
        elif event.key() == Qt.Key.Key_Left and isinstance(line, Row):
            self._to_heading()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.fold(line, not line.folded) if isinstance(line, Group) else self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _SHIFTS:
            self.shifted.emit(_SHIFTS[Qt.Key(event.key())])
        elif asks_menu(event):
            self.show_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """About the row under the mouse, or about all that are chosen."""
        if self.indexAt(event.pos()).isValid():
            self.show_menu(event.globalPos())

    def show_menu(self, at: QPoint | None = None) -> None:
        here = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(16, 0)
        acts = self.acts() if self.acts else [Act("Kopiëren als tabel", "Ctrl+C", self.copy)]
        pop_up(self, acts, at or self.viewport().mapToGlobal(here))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        line = self._line(self.indexAt(event.position().toPoint()))
        if isinstance(line, Group):
            if event.button() is Qt.MouseButton.LeftButton:
                self.fold(line, not line.folded)
        elif event.button() is Qt.MouseButton.RightButton and self._is_chosen(event):
            return  # the menu is about all that are chosen
        else:
            super().mousePressEvent(event)
            if self.can_shift() and event.button() is Qt.MouseButton.LeftButton:
                self._grip.press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._grip.move(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if steps := self._grip.drop():
            self.shifted.emit(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def fold(self, group: Group, folded: bool) -> None:
        """Fold or unfold; the heading stays where it is."""
        (self._model.folded.add if folded else self._model.folded.discard)(group.words)
        self._model.arrange()
        lines = enumerate(self._model.lines)
        here = next((n for n, line in lines if line[0] == group.words), -1)
        if here >= 0:
            kept = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._model.index(here, 0), kept)

    def _to_heading(self) -> None:
        """From a row to the heading it stands under; a second Left folds it."""
        lines, here = self._model.lines, self.currentIndex().row()
        above = (n for n in range(here, -1, -1) if isinstance(lines[n], Group))
        if (place := next(above, -1)) >= 0:
            kept = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._model.index(place, 0), kept)

    def _is_chosen(self, event: QMouseEvent) -> bool:
        return self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))

    def copy(self) -> None:
        """The chosen rows as a table, for Excel or Word."""
        lines = (self._line(index) for index in self.selectionModel().selectedRows())
        rows = [line for line in lines if isinstance(line, Row)]
        if not rows:
            return
        head, *cells = self.table([row.id for row in rows]) if self.table else _plain(rows)
        QApplication.clipboard().setMimeData(to_mime(cells, head))

    def _line(self, index: QModelIndex) -> Row | Group | None:
        return self._model.lines[index.row()] if index.isValid() else None


def _plain(rows: Sequence[Row]) -> list[list[str]]:
    """What the rows show, under headings."""
    told = [[row.title, row.subtitle, row.status.word if row.status else ""] for row in rows]
    width = 3 if any(row[2] for row in told) else 2
    return [row[:width] for row in [["Naam", "Bijzonderheden", "Stand"], *told]]
