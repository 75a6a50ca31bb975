"""When a text lies fast, and what it takes to change it (domein F5, model 'Version')."""

from dataclasses import replace
from datetime import date

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import included, latest, signatories
from ozj_desktop.model.documents import Assent, Document, Stage, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Id, Record

# How it goes, and what is never printed, stays open when the text lies fast.
LIVE_FIELDS = frozenset(
    {
        "progress",
        "progress_on",
        "progress_note",
        "internal_remark",
        "confidential",
        "decision_set",
        "decision_reason",
    }
)
LIVE_DOCUMENT_FIELDS = frozenset(
    {"signing_on", "asks_by", "decision_set", "decision_reason", "stage"}
)


def frozen_in(facts: Facts, agreement: Id[Agreement]) -> list[Document]:
    """The documents that hold this agreement in a text that lies fast."""
    found = []
    for document in facts.all(Document):
        version = latest(facts, document.id)
        if document.stage is Stage.FROZEN and version and agreement in version.agreements:
            found.append(document)
    return found


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
    version = Version(
        document=document.id,
        major=major,
        minor=minor,
        submitted_on=on,
        what=what,
        reason=reason,
        content=content,
        agreements=frozenset(a.id for a in included(facts, document)),
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
