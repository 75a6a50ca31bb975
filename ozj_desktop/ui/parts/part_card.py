"""A card with a grid of parts, and what every such card below a record has in common."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ozj_desktop.model.dutch import counted
from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import PartSpec
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.buttons import tool
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.offer import Offer
from ozj_desktop.ui.parts.part_detail import PartDetail, take_away
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.text import label


class Part(Card):
    """Something below the fields of a record that shows what belongs to it."""

    wanted = Signal(str)  # a field that is elsewhere on the page

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(title)
        self.desk = desk

    def show_record(self, record: Any, locked: frozenset[str]) -> None:
        """Show what belongs to `record`; `locked` names its fields that lie fast."""

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        """Where something with this name is, with the keyboard in it for `focus`; None where it
        is not here. The rows of grids are found without help.
        """
        return None


class PartCard(Part):
    """A grid of parts."""

    def __init__(self, desk: Desk, title: str, spec: PartSpec, *, hint: str = "") -> None:
        super().__init__(desk, title)
        self.table = PartTable(desk, spec, title)
        self._remedy = Remedy(desk)
        self._count = label("", "meta")
        self.head.insertWidget(1, self._count)
        self._remove = take_away(desk, self.table)
        self._shifts = [
            tool(desk.theme, picture, tip, size=16, do=partial(self._shift, step))
            for picture, tip, step in (
                ("arrow-up", "Regel naar boven", -1),
                ("arrow-down", "Regel naar beneden", 1),
            )
        ]
        if spec.new_hint:
            for made in self._shifts:
                made.hide()
                self.head.addWidget(made)
            self.head.addWidget(self._remove)
        self.body.setContentsMargins(0, 12, 0, 4)
        self.head.setContentsMargins(16, 0, 16, 0)
        self.body.setSpacing(0)
        if hint:
            told = label(hint, "cell2", wrap=True)
            told.setContentsMargins(16, 0, 16, 6)
            self.body.addWidget(told)
        self.body.addWidget(self.table)
        if spec.more or spec.below:
            self.body.addWidget(PartDetail(desk, self.table))
        self.body.addWidget(self._remedy)
        self._remedy.setContentsMargins(36, 6, 16, 8)
        self.table.said.connect(self._say)
        self.table.noted.connect(self._remedy.note)
        self.table.said.connect(self._bring_in_sight)
        self.table.noted.connect(self._bring_in_sight)
        self.table.selectionModel().currentChanged.connect(self._look)
        self.table.parts.dataChanged.connect(self._look)
        self._day_offer: Offer | None = None

    def show_record(self, record: Record, locked: frozenset[str]) -> None:
        self.table.show_owner(record)
        self._count.setText(str(len(self.table.parts.records) or ""))
        self._look()

    def _look(self) -> None:
        """Say what is wrong with the current cell, and offer what can be done with its row."""
        index = self.table.currentIndex()
        record = self.table.parts.record(index.row()) if index.isValid() else None
        told = self.table.parts.unread_at(index) if index.isValid() else None
        self._remedy.say(told[1] if told else _waiting(self.table.parts.waiting()))
        self._show_offer(self.table.offered())
        if told and self.table.hasFocus():
            QTimer.singleShot(0, self, self._show_why)
        for made, there in zip(self._shifts, (index.row() - 1, index.row() + 1), strict=True):
            made.setVisible(record is not None and self.table.parts.has_order())
            made.setEnabled(self.table.parts.record(there) is not None)

    def _say(self, told: str) -> None:
        """With what is asked about the current cell, which came along."""
        index = self.table.currentIndex()
        asked = self.table.parts.unread_at(index) if told and index.isValid() else None
        more = asked[1] if asked and asked[1] not in told else ""
        self._remedy.say(f"{told} {more}".rstrip())

    def _bring_in_sight(self, told: str) -> None:
        if told and self.table.hasFocus():
            QTimer.singleShot(0, self, self._show_why)

    def _show_why(self) -> None:
        """In a low window the question stands below what is in sight; the cell stays in it."""
        offer = self._day_offer
        last = offer if offer is not None and not offer.isHidden() else self._remedy
        show_within(last, last.rect())
        table = self.table
        show_within(table.viewport(), table.visualRect(table.currentIndex()))

    def _show_offer(self, day: date | None) -> None:
        if self._day_offer is None and day is not None:
            self._day_offer = Offer(self.desk.theme, self.table.take_offer, 36)
            self.body.addWidget(self._day_offer)
        if self._day_offer is not None:
            self._day_offer.show_day(day, self.table.asked_in() if day else 1)

    def _shift(self, step: int) -> None:
        self.table.shift_row(step)
        self._look()


def _waiting(cells: int) -> str:
    """What stands in red is not stored; that is said until it is mended."""
    if not cells:
        return ""
    many = counted(cells, ("cel is", "cellen zijn"))
    return f"{many} nog niet bewaard. Ga op het rood staan om te zien waarom."
