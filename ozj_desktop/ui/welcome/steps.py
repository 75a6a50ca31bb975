"""The three questions, one at a time: back, skip, next; nothing is made before the last."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ozj_desktop.exchange.from_template import Answers, usual_members
from ozj_desktop.exchange.templates import Template
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Message
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.scrolling import scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.party_question import NARROW, PartyQuestion
from ozj_desktop.ui.welcome.questions import AreaQuestion, NameQuestion, Question

WIDEST, APART, HIGHEST = 1080, 32, 640


class Steps(QWidget):
    """Keeps all that was typed, whichever way one goes."""

    left = Signal()  # back to the front
    answered = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self.template: Template | None = None
        self.name, self.area = NameQuestion(), AreaQuestion(theme, today)
        self.parties = PartyQuestion(theme)
        self.questions: Sequence[Question] = (self.name, self.area, self.parties)
        self.message = Message(theme)
        self.back = button(theme, "Terug", "chevron-left", look="link", do=self.go_back)
        self.progress = label("", "group")
        self.on = button(theme, "Verder", look="primary", size="big", do=self.go_on)
        self.skip = button(theme, "Overslaan", look="link", do=self._skip)
        for made, letter in ((self.back, "T"), (self.on, "V"), (self.skip, "S")):
            give(made, letter)
        self._stack = QStackedWidget()
        self._stack.setMaximumHeight(HIGHEST)  # on a high screen the buttons stay near
        self._build()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # also from a field that has lines of its own
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)

    def _build(self) -> None:
        for question in self.questions:
            self._stack.addWidget(scrolling(question))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.back)
        top.addSpacing(12)
        top.addWidget(self.progress)
        top.addStretch(1)
        below.setSpacing(16)
        below.addWidget(self.on)
        below.addWidget(self.skip)
        below.addStretch(1)
        held = QWidget()
        held.setMaximumWidth(WIDEST + 2 * APART)
        column = QVBoxLayout(held)
        column.setContentsMargins(APART, 12, APART, 20)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)
        column.addLayout(below)
        column.addStretch(0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(held)

    def begin(self, template: Template) -> None:
        """The first question; what was answered before for the same template is still there."""
        if template != self.template:
            self.template = template
            self.area.begin(template)
            self.parties.begin(usual_members(template, self._today), self.answers())
        self._show(0)

    def answers(self) -> Answers:
        starts_on, ends_on = self.area.period()
        return Answers(
            name=self.name.value(),
            area=self.area.value(),
            area_kind=self.area.kind,
            starts_on=starts_on,
            ends_on=ends_on,
            members=self.parties.members(),
            pasted=self.parties.own.toPlainText(),
        )

    # Going

    def place(self) -> int:
        return self._stack.currentIndex()

    def _show(self, number: int) -> None:
        self.message.hide()
        self._stack.setCurrentIndex(number)
        count = len(self.questions)
        last = number == count - 1
        told = self.template.name if self.template else ""
        self.progress.setText(f"{number + 1} van {count} · {told}")
        self.on.setText("Dossier maken…" if last else "Verder")
        self.on.setAccessibleName(self.on.text())
        self.skip.setText("Zonder partijen verder" if last else "Overslaan")
        self.questions[number].focus_first()

    def go_on(self) -> None:
        if not self.questions[self.place()].is_sound():
            return
        if self.place() == len(self.questions) - 1:
            self.message.hide()
            self.answered.emit()
            return
        self.parties.rename(self.answers())
        self._show(self.place() + 1)

    def go_back(self) -> None:
        if self.place():
            self._show(self.place() - 1)
        else:
            self.left.emit()

    def _skip(self) -> None:
        self.questions[self.place()].skip()
        self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fields pass on the Enter that they have no use for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parties.be_narrow(self.width() < NARROW)
