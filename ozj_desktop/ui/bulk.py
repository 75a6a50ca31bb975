"""Several things at once: what they share, and what is changed for all of them in one step."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model import words
from ozj_desktop.model.dutch import capital, counted, listed, quoted
from ozj_desktop.model.ids import natural_id
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.ui.bulk_box import BulkBox
from ozj_desktop.ui.desk import FEW, Desk
from ozj_desktop.ui.editors import widget
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, Message
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.field_box import INSET
from ozj_desktop.ui.parts.layouts import FieldsLayout, FlowLayout
from ozj_desktop.ui.parts.scrolling import LEFT, WIDEST, column, scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.record_form import made_real
from ozj_desktop.ui.status import Status, Tone
from ozj_desktop.ui.tab_order import BySight
from ozj_desktop.ui.unread import Kept

Frozen = Mapping[str, frozenset[str]]  # per id the fields that may not change
Report = Callable[[int, Sequence[tuple[str, str]]], None]  # how many changed; who did not, and why


@dataclass(frozen=True)
class Bulk:
    """What several things of a kind can have in common.

    `frozen` names per thing the fields that may not change, `why` says of one why; `more` makes
    the cards with what else can be done with all of them.
    """

    fields: tuple[str, ...]
    frozen: Callable[[Desk, Sequence[str]], Frozen] | None = None
    why: Callable[[Desk, str], str] | None = None
    more: tuple[Callable[[Desk], "BulkCard"], ...] = ()


class BulkCard(Card):
    """Something that is done with all that are chosen."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(title)
        self.desk = desk
        self.things: Mapping[str, str] = {}
        self.report: Report = lambda _, __: None

    def show_things(self, things: Mapping[str, str]) -> None:
        """The names of what is chosen, by id."""
        self.things = things


