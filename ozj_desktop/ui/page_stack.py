"""The pages of the window: made when they are first seen, up to date when they are seen again."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTextEdit

from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.in_parts import InParts
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.scrolling import lay_out
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.tools import Tools


class PageStack(QStackedWidget):
    """Pages out of sight go stale, and are refreshed when somebody goes there."""

    turned = Signal()  # another page is shown, or another thing on it

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk, self._tools = desk, tools
        self.pages: dict[str, Page] = {}
        self._making: dict[str, InParts] = {}
        self._stale: set[str] = set()
        self._worn: set[str] = set()
        self._shares = False

    def page(self) -> Page | None:
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def place(self) -> str:
        """The key of the place that is shown."""
        return next((key for key, page in self.pages.items() if page is self.page()), "")

    def show_place(self, key: str, thing: str = "") -> None:
        """Where the page is read for this, it begins with the thing of which the id is given."""
        since = perf_counter()
        if key not in self.pages:
            self._make(key).begin_with(thing)
        elif key in self._stale:
            self.pages[key].begin_with(thing)
            self.pages[key].refresh()
        self._stale.discard(key)
        self.setCurrentWidget(self.pages[key])
        self._drop(*self._worn - {key})
        if key not in self._making:
            self._making[key] = InParts(self.pages[key], self.pages[key].parts(), since)
            self._making[key].then(self._show_whole)
        self._show_whole()
        self.turned.emit()

    def _make(self, key: str) -> Page:
        place = next(place for place in PLACES if place.key == key)
        page = self.pages[key] = place.make(self._desk, self._tools)
        self.addWidget(page)
        page.turned.connect(self.turned)
        page.share_room(self._shares)
        return page

    def _show_whole(self) -> None:
        """What was in sight stays so until there is a whole page to see."""
        made = self._making[self.place()].made
        if made and not self.updatesEnabled():
            lay_out()  # else it is painted once before its cards have their room
        self.setUpdatesEnabled(made)

    def once_made(self, key: str, do: Callable[[], object]) -> None:
        """Do something with a page that was shown, when all of it is there."""
        self._making[key].then(do)

    def stop(self) -> None:
        """The dossier closes: what is not whole stays so."""
        for making in self._making.values():
            making.stop()

    def share_room(self, shares: bool) -> None:
        """Whether help stands beside the page."""
        if shares != self._shares:
            self._shares = shares
            for page in self.pages.values():
                page.share_room(shares)

    def finish(self) -> None:
        """Make all of the pages that were begun, now."""
        for making in self._making.values():
            making.finish()

    def hearing(self, notice: Notice) -> Iterator[None]:
        shown = self.page()
        for key, page in self.pages.items():
            if page is shown:
                self._making[key].finish()
                yield from page.hearing(notice)
            else:
                self._stale.add(key)

    def begin_day(self) -> None:
        """Fields know the day they were made on; a page that is typed in is made anew later."""
        if not self._is_typed_in():
            self.make_anew()
            return
        self._drop(*self.pages.keys() - {self.place()})
        self._worn = {self.place()}
        if page := self.page():
            self._making[self.place()].finish()
            page.refresh()

    def make_anew(self) -> None:
        """Much of what pages hold depends on the day, and on whether it can be changed."""
        place, thing = self.place(), self._thing()
        self._drop(*self.pages)
        self.show_place(place, thing)
        if thing:
            self.once_made(place, lambda: self.pages[place].show_thing(thing))

    def _drop(self, *keys: str) -> None:
        for key in keys:
            page = self.pages.pop(key)
            self._making.pop(key, None)
            self.removeWidget(page)
            page.deleteLater()
        self._stale -= {*keys}
        self._worn -= {*keys}

    def _is_typed_in(self) -> bool:
        focused = self.window().focusWidget()
        typed = isinstance(focused, QLineEdit | QTextEdit) and not focused.isReadOnly()
        return typed and self.isAncestorOf(focused)

    def _thing(self) -> str:
        """The id of what is shown in full."""
        from ozj_desktop.ui.record_page import RecordPage  # not for the first paint

        page = self.page()
        return page.list.current() if isinstance(page, RecordPage) else ""
