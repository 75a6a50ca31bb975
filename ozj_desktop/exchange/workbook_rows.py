"""What stands in the workbook: the rows of each sheet, gathered from the records."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ozj_desktop.exchange.plain_text import SIGNS
from ozj_desktop.exchange.xlsx_look import Value
from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Role
from ozj_desktop.model.assent import asked, counts_on, decisions, deviations, included, latest
from ozj_desktop.model.blocks import Mark
from ozj_desktop.model.contributions import places, ranked
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Said,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.phrases import MARKS, PROGRESS_MARKS
from ozj_desktop.model.record import Id

OF_ONE = [told for told in Said if told is not Said.EXCEPT]  # what can be said of one agreement


@dataclass(frozen=True)
class Answers:
    """What the parties say of a version of a document, and where they say otherwise."""

    document: Document
    version: Version
    given: list[Assent]
    other: dict[str, dict[str, Deviation]]  # agreement, assent
    alike: Counter[Said]  # of every agreement of which nobody says otherwise

    @property
    def name(self) -> str:
        changing = " (wordt gewijzigd)" if self.document.stage is not Stage.FROZEN else ""
        return f"{self.document.name}, versie {self.version.number}{changing}"

    def counts(self, agreement: str) -> Counter[Said]:
        """How many parties say what of one agreement."""
        found = self.other.get(agreement)
        return counts_on(found.get(a.id, a) for a in self.given) if found else self.alike


class Gathered:
    """The records that the workbook is about, with what hangs on them looked up once."""

    def __init__(self, facts: Facts, document: Document | None, public: bool) -> None:
        self.facts, self.document, self.public = facts, document, public
        self.items: dict[str, str] = {item.id: str(item) for item in facts.all(ListItem)}
        self.ordered = in_order(facts.all(Party))
        self.places = places(facts)
        self.parties: dict[str, str] = {party.id: str(party) for party in self.ordered}
        self.topics: dict[str, str] = {topic.id: topic.name for topic in facts.all(Topic)}
        self.decided = decisions(facts)
        documents = in_order(facts.all(Document))
        self.documents = [document] if document else documents
        self.answers = self._answers()
        all_of_them = self._agreements()  # numbers as in the document, also where some stay away
        self.agreements = [a for a in all_of_them if not (public and a.confidential)]
        self.titles: dict[str, str] = {a.id: a.title for a in self.agreements}
        self.numbers = {str(a.id): n for n, a in enumerate(all_of_them, 1) if a.id in self.titles}
        self.stands_in = self._stands_in()

    def _agreements(self) -> list[Agreement]:
        found = [a for document in self.documents for a in included(self.facts, document)]
        found = list({a.id: a for a in found}.values())
        if self.document:
            return found
        there = {a.id for a in found}
        return found + [a for a in self.facts.all(Agreement) if a.id not in there]

    def _answers(self) -> dict[str, Answers]:
        """Per agreement what was said of it in the newest version that holds it."""
        found: dict[str, Answers] = {}
        said = [answers for d in self.documents if (answers := self._of(d))]
        for answers in sorted(said, key=lambda a: a.version.submitted_on or date.min):
            found |= {id: answers for id in answers.version.agreements}
        return found

    def _of(self, document: Document) -> Answers | None:
        version = latest(self.facts, document.id)
        if version is None:
            return None
        given = asked(self.facts, version)
        other: dict[str, dict[str, Deviation]] = {}
        for assent in given:
            for deviation in deviations(self.facts, assent):
                other.setdefault(deviation.agreement, {})[assent.id] = deviation
        return Answers(document, version, given, other, counts_on(given))

    def of_document(self, document: Document) -> Answers | None:
        return self._of(document)

    def _stands_in(self) -> dict[str, list[str]]:
        """Convenant (4): in which documents an agreement stands, and as which number."""
        found: dict[str, list[str]] = {}
        for document in self.documents:
            for number, agreement in enumerate(included(self.facts, document), 1):
                found.setdefault(agreement.id, []).append(f"{document.name} ({number})")
        return found

    def decision(self, agreement: Agreement) -> Decision:
        return self.decided.get(agreement.id, Decision.DRAFT)

    # Rows

    def agreement_rows(self) -> Iterator[list[Value]]:
        leaders = self._leaders()
        nobody: Counter[Said] = Counter()
        for number, a in enumerate(self.agreements, 1):
            answers = self.answers.get(a.id)
            counts = answers.counts(a.id) if answers else nobody
            yield [
                number, a.title, self.topics.get(a.topic or "", ""), leaders.get(a.id, ""),
                a.starts_on, a.ends_on, self.decision(a).label, progress(a), a.progress_on,
                *(counts[told] if answers else None for told in OF_ONE),
                answers.name if answers else "nog niet voorgelegd",
                a.what, a.result, a.progress_note, listed(self.stands_in.get(a.id, ())),
            ]  # fmt: skip

    def _leaders(self) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        leading = self.facts.of(Contribution, "role", Role.LEADS)
        for c in ranked(leading, self.places):
            found.setdefault(c.agreement, []).append(self.parties.get(c.party, ""))
        return {agreement: listed(names) for agreement, names in found.items()}

    def assent_rows(self) -> Iterator[list[Value]]:
        """A row for every agreement and every party that does or says something about it."""
        for number, agreement in enumerate(self.agreements, 1):
            mine = {c.party: c for c in self.facts.of(Contribution, "agreement", agreement.id)}
            answers = self.answers.get(agreement.id)
            given = {a.party: a for a in answers.given} if answers else {}
            other = answers.other.get(agreement.id, {}) if answers else {}
            for id in self._rows_of(mine, given):
                contribution, assent = mine.get(id), given.get(id)
                if id in self.parties:
                    yield [
                        number,
                        agreement.title,
                        self.parties[id],
                        *_contributed(contribution),
                        *self._said(assent, other.get(assent.id) if assent else None),
                    ]

    def _rows_of(
        self, mine: Mapping[Id[Party], Contribution], given: Mapping[Id[Party], Assent]
    ) -> list[Id[Party]]:
        """As everywhere; after those who do something, who was asked only."""
        asked = [p.id for p in self.ordered if p.id in given and p.id not in mine]
        return [*(c.party for c in ranked(mine.values(), self.places)), *asked]

    def _said(self, assent: Assent | None, other: Deviation | None) -> list[Value]:
        if assent is None:
            return [None] * (10 if self.public else 11)
        said = other or assent
        signed = [] if self.public else [assent.signed_on]
        return [
            state(said.table), assent.table_on, self.items.get(said.reservation or "", ""),
            said.reservation_until, said.note, said.acceptable,
            self.items.get(assent.body or "", ""), assent.planned_on, assent.decided_on,
            assent.reference, *signed,
        ]  # fmt: skip

    def action_rows(self) -> Iterator[list[Value]]:
        """In public only what belongs to agreements that are shown, and without names."""
        for action in sorted(self._actions(), key=lambda a: (a.due or date.max, a.id)):
            contact = self.facts.get(Contact, action.contact)
            party = action.party or (contact.party if contact else None)
            person = [] if self.public else [contact.name if contact else ""]
            note = [] if self.public else [action.note]
            late = action.late(self.facts.today)
            yield [
                action.what, self.parties.get(party or "", ""), *person, action.due,
                f"{SIGNS[Mark.LATE]}  te laat" if late else _ACTIONS[action.state],
                self.numbers.get(str(action.came_from)), self._from(action), *note,
            ]  # fmt: skip

    def _actions(self) -> list[Action]:
        found = self.facts.all(Action)
        if self.public or self.document:
            return [a for a in found if str(a.came_from) in self.numbers]
        return list(found)

    def _from(self, action: Action) -> str:
        return self.titles.get(str(action.came_from), "")

    def party_rows(self) -> Iterator[list[Value]]:
        for number, p in enumerate(self.ordered, 1):
            people = [] if self.public else self._people(p)
            mine: list[Value] = [p.brings, p.gets, p.gives_up, p.time, p.money, p.people]
            mine += [p.seat, p.registration, p.mandate]
            yield [
                number, p.name, p.short_name, self.items.get(p.kind or "", ""),
                p.domain.label if p.domain else "", "ja" if p.signs else "nee",
                self.parties.get(p.part_of_party or "", ""),
                self.parties.get(p.represented_by or "", ""), p.takes_part,
                *([] if self.public else mine), *people,
            ]  # fmt: skip

    def _people(self, party: Party) -> list[Value]:
        """Names, addresses and numbers, one person on a line."""
        found = self.facts.of(Contact, "party", party.id)
        names = [", ".join(part for part in (c.name, c.function) if part) for c in found]
        return ["\n".join(names), _lines(c.email for c in found), _lines(c.phone for c in found)]


_ACTIONS = {
    ActionState.OPEN: f"{SIGNS[Mark.BOX]}  open",
    ActionState.BUSY: f"{SIGNS[Mark.OPEN]}  bezig",
    ActionState.DONE: f"{SIGNS[Mark.FULL]}  klaar",
    ActionState.DROPPED: "vervallen",
}


def progress(agreement: Agreement) -> str:
    """●  op schema"""
    return f"{SIGNS[PROGRESS_MARKS[agreement.progress]]}  {agreement.progress.label}"


def state(table: TableAssent) -> str:
    """◐  onder voorbehoud"""
    return f"{SIGNS[MARKS[table]]}  {Said[table.name].label}"


def _contributed(contribution: Contribution | None) -> list[Value]:
    if contribution is None:
        return ["", "", None]
    return [contribution.role.label, contribution.what, contribution.by]


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(text for text in texts if text)
