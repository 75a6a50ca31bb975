"""Where the keyboard is: one ring per window, drawn only for who came by keyboard."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QPushButton,
    QToolButton,
    QWidget,
)

from ozj_desktop.ui.theme import Theme

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
GAP = 3  # from the edge of a button to the outside of its ring


class PaintedButton(QAbstractButton):
    """A button that draws itself whole, its ring included."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._ringed = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paint_ring(self, painter: QPainter) -> None:
        if self._ringed:
            painter.setPen(QPen(self.theme.colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class FocusRing(QWidget):
    """Follows the button that has the focus, as a sibling above it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        # Not at once: whoever lays out or styles the widgets is in the middle of it.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._move)

    def _move(self, _: QWidget | None, now: QWidget | None) -> None:
        self._watch([])
        self._target = None
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not isinstance(now, QPushButton | QToolButton) or by_mouse:
            self.hide()
            return
        self._target = now
        self._follow()

    def _watch(self, widgets: list[QWidget]) -> None:
        """The target moves as well when something between it and the ring does."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def _follow(self) -> None:
        target = self._target
        if target is None or not shiboken6.isValid(target):
            return
        if target.parentWidget() is None or not target.isVisible():
            self.hide()
            return
        parent = _with_room(target)
        self._watch(_between(target, parent))
        self.setParent(parent)
        self.setGeometry(_around(target, parent))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Destroy, QEvent.Type.ParentChange):
            self.hide()
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colors["focus"], 2))
        target = self._target
        chip = target is not None and target.property("look") in ("chip", "chip-on", "add")
        radius = 13 if chip else 6
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _around(target: QWidget, parent: QWidget) -> QRect:
    corner = target.mapTo(parent, QPoint(0, 0))
    return QRect(corner, target.size()).adjusted(-GAP, -GAP, GAP, GAP)


def _between(target: QWidget, parent: QWidget) -> list[QWidget]:
    """The target and what is around it, up to `parent`."""
    found = [target]
    while (above := found[-1].parentWidget()) is not None and above is not parent:
        found.append(above)
    return found


def _with_room(target: QWidget) -> QWidget:
    """The nearest widget around it that does not cut the ring off, as far as it scrolls along."""
    parent = target.parentWidget()
    assert parent is not None
    while not parent.rect().contains(_around(target, parent)):
        above = parent.parentWidget()
        if above is None or parent.isWindow() or isinstance(above, QAbstractScrollArea):
            break
        parent = above
    return parent
