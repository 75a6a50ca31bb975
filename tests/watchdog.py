"""Watches the thread of the window: how long it was away at the longest, and where it was then."""

import sys
import threading
import time
import traceback
from types import TracebackType
from typing import NamedTuple, Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

PING = QEvent.Type(QEvent.registerEventType())
EVERY, SOON = 0.004, 0.03  # seconds between pings, and after which a stack is worth keeping


class Absence(NamedTuple):
    """So many seconds of work during which the window could not answer, and where it was."""

    seconds: float
    where: str


class Watchdog(QObject):
    """Asks the thread of the window again and again to answer. What it worked in between is
    reckoned in its own processor time, so that a busy machine does not count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = Absence(0, "")
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._main = threading.main_thread().ident or 0
        self._stop, self._answered = threading.Event(), threading.Event()
        self._seen, self._where = 0.0, ""

    def __enter__(self) -> Self:
        self._seen = time.thread_time()
        self._answered.set()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._answer()
        self._stop.set()
        self._thread.join()

    def event(self, event: QEvent) -> bool:
        if event.type() != PING:
            return super().event(event)
        self._answer()
        return True

    def _answer(self) -> None:
        now = time.thread_time()
        if now - self._seen > self.longest.seconds:
            self.longest = Absence(now - self._seen, self._where)
        self._seen, self._where = now, ""
        self._answered.set()

    def _watch(self) -> None:
        while not self._stop.wait(EVERY):
            self._answered.clear()
            QCoreApplication.postEvent(self, QEvent(PING), Qt.EventPriority.HighEventPriority.value)
            while not (self._answered.wait(SOON) or self._stop.is_set()):
                frame = sys._current_frames().get(self._main)
                if frame is not None:
                    self._where = "".join(traceback.format_stack(frame)[-8:])
                del frame  # it keeps what it holds alive, such as a painter
