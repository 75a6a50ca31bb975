"""Let op: what asks attention, why, where to mend it, or the reason to leave it as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signals import set_aside
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page import Page, column, heading, scrolling
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Tone, paint_status
from ozj_desktop.ui.tools import Tools

AT_ONCE = 30  # cards; the rest is shown when it is asked for
NOW, ASIDE = "now", "aside"


class FindingCard(Card):
    """One finding. *Leg terzijde…* opens the reason in the card itself."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__("", gap=4)
        self._desk, self._finding = desk, finding
        self.body.setContentsMargins(44, 12, 16, 12)
        name = desk.names.of(finding.kind, finding.about) if finding.about else ""
        self.body.addWidget(label(finding.what, "strong", wrap=True))
        if name:
            self.body.addWidget(label(name, "cell2", wrap=True))
        self.body.addWidget(label(finding.why, "meta", wrap=True))
        if finding.aside:
            self.body.addWidget(label(f"Terzijde gelegd: {finding.aside}", "cell", wrap=True))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(16)
        self._reason = Line()
        self._reason.setPlaceholderText("Schrijf waarom")
        self._reason.setAccessibleName("Waarom legt u dit terzijde?")
        self._asked = self._ask()
        self._asked.hide()
        self._offer()
        self.body.addLayout(self._actions)
        self.body.addWidget(self._asked)
        self._reason.returnPressed.connect(self._keep)

    def _offer(self) -> None:
        theme, finding = self._desk.theme, self._finding
        if finding.about:
            words = finding.mend or "Ga erheen"
            there = button(theme, words, "arrow-right", look="link", size="small", do=self._go)
            self._actions.addWidget(there)
        elif finding.mend:
            self._actions.addWidget(label(finding.mend, "cell2"))
        if self._desk.writable:
            words, do = (
                ("Terughalen", self._bring_back)
                if finding.aside
                else ("Leg terzijde…", self._open_reason)
            )
            aside = button(theme, words, look="quiet", size="small", do=do)
            self._actions.addWidget(aside)
            self.setFocusProxy(aside)
        self._actions.addStretch(1)

    def _ask(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._reason, 1)
        row.addWidget(button(self._desk.theme, "Leg terzijde", do=self._keep))
        column.addLayout(row)
        told = "Verandert er iets, dan komt dit vanzelf terug."
        column.addWidget(label(told, "meta", wrap=True))
        return held

    def _go(self) -> None:
        self._desk.go(self._finding.about)

    def _open_reason(self) -> None:
        self._asked.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._reason.setFocus()
            return
        with self._desk.step("set_aside", reason=reason):
            self._desk.dossier.save(set_aside(self._finding, reason))

    def _bring_back(self) -> None:
        record = self._desk.get(SetAside, set_aside(self._finding, "").id)
        if record is not None:
            with self._desk.step("brought_back"):
                self._desk.dossier.delete(record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked.isVisible():
            self._asked.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shape = Shape.TRIANGLE if self._finding.urgent else Shape.HALF
        tone = Tone.NEUTRAL if self._finding.aside else None
        paint_status(QPainter(self), QRectF(16, 14, 16, 16), shape, self._desk.colors, tone)


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
