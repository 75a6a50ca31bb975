"""Pictures of pages, painted one by one beside the window; those far from sight are forgotten."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ozj_desktop.progress import Report
from ozj_desktop.ui.background import Job

if TYPE_CHECKING:
    from ozj_desktop.exchange.pdf_pages import Pages

ROOM = 96_000_000  # bytes for pictures that are not in sight

Work = Callable[[Report], Any]
Paint = Callable[[Work, Callable[[Job], object]], None]  # does work; who hears of it first


class Drawn(NamedTuple):
    """A picture of a page, and of which pages and at how many pixels to a point."""

    pages: "Pages"
    scale: float
    picture: QImage


class PagePictures(QObject):
    """An old picture stays until there is a new one: nothing goes blank meanwhile."""

    painted = Signal()

    def __init__(self, paint: Paint, parent: QObject) -> None:
        super().__init__(parent)
        self._paint = paint
        self._drawn: dict[int, Drawn] = {}
        self._job: Job | None = None
        self._pages: Pages | None = None
        self._scale = 1.0
        self._wanted: Sequence[int] = ()

    def picture(self, number: int) -> QImage | None:
        found = self._drawn.get(number)
        return found.picture if found else None

    def is_fresh(self, number: int) -> bool:
        found = self._drawn.get(number)
        if found is None or found.pages is not self._pages:
            return False
        return abs(found.scale - self._scale) < 0.001

    def size(self) -> int:
        """Bytes of all that is kept."""
        return sum(d.picture.sizeInBytes() for d in self._drawn.values())

    def clear(self) -> None:
        self._drawn, self._wanted, self._pages = {}, (), None

    def want(self, pages: "Pages", scale: float, wanted: Sequence[int]) -> None:
        """These pages, in this order; others are kept while there is room."""
        self._pages, self._scale, self._wanted = pages, scale, wanted
        self._forget_far()
        self._next()

    def _next(self) -> None:
        number = next((n for n in self._wanted if not self.is_fresh(n)), None)
        if self._job is not None or self._pages is None or number is None:
            return
        self._paint(partial(_painted, self._pages, number, self._scale), self._hear)

    def _hear(self, job: Job) -> None:
        self._job = job
        job.done.connect(self._take)  # a method: heard no more once this object is gone
        job.ended.connect(self._ended)

    def _take(self, found: tuple[int, Drawn] | None) -> None:
        if found is not None and found[1].pages is self._pages:
            self._drawn[found[0]] = found[1]
            self.painted.emit()

    def _ended(self) -> None:
        self._job = None
        self._next()

    def _forget_far(self) -> None:
        """All that is wanted stays; of the rest what is nearest, as far as it fits."""
        first = self._wanted[0] if self._wanted else 0
        kept, left = {}, ROOM
        for number in sorted(self._drawn, key=lambda n: (n not in self._wanted, abs(n - first))):
            left -= 0 if number in self._wanted else self._drawn[number].picture.sizeInBytes()
            if left >= 0:
                kept[number] = self._drawn[number]
        self._drawn = kept


def _painted(pages: "Pages", number: int, scale: float, _: Report) -> tuple[int, Drawn] | None:
    """On another thread; the picture has memory of its own."""
    drawn = pages.draw(number, scale)
    if drawn is None:
        return None
    form = QImage.Format.Format_RGB32
    picture = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, form).copy()
    return number, Drawn(pages, scale, picture)
