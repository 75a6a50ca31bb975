"""Nothing jumps under the mouse: what is in use stays where it is when a line comes above it."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MOST = 160  # pixels; what moves further is not a line that came or went, but another page


class Anchor(QObject):
    """Notes where the focus is in an area that scrolls, and brings it back there."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area, self._bar = area, area.verticalScrollBar()
        self._places: dict[QWidget, int] = {}  # of what has the focus, and of all around it
        self._holding = False
        self._bar.valueChanged.connect(self._note)
        self._bar.rangeChanged.connect(self._hold)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # by then everything has its place
        self._soon.timeout.connect(self._note)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._soon.start)

    def _chain(self) -> list[QWidget]:
        """What has the focus, and what it is in, up to the cards."""
        found: list[QWidget] = []
        held, widget = self._area.widget(), QApplication.focusWidget()
        if held is None or widget is None or not held.isAncestorOf(widget):
            return found
        while widget is not None and widget is not held:
            found.append(widget)
            widget = widget.parentWidget()
        return found

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._area.viewport(), QPoint(0, 0)).y()

    def _note(self) -> None:
        if not self._holding:
            self._places = {widget: self._top(widget) for widget in self._chain()}

    def _hold(self) -> None:
        """The page became higher or lower: by what came above, scroll along."""
        known = next((widget for widget in self._chain() if widget in self._places), None)
        if known is not None:
            moved = self._top(known) - self._places[known]
            self._holding = True
            if moved and abs(moved) <= MOST:
                self._bar.setValue(self._bar.value() + moved)
            self._holding = False
        self._note()
