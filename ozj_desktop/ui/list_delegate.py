"""Draws the lines of a list: two lines of text with a state, and headings that fold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.list_model import Group, Row
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import Theme, font

ROW, GROUP, BAR = 52, 32, 12  # pixels; the last is what a scroll bar takes
DOT = " · "
LONGEST = 300  # characters that can ever be in sight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Look:
    """Fonts and their measures, asked once."""

    def __init__(self) -> None:
        self.title, self.meta, self.group = font("strong"), font("meta"), font("group")
        self.title_size, self.meta_size = QFontMetrics(self.title), QFontMetrics(self.meta)
        self.group_size = QFontMetrics(self.group)


class ListDelegate(QStyledItemDelegate):
    """Colours are read while painting, so that a switch of palette is enough."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view, self._look = theme, parent, Look()
        self.keyboard = False  # whether the focus came by keyboard: only then it is ringed

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, GROUP if isinstance(line, Group) else ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        rect = QRect(option.rect)
        rect.setRight(min(rect.right(), self._view.width() - BAR - 1))  # with or without a bar
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Group):
            self._paint_group(painter, rect, line)
        elif isinstance(line, Row):
            self._paint_ground(painter, rect, state)
            self._paint_row(painter, rect, line)
        if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colors = self._theme.colors
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(colors["sel" if chosen else "hover"])
            painter.drawRoundedRect(rect, 4, 4)
        else:
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colors["grid"])
        if chosen:
            painter.setBrush(colors["primary"])
            painter.drawRoundedRect(QRectF(rect.x(), rect.y() + 8, 3, rect.height() - 16), 1.5, 1.5)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colors, look = self._theme.colors, self._look
        inner = rect.adjusted(10, 6, -8, -6)
        top = QRect(inner.x(), inner.y(), inner.width() + 4, 20)
        _draw(painter, top, row.title, look.title, look.title_size, colors["text"])
        below = QRect(inner.x(), inner.y() + 22, inner.width(), 16)
        if row.status:
            below.setRight(self._paint_status(painter, below, row.status) - 8)
        told = shortened(look.meta_size, row.subtitle[:LONGEST], below.width())
        _draw(painter, below, told, look.meta, look.meta_size, colors["text3"])

    def _paint_status(self, painter: QPainter, line: QRect, status: Status) -> int:
        """The x where the state begins."""
        colors, look = self._theme.colors, self._look
        width = look.meta_size.horizontalAdvance(status.word) + 1
        x = line.right() - width
        painter.setFont(look.meta)
        painter.setPen(colors[status.tone.word])
        painter.drawText(QRect(x, line.y(), width + 2, line.height()), _LEFT, status.word)
        paint_status(painter, QRectF(x - 18, line.y() + 2, 12, 12), status.shape, colors)
        return x - 18

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        colors, look = self._theme.colors, self._look
        arrow = "chevron-right" if group.folded else "chevron-down"
        middle = rect.y() + (rect.height() - 14) // 2 + 2
        paint_icon(painter, QRect(rect.x() + 6, middle, 14, 14), arrow, colors.text2)
        room = rect.adjusted(28, 4, -32, 0)
        words = elided(look.group_size, group.words, room.width())
        painter.setFont(look.group)
        painter.setPen(colors["text2"])
        painter.drawText(room, _LEFT, words)
        room.setLeft(room.left() + look.group_size.horizontalAdvance(words) + 8)
        room.setRight(rect.right())
        painter.setFont(look.meta)
        painter.setPen(colors["text3"])
        painter.drawText(room, _LEFT, str(group.size))


def shortened(metrics: QFontMetrics, text: str, width: int) -> str:
    """Where not all fits the last part stays whole: it is a number, or a day."""
    before, dot, last = text.rpartition(DOT)
    room = width - metrics.horizontalAdvance(dot + last)
    if not dot or metrics.horizontalAdvance(text) <= width or room < width // 3:
        return text
    return elided(metrics, before, room) + dot + last


def _draw(
    painter: QPainter, rect: QRect, text: str, face: QFont, metrics: QFontMetrics, color: QColor
) -> None:
    painter.setFont(face)
    painter.setPen(color)
    painter.drawText(rect, _LEFT, elided(metrics, " ".join(text[:LONGEST].split()), rect.width()))
