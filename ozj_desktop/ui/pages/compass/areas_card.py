"""The figures of one indicator per area, as a grid with its periods across."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ozj_desktop.model.areas import Area
from ozj_desktop.model.goals import Indicator, Measurement
from ozj_desktop.model.periods import Period, PeriodKind
from ozj_desktop.model.series import whole_line
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.compass.figures_grid import BACK, across, grid_of_areas, newest
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.part_card import Part, PartCard

HINT = "Plak ze uit Excel: gebieden onder elkaar, perioden naast elkaar. Leeg is onbekend."


class AreasCard(Part):
    """Where a samenwerking has no areas there is nothing to divide."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setProperty("card", "")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._held = QVBoxLayout()
        self.body.addLayout(self._held)
        self._card: PartCard | None = None
        self._periods: list[Period] = []
        self._back = BACK
        self._id = ""

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        if record.id != self._id:
            self._id, self._back = record.id, BACK
        there = len(self.desk.facts.all(Area)) > 1
        self.setVisible(there)
        if not there:
            return
        periods = across(self._newest(record), self._back)
        if self._card is None or (periods != self._periods and not self._card.table.is_worked_in()):
            self._make(periods)
        if self._card is not None:
            self._card.show_record(record, locked)

    def _newest(self, indicator: Indicator) -> Period:
        """Of the kind of period that its chart has."""
        measured = self.desk.facts.some(Measurement, indicator=indicator.id)
        line = whole_line(self.desk.facts, indicator)
        kind = line.kind if line else PeriodKind.YEAR
        return newest(self.desk, kind, {m.period for m in measured})

    def _make(self, periods: list[Period]) -> None:
        if self._card is not None:
            self._held.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._periods = periods
        self._card = PartCard(self.desk, "Per gebied", grid_of_areas(periods), hint=HINT)
        earlier = button(self.desk.theme, "Vroegere perioden", look="link", do=self._more)
        self._card.head.addWidget(earlier)
        self._held.addWidget(self._card)
        self._card.show()

    def _more(self) -> None:
        self._back += BACK
        record: Any = self.desk.get(Indicator, self._id)
        if record is not None:
            self.show_record(record, frozenset())
