"""A day that may be meant: Enter takes it, or a click."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ozj_desktop.model.dutch import long_date, number
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.theme import Theme


class Offer(QWidget):
    """Below what could not be read; nothing while there is nothing to offer."""

    def __init__(self, theme: Theme, take: Callable[[], object], left: int) -> None:
        super().__init__()
        self.day: date | None = None
        self.button = button(theme, "", "check", size="small", do=take)
        row = QHBoxLayout(self)
        row.setContentsMargins(left, 0, 8, 6)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_day(self, day: date | None, cells: int = 1) -> None:
        """`cells` is how many get it."""
        self.day = day
        if day is not None:
            words = long_date(day) + (f" in {number(cells)} cellen" if cells > 1 else "")
            self.button.setText(f"{words} (Enter)")
            self.button.setAccessibleName(f"Neem {words}")
        self.setVisible(day is not None)
