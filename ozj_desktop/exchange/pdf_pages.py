"""Which part stands where on which page: laid out once, before anything is drawn."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ozj_desktop.exchange.pdf_flow import Keep, NewPage, Part, Stack, least
from ozj_desktop.exchange.pdf_tags import Pen
from ozj_desktop.exchange.pdf_text import EPSILON


@dataclass(frozen=True)
class Sheet:
    """A page and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        return self.height - self.top - self.bottom


@dataclass(frozen=True)
class Placed:
    """A part and its distance to the top of the text."""

    part: Part
    down: float


Pages = list[list[Placed]]


class _Pages:
    """Pages being filled from the top down."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pages: Pages = [[]]
        self.down = self.after = 0.0

    def turn(self) -> None:
        self.pages.append([])
        self.down = self.after = 0.0

    def gap(self, part: Part) -> float:
        return max(self.after, part.before) if self.pages[-1] else 0.0

    def room(self, part: Part) -> float:
        return self.sheet.inner_height - self.down - self.gap(part)

    def only_headings(self) -> bool:
        return all(placed.part.stay for placed in self.pages[-1])

    def place(self, part: Part) -> None:
        self.down += self.gap(part)
        self.pages[-1].append(Placed(part, self.down))
        self.down += part.measure(self.sheet.inner_width)
        self.after = part.after


def lay_out(
    parts: Sequence[Part], sheet: Sheet, turned: Callable[[int], None] = lambda left: None
) -> Pages:
    """Parts on pages; `turned` hears at each new page how many parts are left."""
    queue, pages = deque(parts), _Pages(sheet)
    while queue:
        count = len(pages.pages)
        _next(queue, pages)
        if len(pages.pages) > count:
            turned(len(queue))
    if not pages.pages[-1] and len(pages.pages) > 1:
        pages.pages.pop()
    return pages.pages


def _next(queue: deque[Part], pages: _Pages) -> None:
    part, width = queue.popleft(), pages.sheet.inner_width
    if isinstance(part, NewPage):
        if pages.pages[-1]:
            pages.turn()
        return
    if type(part) is Stack:  # no more than its parts; a Keep is more
        queue.extendleft(reversed(part.parts))
        return
    room = pages.room(part)
    if part.stay:
        ahead = [part, *(queue[i] for i in range(min(4, len(queue))))]
        fits = least(ahead, width) <= room + EPSILON
    else:
        fits = part.measure(width) <= room + EPSILON
    if isinstance(part, Keep) and not fits and pages.only_headings():
        queue.appendleft(Stack(part.parts))  # with a heading above it, it fits on no page
        return
    if fits or (part.stay and not pages.pages[-1]):
        pages.place(part)
        return
    first, rest = (None, part) if part.stay else part.split(width, room)
    if first is not None and rest is not None:
        pages.place(first)
        queue.appendleft(rest)
    elif pages.pages[-1]:
        queue.appendleft(part)
    else:
        pages.place(part)  # higher than a page and in one piece: better cut off than lost
    pages.turn()


def draw_page(placed: Sequence[Placed], pen: Pen, sheet: Sheet) -> None:
    for each in placed:
        each.part.draw(pen, sheet.left, sheet.height - sheet.top - each.down)
