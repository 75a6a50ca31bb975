"""Delen: what leaves the dossier as PDF, Word, Excel or e-mail, made beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from ozj_desktop import settings
from ozj_desktop.model.assent import signatories
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.parties import Party
from ozj_desktop.progress import Report
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.pending import commit_pending_edit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ozj_desktop.exchange.request import Request
    from ozj_desktop.ui.dossier_files import Work

FORMATS = (
    ("pdf", "PDF", "file-text", False),
    ("pdf", "PDF, openbare versie", "file-text", True),
    ("docx", "Word, om samen aan te schrijven", "file-type", False),
    ("xlsx", "Excel", "file-spreadsheet", False),
    ("eml", "E-mail aan de partijen", "mail", False),
)
FOR_ONE_PARTY = (
    ("pdf", "Blad voor één partij", "file-text"),
    ("eml", "E-mail aan één partij", "mail"),
)


class FileActions(QObject):
    """Asks where to, then works on a copy; one job at a time is followed in the status line."""

    started = Signal(Job)
    made = Signal(str, Path)
    told = Signal(str)  # the end of work that makes no file
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._pool, self._painters = QThreadPool(self), QThreadPool(self)
        for pool in (self._pool, self._painters):
            pool.setMaxThreadCount(1)
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
        for form, words, picture in FOR_ONE_PARTY:
            self._fill_parties(menu.addMenu(icon(self._desk.theme, picture), words), form, document)

    def _fill_parties(self, menu: "QMenu", form: str, document: Document) -> None:
        for party in signatories(self._desk.facts, document):
            menu.addAction(_escaped(str(party)), self._ask(form, document, False, party))
        menu.setEnabled(not menu.isEmpty())

    def _ask(
        self, form: str, document: Document | None, public: bool, party: Party | None = None
    ) -> Callable[[], None]:
        return lambda: self.export(form, document, public=public, party=party)

    # Doing it

    def export(
        self,
        form: str,
        document: Document | None,
        *,
        public: bool = False,
        party: Party | None = None,
    ) -> None:
        """Ask for a place, and make it there; of a sound dossier only."""
        commit_pending_edit()
        self._desk.ready()
        if form == "eml" and document:
            self._show_mail(document, party)
        else:
            self._export(form, document, public, party)

    def _show_mail(self, document: Document, party: Party | None) -> None:
        """Who gets it and what it says, before it is made."""
        from ozj_desktop.exchange.mail_draft import mail_draft
        from ozj_desktop.ui.mail_dialog import MailDialog

        who = str(settings.get("who") or "")
        draft = mail_draft(self._desk.facts, document.id, party.id if party else "", who=who)
        title = f"E-mail aan {party}" if party else "E-mail aan de partijen"
        dialog = MailDialog(self._desk.theme, self._window, title, draft)
        dialog.wanted.connect(
            lambda subject, text, attached: self._export(
                "eml", document, False, party, subject=subject, text=text, attached=attached
            )
        )
        dialog.open()

    def _export(
        self,
        form: str,
        document: Document | None,
        public: bool,
        party: Party | None,
        **mail: Any,
    ) -> None:
        from ozj_desktop.exchange.export import suggested_name
        from ozj_desktop.exchange.request import Request
        from ozj_desktop.exchange.swap import file_name

        facts = self._desk.facts
        if party and document:
            name = file_name(str(party), document.name, suffix=f".{form}")
        elif document:
            name = suggested_name(facts, document, form, public)
        else:
            name = file_name("afspraken", suffix=f".{form}")
        target = self._where(name, form)
        if target is not None:
            what = "part" if party and form == "pdf" else "agreements" if document else "all"
            wanted = (document.id if document else "", party.id if party else "")
            request = Request(what, *wanted, public, **mail)  # type: ignore[arg-type]
            self.run(f"{target.name} maken", self._work(request, target), target)

    def party_sheet(self, party: Party) -> None:
        """The internal sheet of one party, to take to a talk."""
        from ozj_desktop.exchange.request import Request
        from ozj_desktop.exchange.swap import file_name

        commit_pending_edit()
        self._desk.ready()
        target = self._where(file_name("partijblad", str(party), suffix=".pdf"), "pdf")
        if target is not None:
            request = Request("party", party=party.id)
            self.run(f"{target.name} maken", self._work(request, target), target)

    def _work(self, request: "Request", target: Path) -> Callable[[Report], str]:
        from ozj_desktop.exchange.export import export

        copy, today = self._desk.dossier.copy(), self._desk.today

        def work(progress: Report) -> str:
            try:
                return export(copy, target, request, today=today, progress=progress)
            finally:
                copy.close()

        return work

    def share_dossier(self) -> None:
        """A copy to give away: without history, remarks and what is confidential."""
        from ozj_desktop.ui.dossier_files import cleaning

        self._desk.ready()
        name = f"{self._desk.dossier.path.stem}_om_te_delen.ozj"
        self._write_dossier(name, cleaning)

    def copy_dossier(self, name: str = "", then: Callable[[Path], object] | None = None) -> None:
        """All of it, history too, under a name that the user chooses; `then` when it is there."""
        from ozj_desktop.ui.dossier_files import copying

        path, today = self._desk.dossier.path, self._desk.today
        self._write_dossier(name or f"{path.stem}_{today}.ozj", copying, then)

    def _write_dossier(
        self,
        name: str,
        how: "Callable[[Dossier, Path], Work]",
        then: Callable[[Path], object] | None = None,
    ) -> None:
        commit_pending_edit()
        target = self._where(name, "ozj")
        if target is not None:
            work = how(self._desk.dossier.copy(), target)
            self.run(f"{target.name} maken", work, target, then)

    def run(
        self,
        words: str,
        work: Callable[[Report], Any],
        target: Path,
        then: Callable[[Path], object] | None = None,
    ) -> Job:
        job = self._new(words, work)
        job.done.connect(lambda told: self.made.emit(str(told), target))
        if then:
            job.done.connect(lambda _: then(target))
        job.failed.connect(self.failed)
        job.stopped.connect(self.stopped)
        self.started.emit(job)
        job.start(self._pool)
        return job

    def quietly(
        self, work: Callable[[Report], Any], hear: Callable[[Job], object], painting: bool = False
    ) -> None:
        """Work that only who asked for it hears of: `hear` connects, before it starts.

        It waits for what is being made already; `painting` of what was made does not.
        """
        job = self._new("", work)
        hear(job)
        job.start(self._painters if painting else self._pool)

    def follow(self, words: str, work: Callable[[Report], Any]) -> Job:
        """Work that makes no file, with its progress in the status line."""
        job = self._new(words, work)
        job.done.connect(lambda told: self.told.emit(str(told)))
        job.failed.connect(self.failed)
        job.stopped.connect(self.stopped)
        self.started.emit(job)
        job.start(self._pool)
        return job

    def _new(self, words: str, work: Callable[[Report], Any]) -> Job:
        job = Job(words, work, self)
        self.jobs.append(job)
        job.over.connect(lambda: self._ended(job))
        return job

    def _ended(self, job: Job) -> None:
        self.jobs.remove(job)
        job.deleteLater()

    def stop_all(self) -> None:
        """Stop and wait: what was being made is left out, nothing is left half."""
        for job in self.jobs:
            job.stop()
        self._pool.waitForDone()
        self._painters.waitForDone()

    def _where(self, name: str, form: str) -> Path | None:
        from ozj_desktop.ui.saving import where  # not for the first paint

        return where(self._window, name, form, self._desk.dossier.path)


def _escaped(text: str) -> str:
    """An & in a name is no letter to press."""
    return text[:80].replace("&", "&&")
