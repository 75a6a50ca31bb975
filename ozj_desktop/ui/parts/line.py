"""The line edit of this program: it knows when undo is not its own, and hides its buttons."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAction,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit

from ozj_desktop.ui.parts.dashes import paint_dashes


def fills_down(event: QKeyEvent) -> bool:
    """Ctrl+D, which in a grid fills down: in a text some systems delete a letter with it."""
    held = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_D and event.modifiers() == held


class Line(QLineEdit):
    """A line edit that leaves undo to the window once it has nothing to take back itself.

    Its buttons show themselves when the mouse or the focus is there.
    """

    _buttons: tuple[QAction, ...] = ()

    def add_button(self, action: QAction) -> None:
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        action.setVisible(False)
        self._buttons = (*self._buttons, action)

    def _reveal(self, here: bool) -> None:
        for action in self._buttons:
            action.setVisible(here and not self.isReadOnly())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("newrow") and not self.hasFocus():
            paint_dashes(self, self.palette().color(QPalette.ColorRole.Mid), 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._reveal(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._reveal(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reveal(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._reveal(self.underMouse())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not fills_down(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)
