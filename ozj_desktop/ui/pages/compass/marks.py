"""Shapes and words for which way figures go."""

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
