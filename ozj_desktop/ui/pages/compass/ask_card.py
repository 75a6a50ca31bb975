"""One question with one line to type: nobody needs a form for a first look at a block."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ozj_desktop.exchange.compass_text import BlockText
from ozj_desktop.model.activities import Activity
from ozj_desktop.model.block_line import newest_activity
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.text import label

BESIDE = 420  # pixels from which the button stands beside the line
MOST = 400  # characters of a line


class AskCard(Card):
    """`typed` tells what was typed, for what the block makes of it."""

    typed = Signal(str)

    def __init__(self, desk: Desk, activity_changed: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("card", "tint")
        self.body.setContentsMargins(24, 18, 24, 18)
        self.body.setSpacing(10)
        self.question = label("", "record", wrap=True)
        self.line = give(Line(), "N")
        self.line.setMaxLength(MOST)
        self.line.setMinimumHeight(38)
        self.line.returnPressed.connect(self._add)
        self._add_button = button(desk.theme, "", "plus", look="primary", size="big", do=self._add)
        self.hint = label("", "meta", wrap=True)
        self.activity = PickEdit(desk.theme, self._activities, self._name, optional=False)
        self.activity.setAccessibleName("Bij welke activiteit")
        self._about = label("Bij welke activiteit", "label")
        self.body.addWidget(self.question)
        for widget in (self._about, self.activity):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.line, 1)
        row.addWidget(self._add_button)
        self.body.addLayout(row)
        self.body.addWidget(self.hint)

    def show_text(self, text: BlockText, *, about_an_activity: bool) -> None:
        self.question.setText(text.question)
        self.line.setPlaceholderText(text.placeholder)
        self.line.setAccessibleName(text.question)
        self._add_button.setText(text.added)
        self.hint.setText(text.hint)
        for widget in (self._about, self.activity):
            widget.setVisible(about_an_activity)
        if about_an_activity and not self.activity.value():
            newest = newest_activity(self._desk.facts)
            self.activity.show_value(newest.id if newest else None)
        self.setVisible(self._desk.writable)

    def chosen_activity(self) -> Activity | None:
        return self._desk.facts.get(Activity, self.activity.value())

    def _activities(self) -> list[Option]:
        found = sorted(self._desk.facts.all(Activity), key=lambda a: sort_key(a.name))
        return [Option(a.id, str(a)) for a in found]

    def _name(self, id: str) -> str:
        return self._desk.names.of(Activity, id)

    def _add(self) -> None:
        """The line stays ready for the next one."""
        if text := " ".join(self.line.text().split()):
            self.line.clear()
            self.typed.emit(text)
        self.line.setFocus()
