"""Steps of the history below each other, by day; found bit by bit, older ones when asked for."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.dutch import day_and_date
from ozj_desktop.store.past import Wanted
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.past_row import PastRow
from ozj_desktop.ui.parts.scrolling import READABLE, lay_out, show_within
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.past_search import PAGE, PastSearch
from ozj_desktop.ui.story import Entry, as_text


class PastList(QWidget):
    """Rows that stay the same are kept, with the focus that is in them."""

    all_of = Signal(str)
    wants_everything = Signal()  # nothing was found: without a filter there may be

    def __init__(self, desk: Desk, *, own: bool = False) -> None:
        super().__init__()
        self._desk, self._own = desk, own
        self._wanted, self._asked = Wanted(), ""
        self._most = PAGE
        self._kept: dict[int, PastRow] = {}
        self._rows: list[PastRow] = []
        self._around: list[QWidget] = []  # headings of days, and what stands at the end
        self._current = 0
        self.search = PastSearch(desk, self)
        self.search.found.connect(self._add)
        self.search.rested.connect(self._end)
        self.search.paused.connect(self._tidy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._busy = label("Zoekt in alle wijzigingen…", "soft")
        self._busy.hide()
        self._column.addWidget(self._busy)
        self._column.addStretch(1)
        desk.theme.changed.connect(self._draw_anew)

    def entries(self) -> list[Entry]:
        return [row.told for row in self._rows]

    def as_text(self) -> str:
        return "\n".join(as_text(told) for told in self.entries())

    # Filling

    def show_steps(self, wanted: Wanted, words: str = "") -> None:
        if (wanted, words) != (self._wanted, self._asked):
            self._most, self._current = PAGE, 0
        self._wanted, self._asked = wanted, words
        self._fill()

    def refresh(self) -> None:
        """The same question, after something changed."""
        self.search.forget()
        self._fill()

    def _draw_anew(self) -> None:
        self._drop([*self._kept.values()])
        self._kept = {}
        self._fill()

    def _fill(self) -> None:
        focused = self.window().focusWidget()
        self._had_focus = focused is not None and self.isAncestorOf(focused)
        self.search.stop()
        self._drop(self._around)
        self._around = []
        for row in self._rows:  # not hidden: most of them come back at once
            self._column.removeWidget(row)
        self._rows = []
        self.search.begin(self._wanted, self._asked, self._most, only=self._own)
        self._busy.setVisible(self.search.busy and bool(self._asked))
        if self.isVisible():
            self.search.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A margin, for Qt asks how high it would be without a mind for its maximum width."""
        super().resizeEvent(event)
        self._column.setContentsMargins(0, 0, max(self.width() - READABLE, 0), 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.search.pause()

    def _tidy(self) -> None:
        """What is in sight now is what was found; the rest comes later, or not."""
        shown = {row.told.seq for row in self._rows}
        for seq, row in self._kept.items():
            if seq not in shown:
                row.hide()
        lay_out()

    def _drop(self, widgets: list[QWidget] | list[PastRow]) -> None:
        for widget in widgets:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self, told: Entry) -> None:
        last = self._rows[-1].told.at.date() if self._rows else None
        if told.at.date() != last:
            above = label(_day(told.at.date(), self._desk.today), "group")
            above.setContentsMargins(0, 12 if self._rows else 0, 0, 6)
            self._put(above)
        row = self._kept.get(told.seq)
        if row is None or row.told != told:
            if row is not None:
                self._drop([row])
            row = self._kept[told.seq] = self._row(told)
        self._put(row)
        self._rows.append(row)
        row.set_first(len(self._rows) == 1)
        row.set_current(told.seq == self._current if self._current else len(self._rows) == 1)

    def _row(self, told: Entry) -> PastRow:
        row = PastRow(self._desk, told, own=self._own)
        row.chosen.connect(lambda: self._choose(told.seq))
        row.step.connect(self.step)
        row.all_of.connect(self.all_of)
        return row

    def _put(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 2, widget)
        widget.show()
        if not isinstance(widget, PastRow):
            self._around.append(widget)

    def _end(self) -> None:
        """All that fits is there, or a page of it."""
        self._busy.hide()
        theme, shown = self._desk.theme, {row.told.seq for row in self._rows}
        gone = [seq for seq in self._kept if seq not in shown]
        self._drop([self._kept.pop(seq) for seq in gone])
        if not self._rows:
            self._put(label("Hierover is niets gewijzigd.", "soft", wrap=True))
            if self._wanted != Wanted() or self._asked:
                words = "Filter wissen"
                out = button(theme, words, "x", look="link", do=self.wants_everything.emit)
                self._put(row_of(out))
        elif not self.search.done:
            words = "Toon oudere wijzigingen"
            self._older = button(theme, words, "chevron-down", look="link", do=self._show_older)
            self._put(row_of(self._older))
        if self._had_focus and self._rows:
            focused = self.window().focusWidget()
            if focused is None or not self.isAncestorOf(focused):
                self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        lay_out()

    def _show_older(self) -> None:
        here = len(self._rows)
        self._drop(self._around[-1:])
        self._around.pop()
        self._most += PAGE
        self._had_focus = False
        self.search.more()
        self.search.go_on()
        if len(self._rows) > here:
            self._rows[here].setFocus(Qt.FocusReason.TabFocusReason)

    # The current row

    def _choose(self, seq: int) -> None:
        self._current = seq
        for row in self._rows:
            row.set_current(row.told.seq == seq)
        lay_out()

    def step(self, by: int) -> None:
        """To the row below or above the current one."""
        seqs = [row.told.seq for row in self._rows]
        here = seqs.index(self._current) if self._current in seqs else 0
        if 0 <= here + by < len(seqs):
            row = self._rows[here + by]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            show_within(row, row.rect())

    def focus_first(self) -> None:
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)


def _day(day: date, today: date) -> str:
    if day == today:
        return "vandaag"
    if day == today - timedelta(days=1):
        return "gisteren"
    told = day_and_date(day)
    return told.removesuffix(f" {day.year}") if day.year == today.year else told
