"""Explains a word that the mouse rests on, wherever nothing else has something to tell there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from ozj_desktop.model.glossary import Entry
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.underline import from_units
from ozj_desktop.ui.terms import Terms, with_meanings

HALF = 16, 8  # pixels from the mouse to where it leaves a word


class Explainer(QObject):
    """Qt hands a question for a tooltip up to the window where nobody below has an answer.

    So nothing is asked of a widget that is only painted. A `tip` is a text that a widget tells
    itself, with what is short in it explained.
    """

    def __init__(self, terms: Callable[[], Terms], window: QWidget) -> None:
        """`terms` are asked anew each time: a window can turn to another dossier."""
        super().__init__(window)
        self._terms, self._window = terms, window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        widget = self._window.childAt(event.pos())
        if widget is None:
            return False
        at = widget.mapFrom(self._window, event.pos())
        if told := self.told(widget, at):
            QToolTip.showText(event.globalPos(), told, widget, _spot(widget, at))
        return bool(told)

    def told(self, widget: QWidget, at: QPoint) -> str:
        """What the tooltip says, as rich text; "" where there is nothing to explain."""
        terms = self._terms()
        if own := widget.property("tip"):
            return terms.tip(str(own))
        found = self._in_field(widget, at)
        if found is None:
            found = terms.words_in(_text(widget, at))
        return with_meanings("", found)

    def _in_field(self, widget: QWidget, at: QPoint) -> Sequence[Entry] | None:
        """Of a field the word under the mouse; None where it is no field."""
        glossary = self._terms().glossary()
        above = widget.parentWidget()
        if isinstance(above, QTextEdit):
            there = QPoint(at.x() + above.horizontalScrollBar().value(), at.y())
            there.setY(at.y() + above.verticalScrollBar().value())
            layout = above.document().documentLayout()
            place = layout.hitTest(there.toPointF(), Qt.HitTestAccuracy.ExactHit)
            text = above.toPlainText()
            entry = glossary.at(text, from_units(text, place)) if place >= 0 else None
        elif isinstance(widget, QLineEdit):
            text = widget.text()
            entry = glossary.at(text, from_units(text, widget.cursorPositionAt(at)))
        else:
            return None
        return [entry] if entry else []


def _spot(widget: QWidget, at: QPoint) -> QRect:
    """Where the tooltip stays while the mouse moves: of what holds many words a small part."""
    many = isinstance(widget, QLineEdit) or isinstance(widget.parentWidget(), QAbstractScrollArea)
    return QRect(at - QPoint(*HALF), at + QPoint(*HALF)) if many else widget.rect()


def _text(widget: QWidget, at: QPoint) -> str:
    above = widget.parentWidget()
    if isinstance(above, QAbstractItemView) and widget is above.viewport():
        return str(above.indexAt(at).data() or "")
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    return widget.accessibleName()


def word_at_caret(desk: Desk, widget: QWidget | None) -> Entry | None:
    """The word that somebody stands in."""
    if isinstance(widget, QTextEdit):
        text, place = widget.toPlainText(), widget.textCursor().position()
    elif isinstance(widget, QLineEdit):
        text, place = widget.text(), widget.cursorPosition()
    else:
        return None
    return desk.terms.glossary().at(text, from_units(text, place))
