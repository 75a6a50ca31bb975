"""When a text lies fast, and what it takes to change it (domein F5, model 'Version')."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import asked, documents_of, included, latest, signatories
from ozj_desktop.model.documents import (
    Assent,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Form, Id, Record, fields_of

# How it goes, and what is never printed, stays open when the text lies fast.
LIVE_FIELDS = frozenset(
    {
        "progress",
        "progress_on",
        "progress_note",
        "outcomes",
        "indicators",
        "internal_remark",
        "confidential",
        "decision_set",
        "decision_reason",
    }
)
LIVE_DOCUMENT_FIELDS = frozenset(
    {"signing_on", "asks_by", "decision_set", "decision_reason", "stage"}
)
WORDS = (Form.LINE, Form.TEXT)


def frozen_fields(facts: Facts, record: Record) -> frozenset[str]:
    """Which fields of a record may not change now: all of a text that lies fast, and all but the
    words while only these are mended. Empty for what is in no submitted text.
    """
    match record:
        case Agreement():
            return _frozen(type(record), _stages(_holding(facts, record.id)), LIVE_FIELDS)
        case Contribution():
            return _frozen(type(record), _stages(_holding(facts, record.agreement)), frozenset())
        case Document() if latest(facts, record.id):
            return _frozen(type(record), {record.stage}, LIVE_DOCUMENT_FIELDS)
    return frozenset()


def frozen_among(facts: Facts, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The frozen fields of many agreements at once; only those that have any."""
    holding = documents_of(facts)
    found = {id: _frozen(Agreement, _stages(holding.get(Id(id), [])), LIVE_FIELDS) for id in ids}
    return {id: names for id, names in found.items() if names}


def fast_in(facts: Facts, agreement: Id[Agreement]) -> str:
    """In which documents the text of an agreement lies fast: "ligt vast in ‘LEA’"."""
    found = [d for d in _holding(facts, agreement) if d.stage is not Stage.DRAFT]
    return f"de tekst ligt vast in {listed(f'‘{d}’' for d in found)}" if found else ""


def locked(facts: Facts, record: Record) -> bool:
    """Whether a record may not come or go: it is part of a submitted text that is not reopened."""
    match record:
        case Contribution():
            stages = _stages(_holding(facts, record.agreement))
        case Inclusion():
            document = facts.get(Document, record.document)
            submitted_once = document is not None and latest(facts, document.id) is not None
            stages = {document.stage} if document and submitted_once else set()
        case _:
            return False
    return bool(stages - {Stage.DRAFT})


def _frozen(kind: type[Record], stages: set[Stage], live: frozenset[str]) -> frozenset[str]:
    fields = [f for f in fields_of(kind) if f.name not in live]
    if Stage.FROZEN in stages:
        return frozenset(f.name for f in fields)
    if Stage.EDITORIAL in stages:
        return frozenset(f.name for f in fields if f.form not in WORDS)
    return frozenset()


def _stages(documents: list[Document]) -> set[Stage]:
    return {document.stage for document in documents}


def _holding(facts: Facts, agreement: Id[Agreement]) -> list[Document]:
    """The documents of which the newest version holds this agreement."""
    return documents_of(facts).get(agreement, [])


def next_number(facts: Facts, document: Document) -> tuple[int, int]:
    """The number that the next version gets: 2 after 1.1, or 1.2 when only words are mended."""
    newest = latest(facts, document.id)
    if newest is None:
        return 1, 0
    if document.stage is Stage.EDITORIAL:
        return newest.major, newest.minor + 1
    return newest.major + 1, 0


def submitted(
    facts: Facts, document: Document, content: str, on: date, what: str = "", reason: str = ""
) -> list[Record]:
    """What to save when a document is submitted: its version, and a question to each party.

    `content` is the SHA-256 of the frozen text. A redactionele verbetering asks nobody anew.
    """
    major, minor = next_number(facts, document)
    newest = latest(facts, document.id)
    version = Version(
        document=document.id,
        major=major,
        minor=minor,
        submitted_on=on,
        what=what,
        reason=reason,
        content=content,
        agreements=frozenset(a.id for a in included(facts, document)),
        mends=(newest.mends or newest.id) if newest and minor else None,
    )
    questions = (
        []
        if minor
        else [_question(version, party.id, on) for party in signatories(facts, document)]
    )
    return [version, *questions, replace(document, stage=Stage.FROZEN)]


def _question(version: Version, party: Id, on: date) -> Assent:  # type: ignore[type-arg]
    return Assent(version=version.id, party=party, table=TableAssent.SUBMITTED, table_on=on)


def reopened(document: Document) -> Document:
    """The text may change, and will be asked anew."""
    return replace(document, stage=Stage.DRAFT)


def mending(document: Document) -> Document:
    """Only words may change; assent stays."""
    return replace(document, stage=Stage.EDITORIAL)


def left_as_it_was(document: Document) -> Document:
    """No new version after all."""
    return replace(document, stage=Stage.FROZEN)


def asks_others(facts: Facts, document: Document) -> bool:
    """Whether other parties would sign than were asked about the newest version."""
    newest = latest(facts, document.id)
    before = {a.party for a in asked(facts, newest)} if newest else set()
    return before != {party.id for party in signatories(facts, document)}
