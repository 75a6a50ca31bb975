"""How wide the columns of a grid are: no fixed word is broken, and none is cut off by the edge."""

from collections.abc import Mapping

from PySide6.QtGui import QFont, QFontMetrics

from ozj_desktop.model.record import Field, Form
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Col
from ozj_desktop.ui.status import status_of

NARROWEST = 0.65  # of its own width, for a column that can stretch
WIDEST = 1.6  # of its own width, for a column with a long word of the user's own
SHAPE, AIR = 22, 18  # before a state; left and right of a word, with its rule


def least(desk: Desk, column: Col, field: Field | None, face: QFont) -> int:
    """What it needs at least: the longest word it can hold, where those are fixed."""
    own = int(column.width * NARROWEST) if column.stretch else column.width
    words, shape = _fixed_words(desk, field)
    metrics = QFontMetrics(face)
    longest = max((metrics.horizontalAdvance(w) for text in words for w in text.split()), default=0)
    needed = min(longest + AIR + shape, int(column.width * WIDEST)) if longest else 0
    return max(own, needed)


def _fixed_words(desk: Desk, field: Field | None) -> tuple[list[str], int]:
    """What the cells of this field can say, and the room for a shape before it."""
    if field is not None and field.form is Form.CHOICE:
        shape = SHAPE if any(status_of(c) for c in field.type) else 0
        return [display.choice(c) for c in field.type], shape
    if field is not None and field.list:
        return [words for _, words in desk.names.options(field)], 0
    return [], 0


def widths(columns: Mapping[int, Col], least: Mapping[int, int], room: int) -> dict[int, int]:
    """The width of each column in the room there is.

    Those that stretch take what is left, or give what lacks. Where it scrolls anyway, as many as
    can be seen whole fill the room.
    """
    seen = [*columns]
    while len(seen) > 1 and sum(least[n] for n in seen) > room:
        seen.pop()
    found = {n: max(column.width, least[n]) for n, column in columns.items()}
    return found | _filling({n: columns[n] for n in seen}, least, found, room)


def _filling(
    columns: Mapping[int, Col], least: Mapping[int, int], own: Mapping[int, int], room: int
) -> dict[int, int]:
    """These, as wide as the room together; each at least what it needs."""
    left = room - sum(own[n] for n in columns)
    if left >= 0:
        shares = sum(c.stretch for c in columns.values())
        return {
            n: own[n] + (left * c.stretch // shares if shares else 0) for n, c in columns.items()
        }
    soft = sum(own[n] - least[n] for n in columns)
    give = -left / soft if soft else 0
    return {n: int(own[n] - (own[n] - least[n]) * min(give, 1)) for n in columns}
