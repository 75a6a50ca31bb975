"""A box to tick."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.theme import Theme


class Tick(QCheckBox):
    """A box whose border can be seen on any ground, with the check of the program in it."""

    SIZE = 18

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.SIZE + 8, self.SIZE + 8)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors, on = QPainter(self), self._theme.colors, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors["primary" if on else "line2"], 1))
        painter.setBrush(colors["primary" if on else "surface"])
        painter.drawRoundedRect(QRectF(4.5, 4.5, self.SIZE - 1, self.SIZE - 1), 3, 3)
        if on:
            paint_icon(painter, QRect(6, 6, 14, 14), "check", colors.on_primary)
        if self.hasFocus():
            painter.setPen(QPen(colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, self.SIZE + 6, self.SIZE + 6), 5, 5)
