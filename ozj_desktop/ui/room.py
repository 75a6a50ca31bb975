"""Who gets the width of the window: the rail folds where it is narrow, and for help."""

from PySide6.QtCore import QObject

from ozj_desktop import settings
from ozj_desktop.ui.rail import Rail
from ozj_desktop.ui.side import Side
from ozj_desktop.ui.top_bar import TopBar

NARROW = 900  # pixels: a narrower window has its rail folded
BROAD = 1440  # from here on there is room for rail, page and help


class Room(QObject):
    """Ctrl+B wins over the rule, until help is opened or closed or the window gets narrow."""

    def __init__(self, rail: Rail, top: TopBar, side: Side) -> None:
        super().__init__(rail)
        self._rail, self._top, self._side = rail, top, side
        self._wants_folded = bool(settings.get("rail_folded", False))
        self._by_hand = False
        self._width = -1
        side.changed.connect(self._help_changed)

    def fit(self, width: int) -> None:
        """The window has another width."""
        was, self._width = self._width, width
        if was < 0 or (was < NARROW) != (width < NARROW):
            self._top.be_narrow(width < NARROW)
            self._fold()
        elif (was < BROAD) != (width < BROAD):
            self._fold()

    def toggle_rail(self) -> None:
        self._wants_folded, self._by_hand = not self._rail.folded, True
        settings.put(rail_folded=self._wants_folded)
        self._rail.fold(self._wants_folded)

    def _help_changed(self) -> None:
        self._by_hand = False
        self._fold()
        if (row := self._rail.parentWidget()) is not None and (layout := row.layout()):
            layout.activate()  # help asks how much room there is, now

    def _fold(self) -> None:
        for_help = self._side.opened and self._width < BROAD and not self._by_hand
        folded = self._width < NARROW or for_help or self._wants_folded
        if folded != self._rail.folded:
            self._rail.fold(folded)
