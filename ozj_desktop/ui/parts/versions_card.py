"""The versions of a document: submit, begin a new one, and who says what of which."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model import assent, versions
from ozj_desktop.model.documents import Assent, Document, Stage, Version
from ozj_desktop.model.dutch import counted, short_date
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_model import Col, PartSpec
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import STATES

PARTY = Col("party", width=170, stretch=2, locked=True)
SAID = (
    PARTY,
    Col("table", label="Akkoord aan tafel", width=150, stretch=1),
    Col("table_on", label="Gezegd op", width=108),
    Col("reservation", label="Voorbehoud van", width=130, stretch=1),
    Col("reservation_until", label="Tot", width=108),
    Col("note", width=140, stretch=2),
)
DECIDED = (
    PARTY,
    Col("body", width=190, stretch=2),
    Col("planned_on", label="Gepland op", width=110),
    Col("decided_on", width=110),
    Col("reference", label="Kenmerk", width=120, stretch=1),
)
SIGNED = (
    PARTY,
    Col("signed_by", width=150, stretch=1),
    Col("capacity", label="Hoedanigheid", width=150, stretch=1),
    Col("signed_on", width=110),
)
SIDES = {"said": SAID, "decided": DECIDED, "signed": SIGNED}


def answers(desk: Desk, version: Version) -> list[Assent]:
    return assent.asked(desk.facts, version)


class VersionsCard(Part):
    """Three things kept apart: what a party says, what its board decides, and who signs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Versies en akkoord")
        self._document: Any = None
        self._version: Version | None = None
        self._buttons: list[QPushButton] = []
        self._chips: list[QPushButton] = []
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        self._told = label("", "soft", wrap=True)
        self._ask, self._reason = QWidget(), Line()
        self._side = Segmented(
            [("said", "Akkoord"), ("decided", "Besluit"), ("signed", "Ondertekening")], "Wat"
        )
        self._side.show_value("said")
        self._counts = QHBoxLayout()
        self._counts.setSpacing(16)
        self._tables = {
            side: PartTable(
                desk, PartSpec(Assent, "version", columns, rows=answers), "Akkoord per partij"
            )
            for side, columns in SIDES.items()
        }
        self._remedy = Remedy(desk)
        self._build()
        self._side.chosen.connect(lambda _: self._show_side())
        for table in self._tables.values():
            table.said.connect(self._remedy.say)

    def _build(self) -> None:
        self.body.setContentsMargins(0, 12, 0, 4)
        self.head.setContentsMargins(16, 0, 16, 0)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self.head.addLayout(self._tools)
        above, between = QVBoxLayout(), QHBoxLayout()
        above.setContentsMargins(16, 0, 16, 0)
        above.setSpacing(8)
        above.addWidget(self._told)
        above.addWidget(self._build_ask())
        above.addLayout(self._chip_row)
        between.addWidget(self._side)
        between.addStretch(1)
        between.addLayout(self._counts)
        above.addLayout(between)
        self.body.addLayout(above)
        for table in self._tables.values():
            self.body.addWidget(table)
        self.body.addWidget(self._remedy)

    def _build_ask(self) -> QWidget:
        self._ask_words = label("", wrap=True)
        self._reason.setPlaceholderText("Waarom deze versie? (mag leeg blijven)")
        self._reason.setAccessibleName("Waarom deze versie?")
        column, row = QVBoxLayout(self._ask), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(self._reason, 1)
        row.addWidget(button(self.desk.theme, "Voorleggen", look="primary", do=self._submit))
        row.addWidget(button(self.desk.theme, "Laat maar", look="quiet", do=self._ask.hide))
        column.addWidget(self._ask_words)
        column.addLayout(row)
        self._reason.returnPressed.connect(self._submit)
        self._ask.hide()
        return self._ask

    # Showing

    def show_record(self, record: Document, locked: frozenset[str]) -> None:
        if self._document is None or self._document.id != record.id:
            self._version = None
            self._ask.hide()
        self._document = record
        known = assent.versions(self.desk.facts, record.id)
        chosen = next((v for v in known if self._version and v.id == self._version.id), None)
        self._version = chosen or (known[0] if known else None)
        self._show_tools()
        self._show_chips(known)
        self._show_told(known)
        self._show_side()

    def _show_tools(self) -> None:
        clear(self._tools)
        if not self.desk.writable:
            return
        theme, stage = self.desk.theme, self._document.stage
        number = _number(versions.next_number(self.desk.facts, self._document))
        made = {
            Stage.DRAFT: [(f"Versie {number} voorleggen", "primary", self._open_ask)],
            Stage.FROZEN: [
                ("Nieuwe versie maken", "", self._reopen),
                ("Redactionele verbetering", "", self._mend),
            ],
            Stage.EDITORIAL: [(f"Vastleggen als {number}", "primary", self._open_ask)],
        }[stage]
        for words, look, do in made:
            self._tools.addWidget(button(theme, words, look=look, size="small", do=do))

    def _show_chips(self, known: list[Version]) -> None:
        clear(self._chip_row)
        for version in known:
            on = f" · {short_date(version.submitted_on)}" if version.submitted_on else ""
            chosen = self._version is not None and version.id == self._version.id
            look = "chip-on" if chosen else "chip"
            chip = button(self.desk.theme, f"versie {version.number}{on}", look=look)
            chip.clicked.connect(lambda _=False, version=version: self._choose(version))
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)

    def _show_told(self, known: list[Version]) -> None:
        words = {
            Stage.DRAFT: "De tekst is in concept: u kunt alles wijzigen.",
            Stage.FROZEN: "De tekst ligt vast. Voortgang en interne opmerkingen kunt u wijzigen.",
            Stage.EDITORIAL: "U verbetert alleen woorden. Het akkoord blijft staan.",
        }
        told = words[self._document.stage]
        if not known:
            told += " Er is nog niets voorgelegd."
        elif self._version is not None and self._version.reason:
            told += f" Waarom versie {self._version.number}: {self._version.reason}"
        self._told.setText(told)

    def _show_side(self) -> None:
        side, version = self._side.value(), self._version
        self._side.setVisible(version is not None)
        clear(self._counts)
        for name, table in self._tables.items():
            table.setVisible(version is not None and name == side)
        if version is None:
            return
        given = assent.asked(self.desk.facts, version)
        old = not self._is_newest(version)
        self._tables[str(side)].show_owner(version, locked=old)
        for state, number in assent.counts(self.desk.facts, given).items():
            status = replace(STATES[state], word=f"{number} {STATES[state].word}")
            self._counts.addWidget(StatusLabel(self.desk.theme, status))

    def _is_newest(self, version: Version) -> bool:
        newest = assent.latest(self.desk.facts, version.document)
        return newest is not None and newest.major == version.major

    def _choose(self, version: Version) -> None:
        self._version = version
        self.show_record(self._document, frozenset())

    # Acting

    def _open_ask(self) -> None:
        asked = len(assent.signatories(self.desk.facts, self._document))
        if self._document.stage is Stage.EDITORIAL:
            words = "De nieuwe tekst ligt daarna vast. Niemand hoeft opnieuw akkoord te geven."
        elif not assent.included(self.desk.facts, self._document):
            words = "Let op: er staan nog geen afspraken in dit stuk."
        else:
            verb = "krijgt" if asked == 1 else "krijgen"
            words = (
                f"De tekst ligt daarna vast. {counted(asked, Party.names).capitalize()} {verb} "
                "de vraag of zij akkoord zijn."
            )
        self._ask_words.setText(words)
        self._reason.clear()
        self._ask.show()
        self._reason.setFocus()

    def _submit(self) -> None:
        from ozj_desktop.exchange.manuscript import frozen_text

        self._ask.hide()
        facts, dossier, today = self.desk.facts, self.desk.dossier, self.desk.today
        mended = self._document.stage is Stage.EDITORIAL
        text, reason = frozen_text(facts, self._document), self._reason.text().strip()
        with self.desk.step("corrected" if mended else "submitted", reason=reason):
            kept = dossier.keep(text)
            records = versions.submitted(facts, self._document, kept, today, reason=reason)
            self._version = None
            dossier.save(*records)

    def _reopen(self) -> None:
        self._stage("reopened", versions.reopened(self._document))

    def _mend(self) -> None:
        self._stage("mended", versions.mending(self._document))

    def _stage(self, word: str, changed: Record) -> None:
        with self.desk.step(word):
            self.desk.dossier.save(changed)


def _number(pair: tuple[int, int]) -> str:
    major, minor = pair
    return f"{major}.{minor}" if minor else str(major)
