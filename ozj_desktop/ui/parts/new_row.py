"""The row that is typed in to make a new thing; several lines at once make several things."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.pasted import LONGEST
from ozj_desktop.ui.theme import Theme


class NewRow(Line):
    """Enter makes what was typed; what is no single name is handed over whole."""

    wanted = Signal(str)
    pasted = Signal(str)

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self.setProperty("newrow", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.addAction(icon(theme, "plus"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaxLength(10_000_000)  # a name is shorter, but nothing is cut off unsaid
        self.textChanged.connect(self._look)
        self.returnPressed.connect(self._make)

    def _look(self, text: str) -> None:
        """Qt keeps the line breaks of what is pasted or dropped, and shows them as spaces."""
        if text and (len(text) > LONGEST or "\t" in text or text.splitlines() != [text]):
            self._empty()
            self.pasted.emit(text)

    def _empty(self) -> None:
        """With nothing to take back here: undo is about what was made."""
        self.setText("")

    def _make(self) -> None:
        if text := self.text().strip():
            self._empty()
            self.wanted.emit(text)
