"""The Kompas as a wheel: nine blocks with their state, and plan–do–check–act as ring around them.

Each block is a button of its own, so that keyboard and screen reader find it; the wheel paints
them. Left and Right walk the blocks, Enter opens one. The small wheel has numbers only.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ozj_desktop.model.compass import SHORT, Block, BlockState, Ring
from ozj_desktop.ui.parts import wheel_shape as shape
from ozj_desktop.ui.status import STATES, Shape, Status, paint_status
from ozj_desktop.ui.theme import Theme, font

WORDY = 360  # pixels across from which the words fit in
LETTERS = 5.0  # degrees between two letters of the ring, at the usual size
FILLS = {
    BlockState.NOT_STARTED: "surface",
    BlockState.BUSY: "wheel_low",
    BlockState.DISCUSSED: "wheel_mid",
    BlockState.ADOPTED: "wheel_full",
}
ASKED = "Wat heeft\nhet kind nodig?"


class BlockButton(QAbstractButton):
    """One block: where it is clicked, and what a screen reader tells of it."""

    def __init__(self, wheel: "Wheel", block: Block) -> None:
        super().__init__(wheel)
        self._wheel, self.block = wheel, block
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: wheel.chosen.emit(block))

    def tell(self, state: BlockState, current: bool) -> None:
        word = STATES[state].word
        self.setAccessibleName(f"{self.block.number} {self.block.label}, {word}")
        self.setToolTip(f"{self.block.number} {self.block.label}: {word}")
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The wheel paints it, edges and all."""

    def enterEvent(self, event: object) -> None:
        self._wheel.update()

    def leaveEvent(self, event: object) -> None:
        self._wheel.update()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._wheel.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._wheel.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        match event.key():
            case key.Key_Right | key.Key_Down:
                self._wheel.walk(self.block, 1)
            case key.Key_Left | key.Key_Up:
                self._wheel.walk(self.block, -1)
            case key.Key_Home:
                self._wheel.focus_on(Block.TOGETHER)
            case key.Key_Return | key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)


