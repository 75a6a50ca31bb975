"""What was typed in a cell or a field and is no value: kept until it is mended, counted for all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from ozj_desktop.model.dutch import counted, listed

if TYPE_CHECKING:
    from ozj_desktop.ui.bands import Band
    from ozj_desktop.ui.main_window import MainWindow

CELLS, FIELDS = ("cel", "cellen"), ("veld", "velden")


@dataclass(frozen=True)
class Kept:
    """What was typed, why that is no value, and where it stands: `where` on the page of `owner`.

    `row` is the row of a grid, else "". A row that is not `stored` yet goes with its owner; the
    blank one is found by what it is a row of.
    """

    text: str
    why: str
    owner: str
    where: str
    row: str = ""
    stored: bool = False
    blank: bool = False
    offer: date | None = None  # a value that may be meant
    several: tuple[str, ...] = ()  # all of these at once, of which the owner is the first

    def same_question(self, other: "Kept") -> bool:
        """Whether one answer will do for both, whatever was typed exactly."""
        return self.offer is not None and (self.why, self.offer) == (other.why, other.offer)


class Unread(QObject):
    """By the id of a thing (or of the blank row of its owner) and the name of the field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], Kept] = {}
        self._last: tuple[str, str] | None = None
        self._batch: tuple[int, tuple[tuple[str, str], ...], bool] = (0, (), False)
        self.let_go = ""  # what was told when somebody closed the window

    def at(self, id: str, field: str) -> Kept | None:
        return self._kept.get((id, field))

    def ids(self) -> set[str]:
        """Of what something was kept."""
        return {id for id, _ in self._kept}

    def of(self, id: str) -> int:
        """How many of one thing."""
        return sum(1 for owner, _ in self._kept if owner == id)

    def put(self, id: str, field: str, kept: Kept | None) -> bool:
        """Keep this; None where it was mended. Whether that is another than before."""
        before = self._kept.pop((id, field), None)
        if kept is not None:
            self._kept[id, field] = kept
        if before != kept:
            self.changed.emit()
        return before != kept

    def came_together(self, step: int, cells: Iterable[tuple[str, str]], *, stored: bool) -> None:
        """These came with one paste, after this step; `stored` tells whether it made that step."""
        self._batch = (step, tuple(cells), stored)
        if self._batch[1]:
            self.changed.emit()

    def _left(self, step: int) -> list[tuple[str, str]]:
        """What the last paste left, where nothing was done since."""
        after, cells, _ = self._batch
        return [at for at in cells if at in self._kept] if after == step else []

    def is_all(self, step: int) -> bool:
        """Whether that is all there is of the last paste: nothing of it was stored."""
        return bool(self._left(step)) and not self._batch[2]

    def undo(self, step: int) -> bool:
        """Let go of what the last paste left. True where that was all of it."""
        left, all_of_it = self._left(step), self.is_all(step)
        for at in left:
            del self._kept[at]
        if left:
            self.changed.emit()
        return all_of_it

    def move(self, old: str, new: str) -> None:
        """A row became another one, with what stands in it."""
        for id, field in [*self._kept]:
            if id == old:
                kept = self._kept.pop((id, field))
                self._kept[new, field] = replace(kept, row=new if kept.row else "")
        step, cells, stored = self._batch
        self._batch = step, tuple((new if id == old else id, f) for id, f in cells), stored

    def forget_gone(self, is_there: Callable[[str], bool]) -> None:
        """What was deleted, or taken back, needs no mending."""
        gone = [
            (id, field)
            for (id, field), kept in self._kept.items()
            if not is_there(kept.owner) or (kept.stored and not is_there(id))
        ]
        for at in gone:
            del self._kept[at]
        if gone:
            self.changed.emit()

    def next(self) -> Kept | None:
        """The one after the one that was asked for before."""
        places = [*self._kept]
        if not places:
            return None
        after = places.index(self._last) + 1 if self._last in places else 0
        self._last = places[after % len(places)]
        return self._kept[self._last]

    def words(self) -> str:
        """2 cellen en 1 veld; "" where all is stored."""
        cells = sum(1 for kept in self._kept.values() if kept.row)
        fields = len(self._kept) - cells
        told = ((cells, CELLS), (fields, FIELDS))
        return listed([counted(many, names) for many, names in told if many])


class UnreadTold(QObject):
    """Says in the window what is not stored yet, and goes there when asked."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._band: Band | None = None
        window.desk.unread.changed.connect(self._tell)
        window.status.wants_unread.connect(self.go)

    def _tell(self) -> None:
        words = self._window.desk.unread.words()
        self._window.status.show_unread(words)
        if self._band is not None and shiboken6.isValid(self._band):
            self.warn() if words else self._window.show_band(None)

    def warn(self) -> None:
        """Above the page, until all of it is mended: who closes once more does without."""
        from ozj_desktop.ui.bands import unread_band  # not for the first paint

        window = self._window
        self._band = unread_band(window.desk.theme, window.desk.unread.words())
        self._band.offer("Ga erheen", self.go)
        self._band.offer("Sluit zonder dit te bewaren", window.close)
        window.show_band(self._band)

    def go(self) -> None:
        """To the next of them; the caret is where it can be mended."""
        kept = self._window.desk.unread.next()
        if kept is None:
            return
        self._window.go(kept.owner)
        page = self._window.page()
        if page and kept.several:
            page.point_at_several(kept.several, kept.where)
        elif page:
            page.point_at(kept.owner if kept.blank else kept.row or kept.owner, kept.where)
