"""Partijen: who is at the table, their people, how they decide, and what they are in."""

from collections import Counter
from collections.abc import Collection, Sequence

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision
from ozj_desktop.model.dutch import counted, sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Domain, Party, PolicyUptake, RouteStep
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.pages.agreements_page import state
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import PageSpec, RecordPage
from ozj_desktop.ui.status import Shape, Status
from ozj_desktop.ui.tools import Tools

ABOUT = Section(
    "",
    (
        *("short_name", "kind", "domain", "signs", "part_of_party", "represented_by"),
        *("takes_part", "areas", "position"),
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
        Col("name", width=130, stretch=2),
        Col("function", width=110, stretch=2),
        Col("email", width=150, stretch=3),
        Col("phone", width=110, stretch=1),
        Col("gets_mail", label="Krijgt stukken", width=110),
        Col("signs", label="Tekent", width=70),
    ),
    new_hint="+ nog iemand",
    more=("mandate", "mandate_limit", "layer"),
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
    if ids is None:
        taken = Counter(party for (party,) in desk.dossier.pick(Contribution, "party"))
        return [_row(desk, party, taken[party.id]) for party in desk.dossier.all(Party)]
    found = [party for id in ids if (party := desk.get(Party, id))]
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
    parts = (
        party.domain.label if party.domain else "",
        f"onderdeel van {desk.names.of(Party, party.part_of_party)}" if party.part_of_party else "",
    )
    return " · ".join(part for part in parts if part)


def stands_in(desk: Desk, party: Party) -> Sequence[Line]:
    """The agreements this party is in, with its role and what it does."""
    decided = assent.decisions(desk.facts)
    going = dict(desk.facts.pick(Agreement, "id", "progress"))
    lines = []
    for id, role, what in desk.dossier.pick(
        Contribution, "agreement", "role", "what", party=party.id
    ):
        detail = ": ".join(part for part in (role.label, what) if part)
        status = state(decided.get(id, Decision.DRAFT), going[id])
        lines.append(Line(id, desk.names.of(Agreement, id), detail, status))
    return sorted(lines, key=lambda line: sort_key(line.title))


SPEC = PageSpec(
    kind=Party,
    title="Partijen",
    new_hint="Typ een nieuwe partij",
    name="name",
    rows=rows,
    body=(
        ABOUT,
        lambda desk: PartCard(desk, "Mensen", CONTACTS),
        GIVES,
        lambda desk: Related(desk, "Staat in", stands_in),
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
        "Hier komt wie er aan tafel zit: organisaties, ouders, jongeren. "
        "Typ een naam en druk op Enter.",
    ),
    groups=("domein", "tekenen"),
    orders=("naam", "plaats in de lijst"),
    group="domein",
    above=above,
    reads={Contribution: "", ListItem: "label"},
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
