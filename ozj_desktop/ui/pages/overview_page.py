"""Overzicht: where the samenwerking stands, what is due, and what asks attention."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Decision, Progress
from ozj_desktop.model.parties import Party
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signal_subjects import NEW
from ozj_desktop.model.turn import current
from ozj_desktop.ui import overview_facts as facts
from ozj_desktop.ui.attention import names_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon, put_icon
from ozj_desktop.ui.overview_cards import LinesCard, States
from ozj_desktop.ui.overview_empty import begin_here
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, Empty
from ozj_desktop.ui.parts.line_row import HIGH, LINE
from ozj_desktop.ui.parts.scrolling import LEFT, scrolling
from ozj_desktop.ui.parts.text import Elided, label
from ozj_desktop.ui.status import STATES, Shape, Status
from ozj_desktop.ui.tools import Tools

if TYPE_CHECKING:
    from ozj_desktop.ui.overview_compass import CompassCard, ResultsCard

ONE_COLUMN = 820  # pixels below which the columns stand under each other
MOST = 10  # rows on a card
TOP, CARD, GAP = 74, 52, 16  # what surrounds the cards, a card without its rows, the air between
STATES_CARD, RESULTS_CARD = 194, 198

NO_ACTIONS = "Er staat nog niets open. Schrijf bij Acties op wie wat gaat doen."
NO_DAYS = "Er staat niets gepland. Geef afspraken en acties een datum, dan komen ze hier."
NO_CHANGES = "Wat u en anderen wijzigen, ziet u hier terug."
NOBODY = "Er wacht niemand: elke partij is akkoord, of u legde bij Documenten nog niets voor."


class OverviewPage(Page):
    """Two columns of cards; one below the other where there is no room."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk)
        self._attention = tools.attention
        self._subtitle = Elided("", "soft")
        self._chips: list[QPushButton] = []
        self._news: QPushButton | None = None
        self._decided, self._going = States(desk), States(desk)
        self._todo = LinesCard(desk, "Nu te doen", NO_ACTIONS, all_of="actions")
        self._month = LinesCard(desk, "Deze maand", NO_DAYS)
        self._waiting = LinesCard(desk, "Akkoord nog open", NOBODY, all_of="documents")
        calm = "Er is niets wat aandacht vraagt."
        self._signals = LinesCard(desk, "Let op", calm, all_of="signals", shape_first=True)
        self._changes = LinesCard(desk, "Laatst gewijzigd", NO_CHANGES, all_of="history")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._agreements = self._agreements_card()
        self._compass: CompassCard | None = None
        self._results: ResultsCard | None = None
        self._build()
        self.refresh()

    def _build(self) -> None:
        left, right = self._left, self._right
        for layout in (left, right, self._pair, self._columns, self._below):
            layout.setSpacing(GAP)
        left.addWidget(self._agreements)
        left.addWidget(self._waiting)
        left.addWidget(self._changes, 1)
        self._pair.addWidget(self._month, 1)
        self._pair.addWidget(self._signals, 1)
        right.addWidget(self._todo)
        right.addLayout(self._pair, 1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(LEFT, 0, LEFT, 16)
        column.setSpacing(GAP)
        column.addLayout(self._columns)
        column.addLayout(self._below)
        self._full = scrolling(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._heading())
        outer.addWidget(self._full, 1)
        self._outer = outer
        self._empty: Empty | None = None

    def _heading(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(LEFT, 16, LEFT, 12)
        row.setSpacing(16)
        row.addWidget(label("Overzicht", "page"))
        row.addWidget(self._subtitle, 1)
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        row.addLayout(self._chip_row)
        return held

    def _agreements_card(self) -> Card:
        card = Card("Afspraken")
        card.head.addWidget(
            button(
                self.desk.theme,
                "Naar de afspraken",
                "arrow-right",
                look="link",
                do=lambda: self.desk.go("agreements"),
            )
        )
        both = QHBoxLayout()
        both.setSpacing(32)
        for title, states in (("Besluit", self._decided), ("Voortgang", self._going)):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(label(title, "label"))
            column.addWidget(states)
            both.addLayout(column, 1)
        card.body.addLayout(both)
        return card

    # Showing

    def _show_empty(self) -> None:
        empty = not any(self.desk.dossier.count(kind) for kind in (Agreement, Party, Action))
        if empty and self._empty is None:
            self._empty = begin_here(self.desk)
            self._outer.addWidget(self._empty, 1)
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._full.setVisible(not empty)

    def _show_turn(self) -> None:
        """Where parties do a turn of the Kompas its wheel comes first, and results with it."""
        turn = current(self.desk.facts)
        if turn is None:
            return
        if self._compass is None or self._results is None:
            self._make_room_for_turn()
        if self._compass and self._results:
            self._compass.show_turn(turn)
            self._results.show_results()

    def _make_room_for_turn(self) -> None:
        from ozj_desktop.ui.overview_compass import CompassCard, ResultsCard  # most start without

        self._compass, self._results = CompassCard(self.desk), ResultsCard(self.desk)
        for card in (self._agreements, self._waiting, self._changes):
            self._left.removeWidget(card)
            self._below.addWidget(card, 1)
        self._left.addWidget(self._compass, 1)
        self._right.addWidget(self._results)
        self._fit_all()

    def refresh(self) -> None:
        self._show_empty()
        self._show_turn()
        desk = self.desk
        self._subtitle.setText(facts.period(desk))
        self._show_chips()
        decided, going = facts.agreement_counts(desk)
        self._decided.show_counts([(STATES[d], decided[d]) for d in Decision])
        self._going.show_counts([(STATES[p], going[p]) for p in Progress])
        self._todo.show_lines(facts.to_do(desk), total=len(facts.open_actions(desk)))
        self._month.show_lines(facts.this_month(desk))
        self._waiting.show_lines(facts.waiting_parties(desk))
        last = desk.dossier.history.last.seq
        self._changes.show_lines(facts.last_changes(desk, MOST), total=last)
        self.attention_changed()

    def _show_chips(self) -> None:
        for n, (words, picture, place) in enumerate(facts.how_many(self.desk)):
            if n == len(self._chips):
                made = button(self.desk.theme, words, picture, look="chip", do=self._to(place))
                self._chips.append(made)
                self._chip_row.addWidget(made)
            self._chips[n].setText(words)
            put_icon(self._chips[n], icon(self.desk.theme, picture), 12)
        self._show_news()

    def _show_news(self) -> None:
        """What changed since this user closed this dossier; nothing the first time."""
        words = facts.news(self.desk)
        if words and self._news is None:
            look = "chip-on"
            self._news = button(self.desk.theme, words, "history", look=look, do=self._go_news)
            self._chips.append(self._news)
            self._chip_row.addWidget(self._news)
        if self._news is not None:
            self._news.setText(words)
            self._news.setAccessibleName(f"Sinds vorige keer: {words}")
            self._news.setToolTip("Wat er veranderde sinds u dit dossier de vorige keer sloot.")
            self._news.setVisible(bool(words) and self.width() >= ONE_COLUMN)

    def _go_news(self) -> None:
        from ozj_desktop.ui.past_filter import PastFilter, last_time

        if since := last_time(self.desk):
            self.desk.go("history", PastFilter(since=since))

    def _to(self, place: str) -> Callable[[], None]:
        return lambda: self.desk.go(place)

    def focus_new(self) -> None:
        """A new agreement is what most people come for."""
        self.desk.go("agreements", NEW)

    def attention_changed(self) -> None:
        found = self._attention.open()
        if self._attention.is_ready():
            self._signals.show_lines(
                [_finding(self.desk, f) for f in found[:MOST]], total=len(found)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_all()

    def _fit_all(self) -> None:
        one = self.width() < ONE_COLUMN
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if one else across)
        self._below.setDirection(down if one else across)
        self._pair.setDirection(down if self.width() < 560 else across)
        for chip in self._chips:
            chip.setVisible(not one)
        self._show_news()
        if self._compass is None:
            self._fit(self.height() - TOP, one=one)
        else:
            self._fit_with_turn(self.height() - TOP, one=one)

    def _fit(self, room: int, *, one: bool) -> None:
        """As many rows on each card as there is room for, so that all cards end together."""
        high = HIGH
        left = max((room - STATES_CARD - 2 * (CARD + GAP)) // high, 4)
        waiting = 4 if one else max(min(self._waiting.count(), left - 3), 2)
        self._waiting.show_most(waiting)
        self._changes.show_most(4 if one else min(max(left - waiting, 2), MOST))
        right = (room - 2 * CARD - GAP) // high
        pair = 4 if one else min(max(right // 2, 3), MOST)
        self._month.show_most(pair)
        self._signals.show_most(pair)
        rest = room - 2 * CARD - GAP - pair * (HIGH + LINE)
        self._todo.show_most(4 if one else min(max(rest // high, 3), MOST))

    def _fit_with_turn(self, room: int, *, one: bool) -> None:
        """The wheel and what stands beside it fill the window; the rest is below."""
        rows = room - RESULTS_CARD - 2 * (CARD + GAP)
        pair = 3 if one else min(max(rows * 45 // (100 * (HIGH + LINE)), 2), 5)
        for card in (self._month, self._signals):
            card.show_most(pair)
        self._todo.show_most(4 if one else min(max((rows - pair * (HIGH + LINE)) // HIGH, 2), 6))
        for card in (self._waiting, self._changes):
            card.show_most(4)


def _finding(desk: Desk, finding: Finding) -> Line:
    about = names_of(desk, finding)
    shape = Shape.TRIANGLE if finding.urgent else Shape.HALF
    status = Status(shape, "dringend" if finding.urgent else "let op")
    return Line(finding.about or "signals", finding.what, about, status)


def page(desk: Desk, tools: Tools) -> OverviewPage:
    return OverviewPage(desk, tools)
