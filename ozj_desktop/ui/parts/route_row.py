"""The road of one party to the day of signing, drawn on an axis of days with its words below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ozj_desktop.model.dutch import MONTHS as WHOLE
from ozj_desktop.model.route import Leg, Road
from ozj_desktop.ui.display import MONTHS, day_month
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import elided, tip
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import Colors, Theme, font

NAMES, EDGE, HIGH, BAR = 216, 16, 52, 20  # pixels: names at most, the edges, a row, a bar
NARROW = 560  # pixels below which there is room for words alone
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Span:
    """The days from left to right, beside names that take so many pixels."""

    start: date
    end: date
    today: date
    signing: date
    names: int = NAMES

    def room(self, rect: QRect) -> QRect:
        """Where the days are drawn."""
        return QRect(self.names + EDGE, 0, rect.width() - self.names - 2 * EDGE, rect.height())

    def x(self, day: date, room: QRect) -> float:
        part = (day - self.start).days / max((self.end - self.start).days, 1)
        return room.x() + min(max(part, 0), 1) * room.width()


@dataclass(frozen=True)
class Told:
    """A road in words: the party, how it is with it, and each meeting with its days."""

    road: Road
    name: str
    status: Status
    meetings: tuple[str, ...]  # one per leg
    words: str  # the same with whole dates, for who asks or hears it


def span_of(roads: list[Road], signing: date, today: date) -> Span:
    """From the first papers, or today, to a little after the signing."""
    firsts = [road.hand_in for road in roads if road.hand_in]
    start = min([*firsts, today, signing])
    busy = any(not road.decided for road in roads)
    end = max(signing, today) if busy else signing
    after = max((end - start).days // 30, 3)
    return Span(_moved(start, -3), _moved(end, after), today, signing)


def _moved(day: date, days: int) -> date:
    """As far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


class Axis(QWidget):
    """The months above the bars."""

    def __init__(self, theme: Theme, span: Span) -> None:
        super().__init__()
        self._theme, self._span = theme, span
        self._face = font("meta")
        self.setFixedHeight(20)
        self.setAccessibleName("Maanden")

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.width() < NARROW:
            return
        painter, room = QPainter(self), self._span.room(self.rect())
        painter.setFont(self._face)
        painter.setPen(self._theme.colors["text3"])
        metrics, free = QFontMetrics(self._face), float(room.x())
        for day in months(self._span):
            x, text = self._span.x(day, room), _month(day)
            width = metrics.horizontalAdvance(text)
            if x >= free and x + width <= room.right() + EDGE:
                painter.drawText(QRectF(x + 2, 0, width + 2, 20), _LEFT, text)
                free = x + width + 12


