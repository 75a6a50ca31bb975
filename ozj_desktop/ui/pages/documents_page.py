"""Documenten: the papers that boards decide on, their versions, and who agrees with which."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QMenu

from ozj_desktop.model import assent, readiness, versions
from ozj_desktop.model.documents import (
    Achterban,
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    Version,
)
from ozj_desktop.model.dutch import counted, sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.next_step import next_step
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.agreements_acts import period_command
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.inclusions import Inclusions
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.notes import Note, by_hand, decision_chip
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.route_card import RouteCard
from ozj_desktop.ui.parts.versions_card import SUBMIT, VersionsCard
from ozj_desktop.ui.preview import PreviewBeside
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.status import STATES, Status
from ozj_desktop.ui.tools import Tools

ABOUT = Section(
    "",
    ("lead", "summary", "asks", "asks_by", "signing_on", "kind", "starts_on", "ends_on"),
    always=("lead", "asks", "asks_by", "signing_on", "kind", "starts_on", "ends_on"),
)
FURTHER = Section(
    "Verder in dit stuk",
    (
        *("signatories", "parents", "disputes", "changes", "case_number"),
        *("decision_set", "decision_reason"),
    ),
    always=("signatories",),
    after={"decision_reason": "decision_set"},
)
HEARD = PartSpec(
    Achterban,
    "document",
    (
        Col("party", width=160, stretch=2),
        Col("consulted_on", label="Wanneer", width=108),
        Col("how", width=140, stretch=2),
        Col("outcome", width=170, stretch=3),
    ),
    new_hint="+ nog een partij",
)


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    found = desk.facts.all(Document)
    return [_row(desk, document) for document in found if ids is None or document.id in ids]


def _row(desk: Desk, document: Document) -> Row:
    kind = desk.names.of(ListItem, document.kind) if document.kind else ""
    version = assent.latest(desk.facts, document.id)
    number = len(desk.facts.of(Inclusion, "document", document.id))
    parts = (
        f"versie {version.number}" if version else "",
        counted(number, ("afspraak", "afspraken")),
    )
    standing = assent.of_document(desk.facts, document)
    return Row(
        document.id,
        str(document),
        " · ".join(part for part in parts if part),
        STATES[standing.decision],
        (),
        (sort_key(str(document)),),
        kind,
    )


def above(desk: Desk, document: Document) -> str:
    return desk.names.of(ListItem, document.kind) if document.kind else ""


def chips(desk: Desk, document: Document) -> Sequence[Status]:
    standing = assent.of_document(desk.facts, document)
    found = [decision_chip(standing)]
    if standing.version is not None or document.stage is not Stage.DRAFT:
        found.append(STATES[document.stage])
    if standing.version is not None and document.stage is Stage.DRAFT:
        found[-1] = Status(STATES[Stage.DRAFT].shape, "nieuwe versie in concept")
    return found


def locked(desk: Desk, document: Document) -> frozenset[str]:
    return versions.frozen_fields(desk.facts, document)


def notes(desk: Desk, document: Document) -> Sequence[Note | None]:
    return what_now(desk, document), why_locked(desk, document), by_hand(desk, document)


def what_now(desk: Desk, document: Document) -> Note | None:
    """The next sensible step, with a way to where it is done."""
    found = next_step(desk.facts, document)
    if found is None or not desk.writable:
        return None
    id = document.id if found.where else ""
    return Note(found.told, id, found.words, lead="Wat nu?", field=found.where)


def why_locked(desk: Desk, document: Document) -> Note | None:
    newest = assent.latest(desk.facts, document.id)
    if newest is None or document.stage is Stage.DRAFT:
        return None
    if document.stage is Stage.EDITORIAL:
        return Note("U verbetert nu alleen woorden. De rest van het stuk ligt vast.")
    return Note(f"De tekst ligt vast als {newest}. Wilt u iets wijzigen? Maak een nieuwe versie.")


SPEC = PageSpec(
    kind=Document,
    title="Documenten",
    new_hint="Typ een nieuw stuk",
    name="name",
    rows=rows,
    body=(
        ABOUT,
        Inclusions,
        FURTHER,
        VersionsCard,
        RouteCard,
        lambda desk: PartCard(desk, "Wat de achterban vindt", HEARD),
    ),
    empty=(
        "Nog geen stukken",
        "Een stuk bundelt afspraken, zodat besturen er in één keer over beslissen: een convenant, "
        "een Lokale Educatieve Agenda. Typ de naam en druk op Enter.",
    ),
    above=above,
    chips=chips,
    locked=locked,
    notes=notes,
    ready=readiness.of_document,
    submits=SUBMIT,
    commands=lambda page, document: (period_command(page, document),),
    reads={
        **dict.fromkeys((Inclusion, Version), ""),
        Assent: "table decided_on",
        Deviation: "table",
        ListItem: "label",
    },
)


class DocumentsPage(RecordPage):
    """With its pages beside it, and a way to share the document that is in sight."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._files = tools.files
        super().__init__(desk, SPEC)
        share = give(button(desk.theme, "Dit stuk delen", "share", size="small"), "Y")
        self._menu = QMenu(share)
        self._menu.aboutToShow.connect(self._fill_menu)
        share.setMenu(self._menu)
        self.preview = PreviewBeside(self, tools, lambda id: id, remembers="preview")
        self.header.actions_row.addWidget(share)

    def _fill_menu(self) -> None:
        self._menu.clear()
        found = self.desk.get(Document, self.list.current())
        if isinstance(found, Document):
            self._files.fill_for(self._menu, found)


def page(desk: Desk, tools: Tools) -> DocumentsPage:
    return DocumentsPage(desk, tools)
