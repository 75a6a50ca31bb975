"""One field to find anything in the dossier."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.text import label

if TYPE_CHECKING:
    from ozj_desktop.ui.search_results import Results

WAIT = 120  # milliseconds without typing


class SearchField(QLineEdit):
    """The results lie over the page, below the field; Down and Enter choose."""

    opened = Signal(str, str)  # an id, and the words that were looked for

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self._desk, self._window = desk, window
        self._results: Results | None = None
        self.setPlaceholderText("Zoek in alles")
        self.setAccessibleName("Zoek in alles")
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.addAction(icon(desk.theme, "search", "text3"), leading)
        self._key = label("Ctrl+K", "key")
        self._key.setParent(self)
        desk.theme.changed.connect(self._place_key)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self.search)
        self.textEdited.connect(self._wait_for_more)

    def results(self) -> "Results":
        """Made for the first search."""
        if self._results is None:
            from ozj_desktop.ui.search_results import Results

            self._results = Results(self._desk, self._window)
            self._results.opened.connect(self._opened)
        return self._results

    def _wait_for_more(self, _: str) -> None:
        self._wait.start()

    def search(self) -> None:
        words = self.text().strip()
        if words:
            self.results().search(words, below=self)
        else:
            self.results().hide()

    def _opened(self, id: str) -> None:
        words = self.text()
        self.close_results()
        self.clear()
        self.opened.emit(id, words)

    def close_results(self) -> None:
        self._wait.stop()
        if self._results is not None:
            self._results.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.results().isHidden():
                self.search()
            else:
                self.results().step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive() or self.results().isHidden():
                self._wait.stop()
                self.search()
            self.results().take(self.results().currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_results()
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        away = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in away:  # who goes on to something else is done looking
            self.close_results()
            self.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def _place_key(self) -> None:
        """At the right; what is typed ends before it."""
        self._key.ensurePolished()
        shown, hint = self.width() > 160, self._key.sizeHint()
        self._key.setVisible(shown)
        self._key.setGeometry(self.width() - hint.width() - 8, 6, hint.width(), 20)
        self.setTextMargins(0, 0, hint.width() + 6 if shown else 0, 0)
