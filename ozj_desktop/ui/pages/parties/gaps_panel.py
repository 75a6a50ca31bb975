"""Wie missen we nog: who is not at the table, why that matters, and what to do about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.exchange.content import party_kinds
from ozj_desktop.model.dutch import capital
from ozj_desktop.model.gaps import Gap, action_for, gaps, open_gaps, others, party_of
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import due_words
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.pages.parties.panel import Panel
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.finding_card import FindingCard
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Tone

TITLE = "Wie missen we nog"
NOBODY = "Er ontbreekt niemand van wie vaak vergeten wordt. Wie hoort u toch nog te weinig?"
FIRST = "Zet eerst neer wie er aan tafel zit. Dan ziet u hier wie er nog ontbreekt."


class GapCard(FindingCard):
    """One kind of party; the reason to leave it so is asked in the card itself."""

    def __init__(self, desk: Desk, gap: Gap, add: Callable[[ListItem], object]) -> None:
        self._gap, self._add = gap, add
        super().__init__(desk, gap.signal)

    def words(self) -> None:
        gap = self._gap
        self.body.addWidget(label(capital(str(gap.item)), "strong", wrap=True))
        self.body.addWidget(label(gap.why, "cell", wrap=True))
        self.body.addWidget(label(gap.source, "meta", wrap=True))
        if gap.signal.aside:
            told = f"Terzijde gelegd: {gap.signal.aside}"
            self.body.addWidget(label(told, "cell2", wrap=True))
        elif gap.action:
            due = gap.action.due
            when = f", {due_words(due, self._desk.today)}" if due else ""
            self.body.addWidget(label(f"Er loopt een actie{when}.", "cell2", wrap=True))

    def offers(self) -> None:
        if self._desk.writable:
            aside = bool(self._gap.signal.aside)
            self.add_aside("Terughalen") if aside else self._offer_more()
        self.row.addStretch(1)

    def _offer_more(self) -> None:
        theme, gap = self._desk.theme, self._gap
        do = partial(self._add, gap.item)
        first = button(theme, "Toevoegen", "plus", size="small", do=do)
        first.setAccessibleName(f"Toevoegen: {gap.item}")
        self.row.addWidget(first)
        self.setFocusProxy(first)
        if gap.action:
            go = partial(self._desk.go, gap.action.id)
            words, picture = "Naar de actie", "arrow-right"
            self.row.addWidget(button(theme, words, picture, look="link", size="small", do=go))
        else:
            act = button(theme, "Maak een actie", "list-checks", size="small", do=self._act)
            act.setAccessibleName(f"Maak een actie: {gap.item}")
            self.row.addWidget(act)
            self.add_aside("Leg terzijde…")

    def _act(self) -> None:
        self._desk.add(action_for(self._gap.item))

    def shape(self) -> tuple[Shape, Tone | None]:
        if self._gap.signal.aside:
            return Shape.DASHED, Tone.NEUTRAL
        return (Shape.BUSY, None) if self._gap.action else (Shape.DASHED, Tone.ATTENTION)


class GapsPanel(Panel):
    """In the place of a record. Adding goes on to the new party, ready to be named."""

    def __init__(
        self, desk: Desk, close: Callable[[], object], added: Callable[[str], object]
    ) -> None:
        super().__init__(desk, TITLE, close)
        self._added = added
        self._told = label("", "soft", wrap=True)
        self.cards: list[GapCard] = []
        self._shown: list[Gap] | None = None
        self._cards, self._more = QVBoxLayout(), QWidget()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(8)
        held = QWidget()
        held.setLayout(self._cards)
        self._flow = FlowLayout(self._more)
        self._rest = label("Vaak aan tafel, hier nog niet", "group")
        parts = (self._told, held, self._rest, self._more)
        self.middle.addWidget(scrolling(column(*parts, gap=10)), 1)
        self.refresh()

    def refresh(self) -> None:
        """Cards are made anew only when they say something else; the focus stays in its place."""
        found = gaps(self.desk.facts, party_kinds())
        if found == self._shown:
            return
        used = self.window().focusWidget()
        here = [n for n, card in enumerate(self.cards) if used and card.isAncestorOf(used)]
        self._shown = found
        self._told.setText(self._summary(found))
        clear(self._cards)
        self.cards = [GapCard(self.desk, gap, self._add) for gap in found]
        for card in self.cards:
            self._cards.addWidget(card)
        self._offer_others()
        if self.cards:
            self.setFocusProxy(self.cards[0])
        if here and self.cards:
            card = self.cards[min(here[0], len(self.cards) - 1)]
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self, found: list[Gap]) -> str:
        if not self.desk.facts.all(Party):
            return FIRST
        return "" if found else NOBODY

    def _offer_others(self) -> None:
        clear(self._flow)
        found = others(self.desk.facts) if self.desk.facts.all(Party) else []
        for item in found:
            chip = button(self.desk.theme, str(item), "plus", look="add", do=self._adding(item))
            chip.setAccessibleName(f"Toevoegen: {item}")
            chip.setEnabled(self.desk.writable)
            self._flow.addWidget(chip)
        self._rest.setVisible(bool(found))
        self._more.setVisible(bool(found))

    def _adding(self, item: ListItem) -> Callable[[], None]:
        return lambda: self._add(item)

    def _add(self, item: ListItem) -> None:
        known = party_kinds().of(item.counts_as)
        party = party_of(item, known, **last_place(self.desk.dossier, Party))
        self.desk.add(party)
        self._added(party.id)


class GapsButton(QWidget):
    """Below the list: opens the panel, and says how many nobody does anything about."""

    def __init__(self, desk: Desk, do: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.button = button(desk.theme, TITLE, "user", look="quiet", do=do)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 8)
        row.addWidget(self.button, 1)
        self.refresh()

    def refresh(self) -> None:
        number = open_gaps(gaps(self._desk.facts, party_kinds()))
        self.button.setText(f"{TITLE} ({number})" if number else TITLE)
