"""For several signals at once: how many are chosen, and the reason to leave them as they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ozj_desktop.model.dutch import number
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.scrolling import LEFT, WIDEST
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme


class AsideBar(QFrame):
    """There while anything is chosen."""

    aside = Signal(str)  # with this reason
    back = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMaximumWidth(WIDEST)
        self._count = label("", "strong")
        self.reason = Line()
        self.reason.setPlaceholderText("Schrijf waarom")
        self.reason.setAccessibleName("Waarom legt u deze terzijde?")
        self.reason.returnPressed.connect(self._keep)
        self._aside = button(theme, "Leg terzijde", do=self._keep)
        self._back = button(theme, "Terughalen", do=self.back.emit)
        none = button(theme, "Niets kiezen", look="quiet", do=self.cleared.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, LEFT, 8)
        row.setSpacing(8)
        for part in (self._count, self.reason, self._aside, self._back, none):
            row.addWidget(part, 1 if part is self.reason else 0)
        row.addStretch(0)
        self.hide()

    def show_count(self, count: int, *, aside: bool, writable: bool) -> None:
        """`aside`: what is chosen was set aside before."""
        self._count.setText(f"{number(count)} gekozen")
        self.reason.setVisible(writable and not aside)
        self._aside.setVisible(writable and not aside)
        self._back.setVisible(writable and aside)
        self.setVisible(count > 0)
        if not count:
            self.reason.clear()

    def _keep(self) -> None:
        if reason := self.reason.text().strip():
            self.aside.emit(reason)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
