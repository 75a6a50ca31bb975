"""Before a text is submitted: which version it becomes, who is asked, and what is different."""

from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.submitting import changes_since, next_version, submit
from ozj_desktop.model import assent
from ozj_desktop.model.documents import Document, Stage
from ozj_desktop.model.dutch import counted, listed
from ozj_desktop.model.parties import Party
from ozj_desktop.model.readiness import Point, of_document
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Message
from ozj_desktop.ui.parts.differences import Differences
from ozj_desktop.ui.parts.layouts import FieldsLayout
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.readiness import Readiness, summary
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Tone


class SubmitAsk(QFrame):
    """Opens in the card; submits by the one rule, and says where that refuses."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._document: Any = None
        self._title, self._who = label("", "strong", wrap=True), label("", wrap=True)
        self._since = label("", "soft", wrap=True)
        self._differences = Differences(desk)
        self._refusal = Message(desk.theme)
        self.points = button(desk.theme, "", "chevron-down", look="link", size="small")
        self._lacking = Readiness(desk, self._points, self.points)
        self.points.setAccessibleName("Wat er nog ontbreekt")
        self.points.clicked.connect(self._lacking.toggle)
        self.what = self._line("Wat is dit voor versie?")
        self.reason = self._line("Waarom deze versie?")
        self._do = button(desk.theme, "Voorleggen", look="primary", do=self._submit)
        self._build()
        self.hide()

    def _line(self, asked: str) -> Line:
        made = Line()
        made.setPlaceholderText(f"{asked} (mag leeg blijven)")
        made.setAccessibleName(asked)
        made.returnPressed.connect(self._submit)
        return made

    def _build(self) -> None:
        column, act, asked = QVBoxLayout(self), QHBoxLayout(), QWidget()
        row = FieldsLayout(asked, QSize(8, 8), column=300)  # for the words of the hints
        self.setProperty("message", "info")
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        row.addWidget(self.what)
        row.addWidget(self.reason)
        act.setSpacing(8)
        act.addWidget(self._do)
        act.addWidget(button(self._desk.theme, "Laat maar", look="quiet", do=self.hide))
        act.addStretch(1)
        found = (self.points, self._lacking)
        for part in (self._title, self._who, self._since, *found, self._differences):
            column.addWidget(part)
        column.addWidget(asked)
        column.addLayout(act)
        column.addWidget(self._refusal)

    def open(self, document: Document) -> None:
        """Say what will happen with this document."""
        self._document = document
        facts = self._desk.facts
        number = next_version(facts, document)
        self._do.setText(f"Versie {number} vastleggen" if _mended(document) else "Voorleggen")
        self._title.setText(f"De tekst ligt daarna vast als versie {number}.")
        self._who.setText(who_is_asked(self._desk, document))
        self._tell_differences(document)
        self._tell_points()
        self._refusal.hide()
        self.what.clear()
        self.reason.clear()
        self.show()
        self.what.setFocus()
        QTimer.singleShot(0, self, lambda: show_within(self, self.rect()))  # when it has its size

    def _points(self) -> list[Point]:
        return of_document(self._desk.facts, self._document)

    def _tell_points(self) -> None:
        """How much is lacking; nothing of it where only words are mended."""
        found = [] if _mended(self._document) else self._points()
        self._lacking.hide()
        self.points.setText(summary(found))
        self.points.setAccessibleName(summary(found))
        self.points.setVisible(bool(found))

    def _tell_differences(self, document: Document) -> None:
        newest = assent.latest(self._desk.facts, document.id)
        if newest is None:
            number = len(assent.included(self._desk.facts, document))
            told = f"Dit is de eerste versie, met {counted(number, ('afspraak', 'afspraken'))}."
            found = []
        else:
            found = changes_since(self._desk.facts, document)
            changes = counted(len(found), ("wijziging", "wijzigingen"))
            told = f"Anders dan in {newest}: {changes}." if found else f"Gelijk aan {newest}."
        self._since.setText(told)
        self._differences.show_all(found)

    def _submit(self) -> None:
        self._desk.ready()
        self._refusal.hide()
        what, reason = self.what.text().strip(), self.reason.text().strip()
        dossier, today = self._desk.dossier, self._desk.today
        try:
            submit(dossier, self._document.id, today, what=what, reason=reason)
        except UserError as error:  # said where it happens, with what was typed still there
            first, _, rest = str(error).partition(". ")
            self._refusal.say(Tone.BAD, f"{first.rstrip('.')}.", rest)
        else:
            self.hide()
            self.submitted.emit()


def who_is_asked(desk: Desk, document: Document) -> str:
    if _mended(document):
        return (
            "U verbetert alleen woorden: het akkoord blijft staan en niemand wordt iets gevraagd."
        )
    asked = [desk.names.short(party.id) for party in assent.signatories(desk.facts, document)]
    if not asked:
        return "Er is nog geen partij die meetekent."
    verb = "krijgt" if len(asked) == 1 else "krijgen"
    parties = counted(len(asked), Party.names)
    return f"{parties} {verb} de vraag om akkoord: {listed(asked)}."


def _mended(document: Document) -> bool:
    return document.stage is Stage.EDITORIAL
