"""The states of things as shape, word and colour; every part of the window draws them from here."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ozj_desktop.model.actions import ActionState
from ozj_desktop.model.agreements import Decision, Progress
from ozj_desktop.model.compass import BlockState
from ozj_desktop.model.documents import Said, Stage, TableAssent
from ozj_desktop.model.goals import FigureStatus
from ozj_desktop.model.parties import Uptake
from ozj_desktop.model.record import Choice
from ozj_desktop.ui.theme import Colors


class Tone(Enum):
    """Tokens of the shape, the word and the ground of a chip."""

    NEUTRAL = "line2", "text2", "neutral_bg"
    GOOD = "primary", "tint_text", "tint"
    ATTENTION = "accent", "accent_text", "accent_bg"
    BAD = "danger", "danger_text", "danger_bg"

    @property
    def shape(self) -> str:
        return self.value[0]

    @property
    def word(self) -> str:
        return self.value[1]

    @property
    def ground(self) -> str:
        return self.value[2]


class Shape(Enum):
    """What is drawn; the word beside it always carries the meaning too."""

    DASHED, ARROW, CHECK, HALF, CROSS, TRIANGLE, EMPTY, PLAY, BUSY, BUBBLE = (
        auto() for _ in range(10)
    )
    PLUS, CHANGED, EQUAL, DOT, STRUCK = (auto() for _ in range(5))

    @property
    def tone(self) -> Tone:
        return _TONES.get(self, Tone.NEUTRAL)


_TONES = {
    **dict.fromkeys(
        [Shape.CHECK, Shape.PLAY, Shape.BUSY, Shape.BUBBLE, Shape.PLUS, Shape.CHANGED, Shape.DOT],
        Tone.GOOD,
    ),
    **dict.fromkeys([Shape.HALF, Shape.TRIANGLE], Tone.ATTENTION),
    Shape.CROSS: Tone.BAD,
}


class Status(NamedTuple):
    """A shape and its word."""

    shape: Shape
    word: str

    @property
    def tone(self) -> Tone:
        return self.shape.tone


class _States:
    """By state. Equal codes of different choices ("done") are different states."""

    def __init__(self, *told: tuple[Choice, Status]) -> None:
        self._found = {(type(state), state.value): status for state, status in told}

    def __getitem__(self, state: Choice) -> Status:
        return self._found[type(state), state.value]

    def get(self, state: Choice) -> Status | None:
        return self._found.get((type(state), state.value))


_SAID = (
    (Said.AGREED, Shape.CHECK),
    (Said.EXCEPT, Shape.HALF),
    (Said.RESERVED, Shape.HALF),
    (Said.REFUSED, Shape.CROSS),
    (Said.SUBMITTED, Shape.ARROW),
    (Said.NOT_ASKED, Shape.DASHED),
)
STATES = _States(
    (Decision.DRAFT, Status(Shape.EMPTY, "concept")),
    (Decision.SUBMITTED, Status(Shape.ARROW, "voorgelegd")),
    (Decision.ADOPTED, Status(Shape.CHECK, "vastgesteld")),
    (Decision.LAPSED, Status(Shape.STRUCK, "vervallen")),
    (Progress.NOT_STARTED, Status(Shape.EMPTY, "niet gestart")),
    (Progress.ON_TRACK, Status(Shape.PLAY, "op schema")),
    (Progress.BEHIND, Status(Shape.TRIANGLE, "loopt achter")),
    (Progress.DONE, Status(Shape.CHECK, "nagekomen")),
    *((TableAssent[s.name], Status(shape, s.label)) for s, shape in _SAID if s is not Said.EXCEPT),
    *((said, Status(shape, said.label)) for said, shape in _SAID),
    (ActionState.OPEN, Status(Shape.EMPTY, "open")),
    (ActionState.BUSY, Status(Shape.BUSY, "bezig")),
    (ActionState.DONE, Status(Shape.CHECK, "klaar")),
    (ActionState.DROPPED, Status(Shape.STRUCK, "vervallen")),
    (BlockState.NOT_STARTED, Status(Shape.EMPTY, "niet begonnen")),
    (BlockState.BUSY, Status(Shape.BUSY, "bezig")),
    (BlockState.DISCUSSED, Status(Shape.BUBBLE, "besproken")),
    (BlockState.ADOPTED, Status(Shape.CHECK, "vastgesteld")),
    (FigureStatus.FINAL, Status(Shape.CHECK, "definitief")),
    (FigureStatus.REVISED, Status(Shape.BUSY, "nader voorlopig")),
    (FigureStatus.PROVISIONAL, Status(Shape.HALF, "voorlopig")),
    (Stage.DRAFT, Status(Shape.EMPTY, "concept")),
    (Stage.FROZEN, Status(Shape.CHECK, "tekst ligt vast")),
    (Stage.EDITORIAL, Status(Shape.CHANGED, "redactionele verbetering")),
    (Uptake.NOT_YET, Status(Shape.DASHED, "nog niet")),
    (Uptake.PLANNED, Status(Shape.BUSY, "gepland")),
    (Uptake.TAKEN_UP, Status(Shape.CHECK, "opgenomen")),
)
LATE = Status(Shape.TRIANGLE, "te laat")


def status_of(state: Choice | None) -> Status | None:
    return None if state is None else STATES.get(state)


def paint_status(
    painter: QPainter, rect: QRect | QRectF, shape: Shape, colors: Colors, tone: Tone | None = None
) -> None:
    """Draw `shape` in `rect`, which is square; the drawing is made on a grid of 16."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(rect.topLeft()))
    painter.scale(rect.width() / 16, rect.width() / 16)
    ink = colors[(tone or shape.tone).shape]
    _DRAWINGS[shape](_Pen(painter, ink, colors[_on(tone or shape.tone)]))
    painter.restore()


