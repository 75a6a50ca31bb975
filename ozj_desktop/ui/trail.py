"""The way one came: Alt+Left goes back to where a link was followed, such as the check."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ozj_desktop.ui.page import Page
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.places import PLACES

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow
    from ozj_desktop.ui.record_page import RecordPage

MOST = 20  # places to go back to
LONGEST = 32  # characters of a name
CHECK = "Terug naar de controle"


class Stop(NamedTuple):
    """Where a link was followed: the key of the place, what it showed, and whether its check."""

    place: str
    thing: str
    check: bool


class Trail(QObject):
    """Notes where links lead away from; choosing a place by oneself begins anew."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._stops: list[Stop] = []
        self._going = False
        window.rail.chosen.connect(lambda _: self._forget())
        window.status.wants_back.connect(self.back)
        window.stack.turned.connect(self._turned)
        QShortcut(QKeySequence("Alt+Left"), window).activated.connect(self.back)

    def go(self, id: str, where: object = "") -> None:
        """To the thing with this id, or a place; the window knows the way."""
        here, self._going = self._here(), True
        try:
            self._window.go(id, where)
        finally:
            self._going = False
        there = self._here()
        if here.place and (here.check or here[:2] != there[:2]):
            self._stops = [*self._stops[1 - MOST :], here]
            self._offer()

    def back(self) -> None:
        """To where the last link was followed; a check is shown anew, at its first point."""
        if not self._stops:
            return
        commit_pending_edit()
        stop = self._stops.pop()
        self._offer()
        self._window.show_place(stop.place)
        self._window.stack.finish()  # it may have been made anew
        page = self._window.page()
        if page is None:
            return
        if stop.thing:
            page.show_thing(stop.thing)
        found = _record_page(page)
        if found is not None and stop.check and not found.header.ready.isHidden():
            found.readiness.open()

    def _here(self) -> Stop:
        from ozj_desktop.ui.parts.readiness import Readiness  # not for the first paint

        page = self._window.page()
        if page is None:
            return Stop("", "", False)
        found = _record_page(page)
        thing = found.list.current() if found else ""
        check = found is not None and any(s.isVisible() for s in found.findChildren(Readiness))
        return Stop(self._window.stack.place(), thing, check)

    def _forget(self) -> None:
        self._stops = []
        self._offer()

    def _turned(self) -> None:
        """Who found the way back by oneself needs none; elsewhere it is called otherwise."""
        if self._going or not self._stops:
            return
        here = self._here()
        while self._stops and self._stops[-1][:2] == here[:2]:
            self._stops.pop()
        self._offer()

    def heard(self) -> None:
        """Something changed: a check of what lies fast now, or is gone, is over."""
        kept = [stop for stop in self._stops if not (stop.check and self._is_over(stop))]
        if kept != self._stops:
            self._stops = kept
            self._offer()

    def _is_over(self, stop: Stop) -> bool:
        found = _record_page(self._window.pages.get(stop.place))
        if found is None:
            return False
        desk, spec = self._window.desk, found.spec
        record = desk.get(spec.kind, stop.thing)
        return record is None or bool(spec.locked(desk, record))

    def _offer(self) -> None:
        self._window.status.offer_back(self._words(self._stops[-1]) if self._stops else "")

    def _words(self, stop: Stop) -> str:
        if stop.check:
            return CHECK
        name = str(self._window.desk.dossier.named(stop.thing) or "") if stop.thing else ""
        if stop.place == self._window.stack.place() and name:
            return f"Terug naar ‘{name if len(name) <= LONGEST else f'{name[:LONGEST]}…'}’"
        place = next((p for p in PLACES if p.key == stop.place), None)
        return f"Terug naar {place.title}" if place else ""


def _record_page(page: Page | None) -> "RecordPage | None":
    from ozj_desktop.ui.record_page import RecordPage  # not for the first paint

    return page if isinstance(page, RecordPage) else None
