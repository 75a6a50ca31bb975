"""Waste is taken down on the thread of the window, whatever thread made it."""

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.background import Job


class Knot:
    """Something that only a look for waste takes down."""

    def __init__(self) -> None:
        self.me = self


def test_waste_that_a_job_makes_is_taken_down_by_the_window(qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(*_: Any) -> None:
        threads.add(threading.get_ident())

    owner = QObject()
    job = Job("maken", lambda _: [Knot() for _ in range(5000)] and None, owner)
    gc.callbacks.append(note)
    try:
        with qtbot.waitSignal(job.ended):
            job.start(QThreadPool.globalInstance())
    finally:
        gc.callbacks.remove(note)
    assert threads <= {threading.get_ident()}


def test_waste_does_not_stay(qtbot: QtBot) -> None:
    knot = weakref.ref(Knot())
    assert knot() is not None
    kept = [Knot() for _ in range(2000)]
    qtbot.waitUntil(lambda: knot() is None)
    assert kept
