"""Who does what for an agreement, and what each party says of it: one grid, a row per party."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from ozj_desktop.model import assent, words
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.answering import (
    Changes,
    agreed_with_each,
    agreeing_with_all,
    answered,
)
from ozj_desktop.model.contributions import places, ranked
from ozj_desktop.model.documents import Assent, Document, TableAssent, Version
from ozj_desktop.model.dutch import listed, long_date
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Beside, Col, PartSpec
from ozj_desktop.ui.parts.assent_line import AssentLine
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.text import label


class Says(NamedTuple):
    """What a party says of this agreement, and what its board decides on the whole document."""

    given: Assent
    about: assent.Answer
    table: TableAssent
    reservation: Id[ListItem] | None
    reservation_until: date | None
    note: str
    body: Id[ListItem] | None
    decided_on: date | None


def version_of(desk: Desk, agreement: Agreement) -> Version | None:
    """The newest version in which parties were asked about it."""
    return assent.of_agreement(desk.facts, agreement).version


def said(desk: Desk, agreement: Agreement) -> dict[str, Says]:
    """Per party that was asked."""
    version = version_of(desk, agreement)
    found: dict[str, Says] = {}
    for given in assent.asked(desk.facts, version) if version else ():
        own = assent.answer_on(desk.facts, given, agreement.id)
        about = (own.table, own.reservation, own.reservation_until, own.note)
        found[given.party] = Says(given, own, *about, given.body, given.decided_on)
    return found


def _beside(desk: Desk, agreement: Agreement) -> Mapping[str, Says]:
    return {_row(agreement, party).id: says for party, says in said(desk, agreement).items()}


def _row(agreement: Agreement, party: Any) -> Contribution:
    return Contribution(agreement=agreement.id, party=party)


def _change(desk: Desk, agreement: Agreement, row: Contribution, values: dict[str, Any]) -> Changes:
    says = said(desk, agreement).get(row.party)
    return answered(desk.facts, says.given, agreement.id, values) if says else Changes()


def in_order(desk: Desk, agreement: Agreement) -> list[Contribution]:
    """Who leads comes first, then in the order of the list of parties; at the end who was asked
    and does nothing for it yet.
    """
    found, at = desk.dossier.all(Contribution, agreement=agreement.id), places(desk.facts)
    there = {row.party for row in found}
    others = [_row(agreement, party) for party in said(desk, agreement) if party not in there]
    return [*ranked(found, at), *ranked(others, at)]


def was_asked(desk: Desk, agreement: Agreement) -> bool:
    return version_of(desk, agreement) is not None


ASSENT = Beside(Assent, _beside, _change)
SPEC = PartSpec(
    Contribution,
    "agreement",
    (
        Col("party", width=176, stretch=2),
        Col("role", width=96),
        Col("what", width=160, stretch=4),
        Col("by", width=100),
        Col("table", label="Akkoord", width=160, beside=ASSENT, shown=was_asked),
        Col("reservation", label="Voorbehoud", width=104, beside=ASSENT, shown=was_asked),
        Col("reservation_until", label="Tot", width=106, beside=ASSENT, shown=was_asked),
        Col("note", label="Toelichting", width=140, stretch=1, beside=ASSENT, shown=was_asked),
        Col("body", label="Besluit door", width=120, beside=ASSENT, shown=was_asked),
        Col("decided_on", label="Besloten op", width=106, beside=ASSENT, shown=was_asked),
    ),
    new_hint="+ nog een partij",
    sample=lambda agreement: _row(agreement, Id("")),
    rows=in_order,
)


class ContributionsCard(PartCard):
    """The grid, with the state of assent in one line above it once parties were asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Wie doet wat", SPEC)
        self._asked = label("", "cell2", wrap=True)
        self._line = AssentLine(desk.theme)
        self._asked.setContentsMargins(16, 0, 16, 4)
        self._line.setContentsMargins(8, 0, 8, 4)
        self.body.insertWidget(1, self._asked)
        self.body.insertWidget(2, self._line)
        self._line.chosen.connect(lambda _: self._filter())
        self._version: Version | None = None
        self._each = label("", "cell", wrap=True)
        agree = button(desk.theme, "Akkoord met het hele stuk", "check", size="small")
        agree.clicked.connect(lambda: self._agree_with_all())
        self._offer = row_of(self._each, agree, gap=12, top=4, stretch=False)
        self._offer.setContentsMargins(16, 0, 16, 8)
        self._offer.hide()
        self.body.addWidget(self._offer)

    def show_record(self, record: Any, locked: frozenset[str]) -> None:
        super().show_record(record, locked)
        self._version = version = version_of(self.desk, record)
        answers = said(self.desk, record)
        self.title.setText("Wie doet wat, en wie is akkoord" if version else "Wie doet wat")
        self._asked.setText(_asked(self.desk, version) if version else "")
        self._asked.setVisible(version is not None)
        about = (says.about for says in answers.values())
        self._line.show_counts(assent.counts_on(about))
        self._line.setVisible(bool(answers))
        self._filter()
        self._offer_all()

    def _offer_all(self) -> None:
        """Who agreed with each agreement need not be asked about the document again."""
        found = agreed_with_each(self.desk.facts, self._version) if self._version else []
        names = listed(self.desk.names.of(Party, given.party) for given in found)
        verb = "is" if len(found) == 1 else "zijn"
        self._each.setText(f"{names} {verb} akkoord met elke afspraak in het stuk.")
        self._offer.setVisible(bool(found) and self.desk.writable)

    def _agree_with_all(self) -> None:
        facts = self.desk.facts
        found = agreed_with_each(facts, self._version) if self._version else []
        with self.desk.step(words.edited(Assent, "table")):
            for saved, gone in [agreeing_with_all(facts, given) for given in found]:
                self.desk.dossier.delete(*gone)
                self.desk.dossier.save(*saved)

    def _filter(self) -> None:
        """Only who says what was chosen in the line."""
        wanted, rows = self._line.filtering(), self.table.parts.rows
        for n, part in enumerate(rows.records):
            says = getattr(rows.holder(part, "table"), "table", None)
            self.table.setRowHidden(n, wanted is not None and says != wanted.value)
        self.table.updateGeometry()


def _asked(desk: Desk, version: Version) -> str:
    """Of which text this is the state."""
    paper = desk.facts.get(Document, version.document)
    day = f", voorgelegd op {long_date(version.submitted_on)}" if version.submitted_on else ""
    return f"Over {version} van ‘{paper}’{day}. Een besluit geldt voor het hele stuk."
