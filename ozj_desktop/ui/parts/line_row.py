"""A row on a card that goes somewhere: two lines of text, with a state, a day or a time."""

from datetime import date, datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ozj_desktop.model.dutch import short_date
from ozj_desktop.ui.display import MONTHS, clock
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import Theme, font

HIGH, LINE = 46, 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineRow(PaintedButton):
    """Painted whole: a page holds dozens of these."""

    def __init__(
        self,
        theme: Theme,
        line: Line,
        today: date,
        *,
        shape_first: bool = False,
        ruled: bool = False,
    ) -> None:
        """`ruled` draws a thin line above it."""
        super().__init__(theme)
        self._ruled, self._width = ruled, -1
        self._line, self._today, self._shape_first = line, today, shape_first
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title, self._meta, self._chip = font("strong"), font("meta"), font("label")
        self._day = font("heavy")
        words = line.status.word if line.status else short_date(line.day) if line.day else ""
        self.setAccessibleName(", ".join(part for part in (line.title, line.detail, words) if part))
        self.setProperty("tip", f"{line.title}\n{line.detail}".strip())  # for the Explainer

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for a second line where the title needs one."""
        return HIGH + (LINE if self._wraps(width) else 0)

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HIGH)

    def _wraps(self, width: int) -> bool:
        """A row with a state at its right stays one line high."""
        if self._line.status and not self._shape_first:
            return False
        taken = 16 + (53 if self._line.day else 26 if self._shape_first else 0)
        taken += 60 if self._line.when else 0
        if self._width < 0:
            self._width = QFontMetrics(self._title).horizontalAdvance(self._line.title)
        return self._width > width - taken

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        room = self.rect().adjusted(8, 0, -8, 0)
        if self._ruled:
            painter.fillRect(QRect(8, 0, room.width(), 1), colors["grid"])
        if self._line.day:
            room.setLeft(self._paint_day(painter, room, self._line.day))
        elif self._shape_first and self._line.status:
            room.setLeft(self._paint_shape(painter, room, self._line.status))
        if self._line.status and not self._shape_first:
            room.setRight(self._paint_chip(painter, room, self._line.status))
        if self._line.when:
            room.setRight(self._paint_time(painter, room, self._line.when))
        self._paint_words(painter, room)
        self.paint_ring(painter)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        colors, metrics = self.theme.colors, QFontMetrics(self._title)
        painter.setFont(self._title)
        painter.setPen(colors["text"])
        top = QRect(room.x(), room.y() + 4, room.width(), LINE)
        if not self._line.detail and self.height() == HIGH:
            top.moveTop(room.y() + (HIGH - LINE) // 2)
        for text in two_lines(metrics, self._line.title, room.width(), self.height() > HIGH):
            painter.drawText(top, _LEFT, text)
            top.translate(0, LINE)
        painter.setFont(self._meta)
        painter.setPen(colors["text3"])
        below = QRect(room.x(), top.y(), room.width(), 16)
        painter.drawText(
            below, _LEFT, elided(painter.fontMetrics(), self._line.detail, below.width())
        )

    def _paint_day(self, painter: QPainter, room: QRect, day: date) -> int:
        """A leaf of a calendar; the x after it."""
        colors = self.theme.colors
        box = QRect(room.x(), room.y() + 3, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["tint"])
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colors["tint_text"])
        painter.setFont(self._day)
        painter.drawText(box.adjusted(0, 2, 0, -18), Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setFont(self._meta)
        month = MONTHS[day.month - 1].rstrip(".")
        painter.drawText(box.adjusted(0, 18, 0, 0), Qt.AlignmentFlag.AlignCenter, month)
        return box.right() + 13

    def _paint_shape(self, painter: QPainter, room: QRect, status: Status) -> int:
        paint_status(painter, QRectF(room.x(), 7, 16, 16), status.shape, self.theme.colors)
        return room.x() + 26

    def _paint_chip(self, painter: QPainter, room: QRect, status: Status) -> int:
        """The state at the right; the x before it."""
        colors, metrics = self.theme.colors, QFontMetrics(self._chip)
        most = max(room.width() // 2, 60)
        word = elided(metrics, status.word, most - 38)
        width = metrics.horizontalAdvance(word) + 38
        box = QRect(room.right() - width + 1, room.y() + (HIGH - 24) // 2, width, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors[status.tone.ground])
        painter.drawRoundedRect(box, 12, 12)
        shape = QRectF(box.x() + 10, box.y() + 6, 12, 12)
        paint_status(painter, shape, status.shape, colors)
        painter.setFont(self._chip)
        painter.setPen(colors[status.tone.word])
        painter.drawText(box.adjusted(28, 0, 0, 0), _LEFT, word)
        return box.x() - 12

    def _paint_time(self, painter: QPainter, room: QRect, when: datetime) -> int:
        here = when.date() == self._today
        text = clock(when) if here else f"{when.day} {MONTHS[when.month - 1]}"
        painter.setFont(self._meta)
        painter.setPen(self.theme.colors["text3"])
        painter.drawText(QRect(room.x(), room.y() + 4, room.width(), 20), _RIGHT, text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text) - 12


def two_lines(metrics: QFontMetrics, text: str, width: int, both: bool) -> list[str]:
    """Text in one line, or broken at a space into two of which the second may end in …"""
    if not both:
        return [elided(metrics, text, width)]
    words, first = text.split(), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [elided(metrics, text, width)]
    return [first, elided(metrics, " ".join(words), width)]
