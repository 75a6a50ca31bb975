"""A card that shows what points here: rows that go to it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear, row_of
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label

FIRST = 8


class Related(Part):
    """Hidden where there is nothing; a long list is shown in part until it is asked for."""

    def __init__(
        self, desk: Desk, title: str, lines: Callable[[Desk, Any], Sequence[Line]]
    ) -> None:
        super().__init__(desk, title)
        self._lines = lines
        self._all = ""
        self._count = label("", "meta")
        self.head.insertWidget(1, self._count)
        self.body.setContentsMargins(8, 12, 8, 8)
        self.head.setContentsMargins(8, 0, 8, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self._record: Any = None

    def show_record(self, record: Any, locked: frozenset[str]) -> None:
        if self._record is None or self._record.id != record.id:
            self._all = ""
        self._record = record
        found = self._lines(self.desk, record)
        self.setVisible(bool(found))
        self._count.setText(str(len(found)))
        clear(self._rows)
        shown = found if self._all or len(found) <= FIRST + 2 else found[:FIRST]
        for n, line in enumerate(shown):
            row = LineRow(self.desk.theme, line, self.desk.today, ruled=n > 0)
            row.clicked.connect(lambda _=False, id=line.id: self.desk.go(id))
            self._rows.addWidget(row)
        if len(shown) < len(found):
            words = f"Toon alle {len(found)}"
            more = button(self.desk.theme, words, "chevron-down", look="link", do=self._show_all)
            held = row_of(more)
            held.setContentsMargins(5, 0, 0, 0)
            self._rows.addWidget(held)

    def _show_all(self) -> None:
        self._all = self._record.id
        self.show_record(self._record, frozenset())
