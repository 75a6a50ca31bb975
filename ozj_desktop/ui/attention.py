"""What asks attention, looked at bit by bit, so that no edit and no start has to wait for it."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ozj_desktop.model.agreements import Contribution
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.parties import Party
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signals import Signals
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import KIND_NAMED, Desk

AT_ONCE = 0.015  # seconds in which a dossier of ordinary size is done
FEW = 2000  # contributions in such a dossier
NEAR = 12  # names that are told; of the others how many


class Attention(QObject):
    """The signals of the dossier; `changed` when all of them are known again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checks = Signals(desk.facts)
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

    def rest(self) -> None:
        """Much is changing: there is nothing to look at before it has changed."""
        self._timer.stop()

    def stop(self) -> None:
        """The dossier closes: from now on there is nothing to look at, whoever still asks."""
        self._timer.stop()
        self._timer.blockSignals(True)

    def begin_anew(self) -> None:
        """The dossier was opened or read again."""
        self._checks, self._ready = Signals(self._desk.facts), False
        self.go_on()

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


def names_of(desk: Desk, finding: Finding) -> str:
    """What it is about; of several the first ones, as lists call them."""
    found = [
        desk.names.short(one.about) if one.kind is Party else desk.names.of(one.kind, one.about)
        for one in finding.members
    ]
    if not found:
        return desk.names.of(finding.kind, finding.about) if finding.about else ""
    more = f" en nog {len(found) - NEAR}" if len(found) > NEAR else ""
    return ", ".join(found[:NEAR]) + more if more else listed(found)
