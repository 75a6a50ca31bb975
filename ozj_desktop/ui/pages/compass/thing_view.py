"""One thing of the Kompas in full, with the way back to its block."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from ozj_desktop.model.facts import in_order
from ozj_desktop.model.record import Record
from ozj_desktop.model.turn import beside
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page_spec import RecordSpec
from ozj_desktop.ui.record_detail import RecordDetail
from ozj_desktop.ui.record_header import Command
from ozj_desktop.ui.regions import forget


class ThingView(QStackedWidget):
    """For each kind a detail is made when it is first asked for."""

    left = Signal()  # back to the block

    def __init__(self, desk: Desk, specs: dict[type[Record], RecordSpec]) -> None:
        super().__init__()
        self._desk, self._specs = desk, specs
        self._made: dict[type[Record], RecordDetail] = {}

    def shown(self) -> RecordDetail | None:
        found = self.currentWidget()
        return found if isinstance(found, RecordDetail) else None

    def kind(self) -> type[Record] | None:
        """What sort of thing is shown."""
        detail = self.shown()
        return detail.spec.kind if detail else None

    def shows(self, id: str) -> bool:
        detail = self.shown()
        return detail is not None and detail.shown == id

    def show_thing(self, record: Record, way_back: str) -> None:
        """`way_back` is on the button that leads to where it came from."""
        detail = self._detail(type(record))
        if detail.shown != record.id:
            detail.turn_to(record.id)
            forget(self)
        detail.show_record(record)
        detail.header.show_way_back(True, way_back)
        self.setCurrentWidget(detail)
        self.setFocusProxy(detail.header)

    def refresh(self) -> bool:
        """Show what is shown anew; False where it is gone."""
        detail = self.shown()
        record = detail.record() if detail else None
        if detail is None or record is None:
            return False
        detail.show_record(record)
        return True

    def _detail(self, kind: type[Record]) -> RecordDetail:
        if kind not in self._made:
            detail = self._made[kind] = RecordDetail(self._desk, self._specs[kind])
            for part in detail.spec.body:
                body = detail.made(part)
                body.wanted.connect(partial(self._point_here, detail))
                detail.add(body)
            detail.header.commands = partial(self._commands, detail)
            detail.header.to_list.connect(self.left)
            detail.header.unwanted.connect(partial(self._delete, detail))
            self.addWidget(detail)
        return self._made[kind]

    def _commands(self, detail: RecordDetail) -> Sequence[Command]:
        """Its place among the others too, where people choose that."""
        record = detail.record()
        if record is None or not hasattr(record, "position") or not self._desk.writable:
            return (detail.past.command,)
        return (
            detail.past.command,
            Command("Naar boven in de lijst", "arrow-up", partial(self._shift, record, -1)),
            Command("Naar beneden in de lijst", "arrow-down", partial(self._shift, record, 1)),
        )

    def _shift(self, record: Record, step: int) -> None:
        """One place, among what stands together with it."""
        found: list[Any] = in_order(beside(self._desk.facts, record))
        place = [r.id for r in found].index(record.id)
        there = max(0, min(place + step, len(found) - 1))
        found.insert(there, found.pop(place))
        with self._desk.step("ordered"):
            self._desk.dossier.save(*(replace(r, position=n) for n, r in enumerate(found)))

    def _point_here(self, detail: RecordDetail, name: str) -> None:
        from ozj_desktop.ui.pointing import point_at

        point_at(detail, detail.shown, name)

    def _delete(self, detail: RecordDetail) -> None:
        """What others point at stays, and is named."""
        if record := detail.record():
            detail.header.message.hide()
            self._desk.delete(record, refused=detail.header.message.refuse)

    def focus_first(self) -> None:
        if detail := self.shown():
            detail.header.title.setFocus(Qt.FocusReason.OtherFocusReason)
