"""The state of assent in one line: how many parties say what; a click shows who."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from ozj_desktop.model import phrases
from ozj_desktop.model.documents import Said
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.status import STATES, Status, paint_status
from ozj_desktop.ui.theme import Theme, font


class _Count(QPushButton):
    """Shape and words on a ground that shows only under the mouse, or while it filters."""

    def __init__(self, theme: Theme, state: Said) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setCheckable(True)
        self.setProperty("look", "quiet")
        self.setProperty("fit", "small")
        self.setFont(font("cell"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, number: int) -> None:
        words = f"{number} {self._state.label}"
        self.setText(f"      {words}")  # room for the shape
        self.setAccessibleName(f"{words}: toon deze partijen")
        self.setToolTip("Toon alleen deze partijen")

    @property
    def _status(self) -> Status:
        return STATES[self._state]

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter = QStyleOptionButton(), QPainter(self)
        self.initStyleOption(option)
        option.palette.setColor(option.palette.ColorRole.ButtonText, self._theme.colors["text"])
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        box = QRectF(8, (self.height() - 16) / 2, 16, 16)
        paint_status(painter, box, self._status.shape, self._theme.colors)


class AssentLine(QWidget):
    """Counts per answer, the most settled first, as they are read aloud at the table."""

    chosen = Signal(object)  # what they said, or None for all

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        self._counts = {state: _Count(theme, state) for state in Said}
        for state, made in self._counts.items():
            flow.addWidget(made)
            made.hide()
            made.clicked.connect(lambda on, state=state: self._choose(state if on else None))

    def show_counts(self, counts: Counter[Said]) -> None:
        for state, made in self._counts.items():
            made.setVisible(bool(counts[state]))
            made.show_count(counts[state])
        if (now := self.filtering()) is not None and not counts[now]:
            self._choose(None)
        self.setAccessibleName(phrases.summary(counts))

    def filtering(self) -> Said | None:
        """The answer of which only the parties are shown."""
        return next((state for state, made in self._counts.items() if made.isChecked()), None)

    def _choose(self, state: Said | None) -> None:
        for other, made in self._counts.items():
            made.setChecked(other is state)
        self.chosen.emit(state)
