"""Errors that nobody caught, sorted: a sentence for the user, or a bug for the log."""

import logging
import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ozj_desktop.errors import UserError
from ozj_desktop.paths import own_if_any
from ozj_desktop.store import sqlite
from ozj_desktop.ui.parts.chips import status_pixmap
from ozj_desktop.ui.status import Shape
from ozj_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger(__name__)


class Problems(QObject):
    """One at a time: a window full of dialogs helps nobody."""

    told = Signal(str)

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self._theme, self._open = theme, False

    def take_over(self) -> None:
        """From here on uncaught exceptions come here."""
        sys.excepthook = self.sort

    def sort(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None = None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if not isinstance(error, UserError):
            log.error("a bug", exc_info=(kind, error, trace))
            error = sqlite.as_sentence(error) or error
        details = "" if isinstance(error, UserError) else _details(kind, error, trace)
        # Not from within whatever raised it: a paint event cannot wait for a dialog.
        QTimer.singleShot(0, self, lambda: self._tell(error, details))

    def _tell(self, error: BaseException, details: str) -> None:
        if self._open:
            return
        self._open = True
        try:
            theme = self._theme
            box = bug_box(details, theme) if details else sentence_box(str(error), theme)
            self.told.emit(box.text())
            box.exec()
        finally:
            self._open = False


def sentence_box(text: str, theme: Theme) -> "QMessageBox":
    """What happened and what to do; the first sentence stands out."""
    from PySide6.QtWidgets import QMessageBox

    from ozj_desktop.ui.messages import two_sentences

    first, rest = two_sentences(text)
    box = _box(Shape.TRIANGLE, theme, first if first.endswith(".") else f"{first}.", rest)
    box.addButton(QMessageBox.StandardButton.Ok)
    return box


def bug_box(details: str, theme: Theme) -> "QMessageBox":
    from PySide6.QtWidgets import QMessageBox

    told = "Wat u het laatst typte, is misschien niet bewaard. Al het andere wel."
    if logs := own_if_any("logs"):
        told += f" Wat er gebeurde, staat ook in {logs}."
    box = _box(Shape.CROSS, theme, "Er ging iets mis dat niet had mogen gebeuren.", told)
    copy = box.addButton("Details kopiëren", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # the dialog stays
    copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
    box.addButton(QMessageBox.StandardButton.Close)
    return box


def _box(shape: Shape, theme: Theme, text: str, more: str) -> "QMessageBox":
    from ozj_desktop.ui.messages import message

    box = message(QApplication.activeWindow(), "OZJ Desktop", text, more)
    box.setIconPixmap(status_pixmap(shape, theme.colors, 32))
    return box


def _details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(kind, error, trace))
