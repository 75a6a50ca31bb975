"""One block: a question with one line, what there is, what people noted, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.exchange.compass_text import block_texts
from ozj_desktop.model.block_line import ABOUT_AN_ACTIVITY, made_of
from ozj_desktop.model.compass import Block, BlockState, BlockWork, Cycle
from ozj_desktop.model.conversation import begun, going_on
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.turn import next_step, state_of, work_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_cards import LinesCard
from ozj_desktop.ui.pages.compass.ask_card import AskCard
from ozj_desktop.ui.pages.compass.block_rows import indicator_line, missing, review_lines, rows
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.card import Card, row_of
from ozj_desktop.ui.parts.scrolling import LEFT, scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.record_form import RecordForm, Section
from ozj_desktop.ui.status import STATES

BESIDE = 760  # pixels from which the small cards stand at the right
SIDE = 284
ALL = 1000  # rows: there is room below
FIRST = 40  # figures of a block, until all are asked
NOTES = Section("Notities", ("notes", "there", "missing"), always=("notes",))
PRESENT = Section(
    "Wie was erbij",
    ("discussed_on", "present", "others_present"),
    always=("discussed_on", "present"),
)
NO_REVIEWS = "Bespreek twee keer per jaar de cijfers met het verhaal erbij."
NO_FIGURES = "Open een resultaat en noem een cijfer waaraan u het ziet."
NOTHING = "Nog niets. Typ hierboven één regel, dan staat het hier."


class BlockView(QWidget):
    """`turned_to` asks for another block, `fills` for the grid of all figures, `divides` for who
    adds what to which result.
    """

    turned_to = Signal(object)  # Block
    fills = Signal()
    divides = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._turn: Cycle | None = None
        self.block = Block.TOGETHER
        self.title = label("", "page", wrap=True)
        states = [(state, STATES[state].word) for state in BlockState]
        self.state = Segmented(states, "Stand van deze bouwsteen")
        self.state.chosen.connect(self._set_state)
        self.ask = AskCard(desk, self.refresh)
        self.ask.typed.connect(self._add)
        self.there = LinesCard(desk, "Wat er al is", NOTHING)
        self.there.most = ALL
        words, do = "Wie draagt bij", self.divides.emit
        self._divide = button(desk.theme, words, "building-2", size="small", do=do)
        self.there.head.addWidget(self._divide)
        self.reviews = LinesCard(desk, "Duidingsgesprekken", NO_REVIEWS)
        self.reviews.most = ALL
        self._begin = button(
            desk.theme, "Begin een duidingsgesprek", "messages-square", size="small"
        )
        self._begin.clicked.connect(self._begin_review)
        self.reviews.head.addWidget(self._begin)
        self.figures = LinesCard(desk, "Cijfers bij de resultaten", NO_FIGURES)
        self._every = button(desk.theme, "Alle", "arrow-right", look="link", do=self._show_every)
        fill = button(desk.theme, "Cijfers invullen", "chart-line", size="small")
        fill.clicked.connect(self.fills)
        self.figures.head.addWidget(self._every)
        self.figures.head.addWidget(fill)
        self.notes = RecordForm(desk, BlockWork, [NOTES])
        self.present = RecordForm(desk, BlockWork, [PRESENT])
        self.lacks = LinesCard(desk, "Wat nog ontbreekt", "", shape_first=True)
        self.talk = Card("Om over te praten")
        self.next = Card("Volgende stap")
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(LEFT, 16, LEFT, 12)
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        self._main = stacked(
            *(self.ask, self.reviews, self.there, self.figures, self.notes, self.present)
        )
        self._fill_talk()
        self._side = QWidget()
        self._side.setLayout(stacked(self.lacks, self.next, self.talk))
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(LEFT, 0, LEFT, 16)
        self._columns.setSpacing(16)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self._side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        self.area = scrolling(content)
        outer.addWidget(self.area, 1)

    def _fill_talk(self) -> None:
        """What comes next, and what there is to talk about."""
        self._told = label("", wrap=True)
        self._way = button(self._desk.theme, "", "arrow-right", do=self._go_on)
        self.next.setProperty("card", "tint")
        self.next.body.addWidget(self._told)
        self.next.body.addWidget(row_of(self._way))
        self._asked = QVBoxLayout()
        self._asked.setSpacing(8)
        self.talk.body.addLayout(self._asked)
        self._source = label("", "meta", wrap=True)
        self.talk.body.addWidget(self._source)

    def put_above(self, card: QWidget) -> None:
        """Something that is asked before all that is in the block."""
        self._main.insertWidget(0, card)

    # Showing

    def show_block(self, turn: Cycle, block: Block) -> None:
        anew = block is not self.block or self._turn is None or self._turn.id != turn.id
        self._turn, self.block = turn, block
        if anew:
            self.area.verticalScrollBar().setValue(0)
            self.figures.most = FIRST
        self.refresh()

    def refresh(self) -> None:
        turn, block, desk = self._turn, self.block, self._desk
        if turn is None:
            return
        text = block_texts()[block]
        writable = desk.writable and turn.running
        self.title.setText(f"{block.number} {block.label}")
        self.state.show_value(state_of(desk.facts, turn, block))
        self.state.set_locked(not writable)
        self.ask.show_text(text, about_an_activity=block in ABOUT_AN_ACTIVITY)
        self.ask.setVisible(writable)
        self.there.show_lines(rows(desk, turn, block))
        self._show_more(block, writable)
        work = work_of(desk.facts, turn, block)
        locked = frozenset() if writable else frozenset(f.name for f in self._fields())
        for form in (self.notes, self.present):
            form.show_record(work, locked)
        self.lacks.show_lines(missing(desk, block))
        self.lacks.setVisible(self.lacks.count() > 0 and turn.running)
        self._show_talk(text.asked, text.source)
        self._show_next(turn)

    def _show_more(self, block: Block, writable: bool) -> None:
        """Conversations where people learn, and figures beside results."""
        self.reviews.setVisible(block is Block.LEARNING)
        self.figures.setVisible(block is Block.OUTCOMES)
        self._divide.setVisible(block is Block.OUTCOMES)
        if block is Block.LEARNING:
            self.reviews.show_lines(review_lines(self._desk))
            self._begin.setVisible(writable and going_on(self._desk.facts) is None)
        if block is Block.OUTCOMES:
            self._show_figures()

    def _show_figures(self) -> None:
        """Of very many the first, until all are asked."""
        found, most = in_order(self._desk.facts.all(Indicator)), self.figures.most
        shown = [indicator_line(self._desk, each) for each in found[:most]]
        self.figures.show_lines(shown, total=len(found))
        self._every.setVisible(len(found) > most)
        self._every.setText(f"Alle {len(found)}")
        self._every.setAccessibleName(f"Alle {len(found)} cijfers tonen")

    def _show_every(self) -> None:
        self.figures.most = ALL
        self._show_figures()

    def _begin_review(self) -> None:
        review = begun(self._desk.facts, self._desk.today)
        self._desk.add(review)
        self._desk.go(review.id)

    def _fields(self) -> list:  # type: ignore[type-arg]
        from ozj_desktop.model.record import fields_of

        return [*fields_of(BlockWork)]

    def _show_talk(self, asked: tuple[str, ...], source: str) -> None:
        from ozj_desktop.ui.parts.card import clear

        clear(self._asked)
        for question in asked:
            self._asked.addWidget(label(question, wrap=True))
        self._source.setText(source)

    def _show_next(self, turn: Cycle) -> None:
        step = next_step(self._desk.facts, turn)
        self.next.setVisible(step is not None and turn.running)
        if step is not None:
            here = step.block is self.block
            self._told.setText(step.told)
            self._way.setText(f"Naar {step.block.number} {step.block.label}")
            self._way.setVisible(not here)

    # Acting

    def _add(self, text: str) -> None:
        if self._turn is not None:
            activity = self.ask.chosen_activity()
            self._desk.add(made_of(self._desk.facts, self._turn, self.block, text, activity))

    def _set_state(self, state: object) -> None:
        if self._turn is not None:
            work = work_of(self._desk.facts, self._turn, self.block)
            self._desk.edit(work, {"state": state})

    def _go_on(self) -> None:
        if self._turn and (step := next_step(self._desk.facts, self._turn)):
            self.turned_to.emit(step.block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._side.setMinimumWidth(SIDE if wide else 0)
        self._side.setMaximumWidth(SIDE if wide else 16777215)


def stacked(*widgets: QWidget) -> QVBoxLayout:
    """Cards below each other, at the top."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(16)
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made
