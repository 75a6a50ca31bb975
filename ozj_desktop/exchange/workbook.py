"""Writes the workbook: what stands where, to sort, filter and count; a picture of one moment."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ozj_desktop.exchange.colours import house_colours
from ozj_desktop.exchange.manuscript import status_of
from ozj_desktop.exchange.plain_text import SIGNS
from ozj_desktop.exchange.workbook_rows import OF_ONE, Gathered
from ozj_desktop.exchange.xlsx_look import Book, Column, Frame, Kind, Sheet, Value
from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress
from ozj_desktop.model.areas import Area
from ozj_desktop.model.assent import counts
from ozj_desktop.model.blocks import Mark
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Deviation, Document, Said
from ozj_desktop.model.dutch import capital, listed, long_date, period
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.model.signals import signals
from ozj_desktop.progress import Report, unheard

_STEP = 100  # rows between two calls of progress
_STATES = [Column(capital(told.label), 12, "count") for told in Said]
_OF_ONE = [Column(capital(told.label), 11, "count") for told in OF_ONE]


def write_workbook(
    facts: Facts,
    target: Path,
    *,
    document: Document | None = None,
    public: bool = False,
    progress: Report = unheard,
) -> None:
    """Write all agreements, or those of one document, to `target`.

    In public without confidential agreements, names, addresses, signatures and signals; internal
    remarks are never in it. What `progress` raises ends the work before `target` is touched.
    Raise OSError where the file cannot be written.
    """
    gathered = Gathered(facts, document, public)
    about = facts.one(Collaboration)
    colours = house_colours(about.colour, about.attention_colour)
    with Book(_frame(gathered, about), colours) as book:
        _Workbook(book, gathered, progress).write()
        book.save(target)


def _frame(gathered: Gathered, about: Collaboration) -> Frame:
    facts, document = gathered.facts, gathered.document
    moment = f"stand {long_date(facts.today)}"
    status = status_of(facts, document) if document else capital(moment)
    name = about.name or "Samenwerking"
    what = document.name if document else "afspraken"
    foot = [name, what, moment, "verzonnen voorbeeld" if about.fictitious else about.footer]
    return Frame(
        name=document.name if document else name,
        status="Openbare versie" if gathered.public else status,
        foot=" · ".join(part for part in foot if part),
        title=f"{name} – {what}, {moment}",
        author=name,
    )


def label(kind: type[Record], field: str) -> str:
    return field_of(kind, field).label


class _Workbook:
    """The sheets, one after another."""

    def __init__(self, book: Book, gathered: Gathered, progress: Report) -> None:
        self.book, self.gathered, self.facts = book, gathered, gathered.facts
        self.public, self.progress = gathered.public, progress
        self.signals = [] if gathered.public else signals(gathered.facts)
        self.rows = 0
        self.total = 1 + len(gathered.agreements) + len(self.facts.all(Contribution))
        self.total += len(self.facts.all(Action)) + len(gathered.ordered)

    def write(self) -> None:
        self._overview()
        self._agreements()
        self._assent()
        self._actions()
        self._parties()
        if not self.public:
            self._signals()
        self.progress(self.total, self.total)

    def _fill(self, sheet: Sheet, rows: Iterable[list[Value]], nothing: str) -> None:
        for row in rows:
            sheet.add(row)
            self.rows += 1
            if not self.rows % _STEP:
                self.progress(min(self.rows, self.total), self.total)
        self.book.finish(sheet, nothing)

    # Tables

    def _agreements(self) -> None:
        columns = [
            Column("Nr.", 6, "numeral"),
            Column("Afspraak", 36, "key"),
            Column(label(Agreement, "topic"), 20),
            Column("Trekker", 22),
            Column(label(Agreement, "starts_on"), 12, "date"),
            Column(label(Agreement, "ends_on"), 12, "date"),
            Column("Besluit", 14),
            Column(label(Agreement, "progress"), 17, "state"),
            Column(label(Agreement, "progress_on"), 12, "date"),
            *_OF_ONE,
            Column("Gezegd bij", 26, "soft"),
            Column(label(Agreement, "what"), 60),
            Column(label(Agreement, "result"), 40),
            Column(label(Agreement, "progress_note"), 34),
            Column("Stukken", 28, "soft"),
        ]
        told = "Geen volgorde, geen cijfer per partij."
        sheet = self.book.table("Afspraken", told, columns, fixed=2, pages=2)
        self._fill(sheet, self.gathered.agreement_rows(), "Er zijn nog geen afspraken.")

    def _assent(self) -> None:
        columns = [
            Column("Nr.", 6, "numeral"),
            Column("Afspraak", 30),
            Column(label(Contribution, "party"), 28, "key"),
            Column(label(Contribution, "role"), 14),
            Column(label(Contribution, "what"), 40),
            Column(label(Contribution, "by"), 12, "date"),
            Column(label(Assent, "table"), 22, "state"),
            Column(label(Assent, "table_on"), 12, "date"),
            Column(label(Assent, "reservation"), 18),
            Column(label(Assent, "reservation_until"), 12, "date"),
            Column(label(Assent, "note"), 34),
            Column(label(Deviation, "acceptable"), 30),
            Column(label(Assent, "body"), 22),
            Column(label(Assent, "planned_on"), 12, "date"),
            Column(label(Assent, "decided_on"), 12, "date"),
            Column(label(Assent, "reference"), 18),
        ]
        if not self.public:
            columns.append(Column(label(Assent, "signed_on"), 12, "date"))
        told = "Per afspraak en partij: wat zij doet, zegt en besluit."
        sheet = self.book.table("Bijdragen en akkoord", told, columns, fixed=3, pages=2)
        self._fill(sheet, self.gathered.assent_rows(), "Er zijn nog geen bijdragen of antwoorden.")

    def _actions(self) -> None:
        person = [] if self.public else [Column(label(Action, "contact"), 24)]
        note = [] if self.public else [Column(label(Action, "note"), 40)]
        columns = [
            Column(label(Action, "what"), 48, "key"),
            Column(label(Action, "party"), 28),
            *person,
            Column(label(Action, "due"), 12, "date"),
            Column(label(Action, "state"), 15, "state"),
            Column("Nr.", 6, "numeral"),
            Column("Bij afspraak", 36),
            *note,
        ]
        sheet = self.book.table("Acties", "Wie doet wat voor wanneer.", columns, fixed=1)
        self._fill(sheet, self.gathered.action_rows(), "Er zijn geen acties.")

    def _parties(self) -> None:
        own: list[Column] = []
        people: list[Column] = []
        if not self.public:
            own = [Column(label(Party, name), 34) for name in ("brings", "gets", "gives_up")]
            own += [Column(label(Party, name), 22) for name in ("time", "money", "people")]
            wide = {"seat": 18, "registration": 14, "mandate": 30}
            own += [Column(label(Party, name), width) for name, width in wide.items()]
            titles = ("Contactpersonen", "E-mail", "Telefoon")
            people = [Column(title, 30) for title in titles]
        columns = [
            Column("Nr.", 6, "numeral"),
            Column(label(Party, "name"), 34, "key"),
            Column(label(Party, "short_name"), 16),
            Column(label(Party, "kind"), 24),
            Column(label(Party, "domain"), 18),
            Column(label(Party, "signs"), 9),
            Column(label(Party, "part_of_party"), 24),
            Column(label(Party, "represented_by"), 24),
            Column(label(Party, "takes_part"), 34),
            *own,
            *people,
        ]
        told = "In de volgorde van de lijst."
        sheet = self.book.table("Partijen", told, columns, fixed=2, pages=3)
        self._fill(sheet, self.gathered.party_rows(), "Er zijn nog geen partijen.")

    def _signals(self) -> None:
        columns = [
            Column("Spoed", 8, "state"),
            Column("Wat", 50, "key"),
            Column("Waarover", 40),
            Column("Waarom dit telt", 50),
            Column("Waar herstelt u het?", 32),
            Column("Terzijde gelegd", 28, "soft"),
        ]
        told = "Wat aandacht vraagt, waarom, en waar u het herstelt.  ▲ gaat voor."
        attention = self.book.colours.attention
        sheet = self.book.table("Let op", told, columns, fixed=2, tab=attention)
        self._fill(sheet, self._signal_rows(), "Niets vraagt nu aandacht.")

    def _signal_rows(self) -> Iterator[list[Value]]:
        for found in self.signals:
            mark = SIGNS[Mark.LATE if found.urgent else Mark.OPEN]
            things = (self.facts.get(s.kind, s.about) for s in found.each())  # type: ignore[arg-type]
            about = listed(str(thing) for thing in things if thing)
            yield [mark, found.what, about, found.why, found.mend, found.aside]

    # Overview

    def _overview(self) -> None:
        gathered, about = self.gathered, self.facts.one(Collaboration)
        sheet = self.book.sheet("Overzicht", [44, 22, 9, *[14] * 3, 16, *[12] * 7])
        area = self.facts.get(Area, about.area)
        told = [
            area.name if area else "",
            period(about.starts_on, about.ends_on),
            f"stand {long_date(self.facts.today)}",
            "verzonnen voorbeeld" if about.fictitious else "",
        ]
        name = gathered.document.name if gathered.document else about.name
        self.book.titles(sheet, name or "Samenwerking", " · ".join(part for part in told if part))
        self._documents(sheet)
        decided = Counter(gathered.decision(a) for a in gathered.agreements)
        going = Counter(a.progress for a in gathered.agreements)
        self._counts(sheet, "Afspraken: besluit", [(d.label, decided[d]) for d in Decision])
        self._counts(sheet, "Afspraken: voortgang", [(p.label, going[p]) for p in Progress])
        self._rest(sheet)
        sheet.page_setup.fitToHeight = 1

    def _documents(self, sheet: Sheet) -> None:
        columns = [
            Column("Stuk", 44, "key"), Column("Soort", 22), Column("Versie", 10),
            Column("Voorgelegd op", 12, "date"), Column("Antwoord uiterlijk", 12, "date"),
            Column("Ondertekening", 12, "date"), Column("Stand", 12), *_STATES,
            Column("Bestuur besloot", 12, "count"),
        ]  # fmt: skip
        self.book.heads(sheet, columns)
        pairs = self.book.pairs(c.kind for c in columns)
        first = sheet.count + 1
        for document in self.gathered.documents:
            sheet.write(pairs, self._document(document), 30)
        if self.gathered.documents:
            self.book.lines(sheet, f"A{first}:N{sheet.count}")
        else:
            sheet.write(self.book.pairs(["free"]), ["Er zijn nog geen stukken."], 24)

    def _document(self, document: Document) -> list[Value]:
        gathered = self.gathered
        answers = gathered.of_document(document)
        given = answers.given if answers else []
        counted = counts(self.facts, given)
        return [
            document.name,
            gathered.items.get(document.kind or "", ""),
            answers.version.number if answers else "",
            answers.version.submitted_on if answers else None,
            document.asks_by,
            document.signing_on,
            status_of(self.facts, document).split(" – ")[0],
            *(counted[told] if answers else None for told in Said),
            sum(bool(a.decided_on) for a in given) if answers else None,
        ]

    def _rest(self, sheet: Sheet) -> None:
        parties = self.gathered.ordered
        signing = sum(p.signs for p in parties)
        found = [("partijen", len(parties)), ("waarvan meetekenen", signing)]
        if not self.public:
            actions = self.facts.all(Action)
            running = [a for a in actions if a.state in (ActionState.OPEN, ActionState.BUSY)]
            late = sum(a.late(self.facts.today) for a in running)
            found += [("open acties", len(running)), ("waarvan te laat", late)]
            asking = sum(not s.aside for s in self.signals)
            found.append(("vraagt aandacht (zie Let op)", asking))
        self._counts(sheet, "En verder", found)

    def _counts(self, sheet: Sheet, title: str, found: list[tuple[str, int]]) -> None:
        sheet.write((), (), 10)
        heads: list[Kind] = ["head", "head_right"]
        sheet.write(self.book.pairs(heads), [title, "Aantal"], 26)
        kinds: list[Kind] = ["text", "count"]
        for word, count in found:
            sheet.write(self.book.pairs(kinds), [capital(word), count], 20)
