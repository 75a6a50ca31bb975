"""Weergave: the button beside the title of a list, its menu, and the line that asks for a name."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout

from ozj_desktop.model.dutch import number
from ozj_desktop.ui.icons import icon, tick
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.list_notes import InPlace
from ozj_desktop.ui.parts.text import elided, tip
from ozj_desktop.ui.status import Tone
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.views import ALL, Look, Looks, View

if TYPE_CHECKING:
    from ozj_desktop.ui.record_header import Command
    from ozj_desktop.ui.record_list import RecordList

LONGEST = 60  # characters of a name
WORD = "Weergave"
LONGEST_BUTTON, CHROME = 264, 50  # pixels: as wide as the smallest list; all but the words
SMALLEST = 44
FIGURE = "\u2007"  # a space as wide as a figure


class ViewButton(QPushButton):
    """Says which view is chosen, in the room there is beside the title."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words, self._small = WORD, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(icon(theme, "chevron-down"))
        self.setIconSize(QSize(18, 14))
        self.say("")

    def say(self, words: str) -> None:
        self._words = words or WORD
        self.setAccessibleName(f"{WORD}: {words}" if words else WORD)
        self.setToolTip(tip(f"{WORD}: {words}") if words else "")
        self.setProperty("look", "view" if words else None)
        self.style().unpolish(self)
        self.style().polish(self)
        self._fit()

    def fit(self, room: int) -> bool:
        """Whether it can stand beside the title: without its word where no view is chosen."""
        self._small = False
        self._fit()
        beside = self.sizeHint().width() <= room
        self._small = not beside and self._words == WORD and room >= SMALLEST
        self._fit()
        return beside or self._small

    def _fit(self) -> None:
        """With … where the words do not fit."""
        if self._small:
            self.setText("")
            return
        room = max(LONGEST_BUTTON, self.width()) - CHROME
        self.setText(elided(self.fontMetrics(), self._words, room).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.showMenu()
        else:
            super().keyPressEvent(event)


class NameAsk(InPlace):
    """Asks in place under which name a view is kept."""

    named = Signal(str)

    def __init__(self, theme: Theme, back: QPushButton) -> None:
        super().__init__()
        self._back = back
        self.setProperty("message", "info")
        self.line = Line()
        self.line.setPlaceholderText("Naam van deze weergave")
        self.line.setAccessibleName("Naam van deze weergave")
        self.line.setMaxLength(LONGEST)
        keep = button(theme, "Bewaren", look="primary", size="small", do=self._keep)
        leave = button(theme, "Laat maar", look="quiet", size="small", do=self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(row_of(keep, leave))
        self.line.returnPressed.connect(self._keep)
        self.hide()

    def ask(self, name: str) -> None:
        self.line.setText(name)
        self.show()
        self.setMinimumHeight(self.sizeHint().height())  # also where the window is low
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _keep(self) -> None:
        if name := " ".join(self.line.text().split()):
            self._leave()
            self.named.emit(name)

    def _leave(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


class ListViews(QObject):
    """What the button does with its list. `offered` reads the views there are now."""

    def __init__(
        self, theme: Theme, shown: "RecordList", looks: Looks, offered: Callable[[], Sequence[View]]
    ) -> None:
        super().__init__(shown)
        self._theme, self._list, self._looks, self._offered = theme, shown, looks, offered
        self.name = ""  # of the kept view that is chosen
        self.more: Callable[[], Sequence[Command]] = tuple
        self.button = give(ViewButton(theme), "W")
        self.ask = NameAsk(theme, self.button)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.ask.named.connect(self._named)
        self._renamed = ""
        self._inner: dict[str, QMenu] = {}

    # Choosing

    def restore(self) -> None:
        """As this dossier was left, if that view is there still."""
        tag, name = self._looks.seen()
        look = next((one for one in self._looks.own() if name and one.name == name), None)
        view = next((one for one in self._offered() if one.tag == tag), None) if tag else None
        if look is not None and (view is not None or not look.tag):
            self.take(look)
        elif view is not None:
            self.choose(view)

    def choose(self, view: View) -> None:
        """Look at the rows of this view, with the filter that is there."""
        self.name = ""
        words = f"van {view.words}" if view.within else view.words
        self._show(view.tag, "" if view == ALL else words)

    def take(self, look: Look) -> None:
        """A kept view, with its filter, grouping and order."""
        self.name = look.name
        if look.group:
            self._list.group(look.group)
        if look.order:
            self._list.order(look.order)
        self._list.filter.setText(look.filter)
        self._show(look.tag, look.name)

    def _show(self, tag: str, words: str) -> None:
        self.button.say(words)
        self._list.refit()
        self._list.view_on(tag)
        self._looks.see(tag, self.name)

    # The menu

    def _fill(self) -> None:
        menu, views = self.menu, self._offered()
        menu.clear()
        for old in self._inner.values():
            old.deleteLater()
        counts = self._list.model.counted()
        inner: dict[str, QMenu] = {}
        self._inner = inner
        for view in views:
            if view.within and view.within not in inner:
                inner[view.within] = menu.addMenu(view.within)
            count = counts[view.tag] if view.tag else self._list.model.total()
            told = number(count).rjust(len(number(self._list.model.total())), FIGURE)
            words = f"{view.words.replace('&', '&&')}\t{told}"
            action = inner.get(view.within, menu).addAction(words, partial(self.choose, view))
            tick(self._theme, action, not self.name and view.tag == self._list.model.view)
        self._fill_own({view.tag for view in views})
        self._fill_rest()

    def _fill_own(self, known: set[str]) -> None:
        """Kept views; not those of a party that is not in this dossier."""
        own = [look for look in self._looks.own() if look.tag in known]
        if own:
            self.menu.addSection("Bewaard")
        for look in own:
            words = look.name.replace("&", "&&")
            action = self.menu.addAction(words, partial(self.take, look))
            tick(self._theme, action, look.name == self.name)

    def _fill_rest(self) -> None:
        theme, menu = self._theme, self.menu
        menu.addSeparator()
        menu.addAction(icon(theme, "plus"), "Deze weergave bewaren…", self._save)
        if self.name:
            menu.addAction("Naam wijzigen…", self._rename)
            menu.addAction(icon(theme, "trash-2"), "Weergave verwijderen", self._remove)
        if self._list.model.group_by >= 0:
            menu.addSeparator()
            menu.addAction("Alles inklappen", partial(self._list.fold_all, True))
            menu.addAction("Alles uitklappen", partial(self._list.fold_all, False))
        if commands := self.more():
            menu.addSeparator()
            for command in commands:
                menu.addAction(icon(theme, command.picture), command.words, command.do)

    # Keeping

    def _look(self, name: str) -> Look:
        shown = self._list
        return Look(name, shown.model.view, shown.filter.text().strip(), *shown.arrangement())

    def _save(self) -> None:
        self._renamed = ""
        self.ask.ask(self.name)

    def _rename(self) -> None:
        self._renamed = self.name
        self.ask.ask(self.name)

    def _named(self, name: str) -> None:
        """What only gets another name stays what it was."""
        old = next((look for look in self._looks.own() if look.name == self._renamed), None)
        look = old._replace(name=name) if old else self._look(name)
        self._looks.keep(look, instead_of=self._renamed)
        self.name = name
        self.button.say(name)
        self._list.refit()

    def _remove(self) -> None:
        gone = next((look for look in self._looks.own() if look.name == self.name), None)
        if gone is None:
            return
        self._looks.remove(gone.name)
        self.choose(ALL)
        back = button(self._theme, "Terugzetten", look="link", do=partial(self._restore, gone))
        told = f"Weergave ‘{gone.name}’ is verwijderd."
        self._list.message.say(Tone.GOOD, told, "", [back])

    def _restore(self, look: Look) -> None:
        self._list.message.hide()
        self._looks.keep(look)
        self.take(look)
