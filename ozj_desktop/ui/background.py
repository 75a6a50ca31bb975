"""Work that would freeze the window, done beside it on data that was gathered first."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from ozj_desktop.errors import Cancelled
from ozj_desktop.progress import Report


class Job(QObject):
    """Runs `work` on another thread; every signal arrives on the window's own.

    `work` is given a function to report progress with, which raises Cancelled after `stop`.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()  # after any of the three above
    over = Signal()  # last of all, for its owner alone: whoever hears it may delete the job, and
    # that would stop this thread from telling others

    def __init__(self, words: str, work: Callable[[Report], Any], parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self._work = work
        self._stop = Event()
        self._last = -1

    def start(self, pool: QThreadPool) -> None:
        # Not as a QRunnable: the pool deletes it, PySide goes on naming its address after it, and
        # the next thing made there, say an action of a menu, answers as if it were one.
        pool.start(self._run)

    def stop(self) -> None:
        self._stop.set()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled("Gestopt.")
        percent = 100 * done // max(total, 1)
        if percent != self._last:
            self._last = percent
            self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            found = self._work(self._report)
        except Cancelled:
            self.stopped.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(found)
        self.ended.emit()
        self.over.emit()
