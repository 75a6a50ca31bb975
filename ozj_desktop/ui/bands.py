"""What holds for the whole window, across it above the page: what happened, and what to do."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ozj_desktop.model.dutch import MONTHS
from ozj_desktop.ui.display import moment
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, paint_status
from ozj_desktop.ui.theme import Theme


class Band(QFrame):
    """A sentence or two, with at its right what can be done."""

    def __init__(self, theme: Theme, text: str, shape: Shape = Shape.TRIANGLE) -> None:
        super().__init__()
        self._theme, self._shape = theme, shape
        self.setProperty("ground", "damage" if shape is Shape.CROSS else "band")
        self.setAccessibleName(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(52, 6, 24, 6)
        self._row.setSpacing(8)
        self._row.addWidget(label(text, wrap=True), 1)

    def offer(self, words: str, do: Callable[[], object]) -> None:
        self._row.addWidget(button(self._theme, words, size="small", do=do))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(24, (self.height() - 16) / 2, 16, 16)
        paint_status(QPainter(self), box, self._shape, self._theme.colors)


def reading_band(theme: Theme, reason: str, at: datetime) -> Band:
    """Why nothing can be changed here, and how old it is what is shown."""
    then = f"{at.day} {MONTHS[at.month - 1]} om {moment(at)} uur"
    return Band(theme, f"{reason} U leest het hier zoals het was op {then}.")


def copy_band(theme: Theme, copy: Path) -> Band:
    """A reserve copy is there to fall back on: working in it would spoil that."""
    from ozj_desktop.ui.reserve_copies import when_kept

    text = f"Dit is een reservekopie van {when_kept(copy)}. Wijzigen kan hier niet."
    return Band(theme, text, Shape.BUBBLE)


def damage_band(theme: Theme, problems: Sequence[str]) -> Band:
    told = " ".join(problems)
    text = f"Dit dossier is niet in orde. {told} U kunt het lezen, niet wijzigen."
    return Band(theme, text, Shape.CROSS)


def unread_band(theme: Theme, words: str) -> Band:
    """Before a window closes over what is in no dossier: 2 cellen."""
    return Band(theme, f"Nog niet bewaard: {words}. Sluit u nu, dan bent u dat kwijt.")
