"""A grid that works like a spreadsheet: arrows, typing, Enter down, Tab right, paste, fill down."""

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QWidget,
)

from ozj_desktop.model.record import Field, Form, Record
from ozj_desktop.ui.cell_delegate import ROW, CellDelegate
from ozj_desktop.ui.column_widths import Need, need, widths
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.grid_menu import asks_menu, grid_acts, pop_up
from ozj_desktop.ui.many_cells import ManyCells
from ozj_desktop.ui.part_model import Index, PartModel
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.first_column import FirstColumn
from ozj_desktop.ui.parts.pick_edit import PickEdit
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.theme import font

HEAD, TALL = 32, 44  # pixels of the headings, on one line or on two
MEASURED = 100  # rows that have a say in the widths
_EDITS = QAbstractItemView.EditTrigger
_EDITABLE = Qt.ItemFlag.ItemIsEditable
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartTable(ManyCells):
    """As high as its rows: the page scrolls, not the table. `said` is what went wrong, or ""."""

    moved = Signal()  # another row is current

    def __init__(self, desk: Desk, spec: PartSpec, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._was: tuple[int, int] | None = None
        self._part, self._other = "", False
        self._pressing = False
        self._needs: dict[int, Need] = {}
        self._settling = False  # heights follow once, when all widths are there
        self._second_click = QTimer(self)
        self._second_click.setSingleShot(True)
        self._second_click.setInterval(QApplication.doubleClickInterval())
        self._second_click.timeout.connect(self._open_again)
        self.parts = PartModel(desk, spec, self)
        self._delegate = CellDelegate(desk, self.parts, self)
        self.setModel(self.parts)
        self.setItemDelegate(self._delegate)
        self._dress(name)
        self._delegate.ended.connect(self._after_edit)
        self._delegate.left.connect(self._after_leaving)
        self._delegate.said.connect(self.said)
        self.parts.modelAboutToBeReset.connect(self._remember)
        self.parts.modelReset.connect(self._stay)
        self.parts.modelReset.connect(self._measure)
        self.parts.dataChanged.connect(self._measure_changed)
        self.parts.dataChanged.connect(self._delegate.close_unused)
        self.horizontalHeader().sectionResized.connect(self._measure)
        self._wrapping = [n for n, field in enumerate(self.parts.fields) if _wraps(field)]
        self.selectionModel().currentRowChanged.connect(self.moved)
        self._first = FirstColumn(desk.theme, self)
        desk.theme.changed.connect(self.viewport().update)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.parts.desk.unread.changed.connect(self.viewport().update)

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setProperty("grid", True)
        self.setShowGrid(False)
        self.setEditTriggers(_EDITS.AnyKeyPressed | _EDITS.EditKeyPressed | _EDITS.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCornerButtonEnabled(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setFixedHeight(HEAD)
        heads.setMinimumSectionSize(56)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """What is chosen shows as long as somebody works in the card that the grid is on."""
        card = self.parentWidget()
        if card and any(w is not None and card.isAncestorOf(w) for w in (before, now)):
            self.viewport().update()

    def show_owner(self, owner: Record, *, locked: bool = False) -> None:
        self._other = self.parts.rows.owner is not None and self.parts.rows.owner.id != owner.id
        self._settling = True
        self.parts.show_owner(owner, locked=locked)
        for n, column in enumerate(self.parts.spec.columns):
            hidden = bool(column.shown and not column.shown(self._desk, owner))
            if self.isColumnHidden(n) != hidden:
                self.setColumnHidden(n, hidden)
        self._needs = {n: self._need(n, column) for n, column in enumerate(self.parts.spec.columns)}
        self._spread()
        self._settling = False
        self._measure()

    def is_worked_in(self) -> bool:
        """Whether the keyboard is in one of its cells."""
        focused = QApplication.focusWidget()
        return self.hasFocus() or (focused is not None and self.isAncestorOf(focused))

    # Size

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        more = bar.height() if bar.isVisible() else 0
        return QSize(
            320, self.horizontalHeader().height() + self.verticalHeader().length() + more + 2
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEAD + ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling = True
        before = self._column_widths()
        self._spread()
        self._settling = False
        self._measure(rows=None if self._column_widths() != before else range(0))

    def _column_widths(self) -> list[int]:
        return [self.columnWidth(n) for n in range(self.parts.columnCount())]

    def _spread(self) -> None:
        columns = {
            n: c for n, c in enumerate(self.parts.spec.columns) if not self.isColumnHidden(n)
        }
        needs = {n: self._needs.get(n, Need(c.width, c.width)) for n, c in columns.items()}
        for n, width in widths(columns, needs, self.viewport().width()).items():
            self.horizontalHeader().resizeSection(n, width)
        tall = any(self._head_width(n) > self.columnWidth(n) for n in columns)
        self.horizontalHeader().setFixedHeight(TALL if tall else HEAD)

    def _head_width(self, n: int) -> int:
        words = self.parts.headerData(n, Qt.Orientation.Horizontal)
        return QFontMetrics(font("group")).horizontalAdvance(words or "") + 12

    def _need(self, n: int, column: Col) -> Need:
        """As of what is shown now: a column does not move under what is being typed."""
        texts = (
            str(self.parts.index(row, n).data() or "")
            for row in range(min(self.parts.rowCount(), MEASURED))
        )
        return need(self._desk, column, self.parts.fields[n], texts, first=n == 0)

    def _measure(self, *_: object, rows: range | None = None) -> None:
        if self._settling:
            return
        widths = [(n, self.columnWidth(n)) for n in self._wrapping]
        for row in range(self.parts.rowCount()) if rows is None else rows:
            heights = (self._delegate.height(self.parts.index(row, n), w) for n, w in widths)
            self.setRowHeight(row, max(heights, default=ROW))
        self.updateGeometry()
        self._first.follow()

    def _measure_changed(self, first: Index, last: Index) -> None:
        self._measure(rows=range(first.row(), last.row() + 1))

    # Moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A second click on a cell with choices opens them, as does a double click."""
        at, now = self.indexAt(event.position().toPoint()), self.currentIndex()
        left = event.button() is Qt.MouseButton.LeftButton
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        again = left and plain and at.isValid() and at == now and self.hasFocus()
        self._second_click.stop()
        self._pressing = True
        super().mousePressEvent(event)
        self._pressing = False
        if again and self.parts.has_choices(at.column()) and len(self.selected()) == 1:
            self._second_click.start()  # or it is the first half of a double click

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._second_click.stop()
        super().mouseDoubleClickEvent(event)
        self._open_choices()

    def _open_again(self) -> None:
        """Unless somebody went on, or is choosing several cells."""
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self.hasFocus() and not held and len(self.selected()) == 1:
            self._open_choices()

    def _open_choices(self) -> None:
        now = self.currentIndex()
        if not self.parts.has_choices(now.column()) or not now.flags() & _EDITABLE:
            return
        if self.indexWidget(now) is None:
            self.edit(now)
        editor = self.indexWidget(now)
        if isinstance(editor, PickEdit) and not editor.is_open():
            editor.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._second_click.stop()
        key = Qt.Key(event.key())
        if self.act_on(event):
            return
        if asks_menu(event):
            self.show_menu()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _SHIFTS:
            self.shift_row(_SHIFTS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_editor()
        elif key in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.leave(forward=key == Qt.Key.Key_Tab)
        elif key in _TABS:
            if not self._step(0, 1 if key == Qt.Key.Key_Tab else -1):
                event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """About the cell under the mouse, or about those that are chosen."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        self.show_menu(event.globalPos() if index.isValid() else None)

    def show_menu(self, at: QPoint | None = None) -> None:
        """What can be done with the chosen cells, with the keys for it."""
        here = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(16, 0)
        pop_up(self, grid_acts(self), at or self.viewport().mapToGlobal(here))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the cells, and after the last one on to what follows."""
        if self.hasFocus() and self._step(0, 1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def leave(self, *, forward: bool) -> None:
        """On to what comes after the grid, from whichever cell."""
        super().focusNextPrevChild(forward)

    def open_editor(self) -> None:
        if self.offered() is not None:
            self.take_offer()
        elif self.currentIndex().flags() & _EDITABLE:
            self.edit(self.currentIndex())
        else:
            self._step(1, 0)

    def offered(self) -> date | None:
        """What may be meant by what stands in red in the current cell."""
        now = self.currentIndex()
        there = self.parts.record(now.row()) is not None  # else it waits for more than a day
        kept = self.parts.red.at(now.row(), now.column()) if there else None
        return kept.offer if kept else None

    def asked_in(self) -> int:
        """In how many cells what the current one offers is the answer."""
        now = self.currentIndex()
        return len(self.parts.red.alike(now.row(), now.column()))

    def take_offer(self) -> None:
        """In one step for all cells that ask the same, as after a paste."""
        now, day = self.currentIndex(), self.offered()
        if day is not None:
            cells = self.parts.red.alike(now.row(), now.column())
            self.parts.take(dict.fromkeys(cells, day.isoformat()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._step(1, 0)

    def _after_edit(self, key: int) -> None:
        """Enter goes down, Tab to the right, once the edit has been stored."""
        down = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.offered() is None
        right = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(key), 0)
        self.setFocus()
        if down or right:
            QTimer.singleShot(0, self, lambda: self._step(1 if down else 0, right))

    def _after_leaving(self, forward: bool) -> None:
        self.setFocus()
        QTimer.singleShot(0, self, lambda: self.leave(forward=forward))

    def _remember(self) -> None:
        """All rows are made anew: the current cell stays where it was, with its part."""
        now = self.currentIndex()
        self._was = (now.row(), now.column()) if now.isValid() and not self._other else None
        record = self.parts.record(now.row())
        self._part = self.parts.follow or (record.id if record else "")
        self.parts.follow = ""

    def _stay(self) -> None:
        if self._was is None:
            return
        row, column = self._was
        ids = [record.id for record in self.parts.records]
        row = ids.index(self._part) if self._part in ids else min(row, self.parts.rowCount() - 1)
        self.setCurrentIndex(self.parts.index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page scrolls to the current cell: the table is as high as its rows. What is clicked
        is in sight, and stays under the mouse for the second click.
        """
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid() and not self._pressing:
            show_within(self.viewport(), self.visualRect(current))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """In sight is beside the first column, not under it."""
        super().scrollTo(index, hint)
        covered = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() and covered > 0 and self._first.isVisible():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - covered)

    def _step(self, down: int, right: int) -> bool:
        """Move the current cell; Tab wraps to the next row. False at the end."""
        now = self.currentIndex()
        shown = [n for n in range(self.parts.columnCount()) if not self.isColumnHidden(n)]
        if not now.isValid() or now.column() not in shown:
            return False
        row, place = now.row() + down, shown.index(now.column()) + right
        if not 0 <= place < len(shown):
            row, place = row + right, 0 if right > 0 else len(shown) - 1
        while 0 <= row < self.parts.rowCount() and self.isRowHidden(row):
            row += down or right
        if not 0 <= row < self.parts.rowCount():
            return False
        self.setCurrentIndex(self.parts.index(row, shown[place]))
        return True


def _wraps(field: Field | None) -> bool:
    """Whether what stands in a cell can take more than one line; a figure never does."""
    return field is None or field.form is not Form.FIGURE
