"""Undo and redo with their words: first in the field that has the focus, then in the dossier."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ozj_desktop.model.words import in_words
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.desk import Desk

PASTED = in_words("pasted", KINDS)


class UndoActions(QObject):
    """The two actions; their text says what would happen, for buttons and menus alike."""

    changed = Signal()
    done = Signal(str)  # what was undone or done again, in words

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self.undo, self.redo = QAction("Ongedaan maken", window), QAction("Opnieuw", window)
        self.undo.setShortcuts([QKeySequence("Ctrl+Z")])
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(self._undo)
        self.redo.triggered.connect(self._redo)
        for action in (self.undo, self.redo):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
        desk.unread.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what the dossier can take back; a read-only one can take back nothing."""
        history, writable = self._desk.dossier.history, self._desk.writable
        for action, verb, step in (
            (self.undo, "Ongedaan maken", history.undoable() if writable else None),
            (self.redo, "Opnieuw", history.redoable() if writable else None),
        ):
            action.setEnabled(step is not None)
            action.setText(f"{verb}: {in_words(step.label, KINDS)}" if step else verb)
        if writable and self._desk.unread.is_all(history.last.seq):
            self.undo.setEnabled(True)
            self.undo.setText(f"Ongedaan maken: {PASTED}")
        self.changed.emit()

    def _undo(self) -> None:
        focused = QApplication.focusWidget()
        if _can_undo(focused):
            focused.undo()  # type: ignore[union-attr]
            return
        if self._desk.unread.undo(self._desk.dossier.history.last.seq):
            self.done.emit(f"Ongedaan gemaakt: {PASTED}")
            return
        self._desk.undo(lambda: self._tell("Ongedaan gemaakt"))

    def _redo(self) -> None:
        self._desk.redo(lambda: self._tell("Opnieuw gedaan"))

    def _tell(self, verb: str) -> None:
        words = in_words(self._desk.dossier.history.last.label, KINDS)
        self.done.emit(f"{verb}: {words}")


def _can_undo(widget: QWidget | None) -> bool:
    """Whether a field has typing of its own to take back; a button or a list has none."""
    from PySide6.QtWidgets import QTextEdit

    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() and not widget.isReadOnly()
    if isinstance(widget, QTextEdit):
        return widget.document().isUndoAvailable() and not widget.isReadOnly()
    return False
