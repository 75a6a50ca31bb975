"""Dragging a row of a list to another place, with a line that says where it would come."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QTableView

NEAR = 24  # pixels from the edge within which the list scrolls


class RowDrag:
    """What the mouse does with a row, from the press on."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._from: QPoint | None = None
        self._row, self._gap = -1, -1  # the row, and before which one it would come
        self._mark: QFrame | None = None

    def press(self, at: QPoint) -> None:
        self._row, self._gap = self._view.rowAt(at.y()), -1
        self._from = at if self._row >= 0 else None

    def move(self, at: QPoint) -> bool:
        """Whether a row is being dragged: then nothing is chosen by it."""
        if self._from is None:
            return False
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap >= 0:
            self._show(at)
        return True

    def drop(self) -> int:
        """How many places it goes, down or up."""
        gap, self._gap, self._from = self._gap, -1, None
        if self._mark is not None:
            self._mark.hide()
        self._view.viewport().unsetCursor()
        if gap < 0:
            return 0
        return gap - self._row - (gap > self._row)

    def _show(self, at: QPoint) -> None:
        view, last = self._view, self._view.model().rowCount() - 1
        row = view.rowAt(min(max(at.y(), 0), view.viewport().height() - 1))
        row = last if row < 0 else row
        top, high = view.rowViewportPosition(row), view.rowHeight(row)
        below = at.y() > top + high // 2
        self._gap = row + below
        self._line(top + high if below else top)
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        bar = view.verticalScrollBar()
        if at.y() < NEAR or at.y() > view.viewport().height() - NEAR:
            bar.setValue(bar.value() + (-NEAR if at.y() < NEAR else NEAR))

    def _line(self, y: int) -> None:
        if self._mark is None:
            self._mark = QFrame(self._view.viewport())
            self._mark.setProperty("rule", "drop")
        room = self._view.viewport()
        self._mark.setGeometry(0, max(0, min(y - 1, room.height() - 2)), room.width(), 2)
        self._mark.show()
        self._mark.raise_()
