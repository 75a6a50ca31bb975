"""One window per dossier: a second launch brings the first one forward."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from ozj_desktop.ui.main_window import MainWindow

RAISE = b"kom naar voren"
ALREADY = "Dit dossier was al open: dit is dat venster."
WAIT = 500  # milliseconds for another window of this user to answer


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
        self._window.status.note(ALREADY)
        self.raised.emit()
