"""Opening a dossier: to work in, to read beside somebody else, or by raising its window."""

import getpass
import logging
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ozj_desktop import settings
from ozj_desktop.errors import InUse
from ozj_desktop.paths import own, resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme

log = logging.getLogger(__name__)
EXAMPLE = "voorbeeldregio"
RAISE = b"kom naar voren"
WAIT = 500  # milliseconds for another window of this user to answer


def who() -> str:
    """The name that goes with every change."""
    try:
        return str(settings.get("who") or getpass.getuser())
    except (KeyError, OSError):  # a user without a name, as in a bare container
        return ""


def example(today: date) -> Path:
    """The example dossier of this user; made anew when it is old and nobody worked in it."""
    path = own("voorbeeld") / f"{EXAMPLE}.ozj"
    if path.exists() and not _is_stale(path, today):
        return path
    from ozj_desktop.exchange.build import build

    path.unlink(missing_ok=True)
    build(resource(f"demo/{EXAMPLE}.toml"), path, today=today, who="OZJ Desktop")
    return path


def _is_stale(path: Path, today: date) -> bool:
    made = datetime.fromtimestamp(path.stat().st_mtime).date()
    if made == today:
        return False
    dossier = Dossier.read(path)
    try:
        return dossier.history.last.label == "built"
    finally:
        dossier.close()


def open_window(path: Path, theme: Theme, today: date) -> MainWindow | None:
    """A window on this dossier; None where another window has it, and has come forward."""
    path = path.absolute()
    try:
        dossier = Dossier.open(path, who=who(), backups=own("backups"))
    except InUse as error:
        if is_raised(path):
            return None
        return MainWindow(Desk(Dossier.read(path), theme, today), _band(theme, str(error)))
    return MainWindow(Desk(dossier, theme, today))


def _band(theme: Theme, reason: str) -> QWidget:
    """Why nothing can be changed here."""
    band = QFrame()
    band.setProperty("ground", "band")
    row = QHBoxLayout(band)
    row.setContentsMargins(24, 6, 24, 6)
    text = f"{reason} U ziet het dossier zoals het nu is. Wijzigen kan hier niet."
    row.addWidget(label(text, wrap=True), 1)
    return band


# Beside the first paint


class Afterwards(QObject):
    """What can wait until the window is there: the seal, the server, the name of the user."""

    damaged = Signal(list)

    def __init__(self, window: MainWindow, ask_name: bool) -> None:
        super().__init__(window)
        self._window, self._ask = window, ask_name
        self._pool = QThreadPool(self)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._window.desk.writable:
            self.server = Raiser(self._window)
            self._verify()
            if self._ask and not settings.get("who"):
                ask_name(self._window)

    def _verify(self) -> None:
        """Whether something else changed the file; looked at on a copy, beside the window."""
        copy = self._window.desk.dossier.copy()
        job = Job("Controleren", lambda _: copy.verify(), self)
        job.done.connect(self._verified)
        job.start(self._pool)

    def _verified(self, problems: list[str]) -> None:
        if problems:
            log.warning("not sound")
            self.damaged.emit(problems)

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


# One window per dossier


def server_name(path: Path) -> str:
    return f"ozj-{sha256(str(path.resolve()).encode()).hexdigest()[:24]}"


def is_raised(path: Path) -> bool:
    """Whether another window of this user had the dossier, and was asked to come forward."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(server_name(path))
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(RAISE)
    socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return True


class Raiser(QObject):
    """Listens for a second launch on the same dossier."""

    raised = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        from PySide6.QtNetwork import QLocalServer

        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = server_name(window.desk.dossier.path)
        if not self._server.listen(name):  # left behind by a crash: we hold the dossier's lock
            QLocalServer.removeServer(name)
            self._server.listen(name)
        self._server.newConnection.connect(self._raise)

    def _raise(self) -> None:
        self._server.nextPendingConnection().close()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self.raised.emit()
