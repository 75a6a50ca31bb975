"""A small line of one result: where it came from, where it is, and where it is to go."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ozj_desktop.model.chart import Chart
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.theme import Theme, font

TITLE, DRAWING, FIGURE, GOAL = 42, 48, 26, 18  # heights in pixels
DOT = 4.0
WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Result(NamedTuple):
    """`id` is where a click goes; `figure` the newest, `kind` what it is (voorlopig)."""

    id: str
    title: str
    chart: Chart | None
    figure: str
    kind: str
    goal: str


class MiniChart(PaintedButton):
    """Painted whole; it goes to the figures when it is clicked."""

    def __init__(self, theme: Theme, result: Result) -> None:
        super().__init__(theme)
        self._result = result
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = (result.title, f"{result.figure} {result.kind}".strip(), result.goal)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setAccessibleDescription(result.chart.told if result.chart else "")
        self.setToolTip(result.chart.told if result.chart else "")

    def sizeHint(self) -> QSize:
        return QSize(160, TITLE + DRAWING + FIGURE + GOAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, result, colors = QPainter(self), self._result, self.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        wide = self.width() - 8.0
        painter.setFont(font("strong"))
        painter.setPen(colors["text"])
        painter.drawText(QRectF(0, 0, wide, TITLE - 2), WRAPS, result.title)
        if result.chart:
            self._draw(painter, QRectF(4, TITLE + 4, wide - 8, DRAWING - 10), result.chart)
        y = TITLE + DRAWING
        painter.setFont(font("record"))
        painter.setPen(colors["text"])
        painter.drawText(QRectF(0, y, wide, FIGURE), LEFT, result.figure or "–")
        shift = QFontMetricsF(font("record")).horizontalAdvance(result.figure or "–") + 8
        painter.setFont(font("meta"))
        painter.setPen(colors["text2"])
        painter.drawText(QRectF(shift, y + 2, wide - shift, FIGURE), LEFT, result.kind)
        painter.drawText(QRectF(0, y + FIGURE, wide, GOAL), LEFT, result.goal)
        self.paint_ring(painter)

    def _draw(self, painter: QPainter, room: QRectF, chart: Chart) -> None:
        colors = self.theme.colors

        def at(x: float, y: float) -> QPointF:
            return QPointF(room.x() + x * room.width(), room.bottom() - y * room.height())

        if chart.goal:
            pen = QPen(colors["accent"], 1.5)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(at(0, chart.goal.y), at(1, chart.goal.y))
        for stroke in chart.strokes:
            pen = QPen(colors["primary"], 2)
            if stroke.dotted:
                pen.setDashPattern([1.2, 1.6])
            painter.setPen(pen)
            painter.drawLine(at(stroke.start.x, stroke.start.y), at(stroke.end.x, stroke.end.y))
        if chart.dots:
            last = chart.dots[-1]
            painter.setPen(QPen(colors["primary"], 2))
            painter.setBrush(colors["surface" if last.provisional else "primary"])
            painter.drawEllipse(at(last.x, last.y), DOT, DOT)
