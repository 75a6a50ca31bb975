"""Hele periode kopiëren: asks in place of what, under which name, and for which years."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision
from ozj_desktop.model.copying import Period, mover, name_of_next, next_period, period_of
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import counted, long_date, sort_key, years
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import editor_for
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, row_of
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.parts.text import label

ALL = "alle afspraken"


class PeriodPanel(QWidget):
    """Everything has a good answer already: Enter on the button is enough."""

    def __init__(self, desk: Desk, document: Document | None, close: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._close = desk, close
        self._old: Period | None = None
        self.source = PickEdit(desk.theme, self._sources, self._source_name, optional=False)
        self.source.edited.connect(self._turn)
        self.name = TextEdit(single=True)
        self.start: Any = editor_for(desk, field_of(Document, "starts_on"))
        self.end: Any = editor_for(desk, field_of(Document, "ends_on"))
        self.start.edited.connect(self._count_end)
        self.end.edited.connect(self._tell)
        self._told, self._error = label("", "cell2", wrap=True), label("", "error", wrap=True)
        self.make = button(desk.theme, "Kopiëren", "copy", look="primary", do=self._make)
        self._build()
        self.source.show_value(document.id if document else self._first())
        self._turn()

    def _build(self) -> None:
        card = Card("Hele periode kopiëren")
        why = label(
            "Het begin van een volgende periode: een nieuw stuk met dezelfde afspraken, partijen "
            "en bijdragen. De datums schuiven mee. Akkoord, besluiten en voortgang blijven achter.",
            "cell2",
            wrap=True,
        )
        card.body.addWidget(why)
        for words, edit in (
            ("Wat kopieert u", self.source),
            ("Naam van het nieuwe stuk", self.name),
        ):
            card.body.addLayout(_field(words, edit))
        dates = QHBoxLayout()
        dates.setSpacing(24)
        dates.addLayout(_field("Geldt vanaf", self.start), 1)
        dates.addLayout(_field("Geldt tot en met", self.end), 1)
        card.body.addLayout(dates)
        leave = button(self._desk.theme, "Laat maar", look="quiet", do=self._close)
        for part in (self._told, self._error, row_of(self.make, leave, top=8)):
            card.body.addWidget(part)
        self._error.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.addWidget(scrolling(column(card)))

    # What is copied

    def _sources(self) -> list[Option]:
        """The documents with agreements in them, and all agreements together."""
        papers = sorted(self._desk.facts.all(Document), key=lambda d: sort_key(str(d)))
        found = [Option(d.id, str(d)) for d in papers if assent.included(self._desk.facts, d)]
        return [*found, Option(ALL, ALL)]

    def _source_name(self, key: str) -> str:
        return ALL if key == ALL else self._desk.names.of(Document, key)

    def _first(self) -> str:
        """The document that ends last: that is what people go on from."""
        papers = [d for d in assent.running(self._desk.facts) if d.ends_on]
        papers = [d for d in papers if assent.included(self._desk.facts, d)]
        latest = max(papers, key=lambda d: str(d.ends_on), default=None)
        return latest.id if latest else ALL

    def _document(self) -> Document | None:
        return self._desk.get(Document, str(self.source.value()))

    def agreements(self) -> list[Agreement]:
        """In their order; what lapsed stays behind."""
        facts, document = self._desk.facts, self._document()
        found = assent.included(facts, document) if document else facts.all(Agreement)
        decided = assent.decisions(facts)
        return [a for a in found if decided.get(a.id) is not Decision.LAPSED]

    def _turn(self) -> None:
        """Other agreements: their period, and what the next is called."""
        try:
            document, agreements = self._document(), self.agreements()
        except Misread:
            return
        if document and document.starts_on and document.ends_on:
            self._old = Period(document.starts_on, document.ends_on)
        else:
            dates = [d for a in agreements for d in (a.starts_on, a.ends_on) if d]
            self._old = period_of(dates) or period_of([self._desk.today])
        assert self._old is not None
        new = self._old.next()
        self.start.show_value(new.start)
        self.end.show_value(new.end)
        self.name.show_value(
            name_of_next(document.name if document else "Afspraken", self._old, new)
        )
        self._tell()

    def _count_end(self) -> None:
        """Another begin: as long as the old period."""
        try:
            start = self.start.value()
        except Misread:
            return
        if start and self._old:
            self.end.show_value(mover(self._old.start, start)(self._old.end))
        self._tell()

    def _tell(self) -> None:
        try:
            start, end = self.start.value(), self.end.value()
        except Misread:
            return
        count = counted(len(self.agreements()), Agreement.names)
        old = years(*self._old) if self._old else ""
        told = f"{count} van {old} naar {years(start, end)}. "
        if start and self._old:
            told += f"Wat op {long_date(self._old.start)} begon, begint op {long_date(start)}."
        self._told.setText(told)
        self._say("")

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def _make(self) -> None:
        try:
            start, end = self.start.value(), self.end.value()
            document, agreements = self._document(), self.agreements()
        except Misread as error:
            self._say(str(error))
            return
        name = self.name.value()
        if problem := _problem(name, start, end, agreements):
            self._say(problem)
            return
        desk, old = self._desk, self._old
        assert old is not None
        contributions = desk.facts.all(Contribution)
        made = next_period(agreements, contributions, document, name, old, Period(start, end))
        with desk.step("next_period"):
            desk.dossier.save(*made)
        self._close()
        desk.go(made[0].id)

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)
        self.name.selectAll()


def _problem(name: str, start: Any, end: Any, agreements: list[Agreement]) -> str:
    if not agreements:
        return "Er zijn hier geen afspraken om te kopiëren. Kies een ander stuk."
    if not name:
        return "Geef het nieuwe stuk een naam."
    if not start or not end:
        return "Vul in vanaf wanneer en tot en met wanneer het nieuwe stuk geldt."
    if end < start:
        return "De periode eindigt voordat ze begint. Kies een latere einddatum."
    return ""


def _field(words: str, edit: Any) -> QVBoxLayout:
    """A label above a field with a frame: this is a question, no record."""
    edit.setProperty("quiet", False)
    edit.setAccessibleName(words)
    held, name = QVBoxLayout(), label(words, "label")
    held.setSpacing(4)
    name.setBuddy(edit)
    held.addWidget(name)
    held.addWidget(edit)
    return held
