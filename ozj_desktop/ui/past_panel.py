"""Opens and closes, over the cards of a record, what was changed in it."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.record_header import Command

if TYPE_CHECKING:
    from ozj_desktop.ui.parts.record_past import RecordPast

KEYS = "Ctrl+Shift+H"
WORDS = "Wat is hier veranderd"


class PastPanel(QObject):
    """For any page with a record: `cards` make room for it, in the layout of `detail`."""

    def __init__(self, desk: Desk, detail: QWidget, cards: QWidget) -> None:
        super().__init__(detail)
        self._desk, self._detail, self._cards = desk, detail, cards
        self._panel: RecordPast | None = None
        self._record: Record | None = None
        self._came_from: QWidget | None = None
        self.command = Command(WORDS, "history", self.open, KEYS)
        shortcut = QShortcut(QKeySequence(KEYS), detail)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.toggle)

    def is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def toggle(self) -> None:
        self.close() if self.is_open() else self.open()

    def open(self) -> None:
        if self._record is None:
            return
        self._came_from = self._detail.window().focusWidget()
        panel = self._made()
        self._cards.hide()
        panel.show()
        panel.show_record(self._record)
        panel.list.focus_first()

    def close(self) -> None:
        """Back to the cards, and to where the keyboard was."""
        if self._panel is not None:
            self._panel.hide()
        self._cards.show()
        back, self._came_from = self._came_from, None
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, record: Record) -> None:
        """Another record, or the same after a change: what is open follows."""
        self._record = record
        if self._panel is not None and self.is_open():
            self._panel.show_record(record)

    def _made(self) -> "RecordPast":
        if self._panel is None:
            from ozj_desktop.ui.parts.record_past import RecordPast

            self._panel = RecordPast(self._desk)
            layout = self._detail.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self._cards) + 1, self._panel, 1)
            self._panel.closed.connect(self.close)
        return self._panel


def past_button(desk: Desk, key: str) -> QPushButton:
    """On a page with several things at once: the history of all that is at home there."""

    def go() -> None:
        from ozj_desktop.ui.past_filter import PastFilter, about_place

        desk.go("history", PastFilter(about=about_place(key)))

    return button(desk.theme, WORDS, "history", look="quiet", size="small", do=go)
