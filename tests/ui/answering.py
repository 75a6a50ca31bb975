"""Answers a dialog that a test makes the program ask: as soon as it is there."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog


def when_asked(kind: type[QDialog], do: Callable[[Any], object]) -> None:
    """Do this with the dialog of this kind, once it waits for an answer."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            do(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
