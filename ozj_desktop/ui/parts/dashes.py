"""The dashed edge of what is not there yet; those of a style sheet are of two thicknesses."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget


def paint_dashes(widget: QWidget, color: QColor, radius: float) -> None:
    """Around a widget, from within its `paintEvent`."""
    painter, pen = QPainter(widget), QPen(color, 1)
    pen.setDashPattern([4, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    edge = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(edge, radius, radius)
