"""What is decided on each thing that is done for a figure: one of five, and why."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from ozj_desktop.model.actions import Action
from ozj_desktop.model.activities import Activity
from ozj_desktop.model.conversation import Thing, about, decision_on, done_for
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.record import Id
from ozj_desktop.model.reviews import ReviewMoment, Verdict
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.parts.adding import Adding
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import STATES

VERDICTS = [(verdict, verdict.label) for verdict in Verdict]
NOTHING = "Nog niets om over te besluiten: koppel eerst een activiteit of een afspraak."


class DecisionsCard(Part):
    """A row per activity and per agreement."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Wat besluiten wij")
        self._indicator: Any = None
        self._review: ReviewMoment | None = None
        self._shown: list[str] = []
        self.rows: list[DecisionRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 4)
        self._nothing = label(NOTHING, "soft", wrap=True)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._grid)

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        self._indicator = record
        self._review = review = about(self.desk.facts, record)
        self.setVisible(review is not None)
        if review is None:
            return
        found = done_for(self.desk.facts, record)
        self._nothing.setVisible(not found)
        if [thing.id for thing in found] != self._shown:
            self._make(found)
        fast = not self.desk.writable or review.closed_on is not None
        for row, thing in zip(self.rows, found, strict=True):
            row.show_decision(review, thing, fast)

    def _make(self, found: Any) -> None:
        clear(self._grid)
        self._shown = [thing.id for thing in found]
        self.rows = [DecisionRow(self.desk) for _ in found]
        for n, row in enumerate(self.rows):
            for column, widget in enumerate((row.name, row.verdict, row.reason)):
                self._grid.addWidget(widget, n, column)


class DecisionRow(QWidget):
    """The parts stand in the grid of the card, so that columns are equal."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._review: ReviewMoment | None = None
        self._thing: Thing | None = None
        self.name = label("", wrap=True)
        self.verdict = Segmented(VERDICTS, "Besluit")
        self.reason = TextEdit(single=True)
        self.reason.setPlaceholderText("waarom")
        self.verdict.chosen.connect(lambda verdict: self._store(verdict=verdict))
        self.reason.edited.connect(lambda: self._store(reason=self.reason.value()))

    def show_decision(self, review: ReviewMoment, thing: Thing, fast: bool) -> None:
        self._review, self._thing = review, thing
        decision = decision_on(self._desk.facts, review, thing)
        kind = "" if isinstance(thing, Activity) else " (afspraak)"
        self.name.setText(f"{thing}{kind}")
        self.verdict.show_value(decision.verdict)
        self.verdict.set_locked(fast)
        self.reason.setAccessibleName(f"Waarom: {thing}")
        if not self.reason.in_use():
            self.reason.show_value(decision.reason)
        self.reason.set_locked(fast)

    def _store(self, **values: Any) -> None:
        if self._review is None or self._thing is None:
            return
        decision = decision_on(self._desk.facts, self._review, self._thing)
        if any(getattr(decision, name) != value for name, value in values.items()):
            self._desk.edit(decision, values)


def actions_card(desk: Desk) -> Part:
    """What somebody is going to do because of it: a line makes a to-do."""
    return Adding(desk, "Acties die hieruit komen", "Wat moet er gebeuren?", _actions, _action)


def _actions(desk: Desk, record: Any) -> list[Line]:
    found = desk.dossier.all(Action, came_from=record.id)
    return [Line(a.id, a.what, "", STATES[a.state], a.due) for a in found]


def _action(_: Desk, record: Any, what: str) -> Action:
    return Action(what=what, came_from=Id(record.id))
