"""Let op: what asks attention, why, where to mend it, or the reason to leave it as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page import Page, column, heading, scrolling
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.finding_card import FindingCard
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.tools import Tools

AT_ONCE = 30  # cards; the rest is shown when it is asked for
NOW, ASIDE = "now", "aside"


class SignalsPage(Page):
    """Those that are open, or those that were set aside."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk)
        self._attention = tools.attention
        self._most = AT_ONCE
        self._shown: list[Finding] = []
        self._made: list[FindingCard] = []
        self._count = label("", "meta")
        self._which = Segmented([(NOW, "nu"), (ASIDE, "terzijde gelegd")], "Welke")
        self._which.show_value(NOW)
        self._which.chosen.connect(lambda _: self.refresh())
        self._filter = Line()
        self._filter.setPlaceholderText("Filter op woord, partij of afspraak")
        self._filter.setAccessibleName("Filter")
        self._filter.textChanged.connect(lambda _: self.refresh())
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._count.setContentsMargins(0, 8, 0, 0)
        held = QWidget()
        held.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Let op", self._count, self._which, below=self._filter))
        outer.addWidget(scrolling(column(held)), 1)

    def attention_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Cards are made anew only when what they show is something else."""
        if not self._attention.is_ready():
            return
        aside = self._which.value() == ASIDE
        found = [f for f in self._attention.findings() if bool(f.aside) == aside]
        found = [f for f in found if self._matches(f)]
        if found != self._shown or not self._cards.count():
            here = self._place_of_focus()
            self._shown = found
            self._fill(aside)
            self._focus(here)

    def _place_of_focus(self) -> int:
        """The number of the card in use; -1 where it is elsewhere."""
        focused = self.window().focusWidget()
        found = (n for n, card in enumerate(self._made) if focused and card.isAncestorOf(focused))
        return next(found, -1)

    def _focus(self, place: int) -> None:
        """The card in use went elsewhere: the focus goes to the one that came in its place."""
        if place >= 0 and self._made:
            card = self._made[min(place, len(self._made) - 1)]
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _matches(self, finding: Finding) -> bool:
        name = self.desk.names.of(finding.kind, finding.about) if finding.about else ""
        hay = sort_key(f"{finding.what} {name} {finding.mend}")
        return all(word in hay for word in sort_key(self._filter.text()).split())

    def _fill(self, aside: bool) -> None:
        clear(self._cards)
        self._made = []
        self._count.setText(str(len(self._shown) or ""))
        for title, part in _parts(self._shown):
            above = label(f"{title}  {len(part)}", "group")
            above.setContentsMargins(0, 8, 0, 0)
            self._cards.addWidget(above)
            for finding in part[: self._most]:
                self._made.append(FindingCard(self.desk, finding))
                self._cards.addWidget(self._made[-1])
            if len(part) > self._most:
                words = f"Toon ook de andere {len(part) - self._most}"
                self._cards.addWidget(
                    button(self.desk.theme, words, "chevron-down", look="link", do=self._show_more)
                )
        if not self._shown:
            self._cards.addWidget(label(self._nothing(aside), "soft", wrap=True))

    def _nothing(self, aside: bool) -> str:
        if self._filter.text().strip():
            return f"Niets gevonden voor ‘{self._filter.text()[:60]}’."
        if aside:
            return "Er is niets terzijde gelegd."
        return "Er is nu niets wat aandacht vraagt. Afspraken in concept blijven hier buiten."

    def _show_more(self) -> None:
        self._most += 100
        self._fill(self._which.value() == ASIDE)

    def heard(self, notice: object) -> None:
        """What asks attention is looked at after every change; it tells when it is known."""


def _parts(found: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    urgent = [f for f in found if f.urgent]
    others = [f for f in found if not f.urgent]
    return [part for part in (("Dringend", urgent), ("Ook goed om te weten", others)) if part[1]]


def page(desk: Desk, tools: Tools) -> SignalsPage:
    return SignalsPage(desk, tools)
