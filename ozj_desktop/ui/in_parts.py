"""Makes what takes long part by part, so that the window answers in between."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

AT_ONCE = 0.03  # seconds of making between two events


class InParts(QTimer):
    """`parts` makes something of `owner`, and yields wherever the window may answer first.

    Whoever asks something of what is made waits with `then`, or has it finished.
    """

    def __init__(self, owner: QWidget, parts: Iterator[None], since: float | None = None) -> None:
        """What goes before the first part may have begun at `since`."""
        super().__init__(owner)
        self._parts = parts
        self._then: list[Callable[[], object]] = []
        self.made = False
        self.timeout.connect(self._turn)
        self._go_on(perf_counter() if since is None else since)
        if not self.made:
            self.start(0)

    def then(self, do: Callable[[], object]) -> None:
        """Once all of it is there: now, or later."""
        if self.made:
            do()
        else:
            self._then.append(do)

    def finish(self) -> None:
        """All that is left, now."""
        for _ in self._parts:
            pass
        self._end()

    def _turn(self) -> None:
        now = perf_counter()
        if next(self._parts, self) is None:
            self._go_on(now)
        else:
            self._end()

    def _go_on(self, since: float) -> None:
        while perf_counter() < since + AT_ONCE:
            if next(self._parts, self) is not None:
                self._end()
                return

    def _end(self) -> None:
        self.stop()
        self.made = True
        waiting, self._then = self._then, []
        for do in waiting:
            do()
