"""Things in an order that people choose: up, down, away, and a line to add one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ozj_desktop.model import words
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import tool
from ozj_desktop.ui.parts.text import label


class OrderedRow(QFrame):
    """A number, what it is about, and the buttons; Alt+Up and Alt+Down move it."""

    def __init__(self, owner: "Ordered", id: str, inner: QWidget, name: str) -> None:
        super().__init__()
        self.id, self.inner = id, inner
        self._number = label("", "heavy")
        self._number.setFixedWidth(28)
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._number.setContentsMargins(0, owner.top, 4, 0)
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._number)
        row.addWidget(inner, 1)
        for picture, tip, do in (
            ("arrow-up", f"{name} naar boven", lambda: owner.shift(id, -1)),
            ("arrow-down", f"{name} naar beneden", lambda: owner.shift(id, 1)),
            ("x", f"{name} weghalen", lambda: owner.take_away(id)),
        ):
            made = tool(owner.desk.theme, picture, tip, size=16, do=do)
            self.buttons.append(made)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: owner.shift(id, step))

    def number(self, place: int, last: int, *, locked: bool) -> None:
        self._number.setText(str(place + 1))
        for made in self.buttons:
            made.setVisible(not locked)
        self.buttons[0].setEnabled(place > 0)
        self.buttons[1].setEnabled(place < last)


class Ordered(QWidget):
    """Records with a `position`. `inner` makes what stands in a row, `fill` shows one in it."""

    def __init__(
        self,
        desk: Desk,
        inner: Callable[[Any], QWidget],
        fill: Callable[[QWidget, Any], None],
        name: Callable[[Any], str] = str,
        gone: str = "",
        text: bool = False,
    ) -> None:
        """`gone` labels the step that takes one away; `text` is for rows that begin with text."""
        super().__init__()
        self.desk = desk
        self._inner, self._fill, self._name, self._gone = inner, fill, name, gone
        self.top = 9 if text else 6  # where the number stands, beside the first line
        self._records: list[Any] = []
        self._rows: dict[str, OrderedRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_records(self, records: Sequence[Any], *, locked: bool) -> None:
        """Rows that are there stay, with the caret that is in them."""
        self._records = [*records]
        ids = [record.id for record in records]
        for id in [id for id in self._rows if id not in ids]:
            gone = self._rows.pop(id)
            gone.hide()
            gone.deleteLater()
        for place, record in enumerate(records):
            if record.id not in self._rows:
                made = OrderedRow(self, record.id, self._inner(record), self._name(record))
                self._rows[record.id] = made
            row = self._rows[record.id]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._fill(row.inner, record)
            row.number(place, len(records) - 1, locked=locked)

    def row(self, id: str) -> QWidget | None:
        found = self._rows.get(id)
        return found.inner if found else None

    def shift(self, id: str, step: int) -> None:
        """One place up or down, in one step; all places are written anew."""
        ids = [record.id for record in self._records]
        here = ids.index(id)
        there = here + step
        if not 0 <= there < len(ids):
            return
        moved = [*self._records]
        moved.insert(there, moved.pop(here))
        with self.desk.step("ordered"):
            self.desk.dossier.save(*(replace(r, position=n) for n, r in enumerate(moved)))
        button = self._rows[id].buttons[0 if step < 0 else 1]
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self, id: str) -> None:
        doomed = [record for record in self._records if record.id == id]
        with self.desk.step(self._gone or words.deleted(type(doomed[0]))):
            self.desk.dossier.delete(*doomed)
