"""A state as shape and word, with or without a ground."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.status import Shape, Status, Tone, paint_status
from ozj_desktop.ui.theme import Colors, Theme, font


class StatusLabel(QWidget):
    """Shape and word; as `chip` on a rounded ground in the tone of the state."""

    def __init__(self, theme: Theme, status: Status | None = None, *, chip: bool = False) -> None:
        super().__init__()
        self._theme, self._chip = theme, chip
        self._status = status
        self._tone = status.tone if status else Tone.NEUTRAL
        self.setFont(font("label" if chip else "cell"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_status(self, status: Status | None, tone: Tone | None = None) -> None:
        self._status = status
        self._tone = tone or (status.tone if status else Tone.NEUTRAL)
        self.setVisible(status is not None)
        self._tell()

    def sizeHint(self) -> QSize:
        size, margin = self._measures()
        word = self._status.word if self._status else ""
        width = self.fontMetrics().horizontalAdvance(word) + size + 6 + 2 * margin
        return QSize(width + 1, 24 if self._chip else max(20, self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._status is None:
            return
        painter = QPainter(self)
        colors, (size, margin) = self._theme.colors, self._measures()
        if self._chip:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors[self._tone.ground])
            painter.drawRoundedRect(self.rect(), 12, 12)
        box = QRect(margin, (self.height() - size) // 2, size, size)
        paint_status(painter, QRectF(box), self._status.shape, colors, self._tone)
        painter.setPen(colors[self._tone.word])
        room = self.rect().adjusted(margin + size + 6, 0, -margin, 0)
        word = elided(self.fontMetrics(), self._status.word, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)

    def _measures(self) -> tuple[int, int]:
        return (12, 10) if self._chip else (16, 0)

    def _tell(self) -> None:
        self.setAccessibleName(self._status.word if self._status else "")
        self.updateGeometry()
        self.update()


def status_pixmap(shape: Shape, colors: Colors, size: int) -> QPixmap:
    """A shape for what takes only pictures, sharp on a screen with twice the pixels."""
    drawn = QPixmap(2 * size, 2 * size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_status(painter, QRectF(0, 0, 2 * size, 2 * size), shape, colors)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return drawn