class BulkPanel(BySight):
    """Beside the list, instead of one record."""

    to_list = Signal()
    unwanted = Signal(list)
    copied = Signal(list)

    def __init__(self, desk: Desk, kind: type[Record], bulk: Bulk, *, copies: bool) -> None:
        super().__init__()
        self._desk, self._kind, self._bulk = desk, kind, bulk
        self.things: Mapping[str, str] = {}
        self._values: list[tuple[Any, ...]] = []
        self._frozen: Frozen = {}
        self._title, self._names = label("", "record"), label("", "cell2", wrap=True)
        self._back = button(desk.theme, "Lijst", "chevron-left", size="small", do=self.to_list.emit)
        self._back.hide()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._states: list[StatusLabel] = []
        self.message = Message(desk.theme)
        self._fast = label("", "cell2", wrap=True)
        self._fast.setContentsMargins(INSET, 0, 0, 4)
        self.boxes = [BulkBox(desk, field_of(kind, name)) for name in bulk.fields]
        self.more = [make(desk) for make in bulk.more] if desk.writable else []
        self.first = widget(self.boxes[0].editor)
        self._build(copies=copies)

    def _build(self, *, copies: bool) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._top = self._head(copies=copies)
        outer.addWidget(self._top)
        for card in self.more:
            card.report = self._report
        outer.addWidget(scrolling(column(self._fields(), *self.more)), 1)
        outer.addWidget(self._foot())
        for box in self.boxes:
            box.stored.connect(self._store)
            box.misread.connect(self._keep_unread)

    def comes_late(self, widget: QWidget) -> bool:
        """What goes for all of them is not met by who only fills in the next field."""
        return self._top.isAncestorOf(widget) or any(widget is box.wipe for box in self.boxes)

    def _foot(self) -> QWidget:
        """Where is told what was done: below the fields, so that these stay where they are."""
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        row = QVBoxLayout(held)
        row.setContentsMargins(LEFT, 8, LEFT, 12)
        row.addWidget(self.message)
        self.message.installEventFilter(self)
        held.hide()
        return held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Without anything to tell there is no room for it either."""
        held = self.message.parentWidget()
        if held and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            held.setVisible(not self.message.isHidden())
        return super().eventFilter(watched, event)

    def _head(self, *, copies: bool) -> QWidget:
        theme, held = self._desk.theme, QWidget()
        held.setMaximumWidth(WIDEST)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        if self._desk.writable:
            if copies:
                again = button(theme, "Kopie", "copy", size="small", tip="Ctrl+D in de lijst")
                again.clicked.connect(lambda: self.copied.emit([*self.things]))
                top.addWidget(again)
            gone = button(theme, "Verwijderen", "trash-2", size="small", tip="Delete in de lijst")
            gone.clicked.connect(lambda: self.unwanted.emit([*self.things]))
            top.addWidget(gone)
        stack = QVBoxLayout(held)
        stack.setContentsMargins(LEFT, 12, LEFT, 8)
        stack.setSpacing(6)
        stack.addLayout(top)
        for part in (self._names, self._chips):
            stack.addWidget(part)
        return held

    def _fields(self) -> Card:
        card = Card("Voor alle gekozen")
        card.title.setContentsMargins(INSET, 0, 0, 0)
        card.body.setContentsMargins(16 - INSET, 12, 16, 14)
        held, grid = QWidget(), FieldsLayout()
        held.setLayout(grid)
        card.body.addWidget(self._fast)
        for n, box in enumerate(self.boxes):
            grid.insert(n, box, wide=box.wide)
        card.body.addWidget(held)
        return card

    # Showing

    def show_back(self, shown: bool) -> None:
        self._back.setVisible(shown)

    def show_things(self, things: Mapping[str, str], states: Iterable[Status | None]) -> None:
        """The names of what is chosen, by id, and the state of each."""
        another = [*things] != [*self.things]
        if another:
            self.message.hide()
        self.things, frozen = things, self._bulk.frozen
        self._frozen = frozen(self._desk, [*things]) if frozen else {}
        self._title.setText(f"{counted(len(things), self._kind.names)} gekozen")
        self._names.setText(capital(quoted([*things.values()])))
        self._show_states(Counter(state for state in states if state))
        self._values = self._read()
        if not self._values:  # all of it has gone meanwhile; the list will hear
            return
        for place, box in enumerate(self.boxes, 1):
            locked = not self._desk.writable or self._all_frozen(box.field.name)
            values = [row[place] for row in self._values]
            box.show_values(values, locked=locked, anew=another)
            self._show_unread(box, another)
        for card in self.more:
            card.show_things(things)
        self._show_fast()

    # What was typed and is no value

    def _own_id(self) -> str:
        """Of these things together."""
        return natural_id("several", *sorted(self.things))

    def _keep_unread(self, name: str, text: str, why: str) -> None:
        ids = (*self.things,)
        kept = Kept(text, why, ids[0], name, several=ids) if why and ids else None
        self._desk.unread.put(self._own_id(), name, kept)

    def _show_unread(self, box: BulkBox, another: bool) -> None:
        kept = self._desk.unread.at(self._own_id(), box.field.name)
        if kept and another:
            box.show_misread(kept.text, kept.why)
        elif kept and not box.is_misread():  # it was changed elsewhere, as by undo
            self._desk.unread.put(self._own_id(), box.field.name, None)

    def reveal(self, name: str) -> None:
        """The caret in this field."""
        for box in self.boxes:
            if box.field.name == name:
                box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fast(self) -> None:
        """Which fields cannot be changed for any of them, and why not."""
        fast = [b.field.label for b in self.boxes if self._all_frozen(b.field.name)]
        whys = dict.fromkeys(why for id in [*self.things][:FEW] if (why := self._why(id)))
        self._fast.setVisible(bool(fast and whys) and self._desk.writable)
        self._fast.setText(f"Ligt vast: {listed(fast)}. Waarom: {'; '.join(whys)}.")

    def _read(self) -> list[tuple[Any, ...]]:
        """The fields of all of them as columns: there can be thousands."""
        pick, fields = self._desk.dossier.pick, ("id", *self._bulk.fields)
        if len(self.things) <= FEW:
            return [row for id in self.things for row in pick(self._kind, *fields, id=id)]
        return [row for row in pick(self._kind, *fields) if row[0] in self.things]

    def _show_states(self, counts: Counter[Status]) -> None:
        while len(self._states) < len(counts):
            self._states.append(StatusLabel(self._desk.theme, chip=True))
            self._flow.addWidget(self._states[-1])
        told = [Status(state.shape, f"{n} {state.word}") for state, n in counts.most_common()]
        for n, chip in enumerate(self._states):
            chip.show_status(told[n] if n < len(told) else None)
        self._chips.setVisible(bool(told))

    def _all_frozen(self, name: str) -> bool:
        return all(name in self._frozen.get(id, ()) for id in self.things)

    # Storing

    def _store(self, name: str, value: Any, typing: bool) -> None:
        """One step for all; those of which the field lies fast stay as they are."""
        box = next(box for box in self.boxes if box.field.name == name)
        if typing or box.says_nothing(value):
            return
        value, made = made_real(self._desk, box.field, value)
        place = 1 + self.boxes.index(box)
        other = [row[0] for row in self._values if row[place] != value]
        fast = [id for id in other if name in self._frozen.get(id, ())]
        free = {*other} - {*fast}
        left = [(self.things[id], self._why(id)) for id in fast]
        dossier = self._desk.dossier

        def work() -> Iterator[None]:
            dossier.save(*made)
            for id in free:
                if (thing := self._desk.get(self._kind, id)) is not None:
                    dossier.save(replace(thing, **{name: value}))
                yield

        dossier.settle()
        if free:
            told = words.changed(self._kind, len(free))
            report = partial(self._report, len(free), left)
            self._desk.much("Wijzigen", told, len(free), work(), report)
        elif other:
            self._report(0, left)

    def _why(self, id: str) -> str:
        return self._bulk.why(self._desk, id) if self._bulk.why else ""

    def _report(self, changed: int, left: Sequence[tuple[str, str]]) -> None:
        """What was done; with the things that were left alone, and why."""
        done = f"{capital(counted(changed, self._kind.names))} gewijzigd."
        if not left:
            self.message.say(Tone.GOOD, done)
            return
        whys = dict.fromkeys(why for _, why in left if why)
        one = len(left) == 1
        told = f"{quoted([name for name, _ in left])} {'bleef' if one else 'bleven'} zoals "
        told += f"{'zij was' if one else 'ze waren'}: {'; '.join(whys)}."
        self.message.say(Tone.ATTENTION, done if changed else "Er is niets gewijzigd.", told)

    def focus_first(self) -> None:
        box = next((b for b in self.boxes if b.isEnabled()), None)
        if box:
            box.setFocus(Qt.FocusReason.TabFocusReason)
