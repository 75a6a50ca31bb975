"""Draws a chart: the line with its target and baseline, what is provisional dotted, and breaks.

For who does not see it the whole of it is told in words; a table beside it has every figure.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ozj_desktop.model.chart import Chart, Dot, Tick
from ozj_desktop.ui.theme import Colors, Theme, font

LINE, DOT = 2.5, 4.5  # pixels
MOST = 12  # figures at the dots; of more only the first, the last, the lowest and the highest
TOP, BOTTOM, LEFT, RIGHT = 22, 28, 46, 76  # room around the drawing, at the least
AIR, NO_GOAL = 14, 24  # before a word at an edge; at the right without a target
BREAK = "andere telling"


class ChartView(QWidget):
    """Empty where there is no chart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 180)

    def show_chart(self, chart: Chart | None) -> None:
        self._chart = chart
        self.setAccessibleName("Grafiek")
        self.setAccessibleDescription(chart.told if chart else "")
        self.setToolTip(chart.told if chart else "")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._chart is not None:
            painter = QPainter(self)
            paint_chart(painter, QRectF(self.rect()), self._chart, self._theme.colors)


def paint_chart(painter: QPainter, room: QRectF, chart: Chart, colors: Colors) -> None:
    """In any room: on the screen, or as a picture to copy."""
    _Drawing(painter, room, chart, colors).draw()


class _Drawing:
    def __init__(self, painter: QPainter, room: QRectF, chart: Chart, colors: Colors) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter, self.chart, self.colors = painter, chart, colors
        self.small, self.bold = font("meta"), font("heavy")
        self.edge = room.x()
        self.room = room.adjusted(self._left(), TOP, -self._right(), -BOTTOM)

    def _left(self) -> float:
        """For what stands at the lines across."""
        small = QFontMetricsF(self.small)
        return max([LEFT, *(small.horizontalAdvance(t.label) + AIR + 4 for t in self.chart.up)])

    def _right(self) -> float:
        """For what stands at the target."""
        goal = self.chart.goal
        if goal is None:
            return NO_GOAL
        word = QFontMetricsF(self.bold).horizontalAdvance(goal.label)
        period = QFontMetricsF(self.small).horizontalAdvance(goal.period)
        return max(RIGHT, word + AIR + 4, period + AIR + 4)

    def draw(self) -> None:
        self._axes()
        self._breaks()
        self._goal()
        for stroke in self.chart.strokes:
            pen = QPen(self.colors["primary"], LINE)
            if stroke.dotted:
                pen.setDashPattern([1.2, 1.6])
            self.painter.setPen(pen)
            self.painter.drawLine(self._at(stroke.start), self._at(stroke.end))
        for dot in self.chart.dots:
            self._dot(dot)
        self._figures()

    def _at(self, dot: Dot) -> QPointF:
        return self._place(dot.x, dot.y)

    def _place(self, x: float, y: float) -> QPointF:
        room = self.room
        return QPointF(room.x() + x * room.width(), room.bottom() - y * room.height())

    def _axes(self) -> None:
        painter, room = self.painter, self.room
        painter.setFont(self.small)
        for n, tick in enumerate(self.chart.up):
            y = self._place(0, tick.at).y()
            painter.setPen(QPen(self.colors["line2" if n == 0 else "grid"], 1))
            painter.drawLine(QPointF(room.x() - 8, y), QPointF(room.right() + 8, y))
            painter.setPen(self.colors["text3"])
            box = QRectF(self.edge, y - 9, room.x() - self.edge - AIR, 18)
            painter.drawText(box, _RIGHT, tick.label)
        for tick in _apart(self.chart.across, room.width(), QFontMetricsF(self.small)):
            x = self._place(tick.at, 0).x()
            box = QRectF(x - 40, room.bottom() + 6, 80, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.label)

    def _breaks(self) -> None:
        for at in self.chart.breaks:
            x = self._place(at, 0).x()
            pen = QPen(self.colors["text2"], 1.2)
            pen.setDashPattern([1, 3])
            self.painter.setPen(pen)
            self.painter.drawLine(QPointF(x, self.room.y() - 4), QPointF(x, self.room.bottom()))
            self.painter.setPen(self.colors["text3"])
            self.painter.setFont(self.small)
            wide, y = QFontMetricsF(self.small).horizontalAdvance(BREAK) + 2, self.room.y() - 16
            left = x - wide - 6 > self.room.x()
            box = QRectF(x - wide - 6 if left else x + 6, y, wide, 18)
            self.painter.drawText(box, _RIGHT if left else _LEFT, BREAK)

    def _goal(self) -> None:
        goal = self.chart.goal
        if goal is None:
            return
        place, accent = self._place(goal.x, goal.y), self.colors["accent"]
        pen = QPen(accent, 2)
        pen.setDashPattern([4, 3])
        self.painter.setPen(pen)
        if goal.start is not None:
            self.painter.drawLine(self._place(*goal.start), place)
        else:
            self.painter.drawLine(self._place(0, goal.y), place)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(accent)
        around = [QPointF(0, -6), QPointF(6, 0), QPointF(0, 6), QPointF(-6, 0)]
        self.painter.drawPolygon(QPolygonF([place + step for step in around]))
        self._words(place + QPointF(12, -9), goal.label, self.bold, self.colors["accent_text"])
        self._words(place + QPointF(12, 8), goal.period, self.small, self.colors["text3"])

    def _words(self, at: QPointF, text: str, how: QFont, ink: QColor) -> None:
        self.painter.setFont(how)
        self.painter.setPen(ink)
        wide = QFontMetricsF(how).horizontalAdvance(text) + 2
        self.painter.drawText(QRectF(at.x(), at.y() - 9, wide, 18), _LEFT, text)

    def _dot(self, dot: Dot) -> None:
        """Filled where it was measured; open where it may still change."""
        primary = self.colors["primary"]
        self.painter.setPen(QPen(primary, 2))
        self.painter.setBrush(self.colors["surface"] if dot.provisional else primary)
        self.painter.drawEllipse(self._at(dot), DOT, DOT)

    def _figures(self) -> None:
        last = self.chart.dots[-1] if self.chart.dots else None
        for dot in _told(self.chart.dots):
            strong = dot.baseline or dot is last
            how = self.bold if strong else self.small
            self._label(self._at(dot) - QPointF(0, 15), dot.label, how, self.colors["text"])
            word = "nulwaarde" if dot.baseline else "voorlopig" if dot.provisional else ""
            if word and strong:
                self._label(self._beside(dot), word, self.small, self.colors["text3"])
        for tick in self.chart.below:
            place = self._place(tick.at, 0) - QPointF(0, 12)
            self._label(place, tick.label, self.small, self.colors["text2"])

    def _beside(self, dot: Dot) -> QPointF:
        """Below it, or above its figure where it would stand on the axis."""
        at = self._at(dot)
        return at + QPointF(0, 16 if at.y() + 26 < self.room.bottom() else -31)

    def _label(self, at: QPointF, text: str, how: QFont, ink: QColor) -> None:
        """In the middle, on a ground of its own where it crosses a line."""
        self.painter.setFont(how)
        wide = QFontMetricsF(how).horizontalAdvance(text) + 4
        box = QRectF(max(at.x() - wide / 2, self.room.x() - AIR + 1), at.y() - 8, wide, 16)
        ground = QColor(self.colors["surface"])
        ground.setAlpha(200)
        self.painter.fillRect(box, ground)
        self.painter.setPen(ink)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _told(dots: tuple[Dot, ...]) -> Iterable[Dot]:
    """The dots that get their figure."""
    if len(dots) <= MOST:
        return dots
    ends = [dots[0], dots[-1], min(dots, key=lambda d: d.y), max(dots, key=lambda d: d.y)]
    return dict.fromkeys([*ends, *(d for d in dots if d.baseline)])


