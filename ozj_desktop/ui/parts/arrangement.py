"""How a list is grouped and ordered: two chips with their menus."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ozj_desktop.ui.icons import tick
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme

UNGROUPED = "niet groeperen"


class Arrangement(QWidget):
    """Asks; the list does it and says here what it did. On two lines where the words are long."""

    grouped = Signal(str)
    ordered = Signal(str)
    folded = Signal(bool)  # all groups, or none

    def __init__(self, theme: Theme, groups: Sequence[str], orders: Sequence[str]) -> None:
        super().__init__()
        self._theme, self.groups, self.orders = theme, groups, orders
        self.group, self.order = UNGROUPED, orders[0]
        self._group_chip = button(theme, "", "list-tree", look="chip-on")
        self._order_chip = button(theme, "", "chevron-down", look="chip")
        flow = FlowLayout(self)
        for words, chip, shown in (
            ("Groep", self._group_chip, bool(groups)),
            ("Volgorde", self._order_chip, len(orders) > 1),
        ):
            pair = row_of(label(words, "meta"), chip, gap=4, top=0)
            flow.addWidget(pair)
            pair.setVisible(shown) if not shown else None
        self._group_menu = self._menu(self._group_chip, [UNGROUPED, *groups], self.grouped.emit)
        self._menu(self._order_chip, orders, self.ordered.emit)
        self._group_menu.addSeparator()
        self._group_menu.addAction("Alles inklappen", lambda: self.folded.emit(True))
        self._group_menu.addAction("Alles uitklappen", lambda: self.folded.emit(False))

    def _menu(
        self, chip: QPushButton, words: Sequence[str], choose: Callable[[str], None]
    ) -> QMenu:
        menu = QMenu(self)
        for text in words:
            tick(self._theme, menu.addAction(text, partial(choose, text)), False)
        menu.aboutToShow.connect(lambda: self._mark(menu))
        chip.setMenu(menu)
        return menu

    def _mark(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.isCheckable():
                tick(self._theme, action, action.text() in (self.group, self.order))

    def say(self, group: str, order: str) -> None:
        self.group, self.order = group, order
        self._group_chip.setText("geen" if group == UNGROUPED else group)
        self._group_chip.setAccessibleName(f"Groep: {group}")
        self._order_chip.setText(order)
        self._order_chip.setAccessibleName(f"Volgorde: {order}")
