"""The window: rail, top bar, one page at a time, and the only ear for what changes."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.ui import geometry
from ozj_desktop.ui.access_keys import AccessKeys
from ozj_desktop.ui.attention import Attention
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.file_actions import FileActions
from ozj_desktop.ui.much import Much
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.page_stack import PageStack
from ozj_desktop.ui.parts.focus import FocusRing
from ozj_desktop.ui.parts.scrolling import keep_in_sight
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.places import PLACES, home_of
from ozj_desktop.ui.rail import Rail
from ozj_desktop.ui.room import Room
from ozj_desktop.ui.shortcuts import Shortcuts
from ozj_desktop.ui.side import Side
from ozj_desktop.ui.status_line import StatusLine
from ozj_desktop.ui.tools import Tools
from ozj_desktop.ui.top_bar import TopBar
from ozj_desktop.ui.trail import Trail
from ozj_desktop.ui.undo_actions import UndoActions
from ozj_desktop.ui.unread import UnreadTold
from ozj_desktop.ui.way_back import WayBack

SMALLEST = 640, 360


class MainWindow(QMainWindow):
    """Holds the parts together; what they ask of each other passes through here."""

    failed = Signal(object)  # an error of a job, for whoever sorts errors
    painted = Signal()  # once, when all of it is on the screen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.attention = Attention(desk, self)
        self.files = FileActions(desk, self)
        self.undo = UndoActions(desk, self)
        self.rail = Rail(desk)
        self.top = TopBar(desk, self.undo, self.files, self)
        self.status = StatusLine(desk.theme, desk.today)
        self.stack = PageStack(desk, Tools(self.attention, self.files))
        self.pages = self.stack.pages
        self.side = Side(desk, self.stack)
        self.room = Room(self.rail, self.top, self.side)
        self._painted = False
        self._band: QWidget | None = None
        self._build()
        self._connect()
        geometry.restore(self)
        self.attention.start()
        self.show_place("overview")
        self._show_attention()

    def _build(self) -> None:
        middle, whole = QWidget(), QWidget()
        self._column = QVBoxLayout(middle)
        row = QHBoxLayout(whole)
        for layout in (self._column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for part in (self.top, self.side, self.status):
            self._column.addWidget(part, 1 if part is self.side else 0)
        row.addWidget(self.rail)
        row.addWidget(middle, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(f"{self.desk.dossier.path.stem} – OZJ Desktop")
        self.status.show_writable(self.desk.writable)

    def _connect(self) -> None:
        self.trail, self.much = Trail(self), Much(self)
        self.much.progressed.connect(self.status.progress)
        self.desk.go, self.desk.change = self.trail.go, self.much.begin
        self.desk.dossier.on_change.append(self._heard)
        self.rail.chosen.connect(self.show_place)
        self.rail.folding.connect(self.room.toggle_rail)
        self.status.wants_help.connect(self.side.toggle)
        self.way_back = WayBack(self)
        self.unread = UnreadTold(self)
        self.attention.changed.connect(self._show_attention)
        self.painted.connect(self.attention.go_on)
        self.painted.connect(self._watch_focus)
        self.files.started.connect(self.status.follow)
        self.files.made.connect(self.status.tell)
        self.files.told.connect(self.status.tell)
        self.files.failed.connect(self._job_failed)
        self.files.stopped.connect(lambda: self.status.tell("Gestopt. Er is niets gemaakt."))
        self.desk.theme.changed.connect(self._repaint)
        Shortcuts(self)

    # Going places

    def page(self) -> Page | None:
        return self.stack.page()

    def show_place(self, key: str, thing: str = "") -> None:
        commit_pending_edit()
        self.stack.show_place(key, thing)
        self.rail.show_place(key)
        self.side.show_place(key)

    def go(self, id: str, where: object = "") -> None:
        """Show the thing with this id, wherever it is at home, or the place with this key; and
        `where` in it.
        """
        place, owner = next(((p, "") for p in PLACES if p.key == id), None) or (
            home_of(self.desk, id) or (None, "")
        )
        if place is None:
            return
        self.show_place(place.key, owner)
        page = self.pages[place.key]

        def show() -> None:
            if owner:
                page.show_thing(owner)
            if where or owner not in ("", id):
                page.point_at(id, where)

        self.stack.once_made(place.key, show)

    # Another state of the same dossier

    def show_band(self, band: QWidget | None) -> None:
        """Above the page, instead of what was there."""
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
        self._band = band
        if band is not None:
            self._column.insertWidget(1, band)
            band.show()

    def turn_to(self, dossier: Dossier) -> None:
        """Show the dossier as it was opened or read again."""
        self.desk.dossier.on_change.clear()
        self.desk.dossier.close()
        self.desk.turn_to(dossier)
        dossier.on_change.append(self._heard)
        self.attention.begin_anew()
        self.show_band(None)
        self.show_anew()

    def show_anew(self) -> None:
        """Show the same things, after it changed whether they can be changed."""
        self.stack.make_anew()
        self.undo.refresh()
        self.top.refresh()
        self.status.show_writable(self.desk.writable)

    def turn_day(self, today: date) -> None:
        """It is another day; what somebody is typing stays where it is."""
        self.desk.turn_day(today)
        self.status.show_day(today)
        self.attention.begin_anew()
        self.stack.begin_day()

    # What changed

    def _heard(self, notice: Notice) -> None:
        for _ in self.hearing(notice):
            pass

    def hearing(self, notice: Notice) -> Iterator[None]:
        """Tell all parts what a step changed, one by one."""
        self.status.forget()
        self.desk.heard(notice)
        yield
        yield from self.stack.hearing(notice)
        yield
        self.side.heard(notice)
        self.undo.refresh()
        self.attention.heard(notice)
        self.trail.heard()
        if "collaboration" in notice.kinds:
            self.top.refresh()

    def _show_attention(self) -> None:
        self.rail.count("signals", len(self.attention.open()))
        if page := self.page():
            page.attention_changed()

    def _job_failed(self, error: Exception) -> None:
        self.status.tell("Het is niet gelukt.")
        self.failed.emit(error)

    def _repaint(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.update()

    def _watch_focus(self) -> None:
        """Only now: asking for parents makes every kind of widget known, which costs 15 ms."""
        FocusRing(self.desk.theme, self)
        AccessKeys(self)
        QTimer.singleShot(0, self.side, self.side.begin)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(keep_in_sight)

    # The window itself

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        from ozj_desktop.ui import closing

        self.much.finish()
        event.setAccepted(closing.can_close(self))
        if event.isAccepted():
            closing.close(self)
