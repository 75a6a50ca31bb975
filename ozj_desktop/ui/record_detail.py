"""One record in full: its header, what it still lacks, and its cards below each other."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.readiness import Point
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page_spec import RecordSpec
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.readiness import Readiness
from ozj_desktop.ui.parts.scrolling import add_card, column, scrolling
from ozj_desktop.ui.past_panel import PastPanel
from ozj_desktop.ui.record_form import RecordForm, Section
from ozj_desktop.ui.record_header import RecordHeader
from ozj_desktop.ui.tab_order import BySight

Body = RecordForm | Part


class RecordDetail(BySight):
    """`shown` is the id of the record in it; "" at first."""

    def __init__(self, desk: Desk, spec: RecordSpec) -> None:
        super().__init__()
        self._desk, self.spec = desk, spec
        self.shown = ""
        self.header = RecordHeader(desk, spec.kind, spec.name)
        self.first = self.header.title
        on = self._go_on if spec.submits else None
        self.readiness = Readiness(desk, self._points, self.header.ready, on)
        self.bodies: list[Body] = []
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.header)
        self._cards = column(self.readiness, self.header.notes)
        self.area = scrolling(self._cards)
        inner.addWidget(self.area, 1)
        self.past = PastPanel(desk, self, self.area)
        self.header.ready.clicked.connect(self._toggle_ready)

    def comes_late(self, widget: QWidget) -> bool:
        """From the name one goes on to what it says; then what can be done with all of it."""
        return self.header.isAncestorOf(widget)

    def record(self) -> Any:
        """The record that is shown, as it is now; None where there is none."""
        return self._desk.get(self.spec.kind, self.shown) if self.shown else None

    def made(self, part: Any) -> Body:
        """A card of the spec."""
        if isinstance(part, Section):
            return RecordForm(self._desk, self.spec.kind, [part])
        body: Part = part(self._desk)
        return body

    def add(self, body: Body) -> None:
        """One more card, below those that are there. It is filled before it comes in the window,
        so that Tab finds all of it in order.
        """
        apart = QWidget()
        body.setParent(apart)
        if record := self.record():
            body.show_record(record, self.spec.locked(self._desk, record))
        add_card(self._cards, body)
        self.bodies.append(body)

    def turn_to(self, id: str) -> None:
        """Another record will be shown, from its top."""
        self.shown = id
        self.readiness.hide()
        self.area.verticalScrollBar().setValue(0)

    def show_record(self, record: Any) -> None:
        spec, desk = self.spec, self._desk
        locked = spec.locked(desk, record)
        chips = spec.chips(desk, record) if spec.chips else ()
        above = spec.above(desk, record) if spec.above else ""
        notes = spec.notes(desk, record) if spec.notes else ()
        self.header.show_record(record, above, chips, locked)
        self.header.show_notes([note for note in notes if note])
        for body in self.bodies:
            body.show_record(record, locked)
        self.past.show_record(record)
        asked = spec.ready is not None and desk.writable and not locked
        self.header.ready.setVisible(asked)
        self.readiness.refresh() if asked else self.readiness.hide()

    def _points(self) -> list[Point]:
        record = self.record()
        return self.spec.ready(self._desk.facts, record) if record and self.spec.ready else []

    def _go_on(self) -> None:
        """From what is lacking to submitting, all the same."""
        for body in self.bodies:
            if body.reveal(self.spec.submits, focus=True):
                return

    def _toggle_ready(self) -> None:
        self.area.verticalScrollBar().setValue(0)
        self.readiness.toggle()
