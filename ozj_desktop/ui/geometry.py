"""Where the window stood; in sight, whatever screens there are today."""

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ozj_desktop import settings

START = QSize(1366, 768)
TITLE_BAR = 40  # pixels; how high it is nobody knows before there is a window


def restore(window: QWidget) -> None:
    kept, screens = settings.get("geometry"), QGuiApplication.screens()
    window.resize(start_size(screens))
    if kept:
        window.restoreGeometry(QByteArray.fromBase64(str(kept).encode("ascii", "replace")))
    if settings.get("maximized") is True:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    if not any(_is_seen(window.geometry(), screen.availableGeometry()) for screen in screens):
        window.resize(start_size(screens))
        window.move(screens[0].availableGeometry().topLeft() if screens else window.pos())


def start_size(screens: list[QScreen]) -> QSize:
    """An old laptop has no room for the frame of a window as big as its screen."""
    room = screens[0].availableSize() if screens else START
    return START.boundedTo(room - QSize(0, TITLE_BAR))


def keep(window: QWidget) -> None:
    kept = bytes(window.saveGeometry().toBase64().data()).decode()
    settings.put(geometry=kept, maximized=window.isMaximized())


def _is_seen(window: QRect, screen: QRect) -> bool:
    seen = window.intersected(screen)
    return seen.width() > 200 and seen.height() > 100
