"""Lijsten: the choices in lists, which people may rename, reorder and add to."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.lists import LISTS, ListItem
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import new_item
from ozj_desktop.ui.page import Page, column, heading, scrolling
from ozj_desktop.ui.parts.buttons import Chips
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.tools import Tools


class ListsPage(Page):
    """One list at a time, in its order."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self._list = next(iter(LISTS))
        self._which = Chips(desk.theme, [*LISTS.items()], "Welke lijst")
        self._which.show_value(self._list)
        self._which.chosen.connect(self._choose)
        self._card = Card(LISTS[self._list])
        self._items = Ordered(desk, self._inner, self._fill, text=True)
        self.new = Line()
        self.new.setProperty("newrow", True)
        self.new.setPlaceholderText("Typ een nieuwe keuze")
        self.new.setAccessibleName("Typ een nieuwe keuze")
        if not desk.writable:
            self.new.hide()
        self.new.returnPressed.connect(self._add)
        self._build()
        self.refresh()

    def _build(self) -> None:
        hint = "Wat u hier verandert, verandert overal. Wat in gebruik is, kan niet weg."
        self._card.body.addWidget(label(hint, "cell2", wrap=True))
        self._card.body.addWidget(self._items)
        self._card.body.addWidget(self.new)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Lijsten", below=self._which))
        outer.addWidget(scrolling(column(self._card)), 1)

    def _inner(self, item: ListItem) -> QWidget:
        edit = TextEdit(single=True)
        edit.setAccessibleName("Keuze")
        edit.set_locked(not self.desk.writable)
        edit.edited.connect(lambda: self._store(item, edit))
        return edit

    def _fill(self, inner: QWidget, item: ListItem) -> None:
        assert isinstance(inner, TextEdit)
        if not inner.in_use():
            inner.show_value(item.label)

    def _store(self, item: ListItem, edit: TextEdit) -> None:
        now, text = self.desk.get(ListItem, item.id), edit.value()
        if isinstance(now, ListItem) and text and now.label != text:
            self.desk.edit(now, {"label": text})
        elif isinstance(now, ListItem) and not text:
            edit.show_value(now.label)

    def _choose(self, name: Any) -> None:
        self._list = name
        self.refresh()

    def refresh(self) -> None:
        self._card.title.setText(LISTS[self._list])
        found = in_order(self.desk.dossier.all(ListItem, list=self._list))
        self._items.show_records(found, locked=not self.desk.writable)

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
