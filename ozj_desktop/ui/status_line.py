"""Below everything: whether all is stored, what is being made, and which day it is."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ozj_desktop.model.dutch import day_and_date
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.text import Elided, label
from ozj_desktop.ui.status import Shape, Status
from ozj_desktop.ui.theme import Theme, font


class StatusLine(QFrame):
    """One line; a job takes the middle of it."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.setProperty("ground", "status")
        self.setFixedHeight(28)
        self._job: Job | None = None
        self._made: Path | None = None
        self._stored = StatusLabel(theme, Status(Shape.CHECK, "Alles is bewaard"))
        self._stored.setFont(font("meta"))
        self._words = Elided("", "meta")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName("Voortgang")
        self._stop = button(theme, "Stop", look="link", size="small", do=self._ask_stop)
        self._open = button(theme, "Openen", look="link", size="small", do=self._open_made)
        self._folder = button(theme, "Toon in map", look="link", size="small", do=self._show_made)
        self._date = label(day_and_date(today), "meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._stored)
        row.addWidget(_separator())
        row.addWidget(self._words, 1)
        for widget in (self._bar, self._stop, self._open, self._folder):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            widget.hide()
        row.addWidget(self._date)

    def say(self, status: Status) -> None:
        self._stored.show_status(status)

    def tell(self, text: str, made: Path | None = None) -> None:
        """The end of a job: what was made, and where it can be found."""
        self._made = made
        self._words.setText(text)
        for widget in (self._bar, self._stop):
            widget.hide()
        for widget in (self._open, self._folder):
            widget.setVisible(made is not None)

    def follow(self, job: Job) -> None:
        """Show how far a job is, with a way to stop it."""
        self._job = job
        self.tell(f"{job.words}…")
        self._bar.setRange(0, 0)
        self._bar.show()
        self._stop.show()
        job.progressed.connect(self._progress)

    def _progress(self, done: int, total: int) -> None:
        if self._job is not None and self.sender() is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._words.setText(f"{self._job.words}, {done} van {total}")

    def _ask_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._words.setText("Stoppen…")

    def _open_made(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _show_made(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))


def _separator() -> QWidget:
    line = QFrame()
    line.setProperty("rule", "strong")
    line.setFixedSize(1, 12)
    return line
