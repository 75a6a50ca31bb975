"""The list beside a record: filter while typing, group, order, add at the top, choose several."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import number
from ozj_desktop.ui.grid_menu import Act, action, list_acts
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.list_choice import ListChoice
from ozj_desktop.ui.list_model import ListModel, Row
from ozj_desktop.ui.list_view import ListView
from ozj_desktop.ui.list_views import ListViews
from ozj_desktop.ui.parts.arrangement import UNGROUPED, Arrangement
from ozj_desktop.ui.parts.chosen_bar import ChosenBar, Foot
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.list_heading import ListHeading
from ozj_desktop.ui.parts.list_notes import ListNote, NothingFound
from ozj_desktop.ui.parts.new_row import NewRow
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.views import ALL, Looks, View

LOW = 400  # pixels


class RecordList(QFrame):
    """Title, filter, new row and rows. It tells what is chosen; others show it.

    `looks` remembers how this user looks at this list; `views` reads the views there are.
    """

    chosen = Signal(str)
    several = Signal(list)  # more than one is chosen
    wanted = Signal(str)  # a new thing with this name
    pasted = Signal(str)  # more than a name was put in the new row
    unwanted = Signal(list)  # delete these
    copied = Signal(list)  # make a copy of these
    changing = Signal()  # go on to change what is chosen
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        new_hint: str,
        groups: Sequence[str] = (),
        orders: Sequence[str] = ("naam",),
        looks: Looks | None = None,
        views: Callable[[], Sequence[View]] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._groups, self._orders = groups, orders
        self._arrangement = Arrangement(theme, groups, orders)
        self._looks = looks or Looks(title)
        self._locked = self._pastes = False
        self._arrangeable = bool(groups) or len(orders) > 1
        self.setProperty("ground", "list")
        self.model = ListModel(self)
        self.view = ListView(theme, self.model, title)
        self._choice = ListChoice(self.view, self.model)
        self.setFocusProxy(self.view)
        self.filter, self.new = give(Line(), "F"), give(NewRow(theme, new_hint), "N")
        self.message, self.bar = ListNote(), ChosenBar(theme)
        self._nothing = NothingFound(theme)
        self.views = ListViews(theme, self, self._looks, views) if views else None
        self._delete = action(self.view, "Verwijderen", QKeySequence.StandardKey.Delete)
        self._copy = action(self.view, "Kopie maken", "Ctrl+D")
        self._heading = ListHeading(title, self.views.button if self.views else None)
        self._build()
        self._connect()

    # Building

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.new.wanted.connect(self.wanted)
        self.new.pasted.connect(self.pasted)
        self.view.left.connect(self.left)
        self._choice.one_chosen.connect(self.chosen)
        self._choice.several_chosen.connect(self.several)
        self._choice.settled.connect(lambda: self.bar.say(len(self._choice.several)))
        self._arrangement.grouped.connect(self._regroup)
        self._arrangement.ordered.connect(self._reorder)
        self._arrangement.folded.connect(self.fold_all)
        self._nothing.wiped.connect(self.filter.clear)
        self._nothing.all_wanted.connect(self.show_all)
        self.message.opened.connect(self._make_room)
        if self.views:
            self.views.ask.opened.connect(self._make_room)
        self.message.left.connect(self.new.setFocus)
        self._delete.triggered.connect(self._ask_delete)
        self._copy.triggered.connect(self._ask_copy)
        self.bar.delete.clicked.connect(self._ask_delete)
        self.bar.copy.clicked.connect(self._ask_copy)
        self.bar.change.clicked.connect(self.changing)
        self._copy.setVisible(False)
        self.view.addActions([self._copy, self._delete])
        self.view.acts = self._acts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 4, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.filter.setAccessibleName("Filter")
        self.filter.addAction(icon(self._theme, "list-filter", "text3"), leading)
        narrow = QVBoxLayout()
        narrow.setContentsMargins(0, 0, 12, 0)
        narrow.setSpacing(8)
        ask = self.views.ask if self.views else None
        arranged = self._arrangement if self._arrangeable else None
        for part in (ask, self.filter, arranged, self.new, self.message):
            if part is not None:
                narrow.addWidget(part)
        column.addLayout(narrow)
        column.addWidget(self._nothing)
        self._under = QVBoxLayout()
        self._under.setSpacing(0)
        self._under.addWidget(self.view, 1)
        self._under.addWidget(self.bar)
        column.addLayout(self._under, 1)

    def _acts(self) -> list[Act | None]:
        extra = [Act("Plakken", "Ctrl+V", self._paste)] if self._pastes else []
        return list_acts(self.view, extra, [self._copy, self._delete])

    def take_lists(self) -> None:
        """From now on what is pasted in the rows is told as `pasted` too."""
        self._pastes = True
        self.view.pasting.connect(self._paste)

    def add_below(self, widget: QWidget) -> None:
        """Something that stays in sight below the rows."""
        self._under.addWidget(Foot(self._theme, widget))

    # Showing

    def show_rows(self, rows: Iterable[Row]) -> None:
        self.model.show_rows(rows)
        self._tell_count()

    def patch(self, ids: Iterable[str], rows: Iterable[Row]) -> None:
        self.model.patch(ids, rows)
        self._tell_count()

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self.new.setVisible(not locked)
        self._delete.setEnabled(not locked)
        self.bar.delete.setVisible(not locked)

    def _make_room(self, open: bool) -> None:
        """In a low window what is asked takes the place of what is not used meanwhile."""
        low = open and self.height() < LOW
        self.new.setVisible(not (low or self._locked))
        self._arrangement.setVisible(not low and self._arrangeable)

    def offer_copies(self) -> None:
        """From now on a copy of what is chosen can be asked."""
        self._copy.setVisible(True)
        self.bar.copy.show()

    def be_narrow(self, narrow: bool) -> None:
        """Where what is chosen is not beside it, there is a way to it."""
        self.bar.change.setVisible(narrow)
        self.bar.copy.setVisible(self._copy.isVisible() and not narrow)

    def current(self) -> str:
        return self._choice.current

    def choose(self, id: str) -> None:
        """Choose a row, clearing what hides it; nothing is chosen where there is no such row."""
        self._choice.put(id)
        if (row := self.model.row(id)) and self.model.line_of(id) < 0:
            if not self.model.in_view(row, self.model.view):
                self.show_all()
            self.model.unfold(id)
            if self.model.line_of(id) < 0:
                self.filter.clear()
            self._choice.restore()

    def choose_all(self, ids: Sequence[str]) -> None:
        """Choose several rows; of one it is the same as choosing it."""
        if not ids:
            return
        self.choose(ids[0])
        self._choice.put(ids[0], ids)
        self.view.scrollTo(self.model.index(self.model.line_of(ids[0]), 0))

    def chosen_several(self) -> list[str]:
        """Their ids, where more than one is chosen."""
        return self._choice.several

    def choose_first(self) -> None:
        shown = self.model.shown()
        self.choose(shown[0].id if shown else "")

    def start(self, group: str) -> None:
        """As this user last looked at it; at first grouped in this way."""
        kept_group, kept_order = self._looks.arrangement()
        if self._groups:
            self.group(kept_group if kept_group in (UNGROUPED, *self._groups) else group)
        self.order(kept_order if kept_order in self._orders else self._orders[0])
        if self.views:
            self.views.restore()

    def arrangement(self) -> tuple[str, str]:
        return self._arrangement.group, self._arrangement.order

    def _regroup(self, words: str) -> None:
        self.group(words)
        self._looks.arrange(group=words)

    def _reorder(self, words: str) -> None:
        self.order(words)
        self._looks.arrange(order=words)

    def group(self, words: str) -> None:
        by = self._groups.index(words) if words in self._groups else -1
        self.model.group_by = by
        self._arrangement.say(words if by >= 0 else UNGROUPED, self._arrangement.order)
        self.model.arrange()

    def order(self, words: str) -> None:
        if words in self._orders:
            self._arrangement.say(self._arrangement.group, words)
            self.model.resort(self._orders.index(words))

    def fold_all(self, folded: bool) -> None:
        if self.model.group_by >= 0:
            self.model.fold_all(folded)

    def view_on(self, tag: str) -> None:
        """Show the rows of this view; "" are all rows."""
        self.model.view = tag
        self.model.arrange()
        self._tell_count()
        self._choice.tell()

    def refit(self) -> None:
        """The button of the views has other words."""
        self._heading.refit()

    def show_all(self) -> None:
        if self.views and self.model.view:
            self.views.choose(ALL)

    def in_order(self, words: str) -> bool:
        """Whether the rows are in this order."""
        return self._orders[self.model.order_by] == words

    def _tell_count(self) -> None:
        model, total, shown = self.model, self.model.total(), self.model.count
        needle = model.needle.strip()
        less = bool(needle or model.view)
        self._heading.count(
            f"{number(shown)} van {number(total)}" if less else number(total) * bool(total)
        )
        nothing = less and total > 0 and not shown
        self._nothing.say(needle, model.view, shown=nothing)

    # Acting

    def _filter(self, text: str) -> None:
        self.model.needle = text
        self.model.arrange()
        self._tell_count()
        self._choice.tell()

    def _ask_copy(self) -> None:
        if ids := self.selected():
            self.copied.emit(ids)

    def _paste(self) -> None:
        if text := QApplication.clipboard().text().strip():
            self.pasted.emit(text)

    def _ask_delete(self) -> None:
        if ids := self.selected():
            self.unwanted.emit(ids)

    def selected(self) -> list[str]:
        """The ids of what is chosen, from top to bottom."""
        return self._choice.ids()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape and self._choice.several and self.view.hasFocus():
            self.choose(self.current())
            self.chosen.emit(self.current())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.view.setFocus()
        else:
            super().keyPressEvent(event)
