"""Wat is hier veranderd: the history of one thing and of its parts, over its cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.past_list import PastList
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.past_filter import PastFilter, everything_of

TITLE = "Wat is hier veranderd"


class RecordPast(QWidget):
    """Newest first; Esc goes back to the cards."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, ""
        self.list = PastList(desk, own=True)
        card = Card(TITLE)
        theme = desk.theme
        everything = button(theme, "In de geschiedenis", "history", size="small", do=self._go)
        copy = button(theme, "Kopieer als tekst", "copy", size="small", do=self._copy)
        close = tool(theme, "x", "Terug naar de velden", size=16, do=self.closed.emit)
        for part in (everything, copy, close):
            card.head.addWidget(part)
        card.body.addWidget(self.list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(column(card)))

    def show_record(self, record: Record) -> None:
        """Also when it is shown already: something may have changed in it."""
        self._id = record.id
        self.list.search.forget()
        asked = PastFilter(about=everything_of(self._desk, record.id))
        self.list.show_steps(asked.wanted(self._desk))

    def _go(self) -> None:
        self._desk.go("history", PastFilter(about=everything_of(self._desk, self._id)))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.list.as_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
