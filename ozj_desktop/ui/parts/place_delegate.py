"""Draws the agreements of a document: grip, number, two lines of text, a state, and two tools."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.place_model import Heading, Place
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import Theme, font

if TYPE_CHECKING:
    from ozj_desktop.ui.parts.place_view import PlaceView

ROW, HEADING = 48, 32
GRIP, TEXT, TOOL = 18, 54, 32  # from the left to the number and the text; the width of a tool
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlaceDelegate(QStyledItemDelegate):
    """The tools show on the row under the mouse and on the current one."""

    def __init__(self, theme: Theme, view: "PlaceView") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._number, self._title = font("heavy"), font("strong")
        self._meta, self._group = font("meta"), font("group")
        self.keyboard = False  # whether the focus came by keyboard: only then it is ringed

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        return QSize(120, HEADING if isinstance(line, Heading) else ROW)

    def tool_at(self, rect: QRect, at: QPoint) -> str:
        """Which tool of the row in `rect` is here: open, away or none."""
        if at.x() > rect.right() - TOOL:
            return "open" if self._view.locked else "away"
        return "open" if at.x() > rect.right() - 2 * TOOL and not self._view.locked else ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            painter.setFont(self._group)
            painter.setPen(self._theme.colors["text2"])
            painter.drawText(rect.adjusted(self._grip(), 6, 0, 0), _LEFT, line.words)
        elif isinstance(line, Place):
            self._paint_place(painter, rect, line, state)
        painter.restore()

    def _paint_place(
        self, painter: QPainter, rect: QRect, place: Place, state: QStyle.StateFlag
    ) -> None:
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        current = chosen and place.id == self._view.current()
        if place.id == self._view.dragged():
            painter.setOpacity(0.45)
        self._paint_ground(painter, rect, hovered, chosen)
        locked, shown = self._view.locked, hovered or current
        if shown and not locked:
            paint_icon(
                painter, _middle(rect.x() + 1, rect), "grip-vertical", self._theme.colors.text3
            )
        number, grip = str(self._view.places.number(place.id) + 1), self._grip()
        painter.setFont(self._number)
        painter.setPen(self._theme.colors["text"])
        painter.drawText(QRect(rect.x() + grip, rect.y() + 4, 26, 20), _RIGHT, number)
        end = rect.right() - (TOOL if locked else 2 * TOOL)
        if shown:
            self._paint_tools(painter, rect)
        begin = rect.x() + grip + TEXT - GRIP
        room = QRect(begin, rect.y() + 4, end - begin, 20)
        room.setRight(self._paint_status(painter, room, place.status) - 12)
        self._paint_words(painter, room, place)
        if current and self.keyboard:
            painter.setPen(QPen(self._theme.colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)

    def _grip(self) -> int:
        """The room before the number, by which a place is dragged."""
        return 0 if self._view.locked else GRIP

    def _paint_ground(self, painter: QPainter, rect: QRect, hovered: bool, chosen: bool) -> None:
        colors = self._theme.colors
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colors["grid"])
        if hovered or chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["sel" if chosen else "hover"])
            painter.drawRoundedRect(rect, 4, 4)

    def _paint_tools(self, painter: QPainter, rect: QRect) -> None:
        """Where one goes to the agreement, and where it is taken away."""
        pictures = ["arrow-right"] if self._view.locked else ["x", "arrow-right"]
        for n, picture in enumerate(pictures, 1):
            place = _middle(rect.right() - n * TOOL + (TOOL - 16) // 2, rect)
            paint_icon(painter, place, picture, self._theme.colors.text2)

    def _paint_words(self, painter: QPainter, room: QRect, place: Place) -> None:
        colors = self._theme.colors
        below = room.translated(0, 21)
        for face, color, where, words in (
            (self._title, "text", room, place.title),
            (self._meta, "text3", below, place.detail),
        ):
            painter.setFont(face)
            painter.setPen(colors[color])
            painter.drawText(where, _LEFT, elided(QFontMetrics(face), words, where.width()))

    def _paint_status(self, painter: QPainter, room: QRect, status: Status) -> int:
        """Shape and word at the right; the x before it."""
        metrics = QFontMetrics(self._meta)
        word = elided(metrics, status.word, max(room.width() // 2, 40))
        x = room.right() - metrics.horizontalAdvance(word) - 2
        painter.setFont(self._meta)
        painter.setPen(self._theme.colors[status.tone.word])
        painter.drawText(QRect(x, room.y(), room.right() - x + 2, ROW - 8), _LEFT, word)
        shape = QRectF(x - 18, room.y() + (ROW - 8 - 12) // 2, 12, 12)
        paint_status(painter, shape, status.shape, self._theme.colors)
        return int(shape.x())


def _middle(x: int, rect: QRect) -> QRect:
    return QRect(x, rect.y() + (rect.height() - 16) // 2, 16, 16)
