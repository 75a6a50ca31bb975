"""Below a list, once several rows are chosen: how many, and what can be done with them."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ozj_desktop.model.dutch import number
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme


class Foot(QWidget):
    """What stands still below a list, with a line above it where the list goes under."""

    def __init__(self, theme: Theme, *parts: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.setContentsMargins(0, 8, 12, 8)
        row = FlowLayout(self)  # beside a narrow list on two lines
        for part in parts:
            row.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width() - 12, 1, self._theme.colors["line"])


class ChosenBar(Foot):
    """Out of sight while no more than one is chosen. Copies are offered where a list has them."""

    def __init__(self, theme: Theme) -> None:
        self.told = label("", "strong")
        self.told.setMinimumHeight(28)  # in line with the buttons
        self.change = button(theme, "Wijzigen", size="small")
        self.copy = button(theme, "Kopie", size="small")
        self.copy.setAccessibleName("Kopie maken van wat gekozen is")
        self.delete = button(theme, "Verwijderen", size="small")
        super().__init__(theme, self.told, self.change, self.copy, self.delete)
        self.change.hide()
        self.copy.hide()
        self.hide()

    def say(self, count: int) -> None:
        self.setVisible(count > 1)
        self.told.setText(f"{number(count)} gekozen")
