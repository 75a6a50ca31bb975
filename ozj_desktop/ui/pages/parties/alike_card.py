"""Asks of a party that resembles one that was there: is this the same? It blocks nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from ozj_desktop.model.alike import apart, same_as
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Status


class AlikeCard(Part):
    """Hidden where nothing is alike, or where somebody said that these are two."""

    def __init__(self, desk: Desk, unite: Callable[[Party, Party], object]) -> None:
        super().__init__(desk, "")
        self._unite = unite
        self._pair: tuple[Party, Party] | None = None
        self._told = label("", "cell", wrap=True)
        self.one = button(desk.theme, "Ja, samenvoegen…", "layers", size="small", do=self._join)
        self.two = button(
            desk.theme, "Nee, een andere partij", look="quiet", size="small", do=self._keep
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = StatusLabel(desk.theme, Status(Shape.BUBBLE, ""))
        mark.setFixedWidth(20)
        row.addWidget(mark)
        row.addWidget(self._told, 1)
        row.addWidget(self.one)
        row.addWidget(self.two)
        self.body.addLayout(row)

    def show_record(self, record: Any, locked: frozenset[str]) -> None:
        other = same_as(self.desk.facts, record) if self.desk.writable else None
        self._pair = (record, other) if other else None
        self.setVisible(other is not None)
        if other is not None:
            self._told.setText(f"Dit lijkt op ‘{other}’. Is dit dezelfde?")
            self.one.setAccessibleName(f"Dezelfde als {other}: samenvoegen")
            self.two.setAccessibleName(f"Een andere partij dan {other}")

    def _join(self) -> None:
        """The one that was there first stays."""
        if self._pair:
            party, other = self._pair
            self._unite(other, party)

    def _keep(self) -> None:
        if self._pair:
            with self.desk.step("kept_apart"):
                self.desk.dossier.save(apart(*self._pair))
