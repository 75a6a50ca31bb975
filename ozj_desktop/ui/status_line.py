"""Below everything: whether all is stored, what is being made, and which day it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ozj_desktop.model.dutch import day_and_date, number
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.much import Much
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.text import Elided, label
from ozj_desktop.ui.status import Shape, Status
from ozj_desktop.ui.theme import Theme, font


class StatusLine(QFrame):
    """One line; a job takes the middle of it."""

    wants_help = Signal()
    wants_unread = Signal()  # to what could not be read
    wants_back = Signal()  # to where a link was followed

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.setProperty("ground", "status")
        self.setFixedHeight(28)
        self._job: Job | Much | None = None
        self._made: Path | None = None
        self._stored = StatusLabel(theme, Status(Shape.CHECK, "Alles is bewaard"))
        self._stored.setFont(font("meta"))
        self._words = Elided("", "meta")
        self._date = label(day_and_date(today), "meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 18, 0)  # the last button has 6 of its own
        row.setSpacing(8)
        row.addWidget(self._stored)
        row.addSpacing(12)
        self._back: QPushButton | None = None
        row.addWidget(self._words, 1)
        row.addWidget(self._date)
        row.addWidget(_separator())
        help = button(theme, "F1 Hulp", look="status", do=self.wants_help.emit)
        help.setAccessibleName("Hulp, F1")
        row.addWidget(help)
        self._theme, self._row = theme, row
        self._tools: _JobTools | None = None
        self._writable = True
        self._mend: QPushButton | None = None
        self._unread = ""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """The date, which everybody knows, where there is room; what was made needs its room."""
        own = self._date.sizeHint().width() + self._row.spacing()
        room = self.width() - self._row.sizeHint().width()  # which counts what is shown
        room -= own if self._date.isHidden() else 0
        self._date.setVisible(self._made is None and room >= 0)

    def show_day(self, today: date) -> None:
        self._date.setText(day_and_date(today))

    def offer_back(self, words: str) -> None:
        """A way back to where a link was followed; nothing takes it away."""
        if self._back is None and words:
            self._back = button(self._theme, "", look="link", size="small")
            self._back.setToolTip("Alt+Links")
            self._back.clicked.connect(self.wants_back)
            self._row.insertWidget(self._row.indexOf(self._words), self._back)
        if self._back is not None:
            self._back.setText(f"← {words}" if words else "")
            self._back.setAccessibleName(f"{words}, Alt+Links")
            self._back.setVisible(bool(words))

    def _with_tools(self) -> "_JobTools":
        """Made for the first job: most sittings have none."""
        if self._tools is None:
            self._tools = _JobTools(self._theme)
            self._row.insertWidget(self._row.indexOf(self._words) + 1, self._tools)
            self._tools.stop.clicked.connect(self._ask_stop)
            self._tools.open.clicked.connect(lambda: self._show(self._made))
            self._tools.folder.clicked.connect(lambda: self._show(self._made, folder=True))
        return self._tools

    def tell(self, text: str, made: Path | None = None) -> None:
        """The end of a job: what was made, and where it can be found."""
        if self._job is not None and not isinstance(self._job, Job):
            self.show_unread(self._unread)
        self._made, self._job = made, None
        self._words.setText(text)
        self._fit()
        if made or self._tools:
            self._with_tools().show_end(made is not None)

    def offer(self, text: str, words: str, do: Callable[[], object]) -> None:
        """Something to do about what is told, until it is done."""
        made = button(self._theme, words, look="link", size="small", do=do)
        told = label(text, "meta")
        made.clicked.connect(made.deleteLater)
        made.clicked.connect(told.deleteLater)
        for part in (told, made):
            self._row.insertWidget(self._row.indexOf(self._words), part)

    def note(self, text: str) -> None:
        """What was just done; what is being made is more important."""
        if self._job is None:
            self.tell(text)

    def forget(self) -> None:
        """Something else was done: what was told is over, unless it is still being made."""
        if self._job is None and self._words.text():
            self._words.setText("")
            self._made = None
            self._fit()
            if self._tools is not None:
                self._tools.show_end(False)

    def show_writable(self, writable: bool) -> None:
        self._writable = writable
        self.show_unread("")

    def show_unread(self, words: str) -> None:
        """What is not stored, if there is such; else that all is."""
        self._unread = words
        if words:
            status = Status(Shape.TRIANGLE, f"{words} nog niet bewaard")
        elif self._writable:
            status = Status(Shape.CHECK, "Alles is bewaard")
        else:
            status = Status(Shape.EMPTY, "Alleen lezen")
        self._stored.show_status(status)
        if words and self._mend is None:
            self._mend = button(
                self._theme, "F8 Ga erheen", look="status", do=self.wants_unread.emit
            )
            self._mend.setAccessibleName("Ga naar wat nog niet bewaard is, F8")
            self._row.insertWidget(1, self._mend)
        if self._mend is not None:
            self._mend.setVisible(bool(words))

    def follow(self, job: Job | Much) -> None:
        """Show how far a job is, with a way to stop it."""
        self._job = job
        self._words.setText(f"{job.words}…")
        self._with_tools().show_start()
        if not isinstance(job, Job):
            self._stored.show_status(Status(Shape.BUSY, "Bewaren…"))
        if isinstance(job, Job):  # the other kind comes back, and is heard from the start
            job.progressed.connect(self.progress)

    def progress(self, done: int, total: int) -> None:
        """So much of what is followed is done."""
        if self._job is not None and self.sender() is self._job:
            self._with_tools().bar.setRange(0, total)
            self._with_tools().bar.setValue(done)
            self._words.setText(f"{self._job.words}, {number(done)} van {number(total)}")

    def _ask_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._words.setText("Stoppen…")

    def _show(self, made: Path | None, *, folder: bool = False) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if made and made.suffix == ".ozj" and not folder:
            from ozj_desktop.ui.launching import launch

            launch(str(made))
        elif made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.parent if folder else made)))


class _JobTools(QWidget):
    """How far it is and Stop; afterwards where it is."""

    def __init__(self, theme: Theme) -> None:
        from PySide6.QtWidgets import QProgressBar

        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName("Voortgang")
        self.stop = button(theme, "Stop", look="link", size="small")
        self.open = button(theme, "Openen", look="link", size="small")
        self.folder = button(theme, "Toon in map", look="link", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(12)
        for widget in (self.bar, self.stop, self.open, self.folder):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_start(self) -> None:
        self.bar.setRange(0, 0)
        self._show_only(self.bar, self.stop)

    def show_end(self, made: bool) -> None:
        self._show_only(*((self.open, self.folder) if made else ()))

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (self.bar, self.stop, self.open, self.folder):
            widget.setVisible(widget in shown)


def _separator() -> QWidget:
    line = QFrame()
    line.setProperty("rule", "strong")
    line.setFixedSize(1, 12)
    return line
