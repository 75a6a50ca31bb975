"""Watches the thread of the window: how long it was away at the longest, and where it was then."""

import gc
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any, NamedTuple, Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest

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
        gc.collect()
        gc.freeze()  # as the program does once it has painted: other tests left much to look at
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
                if places := _places(self._main):
                    self._where = "".join(traceback.StackSummary.from_list(places).format())


def _places(thread: int) -> list[tuple[str, int, str, None]]:
    """Where a thread is, outermost first. A frame keeps alive what it holds, such as a painter, and
    Qt crashes on one that outlives its event: so nothing here lets that thread go on meanwhile.
    """
    frame = sys._current_frames().get(thread)
    found: list[tuple[str, int, str, None]] = []
    while frame is not None and len(found) < 8:
        found.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None))
        frame = frame.f_back
    return found[::-1]


# How long the window may be away

MOST = 0.1  # seconds on a machine like the one on which WORKLOAD takes REFERENCE
REFERENCE = 0.0075  # seconds of processor time
LEEWAY = 2.5  # a test fails over what no busy machine explains; the benchmark counts each ms
NOTES = "OZJ_PACE"  # a file in which the benchmark finds what took how long


def slowness() -> float:
    """How many times slower this machine is now than the reference; never less than 1."""
    return max(1.0, min(_workload() for _ in range(5)) / REFERENCE)


def _workload() -> float:
    """What pages do most: strings, dictionaries, sorting and calls."""
    started = time.thread_time()
    words = {f"afspraak {n * 7919 % 5003}": n for n in range(5_000)}
    for _ in range(4):
        ordered = sorted(words, key=lambda word: (word.casefold(), words[word]))
        words = {word.upper().lower(): len(word) for word in ordered}
    return time.thread_time() - started


class Pace:
    """Does things in a window one by one, and tells at the end which of them held it up, where.

    What takes LEEWAY times as long as it may fails.
    """

    def __init__(self, qtbot: Any) -> None:
        self._qtbot = qtbot
        self._limit = MOST * slowness()
        self.slow: dict[str, Absence] = {}

    def quick(
        self,
        what: str,
        do: Callable[[], object],
        until: Callable[[], bool] = lambda: True,
        back: Callable[[], object] = lambda: None,
    ) -> None:
        """The better of two tries counts; `back` makes the second one possible."""
        best = self._try(do, until)
        if best.seconds >= self._limit:
            back()
            QTest.qWait(50)
            self._limit = max(self._limit, MOST * slowness())  # it may have become busier
            best = min(best, self._try(do, until))
        _note(what, best.seconds, self._limit)
        if best.seconds >= LEEWAY * self._limit:
            self.slow[what] = best

    def _try(self, do: Callable[[], object], until: Callable[[], bool]) -> Absence:
        with Watchdog() as watch:
            do()
            self._qtbot.waitUntil(until, timeout=90_000)
            QTest.qWait(50)
        return watch.longest

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        told = [f"{what}: {1000 * a.seconds:.0f} ms\n{a.where}" for what, a in self.slow.items()]
        assert error or not told, "\n".join([f"over {1000 * LEEWAY * self._limit:.0f} ms:", *told])


def _note(what: str, seconds: float, limit: float) -> None:
    if notes := os.environ.get(NOTES):
        with open(notes, "a", encoding="utf-8") as file:
            file.write(f"{what}\t{1000 * seconds:.1f}\t{1000 * limit:.1f}\n")
