"""All figures of one area at once: indicators down, periods across, as in a spreadsheet."""

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ozj_desktop.model.areas import Area
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.goals import Measurement
from ozj_desktop.model.periods import Period, PeriodKind, from_code
from ozj_desktop.model.record import Id
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.compass.figures_grid import (
    BACK,
    CELL,
    WHOLE,
    across,
    grid_of_indicators,
    newest,
)
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.scrolling import LEFT, column, scrolling
from ozj_desktop.ui.parts.text import label

HINT = "Plak ze uit Excel: cijfers onder elkaar, perioden naast elkaar. Eén plak is één stap terug."
KINDS = [(kind, kind.label) for kind in PeriodKind if kind is not PeriodKind.DAY]


class FillView(QWidget):
    """`left` asks for the Kompas again."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._area: Id[Area] | None = None
        self._back = BACK
        self._shown: tuple[object, ...] = ()
        self.card: PartCard | None = None
        self._kind = Segmented(KINDS, "Soort periode")
        self._kind.chosen.connect(lambda _: self.refresh())
        self._which = button(desk.theme, "", "chevron-down")
        self._which.setAccessibleName("Van welk gebied")
        menu = QMenu(self._which)
        menu.aboutToShow.connect(lambda: self._offer(menu))
        self._which.setMenu(menu)
        self._back_button = button(desk.theme, "Kompas", "chevron-left", size="small")
        self._back_button.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(LEFT, 16, LEFT, 12)
        head.setSpacing(16)
        head.addWidget(self._back_button)
        head.addWidget(label("Cijfers invullen", "page"), 1)
        head.addWidget(self._which)
        head.addWidget(self._kind)
        held = QWidget()
        self._held = QVBoxLayout(held)
        self._held.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scrolling(column(held)), 1)
        self.setFocusProxy(self._back_button)

    def open(self) -> None:
        """Begin with the kind of period that is used most."""
        used = Counter(from_code(code).kind for code in self._measured(None))
        most = max(KINDS, key=lambda offered: used[offered[0]])[0]
        self._kind.show_value(most)
        self.refresh()

    def heard(self, notice: Notice) -> None:
        """Of figures that came or changed only their cells are shown anew."""
        found = [self._desk.get(Measurement, id) for _, id, _ in notice.changes]
        changed = [m for m in found if m is not None]
        if self.card is not None and len(changed) == len(found):
            self.card.table.parts.patch(changed)
        else:
            self.refresh()

    def refresh(self) -> None:
        """The grid anew where other periods or another area are asked."""
        kind = self._kind.value()
        assert isinstance(kind, PeriodKind)
        here = set(self._measured(self._area))
        periods = across(newest(self._desk, kind, here), self._back)
        if self._shown != (self._area, *periods) and not self._is_typed_in():
            self._shown = (self._area, *periods)
            self._make(periods)
        name = self._desk.names.of(Area, self._area) if self._area else WHOLE.name
        self._which.setText(name)
        owner: Any = next(iter(self._desk.facts.all(Collaboration)), WHOLE)
        if self.card is not None:
            self.card.show_record(owner, frozenset())

    def _measured(self, area: Id[Area] | None) -> list[str]:
        """The period of each figure of an area."""
        found = self._desk.facts.pick(Measurement, *CELL, area=area, source="")
        return [period for _, _, period, _ in found if period]

    def _is_typed_in(self) -> bool:
        """Then no column comes or goes."""
        return self.card is not None and self.card.table.is_worked_in()

    def _make(self, periods: list[Period]) -> None:
        if self.card is not None:
            self._held.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        spec = grid_of_indicators(periods, self._area)
        self.card = PartCard(self._desk, "Indicatoren", spec, hint=HINT)
        earlier = button(self._desk.theme, "Vroegere perioden", look="link", do=self._more)
        self.card.head.addWidget(earlier)
        self._held.addWidget(self.card)
        self.card.show()

    def _more(self) -> None:
        self._back += BACK
        self.refresh()

    def _offer(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(WHOLE.name, partial(self._choose, None))
        for area in sorted(self._desk.facts.all(Area), key=lambda a: sort_key(a.name)):
            menu.addAction(area.name, partial(self._choose, area.id))

    def _choose(self, area: Id[Area] | None) -> None:
        self._area = area
        self.refresh()
