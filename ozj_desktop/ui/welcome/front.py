"""The front of the welcome: what for, what to begin with, and what to go on with."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.exchange.templates import Template
from ozj_desktop.ui.icons import icon, pixmap, put_icon
from ozj_desktop.ui.messages import two_sentences
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, Message, row_of
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.scrolling import scrolling, show_within
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.purposes import PURPOSES, purpose
from ozj_desktop.ui.status import Tone
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.choices import CardOption, Cards, RowOption, Rows
from ozj_desktop.ui.welcome.recents import RecentList

WIDEST, SIDE, APART = 1240, 424, 32
NARROW = 960  # pixels: below it the two columns stand below each other
PRIVATE = (
    "Alles blijft op deze computer. Het programma gebruikt geen internet. "
    "Zet er geen gegevens van kinderen in."
)


def in_the_middle(held: QWidget) -> QWidget:
    """No wider than the front is, whatever the window."""
    held.setMaximumWidth(WIDEST + 2 * APART)
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(held)
    return around


class Front(QWidget):
    """Tells what somebody wants; the window does it."""

    wants_begin = Signal()
    wants_file = Signal()
    wants_example = Signal(bool)  # that of the coalition

    def __init__(self, theme: Theme, templates: list[Template], now: datetime) -> None:
        super().__init__()
        self._theme = theme
        self.recent = RecentList(theme, now)
        self.purposes = Cards(
            [(p.key, CardOption(theme, p.title, p.about, p.picture)) for p in PURPOSES],
            "Waarvoor gebruikt u dit?",
        )
        self.templates = Rows(
            [(t.key, RowOption(theme, t.name, t.about, t.icon)) for t in templates],
            "Waarmee begint u?",
        )
        self.message = Message(theme)
        self.begin = button(theme, "Begin\xa0", look="primary", size="big")
        give(self.begin, "B").setAccessibleName("Begin")
        self.begin.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        put_icon(self.begin, icon(theme, "arrow-right", "on_primary"), 18)
        self._build()
        known = purpose()
        self.purposes.choose(known.key if known else "")
        self.templates.choose("")
        self.begin.clicked.connect(self.wants_begin)
        self.purposes.settled.connect(self.wants_begin)
        self.templates.settled.connect(self.wants_begin)

    def _build(self) -> None:
        held = QWidget()
        rows = QVBoxLayout(held)
        rows.setContentsMargins(APART, 24, APART, 24)
        rows.setSpacing(16)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(APART)
        rows.addWidget(self.message)
        rows.addLayout(self._halves, 1)
        self._left, self._right = self._new(), self._other()
        self._halves.addWidget(self._left, 1)
        self._halves.addWidget(self._right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(in_the_middle(held)))

    def _new(self) -> QWidget:
        about = (
            "Kies wat u nu gaat doen. Links ziet u dan eerst wat u daarvoor nodig hebt. "
            "De rest staat onder ‘Meer’."
        )
        hint = label("Hierna drie korte vragen: naam, gebied en partijen.", "soft", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.begin)
        row.addWidget(hint, 1)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("Waarvoor gebruikt u dit?", "page"))
        column.addSpacing(4)
        column.addWidget(label(about, "soft", wrap=True))
        column.addSpacing(16)
        column.addWidget(self.purposes)
        column.addSpacing(28)
        column.addWidget(label("Waarmee begint u?", "card"))
        column.addSpacing(8)
        column.addWidget(self.templates)
        column.addSpacing(24)
        column.addLayout(row)
        column.addStretch(1)
        return held

    def _other(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        work = Card("Verder werken", gap=4)
        work.body.addWidget(self.recent)
        open_file = button(self._theme, "Openen…", "folder-open", do=self.wants_file.emit)
        give(open_file, "O")
        work.body.addWidget(row_of(open_file, top=8))
        column.addWidget(work)
        column.addWidget(self._look_first())
        column.addWidget(self._private())
        column.addStretch(1)
        return held

    def _look_first(self) -> Card:
        card = Card(gap=4)
        card.setProperty("card", "tint")
        card.body.addWidget(label("Eerst eens kijken?", "card"))
        words = (
            "In het voorbeelddossier is alles ingevuld voor de verzonnen regio Oevermark. "
            "U kunt er niets mee stukmaken."
        )
        card.body.addWidget(label(words, "cell2", wrap=True))
        look = button(
            self._theme,
            "Voorbeelddossier bekijken",
            "eye",
            do=lambda: self.wants_example.emit(False),
        )
        coalition = button(
            self._theme,
            "De landelijke coalitie van 2018, als voorbeeld",
            look="link",
            size="small",
            do=lambda: self.wants_example.emit(True),
        )
        give(look, "V")
        give(coalition, "L")
        card.body.addWidget(row_of(look, top=6))
        card.body.addWidget(row_of(coalition, top=2))
        return card

    def _private(self) -> QWidget:
        sign = _Sign(self._theme)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(PRIVATE, "cell2", wrap=True), 1)
        return held

    def say(self, why: str, buttons: Sequence[QPushButton] = ()) -> None:
        """What went wrong, at the top and in sight."""
        self.message.say(Tone.BAD, *two_sentences(why), buttons=buttons)
        QTimer.singleShot(0, self.message, self._show_message)  # once it has its place

    def _show_message(self) -> None:
        show_within(self.message, self.message.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._right.setFixedWidth(SIDE) if not narrow else self._widen()

    def _widen(self) -> None:
        self._right.setMinimumWidth(0)
        self._right.setMaximumWidth(16_777_215)

    def focus_first(self, new: bool) -> None:
        """Where Enter does what most people come for."""
        if not new and self.recent.rows:
            self.recent.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self.templates if new else self.purposes).focus_chosen()


class _Sign(QLabel):
    """A lock, in the colour of the palette in use."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(pixmap("lock", self._theme.colors.text2, 16, ratio))
