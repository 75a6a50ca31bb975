"""Alt and a letter, or a digit, press what shows it while Alt is held."""

from collections.abc import Iterator
from string import ascii_uppercase, digits

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ozj_desktop.ui.parts.letters import letter_of
from ozj_desktop.ui.rail_button import RailButton

PATIENCE = 250  # milliseconds that Alt is held before the letters come: it is a part of many keys


class AccessKeys(QObject):
    """The letters of one window. Widgets get theirs from `parts.letters.give`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._caps: list[QLabel] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self.show)
        for letter in ascii_uppercase + digits:
            keys = QShortcut(QKeySequence(f"Alt+{letter}"), window)
            keys.activated.connect(lambda letter=letter: self.press(letter))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt alone comes to the window, as no widget wants it."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
                self._timer.start() if alone else self.hide()
            case QEvent.Type.KeyRelease | QEvent.Type.WindowDeactivate | QEvent.Type.Resize:
                self.hide()
        return False

    def holders(self) -> Iterator[tuple[str, QWidget]]:
        """The letters that can be pressed now, and what they press."""
        for kind in (QAbstractButton, QLineEdit):
            for widget in self._window.findChildren(kind):
                letter = letter_of(widget)
                there = widget.isVisible() or isinstance(widget, RailButton)
                if letter and there and widget.isEnabled():
                    yield letter, widget

    def press(self, letter: str) -> None:
        self.hide()
        for other, widget in self.holders():
            if other == letter:
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                _use(widget)
                return

    def show(self) -> None:
        self.hide()
        for letter, widget in self.holders():
            if widget.isVisible() and not widget.visibleRegion().isEmpty():
                self._caps.append(self._cap(letter, widget))

    def _cap(self, letter: str, widget: QWidget) -> QLabel:
        made = QLabel(letter, self._window)
        made.setProperty("role", "cap")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.adjustSize()
        made.resize(max(20, made.width()), 20)
        left = 6 if isinstance(widget, QPushButton) else 10  # over its picture
        left = 8 - made.width() if _begins_with_words(widget) else left
        at = widget.mapTo(self._window, QPoint(left, (widget.height() - 20) // 2))
        made.move(max(at.x(), 0), at.y())
        made.show()
        return made

    def hide(self) -> None:
        self._timer.stop()
        for cap in self._caps:
            cap.hide()
            cap.deleteLater()
        self._caps.clear()


def _begins_with_words(widget: QWidget) -> bool:
    """Then the letter stands before it: over a picture it hides nothing that is read."""
    if not isinstance(widget, QPushButton) or not widget.text():
        return False
    return widget.icon().isNull() or widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _use(widget: QWidget) -> None:
    """What a click on it does."""
    match widget:
        case QPushButton() | QToolButton() if menu := widget.menu():
            menu.popup(widget.mapToGlobal(QPoint(0, widget.height())))
        case QAbstractButton():
            widget.click()
        case QLineEdit():
            widget.selectAll()
