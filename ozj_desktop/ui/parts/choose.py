"""Choosing several things at once in the page itself: search, tick, and add them in one step."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ozj_desktop.model.dutch import counted
from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.choose_model import Choice, ChooseModel, Group
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.text import elided, label
from ozj_desktop.ui.theme import Theme, font

ROW, MOST = 34, 9  # pixels of a line; lines in sight at most
BOX = 18


class _Delegate(QStyledItemDelegate):
    """A box with a tick, a dash where only some of a group are ticked, and the words."""

    def __init__(self, theme: Theme, view: "_View") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._plain, self._group = font("body"), font("group")
        self.keyboard = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, colors = index.data(Qt.ItemDataRole.UserRole), self._theme.colors
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        grouped = isinstance(line, Group)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(rect, 4, 4)
        left = rect.x() + (8 if grouped else 32)
        box = QRect(left, rect.y() + (ROW - BOX) // 2, BOX, BOX)
        self._paint_box(painter, box, self._view.choices.state(line))
        painter.setFont(self._group if grouped else self._plain)
        painter.setPen(colors["text2" if grouped else "text"])
        room = rect.adjusted(box.right() - rect.x() + 10, 0, -8, 0)
        words = elided(painter.fontMetrics(), index.data(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        colors, empty = self._theme.colors, state is Qt.CheckState.Unchecked
        painter.setPen(QPen(colors["line2" if empty else "primary"], 1.5))
        painter.setBrush(colors["surface" if empty else "primary"])
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3)
        if not empty:
            picture = "check" if state is Qt.CheckState.Checked else "minus"
            paint_icon(painter, box.adjusted(2, 2, -2, -2), picture, colors.on_primary)


class _View(QListView):
    """Space ticks, Enter adds, Up above the first goes back to the search."""

    wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.choices = ChooseModel(self)
        self._delegate = _Delegate(theme, self)
        self.setModel(self.choices)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        if event.key() == Qt.Key.Key_Space:
            self.choices.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        super().mousePressEvent(event)
        self.choices.toggle(self.indexAt(event.position().toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.choices.index(0, 0))


class Choose(QFrame):
    """Hidden until it is opened; `chosen` gives ids in the order of the list."""

    chosen = Signal(list)
    only = Signal(list)  # these, instead of all that is there
    closed = Signal()

    def __init__(self, theme: Theme, noun: tuple[str, str], name: str, nothing: str) -> None:
        """`noun` is the thing, one and more; `nothing` is said where there is none to choose."""
        super().__init__()
        self._noun, self._nothing = noun, nothing
        self.setProperty("message", "info")
        self.search = Line()
        self.search.setPlaceholderText("Zoek op woord of thema")
        self.search.setAccessibleName(f"Zoek {noun[1]}")
        self.view = _View(theme, name)
        self.add = button(
            theme, "Erbij zetten", "plus", look="primary", size="small", do=self._take
        )
        self.instead = button(theme, "Alleen deze", size="small", do=self._take_only)
        self.instead.setToolTip("Wat er al in staat, gaat eruit; u kunt het ongedaan maken")
        self._none = label("", "soft", wrap=True)
        self._away = button(theme, "Laat maar", look="quiet", size="small", do=self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (
            self.search,
            self._none,
            self.view,
            row_of(self.add, self.instead, self._away, top=0),
        ):
            column.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.view.choices.dataChanged.connect(self._tell)
        self.view.wanted.connect(self._take)
        self.view.left.connect(self.search.setFocus)
        self.hide()

    def open(self, choices: Iterable[Choice], *, instead: bool = False) -> None:
        """`instead` offers to let these take the place of all that is there."""
        self.instead.setVisible(instead)
        self.view.choices.chosen = set()
        self.search.clear()
        self.show_choices(choices)
        self.show()
        self.search.setFocus()
        QTimer.singleShot(0, self, lambda: show_within(self, self.rect()))  # when it has its size

    def show_choices(self, choices: Iterable[Choice]) -> None:
        """As they are now; what was ticked stays so."""
        self.view.choices.show_choices(choices)
        self._filter(self.search.text())
        self._tell()

    def close_it(self) -> None:
        self.hide()
        self.closed.emit()

    def _filter(self, text: str) -> None:
        self.view.choices.filter(text)
        lines = len(self.view.choices.lines)
        self.view.setFixedHeight(ROW * max(1, min(lines, MOST)))
        self.view.setVisible(bool(lines))
        words = f"Niets gevonden voor ‘{text[:60]}’." if text.strip() else self._nothing
        self._none.setText(words)
        self._none.setVisible(not lines)

    def _tell(self) -> None:
        number = len(self.view.choices.chosen)
        self.add.setEnabled(bool(number))
        self.instead.setEnabled(bool(number))
        self.add.setText(
            f"{counted(number, self._noun)} erbij zetten" if number else "Erbij zetten"
        )

    def _take(self) -> None:
        found = self.view.choices.in_order()
        if found:
            self.hide()
            self.chosen.emit(found)

    def _take_only(self) -> None:
        found = self.view.choices.in_order()
        self.hide()
        self.only.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
