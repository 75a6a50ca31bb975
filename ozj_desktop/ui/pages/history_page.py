"""Geschiedenis: who did what and when, with what stood there before."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import day_and_date
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import clock
from ozj_desktop.ui.page import Page, column, heading, scrolling
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.story import Entry, as_html, as_text, entry
from ozj_desktop.ui.tools import Tools

AT_ONCE = 40  # steps


class EntryRow(QWidget):
    """A moment on the line: time, what it was about, what changed, who."""

    def __init__(self, desk: Desk, told: Entry, *, newest: bool) -> None:
        super().__init__()
        self._desk, self._told, self._newest = desk, told, newest
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 8)
        row.setSpacing(0)
        time = label(clock(told.at), "cell2")
        time.setFixedWidth(44)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(32)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(told.title, "strong", wrap=True))
        self._tell(words)
        row.addLayout(words, 1)
        if told.id:
            there = button(
                desk.theme,
                "Ga erheen",
                "arrow-right",
                look="link",
                size="small",
                do=lambda: desk.go(told.id),
            )
            there.setAccessibleName(f"Ga naar {told.title}")
            row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)

    def _tell(self, words: QVBoxLayout) -> None:
        told, colors = self._told, self._desk.colors
        for change in told.told:
            shown = QLabel(
                as_html(
                    change,
                    f"{colors.danger_text};{colors.danger_bg}",
                    f"{colors.tint_text};{colors.tint}",
                )
            )
            shown.setTextFormat(Qt.TextFormat.RichText)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            shown.setWordWrap(True)
            shown.setMinimumWidth(40)
            shown.setProperty("role", "cell")
            words.addWidget(shown)
        if told.what and not told.told:
            words.addWidget(label(told.what, "cell2", wrap=True))
        if told.reason:
            words.addWidget(label(f"Reden: {told.reason}", "cell2", wrap=True))
        who = " · ".join(part for part in (told.what if told.told else "", told.who) if part)
        words.addWidget(label(who, "meta", wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colors = QPainter(self), self._desk.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(59, 0, 2, self.height()), colors["tint2"])
        painter.setPen(QPen(colors["primary"], 2))
        painter.setBrush(colors["primary" if self._newest else "window"])
        painter.drawEllipse(QPointF(60, 15), 4.5, 4.5)


class HistoryPage(Page):
    """Newest first; older steps when they are asked for."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self._most = AT_ONCE
        self._entries: list[Entry] = []
        self._filter = Line()
        self._filter.setPlaceholderText("Filter op woord of naam")
        self._filter.setAccessibleName("Filter")
        self._filter.textChanged.connect(lambda _: self._fill())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._build()
        desk.theme.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        copy = button(self.desk.theme, "Kopieer als tekst", "copy", do=self.copy)
        held = QWidget()
        held.setLayout(self._rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Geschiedenis", copy, below=self._filter))
        outer.addWidget(scrolling(column(held)), 1)

    def refresh(self) -> None:
        steps = self.desk.dossier.history.steps("ORDER BY seq DESC LIMIT ?", self._most)
        self._entries = [entry(self.desk, step) for step in steps]
        self._fill()

    def heard(self, notice: Notice) -> None:
        self.refresh()

    def _shown(self) -> list[Entry]:
        wanted = self._filter.text().casefold().split()
        return [e for e in self._entries if all(word in _hay(e) for word in wanted)]

    def _fill(self) -> None:
        clear(self._rows)
        shown, day = self._shown(), None
        for n, told in enumerate(shown):
            if told.at.date() != day:
                day = told.at.date()
                above = label(_day(day, self.desk.today), "group")
                above.setContentsMargins(0, 12 if n else 0, 0, 6)
                self._rows.addWidget(above)
            self._rows.addWidget(EntryRow(self.desk, told, newest=n == 0))
        if not shown:
            self._rows.addWidget(label("Niets gevonden in deze stappen.", "soft", wrap=True))
        if len(self._entries) == self._most:
            more = button(
                self.desk.theme, "Toon oudere stappen", "chevron-down", look="link", do=self._older
            )
            self._rows.addWidget(more)

    def _older(self) -> None:
        self._most += 100
        self.refresh()

    def copy(self) -> None:
        """What is in sight, as text for a mail."""
        QApplication.clipboard().setText("\n".join(as_text(told) for told in self._shown()))


def _hay(told: Entry) -> str:
    changes: list[Any] = [f"{t.label} {t.before} {t.after}" for t in told.told]
    return " ".join([told.title, told.what, told.who, told.reason, *changes]).casefold()


def _day(day: date, today: date) -> str:
    if day == today:
        return "vandaag"
    return "gisteren" if day == today - timedelta(days=1) else day_and_date(day)


def page(desk: Desk, tools: Tools) -> HistoryPage:
    return HistoryPage(desk, tools)
