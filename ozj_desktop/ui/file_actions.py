"""Delen: what leaves the dossier as PDF, Word, Excel or e-mail, made beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from ozj_desktop.model.assent import signatories
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.background import Job, Progress
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.saving import where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ozj_desktop.exchange.export import Request

FORMATS = (
    ("pdf", "PDF", "file-text", False),
    ("pdf", "PDF, openbare versie", "file-text", True),
    ("docx", "Word, om samen aan te schrijven", "file-type", False),
    ("xlsx", "Excel", "file-spreadsheet", False),
    ("eml", "E-mail aan de partijen", "mail", False),
)


class FileActions(QObject):
    """Asks where to, then works on a copy; one job at a time is followed in the status line."""

    started = Signal(Job)
    made = Signal(str, Path)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.jobs: list[Job] = []

    # The menu

    def fill(self, menu: "QMenu") -> None:
        """What can be shared now; called when the menu opens."""
        menu.clear()
        documents = sorted(self._desk.facts.all(Document), key=lambda d: sort_key(d.name))
        if len(documents) == 1:
            self.fill_for(menu, documents[0])
        for document in documents if len(documents) > 1 else ():
            self.fill_for(menu.addMenu(_escaped(document.name or "Stuk zonder naam")), document)
        if not documents:
            self.fill_for(menu, None)
        menu.addSeparator()
        menu.addAction("Dossier zonder geschiedenis en interne gegevens…", self.share_dossier)

    def fill_for(self, menu: "QMenu", document: Document | None) -> None:
        """Every way to share one document, or all agreements where there is none."""
        for form, words, picture, public in FORMATS:
            if document is None and form == "eml":
                continue
            drawn = icon(self._desk.theme, picture)
            menu.addAction(drawn, f"{words}…", self._ask(form, document, public))
        if document is None:
            return
        parties = menu.addMenu("Blad voor één partij")
        for party in signatories(self._desk.facts, document):
            parties.addAction(_escaped(party.name), self._ask("pdf", document, False, party.name))
        parties.setEnabled(not parties.isEmpty())

    def _ask(
        self, form: str, document: Document | None, public: bool, party: str = ""
    ) -> Callable[[], None]:
        return lambda: self.export(form, document, public=public, party=party)

    # Doing it

    def export(
        self, form: str, document: Document | None, *, public: bool = False, party: str = ""
    ) -> None:
        """Ask for a place, and make it there."""
        from ozj_desktop.exchange.export import Request, suggested_name
        from ozj_desktop.exchange.swap import file_name

        commit_pending_edit()
        facts = self._desk.facts
        if party and document:
            name = file_name(party, document.name, suffix=".pdf")
        elif document:
            name = suggested_name(facts, document, form, public)
        else:
            name = file_name("afspraken", suffix=f".{form}")
        target = self._where(name, form)
        if target is not None:
            what = "part" if party else "agreements"
            wanted = document.id if document else ""
            request = Request(what, wanted, party, public)  # type: ignore[arg-type]
            self.run(f"{target.name} maken", self._work(request, target), target)

    def _work(self, request: "Request", target: Path) -> Callable[[Progress], str]:
        from ozj_desktop.exchange.export import export

        copy, today = self._desk.dossier.copy(), self._desk.today

        def work(progress: Progress) -> str:
            try:
                return export(copy, target, request, today=today, progress=progress)
            finally:
                copy.close()

        return work

    def share_dossier(self) -> None:
        """A copy to give away: without history, remarks and what is confidential."""
        from ozj_desktop.exchange.swap import writing
        from ozj_desktop.store.cleaned import cleaned

        commit_pending_edit()
        target = self._where(f"{self._desk.dossier.path.stem}_om_te_delen.ozj", "ozj")
        if target is None:
            return
        copy = self._desk.dossier.copy()

        def work(_: Progress) -> str:
            try:
                with writing(target) as beside:
                    cleaned(copy, beside).publish()
                return f"{target.name} is gemaakt."
            finally:
                copy.close()

        self.run(f"{target.name} maken", work, target)

    def run(self, words: str, work: Callable[[Progress], Any], target: Path) -> Job:
        job = Job(words, work, self)
        self.jobs.append(job)
        job.done.connect(lambda told: self.made.emit(str(told), target))
        job.failed.connect(self.failed)
        job.stopped.connect(self.stopped)
        job.ended.connect(lambda: self._ended(job))
        self.started.emit(job)
        job.start(self._pool)
        return job

    def _ended(self, job: Job) -> None:
        self.jobs.remove(job)
        job.deleteLater()

    def stop_all(self) -> None:
        """Stop and wait: what was being made is left out, nothing is left half."""
        for job in self.jobs:
            job.stop()
        self._pool.waitForDone()

    def _where(self, name: str, form: str) -> Path | None:
        return where(self._window, name, form, self._desk.dossier.path)


def _escaped(text: str) -> str:
    """An & in a name is no letter to press."""
    return text.replace("&", "&&")[:80]
