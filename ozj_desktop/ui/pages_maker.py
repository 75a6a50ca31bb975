"""Makes the pages of a document beside the window, on a private copy of the dossier."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ozj_desktop.progress import Report
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.file_actions import FileActions

if TYPE_CHECKING:
    from ozj_desktop.exchange.request import Request

PAUSE = 600  # milliseconds without a change, after which pages are made anew
log = logging.getLogger(__name__)


class PagesMaker(QObject):
    """One document at a time; what is asked later stops what is being made."""

    made = Signal(object)  # Pages, for whoever hears it to close
    progressed = Signal(int)  # percent
    failed = Signal(object)

    def __init__(self, desk: Desk, files: FileActions, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._files = desk, files
        self._request: Request | None = None
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._make)

    def ask(self, request: "Request") -> None:
        """Make these pages now."""
        self._request = request
        self._soon.stop()
        self._make()

    def ask_again(self) -> None:
        """The dossier changed: make the same pages anew after a pause."""
        if self._request is not None:
            self._soon.start()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._soon.stop()
        self._request = None
        if self._job is not None:
            self._job.stop()
            self._job = None

    def is_busy(self) -> bool:
        return self._job is not None or self._soon.isActive()

    def _make(self) -> None:
        request = self._request
        if self._job is not None:
            self._job.stop()
        if request is None:
            return
        if self._desk.dossier.in_step:  # a copy now would hold half of it
            self._soon.start()
            return
        self._files.quietly(self._work(request), self._hear)

    def _hear(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._tell)  # methods: heard no more once this object is gone
        job.done.connect(self._take)
        job.failed.connect(self._fail)

    def _work(self, request: "Request") -> Any:
        copy, today = self._desk.dossier.copy(), self._desk.today

        def work(progress: Report) -> object:
            from ozj_desktop.exchange.export import drawn
            from ozj_desktop.exchange.pdf_pages import Pages

            try:
                progress(0, 1)  # stopped while it waited
                return Pages(drawn(copy, request, today=today, progress=progress))
            finally:
                copy.close()

        return work

    def _tell(self, done: int, of: int) -> None:
        if self.sender() is self._job:
            self.progressed.emit(100 * done // max(of, 1))

    def _take(self, pages: Any) -> None:
        if self.sender() is not self._job:
            pages.close()
            return
        self._job = None
        self.made.emit(pages)

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            log.error("no pages to look at", exc_info=error)
            self.failed.emit(error)
