"""The agreements of a document in their order: drag them, or Alt+Up and Alt+Down."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QSizePolicy

from ozj_desktop.ui.parts.place_delegate import GRIP, HEADING, ROW, PlaceDelegate
from ozj_desktop.ui.parts.place_model import Heading, Place, PlaceModel
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.theme import Theme

KEYS = (
    "Alt met pijl omhoog of omlaag verplaatst, Shift met pijl kiest er meer, Enter opent, "
    "Delete haalt weg."
)
SELECT = QItemSelectionModel.SelectionFlag


class PlaceView(QListView):
    """As high as its lines: the page scrolls. It tells what is wanted; others store that."""

    moved = Signal(str, int)  # the place with this id should become this number, from 0
    unwanted = Signal(list)  # ids of places
    opened = Signal(str)  # of an agreement

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.places = PlaceModel(self)
        self._theme, self.locked = theme, False
        self._pressed: QPoint | None = None
        self._dragged = ""
        self.gap = -1  # before which number a dragged row would come
        self._delegate = PlaceDelegate(theme, self)
        self.setModel(self.places)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._anchor = ""  # the place from which a range is chosen
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.places.modelReset.connect(self.updateGeometry)
        theme.changed.connect(self.viewport().update)

    # Size

    def sizeHint(self) -> QSize:
        high = sum(HEADING if isinstance(n, Heading) else ROW for n in self.places.lines)
        return QSize(200, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    # What is shown

    def show_places(self, places: list[Place], *, locked: bool) -> None:
        """The current row stays current, wherever it went, and what is chosen stays so; of what is
        gone the next one is current.
        """
        here, chosen = self.current(), self.chosen()
        first = min((self.places.row_of(id) for id in chosen), default=self.currentIndex().row())
        self.locked = locked
        self.setAccessibleDescription("" if locked else KEYS)
        if self.places.show_places(places) and here:
            row = self.places.row_of(here)
            self._go(row if row >= 0 else min(first, len(self.places.lines) - 1))
            for id in chosen if row >= 0 else []:
                self._add(self.places.row_of(id))
        self.viewport().update()

    def current(self) -> str:
        line = self.places.line(self.currentIndex())
        return line.id if isinstance(line, Place) else ""

    def chosen(self) -> list[str]:
        """The places that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        lines = [self.places.lines[row] for row in rows]
        return [line.id for line in lines if isinstance(line, Place)]

    def choose(self, id: str) -> None:
        self._go(self.places.row_of(id))

    def _add(self, row: int) -> None:
        """Choose this one along with the others."""
        if row >= 0:
            self.selectionModel().select(self.places.index(row, 0), SELECT.Select)

    def _turn(self, index: QModelIndex) -> None:
        """Choose this one along with the others, or no longer; a range begins here."""
        self.selectionModel().setCurrentIndex(index, SELECT.Toggle)
        self._anchor = self.current()

    def _reach(self, row: int) -> None:
        """Choose all from where the range began."""
        if 0 <= row < len(self.places.lines):
            start = self.places.row_of(self._anchor)
            begin = self.places.index(start if start >= 0 else self.currentIndex().row(), 0)
            end = self.places.index(row, 0)
            self.selectionModel().select(QItemSelection(begin, end), SELECT.ClearAndSelect)
            self.selectionModel().setCurrentIndex(end, SELECT.NoUpdate)
            self._show_row(end)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self.places.lines):
            index = self.places.index(row, 0)
            self.selectionModel().setCurrentIndex(index, SELECT.ClearAndSelect)
            self._anchor = self.current()
            self._show_row(index)

    def _show_row(self, index: QModelIndex) -> None:
        if self.hasFocus():
            show_within(self.viewport(), self.visualRect(index))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        line = self.places.line(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape and self._dragged:
            self._drop_nothing()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._shift(step)
        elif step:
            self._step(step, reach=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Delete and not self.locked and isinstance(line, Place):
            self.unwanted.emit(self.chosen() or [line.id])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(line, Place):
            self.opened.emit(line.agreement)
        else:
            super().keyPressEvent(event)

    def _shift(self, step: int) -> None:
        id = self.current()
        there = self.places.number(id) + step
        if id and not self.locked and 0 <= there < len(self.places.places):
            self.moved.emit(id, there)

    def _step(self, step: int, *, reach: bool = False) -> None:
        """To the next agreement, over headings; with `reach` all in between are chosen."""
        row = self.currentIndex().row() + step
        while 0 <= row < len(self.places.lines) and isinstance(self.places.lines[row], Heading):
            row += step
        self._reach(row) if reach else self._go(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        if not self.current():
            self._step(1)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        at = event.position().toPoint()
        line = self.places.line(self.indexAt(at))
        self._pressed = None
        left = event.button() is Qt.MouseButton.LeftButton and isinstance(line, Place)
        if left and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._reach(self.indexAt(at).row())
            return
        if left and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(self.indexAt(at))
            return
        super().mousePressEvent(event)
        if not left or not isinstance(line, Place):
            return
        self._anchor = line.id
        match self._delegate.tool_at(self.visualRect(self.indexAt(at)), at):
            case "open":
                self.opened.emit(line.agreement)
            case "away" if not self.locked:
                self.unwanted.emit([line.id])
            case _ if not self.locked:
                self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is not None and not self._dragged:
            far = (at - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._dragged = self.current()
        if self._dragged:
            self.gap = self._gap_at(at.y())
            show_within(self.viewport(), QRect(at.x(), at.y() - ROW, 1, 2 * ROW))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()
        else:
            self._show_cursor(at)
            super().mouseMoveEvent(event)

    def _show_cursor(self, at: QPoint) -> None:
        rect = self.visualRect(self.indexAt(at))
        grips = not self.locked and QRect(rect.x(), rect.y(), GRIP, rect.height()).contains(at)
        found = self._delegate.tool_at(rect, at) if rect.isValid() else ""
        shapes = Qt.CursorShape
        pointing = shapes.PointingHandCursor if found else shapes.ArrowCursor
        self.setCursor(shapes.OpenHandCursor if grips else pointing)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, gap = self._dragged, self.gap
        self._drop_nothing()
        if dragged and gap >= 0:
            here = self.places.number(dragged)
            there = gap - 1 if gap > here else gap
            if there != here:
                self.moved.emit(dragged, there)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.places.line(self.indexAt(event.position().toPoint()))
        if isinstance(line, Place):
            self.opened.emit(line.agreement)

    def _drop_nothing(self) -> None:
        self._pressed, self._dragged, self.gap = None, "", -1
        self.unsetCursor()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        """The number before which something dropped here would come."""
        for place in self.places.places:
            rect = self.visualRect(self.places.index(self.places.row_of(place.id), 0))
            if y < rect.center().y():
                return self.places.number(place.id)
        return len(self.places.places)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def dragged(self) -> str:
        return self._dragged

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.gap >= 0:
            painter, y = QPainter(self.viewport()), self._line_at(self.gap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colors["primary"], 2))
            painter.drawLine(8, y, self.viewport().width() - 2, y)
            painter.setBrush(self._theme.colors["surface"])
            painter.drawEllipse(QPoint(5, y), 3, 3)

    def _line_at(self, gap: int) -> int:
        """Where the line is drawn that tells where a dragged row comes."""
        places = self.places.places
        if not places:
            return 1
        near = places[min(gap, len(places) - 1)]
        rect = self.visualRect(self.places.index(self.places.row_of(near.id), 0))
        y = rect.bottom() + 1 if gap == len(places) else rect.top()
        return max(4, min(y, self.viewport().height() - 4))
