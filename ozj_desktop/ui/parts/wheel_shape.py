"""The drawing of the Kompas as paths: nine parts of a circle, and the ring of four around them.

Angles are degrees clockwise from the top; a part stands around its own angle.
"""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ozj_desktop.model.compass import IN_RING, Block, Ring

PART = 360 / len(Block)
GAP = 0.6  # degrees at each side of a part
OUTER, INNER = 0.87, 0.36  # of the radius of the whole: the parts lie between these
RING = (0.905, 1.0)  # and the ring between these
TIP = 5.0  # degrees that the arrow of a ring is long
HEART = 0.335  # the circle in the middle


def middle(block: Block) -> float:
    """The angle a block stands at."""
    return [*Block].index(block) * PART


def at(centre: QPointF, radius: float, angle: float) -> QPointF:
    turned = radians(angle)
    return QPointF(centre.x() + radius * sin(turned), centre.y() - radius * cos(turned))


def part(centre: QPointF, radius: float, block: Block) -> QPainterPath:
    """The part of a block."""
    start, end = middle(block) - PART / 2 + GAP, middle(block) + PART / 2 - GAP
    return _band(centre, radius * INNER, radius * OUTER, start, end, 0)


def ring(centre: QPointF, radius: float, which: Ring) -> QPainterPath:
    """An arrow around the blocks of one part of plan–do–check–act."""
    start, end = ring_span(which)
    inner, outer = RING
    return _band(centre, radius * inner, radius * outer, start + GAP, end - TIP - GAP, TIP)


def ring_span(which: Ring) -> tuple[float, float]:
    """From where to where it goes, the tip of its arrow included."""
    blocks = IN_RING[which]
    return middle(blocks[0]) - PART / 2, middle(blocks[-1]) + PART / 2


def _band(
    centre: QPointF, inner: float, outer: float, start: float, end: float, tip: float
) -> QPainterPath:
    """Between two circles, clockwise; with a tip it ends in an arrow and begins with its notch."""
    path = QPainterPath(at(centre, outer, start))
    path.arcTo(_circle(centre, outer), 90 - start, start - end)
    if tip:
        path.lineTo(at(centre, (inner + outer) / 2, end + tip))
    path.lineTo(at(centre, inner, end))
    path.arcTo(_circle(centre, inner), 90 - end, end - start)
    if tip:
        path.lineTo(at(centre, (inner + outer) / 2, start + tip))
    path.closeSubpath()
    return path


def _circle(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def heart(centre: QPointF, radius: float) -> QRectF:
    return _circle(centre, radius * HEART)
