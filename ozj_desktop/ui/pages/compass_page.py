"""Kompas: the nine blocks of a turn as a wheel and a list, and beside them the open one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ozj_desktop.model.compass import Block, Cycle, LearningCard
from ozj_desktop.model.goals import Indicator, Measurement
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import ReviewMoment
from ozj_desktop.model.turn import HOLDS, current, first_turn, next_step, state_of
from ozj_desktop.store.dossier import Notice
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.columns import Columns
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.empty_page import example_button
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.pages.compass.block_list import BlockList
from ozj_desktop.ui.pages.compass.block_view import BlockView
from ozj_desktop.ui.pages.compass.closing_card import ClosingCard
from ozj_desktop.ui.pages.compass.fill_view import FillView
from ozj_desktop.ui.pages.compass.matrix_view import MatrixView
from ozj_desktop.ui.pages.compass.monitor_things import WIDE
from ozj_desktop.ui.pages.compass.side_by_side import SideBySide
from ozj_desktop.ui.pages.compass.thing_view import ThingView
from ozj_desktop.ui.pages.compass.things import AT_HOME, BESIDE, way_back
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Empty
from ozj_desktop.ui.parts.scrolling import scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.parts.wheel import Wheel
from ozj_desktop.ui.tools import Tools

SOURCE = "Namen van de bouwstenen: Kwaliteitskompas (NJi). De ring is van dit programma."


class CompassPage(Page):
    """The turn that is going on."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self._block: Block | None = None
        self._shares = False
        self._turn_name = button(desk.theme, "", look="quiet", size="small")
        self._turn_name.setAccessibleName("Deze ronde")
        self._turn_menu = QMenu(self._turn_name)
        self._turn_menu.aboutToShow.connect(self._fill_menu)
        self._turn_name.setMenu(self._turn_menu)
        self.closing = ClosingCard(desk)
        self.both, self.fill = SideBySide(desk), FillView(desk)
        self.matrix = MatrixView(desk)
        self.wheel = Wheel(desk.theme, small=True)
        self.list = BlockList(desk.theme)
        self.view = BlockView(desk)
        self.thing = ThingView(desk, BESIDE)
        self.monitor = ThingView(desk, WIDE)
        self._middle, self._all = QStackedWidget(), QStackedWidget()
        self._left = self._left_column()
        self.columns = Columns(self._left, self._middle, lambda: self._left)
        self._empty = self._nothing_yet()
        self._build()
        self._connect()
        self.refresh()

    def _nothing_yet(self) -> Empty:
        """Where a samenwerking begins its first turn."""
        words, look = "Begin de eerste ronde", "primary"
        begin = button(self.desk.theme, words, "compass", look=look, size="big", do=self._begin)
        if not self.desk.writable:
            begin.hide()
        return Empty(
            self.desk.theme,
            "Samen de ronde doen",
            "Het Kompas helpt u van hoe het gaat met kinderen naar wat u samen doet, en wat dat "
            "oplevert. U begint waar u wilt: elke bouwsteen begint met één vraag.",
            begin,
            below=example_button(self.desk),
        )

    def _build(self) -> None:
        self.view.put_above(self.closing)
        for shown in (self.view, self.thing):
            self._middle.addWidget(shown)
        for widget in (
            *(self.columns, self.monitor, self.both, self.fill, self.matrix, self._empty),
        ):
            self._all.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._all)

    def _connect(self) -> None:
        for chooser in (self.wheel.chosen, self.list.chosen, self.view.turned_to):
            chooser.connect(self.open_block)
        for left in (self.thing.left, self.monitor.left, self.both.left):
            left.connect(self._to_block)
        self.fill.left.connect(self._from_figures)
        self.matrix.left.connect(self._from_figures)
        self.view.fills.connect(self.fill_in)
        self.view.divides.connect(self.divide)
        self.closing.left.connect(self.closing.hide)
        self.closing.done.connect(self._begun)

    def _left_column(self) -> QWidget:
        held = QFrame()
        held.setProperty("ground", "list")
        held.setMinimumWidth(240)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 12, 16)
        column.setSpacing(12)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.wheel)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.list)
        column.addWidget(label(SOURCE, "meta", wrap=True))
        column.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.addWidget(label("Kompas", "page"))
        head.addStretch(1)
        head.addWidget(self._turn_name)
        outer = QVBoxLayout(held)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scrolling(inner), 1)
        return held

    # Showing

    def refresh(self) -> None:
        turn = current(self.desk.facts)
        if turn is None:
            self._all.setCurrentWidget(self._empty)
            return
        self._show(turn)
        view = self.shown_thing()
        other = self._all.currentWidget()
        if isinstance(other, SideBySide | FillView | MatrixView):
            other.refresh()
        elif view is not None and not view.refresh():
            self._to_block()
        elif view is not self.monitor:
            self._all.setCurrentWidget(self.columns)

    def _show(self, turn: Cycle) -> None:
        if self._block is None:
            step = next_step(self.desk.facts, turn)
            self._block = step.block if step else Block.TOGETHER
        states = {block: state_of(self.desk.facts, turn, block) for block in Block}
        self._turn_name.setText(turn.name)
        self.wheel.show_states(states, self._block)
        self.list.show_states(states, self._block)
        self.view.show_block(turn, self._block)

    def shown_thing(self) -> ThingView | None:
        """What shows one thing, if that is what is shown, and not a block."""
        if self._all.currentWidget() is self.monitor:
            return self.monitor
        return self.thing if self._middle.currentWidget() is self.thing else None

    def heard(self, notice: Notice) -> None:
        """Of figures only their grid is shown anew, as long as that is in sight."""
        if self._all.currentWidget() is self.fill and notice.kinds <= {table_name(Measurement)}:
            self.fill.heard(notice)
        else:
            self.refresh()

    def open_block(self, block: Block) -> None:
        """Show another block, with its one line ready."""
        self._block = block
        self._to_view()
        self.refresh()
        self._only_the_middle()
        self.turned.emit()

    def _to_view(self) -> None:
        self._middle.setCurrentWidget(self.view)
        self._all.setCurrentWidget(self.columns)

    def _to_block(self) -> None:
        """Back from a thing, with the keyboard where the next one is typed."""
        self.focus_new()
        self.turned.emit()

    def _from_figures(self) -> None:
        """What was typed there is to be seen in the block."""
        self._to_block()
        self.refresh()

    def show_thing(self, id: str) -> bool:
        kind = self.desk.dossier.kind_of(id)
        record = self.desk.get(kind, id) if kind else None
        if record is None or kind not in AT_HOME:
            return False
        self._block = self._block_of(record)
        self.refresh()
        wide = kind in WIDE
        (self.monitor if wide else self.thing).show_thing(record, way_back(self._block))
        self._all.setCurrentWidget(self.monitor if wide else self.columns)
        if not wide:
            self._middle.setCurrentWidget(self.thing)
            self._only_the_middle()
        self.turned.emit()
        return True

    def _only_the_middle(self) -> None:
        if self.columns.narrow:
            self.columns.show_only(self._middle)

    def _block_of(self, record: Record) -> Block:
        """Where it was opened, if it stands there; else where it is at home."""
        turn, kind = current(self.desk.facts), type(record)
        if turn and self._block and HOLDS[self._block] is kind:
            return self._block
        return AT_HOME[kind]

    def help_key(self) -> str:
        """Each block has help of its own, and so have figures and conversations."""
        view = self.shown_thing()
        kind = view.kind() if view else None
        if self._all.currentWidget() is self.fill or kind is Indicator:
            return "monitor"
        if kind in (ReviewMoment, LearningCard):
            return "reviews" if kind is ReviewMoment else "learning"
        return f"compass_{self._block.value}" if self._block else ""

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        """`where` can be a block too."""
        if isinstance(where, Block):
            self.open_block(where)
        else:
            super().point_at(id, where, focus=focus)

    def shows(self, id: str) -> bool:
        view = self.shown_thing()
        return view is not None and view.shows(id)

    # Turns

    def _fill_menu(self) -> None:
        turn, menu, theme = current(self.desk.facts), self._turn_menu, self.desk.theme
        menu.clear()
        menu.addAction(icon(theme, "layers"), "Rondes naast elkaar", self.lay_side_by_side)
        if turn and turn.running and self.desk.writable:
            menu.addAction(icon(theme, "check"), "Deze ronde afsluiten …", self.ask_to_close)
        if turn:
            menu.addAction(
                icon(theme, "pencil"), "Over deze ronde", partial(self.show_thing, turn.id)
            )

    def lay_side_by_side(self) -> None:
        """Two turns beside each other."""
        self.both.refresh()
        self._all.setCurrentWidget(self.both)
        self.both.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def fill_in(self) -> None:
        """All figures in one grid."""
        self.fill.open()
        self._all.setCurrentWidget(self.fill)
        self.turned.emit()

    def divide(self) -> None:
        """Who adds what to which result."""
        self.matrix.refresh()
        self._all.setCurrentWidget(self.matrix)
        self.turned.emit()

    def ask_to_close(self) -> None:
        """Say what closing the turn does, above the block."""
        if turn := current(self.desk.facts):
            self._to_view()
            self.closing.open_for(turn)
            self._only_the_middle()
            self.view.area.verticalScrollBar().setValue(0)

    def _begun(self) -> None:
        self.closing.hide()
        self.open_block(Block.TOGETHER)
        self.focus_new()

    def _begin(self) -> None:
        self.desk.add(first_turn(self.desk.today))
        self.focus_new()

    def focus_new(self) -> None:
        self._to_view()
        self.view.ask.line.setFocus()

    def regions(self) -> list[QWidget]:
        if self._all.currentWidget() is not self.columns:
            return [self]
        return [self._left, self._middle]

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.columns.fit(self.width(), shares=self._shares)

    def share_room(self, shares: bool) -> None:
        self._shares = shares
        self.columns.fit(self.width(), shares=shares)


def page(desk: Desk, tools: Tools) -> CompassPage:
    return CompassPage(desk, tools)
