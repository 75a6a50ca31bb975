"""Klaar om voor te leggen? What a text still lacks, as if it were submitted now; nothing refuses.

Over a document the same lack in several agreements is one point, with the names of these.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import included, signatories
from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.phrases import called
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.model.signal import Scope, Signal
from ozj_desktop.model.signals import CHECKS, in_force, lacking, run, say, together
from ozj_desktop.model.signals_agreements import BLANK
from ozj_desktop.model.signals_parties import without_mandate

BEFORE = ("period_reversed",)  # of what is asked of documents, what is known before submitting
FIELDS = {
    "no_leader": "contribution",
    "few_parties": "contribution",
    "no_deadline": "ends_on",
    "dates_reversed": "ends_on",
    "no_result": "result",
    "no_fallback": "if_it_fails",
    "no_parents": "parents",
    "no_topic": "topic",
    "overdue": "ends_on",
    "decided_by_hand": "decision_reason",
    "no_address": "contact",
    "no_mandate": "mandate",
    "no_table": "main_forum",
    "period_reversed": "ends_on",
}
OF_MANY = {
    "overdue": "De datum van deze afspraken is voorbij.",
    "dates_reversed": "De einddatum ligt vóór de begindatum.",
    "decided_by_hand": "Het besluit is zelf bepaald, zonder reden.",
    "no_table": "Deze thema’s hebben nog geen hoofdtafel.",
}
PLACES = ("plek", "plekken")
OF_PARTIES = ("no_address", "no_contribution", "no_mandate")  # asked of who signs a document
NEAR, ALL_NEAR = 3, 12  # names that are told, of agreements and of parties; of the others how many


class Point(NamedTuple):
    """One thing that is lacking: in which things (their ids), and in which field of these."""

    what: str
    why: str
    ids: tuple[str, ...]
    field: str = ""
    urgent: bool = False
    names: tuple[str, ...] = ()  # of the agreements or parties, where it lacks in these
    near: int = NEAR  # so many are told by name


def of_agreement(facts: Facts, agreement: Agreement) -> list[Point]:
    """All points of one agreement, urgent first."""
    return _sorted(_grouped(lacking(facts, frozenset([agreement.id])), {}))


def of_document(facts: Facts, document: Document) -> list[Point]:
    """All points of a document and of the agreements in it, urgent first."""
    names = {str(a.id): str(a) for a in included(facts, document)}
    signals = [*lacking(facts, frozenset(names)), *_of_paper(facts, document)]
    grouped = _grouped(signals, {id: f"‘{name}’" for id, name in names.items()})
    return _sorted([*_own(facts, document), *grouped, *_around(facts, document, frozenset(names))])


def _of_paper(facts: Facts, document: Document) -> list[Signal]:
    checks = [c for c in CHECKS if c.code in BEFORE]
    return [s for c in checks for s in run(c, facts, frozenset()) if s.about == document.id]


def _around(facts: Facts, document: Document, scope: Scope) -> list[Point]:
    """What signals will ask of the parties and the topics once this document is submitted."""
    check = {c.code: c for c in CHECKS}
    signing = {str(p.id): called(facts, p) for p in signatories(facts, document)}
    found = run(check["no_address"], facts, scope)
    if scope and any(s.about in signing for s in run(check["no_contribution"], facts, scope)):
        found += run(check["no_contribution"], facts, scope | in_force(facts))
    found += say(check["no_mandate"], without_mandate(facts, signing))
    of_parties = [s for s in found if s.about in signing]
    topics = {str(topic.id): f"‘{topic}’" for topic in facts.all(Topic)}
    of_topics = _grouped(run(check["no_table"], facts, scope), topics)
    return [p._replace(near=ALL_NEAR) for p in _grouped(of_parties, signing)] + of_topics


def _own(facts: Facts, document: Document) -> Iterable[Point]:
    """What a board misses in the document itself."""
    ids = (document.id,)
    yield from _blanks(facts, document)
    if not included(facts, document):
        why = "Een bestuur beslist over afspraken. Zonder afspraken is er niets voor te leggen."
        yield Point("Er staan nog geen afspraken in dit stuk.", why, ids, "inclusion", True)
    if not signatories(facts, document):
        why = "Zet bij Partijen ‘Tekent mee’ aan bij wie u om akkoord vraagt."
        yield Point("Er is nog geen partij die meetekent.", why, ("parties",), urgent=True)
    if not document.asks.strip():
        why = "Een college wil in één minuut zien wat het moet besluiten."
        yield Point("Er staat niet wat u vraagt.", why, ids, "asks", True)
    if not document.asks_by:
        why = "Zonder datum wacht iedereen op een ander."
        yield Point("Er staat niet wanneer u antwoord wilt.", why, ids, "asks_by")
    if not document.lead.strip():
        why = "Eén zin op het titelblad zegt wie het aangaat."
        yield Point("Er staat niet waar het stuk over gaat.", why, ids, "lead")


def _blanks(facts: Facts, document: Document) -> Iterable[Point]:
    """What a template left to fill in, in the document and in the chapters that it shares."""
    shared = [*facts.all(Vision), *facts.all(Principle), *facts.all(Term)]
    found = [
        (record.id, f.name, blank[0])
        for record in (document, *shared)
        for f in fields_of(type(record))
        if f.form in (Form.LINE, Form.TEXT) and (blank := BLANK.search(getattr(record, f.name)))
    ]
    if found:
        id, name, text = found[0]
        more = f" en op nog {counted(len(found) - 1, PLACES)}" if len(found) > 1 else ""
        why = "Dat is een vraag uit het sjabloon. Vul die in, of haal die weg."
        yield Point(f"In de tekst staat nog {text}{more}.", why, (id,), name, urgent=True)


def _grouped(signals: Iterable[Signal], names: dict[str, str]) -> list[Point]:
    """One point per code, with all that it is about in their order."""
    order = {id: n for n, id in enumerate(names)}
    by_code: dict[str, list[Signal]] = {}
    for signal in signals:
        by_code.setdefault(signal.code, []).append(signal)
    return [
        _point(sorted(found, key=lambda s: order.get(s.about, 0)), names)
        for found in by_code.values()
    ]


def _point(found: list[Signal], names: dict[str, str]) -> Point:
    first, ids = found[0], tuple(s.about for s in found)
    called = tuple(names[id] for id in ids if id in names)
    of_many = OF_MANY.get(first.code, "") if len(found) > 1 else ""
    what = of_many or together(found)[0].what
    return Point(what, first.why, ids, FIELDS.get(first.code, ""), first.urgent, called)


def _sorted(points: Iterable[Point]) -> list[Point]:
    return sorted(points, key=lambda point: not point.urgent)


def in_which(point: Point) -> str:
    """‘Eén plan’, ‘Eén loket’ en nog 2"""
    shown = ", ".join(point.names[: point.near])
    more = len(point.names) - point.near
    return f"{shown} en nog {more}" if more > 0 else shown
