"""The keys that work everywhere in the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.regions import to_next_region

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow


class Shortcuts(QObject):
    """What is being typed is stored before the keys lead elsewhere."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        for keys, do in (
            ("F1", window.side.toggle),
            ("Ctrl+B", window.room.toggle_rail),
            ("Ctrl+K", self._search),
            ("Ctrl+N", self._add),
            ("F6", self._next_region),
            ("F8", self._mend),
            ("Shift+F6", lambda: self._next_region(-1)),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(do)

    def _search(self) -> None:
        commit_pending_edit()
        search = self._window.top.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _add(self) -> None:
        commit_pending_edit()
        if (page := self._window.page()) and self._window.desk.writable:
            page.focus_new()

    def _mend(self) -> None:
        commit_pending_edit()
        self._window.unread.go()

    def _next_region(self, step: int = 1) -> None:
        window, page = self._window, self._window.page()
        aside = [window.side.help] if window.side.help else []
        regions = [window.rail, *(page.regions() if page else []), *aside]
        to_next_region(regions, window.focusWidget(), step)
