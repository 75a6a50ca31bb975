"""What the overview shows of the Kompas: the wheel of the turn, and results with their lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ozj_desktop.model import figures, periods
from ozj_desktop.model.chart import chart
from ozj_desktop.model.compass import Block, Cycle
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import Indicator, Outcome
from ozj_desktop.model.series import Line, whole_line
from ozj_desktop.model.turn import current, next_step, state_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.mini_chart import MiniChart, Result
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.parts.wheel import Wheel

MOST = 3  # results on the overview
SOURCE = "Namen van de bouwstenen: Kwaliteitskompas (NJi). De buitenste ring is van dit programma."


class CompassCard(Card):
    """The turn that is going on; a block opens where it is clicked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Kompas")
        self._desk = desk
        self.wheel = Wheel(desk.theme)
        self.wheel.chosen.connect(lambda block: desk.go("compass", block))
        self._next = button(desk.theme, "", "arrow-right", look="link", do=self._go_on)
        self.head.addWidget(self._next)
        self.body.addWidget(self.wheel, 1)
        source = label(SOURCE, "meta", wrap=True)
        source.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(source)

    def show_turn(self, turn: Cycle) -> None:
        facts = self._desk.facts
        states = {block: state_of(facts, turn, block) for block in Block}
        step = next_step(facts, turn)
        self.wheel.show_states(states, None)
        self._next.setVisible(step is not None)
        if step is not None:
            self._next.setText(f"Volgende stap: {step.block.number}")
            self._next.setToolTip(step.told)
            self._next.setAccessibleName(f"Volgende stap: {step.block.number}. {step.told}")

    def _go_on(self) -> None:
        turn = current(self._desk.facts)
        step = next_step(self._desk.facts, turn) if turn else None
        if step:
            self._desk.go("compass", step.block)


class ResultsCard(Card):
    """The first few results, each with its first figure as a line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Resultaten")
        self._desk = desk
        self._shown: list[Result] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        go = button(desk.theme, "", "arrow-right", look="link", do=self._go_all)
        self._all = go
        self.head.addWidget(go)

    def show_results(self) -> None:
        found = results(self._desk)
        self._all.setText(f"Alle {len(found)}")
        self._all.setAccessibleName(f"Resultaten: alle {len(found)}")
        self._all.setVisible(len(found) > MOST)
        if found[:MOST] == self._shown:
            return
        self._shown = found[:MOST]
        clear(self._grid)
        for n, result in enumerate(self._shown):
            made = MiniChart(self._desk.theme, result)
            made.clicked.connect(lambda _=False, id=result.id: self._desk.go(id))
            self._grid.addWidget(made, 0, n)
            self._grid.setColumnStretch(n, 1)

    def _go_all(self) -> None:
        self._desk.go("compass", Block.OUTCOMES)


def results(desk: Desk) -> list[Result]:
    """Those with a figure come first, in the order that people gave them."""
    found = [_result(desk, outcome) for outcome in in_order(desk.facts.all(Outcome))]
    return sorted(found, key=lambda result: result.chart is None)


def _result(desk: Desk, outcome: Outcome) -> Result:
    for indicator in in_order(desk.facts.of(Indicator, "outcome", outcome.id)):
        line = whole_line(desk.facts, indicator)
        if line is not None:
            return _with_figure(outcome, indicator, line)
    return Result(outcome.id, str(outcome), None, "", "", "nog geen cijfer")


def _with_figure(outcome: Outcome, indicator: Indicator, line: Line) -> Result:
    last = line.points[-1]
    kind = last.status.label if last.provisional else indicator.unit or indicator.measure.label
    goal = figures.shown(indicator.target, indicator.measure)
    when = f" in {periods.in_field(indicator.target_period)}" if indicator.target_period else ""
    return Result(
        indicator.id,
        str(outcome),
        chart(indicator, line),
        figures.shown(last.figure, indicator.measure),
        kind,
        f"streef {goal}{when}" if goal else "",
    )
