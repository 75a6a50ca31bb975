"""Who adds what to which result: parties down, results across, as in a spreadsheet (domein F9)."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model.answering import Changes
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import Outcome, OutcomeContribution
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id, Record, field_of
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Beside, Col, PartSpec, Values
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.scrolling import LEFT, column, scrolling
from ozj_desktop.ui.parts.text import label

HINT = "Een cel zegt wat een partij bijdraagt aan een resultaat. Een lege regel is een vraag."
NO_RESULTS = "Zet eerst bij bouwsteen 2 een resultaat erbij. Dan staat het hier als kolom."
WHAT = field_of(OutcomeContribution, "what")
WIDE = 200  # pixels of a result


class MatrixView(QWidget):
    """`left` asks for the Kompas again."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[str, str], ...] = ()
        self.card: PartCard | None = None
        back = button(desk.theme, "Kompas", "chevron-left", size="small", do=self.left.emit)
        head = QHBoxLayout()
        head.setContentsMargins(LEFT, 16, LEFT, 12)
        head.setSpacing(16)
        head.addWidget(back)
        head.addWidget(label("Wie draagt bij aan welk resultaat", "page"), 1)
        held = QWidget()
        self._held = QVBoxLayout(held)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._nothing = label(NO_RESULTS, "soft", wrap=True)
        self._held.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scrolling(column(held)), 1)
        self.setFocusProxy(back)

    def heard(self, notice: Notice) -> None:
        self.refresh()

    def refresh(self) -> None:
        """The grid anew where there are other results."""
        outcomes = in_order(self._desk.facts.all(Outcome))
        self._nothing.setVisible(not outcomes)
        shown = tuple((str(o.id), o.what) for o in outcomes)
        if shown != self._shown:
            self._shown = shown
            self._make(outcomes)
        if self.card is not None:
            self.card.show_record(self._desk.facts.one(Collaboration), frozenset())

    def _make(self, outcomes: Sequence[Outcome]) -> None:
        if self.card is not None:
            self._held.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if outcomes:
            self.card = PartCard(self._desk, "Partijen en resultaten", grid(outcomes), hint=HINT)
            self._held.addWidget(self.card)
            self.card.show()


def grid(outcomes: Sequence[Outcome]) -> PartSpec:
    """A column per result."""
    beside = Beside(OutcomeContribution, _read, _change, _place)
    columns = [
        Col(
            f"what {outcome.id}",
            label=str(outcome),
            width=WIDE,
            stretch=2,
            beside=beside,
            described=WHAT._replace(name=f"what {outcome.id}", label=str(outcome)),
        )
        for outcome in outcomes
    ]
    first = Col(label="Partij", width=180, stretch=1, read=lambda _, party: str(party))
    return PartSpec(Party, "", (first, *columns), rows=_parties)


def _parties(desk: Desk, _: Any) -> Sequence[Record]:
    return in_order(desk.facts.all(Party))


def _read(desk: Desk, _: Any) -> Mapping[str, Any]:
    names = [f"what {outcome.id}" for outcome in desk.facts.all(Outcome)]
    parties = desk.facts.all(Party)
    cells = {str(p.id): SimpleNamespace(**dict.fromkeys(names, "")) for p in parties}
    for each in desk.facts.all(OutcomeContribution):
        setattr(cells[str(each.party)], f"what {each.outcome}", each.what)
    return cells


def _place(_: Any, changed: OutcomeContribution) -> tuple[str, Values]:
    return str(changed.party), {f"what {changed.outcome}": changed.what}


def _change(desk: Desk, _: Any, party: Any, values: Mapping[str, Any]) -> Changes:
    """An emptied cell is a contribution that goes."""
    saved: list[Record] = []
    gone: list[Record] = []
    for name, what in values.items():
        outcome: Id[Outcome] = Id(name.removeprefix("what "))
        new = OutcomeContribution(outcome=outcome, party=party.id, what=what)
        there = desk.get(OutcomeContribution, new.id)
        if what:
            saved.append(new)
        elif there is not None:
            gone.append(there)
    return Changes(tuple(saved), tuple(gone))
