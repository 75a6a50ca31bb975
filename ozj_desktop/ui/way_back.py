"""Finding one's way: to what undo changed back, and to the words that were looked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.store.history import Change
from ozj_desktop.store.past import first_changes
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.places import PLACES, Place, home_of

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow

FEW = 20  # a step that changed more is not about one thing


class WayBack(QObject):
    """The window goes where something happened, unless that is in sight."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        window.undo.done.connect(self._show_change)
        window.top.search.opened.connect(self._show_words)

    def _show_change(self, told: str) -> None:
        """What the newest step changed, and what that was."""
        self._window.status.note(told)
        changes = first_changes(self._desk.dossier, self._desk.dossier.history.last.seq, FEW + 1)
        if len(changes) > FEW:
            return
        alive = [change for change in changes if home_of(self._desk, change.id)]
        if alive:
            self._show(alive[0])
            return
        place = _place_of(changes)
        if place and self._window.stack.place() not in (place.key, "history"):
            self._window.show_place(place.key)

    def _show(self, change: Change) -> None:
        home, field = home_of(self._desk, change.id), next(iter(change.fields), "")
        here, page = self._window.stack.place(), self._window.page()
        if home is None or page is None or here == "history":
            return
        if here != home[0].key or not page.shows(home[1]):
            self._window.go(change.id, field if change.op == "edit" else "")
        else:
            page.point_at(change.id, field, focus=False)

    def _show_words(self, id: str, words: str) -> None:
        from ozj_desktop.ui.pointing import Spot  # not for the first paint
        from ozj_desktop.ui.search_hits import target

        shown = target(self._desk, id)
        self._window.go(shown.id, Spot(field_with(self._desk, id, words), words, shown.row))


def _place_of(changes: list[Change]) -> Place | None:
    """Where things are shown of a kind that came or went."""
    kinds = {KIND_NAMED[c.kind].__name__ for c in changes if c.kind in KIND_NAMED}
    return next((place for place in PLACES if kinds & {*place.kinds}), None)


def field_with(desk: Desk, id: str, words: str) -> str:
    """The first field of a thing in which most of the words begin something."""
    record, wanted = desk.dossier.named(id), sort_key(words).split()
    if record is None:
        return ""
    counts = {
        f.name: _count(_words(desk, getattr(record, f.name)), wanted)
        for f in fields_of(type(record))
        if f.form in (Form.LINE, Form.TEXT) or f.list
    }
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] else ""


def _words(desk: Desk, value: object) -> str:
    """A text, or the choices from a list."""
    chosen = value if isinstance(value, frozenset) else [value]
    return " ".join(desk.names.of(ListItem, str(id)) or str(id) for id in chosen if id)


def _count(text: str, wanted: list[str]) -> int:
    plain = f" {sort_key(text)}"
    return sum(word in plain for word in wanted)
