"""Afspraken: what parties promise each other, and what each of them does for it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from ozj_desktop.model import assent, versions
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    Version,
)
from ozj_desktop.model.dutch import in_words, listed, sort_key
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import short_month
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.into_document import IntoDocument
from ozj_desktop.ui.parts.notes import Note, by_hand, decision_chip
from ozj_desktop.ui.record_form import Section, Told
from ozj_desktop.ui.record_page import PageSpec, RecordPage
from ozj_desktop.ui.record_reads import Reads
from ozj_desktop.ui.status import STATES, Shape, Status
from ozj_desktop.ui.tools import Tools

LATEST = date(9999, 12, 31)
LISTED = ("id", "title", "topic", "ends_on", "progress", "what")
SHOWN_PROGRESS = (Progress.ON_TRACK, Progress.BEHIND, Progress.DONE)

ABOUT = ("why", "for_whom", "if_it_fails", "parents")


def who(desk: Desk, agreement: Agreement) -> str:
    """Gemeente Lindebroek met drie partijen"""
    roles = desk.dossier.all(Contribution, agreement=agreement.id)
    leading = [desk.names.of(Party, c.party) for c in roles if c.role is Role.LEADS]
    others = len(roles) - len(leading)
    company = f"{in_words(others)} {Party.names[others != 1]}"
    if not leading:
        return f"{company}, nog zonder trekker" if others else ""
    return f"{listed(leading)} met {company}" if others else listed(leading)


CARDS = (
    Section(
        "",
        ("what", "starts_on", "ends_on", "result"),
        always=("what", "starts_on", "ends_on", "result"),
        offers=ABOUT,
        told=(Told("Wie", 1, "party", who, "vul hieronder in wie wat doet"),),
    ),
    Section("Toelichting", ABOUT, offered=True),
    Section(
        "Hoe het gaat",
        ("progress", "progress_on", "progress_note"),
        always=("progress", "progress_on"),
    ),
    Section(
        "Waar het bij hoort",
        (
            *("topic", "area", "layer", "policy_field", "municipal_role", "advice", "made_at"),
            *("first_evaluation_on", "legal_basis", "principles", "previous", "confidential"),
            *("internal_remark", "decision_set", "decision_reason"),
        ),
        always=("topic", "area"),
        after={"decision_reason": "decision_set"},
    ),
)


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    """All agreements, or a few; read as columns because there can be thousands."""
    decided = _decided(desk, ids)
    leaders = _leaders(desk, ids)
    topics = {topic.id: topic for topic in desk.facts.all(Topic)}
    return [
        _row(desk, picked, decided.get(picked[0], Decision.DRAFT), leaders, topics)
        for picked in _picked(desk, ids)
    ]


def _decided(desk: Desk, ids: Collection[str] | None) -> dict[Any, Decision]:
    if ids is None:
        return assent.decisions(desk.facts)
    found = (desk.get(Agreement, id) for id in ids)
    return {a.id: assent.of_agreement(desk.facts, a).decision for a in found if a}


def _picked(desk: Desk, ids: Collection[str] | None) -> Iterable[tuple[Any, ...]]:
    if ids is None:
        return desk.dossier.pick(Agreement, *LISTED)
    return [row for id in ids for row in desk.dossier.pick(Agreement, *LISTED, id=id)]


def _leaders(desk: Desk, ids: Collection[str] | None) -> dict[str, str]:
    """Per agreement the first party that leads it."""
    pick = desk.dossier.pick
    if ids is None:
        found = pick(Contribution, "agreement", "party", role=Role.LEADS)
    else:
        found = [
            row
            for id in ids
            for row in pick(Contribution, "agreement", "party", role=Role.LEADS, agreement=id)
        ]
    return {agreement: party for agreement, party in reversed(found)}


@lru_cache(512)
def _key(name: str) -> str:
    """A few parties lead thousands of agreements."""
    return sort_key(name)


def _row(
    desk: Desk,
    picked: tuple[Any, ...],
    decision: Decision,
    leaders: dict[str, str],
    topics: dict[Any, Topic],
) -> Row:
    id, title, topic, ends_on, progress, what = picked
    leader = desk.names.short(leaders[id]) if id in leaders else ""
    when = short_month(ends_on) if ends_on else ""
    about = topics.get(topic)
    in_topic = (about.position, about.name) if about else (10_000, "zonder thema")
    shown = title or "Afspraak zonder titel"
    key = sort_key(shown)
    order = list(Decision).index(decision)
    return Row(
        id,
        shown,
        " · ".join(part for part in (leader, when) if part),
        state(decision, progress),
        (
            in_topic,
            (order, STATES[decision].word),
            (list(Progress).index(progress), STATES[progress].word),
            (_key(leader) or "zzz", leader or "zonder trekker"),
        ),
        ((ends_on or LATEST, key), key),
        f"{what} {in_topic[1]}",
    )


def state(decision: Decision, progress: Progress) -> Status:
    """One state for a list: how it goes once it was submitted, else how far it has come."""
    if decision in (Decision.SUBMITTED, Decision.ADOPTED) and progress in SHOWN_PROGRESS:
        return STATES[progress]
    return STATES[decision]


def above(desk: Desk, agreement: Agreement) -> str:
    topic = desk.facts.get(Topic, agreement.topic)
    papers = [d.name for d in _papers(desk, agreement)]
    return " · ".join(part for part in (topic.name if topic else "", *papers) if part)


def _papers(desk: Desk, agreement: Agreement) -> list[Document]:
    places = desk.facts.of(Inclusion, "agreement", agreement.id)
    return [d for p in places if (d := desk.facts.get(Document, p.document))]


def chips(desk: Desk, agreement: Agreement) -> Sequence[Status]:
    """The state of the text, what parties say, and how it goes."""
    found = [decision_chip(assent.of_agreement(desk.facts, agreement))]
    if agreement.progress is not Progress.NOT_STARTED:
        found.append(STATES[agreement.progress])
    if agreement.confidential:
        found.append(Status(Shape.TRIANGLE, "vertrouwelijk"))
    return found


def locked(desk: Desk, agreement: Agreement) -> frozenset[str]:
    return versions.frozen_fields(desk.facts, agreement)


def notes(desk: Desk, agreement: Agreement) -> Sequence[Note | None]:
    return why_locked(desk, agreement), by_hand(desk, agreement)


def why_locked(desk: Desk, agreement: Agreement) -> Note | None:
    """In which papers its text lies fast, or may only be mended."""
    found = [
        d
        for d in assent.documents_of(desk.facts).get(agreement.id, ())
        if d.stage is not Stage.DRAFT
    ]
    if not found:
        return None
    fast = [d for d in found if d.stage is Stage.FROZEN]
    names = listed(f"‘{d}’" for d in fast or found)
    if fast:
        told = f"De tekst ligt vast in {names}. Voortgang en opmerkingen kunt u wijzigen."
    else:
        told = f"In {names} verbetert u nu alleen woorden. De rest van de afspraak ligt vast."
    return Note(told, (fast or found)[0].id)


READS: Reads = {
    Topic: "name position",
    Party: "name short_name",
    Version: "",
    Document: "decision_set",
    Assent: "table decided_on",
    Deviation: "table",
}
SPEC = PageSpec(
    kind=Agreement,
    title="Afspraken",
    new_hint="Typ een nieuwe afspraak",
    name="title",
    rows=rows,
    body=(CARDS[0], ContributionsCard, IntoDocument, *CARDS[1:]),
    empty=(
        "Nog geen afspraken",
        "Hier komt wat partijen elkaar beloven: wat, wie, wanneer en welk resultaat. "
        "Typ een titel en druk op Enter; de rest kan later.",
    ),
    groups=("thema", "besluit", "voortgang", "trekker"),
    orders=("datum", "naam"),
    group="thema",
    above=above,
    chips=chips,
    locked=locked,
    notes=notes,
    parts={Contribution: "role party"},
    reads=READS,
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
