"""Looking through the whole history bit by bit, so that nobody waits for 25,000 steps."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.store import past
from ozj_desktop.store.past import Wanted
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.story import Entry, entry

AT_ONCE = 0.010  # seconds of looking before the window gets its turn
PAGE, CHUNK = 30, 200  # steps that are shown, and that are asked for at once


class PastSearch(QObject):
    """`found` for each step that fits, newest first; `rested` at the end of a page or of all."""

    found = Signal(object)
    paused = Signal()  # the window gets its turn
    rested = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hays: dict[int, str] = {}  # what words a step has: the second look is quick
        self._entries: Iterator[Entry | None] = iter(())
        self._left = 0
        self._only: frozenset[str] = frozenset()
        self.busy = False
        self.done = True  # there is nothing older
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    def forget(self) -> None:
        """Something changed: what things are called may be another."""
        self._hays.clear()

    def begin(self, wanted: Wanted, words: str, most: int = PAGE, *, only: bool = False) -> None:
        """With `only` a step is told as far as it is about what is wanted."""
        self._only = wanted.ids if only else frozenset()
        self._entries = self._fitting(wanted, sort_key(words).split())
        self.done = False
        self.more(most)

    def more(self, most: int = PAGE) -> None:
        """Look for so many more."""
        self._left, self.busy = most, True
        self._advance()

    def go_on(self) -> None:
        """Only while somebody looks: out of sight the dossier may be closed."""
        if self.busy:
            self._timer.start()

    def pause(self) -> None:
        self._timer.stop()

    def stop(self) -> None:
        self._timer.stop()
        self.busy = False

    def _advance(self) -> None:
        end = perf_counter() + AT_ONCE
        for told in self._entries:
            if told is not None:
                self._left -= 1
                self.found.emit(told)
            if not self._left:
                self._rest()
                return
            if perf_counter() > end:
                self.paused.emit()
                return
        self.done = True
        self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        self.busy = False
        self.rested.emit()

    def _fitting(self, wanted: Wanted, words: list[str]) -> Iterator[Entry | None]:
        """The steps that hold all words; None for one that was looked at in vain."""
        dossier, before = self._desk.dossier, 0
        while seqs := past.find(dossier, wanted, before=before, most=CHUNK):
            undone, before = past.taken_back(dossier, seqs), seqs[-1]
            for seq in seqs:
                hay = self._hays.get(seq, "")
                if hay and not all(word in hay for word in words):
                    yield None
                    continue
                step = dossier.history.step(seq)
                told = entry(self._desk, step, undone=seq in undone, ids=self._only)
                if words and not hay:
                    hay = self._hays[seq] = told.hay
                yield told if all(word in hay for word in words) else None
