"""Who agrees with what, and what follows from it for documents and agreements.

Assent is given per version of a document. An agreement inherits it and has only deviations of
its own. What a party says, what its board decides and who signs are three different things.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ozj_desktop.model.agreements import Agreement, Contribution, Decision
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Said,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id

Answer = Assent | Deviation

# Of what several documents say of one agreement, the last of these counts.
FURTHER = (Decision.DRAFT, Decision.LAPSED, Decision.SUBMITTED, Decision.ADOPTED)


class Standing(NamedTuple):
    """Where a document or agreement stands, and why."""

    decision: Decision
    version: Version | None  # the newest that was submitted, with whole number
    reworked: bool  # the text may be changed again since
    set_by_hand: bool
    open: tuple[Party, ...]  # who stands between this and `vastgesteld`


def signatories(facts: Facts, document: Document) -> list[Party]:
    """Who is asked: the parties chosen for this document, else all that sign."""
    parties = in_order(facts.all(Party))
    if document.signatories:
        return [p for p in parties if p.id in document.signatories]
    return [p for p in parties if p.signs]


def included(facts: Facts, document: Document) -> list[Agreement]:
    """The agreements of a document in their order."""
    places = in_order(facts.of(Inclusion, "document", document.id))
    found = [facts.get(Agreement, place.agreement) for place in places]
    return [agreement for agreement in found if agreement]


def running(facts: Facts) -> list[Document]:
    """The documents that still ask something: those that did not lapse."""
    return [d for d in facts.all(Document) if d.decision_set is not Decision.LAPSED]


def versions(facts: Facts, document: Id[Document]) -> list[Version]:
    """Newest first."""
    found = facts.of(Version, "document", document)
    newest = sorted(found, key=lambda v: (v.submitted_on or date.min, v.id), reverse=True)
    return sorted(newest, key=lambda v: (v.major, v.minor), reverse=True)


def latest(facts: Facts, document: Id[Document]) -> Version | None:
    return next(iter(versions(facts, document)), None)


def asked(facts: Facts, version: Version) -> list[Assent]:
    """The answers to a version, in the order of the parties; 1.1 keeps those of 1."""
    whole = facts.get(Version, version.mends) or version
    found = {a.party: a for a in facts.of(Assent, "version", whole.id)}
    return [found[p.id] for p in in_order(facts.all(Party)) if p.id in found]


def deviations(facts: Facts, assent: Assent) -> list[Deviation]:
    return facts.of(Deviation, "assent", assent.id)


def still_deviating(facts: Facts, assent: Assent) -> list[Deviation]:
    """The deviations that still stand: one that became akkoord is none."""
    return [d for d in deviations(facts, assent) if d.table is not TableAssent.AGREED]


def answer_on(facts: Facts, assent: Assent, agreement: Id[Agreement]) -> Answer:
    """What a party says of one agreement: its deviation, else what it says of the document."""
    own = (d for d in deviations(facts, assent) if d.agreement == agreement)
    return next(own, assent)


def has_exception(facts: Facts, assent: Assent) -> bool:
    """Agreed with the document, not with all in it: derived, no sixth state."""
    return assent.table is TableAssent.AGREED and bool(still_deviating(facts, assent))


def said(facts: Facts, given: Assent) -> Said:
    """As what a party is counted, wherever it is told how many say what of a document."""
    return Said.EXCEPT if has_exception(facts, given) else Said[given.table.name]


def counts(facts: Facts, assents: Iterable[Assent]) -> Counter[Said]:
    """How many parties say what of a document: the only count there is, for screen and papers."""
    return Counter(said(facts, given) for given in assents)


def counts_on(answers: Iterable[Answer]) -> Counter[Said]:
    """How many parties say what of one agreement: there an exception is simply the answer."""
    return Counter(Said[given.table.name] for given in answers)


def of_document(facts: Facts, document: Document) -> Standing:
    """`vastgesteld` when every signing party agrees with all of it and its board has decided."""
    version = latest(facts, document.id)
    if version is None:
        return _standing(document, Decision.DRAFT, None, False, ())
    answers = asked(facts, version)
    waiting = [
        a
        for a in answers
        if a.table is not TableAssent.AGREED or not a.decided_on or still_deviating(facts, a)
    ]
    derived = Decision.SUBMITTED if waiting or not answers else Decision.ADOPTED
    reworked = document.stage is Stage.DRAFT
    return _standing(document, derived, version, reworked, _parties(facts, waiting))


def of_agreement(facts: Facts, agreement: Agreement) -> Standing:
    """The furthest that any document has brought it."""
    standings = [
        _in_version(facts, agreement, document)
        for document in documents_of(facts).get(agreement.id, ())
    ]
    if not standings:
        return _standing(agreement, Decision.DRAFT, None, False, ())
    return max(standings, key=lambda s: FURTHER.index(s.decision))


def documents_of(facts: Facts) -> dict[Id[Agreement], list[Document]]:
    """Per agreement the documents of which the newest version holds it."""
    found: dict[Id[Agreement], list[Document]] = {}
    for document in facts.all(Document):
        version = latest(facts, document.id)
        for id in version.agreements if version else ():
            found.setdefault(id, []).append(document)
    return found


def _in_version(facts: Facts, agreement: Agreement, document: Document) -> Standing:
    version = latest(facts, document.id)
    answers = asked(facts, version) if version else []
    waiting = [
        a
        for a in answers
        if answer_on(facts, a, agreement.id).table is not TableAssent.AGREED or not a.decided_on
    ]
    derived = Decision.SUBMITTED if waiting or not answers else Decision.ADOPTED
    derived = _unless_lapsed(document, derived)
    reworked = document.stage is Stage.DRAFT
    return _standing(agreement, derived, version, reworked, _parties(facts, waiting))


def _unless_lapsed(document: Document, derived: Decision) -> Decision:
    """What a document brought lapses with it."""
    return Decision.LAPSED if document.decision_set is Decision.LAPSED else derived


def _standing(
    of: Document | Agreement,
    derived: Decision,
    version: Version | None,
    reworked: bool,
    waiting: tuple[Party, ...],
) -> Standing:
    decision = of.decision_set or derived
    return Standing(decision, version, reworked, of.decision_set is not None, waiting)


def _parties(facts: Facts, assents: list[Assent]) -> tuple[Party, ...]:
    found = [facts.get(Party, a.party) for a in assents]
    return tuple(party for party in found if party)


def decisions(facts: Facts) -> dict[Id[Agreement], Decision]:
    """The decision on every agreement that is in a version, at once: for long lists.

    An agreement that is not in it is a draft, unless it was set by hand.
    """
    found: dict[Id[Agreement], Decision] = {}
    for document in facts.all(Document):
        version = latest(facts, document.id)
        answers = asked(facts, version) if version else []
        decided = bool(answers) and all(a.decided_on for a in answers)
        general = {a.id: a.table for a in answers}
        own: dict[Id[Agreement], dict[Id[Assent], TableAssent]] = defaultdict(dict)
        for deviation in (d for a in answers for d in deviations(facts, a)):
            own[deviation.agreement][deviation.assent] = deviation.table
        for id in version.agreements if version else ():
            said = {*(general | own.get(id, {})).values()}
            adopted = decided and said == {TableAssent.AGREED}
            decision = _unless_lapsed(document, Decision.ADOPTED if adopted else Decision.SUBMITTED)
            found[id] = max(found.get(id, decision), decision, key=FURTHER.index)
    by_hand = facts.pick(Agreement, "id", "decision_set")
    return found | {id: chosen for id, chosen in by_hand if chosen}


def unpromised(facts: Facts, party: Party) -> dict[Id[Agreement], str]:
    """What a party is in without promising it, with why: a draft, what lapsed, what it refuses."""
    decided, refused = decisions(facts), _refused(facts, party)
    found: dict[Id[Agreement], str] = {}
    for own in facts.of(Contribution, "party", party.id):
        decision = decided.get(own.agreement, Decision.DRAFT)
        if decision in (Decision.DRAFT, Decision.LAPSED):
            found[own.agreement] = decision.label
        elif own.agreement in refused:
            found[own.agreement] = TableAssent.REFUSED.label
    return found


def _refused(facts: Facts, party: Party) -> set[Id[Agreement]]:
    found: set[Id[Agreement]] = set()
    versions = [latest(facts, document.id) for document in running(facts)]
    for version in filter(None, versions):
        for given in (a for a in asked(facts, version) if a.party == party.id):
            answers = {id: answer_on(facts, given, id).table for id in version.agreements}
            found |= {id for id, table in answers.items() if table is TableAssent.REFUSED}
    return found


def waiting(facts: Facts) -> dict[Id[Agreement], frozenset[Id[Party]]]:
    """Per agreement that was submitted and has not lapsed, who has not said akkoord at the table.

    An agreement that everybody asked agrees with is not in it.
    """
    found: dict[Id[Agreement], frozenset[Id[Party]]] = {}
    for document in running(facts):
        version = latest(facts, document.id)
        answers = asked(facts, version) if version else []
        general = {a.party for a in answers if a.table is not TableAssent.AGREED}
        own: dict[Id[Agreement], list[tuple[Id[Party], TableAssent]]] = defaultdict(list)
        for answer in answers:
            for deviation in deviations(facts, answer):
                own[deviation.agreement].append((answer.party, deviation.table))
        for id in version.agreements if version else ():
            agreed = {party for party, said in own[id] if said is TableAssent.AGREED}
            still = general | {party for party, _ in own[id]}
            if still - agreed:
                found[id] = found.get(id, frozenset()) | (still - agreed)
    return found
