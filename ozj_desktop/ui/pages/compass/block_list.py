"""The nine blocks below each other, with their state in word and shape."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ozj_desktop.model.compass import SHORT, Block, BlockState
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.status import STATES, paint_status
from ozj_desktop.ui.theme import Theme, font

HIGH = 42
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BlockRow(PaintedButton):
    """One block; chosen it is filled, with a bar at its left."""

    def __init__(self, theme: Theme, block: Block) -> None:
        super().__init__(theme)
        self.block = block
        self._state, self._chosen = BlockState.NOT_STARTED, False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{block.number} {block.label}")

    def show_state(self, state: BlockState, chosen: bool) -> None:
        self._state, self._chosen = state, chosen
        told = f"{self.block.number} {self.block.label}, {STATES[state].word}"
        self.setAccessibleName(f"{told}, gekozen" if chosen else told)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if chosen else policy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, HIGH)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors, status = QPainter(self), self.theme.colors, STATES[self._state]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["sel" if self._chosen else "hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self._chosen:
            painter.fillRect(QRect(0, 4, 3, HIGH - 8), colors["primary"])
        painter.setPen(colors["text"])
        painter.setFont(font("heavy"))
        painter.drawText(QRect(8, 0, 30, HIGH), _LEFT, self.block.number)
        painter.setFont(font("heavy" if self._chosen else "body"))
        room = QRect(38, 3, self.width() - 38 - 30, 20)
        painter.drawText(
            room, _LEFT, elided(painter.fontMetrics(), SHORT[self.block], room.width())
        )
        painter.setFont(font("meta"))
        painter.setPen(colors["text2"])
        painter.drawText(room.translated(0, 18), _LEFT, status.word)
        paint_status(painter, QRectF(self.width() - 25, 13, 16, 16), status.shape, colors)
        self.paint_ring(painter)


class BlockList(QWidget):
    """`chosen` tells which block somebody wants to see; Up and Down walk."""

    chosen = Signal(object)  # Block

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Bouwstenen")
        self.rows = {block: BlockRow(theme, block) for block in Block}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for block, row in self.rows.items():
            row.clicked.connect(lambda _=False, block=block: self.chosen.emit(block))
            column.addWidget(row)

    def show_states(self, states: Mapping[Block, BlockState], chosen: Block) -> None:
        for block, row in self.rows.items():
            row.show_state(states[block], block is chosen)
        self.setFocusProxy(self.rows[chosen])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        focused = next((b for b, row in self.rows.items() if row.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        blocks = [*Block]
        place = max(0, min(blocks.index(focused) + step, len(blocks) - 1))
        self.chosen.emit(blocks[place])
        self.rows[blocks[place]].setFocus(Qt.FocusReason.TabFocusReason)
