"""Shapes and words for figures: how certain they are, and which way they go."""

from ozj_desktop.model.goals import FigureStatus
from ozj_desktop.model.series import Trend
from ozj_desktop.ui.status import Shape, Status

TRENDS = {
    Trend.NONE: Status(Shape.DASHED, Trend.NONE.label),
    Trend.EQUAL: Status(Shape.EQUAL, Trend.EQUAL.label),
    Trend.GOOD: Status(Shape.PLAY, Trend.GOOD.label),
    Trend.SLOW: Status(Shape.HALF, Trend.SLOW.label),
    Trend.WRONG: Status(Shape.TRIANGLE, Trend.WRONG.label),
    Trend.REACHED: Status(Shape.CHECK, Trend.REACHED.label),
}
CERTAIN = {
    FigureStatus.FINAL: Status(Shape.CHECK, FigureStatus.FINAL.label),
    FigureStatus.REVISED: Status(Shape.BUSY, FigureStatus.REVISED.label),
    FigureStatus.PROVISIONAL: Status(Shape.HALF, FigureStatus.PROVISIONAL.label),
}
