"""A card with what belongs to a record, as rows that go there, and a line to add one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear, row_of
from ozj_desktop.ui.parts.line import Line as Typed
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.parts.part_card import Part

Lines = Callable[[Desk, Any], Sequence[Line]]
Make = Callable[[Desk, Any, str], Record]


class Adding(Part):
    """`make` makes a thing of a record and what was typed."""

    def __init__(self, desk: Desk, title: str, asked: str, lines: Lines, make: Make) -> None:
        super().__init__(desk, title)
        self._lines, self._make = lines, make
        self._record: Any = None
        self._shown: Sequence[Line] | None = None
        self.line = Typed()
        self.line.setPlaceholderText(asked)
        self.line.setAccessibleName(f"{title}: {asked}")
        self.line.returnPressed.connect(self._add)
        add = button(desk.theme, "Erbij zetten", "plus", do=self._add)
        self._typed = row_of(self.line, add, stretch=False)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.setContentsMargins(8, 12, 8, 12)
        self.head.setContentsMargins(8, 0, 8, 0)
        self._typed.setContentsMargins(8, 0, 8, 0)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._typed)

    def show_record(self, record: Any, locked: frozenset[str]) -> None:
        self._record = record
        self._typed.setVisible(self.desk.writable)
        found = self._lines(self.desk, record)
        if found == self._shown:
            return
        self._shown = found
        clear(self._rows)
        for n, line in enumerate(found):
            row = LineRow(self.desk.theme, line, self.desk.today, ruled=n > 0)
            row.clicked.connect(partial(self.desk.go, line.id))
            self._rows.addWidget(row)

    def _add(self) -> None:
        """The line stays ready for the next."""
        if text := " ".join(self.line.text().split()):
            self.line.clear()
            self.desk.add(self._make(self.desk, self._record, text))
        self.line.setFocus()