class RouteRow(PaintedButton):
    """Goes to the party."""

    def __init__(self, theme: Theme, told: Told, span: Span) -> None:
        super().__init__(theme)
        self._told, self._span = told, span
        self._name, self._meta = font("strong"), font("meta")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{told.name}, {told.status.word}. {told.words}")
        self.setToolTip(tip(f"{told.name}: {told.status.word}\n{told.words}"))

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HIGH)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), colors["hover"])
        painter.fillRect(QRect(EDGE, 0, self.width() - 2 * EDGE, 1), colors["grid"])
        wide = self.width() >= NARROW
        left = QRect(EDGE, 6, (self._span.names if wide else self.width()) - EDGE - 8, 20)
        self._paint_words(painter, left)
        if wide:
            self._paint_chart(painter, self._span.room(self.rect()))
        self.paint_ring(painter)

    def _paint_words(self, painter: QPainter, line: QRect) -> None:
        colors, status = self.theme.colors, self._told.status
        painter.setFont(self._name)
        painter.setPen(colors["text"])
        painter.drawText(line, _LEFT, elided(painter.fontMetrics(), self._told.name, line.width()))
        line = line.translated(0, 20)
        paint_status(painter, QRectF(line.x(), line.y() + 3, 14, 14), status.shape, colors)
        line.setLeft(line.left() + 20)
        painter.setFont(self._meta)
        painter.setPen(colors[status.tone.word])
        painter.drawText(line, _LEFT, elided(painter.fontMetrics(), status.word, line.width()))

    def _paint_chart(self, painter: QPainter, room: QRect) -> None:
        colors, span = self.theme.colors, self._span
        for day in months(span):
            painter.fillRect(QRectF(span.x(day, room), 1, 1, HIGH), colors["grid"])
        for n, leg in enumerate(self._told.road.legs):
            self._paint_leg(painter, room, n, leg)
        painter.setPen(QPen(colors["text3"], 1, Qt.PenStyle.DashLine))
        painter.drawLine(round(span.x(span.today, room)), 0, round(span.x(span.today, room)), HIGH)
        painter.fillRect(QRectF(span.x(span.signing, room) - 1, 0, 2, HIGH), colors["primary"])
        painter.setFont(self._meta)
        painter.setPen(colors["text3"])
        below = QRect(room.x(), 29, room.width(), 16)
        words = elided(painter.fontMetrics(), self._short(), below.width())
        ground = painter.fontMetrics().horizontalAdvance(words) + 4
        painter.fillRect(QRect(below.x(), below.y(), ground, 17), colors[self._ground()])
        painter.drawText(below, _LEFT, words)

    def _short(self) -> str:
        """aanleveren: PHO 13 apr. · gemeenteraad 18 mei · besluit 21 juni"""
        legs = self._told.road.legs
        if not legs:
            return self._told.words
        named = zip(self._told.meetings, (leg.hand_in for leg in legs), strict=True)
        parts = [f"{name} {_day(day)}" for name, day in named]
        return f"aanleveren: {' · '.join(parts)} · besluit {_day(legs[-1].decides)}"

    def _ground(self) -> str:
        return "hover" if self.underMouse() else "surface"

    def _paint_leg(self, painter: QPainter, room: QRect, n: int, leg: Leg) -> None:
        """A bar as long as its lead time; the thick end is the meeting that decides."""
        colors, late = self.theme.colors, leg.hand_in < self._span.today
        late = late and not self._told.road.decided
        start, end = self._span.x(leg.hand_in, room), self._span.x(leg.decides, room)
        bar = QRectF(start, 6, max(end - start, 3), BAR)
        painter.setPen(QPen(colors["accent" if late else "primary"], 1))
        painter.setBrush(colors["accent_bg" if late else "tint2" if n % 2 else "tint"])
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(
            QRectF(bar.right() - 3, 4, 3, BAR + 4), colors["accent" if late else "primary"]
        )
        self._paint_meeting(painter, bar.adjusted(6, 0, -6, 0), n, colors, late=late)

    def _paint_meeting(
        self, painter: QPainter, bar: QRectF, n: int, colors: Colors, *, late: bool
    ) -> None:
        painter.setFont(self._meta)
        painter.setPen(colors["accent_text" if late else "tint_text"])
        words = elided(painter.fontMetrics(), self._told.meetings[n], int(bar.width()))
        if len(words) > 2:
            painter.drawText(bar, _LEFT, words)


def names_of(told: Sequence[Told]) -> int:
    """What the names and what is said below them take, so that the days get the rest."""
    name, meta = QFontMetrics(font("strong")), QFontMetrics(font("meta"))
    widest = (
        max(name.horizontalAdvance(t.name), 20 + meta.horizontalAdvance(t.status.word))
        for t in told
    )
    return min(EDGE + max(widest, default=0) + 12, NAMES)


def months(span: Span) -> list[date]:
    """The first days of the months in sight, or some of them where there are many."""
    count = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month
    first = span.start.year * 12 + span.start.month  # the month after the start
    step = next((n for n in (1, 3, 12, 120) if count <= 14 * n), 1200)
    numbers = [n for n in range(first, first + count) if n % step == 0]
    return [date(n // 12, n % 12 + 1, 1) for n in numbers]


def _month(day: date) -> str:
    return f"{MONTHS[0]} {day.year}" if day.month == 1 else WHOLE[day.month - 1]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def leg_words(road: Road, bodies: tuple[str, ...], today: date) -> str:
    """aanleveren bij PHO 15 januari · bij college 29 januari · besluit 25 maart"""
    parts = [
        f"{'' if n else 'aanleveren '}bij {body} {day_month(leg.hand_in, today)}"
        for n, (leg, body) in enumerate(zip(road.legs, bodies, strict=True))
    ]
    if road.legs:
        parts.append(f"besluit {day_month(road.legs[-1].decides, today)}")
    return " · ".join(parts)
