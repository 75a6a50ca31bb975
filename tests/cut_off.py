"""Finds what a window shows less of than it holds: cut words, and bars that scroll sideways."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.text import Elided


def cut_off(window: QWidget) -> list[str]:
    """In words, what is cut off in this window as it is now; tables may scroll sideways."""
    return [*_cut_off(window)]


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not _has_room(widget):
            continue
        if isinstance(widget, TextEdit):
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                yield f"veld ‘{widget.toPlainText()[:40]}’: {widget.height()} hoog"
        elif isinstance(widget, QLabel) and widget.text():
            yield from _cut_label(widget)
        elif isinstance(widget, QLineEdit) and not widget.text():
            yield from _cut_hint(widget)
        elif isinstance(widget, QPushButton | QToolButton):
            if widget.text() and widget.width() < widget.sizeHint().width() - 1:
                yield f"knop ‘{widget.text()}’: {widget.width()} van {widget.sizeHint().width()}"
        elif isinstance(widget, QAbstractScrollArea) and _slides(widget):
            yield f"schuift opzij: {widget.accessibleName() or type(widget).__name__}"


def _slides(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBar().isVisible() and not isinstance(area, QTableView)


def _has_room(widget: QWidget) -> bool:
    """A widget without any is not shown at all."""
    return widget.width() > 1 and widget.height() > 1


def _cut_label(shown: QLabel) -> Iterator[str]:
    told = f"‘{shown.text()[:60]}’"
    if shown.wordWrap():
        needed = shown.heightForWidth(shown.width())
        if needed > shown.height() + 1:
            yield f"tekst {told}: {shown.height()} van {needed} hoog"
    elif not isinstance(shown, Elided) and shown.sizeHint().width() > shown.width() + 1:
        yield f"tekst {told}: {shown.width()} van {shown.sizeHint().width()} breed"


def _cut_hint(line: QLineEdit) -> Iterator[str]:
    margins = line.textMargins()
    buttons = 24 * sum(action.isVisible() for action in line.actions())
    room = line.width() - 14 - margins.left() - margins.right() - buttons
    if line.fontMetrics().horizontalAdvance(line.placeholderText()) > room:
        yield f"wenk ‘{line.placeholderText()}’: {room} breed"
