"""What is different since a moment, as sentences to read and to paste into a mail."""

from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.progress import Report
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.scrolling import lay_out
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.past_filter import Since
from ozj_desktop.ui.tools import Tools

MOST = 120  # topics that are shown; copied are all
WITHOUT = (
    "Om te delen: zonder interne opmerkingen, vertrouwelijke afspraken en gegevens van mensen."
)
NOTHING = "Sindsdien is er niets veranderd wat u met anderen deelt."


class SinceView(QWidget):
    """Found beside the window, on a copy: the history can be long. `known` when it is there."""

    known = Signal()

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk, self._tools = desk, tools
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job: QObject | None = None
        self._since = Since("")
        self.chapters: list[Any] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_since(self, since: Since) -> None:
        from ozj_desktop.exchange.since import told_since  # not for the first paint

        self._since, self.chapters = since, []
        copy, after = self._desk.dossier.copy(), since.step(self._desk)

        def work(_: Report) -> object:
            try:
                return told_since(copy, after)
            finally:
                copy.close()

        self._say("Even kijken wat er veranderde…")
        job = self._job = Job("Vergelijken", work, self)
        job.done.connect(lambda found: self._found(job, found))
        job.failed.connect(self._tools.files.failed)
        job.ended.connect(job.deleteLater)
        job.start(self._pool)

    def wait(self) -> None:
        """Before the window goes."""
        self._job = None
        self._pool.waitForDone()

    def _found(self, job: QObject, found: list[Any]) -> None:
        if job is not self._job:
            return  # another moment was chosen
        self._job, self.chapters = None, found
        clear(self._column)
        if found:
            self._column.addWidget(self._to_share())
        told = 0
        for chapter in found:
            card = Card(chapter.title, gap=2)
            for topic in chapter.topics[: max(MOST - told, 0)]:
                told += 1
                name = label(topic.title, "strong", wrap=True)
                name.setContentsMargins(0, 6, 0, 0)
                card.body.addWidget(name)
                for line in topic.lines:
                    card.body.addWidget(label(f"– {line}", "cell", wrap=True))
            self._column.addWidget(card)
        total = sum(len(chapter.topics) for chapter in found)
        if total > told:
            more = f"En nog {total - told}. Met ‘Kopieer als tekst’ krijgt u alles."
            self._column.addWidget(label(more, "soft", wrap=True))
        if not found:
            self._say(NOTHING)
        self._column.addStretch(1)
        lay_out()
        self.known.emit()

    def _to_share(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(WITHOUT, "cell2", wrap=True), 1)
        row.addWidget(button(self._desk.theme, "E-mail…", "mail", do=self.mail))
        return held

    def _say(self, words: str) -> None:
        clear(self._column)
        self._column.addWidget(label(words, "soft", wrap=True))

    # To take along

    def copy(self) -> None:
        from ozj_desktop.exchange.since import as_text

        told = as_text(self.chapters) or f"{NOTHING}\n"
        heading = f"Wat is er veranderd sinds {self._since.words}\n\n"
        QApplication.clipboard().setText(heading + told)

    def mail(self) -> None:
        """Who gets it and what it says, before it is made for the mail program."""
        from ozj_desktop.exchange.mail_draft import draft_for_everybody
        from ozj_desktop.exchange.since import as_letter
        from ozj_desktop.ui.mail_dialog import MailDialog

        name = self._desk.facts.one(Collaboration).name
        told = as_letter(name, f"sinds {self._since.words}", self.chapters)
        draft = draft_for_everybody(self._desk.facts, told)
        dialog = MailDialog(self._desk.theme, self.window(), "E-mail aan de partijen", draft)
        dialog.wanted.connect(lambda subject, text: self._keep(told, subject, text))
        dialog.open()

    def _keep(self, told: Any, subject: str, text: str) -> None:
        from ozj_desktop.exchange.mail import everybody, write_letter
        from ozj_desktop.exchange.mail_text import own_letter
        from ozj_desktop.exchange.swap import file_name
        from ozj_desktop.ui.saving import where

        if (subject, text.strip()) != (told.subject, told.text.strip()):
            told = own_letter(subject, text)
        to, cc = everybody(self._desk.facts)
        name = self._desk.facts.one(Collaboration).name or "dossier"
        suggested = file_name(name, "wat is er veranderd", suffix=".eml")
        target = where(self.window(), suggested, "eml", self._desk.dossier.path)
        if target is None:
            return

        def work(_: Report) -> str:
            write_letter(told, target, to, cc)
            return f"{target.name} is gemaakt."

        self._tools.files.run(f"{target.name} maken", work, target)
