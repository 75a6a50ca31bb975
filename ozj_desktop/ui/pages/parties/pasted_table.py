"""The grid of a pasted list: looks like the other grids, and its cells can be mended in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ozj_desktop.model.party_columns import Meaning
from ozj_desktop.ui.grid_menu import Act, asks_menu, pop_up
from ozj_desktop.ui.pages.parties.pasted_model import PastedModel
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.theme import Theme

ROW, MOST = 34, 11  # the height of a row, and how many are in sight at once
FIRST, NARROW, WIDE = 244, 166, 196
_WIDE = (Meaning.NAME, Meaning.EMAIL, Meaning.KIND)


class _Cells(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """With the air that the other grids have before their words."""
        room = QStyleOptionViewItem(option)
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(room.rect, ground)
        room.rect = room.rect.adjusted(12 if not index.column() else 4, 0, -2, 0)
        super().paint(painter, room, index)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        edit = Line(parent)
        edit.setProperty("cell", True)
        edit.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS) or ""))
        return edit


_ACROSS = Qt.Orientation.Horizontal


class PastedTable(QTableView):
    """As high as its rows, up to eleven; then it scrolls."""

    def __init__(self, theme: Theme, model: PastedModel) -> None:
        super().__init__()
        self._pasted = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName("De geplakte lijst, regel voor regel")
        self.setProperty("grid", True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setMinimumSectionSize(60)
        model.modelReset.connect(self._spread)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        rows = min(self._pasted.rowCount(), MOST)
        return QSize(320, rows * ROW + self.horizontalScrollBar().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * ROW)

    def _spread(self) -> None:
        for n in range(self._pasted.columnCount()):
            meaning = self._pasted.columns.meanings[n - 1] if n else None
            self.setColumnWidth(n, FIRST if n == 0 else WIDE if meaning in _WIDE else NARROW)
        self.updateGeometry()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.indexAt(event.pos()).isValid():
            self._show_menu(event.globalPos())

    def _show_menu(self, at: QPoint) -> None:
        now = self.currentIndex()
        may = bool(now.flags() & Qt.ItemFlag.ItemIsEditable)
        chosen = self.selectedIndexes()
        acts = [
            Act("Aanpassen", "F2", lambda: self.edit(now), may),
            Act("Leegmaken", "Delete", lambda: self._pasted.clear_cells(chosen), may),
        ]
        pop_up(self, acts, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_menu(event):
            here = self.visualRect(self.currentIndex()).bottomLeft()
            self._show_menu(self.viewport().mapToGlobal(here))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._pasted.clear_cells(self.selectedIndexes())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() is not QAbstractItemView.State.EditingState:  # Enter in a cell ends it
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
