"""Geschiedenis: who did what and when, what stood there before, and what differs since a moment."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.past_bar import PastBar
from ozj_desktop.ui.parts.past_list import PastList
from ozj_desktop.ui.parts.scrolling import column, heading, scrolling
from ozj_desktop.ui.parts.since_view import SinceView
from ozj_desktop.ui.past_filter import EVER, PastFilter, first_moment
from ozj_desktop.ui.tools import Tools

STEPS, SUM = "steps", "sum"


class HistoryPage(Page):
    """Step by step, or summed up to share; what is asked stays while the window is open."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk)
        self._which = Segmented([(STEPS, "stap voor stap"), (SUM, "samengevat")], "Hoe")
        self._which.show_value(STEPS)
        self.bar = PastBar(desk)
        self.list = PastList(desk)
        self.since = SinceView(desk, tools)
        self._copy = button(desk.theme, "Kopieer als tekst", "copy", do=self.copy)
        self._build()
        self._which.chosen.connect(lambda _: self._turn())
        self.bar.changed.connect(self._ask)
        self.list.all_of.connect(self.bar.ask_about)
        self.list.wants_everything.connect(self.bar.clear)
        self._show()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Geschiedenis", self._which, self._copy, below=self.bar))
        self._area = scrolling(column(self.list, self.since))
        outer.addWidget(self._area, 1)

    # Showing

    def _show(self) -> None:
        summed = self._which.value() == SUM
        self.list.setVisible(not summed)
        self.since.setVisible(summed)
        self.bar.only_since(summed)
        if summed:
            self.since.show_since(self.bar.filter.since)
        else:
            self.list.show_steps(self.bar.filter.wanted(self.desk), self.bar.filter.words)

    def _turn(self) -> None:
        if self._which.value() == SUM and self.bar.filter.since == EVER:
            self.bar.ask(since=first_moment(self.desk))
        else:
            self._ask()

    def _ask(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self._show()

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        """Show what another page asks about."""
        if isinstance(where, PastFilter):
            self._which.show_value(STEPS)
            self.bar.show_filter(where)
            self._ask()

    def refresh(self) -> None:
        self.list.search.forget()
        self._show()

    def heard(self, notice: Notice) -> None:
        self.refresh()

    def focus_new(self) -> None:
        self.bar.line.setFocus()

    def regions(self) -> list[QWidget]:
        return [self.bar, self.list]

    def copy(self) -> None:
        """What is in sight, as text for a mail."""
        if self._which.value() == SUM:
            self.since.copy()
        else:
            QApplication.clipboard().setText(self.list.as_text())


def page(desk: Desk, tools: Tools) -> HistoryPage:
    return HistoryPage(desk, tools)
