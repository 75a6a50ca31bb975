"""List and record side by side, for any kind of thing; a small spec says what is special."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.readiness import Point
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui import list_acts
from ozj_desktop.ui.bulk import Bulk
from ozj_desktop.ui.columns import Columns
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.gathering import uncollected
from ozj_desktop.ui.groups import walk_groups
from ozj_desktop.ui.list_model import Further, Row
from ozj_desktop.ui.page import Page, column, scrolling
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Empty
from ozj_desktop.ui.parts.notes import Note
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.readiness import Readiness
from ozj_desktop.ui.past_panel import PastPanel
from ozj_desktop.ui.record_form import RecordForm, Section
from ozj_desktop.ui.record_header import Command, RecordHeader
from ozj_desktop.ui.record_list import RecordList
from ozj_desktop.ui.record_reads import Reads, touched
from ozj_desktop.ui.regions import forget
from ozj_desktop.ui.several import Several
from ozj_desktop.ui.status import Status, Tone
from ozj_desktop.ui.views import Looks, View
from ozj_desktop.ui.warming import Warming

FEW = 100  # things read one by one

Rows = Callable[[Desk, Collection[str] | None], list[Row]]
More = Callable[[Desk, Collection[str] | None], Mapping[str, Further]]


def _nothing_locked(_: Desk, __: Any) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class PageSpec:
    """What one kind of thing needs of its page.

    `rows` reads all things, or those with the ids given. `body` is what stands below the heading:
    sections of fields, and parts made by a function. `parts` and `reads` name the kinds and the
    fields that rows draw on: parts of one thing, and what can concern all of them. `commands` are
    in the menu beside the name. `make` makes a thing of a name that was typed, and `take_list` of
    many that were pasted; `begin_too` are more buttons of the empty page, and `shift` moves a thing
    among those shown. `further` is what only the filter, a view and the orders after those of the
    rows ask; `table` makes cells of things, the headings first; `copies` makes what is saved as
    copies of things; `list_commands` are in the menu of the views.
    `ready` gives the points of "Klaar om voor te leggen?".
    """

    kind: type[Record]
    title: str
    new_hint: str
    name: str  # the field that is the heading
    rows: Rows
    body: Sequence[Section | Callable[[Desk], Part]]
    empty: tuple[str, str]
    begin: str = ""  # on the button of the empty page
    groups: tuple[str, ...] = ()
    orders: tuple[str, ...] = ("naam",)
    group: str = ""
    above: Callable[[Desk, Any], str] | None = None
    chips: Callable[[Desk, Any], Sequence[Status]] | None = None
    locked: Callable[[Desk, Any], frozenset[str]] = _nothing_locked
    notes: Callable[[Desk, Any], Sequence[Note | None]] | None = None
    commands: Callable[["RecordPage", Any], Sequence[Command]] | None = None
    make: Callable[[Desk, str], Record] | None = None
    take_list: Callable[["RecordPage", str], object] | None = None
    begin_too: Callable[["RecordPage"], Sequence[QPushButton]] | None = None
    shift: Callable[["RecordPage", int], object] | None = None
    ready: Callable[[Facts, Any], list[Point]] | None = None
    parts: Reads = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)
    filter_hint: str = "Filter op woord"
    further: More | None = None
    views: Callable[[Desk], Sequence[View]] | None = None
    table: Callable[[Desk, Sequence[str]], list[list[str]]] | None = None
    bulk: Bulk = field(default_factory=lambda: Bulk(()))
    copies: Callable[[Desk, Sequence[Any]], Sequence[Record]] | None = None
    list_commands: Callable[["RecordPage"], Sequence[Command]] | None = None


class RecordPage(Page):
    """A list, and beside it the record that is chosen."""

    seen = Signal(str)  # the record with this id is shown, or shown anew

    def __init__(self, desk: Desk, spec: PageSpec) -> None:
        super().__init__(desk)
        self.spec = spec
        self._shares = False
        self._seen = ""
        self.list = RecordList(
            desk.theme,
            spec.title,
            spec.new_hint,
            spec.groups,
            spec.orders,
            Looks(spec.kind.__name__),
            partial(spec.views, desk) if spec.views else None,
        )
        self._detail = QWidget()
        self.header = RecordHeader(desk, spec.kind, spec.name)
        self.header.commands = self._commands
        self.readiness = Readiness(desk, self._points, self.header.ready)
        self._bodies: list[RecordForm | Part] = []
        self._middle = QStackedWidget()
        self._panel: QWidget | None = None
        self._several = Several(self, self._middle, self._back_to_list)
        self._warming = Warming(self.list.model, self)
        self.columns = Columns(self.list, self._middle, self._only)
        self._build()
        self._connect()
        self.list.model.tip = desk.terms.tip
        self._dress_list()
        self.list.start(spec.group)
        self.refresh()

    def _dress_list(self) -> None:
        spec, shown = self.spec, self.list
        shown.set_locked(not self.desk.writable)
        shown.filter.setPlaceholderText(spec.filter_hint)
        shown.model.reader = partial(spec.further, self.desk) if spec.further else None
        shown.view.table = partial(spec.table, self.desk) if spec.table else None
        if spec.copies and self.desk.writable:
            shown.offer_copies()
        if shown.views and spec.list_commands and self.desk.writable:
            shown.views.more = partial(spec.list_commands, self)

    def _build(self) -> None:
        for part in self.spec.body:
            self._bodies.append(
                RecordForm(self.desk, self.spec.kind, [part])
                if isinstance(part, Section)
                else part(self.desk)
            )
            self._bodies[-1].wanted.connect(self._point_here)
        inner = QVBoxLayout(self._detail)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.header)
        self._area = scrolling(column(self.readiness, self.header.notes, *self._bodies))
        inner.addWidget(self._area, 1)
        self._past = PastPanel(self.desk, self._detail, self._area)
        self._middle.setFocusProxy(self.header)
        self._middle.addWidget(self._detail)
        self._middle.addWidget(self._empty())
        self.list.setMinimumWidth(240)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.columns)

    def _empty(self) -> Empty:
        theme, begin = self.desk.theme, list[QPushButton]()
        if self.desk.writable:
            words = self.spec.begin or f"Eerste {self.spec.kind.names[0]}"
            begin.append(
                button(theme, words, "plus", look="primary", size="big", do=self.focus_new)
            )
            begin += self.spec.begin_too(self) if self.spec.begin_too else ()
        return Empty(theme, *self.spec.empty, *begin)

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.several.connect(self._choose_several)
        self.list.wanted.connect(partial(list_acts.add, self))
        self.list.pasted.connect(partial(list_acts.take, self))
        self.list.unwanted.connect(partial(list_acts.delete, self))
        self.list.copied.connect(partial(list_acts.copy, self))
        self.list.changing.connect(lambda: self.columns.show_only(self._middle))
        self.list.left.connect(self._enter)
        if self.spec.take_list and self.desk.writable:
            self.list.take_lists()
        if (shift := self.spec.shift) and self.desk.writable:
            self.list.view.shifted.connect(lambda step: shift(self, step))
        self.header.unwanted.connect(lambda: list_acts.delete(self, [self.list.current()]))
        self.header.to_list.connect(self._back_to_list)
        self.header.ready.clicked.connect(self._toggle_ready)
        self.columns.arranged.connect(self._arranged)
        walk_groups(self, lambda: [self.header, *self._bodies])

    # Showing

    def refresh(self) -> None:
        self._read_all()
        self._show_current()

    def _read_all(self) -> None:
        with uncollected():
            self.list.show_rows(self.spec.rows(self.desk, None))
        self._warming.begin()

    def heard(self, notice: Notice) -> None:
        spec = self.spec
        ids = touched(self.desk, notice, spec.kind, spec.parts, spec.reads)
        if ids is None:
            self._read_all()
        elif ids:
            self.list.patch(ids, self.spec.rows(self.desk, ids))
        self._show_current()

    def show_thing(self, id: str) -> bool:
        if self.list.model.row(id) is None:
            return False
        self.list.choose(id)
        self._chosen(id)
        return True

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        if focus:
            self._past.close()
        super().point_at(id, where, focus=focus)

    def _point_here(self, name: str) -> None:
        """Go to a field or a part of what is shown, asked for from another card."""
        self.point_at(self._seen, name)

    def shows(self, id: str) -> bool:
        here = self._middle.currentWidget() is self._detail and self._middle.isVisibleTo(self)
        return self._seen == id and here

    def records(self, ids: Sequence[str]) -> list[Any]:
        """What is stored of these, in this order."""
        kind = self.spec.kind
        if len(ids) <= FEW:
            return [record for id in ids if (record := self.desk.get(kind, id))]
        found: dict[str, Any] = {record.id: record for record in self.desk.dossier.all(kind)}
        return [found[id] for id in ids if id in found]

    def show_chosen(self) -> None:
        """Show what is chosen in the list: one thing, or what several share."""
        self._show_current()

    def _show_current(self) -> None:
        if self.list.chosen_several():
            self._several.ask()
            return
        if self.list.model.row(self.list.current()) is None:
            self.list.choose_first()
        self._show(self.list.current())

    def _choose_several(self) -> None:
        self.close_panel()
        self._several.ask()

    def _chosen(self, id: str) -> None:
        self.close_panel()
        self._show(id)
        if self.columns.narrow:
            self.columns.show_only(self._middle)

    def _show(self, id: str) -> None:
        record = self.desk.get(self.spec.kind, id) if id else None
        if self._panel is None:
            self._middle.setCurrentIndex(0 if record else 1)
        if record is None:
            if self.columns.narrow and not self.list.model.total():
                self.columns.show_only(self._middle)
            self.seen.emit("")
            return
        if id != self._seen:
            self._seen = id
            self.readiness.hide()
            self._area.verticalScrollBar().setValue(0)
            forget(self._middle)
            self.turned.emit()
        locked = self.spec.locked(self.desk, record)
        chips = self.spec.chips(self.desk, record) if self.spec.chips else ()
        above = self.spec.above(self.desk, record) if self.spec.above else ""
        notes = self.spec.notes(self.desk, record) if self.spec.notes else ()
        self.header.show_record(record, above, chips, locked)
        self.header.show_notes([note for note in notes if note])
        for body in self._bodies:
            body.show_record(record, locked)
        self._past.show_record(record)
        asked = self.spec.ready is not None and self.desk.writable and not locked
        self.header.ready.setVisible(asked)
        self.readiness.refresh() if asked else self.readiness.hide()
        self.seen.emit(id)

    def _points(self) -> list[Point]:
        record = self.desk.get(self.spec.kind, self._seen)
        return self.spec.ready(self.desk.facts, record) if record and self.spec.ready else []

    def _toggle_ready(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self.readiness.toggle()

    def show_panel(self, panel: QWidget) -> None:
        """Something that is asked beside the list, until `close_panel`."""
        self.close_panel()
        self._panel = panel
        self._middle.addWidget(panel)
        self._middle.setCurrentWidget(panel)
        if self.columns.narrow:
            self.columns.show_only(self._middle)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def panel(self) -> QWidget | None:
        return self._panel

    def close_panel(self) -> None:
        """Back to the record."""
        if self._panel is None:
            return
        panel, self._panel = self._panel, None
        used = self.window().focusWidget()
        self._middle.removeWidget(panel)
        if self.list.chosen_several():
            self._several.ask()
        else:
            self._show(self.list.current())
        if used is not None and panel.isAncestorOf(used):
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        panel.hide()
        panel.deleteLater()

    def _commands(self) -> Sequence[Command]:
        """What else can be done with the record that is shown."""
        record = self.desk.get(self.spec.kind, self._seen) if self._seen else None
        own = self.spec.commands(self, record) if record and self.spec.commands else ()
        return (*own, self._past.command)

    def regions(self) -> list[QWidget]:
        return [self.list, self._middle, *self.columns.beside()]

    # Acting

    def focus_new(self) -> None:
        self._back_to_list()
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, error: UserError) -> None:
        """Why it could not be done, with what is shown."""
        first, _, rest = str(error).partition(". ")
        several = self._several.shown()
        shown = several.message if several else self.header.message
        back = button(self.desk.theme, "Laat maar", look="quiet", do=shown.hide)
        shown.say(Tone.BAD, f"{first.rstrip('.')}.", rest, [back])

    def _enter(self) -> None:
        if several := self._several.shown():
            several.focus_first()
        else:
            self.header.title.setFocus(Qt.FocusReason.TabFocusReason)

    # Room

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._warming.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width(), shares=self._shares)

    def share_room(self, shares: bool) -> None:
        self._shares = shares
        self.columns.fit(self.width(), shares=shares)

    def _arranged(self) -> None:
        self.header.show_way_back(self.columns.hides_list())
        self.list.be_narrow(self.columns.narrow)
        self._several.be_narrow(self.columns.hides_list())

    def _only(self) -> QWidget:
        """What is shown where there is room for one: the list, or where to begin.

        Beside help somebody is at a record: the list is behind its button.
        """
        return self.list if self.list.model.total() and not self._shares else self._middle

    def _back_to_list(self) -> None:
        if self.columns.to_list():
            self.list.view.setFocus()
