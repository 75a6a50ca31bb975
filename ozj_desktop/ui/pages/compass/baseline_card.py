"""The baseline of an indicator: adopt it, change it with a reason, and what it was before."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model import figures, periods
from ozj_desktop.model.baseline import adopted, changed, is_fixed
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.goals import BaselineChange, Indicator
from ozj_desktop.model.record import field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear, row_of
from ozj_desktop.ui.parts.field_box import INSET, FieldBox, Remedy
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label

WITHOUT = "Vul een nulwaarde in: dan ziet u later of het beter gaat."
FREE = "Nog niet vastgesteld: u kunt de nulwaarde hierboven nog gewoon veranderen."


class BaselineCard(Part):
    """Nothing is asked until somebody wants another value."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nulwaarde")
        self._indicator: Any = None
        self._told = label("", wrap=True)
        theme = desk.theme
        self.adopt = button(theme, "Nulwaarde vaststellen", "check", do=self._adopt)
        self.change = button(theme, "Nulwaarde wijzigen …", do=self._open)
        self._before = QVBoxLayout()
        self._before.setSpacing(4)
        self.value = FieldBox(desk, field_of(Indicator, "baseline"), shown_label="Nieuwe waarde")
        self.period = FieldBox(desk, field_of(Indicator, "baseline_period"), shown_label="Over")
        self.reason = FieldBox(desk, field_of(BaselineChange, "reason"))
        self._error = Remedy(desk)
        self._asked = QWidget()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 4, 0, 0)
        fields = QHBoxLayout()
        for box in (self.value, self.period):
            fields.addWidget(box)
        column.addLayout(fields)
        column.addWidget(self.reason)
        column.addWidget(self._error)
        keep = button(self.desk.theme, "Wijzigen", look="primary", do=self._change)
        leave = button(self.desk.theme, "Laat maar", look="quiet", do=self._close)
        held = row_of(keep, leave)
        held.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(held)
        self._asked.hide()
        self.body.addWidget(self._told)
        self.body.addWidget(row_of(self.adopt, self.change))
        self.body.addWidget(self._asked)
        self.body.addLayout(self._before)

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        if self._indicator is None or self._indicator.id != record.id:
            self._close()
        self._indicator, fixed = record, is_fixed(record)
        self.adopt.setVisible(self.desk.writable and not fixed and bool(record.baseline))
        asks = self._asked.isVisibleTo(self)
        self.change.setVisible(self.desk.writable and fixed and not asks)
        self._told.setText(_state(record))
        clear(self._before)
        for was in self._changes():
            self._before.addWidget(label(_was(was, record), "soft", wrap=True))

    def _changes(self) -> list[BaselineChange]:
        found = self.desk.dossier.all(BaselineChange, indicator=self._indicator.id)
        return sorted(found, key=lambda each: (str(each.on), each.id), reverse=True)

    def _adopt(self) -> None:
        made = adopted(self._indicator, self.desk.today)
        self.desk.edit(self._indicator, {"baseline_fixed_on": made.baseline_fixed_on})

    def _open(self) -> None:
        self.value.show_value(self._indicator.baseline, anew=True)
        self.period.show_value(self._indicator.baseline_period, anew=True)
        self.reason.show_value("", anew=True)
        self._asked.show()
        self.change.hide()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._asked.hide()
        self._error.say("")
        if self._indicator is not None:
            self.change.setVisible(is_fixed(self._indicator) and self.desk.writable)

    def _change(self) -> None:
        """One step: the new value, and the old one with the reason."""
        try:
            value, period = self.value.editor.value(), self.period.editor.value()
            reason = self.reason.editor.value()
            made = changed(self._indicator, value, period, reason, self.desk.today)
        except UserError as error:
            self._error.say(str(error))
            return
        self._close()
        if made:
            with self.desk.step("baseline"):
                self.desk.dossier.save(*made)


def _state(indicator: Indicator) -> str:
    if not indicator.baseline:
        return WITHOUT
    if not indicator.baseline_fixed_on:
        return FREE
    day = long_date(indicator.baseline_fixed_on)
    return f"Vastgesteld op {day}. Wie die wijzigt, schrijft op waarom."


def _was(was: BaselineChange, indicator: Indicator) -> str:
    value = figures.shown(was.was, indicator.measure)
    over = f" over {periods.in_field(was.was_period)}" if was.was_period else ""
    day = f" tot {long_date(was.on)}" if was.on else ""
    return f"Was {value}{over}{day}. {was.reason}"
