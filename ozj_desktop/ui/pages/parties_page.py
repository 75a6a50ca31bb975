"""Partijen: who is at the table, their people, how they decide, and what they are in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

from ozj_desktop.exchange.content import party_kinds
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.dutch import counted, sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Domain, Party, PolicyUptake, RouteStep
from ozj_desktop.model.party_columns import people_in
from ozj_desktop.model.party_kinds import kind_item
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.bulk import Bulk
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.parties import lines
from ozj_desktop.ui.pages.parties.alike_card import AlikeCard
from ozj_desktop.ui.pages.parties.gaps_panel import GapsButton, GapsPanel
from ozj_desktop.ui.pages.parties.paste_panel import PastePanel, on_clipboard
from ozj_desktop.ui.pages.parties.unite_panel import UnitePanel
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_header import Command
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.status import Shape, Status
from ozj_desktop.ui.tools import Tools

ABOUT = Section(
    "Over deze partij",
    (
        *("short_name", "kind", "domain", "signs", "part_of_party", "represented_by"),
        *("takes_part", "areas"),
    ),
    always=("short_name", "kind", "domain", "signs"),
)
GIVES = Section(
    "Wat zij brengt en haalt",
    ("brings", "gets", "gives_up", "time", "money", "people"),
    always=("brings", "gets"),
)
SIGNING = Section(
    "Voor het ondertekeningsblad",
    ("representation", "mandate", "seat", "registration", "supervision", "circle", "remark"),
    always=("representation", "seat"),
)
CONTACTS = PartSpec(
    Contact,
    "party",
    (
        Col("name", width=150, stretch=2),
        Col("function", width=110, stretch=2),
        Col("email", width=150, stretch=3),
        Col("phone", width=110, stretch=1),
        Col("gets_mail", label="Krijgt stukken", width=64),
        Col("signs", width=112),
    ),
    new_hint="+ nog iemand",
    more=("mandate", "mandate_limit", "layer"),
    arrange=lambda rows, new: people_in(rows, new, party_kinds()),
)
ROUTE = PartSpec(
    RouteStep,
    "party",
    (
        Col("body", width=220, stretch=3),
        Col("days", label="Dagen vooraf", width=110),
        Col("remark", width=150, stretch=2),
    ),
    new_hint="+ nog een vergadering",
)
UPTAKE = PartSpec(
    PolicyUptake,
    "party",
    (
        Col("paper", label="Beleidsstuk of jaarplan", width=180, stretch=2),
        Col("state", width=120),
        Col("on", width=108),
        Col("change", label="Wat verandert er", width=160, stretch=3),
    ),
    new_hint="+ nog een stuk",
)


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    found = desk.dossier.all(Party) if ids is None else desk.things(Party, ids)
    return [_row(desk, p, desk.dossier.count(Contribution, party=p.id)) for p in found]


def _row(desk: Desk, party: Party, agreements: int) -> Row:
    kind = desk.names.of(ListItem, party.kind) if party.kind else ""
    number = counted(agreements, Agreement.names) if agreements else "nog geen afspraken"
    domain = party.domain
    place = [*Domain].index(domain) if domain else len(Domain)
    signs = (0, "tekent mee") if party.signs else (1, "praat mee, tekent niet")
    return Row(
        party.id,
        str(party),
        " · ".join(part for part in (kind, number) if part),
        None if party.signs else Status(Shape.BUBBLE, "praat mee"),
        ((place, domain.label if domain else "zonder domein"), signs),
        (sort_key(str(party)), (party.position, sort_key(str(party)))),
        party.short_name,
    )


def above(desk: Desk, party: Party) -> str:
    kind = desk.names.of(ListItem, party.kind) if party.kind else ""
    domain = party.domain.label if party.domain else ""
    parts = (
        kind,
        domain if domain != kind else "",
        f"onderdeel van {desk.names.of(Party, party.part_of_party)}" if party.part_of_party else "",
    )
    return " · ".join(part for part in parts if part)


def make(desk: Desk, name: str) -> Party:
    """A party of this name, with the kind and the domain that the name says for sure."""
    probably = party_kinds().guess(name)
    return Party(
        name=name,
        kind=kind_item(desk.facts.all(ListItem), probably.kind),
        domain=probably.domain,
        signs=party_kinds().of(probably.kind).signs,
        **last_place(desk.dossier, Party),
    )


def take_list(page: RecordPage, text: str) -> None:
    """What was pasted, in the place of the record until it is added or left."""

    def done(id: str) -> None:
        page.close_panel()
        page.show_thing(id)
        page.list.view.setFocus()

    page.show_panel(PastePanel(page.desk, text, page.close_panel, done))


def begin_too(page: RecordPage) -> list[QPushButton]:
    def paste() -> None:
        take_list(page, on_clipboard())

    return [button(page.desk.theme, "Plakken uit Excel", "copy", size="big", do=paste)]


def shift(page: RecordPage, step: int) -> None:
    """One place up or down, where the list is in the order that the user gives it."""
    shown = [row.id for row in page.list.model.shown()]
    here = page.list.current()
    if not page.list.in_order(PLACES) or here not in shown:
        return
    there = shown.index(here) + step
    if 0 <= there < len(shown) and page.list.model.are_together(here, shown[there]):
        move(page.desk, here, shown[there])


def move(desk: Desk, id: str, other: str) -> None:
    """Change places with another; all are numbered anew, so that no two have the same place."""
    parties = in_order(desk.dossier.all(Party))
    ids = [party.id for party in parties]
    one, two = (next(n for n, p in enumerate(ids) if p == i) for i in (id, other))
    parties.insert(two, parties.pop(one))
    with desk.step("ordered"):
        desk.dossier.save(*(replace(p, position=n) for n, p in enumerate(parties, 1)))


class PartiesPage(RecordPage):
    """With who is missing below the list, and what can be done with all of a party."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._tools = tools
        self.gaps = GapsButton(desk, self.open_gaps)
        body = (lambda desk: AlikeCard(desk, self.unite), *SPEC.body)
        super().__init__(desk, replace(SPEC, commands=self.commands, body=body))
        self.list.add_below(self.gaps)

    def commands(self, _: RecordPage, party: Party) -> Sequence[Command]:
        found = [Command("Partijblad…", "file-text", lambda: self._tools.files.party_sheet(party))]
        if not self.desk.writable:
            return found
        if len(self.desk.facts.all(Party)) > 1:
            found.append(Command("Samenvoegen met…", "layers", lambda: self.unite(party)))
        if self.list.in_order(PLACES):
            found.append(Command("Naar boven", "arrow-up", lambda: shift(self, -1)))
            found.append(Command("Naar beneden", "arrow-down", lambda: shift(self, 1)))
        found.append(Command("Wie missen we nog…", "user", self.open_gaps))
        words = "Partijen plakken uit Excel…"
        found.append(Command(words, "copy", lambda: take_list(self, on_clipboard())))
        return found

    def unite(self, party: Party, other: Party | None = None) -> None:
        """With `other` the panel begins with what would become of the two."""

        def done(id: str) -> None:
            self.close_panel()
            self.show_thing(id)

        panel = UnitePanel(self.desk, party, self.close_panel, done)
        if other:
            panel.ask_about(other)
        self.show_panel(panel)

    def open_gaps(self) -> None:
        def added(id: str) -> None:
            self.close_panel()
            self.show_thing(id)
            self.header.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.header.title.selectAll()

        self.show_panel(GapsPanel(self.desk, self.close_panel, added))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows come first; the menu beside the name has it too."""
        super().resizeEvent(event)
        self.gaps.setVisible(self.height() > LOW)

    def parts(self) -> Iterator[None]:
        yield from super().parts()
        self._look_again()

    def refresh(self) -> None:
        super().refresh()
        self._look_again()

    def hearing(self, notice: Notice) -> Iterator[None]:
        yield from super().hearing(notice)
        self._look_again()

    def _look_again(self) -> None:
        self.gaps.refresh()
        panel = self.panel()
        if isinstance(panel, GapsPanel | UnitePanel):
            panel.refresh()
        elif isinstance(panel, PastePanel):
            panel.model.look_again()


PLACES = "plaats in de lijst"
LOW = 380  # pixels
SPEC = PageSpec(
    kind=Party,
    title="Partijen",
    new_hint="Typ een nieuwe partij",
    name="name",
    rows=rows,
    body=(
        lambda desk: Related(desk, "Wat zij van de stukken zegt", lines.papers),
        lambda desk: PartCard(desk, "Mensen", CONTACTS),
        lambda desk: Related(desk, "Acties", lines.actions),
        lambda desk: Related(desk, "Wat zij belooft", lines.promises),
        lambda desk: Related(desk, "Nog geen belofte", lines.unpromised),
        lambda desk: Related(desk, "Waar zij bij hoort", lines.tables),
        ABOUT,
        GIVES,
        lambda desk: PartCard(
            desk,
            "Zo komt zij tot een besluit",
            ROUTE,
            hint="De vergaderingen op volgorde. Daaruit rekent het programma terug wanneer wat "
            "waar moet liggen.",
        ),
        lambda desk: PartCard(desk, "Zo werkt het door", UPTAKE),
        SIGNING,
    ),
    empty=(
        "Nog geen partijen",
        "Hier komt wie er aan tafel zit, zodat u ook ziet wie er nog ontbreekt. "
        "Typ een naam en druk op Enter, of plak een lijst.",
    ),
    groups=("domein", "tekenen"),
    orders=("naam", PLACES),
    group="domein",
    above=above,
    chips=lines.chips,
    make=make,
    take_list=take_list,
    begin_too=begin_too,
    shift=shift,
    reads={Contribution: "", ListItem: "label"},
    bulk=Bulk(("kind", "domain", "signs")),
)


def page(desk: Desk, tools: Tools) -> RecordPage:
    return PartiesPage(desk, tools)
