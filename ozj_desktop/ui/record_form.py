"""Cards of fields for one record, built from its type; what is empty waits as a chip."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.record import Field, Form, Record, field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import EMPTY
from ozj_desktop.ui.names import new_thing
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.field_box import INSET, FieldBox, is_empty
from ozj_desktop.ui.parts.layouts import FieldsLayout, FlowLayout
from ozj_desktop.ui.parts.pick_edit import New
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.unread import Kept

CHIPS = 6  # more than this wait behind "meer…"


class Told(NamedTuple):
    """What stands among the fields and follows from other things; a click goes to `where`."""

    label: str
    place: int
    where: str
    words: Callable[[Desk, Any], str]
    empty: str = EMPTY


@dataclass(frozen=True)
class Section:
    """A card: its fields in order, and which of them are there even when they are empty."""

    title: str
    fields: tuple[str, ...]
    always: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    wide: tuple[str, ...] = ()
    after: Mapping[str, str] = field(default_factory=dict)  # asked once another is filled in
    offers: tuple[str, ...] = ()  # fields of a later card
    offered: bool = False  # its chips are on another card; it is there once something is in it
    told: tuple[Told, ...] = ()


class SectionCard(Card):
    """One section of a form."""

    wanted = Signal(str)  # a field that is not on this card
    shown = Signal()  # or hidden: it came or went

    def __init__(self, desk: Desk, kind: type[Record], section: Section) -> None:
        super().__init__(section.title)
        self._desk, self._section = desk, section
        self._kind = kind
        self._record: Record | None = None
        self._locked: frozenset[str] = frozenset()
        self._opened: set[str] = set()
        self.folded = False  # nothing of it is in sight
        self._all_chips = False
        self._fields = {name: field_of(kind, name) for name in section.fields}
        self._boxes: dict[str, FieldBox] = {}
        self._chips: dict[str, QPushButton] = {}
        self._grid = FieldsLayout()
        self._flow = FlowLayout()
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._grid_host, self._flow_host = QWidget(), QWidget()
        self._grid_host.setLayout(self._grid)
        self._flow_host.setLayout(self._flow)
        self._more = button(desk.theme, "meer…", "chevron-down", look="chip", do=self._show_all)
        self._add_chips()
        self._told = [TellBox(told) for told in section.told]
        for told, box in zip(section.told, self._told, strict=True):
            self._grid.insert(told.place, box, wide=True)
            box.clicked.connect(partial(self.wanted.emit, told.where))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.body.setContentsMargins(16 - INSET, 12, 16, 14)
        self.head.setContentsMargins(INSET, 0, 0, 0)
        self._flow_host.setContentsMargins(INSET, 0, 0, 0)
        self.body.addWidget(self._grid_host)
        self.body.addWidget(self._flow_host)

    def _box(self, name: str) -> FieldBox:
        """The box of a field, made when it is first shown: most fields are empty."""
        if name not in self._boxes:
            shown, order = self._section.labels.get(name, ""), [*self._fields]
            wide = name in self._section.wide
            box = FieldBox(self._desk, self._fields[name], shown_label=shown, wide=wide)
            box.stored.connect(self._store)
            box.left_empty.connect(self._left_empty)
            box.misread.connect(self._keep_unread)
            place = sum(order.index(made) < order.index(name) for made in self._boxes)
            place += sum(told.place <= place for told in self._section.told)
            self._grid.insert(place, box, wide=box.wide)
            self._boxes[name] = box
        return self._boxes[name]

    def _add_chips(self) -> None:
        own = [] if self._section.offered else [*self._fields.values()]
        for f in [*own, *(field_of(self._kind, name) for name in self._section.offers)]:
            if f.name not in self._section.always:
                self._chips[f.name] = self._chip(f)
                self._flow.addWidget(self._chips[f.name])
        self._flow.addWidget(self._more)

    def _chip(self, f: Field) -> QPushButton:
        words = self._section.labels.get(f.name, f.label)
        words = words if _is_short_for(words) else words[:1].lower() + words[1:]
        do = self._open if f.name in self._fields else self.wanted.emit
        chip = button(self._desk.theme, words, "plus", look="add", do=partial(do, f.name))
        chip.setAccessibleName(f"{words} toevoegen")
        chip.setToolTip(f.help)
        return chip

    # Showing

    def show_record(self, record: Record, locked: frozenset[str], *, anew: bool) -> None:
        """`locked` names the fields that may not change; `anew` is for another record."""
        self._record, self._locked = record, locked
        if anew:
            self._opened.clear()
            self._all_chips = False
        for name in self._fields:
            if self._is_shown(name):
                self._fill(name, anew=anew)
        for box in self._told:
            box.show_words(self._desk, record)
        self._arrange()

    def _fill(self, name: str, *, anew: bool) -> None:
        box = self._box(name)
        box.set_locked(name in self._locked)
        id, value = self._record.id if self._record else "", getattr(self._record, name)
        box.show_value(value, anew=anew)
        kept = self._desk.unread.at(id, name)
        if kept and anew:
            box.show_misread(kept.text, kept.why)
        elif kept and not box.is_misread():  # it was changed elsewhere, as by undo
            self._desk.unread.put(id, name, None)

    def names(self) -> frozenset[str]:
        return frozenset((*self._fields, *self._section.offers))

    def fields(self) -> list[Field]:
        return [*self._fields.values()]

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        """Where a field is, with the caret in it for `focus`; nothing is changed by looking."""
        if name not in self._fields:
            return None
        if not self._is_shown(name):
            flag = self._fields[name].form is Form.FLAG  # opening it would turn it
            if flag or not focus or name in self._locked:
                return self
            self._open(name)
        elif focus:
            self._boxes[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return self._boxes[name]

    def _is_shown(self, name: str) -> bool:
        if name not in self._fields:  # it is on another card, once it is filled in
            return not is_empty(field_of(self._kind, name), getattr(self._record, name))
        if not is_empty(self._fields[name], getattr(self._record, name)):
            return True
        asked = name in self._section.always or name in self._opened or self._follows(name)
        asked = asked or bool(self._record and self._desk.unread.at(self._record.id, name))
        return asked and name not in self._locked  # what lies fast and is empty says nothing

    def _follows(self, name: str) -> bool:
        """Whether the field because of which this one is asked is filled in."""
        before = self._section.after.get(name, "")
        return before in self._fields and not is_empty(
            self._fields[before], getattr(self._record, before)
        )

    def _arrange(self) -> None:
        waiting = [n for n in self._chips if not self._is_shown(n) and n not in self._locked]
        for name, box in self._boxes.items():
            box.setVisible(self._is_shown(name))
        shown = waiting if self._all_chips or len(waiting) <= CHIPS + 1 else waiting[:CHIPS]
        for name, chip in self._chips.items():
            chip.setVisible(name in shown)
        self._more.setVisible(len(shown) < len(waiting))
        self._flow_host.setVisible(bool(waiting))
        filled = any(self._is_shown(n) for n in self._fields)
        self._grid_host.setVisible(filled)
        if self._section.offered and self.folded == filled:
            self.folded = not filled
            self.setVisible(filled)
            self.shown.emit()

    def _show_all(self) -> None:
        self._all_chips = True
        self._arrange()

    def _open(self, name: str) -> None:
        """Put a field in its place on the card, and the caret in it."""
        f = self._fields[name]
        if not self._is_shown(name):
            self._opened.add(name)
            self._fill(name, anew=True)
            self._arrange()
            if f.form is Form.FLAG:
                self._store(name, not f.default, False)
        self._boxes[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _left_empty(self, name: str) -> None:
        if name in self._opened:
            self._opened.discard(name)
            self._arrange()

    # Storing

    def _keep_unread(self, name: str, text: str, why: str) -> None:
        id = self._record.id if self._record else ""
        self._desk.unread.put(id, name, Kept(text, why, id, name) if why else None)

    def _store(self, name: str, value: Any, typing: bool) -> None:
        if self._record is None or name in self._locked:
            return
        value, made = made_real(self._desk, self._fields[name], value)
        now = self._desk.get(self._kind, self._record.id)
        if now is not None and getattr(now, name) != value:
            self._desk.edit(now, {name: value}, typing=typing, with_new=made)
        if not typing:
            self._desk.dossier.settle()


def _is_short_for(words: str) -> bool:
    """KvK-nummer, OPR: with more capitals than the first."""
    return any(letter.isupper() for letter in words.split()[0][1:])


def made_real(desk: Desk, f: Field, value: Any) -> tuple[Any, list[Record]]:
    """A value that asks for a new thing, as the id of that thing, and the thing."""
    if isinstance(value, New):
        thing = new_thing(desk.dossier, f, value.text)
        return thing.id, [thing]
    if f.form is Form.REFS and any(isinstance(v, New) for v in value):
        things = {v: new_thing(desk.dossier, f, v.text) for v in value if isinstance(v, New)}
        return frozenset(things[v].id if v in things else v for v in value), [*things.values()]
    return value, []


class TellBox(QWidget):
    """A label and words, as a field that is kept elsewhere."""

    clicked = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(0)
        self._words = label("", wrap=True)
        self._words.setContentsMargins(0, 6, 0, 10)
        column.addWidget(label(told.label, "label"))
        column.addWidget(self._words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, desk: Desk, record: Record) -> None:
        words = self._told.words(desk, record)
        self._words.setText(words or self._told.empty)
        self._words.setProperty("role", "" if words else "hint")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class RecordForm(QWidget):
    """The cards of one kind of thing, for whichever record is shown."""

    wanted = Signal(str)  # a field that is elsewhere on the page

    def __init__(self, desk: Desk, kind: type[Record], sections: Sequence[Section]) -> None:
        super().__init__()
        self._shown = ""
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.cards = [SectionCard(desk, kind, section) for section in sections]
        for card in self.cards:
            column.addWidget(card)
            card.wanted.connect(self.wanted)
            card.shown.connect(self._fold)

    def _fold(self) -> None:
        """Without a card in sight there is no gap either."""
        self.setVisible(not all(card.folded for card in self.cards))

    def show_record(self, record: Record, locked: frozenset[str] = frozenset()) -> None:
        """Fields in `locked` can be read, not changed; in a read-only window none can."""
        anew, self._shown = record.id != self._shown, record.id
        for card in self.cards:
            every = card.names() if not self._desk.writable else locked
            card.show_record(record, every, anew=anew)

    def shows(self, id: str) -> bool:
        return self._shown == id

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        """Where a field is; None where it is on none of the cards."""
        found = (card.reveal(name, focus=focus) for card in self.cards)
        return next((place for place in found if place), None)
