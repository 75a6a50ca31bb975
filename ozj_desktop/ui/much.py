"""A change of much: made between events, with how far it is and a way to stop; still one step."""

from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui import in_parts
from ozj_desktop.ui.pending import edits_committed

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow

MANY = 100  # things; fewer are changed at once
TIMES = 2  # every thing is written, and then weighed
HANDS = {
    *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride),
    *(QEvent.Type.Shortcut, QEvent.Type.ContextMenu, QEvent.Type.InputMethod),
    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
    *(QEvent.Type.MouseButtonDblClick, QEvent.Type.DragEnter, QEvent.Type.Drop),
}


class Change(NamedTuple):
    """`step` makes it, and yields while it does; `then` comes after it, `refused` hears why not.
    With `lets_go` the field in use is shown anew too.
    """

    words: str
    size: int
    step: Generator[None, None, None]
    then: Callable[[], object] = lambda: None
    refused: Callable[[UserError], object] | None = None
    lets_go: bool = False

    def fails(self, error: Exception) -> None:
        """Tell why not, in place if that can be."""
        if self.refused is None or not isinstance(error, UserError):
            raise error
        self.refused(error)


def at_once(change: Change) -> None:
    """All of it now."""
    try:
        with edits_committed() if change.lets_go else nullcontext():
            for _ in change.step:
                pass
    except Exception as error:
        change.fails(error)
    else:
        change.then()


class Much(QObject):
    """Of one window. Meanwhile nothing else can be done in it than look on, and stop."""

    progressed = Signal(int, int)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._turns: Iterator[None] | None = None
        self._size, self._done, self._stopping = 0, 0, False
        self.words = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, change: Change) -> None:
        """Change it; at once where that takes a moment."""
        if change.size <= MANY:
            at_once(change)
            return
        assert self._turns is None, "there is one change at a time"
        window, app = self._window, QCoreApplication.instance()
        window.stack.finish()
        window.attention.rest()
        self.words, self._size, self._done, self._stopping = change.words, change.size, 0, False
        self._turns = self._work(change)
        self._go_on()
        if self._turns is not None and app is not None:
            window.status.follow(self)
            app.installEventFilter(self)
            self._timer.start(0)

    def stop(self) -> None:
        """Leave everything as it was."""
        self._stopping = True

    def finish(self) -> None:
        """All that is left, now: the window closes."""
        while self._turns is not None:
            next(self._turns, None)

    def _go_on(self) -> None:
        until = perf_counter() + in_parts.AT_ONCE
        while self._turns is not None:
            next(self._turns, None)
            self._done += 1
            if perf_counter() >= until:
                break
        if self._turns is not None:
            self.progressed.emit(min(self._done // TIMES, self._size), self._size)

    def _work(self, change: Change) -> Iterator[None]:
        """The step, and then bit by bit whoever hears of it."""
        window, told = self._window, list[Notice]()
        dossier = window.desk.dossier
        listeners, dossier.on_change = dossier.on_change, [told.append]
        failed: Exception | None = None
        with edits_committed() if change.lets_go else nullcontext():
            try:
                for _ in change.step:
                    yield
                    if self._stopping:
                        change.step.close()
            except Exception as error:
                failed = error
            dossier.on_change = listeners
            for notice in told:
                yield from window.hearing(notice)
        self._end()
        if failed is not None:
            change.fails(failed)
        elif self._stopping:
            window.status.note("Gestopt. Er is niets veranderd.")
        else:
            change.then()

    def _end(self) -> None:
        self._turns = None
        self._timer.stop()
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self._window.status.tell("")
        self._window.attention.go_on()

    # Hands off

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in HANDS:
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop()
        held: QObject | None = watched  # a shortcut, or what it is part of
        while held is not None and not isinstance(held, QWidget):
            held = held.parent()
        here = isinstance(held, QWidget) and held.window() is self._window
        return here and not self._window.status.isAncestorOf(held)  # type: ignore[arg-type]
