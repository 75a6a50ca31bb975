"""The editors for what is typed: text that grows with its content, and lines with a meaning."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit

from ozj_desktop.model.reading import Misread, clean
from ozj_desktop.ui.parts.line import Line, fills_down
from ozj_desktop.ui.parts.scrolling import show_within

PAUSE = 700  # milliseconds without typing, after which what is there is stored
TALLEST = 640
BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
ANYWHERE = QTextOption.WrapMode.WrapAnywhere
LONGEST_WORD = 1000  # characters
LONG = 8000  # characters that never fit in that; to measure very long words takes minutes
FRAME = 8  # border and padding, left and right, as in the style sheet
BELOW = 4  # of border and padding; the last line has its own room below it
WIDEST = 776  # a line that can be read
LEADING = {"reading": 118}  # percent of the height of a line; of what is read at length more
LEAST = 32  # pixels of height


def is_endless(text: str) -> bool:
    """With a word so long that Qt takes minutes: it looks for its end in each line."""
    return len(text) > LONGEST_WORD and any(len(word) > LONGEST_WORD for word in text.split())


def sample_around(text: str, at: int) -> tuple[int, int]:
    """From « to » around this place; (0, 0) where it is in none."""
    start, end = text.rfind("«", 0, at), text.find("»", at)
    inside = start >= 0 and end >= 0 and "»" not in text[start:at] and "«" not in text[at:end]
    return (start, end + 1) if inside else (0, 0)


def is_sample(text: str) -> bool:
    """Whether it is still a phrase of a template around one «…»."""
    return text.count("«") == text.count("»") == 1 and text.index("«") < text.index("»")


def mark_invalid(edit: QLineEdit | QTextEdit, invalid: bool) -> None:
    if bool(edit.property("invalid")) != invalid:
        edit.setProperty("invalid", invalid)
        edit.style().unpolish(edit)
        edit.style().polish(edit)


class TextEdit(QTextEdit):
    """Plain text, as high as its content. Stores on a pause of typing and on leaving.

    With `single` it is one paragraph, and Enter goes on to the next field.
    """

    paused = Signal()
    edited = Signal()
    refused = Signal()  # somebody types in what cannot be changed

    def __init__(self, *, single: bool = False, role: str = "", tallest: int = TALLEST) -> None:
        super().__init__()
        self._single, self._shown, self._tallest = single, "", tallest
        self._side = 0
        self._chosen = ""  # when the mouse went down
        self._entered = False  # by this very click
        self._least, self._leading = LEAST, LEADING.get(role, 100)
        self._read: Callable[[str], str] = clean
        self._heights: dict[int, int] = {}
        self._measured_at = -1
        self.setProperty("quiet", True)
        if role:
            self.setProperty("role", role)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(BETWEEN_WORDS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(4)
        self.setMaximumWidth(WIDEST)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.paused)
        self.verticalScrollBar().valueChanged.connect(self._stay)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._show_caret)

    def read_with(self, read: Callable[[str], str]) -> None:
        """Take only text that `read` accepts, such as an address."""
        self._read = read

    def value(self) -> str:
        return self._read(self.toPlainText()).strip()

    def show_value(self, value: Any) -> None:
        self._shown = str(value or "")
        if self._shown != self.toPlainText():
            self._set_text(self._shown)
        self._pause.stop()

    def _set_text(self, text: str) -> None:
        """With room between the lines, and nothing to undo."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setText(text)
        spaced = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spaced.setLineHeight(self._leading, proportional)
        spaced.setLeftMargin(self._side)
        spaced.setRightMargin(self._side)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        document.setUndoRedoEnabled(True)

    def setText(self, text: str) -> None:
        """As it was typed: never as markup."""
        mode = ANYWHERE if is_endless(text) else BETWEEN_WORDS
        if self.wordWrapMode() != mode:
            self.clear()  # or what was there would be wrapped once more
            self.setWordWrapMode(mode)
        self.setPlainText(text)

    def in_use(self) -> bool:
        return self.hasFocus()

    def set_locked(self, locked: bool) -> None:
        self.setReadOnly(locked)
        if self.property("locked") is not locked:
            self.setProperty("locked", locked)
            self.style().unpolish(self)
            self.style().polish(self)

    # Size

    def be_close(self) -> None:
        """Without air above and below: for text that goes on from one editor to the next."""
        self._least = 24
        self._side = 3  # what is left out of the margin, which is above and below as well
        self.document().setDocumentMargin(1)

    def sizeHint(self) -> QSize:
        return QSize(200, self._least)  # how high it is depends on its width alone

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._least)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.document().characterCount() > LONG:
            return self._tallest
        self.ensurePolished()  # the font may come from the style sheet
        width = min(width, self.maximumWidth())  # a layout asks for all the room there is
        if self._measured_at != self.document().revision():
            self._measured_at, self._heights = self.document().revision(), {}
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measured_at = -1
            self.updateGeometry()

    def _measured(self, width: int) -> int:
        document = self.document()
        room, now = max(width - FRAME, 20), document.textWidth()
        if room != now:
            document.setTextWidth(room)
        height = max(self._least, round(document.size().height()) + BELOW)
        if room != now:
            document.setTextWidth(now)
        return min(height, self._tallest)

    def _changed(self) -> None:
        self._scroll_where_needed()
        self.updateGeometry()
        if self.hasFocus() and not self.isReadOnly():
            self._pause.start()

    def _scroll_where_needed(self) -> None:
        most = self._tallest
        needed = self.height() >= most or self.heightForWidth(self.width()) >= most
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if needed else off)

    def _stay(self, value: int) -> None:
        """What has all the room it needs never moves: the last line has its own air below it."""
        if value and self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            self.verticalScrollBar().setValue(0)

    def _show_caret(self) -> None:
        if self.hasFocus():
            QTimer.singleShot(0, self, lambda: show_within(self.viewport(), self.cursorRect()))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_where_needed()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_value(self._shown)
            event.ignore()
        elif not fills_down(event):
            if self.isReadOnly() and event.text().isprintable() and event.text():
                self.refused.emit()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pause.stop()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.edited.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._chosen = self.textCursor().selectedText()
        self._entered = not self.hasFocus() or self._entered
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click in «…» chooses all of it, to be typed over; a second one places the caret.

        A name that is one phrase around a «…» is chosen whole first: who types it anew does not
        find its first word twice.
        """
        super().mouseReleaseEvent(event)
        cursor, entered = self.textCursor(), self._entered
        self._entered = False
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or self.isReadOnly() or cursor.hasSelection():
            return
        if entered and self._single and is_sample(self.toPlainText()):
            self.selectAll()
            return
        start, end = sample_around(cursor.block().text(), cursor.positionInBlock())
        if end and cursor.block().text()[start:end] != self._chosen:
            first = cursor.block().position()
            cursor.setPosition(first + start)
            cursor.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean(source.text())
        if is_endless(text):
            self.setWordWrapMode(ANYWHERE)
        self.textCursor().insertText(" ".join(text.split()) if self._single else text)


class TypedEdit(Line):
    """A line that means a date, a number or an amount; shown in full when it is left."""

    edited = Signal()

    def __init__(
        self,
        read: Callable[[str], Any],
        shown: Callable[[Any], str],
        typed: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__()
        self._read, self._shown, self._typed = read, shown, typed or shown
        self._value: Any = None
        self.setProperty("quiet", True)
        self.editingFinished.connect(self._finish)

    def read_with(self, read: Callable[[str], Any]) -> None:
        """What the text means is known now."""
        self._read = read

    def value(self) -> Any:
        """Raise Misread where the text is none."""
        if self.isModified():
            self._value = self._read(self.text())
        return self._value

    def show_value(self, value: Any) -> None:
        self._value = value
        self.setText(self._typed(value) if self.hasFocus() else self._shown(value))

    def choose(self, value: Any) -> None:
        """Take a value that was not typed, as if it was."""
        self.show_value(value)
        self.edited.emit()

    def in_use(self) -> bool:
        return self.hasFocus()

    def set_locked(self, locked: bool) -> None:
        self.setReadOnly(locked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isModified() and not self.isReadOnly():
            self.setText(self._typed(self._value))
            self.selectAll()  # at once: the key that opened a cell comes right after this
            QTimer.singleShot(0, self, self._select)  # a click would place the caret after this

    def _select(self) -> None:
        if self.hasFocus() and not self.isModified():  # else somebody is typing already
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        if not self.isModified():
            self.setText(self._shown(self._value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_value(self._value)
            self.edited.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isModified():
            self.focusNextChild()

    def _finish(self) -> None:
        if not self.isModified():
            return
        try:
            value = self.value()
        except Misread:
            self.edited.emit()  # whoever listens asks the value, and hears why not
            return
        self.show_value(value)
        self.edited.emit()