def _apart(ticks: tuple[Tick, ...], width: float, metrics: QFontMetricsF) -> list[Tick]:
    """As many labels as stand apart from each other."""
    widest = max((metrics.horizontalAdvance(t.label) for t in ticks), default=0) + 6
    fitting = max(int(width // widest), 2)
    every = -(-len(ticks) // fitting)
    return [*ticks[::every]]


class ChartLegend(QWidget):
    """What the lines of a chart are, as far as they are in it."""

    GAP, SAMPLE = 16, 26

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart | None) -> None:
        self._parts = []
        if chart is not None:
            dotted = any(stroke.dotted for stroke in chart.strokes)
            told = {"gemeten": True, "voorlopig": dotted, "naar streefwaarde": bool(chart.goal)}
            self._parts = [word for word, there in told.items() if there]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font("meta"))
        wide = sum(self.SAMPLE + 6 + metrics.horizontalAdvance(w) + self.GAP for w in self._parts)
        return QSize(int(wide) + 4, 20)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors, x = QPainter(self), self._theme.colors, 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("meta"))
        for word in self._parts:
            goal, dotted = word == "naar streefwaarde", word == "voorlopig"
            pen = QPen(colors["accent" if goal else "primary"], 2 if goal else LINE)
            if goal or dotted:
                pen.setDashPattern([4, 3] if goal else [1.2, 1.6])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 10), QPointF(x + self.SAMPLE, 10))
            painter.setPen(colors["text2"])
            wide = QFontMetricsF(font("meta")).horizontalAdvance(word) + 2
            painter.drawText(QRectF(x + self.SAMPLE + 6, 0, wide, 20), _LEFT, word)
            x += self.SAMPLE + 6 + wide + self.GAP - 2
