"""Let op: what asks attention, by what it is about; or what was set aside, with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signal_subjects import mending
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.aside_bar import AsideBar
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.card import Empty
from ozj_desktop.ui.parts.finding_card import put_aside, take_back
from ozj_desktop.ui.parts.finding_list import BY_KEY, FindingList
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.scrolling import column, heading, scrolling
from ozj_desktop.ui.parts.signal_card import SignalCard
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.tools import Tools

NOW, ASIDE = "now", "aside"
CALM = ("Er is nu niets wat aandacht vraagt", "Afspraken in concept blijven hier buiten.")
HINT = (
    "Terzijde is niet weg: verandert er iets, dan staat het hier weer. Met de pijltjes loopt u "
    "langs de kaarten, T legt terzijde, spatie kiest er meer tegelijk."
)


class SignalsPage(Page):
    """Those that are open, or those that were set aside; filtered on any word."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk)
        self._attention = tools.attention
        self._shown: list[Finding] | None = None
        self._count = label("", "meta")
        self._which = Segmented([(NOW, "nu"), (ASIDE, "terzijde gelegd")], "Welke")
        self._which.show_value(NOW)
        self._which.chosen.connect(lambda _: self.refresh())
        self._filter = Line()
        self.bar = AsideBar(desk.theme)
        self.list = FindingList(desk)
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._filter.setPlaceholderText("Filter op woord, partij of thema")
        self._filter.setAccessibleName("Filter")
        leading = QLineEdit.ActionPosition.LeadingPosition
        self._filter.addAction(icon(self.desk.theme, "list-filter", "text3"), leading)
        self._filter.textChanged.connect(lambda _: self.refresh())
        self.bar.aside.connect(self._put_aside)
        self.bar.back.connect(lambda: take_back(self.desk, self.list.chosen()))
        self.bar.cleared.connect(self.list.choose_none)
        self.list.ticked.connect(self._tell_chosen)
        self.list.wants_aside.connect(self._ask)
        self._count.setContentsMargins(0, 8, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Let op", self._count, self._which, below=self._filter))
        outer.addWidget(self.bar)
        self._area, self._calm = scrolling(column(self.list)), Empty(self.desk.theme, *CALM)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._calm, 1)
        self._calm.hide()

    # What is shown

    def attention_changed(self) -> None:
        self.refresh()

    def heard(self, notice: object) -> None:
        """What asks attention is looked at after every change; it tells when it is known."""

    def refresh(self) -> None:
        """Only when something else is to be shown."""
        if not self._attention.is_ready():
            return
        aside = self._which.value() == ASIDE
        known = self._attention.findings()
        number = sum(bool(f.aside) for f in known)
        self._which.rename(ASIDE, f"terzijde gelegd {number}" if number else "terzijde gelegd")
        found = [f for f in known if bool(f.aside) == aside and self._matches(f)]
        if found != self._shown:
            self._shown = found
            self._count.setText(str(len(found) or ""))
            hint = HINT if self.desk.writable and not aside else ""
            deep, calm = self._in_bar(), not (found or aside or self._filter.text().strip())
            self._calm.setVisible(calm)
            self._area.setVisible(not calm)
            self.list.show_all(found, hint if found else self._nothing(aside))
            if deep:
                self.list.focus(0)

    def _matches(self, finding: Finding) -> bool:
        words = sort_key(self._filter.text()).split()
        if not words:
            return True
        names = (self.desk.names.of(one.kind, one.about) for one in finding.each() if one.about)
        parts = (finding.what, *names, finding.why, finding.mend, finding.aside, finding.facts)
        hay = sort_key(" ".join([*parts, mending(finding).subject.value]))
        return all(word in hay for word in words)

    def _nothing(self, aside: bool) -> str:
        if self._filter.text().strip():
            return f"Niets gevonden voor ‘{self._filter.text()[:60]}’."
        return "Er is niets terzijde gelegd." if aside else ""

    # Acting

    def _in_bar(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.bar.isAncestorOf(focused)

    def _tell_chosen(self) -> None:
        aside = self._which.value() == ASIDE
        self.bar.show_count(len(self.list.chosen()), aside=aside, writable=self.desk.writable)

    def _ask(self, card: SignalCard) -> None:
        """The reason for all that are chosen, or for this one."""
        if card.finding.aside:
            take_back(self.desk, self.list.chosen() or [card.finding])
        elif self.list.chosen():
            self.bar.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            card.open_reason()

    def _put_aside(self, reason: str) -> None:
        put_aside(self.desk, self.list.chosen(), reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the filter goes to the cards; Esc clears the filter, then what was chosen."""
        if event.key() == Qt.Key.Key_Down and self._filter.hasFocus() and self.list.made:
            self.list.made[0].setFocus(BY_KEY)
        elif event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.list.choose_none()
        else:
            super().keyPressEvent(event)

    def regions(self) -> list[QWidget]:
        return [self._filter, self.list]


def page(desk: Desk, tools: Tools) -> SignalsPage:
    return SignalsPage(desk, tools)
