"""Opening a dossier: to work in, to read beside somebody else, or by raising its window."""

import getpass
import logging
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from ozj_desktop import settings
from ozj_desktop.errors import InUse
from ozj_desktop.paths import own_if_any
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.soundness import Soundness
from ozj_desktop.ui.theme import Theme

log = logging.getLogger(__name__)
NO_COPIES = (
    "Uw account mag op deze computer niets bewaren: er komen geen reservekopieën, en keuzes "
    "zoals uw naam worden niet onthouden. Het dossier zelf wordt wel bewaard."
)


def who() -> str:
    """The name that goes with every change."""
    try:
        return str(settings.get("who") or getpass.getuser())
    except (KeyError, OSError):  # a user without a name, as in a bare container
        return ""


def opened(path: Path) -> tuple[Dossier, str]:
    """The dossier, to work in or, with the reason why, to read only."""
    try:
        return Dossier.open(path, who=who(), backups=own_if_any("backups")), ""
    except InUse as error:
        return Dossier.read(path), str(error)


def open_window(path: Path, theme: Theme, today: date) -> MainWindow | None:
    """A window on this dossier; None where another window has it, and has come forward."""
    path = path.absolute()
    dossier, reason = opened(path)
    if reason:
        from ozj_desktop.ui.one_window import is_raised

        if is_raised(path):
            return None
    desk = Desk(dossier, theme, today)
    if dossier.writable:
        desk.soundness = Soundness(dossier)
    window = MainWindow(desk)
    if reason:
        _show_reading(window, reason)
    return window


# Reading beside somebody who works in it


def _show_reading(window: MainWindow, reason: str) -> None:
    from ozj_desktop.ui.bands import reading_band

    band = reading_band(window.desk.theme, reason, datetime.now())
    band.offer("Opnieuw laden", lambda: reload(window))
    window.show_band(band)


def reload(window: MainWindow) -> None:
    """Show the dossier as it is now; to work in, where that can be by now."""
    dossier, reason = opened(window.desk.dossier.path)
    window.turn_to(dossier)
    if reason:
        _show_reading(window, reason)
    else:
        Afterwards(window, ask_name=True)


# Beside the first paint


class Afterwards(QObject):
    """What can wait until the window is there: the seal, the server, the name of the user."""

    damaged = Signal(list)
    sound = Signal()

    def __init__(self, window: MainWindow, ask_name: bool) -> None:
        super().__init__(window)
        self._window, self._ask = window, ask_name
        self._pool = QThreadPool(self)
        self.damaged.connect(self._show_damage)
        desk = window.desk
        if desk.writable and desk.soundness is None:
            desk.soundness = Soundness(desk.dossier)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._window.desk.writable:
            from ozj_desktop.ui.one_window import Raiser

            self.server = Raiser(self._window)
            self._verify()
            if own_if_any("backups") is None:
                self._window.status.tell(NO_COPIES)
            if self._ask and not settings.get("who"):
                ask_name(self._window)

    def _verify(self) -> None:
        soundness = self._window.desk.soundness
        assert soundness is not None
        soundness.begin()
        job = Job("Controleren", lambda _: soundness.look(), self)
        job.done.connect(self._verified)
        job.failed.connect(self._window.failed)
        job.start(self._pool)

    def _verified(self, problems: list[str]) -> None:
        if problems:
            log.warning("not sound")
            self.damaged.emit(problems)
        else:
            self.sound.emit()

    def _show_damage(self, problems: list[str]) -> None:
        """From here on the dossier is there to read; what to do stands above it."""
        from ozj_desktop.ui.bands import damage_band

        window = self._window
        band = damage_band(window.desk.theme, problems)
        band.offer("Reservekopieën…", window.top.wants_copies.emit)
        window.show_band(band)
        window.show_anew()

    def finish(self) -> None:
        self._pool.waitForDone()


def ask_name(window: MainWindow) -> None:
    """Asked once; it can be changed from the menu of the dossier."""
    from PySide6.QtWidgets import QInputDialog

    box = QInputDialog(window)
    box.setWindowTitle("Wie bent u?")
    box.setLabelText("Uw naam komt bij wat u wijzigt, zodat anderen weten wie het was.")
    box.setTextValue(who())
    box.setOkButtonText("Bewaren")
    box.setCancelButtonText("Nu niet")
    box.textValueSelected.connect(lambda name: _keep_name(window, name))
    box.open()


def _keep_name(window: MainWindow, name: str) -> None:
    chosen = " ".join(name.split())[:80] or who()
    settings.put(who=chosen)
    window.desk.dossier.who = chosen
