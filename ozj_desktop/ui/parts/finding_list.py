"""Cards of what asks attention, by subject; made a few at a time, kept while they say the same."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signal_subjects import Subject, mending
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon, put_icon
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.scrolling import lay_out, show_within
from ozj_desktop.ui.parts.signal_card import SignalCard
from ozj_desktop.ui.parts.text import label

AT_ONCE, MORE = 12, 24  # cards of one subject, and so many more each time
FIRST = 6  # cards before the window gets its turn
BY_KEY = Qt.FocusReason.TabFocusReason


class FindingList(QWidget):
    """Subjects fold; arrows walk the cards; several can be chosen."""

    ticked = Signal()
    wants_aside = Signal(object)  # a card: it, or all that are chosen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Sequence[Finding] = ()
        self._last = ""
        self._most: dict[Subject, int] = {}
        self._folded: set[Subject] = set()
        self.made: list[SignalCard] = []
        self.waiting: list[Any] = []  # findings and words that become widgets
        self._kept: dict[Finding, SignalCard] = {}
        self._around: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_some)
        self._cards = QVBoxLayout(self)
        self._cards.setSpacing(8)
        self._cards.setContentsMargins(0, 0, 0, 0)

    def show_all(self, found: Sequence[Finding], last: str) -> None:
        """`last` stands below them all."""
        here = self.place_of_focus()
        self._found, self._last = found, last
        self._fill()
        self.focus(here)

    def chosen(self) -> list[Finding]:
        return [card.finding for card in self.made if card.chosen]

    def choose_none(self) -> None:
        for card in self.made:
            card.tick(False)
        self.ticked.emit()

    # Making

    def _fill(self) -> None:
        """Headings and cards in their order; those that are there already keep their place."""
        self._timer.stop()
        for widget in self._around:
            self._cards.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for card in self.made:
            self._cards.removeWidget(card)
            card.hide()
        self._around, self.made, self.waiting = [], [], []
        for finding in self._kept.keys() - set(self._found):
            self._kept.pop(finding).deleteLater()
        parts: dict[Subject, list[Finding]] = {subject: [] for subject in Subject}
        for finding in self._found:
            parts[mending(finding).subject].append(finding)
        for subject, part in parts.items():
            self.waiting += self._plan(subject, part)
        self.waiting += [self._last] if self._last else []
        self._make_some()
        self.ticked.emit()

    def _plan(self, subject: Subject, part: list[Finding]) -> list[Any]:
        """What comes below each other for one subject: words and numbers become widgets later."""
        if not part:
            return []
        head = (subject, len(part))
        if subject in self._folded:
            return [head]
        most = self._most.get(subject, AT_ONCE)
        more = [(subject, most - len(part))] if len(part) > most else []
        return [head, *part[:most], *more]

    def _make_some(self) -> None:
        """A few cards now, the rest when the window had its turn."""
        made = 0
        while self.waiting and made < FIRST:
            next_ = self.waiting.pop(0)
            if isinstance(next_, Finding):
                made += next_ not in self._kept
                self._put(self._card(next_))
            elif isinstance(next_, str):
                self._put(label(next_, "meta" if self._found else "soft", wrap=True))
            else:
                self._put(self._head(*next_) if next_[1] > 0 else self._more(*next_))
        lay_out()
        if not self.waiting:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.waiting:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the dossier may be closed."""
        super().hideEvent(event)
        self._timer.stop()

    def _put(self, widget: QWidget) -> None:
        self._cards.addWidget(widget)
        widget.show()
        if isinstance(widget, SignalCard):
            self.made.append(widget)
        else:
            self._around.append(widget)

    def _card(self, finding: Finding) -> SignalCard:
        if finding not in self._kept:
            card = self._kept[finding] = SignalCard(self._desk, finding)
            card.step.connect(self._step)
            card.ticked.connect(self.ticked)
            card.wants_aside.connect(lambda: self.wants_aside.emit(card))
        return self._kept[finding]

    def _head(self, subject: Subject, number: int) -> QPushButton:
        folded = subject in self._folded
        made = button(self._desk.theme, f"{subject.value}  {number}", look="quiet", size="small")
        put_icon(made, icon(self._desk.theme, "chevron-right" if folded else "chevron-down"), 14)
        made.setProperty("role", "fold")
        made.setAccessibleName(f"{subject.value}, {number}, {'dicht' if folded else 'open'}")
        made.clicked.connect(lambda: self.fold(subject))
        return made

    def fold(self, subject: Subject) -> None:
        self._folded ^= {subject}
        self._fill()
        heads = [w for w in self._around if w.accessibleName().startswith(f"{subject.value},")]
        if heads:
            heads[0].setFocus(BY_KEY)

    def _more(self, subject: Subject, left: int) -> QPushButton:
        words = "Toon ook de andere" if left == -1 else f"Toon ook de andere {-left}"
        made = button(self._desk.theme, words, "chevron-down", look="link")
        made.clicked.connect(lambda: self._show_more(subject))
        return made

    def _show_more(self, subject: Subject) -> None:
        self._most[subject] = self._most.get(subject, AT_ONCE) + MORE
        self._fill()

    # Walking

    def place_of_focus(self) -> int:
        """The number of the card in use; -1 where it is elsewhere."""
        focused = self.window().focusWidget()
        if focused is None:
            return -1
        cards = enumerate(self.made)
        return next((n for n, card in cards if card is focused or card.isAncestorOf(focused)), -1)

    def focus(self, place: int) -> None:
        """The card in use went elsewhere: the focus goes to the one that came in its place."""
        if place >= 0 and self.made and self.place_of_focus() < 0:
            self.made[min(place, len(self.made) - 1)].setFocus(BY_KEY)

    def _step(self, by: int) -> None:
        there = self.place_of_focus() + by
        if 0 <= there < len(self.made):
            self.made[there].setFocus(BY_KEY)
            show_within(self.made[there], self.made[there].rect())
