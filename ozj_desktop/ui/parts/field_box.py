"""One field on a card: its label, its editor, and below it what is wrong with what was typed."""

from datetime import date
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Field, Form
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import Editor, editor_for, widget
from ozj_desktop.ui.parts.edits import TextEdit, TypedEdit, mark_invalid
from ozj_desktop.ui.parts.offer import Offer
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.parts.underline import underline
from ozj_desktop.ui.status import Shape, paint_status

INSET = 8  # from the edge of a quiet editor to its text

_BROAD = (Form.TEXT, Form.REFS, Form.FILE)


class Remedy(QLabel):
    """Why nothing was stored, and what to type instead; or, calmly, what was made of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._shape = desk, Shape.CROSS
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "error")
        self.setContentsMargins(INSET + 20, 2, 0, 2)
        self.hide()

    def say(self, text: str) -> None:
        self._show(text, "error", Shape.CROSS)

    def note(self, text: str) -> None:
        """Nothing is wrong."""
        self._show(text, "cell2", Shape.BUBBLE)

    def _show(self, text: str, role: str, shape: Shape) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self._shape = shape
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_status(painter, QRectF(INSET, 5, 14, 14), self._shape, self._desk.colors)


class FieldBox(QWidget):
    """Tells what to store; whoever owns it stores. Nothing is lost where that cannot be."""

    stored = Signal(str, object, bool)  # field, value, still typing
    left_empty = Signal(str)
    misread = Signal(str, str, str)  # field, what was typed, why it is no value; "" once it is

    def __init__(
        self,
        desk: Desk,
        field: Field,
        *,
        shown_label: str = "",
        wide: bool = False,
        editor: Editor | None = None,
    ) -> None:
        super().__init__()
        self.field, self._terms, self._theme = field, desk.terms, desk.theme
        self.wide = wide or field.form in _BROAD
        self.editor: Editor = editor or editor_for(desk, field)
        self._value: Any = None
        self._error = Remedy(desk)
        self._offer: Offer | None = None
        self._offered_for = ""  # what was typed when a day was offered
        self._label = label(shown_label or field.label, "label")
        self._label.setContentsMargins(INSET, 0, 0, 0)
        self._label.setToolTip(field.help)
        self._label.setBuddy(widget(self.editor))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self._inset(widget(self.editor)))
        column.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(widget(self.editor))
        self.editor.edited.connect(self._edited)
        if isinstance(self.editor, TextEdit):
            self.editor.paused.connect(self._paused)
        if isinstance(self.editor, TypedEdit):
            self.editor.returnPressed.connect(self._take_offer_by_enter)

    def _inset(self, inner: QWidget) -> QWidget:
        """What has no quiet frame of its own begins where the texts begin."""
        if isinstance(inner, QTextEdit | QLineEdit):
            return inner
        held = QWidget()
        row = QVBoxLayout(held)
        row.setContentsMargins(INSET, 4, 0, 4)
        row.addWidget(inner)
        return held

    def add_beside(self, link: QWidget) -> None:
        """What can be done with this field, beside its label."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self._column.insertLayout(0, row)
        row.addWidget(self._label)
        row.addWidget(link)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def show_value(self, value: Any, *, anew: bool = False) -> None:
        """Show what is stored, unless somebody is typing here or has to mend what was typed.

        With `anew` it is the field of another record.
        """
        unread = self.is_misread() and value == self._value
        self._value = value
        if anew or not (self.editor.in_use() or unread):
            self.editor.show_value(value)
            self._say("")
            if isinstance(self.editor, TextEdit):
                underline(self.editor, self._terms.glossary())

    def is_misread(self) -> bool:
        """Whether what stands here is no value."""
        return bool(self._error.text())

    def show_misread(self, text: str, why: str) -> None:
        """What was typed here before and still has to be mended."""
        inner = widget(self.editor)
        if isinstance(inner, QTextEdit | QLineEdit) and not self.editor.in_use():
            inner.setText(text)
            if isinstance(inner, QLineEdit):
                inner.setModified(True)  # or leaving it would put back what is stored
            self._say(why)
            self._offer_again()

    def _offer_again(self) -> None:
        try:
            self.editor.value()
        except Misread as error:
            self._show_offer(error.offer)

    def _show_offer(self, day: date | None) -> None:
        """What may be meant; Enter takes it, as long as nothing else is typed."""
        if self._offer is None and day is not None:
            self._offer = Offer(self._theme, self._take_offer, INSET + 20)
            self._column.addWidget(self._offer)
        if self._offer is not None:
            self._offer.show_day(day)
        if isinstance(self.editor, TypedEdit):
            self._offered_for = self.editor.text()

    def _take_offer_by_enter(self) -> None:
        if isinstance(self.editor, TypedEdit) and self.editor.text() == self._offered_for:
            self._take_offer()

    def _take_offer(self) -> None:
        day = self._offer.day if self._offer else None
        if day is not None and isinstance(self.editor, TypedEdit):
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.choose(day)

    def set_locked(self, locked: bool) -> None:
        self.editor.set_locked(locked)
        inner = widget(self.editor)
        if isinstance(inner, QTextEdit | QLineEdit):
            inner.setPlaceholderText("" if locked else "nog niet ingevuld")

    def _edited(self) -> None:
        try:
            value = self.editor.value()
        except Misread as error:
            self._say(str(error))
            self._show_offer(error.offer)
            self._tell_misread(str(error))
            return
        self._say("")
        self._tell_misread("")
        self.stored.emit(self.field.name, value, False)
        if is_empty(self.field, value):
            self.left_empty.emit(self.field.name)

    def _paused(self) -> None:
        try:
            value = self.editor.value()
        except Misread:
            return  # said when the field is left: people are still typing
        self.stored.emit(self.field.name, value, True)

    def _tell_misread(self, why: str) -> None:
        inner = widget(self.editor)
        if isinstance(inner, QTextEdit | QLineEdit):  # else there is no text to keep
            text = inner.text() if isinstance(inner, QLineEdit) else inner.toPlainText()
            self.misread.emit(self.field.name, text, why)

    def _say(self, text: str) -> None:
        self._error.say(text)
        self._show_offer(None)
        inner = widget(self.editor)
        if isinstance(inner, QTextEdit | QLineEdit):
            mark_invalid(inner, bool(text))
            inner.setAccessibleDescription(text or self.field.help)


def is_empty(field: Field, value: Any) -> bool:
    """Whether a field is as it was when the thing was new."""
    return value in (None, "", frozenset()) or (
        field.form in (Form.FLAG, Form.NUMBER) and value == field.default
    )
