"""The rail at the left: where one is, where one can go, and how much asks attention."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.scrolling import scrolling
from ozj_desktop.ui.parts.text import rule
from ozj_desktop.ui.places import PLACES, Place, arranged, filled
from ozj_desktop.ui.purposes import Purpose, purpose
from ozj_desktop.ui.rail_button import FOLDED, WIDE, Brand, RailButton

ABOUT_MORE = "Waar in dit dossier al iets staat, staat bovenaan"
BAR = 6  # what its scroll bar takes; the same in the style sheet


class Rail(QFrame):
    """Tells where to go; the window goes there."""

    chosen = Signal(str)
    folding = Signal()  # asked to fold or unfold

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        self.folded = False
        self.setProperty("ground", "rail")
        self.setAccessibleName("Onderdelen")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self._brand = Brand(desk.theme)
        self._more = give(RailButton(desk.theme, "Meer", "ellipsis"), "M")
        self._more.about = ABOUT_MORE
        self._more.hint = "chevron-right"
        self._more.setCheckable(False)
        self._inner = QWidget()
        self._fold = give(RailButton(desk.theme, "Inklappen", "panel-left-close"), "Q")
        self._fold.setCheckable(False)
        self._fold.hint = "Ctrl+B"
        self._build()
        self._more.clicked.connect(self._toggle_more)
        self._fold.clicked.connect(self.folding)
        self._group.idClicked.connect(self._clicked)
        self.setFixedWidth(WIDE)
        self.serve(purpose())

    def _build(self) -> None:
        inside, all_of_it = QVBoxLayout(self._inner), QWidget()
        places = QVBoxLayout(all_of_it)
        main, below = QVBoxLayout(), QVBoxLayout()
        for layout in (places, main, inside, below):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2)
        self._homes = {"main": main, "more": inside, "below": below}
        for n, place in enumerate(PLACES):
            self._homes[place.where].addWidget(self._button(place, n))
        places.addLayout(main)
        places.addWidget(self._more)
        places.addWidget(self._inner)
        places.addStretch(1)
        places.addLayout(below)
        places.addSpacing(6)
        places.addWidget(rule(strong=True))
        places.addSpacing(6)
        places.addWidget(self._fold)
        # All of it scrolls: in a low window whatever stood still would leave no room for the rest.
        self._area: QScrollArea = scrolling(all_of_it)
        self._area.verticalScrollBar().rangeChanged.connect(partial(_make_room, places))
        _make_room(places, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8 - BAR, 8)
        column.setSpacing(0)
        column.addWidget(self._brand)
        column.addWidget(self._area, 1)

    def _button(self, place: Place, number: int) -> RailButton:
        made = give(RailButton(self._theme, place.title, place.picture), place.letter)
        self._group.addButton(made, number)
        self.buttons[place.key] = made
        return made

    def _clicked(self, number: int) -> None:
        self.chosen.emit(PLACES[number].key)

    def show_place(self, key: str) -> None:
        self.buttons[key].setChecked(True)
        if self._inner.isHidden() and self._inner.isAncestorOf(self.buttons[key]):
            self.open_more(True)
        QTimer.singleShot(0, self, self._show_checked)  # once what was folded has its place

    def _show_checked(self) -> None:
        self._area.ensureWidgetVisible(self.checked(), 0, 8)

    def _toggle_more(self) -> None:
        self.open_more(self._inner.isHidden())

    def serve(self, chosen: Purpose | None) -> None:
        """Only what somebody came for stands above Meer; who came for all has it open."""
        self._chosen = chosen.places if chosen else ()
        self._arrange()
        here = self._inner.isAncestorOf(self.checked())
        self.open_more(here or bool(chosen and not chosen.places))

    def _arrange(self) -> None:
        homes = arranged(self._chosen, filled(self._desk))
        for where, layout in self._homes.items():
            for place in homes[where]:
                self.buttons[place.key].be_inner(where == "more")
                layout.addWidget(self.buttons[place.key])
        above, more, below = ([self.buttons[p.key] for p in homes[w]] for w in self._homes)
        for one, next in pairwise([*above, self._more, *more, *below, self._fold]):
            QWidget.setTabOrder(one, next)

    def open_more(self, shown: bool) -> None:
        if shown and self._inner.isHidden():
            self._arrange()
        self._inner.setVisible(shown)
        self._more.hint = "chevron-down" if shown else "chevron-right"
        self._more.setAccessibleName("Meer, uitgeklapt" if shown else "Meer, ingeklapt")
        self._more.update()

    def count(self, key: str, number: int) -> None:
        self.buttons[key].count(number)

    def fold(self, folded: bool) -> None:
        self.folded = folded
        self.setFixedWidth(FOLDED if folded else WIDE)
        self._brand.folded = folded
        for button in (*self.buttons.values(), self._more, self._fold):
            button.fold(folded)
        self._fold.setText("Uitklappen" if folded else "Inklappen")
        self._fold.fold(folded)
        self._brand.update()

    def checked(self) -> QWidget:
        """Where the focus goes when somebody comes here by keyboard."""
        return self._group.checkedButton() or self


def _make_room(places: QVBoxLayout, _: int, most: int) -> None:
    """With or without a scroll bar the icons stand in the same place."""
    places.setContentsMargins(0, 0, 0 if most else BAR, 0)
