"""Below a grid: what it has no room for, of the row that is current."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.field_box import is_empty
from ozj_desktop.ui.parts.text import Elided, label, rule
from ozj_desktop.ui.record_form import RecordForm, Section


def take_away(desk: Desk, table: PartTable) -> QPushButton:
    """Takes the current row away; there when there is one."""

    def act() -> None:
        table.remove_rows()
        table.setFocus()

    def look() -> None:
        parts, index = table.parts, table.currentIndex()
        made.setVisible(parts.has_blank() and parts.record(index.row()) is not None)

    made = button(desk.theme, "Regel weghalen", "x", look="quiet", size="small", do=act)
    made.hide()
    table.moved.connect(look)
    table.parts.modelReset.connect(look)
    return made


class PartDetail(QWidget):
    """Follows the rows of `table`; the first row until somebody chooses another."""

    def __init__(self, desk: Desk, table: PartTable) -> None:
        super().__init__()
        self._desk, self._table, self._id = desk, table, ""
        spec = table.parts.spec
        self._title = Elided("", "strong")
        self._title.setContentsMargins(16, 10, 16, 0)
        self.form = RecordForm(desk, spec.kind, [Section("", spec.more)] if spec.more else [])
        for card in self.form.cards:
            card.setProperty("card", "part")  # it lies on a card already
            card.body.setContentsMargins(8, 4, 16, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (rule(strong=True), self._title, self.form):
            column.addWidget(part)
        self.below = self._grid(column) if spec.below else None
        table.moved.connect(self.refresh)
        table.parts.modelReset.connect(self.refresh)
        table.parts.dataChanged.connect(self.refresh)
        self.hide()

    def _grid(self, column: QVBoxLayout) -> PartTable:
        """A grid of the parts of the row."""
        title, spec = self._table.parts.spec.below or ("", self._table.parts.spec)
        above = QHBoxLayout()
        above.setContentsMargins(16, 0, 16, 2)
        made = PartTable(self._desk, spec, title)
        remove = take_away(self._desk, made)
        made.said.connect(self._table.said)
        above.addWidget(label(title, "label"))
        above.addStretch(1)
        above.addWidget(remove)
        column.addLayout(above)
        column.addWidget(made)
        return made

    def refresh(self) -> None:
        """Show the current row, or the one that was shown before, or the first."""
        parts = self._table.parts
        current = parts.record(self._table.currentIndex().row())
        known = {record.id: record for record in parts.records}
        record = current or known.get(self._id) or next(iter(parts.records), None)
        shown = record is not None and self._has_something(record)
        self.setVisible(shown)
        if shown:
            self._show(record)

    def _show(self, record: Any) -> None:
        self._id = record.id
        parts = self._table.parts
        row = [r.id for r in parts.records].index(record.id)
        self._title.setText(f"Meer over {parts.index(row, 0).data()}")
        locked = frozenset(parts.spec.more) if parts.locked else frozenset()
        self.form.show_record(record, locked)
        if self.below is not None:
            self.below.show_owner(record, locked=parts.locked)

    def _has_something(self, record: Any) -> bool:
        """What lies fast is shown only where there is something to read."""
        if not self._table.parts.locked:
            return True
        spec, cards = self._table.parts.spec, self.form.cards
        fields = [field for card in cards for field in card.fields()]
        filled = any(not is_empty(field, getattr(record, field.name)) for field in fields)
        below = spec.below[1] if spec.below else None
        return filled or bool(
            below and self._desk.dossier.count(below.kind, **{below.owner: record.id})
        )
