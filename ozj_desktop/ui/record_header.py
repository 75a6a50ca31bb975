"""Above a record: where it belongs, its name, its states, and what can be done with all of it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import capital
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.card import Message, clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.field_box import INSET
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.notes import Note, NoteRow
from ozj_desktop.ui.parts.scrolling import LEFT, WIDEST
from ozj_desktop.ui.parts.text import Elided, tip
from ozj_desktop.ui.status import Status, Tone

TALLEST = 112  # pixels: three lines of a name; the rest scrolls, and is in the tooltip
LONG = 120  # characters that fit in them
UNLOCK = "Maak bij Documenten een nieuwe versie, of verbeter daar alleen woorden."
LIST = "Lijst"  # on the way back to it
LOW = 440  # pixels of a window in which a message takes the place of the states


class Command(NamedTuple):
    """Something that can be done with a record, from the menu beside its name."""

    words: str
    picture: str
    do: Callable[[], object]
    keys: str = ""  # a shortcut to show


def elided_name(name: str) -> str:
    """What the tooltip tells: nothing of a name that is in sight."""
    return tip(name) if len(name) > LONG else ""


class RecordHeader(QWidget):
    """The name can be edited in place, as every field."""

    unwanted = Signal()
    to_list = Signal()

    def __init__(
        self, desk: Desk, kind: type[Record], name: str, *, can_delete: bool = True
    ) -> None:
        super().__init__()
        self._desk, self._kind, self._name = desk, kind, name
        self._record: Record | None = None
        self.setMaximumWidth(WIDEST)
        self._above = Elided("", "meta")
        self.title = TextEdit(single=True, role="record", tallest=TALLEST)
        self.title.setAccessibleName(field_of(kind, name).label)
        self.title.setPlaceholderText(f"{kind.names[0].capitalize()} zonder naam")
        self._chips: list[StatusLabel] = []
        self._chip_row, self._has_chips = QWidget(), False
        self._flow = FlowLayout()
        self.ready = button(desk.theme, "Klaar om voor te leggen?", "check", size="small")
        self.ready.hide()
        self._back = button(desk.theme, LIST, "chevron-left", size="small", do=self.to_list.emit)
        self._back.hide()
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(8)
        self.commands: Callable[[], Sequence[Command]] = tuple  # what else can be done with it
        self._can_delete = desk.writable and can_delete
        self._more = give(tool(desk.theme, "ellipsis", "Meer met dit"), "J")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        if not self._can_delete:
            self._more.hide()
        self.message = Message(desk.theme)
        self.message.installEventFilter(self)
        self._noted: Sequence[Note] = ()
        self.notes = QWidget()  # for the page to set above the cards: in a low window they scroll
        self.notes.hide()
        self._notes = QVBoxLayout(self.notes)
        self._build()
        self.setFocusProxy(self.title)
        self.title.edited.connect(self._store)
        self.title.paused.connect(self._typing)
        self.title.refused.connect(self._say_why)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(INSET, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self._back)
        top.addWidget(self._above, 1)
        top.addLayout(self.actions_row)
        top.addWidget(self._more)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LEFT - INSET, 8, LEFT, 8)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self.title)
        self._chip_row.setContentsMargins(INSET, 0, 0, 2)
        row = QHBoxLayout(self._chip_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(self._flow, 1)
        row.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self._chip_row)
        self._notes.setContentsMargins(0, 0, 0, 0)
        self._notes.setSpacing(0)
        below = QVBoxLayout()
        below.setContentsMargins(INSET, 4, 0, 0)
        below.addWidget(self.message)
        outer.addLayout(below)

    def _fill_menu(self) -> None:
        theme, menu = self._desk.theme, self._menu
        menu.clear()
        for command in self.commands():
            words = f"{command.words}\t{command.keys}" if command.keys else command.words
            menu.addAction(icon(theme, command.picture), words, command.do)
        if self._can_delete:
            menu.addSeparator()
            words = f"{self._kind.names[0].capitalize()} verwijderen"
            menu.addAction(icon(theme, "trash-2"), words, self.unwanted.emit)

    def shows(self, id: str, name: str) -> bool:
        """Whether this field of this thing is the name that stands here."""
        return self._record is not None and self._record.id == id and self._name == name

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Why things are as they are, above what is below."""
        if notes != self._noted:
            self._noted = notes
            clear(self._notes)
            for note in notes:
                self._notes.addWidget(NoteRow(self._desk, note))
            self.notes.setVisible(bool(notes))

    def show_record(
        self, record: Record, above: str, chips: Sequence[Status], locked: frozenset[str]
    ) -> None:
        another = self._record is None or self._record.id != record.id
        self._record = record
        if another:
            self.message.hide()
        if another or not self.title.in_use():
            self.title.show_value(getattr(record, self._name))
            self.title.verticalScrollBar().setValue(0)
        self.title.setToolTip(elided_name(getattr(record, self._name)))
        self.title.set_locked(self._name in locked or not self._desk.writable)
        if self._more.isHidden() == (self._can_delete or bool(self.commands())):
            self._more.setVisible(self._more.isHidden())
        self._above.setText(above or self._kind.names[0])
        self._show_chips(chips)

    def _show_chips(self, chips: Sequence[Status]) -> None:
        while len(self._chips) < len(chips):
            made = StatusLabel(self._desk.theme, chip=True)
            self._chips.append(made)
            self._flow.addWidget(made)
        for n, made in enumerate(self._chips):
            made.show_status(chips[n] if n < len(chips) else None)
        self._has_chips = bool(chips)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._make_room()
        return False

    def _make_room(self) -> None:
        crowded = not self.message.isHidden() and self.window().height() < LOW
        self._chip_row.setVisible(self._has_chips and not crowded)

    def show_way_back(self, shown: bool, words: str = LIST) -> None:
        self._back.setText(words)
        self._back.setVisible(shown)

    def _say_why(self) -> None:
        """Why the name cannot be changed: somebody tries to."""
        if not self._desk.writable:
            return  # a band above the page says so already
        what = capital(f"{self._kind.article} {self._kind.names[0]}")
        self.message.say(Tone.ATTENTION, "De naam ligt vast.", f"{what} is voorgelegd. {UNLOCK}")

    def _typing(self) -> None:
        self._keep(typing=True)

    def _store(self) -> None:
        self._keep(typing=False)
        self._desk.dossier.settle()

    def _keep(self, *, typing: bool) -> None:
        if self._record is None or self.title.isReadOnly():
            return
        now = self._desk.get(self._kind, self._record.id)
        values: dict[str, Any] = {self._name: self.title.value()}
        if now is not None and getattr(now, self._name) != values[self._name]:
            self._desk.edit(now, values, typing=typing)
