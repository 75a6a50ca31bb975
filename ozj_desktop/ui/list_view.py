"""The rows of a list in sight: they fold, copy as a table, and go on to the record."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from ozj_desktop.ui.list_delegate import GROUP, ROW, ListDelegate
from ozj_desktop.ui.list_model import Group, ListModel, Row
from ozj_desktop.ui.theme import Theme

_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListView(QTableView):
    """A table of one column: it knows the heights of its lines, so that 5,000 cost nothing."""

    left = Signal()  # Enter: on to the record
    pasting = Signal()
    shifted = Signal(int)  # Alt and an arrow: one place up or down

    def __init__(self, theme: Theme, model: ListModel, name: str) -> None:
        super().__init__()
        self._model = model
        self._delegate = ListDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(GROUP)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        model.modelReset.connect(self._measure)
        theme.changed.connect(self.viewport().update)

    def _measure(self) -> None:
        for n, line in enumerate(self._model.lines):
            if isinstance(line, Group):
                self.setRowHeight(n, GROUP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keyboard = True
        line = self._line(self.currentIndex())
        if isinstance(line, Group) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(line, event.key() == Qt.Key.Key_Left)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.fold(line, not line.folded) if isinstance(line, Group) else self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _SHIFTS:
            self.shifted.emit(_SHIFTS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.keyboard = False
        line = self._line(self.indexAt(event.position().toPoint()))
        if isinstance(line, Group):
            self.fold(line, not line.folded)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def fold(self, group: Group, folded: bool) -> None:
        """Fold or unfold; the heading stays where it is."""
        (self._model.folded.add if folded else self._model.folded.discard)(group.words)
        self._model.arrange()
        lines = enumerate(self._model.lines)
        here = next((n for n, line in lines if line[0] == group.words), -1)
        if here >= 0:
            kept = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._model.index(here, 0), kept)

    def copy(self) -> None:
        """The chosen rows as a table, for Excel or Word."""
        rows = [self._line(index) for index in self.selectionModel().selectedRows()]
        cells = (
            (row.title, row.subtitle, row.status.word if row.status else "")
            for row in rows
            if isinstance(row, Row)
        )
        QApplication.clipboard().setText("\n".join("\t".join(cell) for cell in cells))

    def _line(self, index: QModelIndex) -> Row | Group | None:
        return self._model.lines[index.row()] if index.isValid() else None
