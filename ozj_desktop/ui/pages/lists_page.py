"""Lijsten: the choices in lists, which people may rename, reorder and add to."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.lists import LISTS, ListItem
from ozj_desktop.model.reading import Misread
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import new_item
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.buttons import Chips
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.scrolling import column, heading, scrolling
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.past_panel import past_button
from ozj_desktop.ui.tools import Tools


class Choice(QWidget):
    """One choice: its name and, for a choice of the user's own, what it counts as for the rules."""

    def __init__(self, desk: Desk, item: ListItem) -> None:
        super().__init__()
        self._desk, self._item = desk, item
        self.label = TextEdit(single=True)
        self.label.setAccessibleName("Keuze")
        self.label.edited.connect(self._store)
        self._asked = label("telt als", "meta")
        self.counts = PickEdit(desk.theme, self._standard, self._words, optional=False)
        self.counts.setAccessibleName("Telt als")
        self.counts.setToolTip("Als welke vaste keuze het programma die telt.")
        self.counts.setFixedWidth(240)
        self.counts.edited.connect(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, 100)
        row.addStretch(1)  # what is wider than a line that can be read comes after it
        row.addWidget(self._asked)
        row.addWidget(self.counts)
        self.setFocusProxy(self.label)
        for edit in (self.label, self.counts):
            edit.set_locked(not desk.writable)

    def show_item(self, item: ListItem) -> None:
        self._item = item
        own = item.counts_as != item.code
        self._asked.setVisible(own)
        self.counts.setVisible(own)
        if not self.label.in_use():
            self.label.show_value(item.label)
        if not self.counts.in_use():
            self.counts.show_value(item.counts_as)

    def _standard(self) -> list[Option]:
        """The choices that the rules know."""
        items = in_order(self._desk.dossier.all(ListItem, list=self._item.list))
        return [Option(i.code, str(i)) for i in items if i.counts_as == i.code]

    def _words(self, code: str) -> str:
        return next((o.words for o in self._standard() if o.key == code), code)

    def _store(self) -> None:
        now, text = self._desk.get(ListItem, self._item.id), self.label.value()
        if now is not None and text and now.label != text:
            self._desk.edit(now, {"label": text})
        elif now is not None and not text:
            self.label.show_value(now.label)

    def _count(self) -> None:
        try:
            code = self.counts.value()
        except Misread:
            self.counts.show_value(self._item.counts_as)
            return
        if code and code != self._item.counts_as:
            self._desk.edit(self._item, {"counts_as": code})


def _fill(inner: QWidget, item: ListItem) -> None:
    assert isinstance(inner, Choice)
    inner.show_item(item)


class ListsPage(Page):
    """One list at a time, in its order."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self._list = next(iter(LISTS))
        self._which = Chips(desk.theme, [*LISTS.items()], "Welke lijst")
        self._which.show_value(self._list)
        self._which.chosen.connect(self._choose)
        self._card = Card(LISTS[self._list])
        self._items = Ordered(desk, partial(Choice, desk), _fill)
        self.new = give(Line(), "N")
        self.new.setProperty("newrow", True)
        self.new.setPlaceholderText("Typ een nieuwe keuze")
        self.new.setAccessibleName("Typ een nieuwe keuze")
        if not desk.writable:
            self.new.hide()
        self.new.returnPressed.connect(self._add)
        self._build()

    def _build(self) -> None:
        hint = "Wat u hier verandert, verandert overal. Wat in gebruik is, kan niet weg."
        self._card.body.addWidget(label(hint, "cell2", wrap=True))
        self._card.body.addWidget(self._items)
        self._card.body.addWidget(self.new)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Lijsten", past_button(self.desk, "lists"), below=self._which))
        outer.addWidget(scrolling(column(self._card)), 1)

    def _choose(self, name: Any) -> None:
        self._list = name
        self.refresh()

    def refresh(self) -> None:
        for _ in self.parts():
            pass

    def parts(self) -> Iterator[None]:
        self._card.title.setText(LISTS[self._list])
        found = in_order(self.desk.dossier.all(ListItem, list=self._list))
        yield from self._items.show_records(found, locked=not self.desk.writable)

    def heard(self, notice: Notice) -> None:
        if "listitem" in notice.kinds:
            self.refresh()

    def show_thing(self, id: str) -> bool:
        item = self.desk.get(ListItem, id)
        if not isinstance(item, ListItem) or item.list not in LISTS:
            return False
        self._which.show_value(item.list)
        self._choose(item.list)
        if inner := self._items.row(id):
            inner.setFocus()
        return True

    def focus_new(self) -> None:
        self.new.setFocus()

    def _add(self) -> None:
        """A choice that is there already gets the focus instead of a twin."""
        text = self.new.text().strip()
        if not text:
            return
        self.new.clear()
        if there := self._called(text):
            self.show_thing(there.id)
        else:
            self.desk.add(new_item(self.desk.dossier, self._list, text))

    def _called(self, text: str) -> ListItem | None:
        items = self.desk.dossier.all(ListItem, list=self._list)
        return next((i for i in items if sort_key(i.label) == sort_key(text)), None)


def page(desk: Desk, tools: Tools) -> ListsPage:
    return ListsPage(desk, tools)
