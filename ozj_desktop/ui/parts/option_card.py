"""One out of a few as cards: whose it is, and the whole text of it; one is chosen, or none yet."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ozj_desktop.ui.messages import breakable
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import elided, tip
from ozj_desktop.ui.theme import Theme, font

PAD, RADIO, TALLEST = 12, 16, 148
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Choice(NamedTuple):
    """What is chosen, of whom it is, and what it says."""

    key: str
    meta: str
    text: str


class OptionCard(PaintedButton):
    """A card with a round mark; a long text is cut off, and whole in the tooltip."""

    def __init__(self, theme: Theme, choice: Choice, name: str) -> None:
        super().__init__(theme)
        self.choice = choice
        self._words = breakable(choice.text)
        self._face, self._meta = font("cell"), font("meta")
        self.setCheckable(True)
        self.setAccessibleName(f"{name}: {choice.text} ({choice.meta})")
        self.setToolTip(tip(choice.text))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * PAD - RADIO - 10, 40), 10_000)
        high = QFontMetrics(self._face).boundingRect(room, _WRAP, self._words).height()
        return min(high + QFontMetrics(self._meta).height() + 2 * PAD, TALLEST)

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 48)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(colors["primary" if chosen else "line"], 2 if chosen else 1))
        painter.setBrush(colors["sel" if chosen else "hover" if self.underMouse() else "surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        self._paint_mark(painter, chosen)
        room = self.rect().adjusted(PAD + RADIO + 10, PAD - 2, -PAD, -PAD + 4)
        painter.setFont(self._meta)
        painter.setPen(colors["text3"])
        metrics = QFontMetrics(self._meta)
        top = QRect(room.x(), room.y(), room.width(), metrics.height())
        painter.drawText(top, _LEFT, elided(metrics, self.choice.meta, room.width()))
        painter.setFont(self._face)
        painter.setPen(colors["text"])
        painter.drawText(room.adjusted(0, metrics.height() + 2, 0, 0), _WRAP, self._words)
        self.paint_ring(painter)

    def _paint_mark(self, painter: QPainter, chosen: bool) -> None:
        colors = self.theme.colors
        mark = QRectF(PAD, PAD, RADIO, RADIO)
        painter.setPen(QPen(colors["primary" if chosen else "line2"], 1.6))
        painter.setBrush(colors["surface"])
        painter.drawEllipse(mark)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["primary"])
            painter.drawEllipse(mark.adjusted(4, 4, -4, -4))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OptionCards(QWidget):
    """Side by side; the arrow keys choose, and Tab goes on."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[Choice], name: str, now: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.cards = [OptionCard(theme, choice, name) for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for n, card in enumerate(self.cards):
            self._group.addButton(card, n)
            row.addWidget(card, 1)
            card.setChecked(card.choice.key == now)
        self._group.idClicked.connect(lambda n: self.chosen.emit(self.cards[n].choice.key))
        self.setFocusProxy(self.cards[max(self._group.checkedId(), 0)])

    def value(self) -> str:
        """ "" while nothing is chosen."""
        number = self._group.checkedId()
        return self.cards[number].choice.key if number >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [card for card in self.cards if card.hasFocus()]
            focused[0].click() if focused else None
        else:
            super().keyPressEvent(event)
