"""Where the window stood; in sight, whatever screens there are today."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ozj_desktop import settings

START = 1366, 768


def restore(window: QWidget) -> None:
    window.resize(*START)
    kept = settings.get("geometry")
    if kept:
        window.restoreGeometry(QByteArray.fromBase64(str(kept).encode()))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not any(_is_seen(window.geometry(), screen) for screen in screens):
        window.resize(*START)
        window.move(screens[0].topLeft() if screens else window.pos())


def keep(window: QWidget) -> None:
    settings.put(geometry=bytes(window.saveGeometry().toBase64().data()).decode())


def _is_seen(window: QRect, screen: QRect) -> bool:
    seen = window.intersected(screen)
    return seen.width() > 200 and seen.height() > 100
