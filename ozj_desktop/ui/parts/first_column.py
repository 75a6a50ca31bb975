"""The first column of a grid stays in sight when the others are scrolled away under it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView, QWidget

from ozj_desktop.ui.theme import Theme, font


class FirstColumn(QWidget):
    """Draws what the grid itself draws there, over it; a click chooses the cell."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        table.horizontalScrollBar().valueChanged.connect(self.follow)
        table.selectionModel().currentChanged.connect(self.update)
        table.model().dataChanged.connect(self.update)
        self.hide()

    def follow(self) -> None:
        """Be there when the column itself is not; call it when sizes changed."""
        table, bar = self._table, self._table.horizontalScrollBar()
        scrolled = bool(bar.value()) and 2 * table.columnWidth(0) < table.width()
        below = bar.height() if bar.isVisible() else 0
        self.setGeometry(0, 0, table.columnWidth(0), table.height() - below)
        if scrolled != self.isVisible():
            self.setVisible(scrolled)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._theme.colors
        painter.fillRect(self.rect(), colors["surface"])
        self._paint_head(painter)
        for row in range(self._table.model().rowCount()):
            if not self._table.isRowHidden(row):
                self._paint_cell(painter, row)
        painter.setPen(QPen(colors["line2"], 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _paint_head(self, painter: QPainter) -> None:
        head = self._table.horizontalHeader()
        words = self._table.model().headerData(0, Qt.Orientation.Horizontal)
        painter.setFont(font("group"))
        painter.setPen(self._theme.colors["text2"])
        room = QRect(16, 0, self.width() - 20, head.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(words))
        painter.fillRect(0, head.height() - 1, self.width(), 1, self._theme.colors["line2"])

    def _paint_cell(self, painter: QPainter, row: int) -> None:
        table, index = self._table, self._table.model().index(row, 0)
        option = QStyleOptionViewItem()
        top = table.rowViewportPosition(row) + table.horizontalHeader().height()
        option.rect = QRect(0, top, self.width(), table.rowHeight(row))
        if table.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if table.hasFocus() and index == table.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus
        table.itemDelegate().paint(painter, option, index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the cell that the button chose."""
        event.accept()
        QApplication.sendEvent(
            self._table, QContextMenuEvent(QContextMenuEvent.Reason.Other, QPoint(-1, -1))
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = QPoint(0, int(event.position().y()) - self._table.horizontalHeader().height())
        row = self._table.rowAt(at.y())
        if row >= 0:
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            self._table.setCurrentIndex(self._table.model().index(row, 0))
