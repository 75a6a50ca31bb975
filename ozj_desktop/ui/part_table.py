"""A grid that works like a spreadsheet: arrows, typing, Enter down, Tab right, paste, fill down."""

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QTableView,
)

from ozj_desktop.model.dutch import number
from ozj_desktop.model.record import Record
from ozj_desktop.ui import clipboard
from ozj_desktop.ui.cell_delegate import ROW, CellDelegate
from ozj_desktop.ui.column_widths import least, widths
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page import show_within
from ozj_desktop.ui.part_model import Index, PartModel
from ozj_desktop.ui.part_rows import PartSpec
from ozj_desktop.ui.parts.first_column import FirstColumn
from ozj_desktop.ui.pasting import Aim, aimed, told
from ozj_desktop.ui.reading import Misread
from ozj_desktop.ui.theme import font

HEAD = 32
MOST = 500  # lines that are pasted at once: all rows of a grid are in sight
TOO_MANY = "Dit zijn {} regels. Plak er hooguit {} tegelijk. Er is niets geplakt."
_EDITS = QAbstractItemView.EditTrigger
_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartTable(QTableView):
    """As high as its rows: the page scrolls, not the table. `said` is what went wrong, or ""."""

    said = Signal(str)
    moved = Signal()  # another row is current

    def __init__(self, desk: Desk, spec: PartSpec, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._was: tuple[int, int] | None = None
        self._part = ""
        self._least: dict[int, int] = {}
        self.parts = PartModel(desk, spec, self)
        self._delegate = CellDelegate(desk, self.parts, self)
        self.setModel(self.parts)
        self.setItemDelegate(self._delegate)
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
        self._delegate.ended.connect(self._after_edit)
        self._delegate.said.connect(self.said)
        self.parts.modelAboutToBeReset.connect(self._remember)
        self.parts.modelReset.connect(self._stay)
        self.parts.modelReset.connect(self._measure)
        self.parts.dataChanged.connect(self._measure)
        self.parts.dataChanged.connect(self._delegate.close_unused)
        heads.sectionResized.connect(self._measure)
        self.selectionModel().currentRowChanged.connect(self.moved)
        self._first = FirstColumn(desk.theme, self)
        desk.theme.changed.connect(self.viewport().update)

    def show_owner(self, owner: Record, *, locked: bool = False) -> None:
        self.parts.show_owner(owner, locked=locked)
        for n, column in enumerate(self.parts.spec.columns):
            hidden = bool(column.shown and not column.shown(self._desk, owner))
            if self.isColumnHidden(n) != hidden:
                self.setColumnHidden(n, hidden)
        face = font("cell")
        self._least = {
            n: least(self._desk, column, self.parts.fields[n], face)
            for n, column in enumerate(self.parts.spec.columns)
        }
        self._spread()
        self._measure()

    # Size

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        more = bar.height() if bar.isVisible() else 0
        return QSize(320, HEAD + self.verticalHeader().length() + more + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEAD + ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()
        self._measure()

    def _spread(self) -> None:
        columns = {
            n: c for n, c in enumerate(self.parts.spec.columns) if not self.isColumnHidden(n)
        }
        least = {n: self._least.get(n, c.width) for n, c in columns.items()}
        for n, width in widths(columns, least, self.viewport().width()).items():
            self.horizontalHeader().resizeSection(n, width)

    def _measure(self) -> None:
        for row in range(self.parts.rowCount()):
            widths = enumerate(self.columnWidth(n) for n in range(self.parts.columnCount()))
            heights = (self._delegate.height(self.parts.index(row, n), w) for n, w in widths)
            self.setRowHeight(row, max(heights, default=ROW))
        self.updateGeometry()
        self._first.follow()

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif control and key == Qt.Key.Key_D:
            self.fill_down()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self.clear_cells()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _SHIFTS:
            self.shift_row(_SHIFTS[key])
        elif control and key == Qt.Key.Key_Minus:
            self.remove_rows()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_editor()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if not self._step(0, 1 if key == Qt.Key.Key_Tab else -1):
                event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the cells, and after the last one on to what follows."""
        if self.hasFocus() and self._step(0, 1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def open_editor(self) -> None:
        if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        else:
            self._step(1, 0)

    def _after_edit(self, key: int) -> None:
        """Enter goes down, Tab to the right, once the edit has been stored."""
        down = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        right = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(key), 0)
        self.setFocus()
        if down or right:
            QTimer.singleShot(0, self, lambda: self._step(1 if down else 0, right))

    def _remember(self) -> None:
        """All rows are made anew: the current cell stays where it was, with its part."""
        now = self.currentIndex()
        self._was = (now.row(), now.column()) if now.isValid() else None
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
        """The page scrolls to the current cell: the table is as high as its rows."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
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

    # Many cells at once

    def selected(self) -> list[QModelIndex]:
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted(i for i in found if i.isValid())

    def copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in self.selected():
            text = "" if self.parts.record(index.row()) is None else str(index.data() or "")
            rows.setdefault(index.row(), []).append(text)
        QApplication.clipboard().setMimeData(clipboard.to_mime([*rows.values()]))

    def paste(self) -> None:
        """From the current cell on; one cell fills all that are chosen. One step."""
        cells, chosen = clipboard.from_text(QApplication.clipboard().text()), self.selected()
        if not cells or not chosen or not cells[0]:
            return
        if (lines := sum(1 for row in cells if any(row))) > MOST:
            self.said.emit(TOO_MANY.format(number(lines), number(MOST)))
            return
        arrange, new = self.parts.spec.arrange, self.parts.record(chosen[0].row()) is None
        arranged = arrange(cells, new) if arrange else None
        if len(cells) == 1 and len(cells[0]) == 1:
            self._take({(i.row(), i.column()): cells[0][0] for i in chosen}, "pasted")
            return
        parts = self.parts
        columns = range(parts.columnCount())
        labels = [str(parts.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns]
        shown = ["" if self.isColumnHidden(n) else labels[n] for n in columns]
        at = chosen[0].row(), 0 if arranged else chosen[0].column()
        cells = arranged or cells
        aim = aimed(cells, at, shown, parts.key_column(), parts.row_of, len(parts.records))
        most = self._most_rows(len(cells))
        texts = {(r, c): text for (r, c), text in aim.texts.items() if r < most}
        self._take(texts, "pasted", aim)

    def _most_rows(self, wanted: int) -> int:
        """New rows only where rows can be added."""
        return len(self.parts.records) + (wanted if self.parts.has_blank() else 0)

    def fill_down(self) -> None:
        """Put the top cell of each column into the chosen cells below it."""
        chosen = self.selected()
        if not chosen:
            return
        if len({i.row() for i in chosen}) == 1 and chosen[0].row() > 0:
            sources = {i.column(): self.parts.index(i.row() - 1, i.column()) for i in chosen}
        else:
            sources = {i.column(): i for i in reversed(chosen)}
        texts = {
            (i.row(), i.column()): str(sources[i.column()].data(Qt.ItemDataRole.EditRole) or "")
            for i in chosen
            if i != sources[i.column()] and self.parts.record(i.row())
        }
        self._take(texts, "pasted")

    def clear_cells(self) -> None:
        texts = {(i.row(), i.column()): "" for i in self.selected() if self.parts.record(i.row())}
        self._take(texts, "")

    def remove_rows(self) -> None:
        self.parts.remove(index.row() for index in self.selected())

    def shift_row(self, step: int) -> None:
        """The current row one place up or down, as Alt and an arrow do."""
        now = self.currentIndex()
        there = self.parts.shift(now.row(), step)
        self.setCurrentIndex(self.parts.index(there, now.column()))

    def _take(self, texts: dict[tuple[int, int], str], label: str, aim: Aim | None = None) -> None:
        if not texts:
            return
        try:
            taken = self.parts.take(texts, label if len(texts) > 1 else "")
        except Misread as error:
            self.said.emit(str(error))
            return
        self.said.emit(told(taken, aim))
