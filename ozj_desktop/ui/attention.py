"""What asks attention, looked at bit by bit, so that no edit and no start has to wait for it."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ozj_desktop.model.agreements import Contribution
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signals import CHECKS, Signals, in_force, run
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import KIND_NAMED, Desk

AT_ONCE = 0.015  # seconds in which a dossier of ordinary size is done
FEW = 2000  # contributions in such a dossier


class _Checks(Signals):
    """The same list, but one check at a time."""

    def advance(self) -> bool:
        """Look at one check that is open; False when there is none."""
        if self._scope is None:
            self._scope = in_force(self.facts)
        for check in CHECKS:
            if check.code not in self._found:
                self._found[check.code] = run(check, self.facts, self._scope)
                return True
        return False


class Attention(QObject):
    """The signals of the dossier; `changed` when all of them are known again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checks = _Checks(desk.facts)
        self._ready = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Look at once where that takes a moment; with thousands of agreements later is better."""
        few = self._desk.dossier.count(Contribution) <= FEW
        self._ready = few and not self._look(AT_ONCE)

    def go_on(self) -> None:
        """The rest, when the window is there and there is nothing else to do."""
        self._timer.setInterval(0)
        self._timer.start()

    def heard(self, notice: Notice) -> None:
        """Call after the desk has heard it."""
        changes = ((KIND_NAMED[kind], fields) for kind, _, fields in notice.changes)
        self._checks.forget(changes)
        self._timer.setInterval(150)  # somebody is typing: that goes first
        self._timer.start()

    def is_ready(self) -> bool:
        return self._ready

    def findings(self) -> list[Finding]:
        """All that are known; those set aside last."""
        return self._checks.all() if self._ready else []

    def open(self) -> list[Finding]:
        return [finding for finding in self.findings() if not finding.aside]

    def _advance(self) -> None:
        if self._look(AT_ONCE):
            self._timer.setInterval(0)
            return
        self._timer.stop()
        self._ready = True
        self.changed.emit()

    def _look(self, seconds: float) -> bool:
        """Go on for so long; True while there is more to look at."""
        end = perf_counter() + seconds
        while self._checks.advance():
            if perf_counter() > end:
                return True
        return False
