"""How wide the columns of a grid are: no fixed word is broken, and none is cut off by the edge."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from ozj_desktop.model.record import Field, Form
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Col
from ozj_desktop.ui.status import status_of
from ozj_desktop.ui.theme import font

NARROWEST = 0.65  # of its own width, for a column that can stretch
WIDEST = 1.6  # of its own width, for a column with a long word of the user's own
LONGEST = 2  # times its own width, for a column with much in it
NAMED = 0.8  # of its own width, for the names by which one finds a row
SHAPE, AIR = 22, 18  # before a state; left and right of a word, with its rule


class Need(NamedTuple):
    """What a column needs so that no word is broken, and what it takes to be on one line."""

    least: int
    wish: int


def need(
    desk: Desk, column: Col, field: Field | None, texts: Iterable[str], *, first: bool
) -> Need:
    """What one column needs for its heading, its fixed words and what stands in it now."""
    face = QFontMetrics(font("cell_strong" if first else "cell"))
    words, shape = _fixed_words(desk, field)
    fixed = _longest(face, (w for text in words for w in text.split()))
    fixed = min(fixed + AIR + shape, int(column.width * WIDEST)) if fixed else 0
    if not column.stretch:
        return Need(*[max(column.width, fixed)] * 2)
    texts, air = [*texts], AIR + (8 if first else 0)
    heading = column.label or (field.label if field else "")
    head = QFontMetrics(font("group")).horizontalAdvance(heading) + air
    own = _longest(face, (w for text in texts for w in _pieces(text))) + air
    whole = _longest(face, texts) + air
    least = max(int(column.width * NARROWEST), fixed, head, min(own, int(column.width * WIDEST)))
    if first:
        least = max(least, min(whole, int(column.width * NAMED)))
    return Need(least, max(least, min(whole, LONGEST * column.width)))


def _pieces(text: str) -> list[str]:
    """Where a text may be broken: a telephone number is one piece."""
    return text.split() if any(letter.isalpha() for letter in text) else [text]


def _longest(face: QFontMetrics, words: Iterable[str]) -> int:
    return max((face.horizontalAdvance(word) for word in words), default=0)


def _fixed_words(desk: Desk, field: Field | None) -> tuple[list[str], int]:
    """What the cells of this field can say, and the room for a shape before it."""
    if field is not None and field.form is Form.CHOICE:
        shape = SHAPE if any(status_of(c) for c in field.type) else 0
        return [display.choice(c) for c in field.type], shape
    if field is not None and field.list:
        return [words for _, words in desk.names.options(field)], 0
    return [], 0


def widths(columns: Mapping[int, Col], needs: Mapping[int, Need], room: int) -> dict[int, int]:
    """The width of each column in the room there is.

    Those that stretch take what is left, or give what lacks. Where it scrolls anyway, as many as
    can be seen whole fill the room.
    """
    seen = [*columns]
    while len(seen) > 1 and sum(needs[n].least for n in seen) > room:
        seen.pop()
    found = {n: needs[n].wish for n in columns}
    return found | _filling({n: columns[n] for n in seen}, needs, room)


def _filling(columns: Mapping[int, Col], needs: Mapping[int, Need], room: int) -> dict[int, int]:
    """These, as wide as the room together; each at least what it needs."""
    needs = {n: needs[n] for n in columns}
    left = room - sum(need.wish for need in needs.values())
    if left >= 0:
        shares = max(sum(c.stretch for c in columns.values()), 1)
        found = {n: needs[n].wish + left * c.stretch // shares for n, c in columns.items()}
    else:
        found = _lacking(columns, needs, room)
    over, last = room - sum(found.values()), max(columns)
    if 0 < over <= len(columns) and any(c.stretch for c in columns.values()):
        found[last] += over  # what rounding left
    return found


def _lacking(columns: Mapping[int, Col], needs: dict[int, Need], room: int) -> dict[int, int]:
    """What there is beyond the least goes to the names first, and then to all alike."""
    spare, first = room - sum(need.least for need in needs.values()), min(columns)
    named = min(needs[first].wish, columns[first].width) - needs[first].least
    named = max(min(named, spare), 0)
    needs[first] = Need(needs[first].least + named, needs[first].wish)
    soft = sum(need.wish - need.least for need in needs.values())
    part = max(spare - named, 0) / soft if soft else 0
    return {n: int(need.least + (need.wish - need.least) * part) for n, need in needs.items()}