class Wheel(QWidget):
    """Shows the state of each block; `chosen` tells which one somebody wants to see."""

    chosen = Signal(object)  # Block

    def __init__(self, theme: Theme, *, small: bool = False) -> None:
        super().__init__()
        self._theme, self._small = theme, small
        self._states: Mapping[Block, BlockState] = {}
        self._current: Block | None = None
        self.buttons = {block: BlockButton(self, block) for block in Block}
        self.setAccessibleName("Kompas")
        policy = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        theme.changed.connect(self.update)
        self.show_states({}, None)

    def sizeHint(self) -> QSize:
        return QSize(200, 200) if self._small else QSize(500, 500)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200) if self._small else QSize(WORDY, WORDY)

    def show_states(self, states: Mapping[Block, BlockState], current: Block | None) -> None:
        """`current` is the block that is open beside it; None where there is none."""
        self._states, self._current = states, current
        for block, button in self.buttons.items():
            here = block is (current or Block.TOGETHER)
            button.tell(self._state(block), here)
        self.update()

    def walk(self, block: Block, step: int) -> None:
        blocks = [*Block]
        self.focus_on(blocks[(blocks.index(block) + step) % len(blocks)])

    def focus_on(self, block: Block) -> None:
        self.buttons[block].setFocus(Qt.FocusReason.TabFocusReason)

    def _state(self, block: Block) -> BlockState:
        return self._states.get(block, BlockState.NOT_STARTED)

    # Places

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - 2

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        centre, radius = self._centre(), self._radius()
        for block, button in self.buttons.items():
            path = shape.part(centre, radius, block)
            room = path.boundingRect().toAlignedRect()
            button.setGeometry(room)
            polygon = path.translated(-room.x(), -room.y()).toFillPolygon().toPolygon()
            button.setMask(QRegion(polygon))

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in Ring:
            self._paint_ring(painter, ring)
        for block in Block:
            self._paint_part(painter, block)
        self._paint_heart(painter)
        focused = next((b for b, button in self.buttons.items() if button.hasFocus()), None)
        if focused is not None:
            self._outline(painter, focused, "focus", 3)

    def _paint_ring(self, painter: QPainter, ring: Ring) -> None:
        colors = self._theme.colors
        centre, radius = self._centre(), self._radius()
        painter.setPen(QPen(colors["line"], 1))
        painter.setBrush(colors["ring"])
        painter.drawPath(shape.ring(centre, radius, ring))
        painter.setFont(font("group"))
        painter.setPen(colors["ring_text"])
        word = ring.label.upper()
        start, end = shape.ring_span(ring)
        apart = LETTERS * min(1.0, 246 / radius) * (1.0 if not self._small else 0.9)
        if self._small:
            apart = 9.0
        first = (start + end - shape.TIP / 2) / 2 - apart * (len(word) - 1) / 2
        upside_down = 100 < (first + apart * (len(word) - 1) / 2) % 360 < 260
        letters = reversed(word) if upside_down else word
        for n, letter in enumerate(letters):
            self._paint_letter(painter, letter, first + n * apart, upside_down)

    def _paint_letter(
        self, painter: QPainter, letter: str, angle: float, upside_down: bool
    ) -> None:
        painter.save()
        radius = self._radius() * sum(shape.RING) / 2
        painter.translate(shape.at(self._centre(), radius, angle))
        painter.rotate(angle + (180 if upside_down else 0))
        painter.drawText(QRectF(-10, -10, 20, 20), Qt.AlignmentFlag.AlignCenter, letter)
        painter.restore()

    def _paint_part(self, painter: QPainter, block: Block) -> None:
        colors = self._theme.colors
        path = shape.part(self._centre(), self._radius(), block)
        fill = colors[FILLS[self._state(block)]]
        if self.buttons[block].underMouse():
            fill = _nearer(fill, colors["primary"])
        painter.setPen(QPen(colors["line2"], 1))
        painter.setBrush(fill)
        painter.drawPath(path)
        if block is self._current:
            self._outline(painter, block, "primary", 3)
        self._paint_words(painter, block)

    def _outline(self, painter: QPainter, block: Block, color: str, width: int) -> None:
        painter.save()
        path = shape.part(self._centre(), self._radius(), block)
        painter.setClipPath(path)
        if color == "focus":
            painter.setPen(QPen(self._theme.colors["surface"], 2 * width + 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.setPen(QPen(self._theme.colors[color], 2 * width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.restore()

    def _paint_words(self, painter: QPainter, block: Block) -> None:
        """Upright in the middle of its part: number and shape, name, state."""
        full = self._state(block) is BlockState.ADOPTED
        ink = self._theme.colors["wheel_full_text" if full else "text"]
        radius = self._radius()
        place = shape.at(self._centre(), radius * 0.63, shape.middle(block))
        if self._small or radius * 2 < WORDY:
            painter.setFont(font("heavy"))
            painter.setPen(ink)
            room = QRectF(place.x() - 20, place.y() - 12, 40, 24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, block.number)
            return
        self._paint_lines(painter, block, place, ink)

    def _paint_lines(self, painter: QPainter, block: Block, place: QPointF, ink: QColor) -> None:
        status: Status = STATES[self._state(block)]
        name, state = font("group"), font("meta")
        lines = _broken(SHORT[block], QFontMetricsF(name), self._radius() * 0.44)
        step = QFontMetricsF(name).height()
        top = place.y() - (len(lines) + 2) * step / 2
        self._paint_number(painter, block, QPointF(place.x(), top + step / 2), ink, status)
        painter.setPen(ink)
        for n, line in enumerate([*lines, status.word], 1):
            painter.setFont(name if n <= len(lines) else state)
            room = QRectF(place.x() - 80, top + n * step + 2, 160, step)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)

    def _paint_number(
        self, painter: QPainter, block: Block, place: QPointF, ink: QColor, status: Status
    ) -> None:
        number = font("card")
        painter.setFont(number)
        wide = QFontMetricsF(number).horizontalAdvance(block.number)
        size, gap = 16.0, 6.0
        left = place.x() - (wide + size + gap) / 2
        box = QRectF(left, place.y() - size / 2, size, size)
        self._paint_shape(painter, box, status.shape, ink)
        painter.setPen(ink)
        room = QRectF(left + size + gap, place.y() - 14, wide + 2, 28)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, block.number
        )

    def _paint_shape(self, painter: QPainter, box: QRectF, drawn: Shape, ink: QColor) -> None:
        """On the full ground the check is turned round, or it would not be seen."""
        if drawn is not Shape.CHECK:
            paint_status(painter, box, drawn, self._theme.colors)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        path = QPainterPath(QPointF(box.x() + 4.8, box.y() + 8.2))
        path.lineTo(box.x() + 7.2, box.y() + 10.6)
        path.lineTo(box.x() + 11.4, box.y() + 5.8)
        painter.setPen(QPen(self._theme.colors["wheel_full"], 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_heart(self, painter: QPainter) -> None:
        colors = self._theme.colors
        room = shape.heart(self._centre(), self._radius())
        painter.setPen(QPen(colors["line"], 1))
        painter.setBrush(colors["surface"])
        painter.drawEllipse(room)
        if self._small or self._radius() * 2 < WORDY:
            return
        center = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(colors["tint_text"])
        painter.setFont(font("card"))
        high = QFontMetricsF(font("card")).height() * 2
        top = room.center().y() - high / 2 - 8
        asked = QRectF(room.x(), top - 4, room.width(), high + 8)
        painter.drawText(asked, center | Qt.AlignmentFlag.AlignVCenter, f"«{ASKED}»")
        painter.setPen(colors["text3"])
        painter.setFont(font("meta"))
        below = QRectF(room.x(), top + high + 6, room.width(), 20)
        painter.drawText(below, center, "Mét andere ogen, 2018")


def _broken(words: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """The words on as few lines as fit in the room."""
    lines: list[str] = []
    for word in words.split():
        both = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(both) <= room:
            lines[-1] = both
        else:
            lines.append(word)
    return lines


def _nearer(color: QColor, other: QColor) -> QColor:
    """A little of the other in it, for what the mouse is on."""
    share = 0.1
    ours = (color.red(), color.green(), color.blue())
    theirs = (other.red(), other.green(), other.blue())
    mixed = [int(a * (1 - share) + b * share) for a, b in zip(ours, theirs, strict=True)]
    return QColor(*mixed)
