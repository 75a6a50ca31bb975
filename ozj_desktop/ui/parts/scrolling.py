"""How a page is laid out: a column of cards that scrolls, and how it scrolls to what is asked."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.ui.anchor import Anchor
from ozj_desktop.ui.parts.text import label

WIDEST = 1212  # pixels of a column of cards
READABLE = 860  # of a column of text with something before it
AIR = 32  # pixels kept free around where the focus is
LEVELS = 8  # layouts within each other, from a label to the area that scrolls
STRAY = 8  # pixels of air below the last card, for which nobody has to scroll
LEFT, BAR = 24, 12  # margin of a page, at its right too; what a scroll bar takes of it


def scrolling(content: QWidget) -> QScrollArea:
    """An area that scrolls up and down, with nothing of its own to see."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("plain", True)
    area.setWidget(content)
    below = layout.contentsMargins().bottom() if (layout := content.layout()) else 0
    area.verticalScrollBar().rangeChanged.connect(partial(_keep_edge, content, below))
    _keep_edge(content, below, 0, 0)
    Anchor(area)
    return area


def _keep_edge(content: QWidget, below: int, _: int, most: int) -> None:
    """With or without a scroll bar the cards end at the same place; no bar for air alone.

    `below` is the air below the last card: a little of it goes where that saves the bar.
    """
    layout = content.layout()
    if layout is None or layout.contentsMargins().left() != LEFT:
        return
    margins = layout.contentsMargins()
    lacks = most + below - margins.bottom()
    if most:
        margins.setBottom(below - lacks if lacks <= min(STRAY, below) else below)
    saved = most and margins.bottom() < below
    margins.setRight(LEFT - BAR if most and not saved else LEFT)
    layout.setContentsMargins(margins)


def heading(title: str, *beside: QWidget, below: QWidget | None = None) -> QWidget:
    """The title of a page with what stands at its right, as wide as the cards below it."""
    held = QWidget()
    held.setMaximumWidth(WIDEST)
    stack, row = QVBoxLayout(held), QHBoxLayout()
    stack.setContentsMargins(LEFT, 16, LEFT, 12)
    stack.setSpacing(8)
    row.setSpacing(10)
    row.addStrut(32)  # also where no button stands beside it
    row.addWidget(label(title, "page"))
    for n, widget in enumerate(beside):
        if n == len(beside) - 1:
            row.addStretch(1)
        row.addWidget(widget)
    if not beside:
        row.addStretch(1)
    stack.addLayout(row)
    if below is not None:
        stack.addWidget(below)
    return held


def lay_out() -> None:
    """Give what was just added its room before it is painted: Qt does so level by level, later."""
    for _ in range(LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def keep_in_sight(before: QWidget | None, now: QWidget | None) -> None:
    """Scroll to where the focus went: Qt does so for Tab only. What is clicked is in sight, and
    so is the grid to which the focus comes back from one of its cells.
    """
    if now is None or QGuiApplication.mouseButtons():
        return
    if not isinstance(now, QAbstractItemView):
        show_within(now, now.rect())
    elif before is None or not now.isAncestorOf(before):
        cell = now.visualRect(now.currentIndex()) & now.viewport().rect()
        show_within(now.viewport(), cell) if cell.isValid() else show_within(now, now.rect())


def show_within(widget: QWidget, part: QRect) -> None:
    """Scroll the page until this part of a widget is in sight; of a high one its top.

    What is wholly in sight stays where it is: somebody may be about to click on it.
    """
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    held = area.widget() if area is not None else None
    if area is None or held is None or not held.isAncestorOf(widget):
        return
    place, top = (widget.mapTo(on, part.topLeft()) for on in (held, area.viewport()))
    if top.y() >= 0 and top.y() + part.height() <= area.viewport().height():
        return
    high = min(part.height(), area.viewport().height() - 2 * AIR)
    area.ensureVisible(place.x(), place.y() + high // 2, 0, high // 2 + AIR)


def column(*widgets: QWidget, gap: int = 12, bottom: int = 16) -> QWidget:
    """Cards below each other, no wider than can be read."""
    held = QWidget()
    held.setMaximumWidth(WIDEST)
    stack = QVBoxLayout(held)
    stack.setContentsMargins(LEFT, 4, LEFT, bottom)
    stack.setSpacing(gap)
    for widget in widgets:
        stack.addWidget(widget)
    stack.addStretch(1)
    return held


def add_card(held: QWidget, card: QWidget) -> None:
    """One more below those in a column, there at once: Qt would show it in another moment."""
    stack, hidden = held.layout(), card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    hidden = hidden and card.isHidden()
    assert isinstance(stack, QVBoxLayout)
    stack.insertWidget(stack.count() - 1, card)  # what stretches stays last
    card.setVisible(not hidden)
