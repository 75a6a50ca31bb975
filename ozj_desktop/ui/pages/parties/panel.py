"""Something to do in the place of a record: a title, a middle, and what can be done below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.scrolling import LEFT, WIDEST
from ozj_desktop.ui.parts.text import label


class Panel(QWidget):
    """Escape closes it; nothing was changed until its button was pressed."""

    def __init__(self, desk: Desk, title: str, close: Callable[[], object]) -> None:
        super().__init__()
        self.desk, self._close = desk, close
        self.setAccessibleName(title)
        self.title = label(title, "record", wrap=True)
        head = QWidget()
        head.setMaximumWidth(WIDEST)
        row = QHBoxLayout(head)
        row.setContentsMargins(LEFT, 14, LEFT, 8)
        row.addWidget(self.title, 1)
        row.addWidget(tool(desk.theme, "x", "Sluiten", do=close), 0, Qt.AlignmentFlag.AlignTop)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addLayout(self.middle, 1)
        self._bar = QFrame()

    def foot(self, do: QPushButton, leave: str, told: QWidget) -> None:
        """What is always in sight: the button that does it, the way out, and what it means."""
        self._bar.setProperty("ground", "list")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(LEFT, 10, LEFT, 10)
        row.setSpacing(8)
        row.addWidget(do)
        row.addWidget(button(self.desk.theme, leave, look="quiet", do=self._close))
        row.addWidget(told, 1)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._bar)
        self.middle.addLayout(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
