"""Afspraken: what parties promise each other, and what each of them does for it."""

from collections.abc import Sequence

from ozj_desktop.model import assent, readiness, versions
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.contributions import places, ranked
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    Version,
)
from ozj_desktop.model.dutch import in_words, listed
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages import agreements_acts, agreements_list
from ozj_desktop.ui.pages.agreements_list import rows
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.into_document import IntoDocument
from ozj_desktop.ui.parts.notes import Note, by_hand, decision_chip
from ozj_desktop.ui.preview import PreviewBeside
from ozj_desktop.ui.record_form import Section, Told
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.record_reads import Reads
from ozj_desktop.ui.status import STATES, Shape, Status
from ozj_desktop.ui.tools import Tools

ABOUT = ("why", "for_whom", "if_it_fails", "parents")


def who(desk: Desk, agreement: Agreement) -> str:
    """Gemeente Lindebroek met drie partijen"""
    roles = ranked(desk.dossier.all(Contribution, agreement=agreement.id), places(desk.facts))
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
        told=(Told("Wie", 1, "contribution", who, "vul hieronder in wie wat doet"),),
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
            *("topic", "outcomes", "indicators", "area", "layer", "policy_field"),
            *("municipal_role", "advice", "made_at"),
            *("first_evaluation_on", "legal_basis", "principles", "previous", "confidential"),
            *("internal_remark", "decision_set", "decision_reason"),
        ),
        always=("topic", "area"),
        after={"decision_reason": "decision_set"},
    ),
)


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
    Topic: "name position main_forum advice",
    Forum: "name",
    Inclusion: "",
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
        "Hier komt wat partijen elkaar beloven, zodat ieder ziet wie wat doet en wanneer. "
        "Typ een titel en druk op Enter; de rest kan later.",
    ),
    groups=agreements_list.GROUPS,
    orders=agreements_list.ORDERS,
    group="thema",
    filter_hint="Filter op woord of partij",
    further=agreements_list.further,
    views=agreements_list.views,
    bulk=agreements_acts.BULK,
    copies=agreements_acts.copied,
    table=agreements_acts.table,
    commands=agreements_acts.commands,
    list_commands=agreements_acts.list_commands,
    above=above,
    chips=chips,
    locked=locked,
    notes=notes,
    ready=readiness.of_agreement,
    parts={Contribution: "role party"},
    reads=READS,
)


class AgreementsPage(RecordPage):
    """With the pages of the document that an agreement is in beside it."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk, SPEC)
        self.preview = PreviewBeside(self, tools, self._paper)

    def _paper(self, id: str) -> str:
        """Its document, the first where there are more; "" for all agreements."""
        found = self.desk.get(Agreement, id) if id else None
        return next((d.id for d in _papers(self.desk, found)), "") if found else ""


def page(desk: Desk, tools: Tools) -> AgreementsPage:
    return AgreementsPage(desk, tools)
