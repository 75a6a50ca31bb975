"""List and record side by side, for any kind of thing; a small spec says what is special."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui import list_acts
from ozj_desktop.ui.columns import Columns
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.empty_page import empty_page
from ozj_desktop.ui.groups import walk_groups
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.panels import Panels
from ozj_desktop.ui.record_detail import RecordDetail
from ozj_desktop.ui.record_header import Command
from ozj_desktop.ui.record_list import RecordList
from ozj_desktop.ui.record_reads import touched
from ozj_desktop.ui.regions import forget
from ozj_desktop.ui.several import Several
from ozj_desktop.ui.views import Looks
from ozj_desktop.ui.warming import Warming


class RecordPage(Page):
    """A list, and beside it the record that is chosen."""

    seen = Signal(str)  # the record with this id is shown, or shown anew

    def __init__(self, desk: Desk, spec: PageSpec) -> None:
        super().__init__(desk)
        self.spec = spec
        self._shares = False
        self._wanted = ""
        self.list = RecordList(
            desk.theme,
            spec.title,
            spec.new_hint,
            spec.groups,
            spec.orders,
            Looks(spec.kind.__name__, desk.dossier.history.step(1).id),
            partial(spec.views, desk) if spec.views else None,
        )
        self._detail = RecordDetail(desk, spec)
        self.header, self.readiness = self._detail.header, self._detail.readiness
        self._bodies, self._past = self._detail.bodies, self._detail.past
        self._area = self._detail.area
        self.header.commands = self._commands
        self._middle = QStackedWidget()
        self._panels = Panels(self._middle)
        self._several = Several(self, self._middle, self._back_to_list)
        self._warming = Warming(self.list.model, self)
        self.columns = Columns(self.list, self._middle, self._only)
        self._build()
        self._connect()
        list_acts.dress(self)
        self.list.start(spec.group)

    def parts(self) -> Iterator[None]:
        yield from self._reading_all()
        yield
        self.show_chosen()
        for part in self.spec.body:
            yield
            body = self._detail.made(part)
            body.wanted.connect(self._point_here)
            yield
            self._detail.add(body)

    def _build(self) -> None:
        self._middle.setFocusProxy(self.header)
        self._middle.addWidget(self._detail)
        self._middle.addWidget(empty_page(self))
        self.list.setMinimumWidth(240)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.columns)

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.several.connect(self._choose_several)
        self.list.changing.connect(lambda: self.columns.show_only(self._middle))
        self.list.left.connect(self._enter)
        if (shift := self.spec.shift) and self.desk.writable:
            self.list.view.can_shift = partial(self.list.in_order, self.spec.orders[-1])
            self.list.view.shifted.connect(lambda step: shift(self, step))
        self.header.unwanted.connect(lambda: list_acts.delete(self, [self.list.current()]))
        self.header.to_list.connect(self._back_to_list)
        self.readiness.closed.connect(self.turned)
        self.columns.arranged.connect(self._arranged)
        walk_groups(self, lambda: [self.header, *self._bodies])

    # Showing

    def begin_with(self, id: str) -> None:
        self._wanted = id

    def refresh(self) -> None:
        for _ in self._reading_all():
            pass
        self.show_chosen()

    def _reading_all(self) -> Iterator[None]:
        rows = self.spec.rows(self.desk, None)
        yield
        self.list.show_rows(rows)
        if self.list.model.row(self._wanted) is not None:
            self.list.choose(self._wanted)
        self._wanted = ""
        self._warming.begin()

    def heard(self, notice: Notice) -> None:
        for _ in self.hearing(notice):
            pass

    def hearing(self, notice: Notice) -> Iterator[None]:
        spec = self.spec
        ids = touched(self.desk, notice, spec.kind, spec.parts, spec.reads)
        if ids is None:
            yield from self._reading_all()
        elif ids:
            self.list.patch(ids, self.spec.rows(self.desk, ids))
        yield
        self.show_chosen()

    def show_thing(self, id: str) -> bool:
        if self.list.model.row(id) is None:
            return False
        self.list.choose(id)
        if not self.shows(id):
            self._chosen(id)
        return True

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        if focus:
            self._past.close()
        super().point_at(id, where, focus=focus)

    def point_at_several(self, ids: Sequence[str], where: str) -> None:
        self.list.choose_all(ids)
        self._several.point_at(where)

    def _point_here(self, name: str) -> None:
        """Go to a field or a part of what is shown, asked for from another card."""
        self.point_at(self._detail.shown, name)

    def shows(self, id: str) -> bool:
        here = self._middle.currentWidget() is self._detail and self._middle.isVisibleTo(self)
        return self._detail.shown == id and here

    def show_chosen(self) -> None:
        """Show what is chosen in the list: one thing, or what several share."""
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
        if self._panels.shown is None:
            self._middle.setCurrentIndex(0 if record else 1)
        if record is None:
            if self.columns.narrow and not self.list.model.total():
                self.columns.show_only(self._middle)
            self.seen.emit("")
            return
        if id != self._detail.shown:
            self._detail.turn_to(id)
            forget(self._middle)
            self.turned.emit()
        self._detail.show_record(record)
        self.seen.emit(id)

    def show_panel(self, panel: QWidget) -> None:
        """Something that is asked beside the list, until `close_panel`."""
        self._panels.open(panel)
        if self.columns.narrow:
            self.columns.show_only(self._middle)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def panel(self) -> QWidget | None:
        return self._panels.shown

    def close_panel(self) -> None:
        """Back to what is chosen in the list."""
        was_used = self._panels.close()
        if was_used is None:
            return
        if self.list.chosen_several():
            self._several.ask()
        else:
            self._show(self.list.current())
        if was_used:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commands(self) -> Sequence[Command]:
        """What else can be done with the record that is shown."""
        record = self._detail.record()
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
        several = self._several.shown()
        (several.message if several else self.header.message).refuse(error)

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
