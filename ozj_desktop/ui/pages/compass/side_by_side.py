"""Two turns beside each other: what each block held, the figures of then, what was decided."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.compass import SHORT, Block, BlockState, Cycle
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.series import Trend
from ozj_desktop.model.turn_picture import TurnPicture, from_json, period_of, picture
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.compass.marks import TRENDS
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import STATES, Status

TOP = Qt.AlignmentFlag.AlignTop
NOTHING = "–"
LOST = "Het beeld van deze ronde is niet te lezen."


def picture_of(desk: Desk, turn: Cycle) -> TurnPicture | None:
    """As it was kept, or as it is now; None where what was kept cannot be read."""
    if not turn.picture:
        return picture(desk.facts, turn)
    try:
        return from_json(desk.dossier.blob(turn.picture))
    except (KeyError, ValueError):
        return None


class SideBySide(QWidget):
    """The two newest turns at first; each side can show another."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._turns: list[str] = ["", ""]
        back = button(desk.theme, "Kompas", "chevron-left", size="small", do=self.left.emit)
        self._back = back
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(16)
        head.addWidget(back)
        head.addWidget(label("Rondes naast elkaar", "page"), 1)
        self._choices = [self._choice(side) for side in (0, 1)]
        self._blocks, self._figures, self._decided = (
            Pairs(desk, title) for title in ("Bouwstenen", "Cijfers", "Besluiten")
        )
        top = QWidget()
        row = QGridLayout(top)
        row.setContentsMargins(16, 0, 16, 0)
        row.setColumnMinimumWidth(0, NAMES)
        for side, made in enumerate(self._choices):
            row.addWidget(made, 0, side + 1, Qt.AlignmentFlag.AlignLeft)
            row.setColumnStretch(side + 1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scrolling(column(top, self._blocks, self._figures, self._decided)), 1)
        self.setFocusProxy(back)

    def _choice(self, side: int) -> QPushButton:
        made = button(self._desk.theme, "", "chevron-down")
        made.setAccessibleName("Ronde links" if side == 0 else "Ronde rechts")
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._offer(menu, side))
        made.setMenu(menu)
        return made

    def _offer(self, menu: QMenu, side: int) -> None:
        menu.clear()
        for turn in in_order(self._desk.facts.all(Cycle)):
            menu.addAction(turn.name, self._chooser(side, turn))

    def _chooser(self, side: int, turn: Cycle) -> Callable[[], None]:
        def choose() -> None:
            self._turns[side] = turn.id
            self.refresh()

        return choose

    def refresh(self) -> None:
        """Show both turns, as they are or were."""
        turns = in_order(self._desk.facts.all(Cycle))
        known = {str(turn.id): turn for turn in turns}
        newest = [turn.id for turn in turns][-2:]
        for side in (0, 1):
            if self._turns[side] not in known:
                self._turns[side] = str(newest[min(side, len(newest) - 1)]) if newest else ""
        chosen = [known[id] for id in self._turns if id in known]
        shown = [picture_of(self._desk, turn) for turn in chosen]
        for made, turn in zip(self._choices, chosen, strict=False):
            made.setText(_heading(turn))
        self._blocks.show_pairs(_blocks(shown))
        self._figures.show_pairs(_figures(shown))
        self._decided.show_pairs(_decisions(shown))


def _heading(turn: Cycle) -> str:
    end = f"afgesloten op {long_date(turn.closed_on)}" if turn.closed_on else "loopt nog"
    return f"{turn.name}, {end}"


Pair = tuple[str, Sequence[tuple[str, Status | None]]]
NAMES = 180  # pixels of the first column


class Pairs(Card):
    """Rows with a name, and what each turn has of it."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(title)
        self._theme = desk.theme
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnMinimumWidth(0, NAMES)
        for side in (1, 2):
            self._grid.setColumnStretch(side, 1)
        self.body.addLayout(self._grid)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        clear(self._grid)
        self.setVisible(bool(pairs))
        for n, (name, cells) in enumerate(pairs):
            self._grid.addWidget(label(name, "heavy", wrap=True), n, 0, TOP)
            for side, (words, status) in enumerate(cells):
                self._grid.addWidget(self._cell(words, status), n, side + 1, TOP)

    def _cell(self, words: str, status: Status | None) -> QWidget:
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        if status is not None:
            made = StatusLabel(self._theme)
            made.show_status(status)
            inner.addWidget(made)
        if words or status is None:
            inner.addWidget(label(words or NOTHING, wrap=True))
        return held


_STATES = {state.value: state for state in BlockState}
_TRENDS = {trend.value: trend for trend in Trend}
Shown = Sequence[TurnPicture | None]


def _blocks(shown: Shown) -> list[Pair]:
    def cell(each: TurnPicture | None, block: Block) -> tuple[str, Status | None]:
        if each is None:
            return LOST, None
        found = each.block(block)
        return "\n".join(found.things), STATES[_STATES[found.state]]

    return [(f"{b.number} {SHORT[b]}", [cell(each, b) for each in shown]) for b in Block]


def _figures(shown: Shown) -> list[Pair]:
    """By name: what is called the same is laid beside each other."""
    names = dict.fromkeys(f.name for each in shown if each for f in each.figures)

    def cell(each: TurnPicture | None, name: str) -> tuple[str, Status | None]:
        found = next((f for f in each.figures if f.name == name), None) if each else None
        if found is None or not found.figure:
            return "", None
        target = f", streef {found.target}" if found.target else ""
        return f"{found.figure} in {period_of(found)}{target}", TRENDS[_TRENDS[found.trend]]

    return [(name, [cell(each, name) for each in shown]) for name in names]


def _decisions(shown: Shown) -> list[Pair]:
    names = dict.fromkeys(d.about for each in shown if each for d in each.decisions)

    def cell(each: TurnPicture | None, name: str) -> tuple[str, Status | None]:
        found = next((d for d in each.decisions if d.about == name), None) if each else None
        if found is None:
            return "", None
        return f"{found.verdict}: {found.reason}" if found.reason else found.verdict, None

    return [(name, [cell(each, name) for each in shown]) for name in names]
