"""Closing a turn: what it brought, what goes along to the next, and one button that does both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.activities import Activity
from ozj_desktop.model.compass import BlockWork, Cycle
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.goals import YouthFinding
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.model.turn import closed, decisions, next_turn
from ozj_desktop.model.turn_picture import picture, to_json
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, row_of
from ozj_desktop.ui.parts.field_box import INSET, FieldBox
from ozj_desktop.ui.parts.text import label

TOLD = (
    "Het beeld van deze ronde blijft bewaard zoals het nu is. Ambities, resultaten, cijfers en "
    "activiteiten gaan gewoon mee. U kunt dit ongedaan maken."
)


class ClosingCard(Card):
    """Opens above the block; nothing changes before the button."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Deze ronde afsluiten")
        self._desk = desk
        self._turn: Cycle | None = None
        self._told = label(TOLD, wrap=True)
        self._goes_on = QWidget()
        self._list = QVBoxLayout(self._goes_on)
        self._list.setContentsMargins(0, 4, 0, 4)
        self._list.setSpacing(4)
        field = field_of(Cycle, "looking_back")
        self.back = FieldBox(desk, field, shown_label="Terugblik: wat heeft deze ronde opgeleverd?")
        self.back.stored.connect(self._store)
        self.do = button(desk.theme, "Rond af", look="primary", do=self._close)
        leave = button(desk.theme, "Nog niet", look="quiet", do=self.left.emit)
        self.setProperty("card", "tint")
        self.back.setContentsMargins(-INSET, 0, 0, 0)
        for widget in (self._told, self._goes_on, self.back, row_of(self.do, leave)):
            self.body.addWidget(widget)
        self.hide()

    def open_for(self, turn: Cycle) -> None:
        from ozj_desktop.ui.parts.card import clear

        self._turn = turn
        made = next_turn(self._desk.facts, turn, self._desk.today)
        clear(self._list)
        for line in _what_goes_on(len(decisions(self._desk.facts, turn)), made):
            self._list.addWidget(label(f"•  {line}", wrap=True))
        self._goes_on.setVisible(self._list.count() > 0)
        self.back.show_value(turn.looking_back, anew=True)
        self.do.setText(f"Sluit af en begin de {made[0]}")
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self, name: str, value: object, typing: bool) -> None:
        if self._turn:
            self._desk.edit(self._turn, {name: value}, typing=typing)

    def _close(self) -> None:
        """One step: the picture, the closed turn, and the next."""
        desk, turn = self._desk, self._turn
        turn = desk.get(Cycle, turn.id) if turn else None
        if turn is None or not turn.running:
            return
        made = next_turn(desk.facts, turn, desk.today)
        shown = picture(desk.facts, closed(turn, "", desk.today))
        with desk.step("turn_closed"):
            kept = desk.dossier.keep(to_json(shown))
            desk.dossier.save(closed(turn, kept, desk.today), *made)
        self.done.emit()


def _what_goes_on(decided: int, made: list[Record]) -> list[str]:
    """In sentences, without what there is none of."""
    findings = sum(isinstance(each, YouthFinding) for each in made)
    stopped = sum(isinstance(each, Activity) for each in made)
    worked_out = any(isinstance(each, BlockWork) for each in made)
    told = []
    if decided and worked_out:
        many = counted(decided, ("besluit", "besluiten"))
        told.append(f"{many} uit de gesprekken staan klaar om uit te werken.")
    if findings:
        many = counted(findings, YouthFinding.names)
        told.append(f"{many} van ‘probleem’ of ‘vraagt aandacht’: daar kijkt u opnieuw naar.")
    if stopped:
        verb = "stopt" if stopped == 1 else "stoppen"
        told.append(f"{counted(stopped, Activity.names)} {verb}, zoals u besloot.")
    return told
