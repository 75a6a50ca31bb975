"""Above the history: words to filter on, and chips for since when, who and what."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import long_date, short_date
from ozj_desktop.model.reading import Misread, read_date
from ozj_desktop.store import past
from ozj_desktop.ui import past_filter as moments
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.calendar import add_calendar
from ozj_desktop.ui.parts.edits import TypedEdit
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import tip
from ozj_desktop.ui.past_filter import ALL, EVER, PastFilter, Since

LONGEST = 44  # characters on a chip


class PastBar(QWidget):
    """`changed` when something else is asked; what is asked is in `filter`."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.filter = PastFilter()
        self.line = Line()
        self.line.setPlaceholderText("Filter op woord")
        self.line.setAccessibleName("Filter op woord")
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.line.addAction(icon(desk.theme, "list-filter", "text3"), leading)
        self.line.setFixedWidth(200)
        self.line.textChanged.connect(self._type)
        self.chips = {
            name: self._chip(fill)
            for name, fill in (
                ("sinds", self._fill_since),
                ("wie", self._fill_who),
                ("wat", self._fill_about),
            )
        }
        self._clear = button(desk.theme, "Filter wissen", "x", look="link", do=self.clear)
        self._day = self._day_edit()
        self._remedy = Remedy(desk)
        flow, chips = FlowLayout(), QWidget()
        chips.setLayout(flow)
        chips.setContentsMargins(0, 4, 0, 4)
        for part in (*self.chips.values(), self._clear):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.line, 0, top)
        row.addWidget(self._day, 0, top)
        row.addWidget(chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._remedy)
        self.show_filter(self.filter)

    def _chip(self, fill: Callable[[QMenu], None]) -> QPushButton:
        made = button(self._desk.theme, "", "chevron-down", look="chip")
        menu = QMenu(made)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(partial(fill, menu))
        made.setMenu(menu)
        return made

    def _day_edit(self) -> TypedEdit:
        today = self._desk.today
        read = partial(read_date, today=today)
        edit = TypedEdit(
            read, lambda d: long_date(d) if d else "", lambda d: short_date(d) if d else ""
        )
        edit.setAccessibleName("Sinds welke datum")
        edit.setPlaceholderText("bijvoorbeeld 17 november")
        edit.setFixedWidth(190)
        add_calendar(edit, self._desk.theme, today)
        edit.edited.connect(self._take_day)
        edit.hide()
        return edit

    # What is asked

    def show_filter(self, asked: PastFilter) -> None:
        self.filter = asked
        if self.line.text() != asked.words:
            self.line.setText(asked.words)
        for name, words, plain in (
            ("sinds", asked.since.words, asked.since == EVER),
            ("wie", asked.who or "iedereen", not asked.who),
            ("wat", asked.about.words, asked.about == ALL),
        ):
            chip, shown = self.chips[name], f"{name}: {words}"
            chip.setText(
                (shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…").replace("&", "&&")
            )
            chip.setAccessibleName(shown)
            chip.setToolTip(tip(shown) if len(shown) > LONGEST else "")
            look = "chip" if plain else "chip-on"
            if chip.property("look") != look:
                chip.setProperty("look", look)
                chip.style().unpolish(chip)
                chip.style().polish(chip)
        self._clear.setVisible(asked != PastFilter() and self._clear.parent() is not None)

    def ask(self, **values: Any) -> None:
        """The same, but for these; `changed` tells."""
        self.show_filter(replace(self.filter, **values))
        self.changed.emit()

    def clear(self) -> None:
        self._day.hide()
        self._remedy.say("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter = PastFilter()
        self.line.clear()
        self.ask()

    def only_since(self, only: bool) -> None:
        """A summary is of everybody and everything; only its beginning is to be chosen."""
        for part in (self.line, self.chips["wie"], self.chips["wat"]):
            part.setVisible(not only)
        self._clear.setVisible(not only and self.filter != PastFilter())

    def _type(self, text: str) -> None:
        if text != self.filter.words:
            self.ask(words=text)

    # What can be chosen

    def _fill_since(self, menu: QMenu) -> None:
        seen = moments.last_time(self._desk)
        for since in (*([seen] if seen else []), *moments.lately(self._desk)):
            menu.addAction(since.words, partial(self._since, since))
        menu.addAction("een datum…", self._ask_day)
        menu.addSeparator()
        for name, found in moments.of_documents(self._desk):
            below = menu.addMenu(name[:60].replace("&", "&&"))
            for since in found:
                below.addAction(since.words.replace("&", "&&"), partial(self._since, since))

    def _since(self, since: Since) -> None:
        self._day.hide()
        self._remedy.say("")
        self.ask(since=since)

    def _ask_day(self) -> None:
        self._day.show_value(None)
        self._day.show()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_day(self) -> None:
        try:
            day = self._day.value()
        except Misread as error:
            self._remedy.say(str(error))
            return
        self._remedy.say("")
        if day is not None:
            self.ask(since=moments.since_day(day, self._desk.today))

    def _fill_who(self, menu: QMenu) -> None:
        menu.addAction("iedereen", partial(self.ask, who=""))
        menu.addSeparator()
        for who in past.people(self._desk.dossier):
            menu.addAction(who[:60].replace("&", "&&"), partial(self.ask, who=who))

    def _fill_about(self, menu: QMenu) -> None:
        menu.addAction(ALL.words, partial(self.ask, about=ALL))
        menu.addSeparator()
        if self.filter.about.id:
            menu.addAction(self.filter.about.words[:60].replace("&", "&&")).setEnabled(False)
        for about in moments.abouts():
            menu.addAction(about.words, partial(self.ask, about=about))

    def ask_about(self, id: str) -> None:
        """Only what is about one thing, from whenever and by whomever."""
        self._day.hide()
        self.show_filter(PastFilter(about=moments.everything_of(self._desk, id)))
        self.changed.emit()
