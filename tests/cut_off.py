"""Finds what a window shows less of than it holds, or not in its place."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.text import Elided
from ozj_desktop.ui.record_form import SectionCard

STRAY = 8  # pixels: a bar that scrolls less is in the way
SAID = QLabel | QPushButton | QToolButton | QLineEdit | TextEdit  # what is read or typed in


def cut_off(window: QWidget) -> list[str]:
    """In words, what is cut off in this window as it is now; tables may scroll sideways."""
    return [*_cut_off(window), *_displaced(window)]


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and _has_room(widget):
            yield from _cut_words(widget)
            if isinstance(widget, QAbstractScrollArea) and _slides(widget):
                yield f"schuift: {widget.accessibleName() or type(widget).__name__}"
            if isinstance(widget, SAID) and (over := _over_the_edge(widget)):
                yield f"{_words_of(widget)}: {over} buiten {type(widget.parentWidget()).__name__}"


def _cut_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, TextEdit):
        if widget.heightForWidth(widget.width()) > widget.height() + 1:
            yield f"veld ‘{widget.toPlainText()[:40]}’: {widget.height()} hoog"
        elif widget.verticalScrollBar().value() and not widget.verticalScrollBar().isVisible():
            yield f"veld ‘{widget.toPlainText()[:40]}’ is verschoven"
    elif isinstance(widget, QLabel) and widget.text():
        yield from _cut_label(widget)
    elif isinstance(widget, QLineEdit) and not widget.text():
        yield from _cut_hint(widget)
    elif isinstance(widget, QPushButton | QToolButton) and widget.text():
        needed = widget.sizeHint().width()
        yield from [f"knop ‘{widget.text()}’"] if widget.width() < needed - 1 else []


def _slides(area: QAbstractScrollArea) -> bool:
    """Sideways, or hardly."""
    bar = area.verticalScrollBar()
    stray = bar.isVisible() and 0 < bar.maximum() < STRAY
    if isinstance(area, QScrollArea) and area.widget().width() > area.viewport().width() + 1:
        return True  # and what is at the right cannot be seen
    return stray or (area.horizontalScrollBar().isVisible() and not isinstance(area, QTableView))


def _over_the_edge(widget: QWidget) -> int:
    """How far it is cut off by what it lies in, up to what scrolls."""
    worst, within = 0, widget.parentWidget()
    while within is not None and not isinstance(within.parentWidget(), QAbstractScrollArea):
        place = QRect(widget.mapTo(within, QPoint()), widget.size())
        over = max(place.right() - within.width(), place.bottom() - within.height())
        if within.layout() is None:  # it is placed by hand, as over a table that slides
            break
        worst = max(worst, over, -place.left(), -place.top())
        within = None if within.isWindow() else within.parentWidget()
    return worst if worst > 1 else 0


def _words_of(widget: QWidget) -> str:
    text = widget.toPlainText() if isinstance(widget, TextEdit) else widget.property("text")
    return f"{type(widget).__name__} ‘{str(text or widget.accessibleName())[:40]}’"


def _displaced(window: QWidget) -> Iterator[str]:
    """What lies over something else, beside its column, or has more or less room than it fills."""
    for parent in [window, *window.findChildren(QWidget)]:
        shown = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible()]
        if parent.layout() is not None:
            yield from _overlapping([w for w in shown if isinstance(w, SAID) and _has_room(w)])
        for one, other in combinations([w for w in shown if isinstance(w, Card)], 2):
            if 0 < abs(one.x() - other.x()) < STRAY:
                yield f"kaarten niet onder elkaar: {one.x()} en {other.x()}"
    for card in window.findChildren(SectionCard):
        needed = card.heightForWidth(card.width())
        if card.isVisible() and abs(card.height() - needed) > 1:
            yield f"kaart ‘{_title(card)}’: {card.height()} hoog, {needed} nodig"


def _overlapping(said: Sequence[QWidget]) -> Iterator[str]:
    for one, other in combinations(said, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > 1 and shared.height() > 1:
            yield f"{_words_of(one)} over {_words_of(other)}"


def _title(card: SectionCard) -> str:
    return card.title.text() if hasattr(card, "title") else ""


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
