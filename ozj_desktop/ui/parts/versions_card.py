"""The versions of a document: submit, begin a new one, and who says what of which."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.exchange.agreement_text import text_chapters
from ozj_desktop.exchange.submitting import changes_since, next_version
from ozj_desktop.model import assent, versions
from ozj_desktop.model.difference import Difference
from ozj_desktop.model.documents import Document, Said, Stage, Version
from ozj_desktop.model.dutch import short_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.answers import SIDES
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.card import Message, clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.part_detail import PartDetail
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.submit_ask import SubmitAsk
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import STATES, Tone

SUBMIT = "submit"  # what is revealed: the question before a text is submitted
SHARED = ("parties", "vision", "principles", "terms")  # these chapters never lie fast on screen


def own_changes(facts: Facts, document: Document) -> list[Difference]:
    """What changed in the text of the document itself, since its newest version."""
    shared = {c.title for c in text_chapters(facts, document) if c.key in SHARED}
    return [d for d in changes_since(facts, document) if d.place not in shared]


class VersionsCard(Part):
    """Three things kept apart: what a party says, what its board decides, and who signs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Versies en akkoord")
        self._document: Any = None
        self._version: Version | None = None
        self._known: list[Version] = []
        self._tools_made: list[QPushButton] = []
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        self._told = label("", "soft", wrap=True)
        self._ask = SubmitAsk(desk)
        self._reason = self._ask.reason
        self._ask.submitted.connect(self._show_asked)
        self._message = Message(desk.theme)
        self._side = Segmented(
            [("said", "Akkoord"), ("decided", "Besluit"), ("signed", "Ondertekening")], "Wat"
        )
        self._side.show_value("said")
        self._counted = QWidget()
        self._counts = FlowLayout(self._counted)
        self._counted.setContentsMargins(0, 5, 0, 0)  # in line with the choice beside it
        self._states = [StatusLabel(desk.theme) for _ in Said]
        for made in self._states:
            self._counts.addWidget(made)
        self._tables = {
            side: PartTable(desk, spec, "Akkoord per partij") for side, spec in SIDES.items()
        }
        self._details = {
            side: PartDetail(desk, table)
            for side, table in self._tables.items()
            if SIDES[side].more
        }
        self._remedy = Remedy(desk)
        self._build()
        self._side.chosen.connect(lambda _: self._show_side())
        for table in self._tables.values():
            table.said.connect(self._remedy.say)

    def _build(self) -> None:
        self.body.setContentsMargins(0, 12, 0, 4)
        self.head.setContentsMargins(16, 0, 16, 0)
        tools = QWidget()
        self._tools = QHBoxLayout(tools)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(8)
        self.put_beside(tools)
        above, between = QVBoxLayout(), QHBoxLayout()
        above.setContentsMargins(16, 0, 16, 0)
        above.setSpacing(8)
        above.addWidget(self._told)
        above.addWidget(self._message)
        above.addWidget(self._ask)
        above.addLayout(self._chip_row)
        between.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        between.addSpacing(16)
        between.addWidget(self._counted, 1)
        above.addLayout(between)
        self.body.addLayout(above)
        for side, table in self._tables.items():
            self.body.addWidget(table)
            if side in self._details:
                self.body.addWidget(self._details[side])
        self.body.addWidget(self._remedy)

    # Showing

    def show_record(self, record: Document, locked: frozenset[str]) -> None:
        if self._document is None or self._document.id != record.id:
            self._version = None
            self._ask.hide()
            self._message.hide()
        self._document = record
        known = assent.versions(self.desk.facts, record.id)
        if known != self._known:  # a version came or went: the newest is of interest
            self._known, self._version = known, None
        chosen = next((v for v in known if self._version and v.id == self._version.id), None)
        self._version = chosen or (known[0] if known else None)
        self._show_tools()
        self._show_chips(known)
        self._show_told(known)
        self._show_side()

    def _show_tools(self) -> None:
        clear(self._tools)
        self._tools_made.clear()
        if not self.desk.writable:
            return
        number = next_version(self.desk.facts, self._document)
        back = [("Toch niet", "quiet", self._leave)] if self._known else []
        made: dict[Stage, list[tuple[str, str, Callable[[], None]]]] = {
            Stage.DRAFT: [*back, (f"Versie {number} voorleggen", "primary", self._open_ask)],
            Stage.FROZEN: [
                ("Nieuwe versie maken", "", self._reopen),
                ("Redactionele verbetering", "", self._mend),
            ],
            Stage.EDITORIAL: [*back, (f"Versie {number} vastleggen", "primary", self._open_ask)],
        }
        for words, look, do in made[self._document.stage]:
            tool = button(self.desk.theme, words, look=look, size="small", do=do)
            self._tools_made.append(tool)
            self._tools.addWidget(tool)
        self.fit_head()

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
        for made in self._states:
            made.show_status(None)
        for name, table in self._tables.items():
            table.setVisible(version is not None and name == side)
        if version is None:
            for detail in self._details.values():
                detail.hide()
            return
        given = assent.asked(self.desk.facts, version)
        old = not self._is_newest(version)
        self._tables[str(side)].show_owner(version, locked=old)
        for name, detail in self._details.items():
            detail.refresh() if name == side else detail.hide()
        counts = assent.counts(self.desk.facts, given)
        told = [(said, counts[said]) for said in Said if counts[said]]
        for made, (said, number) in zip(self._states, told, strict=False):
            made.show_status(STATES[said]._replace(word=f"{number} {said.label}"))

    def _is_newest(self, version: Version) -> bool:
        newest = assent.latest(self.desk.facts, version.document)
        return newest is not None and newest.major == version.major

    def _choose(self, version: Version) -> None:
        self._version = version
        self.show_record(self._document, frozenset())

    # Acting

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        """To submitting while the text may change; else to what parties say, decide and sign."""
        if name == SUBMIT and focus and self._document.stage is not Stage.FROZEN:
            self._open_ask()
            return self._ask
        if name not in ("version", *SIDES):
            return None
        if not focus:
            return self
        if self._document.stage is not Stage.FROZEN and self._tools_made:
            self._tools_made[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return self._tools_made[-1]
        side = name if name in SIDES else "said"
        self._side.show_value(side)
        self._show_side()
        self._tables[side].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._tables[side]

    def _show_asked(self) -> None:
        """Who was asked now, from the top of the card."""
        self._side.show_value("said")
        self._show_side()
        QTimer.singleShot(0, self, lambda: show_within(self, self.rect()))

    def _open_ask(self) -> None:
        self._message.hide()
        self._ask.open(self._document)

    def _reopen(self) -> None:
        self._stage("reopened", versions.reopened(self._document))

    def _mend(self) -> None:
        self._stage("mended", versions.mending(self._document))

    def _leave(self) -> None:
        """No new version after all; only where the text is still that of the newest."""
        self._ask.hide()
        found = own_changes(self.desk.facts, self._document)
        if not found and not versions.asks_others(self.desk.facts, self._document):
            self._stage("left", versions.left_as_it_was(self._document))
            return
        where = f"{found[0].place}, {found[0].label}".rstrip(", ") if found else "wie tekenen"
        self._message.say(
            Tone.ATTENTION,
            f"De tekst is al anders dan in {self._known[0]} ({where}).",
            "Maak ongedaan wat u wijzigde, of leg de tekst voor.",
        )

    def _stage(self, word: str, changed: Record) -> None:
        self._message.hide()
        with self.desk.step(word):
            self.desk.dossier.save(changed)
        self._stay_here()

    def _stay_here(self) -> None:
        """The button that was pressed is gone: the focus goes to what can be done next."""
        if self._tools_made:
            self._tools_made[0].setFocus(Qt.FocusReason.OtherFocusReason)