def _on(tone: Tone) -> str:
    return "on_primary" if tone is Tone.GOOD else "surface"


class _Pen:
    """Strokes and fills in the two colours of a shape."""

    def __init__(self, painter: QPainter, ink: QColor, paper: QColor) -> None:
        self._painter, self.ink, self.paper = painter, ink, paper

    def pen(self, color: QColor, width: float) -> QPen:
        made = QPen(color, width)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return made

    def ring(self, *, dashed: bool = False) -> None:
        pen = self.pen(self.ink, 1.6)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.64, 1.64])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(QPointF(8, 8), 6.7, 6.7)

    def disc(self, radius: float = 7.5) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink)
        self._painter.drawEllipse(QPointF(8, 8), radius, radius)

    def square(self, *, filled: bool) -> None:
        self._painter.setPen(self.pen(self.ink, 1.6))
        self._painter.setBrush(self.ink if filled else Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(1.6, 1.6, 12.8, 12.8), 2.2, 2.2)

    def half(self, start: int) -> None:
        self.ring()
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink)
        self._painter.drawPie(QRectF(1.3, 1.3, 13.4, 13.4), start * 16, 180 * 16)

    def lines(self, *lines: str, width: float = 1.7, paper: bool = False) -> None:
        """Strokes through points given as "x,y x,y"."""
        path = QPainterPath()
        for line in lines:
            first, *rest = _points(line)
            path.moveTo(first)
            for point in rest:
                path.lineTo(point)
        self._painter.strokePath(path, self.pen(self.paper if paper else self.ink, width))

    def fill(self, line: str, *, edge: float = 0) -> None:
        pen = self.pen(self.ink, edge) if edge else QPen(Qt.PenStyle.NoPen)
        self._painter.setPen(pen)
        self._painter.setBrush(self.ink)
        self._painter.drawPolygon(QPolygonF(_points(line)))


def _points(line: str) -> list[QPointF]:
    return [QPointF(*map(float, pair.split(","))) for pair in line.split()]


def _check(pen: _Pen) -> None:
    pen.disc()
    pen.lines("4.8,8.3 7,10.5 11.3,5.7", width=1.75, paper=True)


def _arrow(pen: _Pen) -> None:
    pen.ring()
    pen.lines("4.8,8 10.8,8", "8.5,5.5 11,8 8.5,10.5", width=1.6)


def _cross(pen: _Pen) -> None:
    pen.square(filled=True)
    pen.lines("5,5 11,11", "11,5 5,11", width=1.8, paper=True)


def _triangle(pen: _Pen) -> None:
    pen.fill("8,1.6 15,14.4 1,14.4", edge=1.2)
    pen.lines("8,6 8,10", "8,12.2 8,12.21", paper=True)


def _play(pen: _Pen) -> None:
    pen.ring()
    pen.fill("6.3,5 6.3,11 11.3,8")


def _bubble(pen: _Pen) -> None:
    pen.lines("2,2.5 14,2.5 14,11 7,11 3.5,14 3.5,11 2,11 2,2.5", width=1.6)
    pen.lines("5,6 11,6", "5,8.3 9,8.3", width=1.3)


def _plus(pen: _Pen) -> None:
    pen.square(filled=False)
    pen.lines("8,4.5 8,11.5", "4.5,8 11.5,8")


def _changed(pen: _Pen) -> None:
    pen.square(filled=True)
    pen.lines("4,8 11,8", "8.5,5 11.5,8 8.5,11", paper=True)


def _equal(pen: _Pen) -> None:
    pen.square(filled=False)
    pen.lines("4.5,6.3 11.5,6.3", "4.5,9.7 11.5,9.7", width=1.6)


def _struck(pen: _Pen) -> None:
    pen.ring()
    pen.lines("3.4,12.6 12.6,3.4", width=1.6)


_DRAWINGS: Mapping[Shape, Callable[[_Pen], None]] = {
    Shape.DASHED: lambda pen: pen.ring(dashed=True),
    Shape.ARROW: _arrow,
    Shape.CHECK: _check,
    Shape.HALF: lambda pen: pen.half(90),
    Shape.CROSS: _cross,
    Shape.TRIANGLE: _triangle,
    Shape.EMPTY: lambda pen: pen.ring(),
    Shape.PLAY: _play,
    Shape.BUSY: lambda pen: pen.half(270),
    Shape.BUBBLE: _bubble,
    Shape.PLUS: _plus,
    Shape.CHANGED: _changed,
    Shape.EQUAL: _equal,
    Shape.DOT: lambda pen: pen.disc(4.5),
    Shape.STRUCK: _struck,
}
