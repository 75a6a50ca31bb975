"""Above a list: its title, how many, and beside it or below it the way it is looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ozj_desktop.ui.parts.text import label

if TYPE_CHECKING:
    from ozj_desktop.ui.list_views import ViewButton

AIR = 28  # pixels between the parts, and right of them


class ListHeading(QWidget):
    """The button stands beside the title where its words fit there, else on a line of its own."""

    def __init__(self, title: str, button: "ViewButton | None" = None) -> None:
        super().__init__()
        self._button = button
        self._title, self._count = label(title, "page"), label("", "meta")
        self._count.setContentsMargins(0, 0, 0, 5)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStrut(32)  # also where no button stands beside it
        self._row.addWidget(self._title)
        self._row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 12, 0)
        self._stack.setSpacing(8)
        self._stack.addLayout(self._row)
        self._beside: bool | None = None
        if button:
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(44)
            self._place()

    def count(self, words: str) -> None:
        self._count.setText(words)
        self._place()

    def refit(self) -> None:
        """The words on the button are others."""
        self._place()

    def _place(self) -> None:
        if self._button is None:
            return
        taken = self._title.sizeHint().width() + self._count.sizeHint().width()
        beside = self._button.fit(self.width() - taken - AIR)
        if beside == self._beside:
            return
        self._beside = beside
        (self._stack if beside else self._row).removeWidget(self._button)
        (self._row if beside else self._stack).addWidget(self._button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
