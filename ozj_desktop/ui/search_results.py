"""What was found, in a list below the search field: by kind, with the words that were found."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ozj_desktop.store.search import END, FOUND
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.search_hits import Hit, find
from ozj_desktop.ui.theme import font

WIDTH, HIT, HEADING = 480, 46, 28
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Hits(QAbstractListModel):
    """What was found, by kind, best first."""

    hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return hit
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.title}, {plain(hit.snippet)}" if hit.snippet else hit.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if self.hits[index.row()].id:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags


class _Delegate(QStyledItemDelegate):
    """Title, and below it the words around what was found."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title, self._snippet, self._group = font("strong"), font("meta"), font("group")
        self._found = font("group")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HIT if index.data(Qt.ItemDataRole.UserRole).id else HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, colors, rect = index.data(Qt.ItemDataRole.UserRole), self._desk.colors, option.rect
        painter.save()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not hit.id:
            painter.setFont(self._group)
            painter.setPen(colors["text2"])
            painter.drawText(rect.adjusted(12, 4, -12, 0), left, hit.title)
        else:
            if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                chosen = option.state & QStyle.StateFlag.State_Selected
                painter.setBrush(colors["sel" if chosen else "hover"])
                painter.drawRoundedRect(rect.adjusted(4, 0, -4, 0), 4, 4)
            top = QRect(rect.x() + 12, rect.y() + 5, rect.width() - 24, 18)
            painter.setFont(self._title)
            painter.setPen(colors["text"])
            painter.drawText(top, left, elided(painter.fontMetrics(), hit.title, top.width()))
            self._paint_snippet(painter, top.translated(0, 19), hit.snippet)
        painter.restore()

    def _paint_snippet(self, painter: QPainter, room: QRect, snippet: str) -> None:
        colors, x = self._desk.colors, room.x()
        for text, found in runs(snippet):
            face = self._found if found else self._snippet
            painter.setFont(face)
            painter.setPen(colors["tint_text" if found else "text3"])
            shown = elided(QFontMetrics(face), text, room.right() - x)
            painter.drawText(QPoint(x, room.bottom() - 4), shown)
            x += QFontMetrics(face).horizontalAdvance(shown)
            if shown != text:
                break


def runs(snippet: str) -> list[tuple[str, bool]]:
    """Pieces of a snippet, each with whether it is what was looked for."""
    pieces: list[tuple[str, bool]] = []
    for n, part in enumerate(" ".join(snippet.split()).split(FOUND)):
        word, end, rest = part.partition(END)
        if n and end:
            pieces += [(word, True), (rest, False)]
        else:
            pieces.append((part, False))
    return [piece for piece in pieces if piece[0]]


def plain(snippet: str) -> str:
    return "".join(text for text, _ in runs(snippet))


class Results(QListView):
    """Lies over the page; the field moves through it, so that typing can go on."""

    opened = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self.hits = Hits(self)
        self.setModel(self.hits)
        self.setItemDelegate(_Delegate(desk, self))
        self.setProperty("popup", True)
        self.setAccessibleName("Gevonden")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        self.clicked.connect(self.take)

    def search(self, words: str, below: QWidget) -> None:
        """Show what holds these words, under `below`."""
        found = find(self._desk, words)
        self.hits.show_hits(found or [Hit(f"Niets gevonden voor ‘{words[:40]}’")])
        self._place(below)
        self.step(1, start=-1)

    def _place(self, below: QWidget) -> None:
        window = self.parentWidget()
        if window is None:
            return
        wanted = 12 + sum(HIT if hit.id else HEADING for hit in self.hits.hits)
        corner = below.mapTo(window, QPoint(0, below.height() + 4))
        width = min(WIDTH, window.width() - 16)
        x = max(8, min(corner.x(), window.width() - width - 8))
        self.setGeometry(x, corner.y(), width, min(wanted, window.height() - corner.y() - 16))
        self.show()
        self.raise_()

    def step(self, step: int, start: int | None = None) -> None:
        """To the next hit, over headings."""
        row = (self.currentIndex().row() if start is None else start) + step
        while 0 <= row < len(self.hits.hits):
            if self.hits.hits[row].id:
                self.setCurrentIndex(self.hits.index(row))
                return
            row += step

    def take(self, index: QModelIndex) -> None:
        hit = self.hits.hits[index.row()] if index.isValid() else None
        if hit and hit.id:
            self.opened.emit(hit.id)
