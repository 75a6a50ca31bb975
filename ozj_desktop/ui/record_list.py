"""The list beside a record: filter while typing, group, order, add at the top, choose several."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.dutch import number
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.list_model import ListModel, Row
from ozj_desktop.ui.list_view import ListView
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme


class RecordList(QFrame):
    """Title, filter, new row and rows. It tells what is chosen; others show it."""

    chosen = Signal(str)
    wanted = Signal(str)  # a new thing with this name
    unwanted = Signal(list)  # delete these
    left = Signal()
    pasted = Signal(str)  # more than a name, where somebody takes that

    def __init__(
        self,
        theme: Theme,
        title: str,
        new_hint: str,
        groups: Sequence[str] = (),
        orders: Sequence[str] = ("naam",),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._groups, self._orders = groups, orders
        self._current = ""
        self.setProperty("ground", "list")
        self.model = ListModel(self)
        self.view = ListView(theme, self.model, title)
        self.filter, self.new = give(Line(), "F"), give(Line(), "N")
        self._build(title, new_hint)
        self.filter.textChanged.connect(self._filter)
        self.new.returnPressed.connect(self._add)
        self.view.left.connect(self.left)
        self.view.selectionModel().selectionChanged.connect(self._select)
        self.model.modelReset.connect(self._restore)
        self._delete = QAction("Verwijderen", self.view)
        self._delete.setShortcut(QKeySequence.StandardKey.Delete)
        self._delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._delete.triggered.connect(self._ask_delete)
        self.view.addAction(self._delete)

    # Building

    def _build(self, title: str, new_hint: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._heading(title))
        self._dress_lines(new_hint)
        narrow = QVBoxLayout()
        narrow.setContentsMargins(0, 0, 8, 0)
        narrow.setSpacing(8)
        narrow.addWidget(self.filter)
        if len(self._groups) or len(self._orders) > 1:
            narrow.addWidget(self._arrangement())
        narrow.addWidget(self.new)
        column.addLayout(narrow)
        column.addWidget(self._nothing_found())
        column.addWidget(self.view, 1)
        column.addWidget(self._selection_bar())
        self._column = column

    def _heading(self, title: str) -> QHBoxLayout:
        self._title, self._count = label(title, "page"), label("", "meta")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._count.setContentsMargins(0, 0, 0, 5)
        row.addStretch(1)
        return row

    def _dress_lines(self, new_hint: str) -> None:
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.filter.setPlaceholderText("Filter op woord")
        self.filter.setAccessibleName("Filter")
        self.filter.setClearButtonEnabled(False)
        self.filter.addAction(icon(self._theme, "list-filter", "text3"), leading)
        self.new.setProperty("newrow", True)
        self.new.setPlaceholderText(new_hint)
        self.new.setAccessibleName(new_hint)
        self.new.addAction(icon(self._theme, "plus"), leading)
        self.new.setMaxLength(300)

    def _arrangement(self) -> QWidget:
        chips = []
        if self._groups:
            self._group_chip = button(self._theme, "", "list-tree", look="chip-on")
            self._group_chip.setMenu(self._menu(["niet groeperen", *self._groups], self.group))
            chips += [label("Groep", "meta"), self._group_chip]
        if len(self._orders) > 1:
            self._order_chip = button(self._theme, "", "chevron-down", look="chip")
            self._order_chip.setMenu(self._menu(self._orders, self.order))
            chips += [label("Volgorde", "meta"), self._order_chip]
        return row_of(*chips, gap=6, top=0)

    def _menu(self, words: Sequence[str], choose: Callable[[str], None]) -> QMenu:
        menu = QMenu(self)
        for text in words:
            menu.addAction(text, partial(choose, text))
        return menu

    def _nothing_found(self) -> QWidget:
        self._none = QWidget()
        column = QVBoxLayout(self._none)
        column.setContentsMargins(0, 8, 8, 0)
        self._none_words = label("", "soft", wrap=True)
        column.addWidget(self._none_words)
        column.addWidget(
            button(self._theme, "Filter wissen", "x", look="link", do=self.filter.clear)
        )
        self._none.hide()
        return self._none

    def _selection_bar(self) -> QWidget:
        self._chosen_words = label("", "strong")
        delete = button(self._theme, "Verwijderen", "trash-2", size="small", do=self._ask_delete)
        self._bar = row_of(self._chosen_words, delete)
        self._bar.setContentsMargins(0, 0, 8, 8)
        self._bar.hide()
        return self._bar

    def take_lists(self) -> None:
        """From now on what is pasted here as a table is told as `pasted`."""
        self.new.setMaxLength(10_000_000)  # nothing is cut off unsaid
        self.new.textChanged.connect(self._look)
        self.view.pasting.connect(self._paste)

    def add_below(self, widget: QWidget) -> None:
        """Something that stays in sight below the rows."""
        self._column.addWidget(widget)

    # Showing

    def show_rows(self, rows: Iterable[Row]) -> None:
        self.model.show_rows(rows)
        self._tell_count()

    def patch(self, ids: Iterable[str], rows: Iterable[Row]) -> None:
        self.model.patch(ids, rows)
        self._tell_count()

    def set_locked(self, locked: bool) -> None:
        self.new.setVisible(not locked)
        self._delete.setEnabled(not locked)

    def current(self) -> str:
        return self._current

    def choose(self, id: str) -> None:
        """Choose a row, clearing what hides it; nothing is chosen where there is no such row."""
        self._current = id
        if self.model.row(id) and self.model.line_of(id) < 0:
            self.model.unfold(id)
            if self.model.line_of(id) < 0:
                self.filter.clear()
        self._restore()

    def choose_first(self) -> None:
        shown = self.model.shown()
        self.choose(shown[0].id if shown else "")

    def group(self, words: str) -> None:
        by = self._groups.index(words) if words in self._groups else -1
        self.model.group_by = by
        self._group_chip.setText(words if by >= 0 else "geen")
        self._group_chip.setAccessibleName(f"Groep: {words}")
        self.model.arrange()

    def order(self, words: str) -> None:
        if len(self._orders) > 1:
            self._order_chip.setText(words)
            self._order_chip.setAccessibleName(f"Volgorde: {words}")
        self.model.resort(self._orders.index(words))

    def in_order(self, words: str) -> bool:
        """Whether the rows are in this order."""
        return self._orders[self.model.order_by] == words

    def _tell_count(self) -> None:
        total, shown = self.model.total(), len(self.model.shown())
        filtered = bool(self.model.needle.strip())
        self._count.setText(f"{shown} van {total}" if filtered else str(total or ""))
        self._none.setVisible(filtered and not shown)
        self._none_words.setText(f"Niets gevonden voor ‘{self.model.needle[:60]}’.")

    # Acting

    def _filter(self, text: str) -> None:
        self.model.needle = text
        self.model.arrange()
        self._tell_count()

    def _add(self) -> None:
        if text := self.new.text().strip():
            self.new.clear()
            self.wanted.emit(text)

    def _look(self, text: str) -> None:
        """Qt keeps the line breaks of what is pasted or dropped, and shows them as spaces."""
        if len(text.strip().splitlines()) > 1 or "\t" in text:
            self.new.clear()
            self.pasted.emit(text)

    def _paste(self) -> None:
        if text := QApplication.clipboard().text().strip():
            self.pasted.emit(text)

    def _ask_delete(self) -> None:
        if ids := self.selected():
            self.unwanted.emit(ids)

    def selected(self) -> list[str]:
        lines = (self.model.lines[i.row()] for i in self.view.selectionModel().selectedRows())
        return [line.id for line in lines if isinstance(line, Row)]

    def _select(self, _: QItemSelection, __: QItemSelection) -> None:
        ids = self.selected()
        self._bar.setVisible(len(ids) > 1)
        self._chosen_words.setText(f"{number(len(ids))} gekozen")
        if len(ids) == 1 and ids[0] != self._current:
            self._current = ids[0]
            self.chosen.emit(self._current)

    def _restore(self) -> None:
        """After the lines moved: the same row is chosen, if it is still there."""
        here = self.model.line_of(self._current)
        selection = self.view.selectionModel()
        blocked = self.blockSignals(True)
        if here >= 0:
            index = self.model.index(here, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
        else:
            selection.clearSelection()
        self.blockSignals(blocked)
        self._bar.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.view.setFocus()
        else:
            super().keyPressEvent(event)
