"""What can wait until the window is there: the seal, the server, the name of the user."""

import logging

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from ozj_desktop.paths import own_if_any
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.soundness import Soundness
from ozj_desktop.ui.user_name import ask_name, given, who

log = logging.getLogger(__name__)
NO_COPIES = (
    "Uw account mag op deze computer niets bewaren: er komen geen reservekopieën, en keuzes "
    "zoals uw naam worden niet onthouden. Het dossier zelf wordt wel bewaard."
)
RESCUED = "Wat u typte, is niet bewaard. Het staat op het klembord: plak het in een reservekopie."


class Afterwards(QObject):
    """A reader hears whether the file is sound too; the rest is for who works in it."""

    damaged = Signal(list)
    sound = Signal()

    def __init__(self, window: MainWindow, ask_name: bool) -> None:
        super().__init__(window)
        self._window, self._ask = window, ask_name
        self._pool = QThreadPool(self)
        desk = window.desk
        self._soundness = desk.soundness = desk.soundness or Soundness(desk.dossier)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        self._verify()
        if not self._window.desk.dossier.writable:
            return
        from ozj_desktop.ui.one_window import Raiser

        self.server = Raiser(self._window)
        if own_if_any("backups") is None:
            self._window.status.tell(NO_COPIES)
        if self._ask and not given():
            ask_name(self._window)
        elif not who():
            self._window.desk.dossier.on_change.append(self._ask_once)

    def _ask_once(self, _: Notice) -> None:
        """Under the first change, where nobody knows who made it; in the way of nothing."""
        heard = self._window.desk.dossier.on_change
        if self._ask_once in heard:
            heard.remove(self._ask_once)
        told = "Bij uw wijzigingen staat nog geen naam."
        self._window.status.offer(told, "Wie bent u?", lambda: ask_name(self._window))

    def _verify(self) -> None:
        soundness = self._soundness
        soundness.begin()
        job = Job("Controleren", lambda _: soundness.look(), self)
        job.done.connect(self._verified)
        job.failed.connect(self._window.failed)
        job.start(self._pool)

    def _verified(self, problems: list[str]) -> None:
        if self._window.desk.soundness is not self._soundness:
            return  # what was looked at is no longer what is shown
        if problems:
            log.warning("not sound")
            show_damage(self._window, problems)
            self.damaged.emit(problems)
        else:
            self.sound.emit()


def show_damage(window: MainWindow, problems: list[str]) -> None:
    """From here on the dossier is there to read; what to do stands above it."""
    from ozj_desktop.ui.bands import damage_band
    from ozj_desktop.ui.rescue import rescue_typing

    if rescue_typing(window):
        window.status.tell(RESCUED)
    band = damage_band(window.desk.theme, problems)
    band.offer("Reservekopieën…", window.top.wants_copies.emit)
    window.show_band(band)
    window.show_anew()
