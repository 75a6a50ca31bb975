"""What a page is to the window: it shows the dossier, and hears what changed in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.text import label

WIDEST = 1200  # pixels of a column of cards


class Page(QWidget):
    """Pages never talk to each other; they ask the desk to go elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self) -> None:
        """Read everything anew."""

    def heard(self, notice: Notice) -> None:
        """Show what a step changed."""
        self.refresh()

    def attention_changed(self) -> None:
        """What asks attention is known anew."""

    def show_thing(self, id: str) -> bool:
        """Go to the thing with this id; False where it is not on this page."""
        return False

    def focus_new(self) -> None:
        """Ready to type a new thing."""

    def regions(self) -> list[QWidget]:
        """The parts between which F6 moves."""
        return [self]


def scrolling(content: QWidget) -> QScrollArea:
    """An area that scrolls up and down, with nothing of its own to see."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("plain", True)
    area.setWidget(content)
    return area


def heading(title: str, *beside: QWidget, below: QWidget | None = None) -> QWidget:
    """The title of a page with what stands at its right, as wide as the cards below it."""
    held = QWidget()
    held.setMaximumWidth(WIDEST)
    stack, row = QVBoxLayout(held), QHBoxLayout()
    stack.setContentsMargins(24, 16, 24, 12)
    stack.setSpacing(8)
    row.setSpacing(10)
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


def column(*widgets: QWidget, gap: int = 12, bottom: int = 16) -> QWidget:
    """Cards below each other, no wider than can be read."""
    held = QWidget()
    held.setMaximumWidth(WIDEST)
    stack = QVBoxLayout(held)
    stack.setContentsMargins(24, 4, 24, bottom)
    stack.setSpacing(gap)
    for widget in widgets:
        stack.addWidget(widget)
    stack.addStretch(1)
    return held
