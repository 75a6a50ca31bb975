"""Who takes part: parties, their people, and the way they come to a decision."""

from datetime import date

from ozj_desktop.model.areas import Area
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import Body, PartyKind
from ozj_desktop.model.record import (
    Choice,
    Money,
    Number,
    PartOf,
    Record,
    Ref,
    Refs,
    Text,
    labelled,
)


class Domain(Choice):
    """Three domains with frameworks of their own, and those around them (domein G13)."""

    MUNICIPALITY = "municipality", "gemeente"
    EDUCATION = "education", "onderwijs"
    CHILDCARE = "childcare", "kinderopvang"
    YOUTH_CARE = "youth_care", "jeugdhulp"
    HEALTH = "health", "zorg en gezondheid"
    WELFARE = "welfare", "welzijn"
    SAFETY = "safety", "veiligheid"
    CITIZENS = "citizens", "ouders, jongeren en inwoners"
    OTHER = "other", "overig"


class Circle(Choice):
    """The circles that the report of 2018 proposes for the national coalition (domein M1)."""

    CORE = "core", "kerngroep"
    CHAIN = "chain", "ketenpartners"
    KNOWLEDGE = "knowledge", "kennispartners"
    INTEREST = "interest", "belangengroepen"


class Layer(Choice):
    """Work floor, own organisation, between organisations (domein A12)."""

    MICRO = "micro", "micro: rond kind en gezin"
    MESO = "meso", "meso: in de organisaties"
    META = "meta", "meta: tussen de organisaties"


@kind(frozen=True, kw_only=True)
class Party(Record):
    """An organisation or group at the table."""

    names = ("partij", "partijen")

    name: str = labelled("Naam", "")
    short_name: str = labelled("Korte naam", "", "Voor lijsten en tabellen, zoals SWV PO.")
    kind: PartyKind | None = labelled("Soort", None)
    domain: Domain | None = labelled("Domein", None)
    position: Number = labelled("Plaats in de lijst", 0)
    signs: bool = labelled(
        "Tekent mee", True, "Ouders, jongeren en inspectie praten mee, maar tekenen meestal niet."
    )
    part_of_party: "Ref[Party] | None" = labelled(
        "Onderdeel van", None, "Leerplicht en wijkteam zijn vaak de gemeente zelf."
    )
    represented_by: "Ref[Party] | None" = labelled("Vertegenwoordigd door", None)
    takes_part: Text = labelled("Hoe zij meepraat", "", "Voor wie niet tekent.")
    brings: Text = labelled("Brengt in", "", "Wat deze partij de anderen te bieden heeft.")
    gets: Text = labelled("Haalt", "", "Wat deze partij van de anderen nodig heeft.")
    gives_up: Text = labelled("Levert in", "", "Wat deze partij loslaat of anders gaat doen.")
    time: Text = labelled("Inzet in tijd", "")
    money: Text = labelled("Inzet in geld", "")
    people: Text = labelled("Inzet van mensen", "")
    areas: Refs[Area] = labelled("Werkgebied", frozenset())
    seat: str = labelled("Gevestigd in", "")
    registration: str = labelled("KvK-nummer", "")
    representation: Text = labelled(
        "Rechtsgeldig vertegenwoordigd door", "", "Zoals het op het ondertekeningsblad staat."
    )
    mandate: Text = labelled("Tekent op grond van", "", "Statuten, mandaatregeling of volmacht.")
    supervision: Text = labelled("Toezicht", "", "Welke inspectie of raad meekijkt, en waarnaar.")
    circle: Circle | None = labelled("Kring", None, "Alleen in de landelijke coalitie.")
    remark: Text = labelled("Interne opmerking", "", "Komt nooit in een stuk.")


@kind(frozen=True, kw_only=True)
class RouteStep(Record):
    """One meeting on the way to a party's decision, with the time it takes to get there."""

    names = ("stap in de besluitroute", "stappen in de besluitroute")

    party: PartOf[Party] = labelled("Partij")
    position: Number = labelled("Plaats", 0)
    body: Body | None = labelled("Wie besluit", None)
    days: Number = labelled("Dagen vooraf aanleveren", 14)
    remark: str = labelled("Toelichting", "")


@kind(frozen=True, kw_only=True)
class Contact(Record):
    """A person of a party, and what that person may decide."""

    names = ("contactpersoon", "contactpersonen")

    party: PartOf[Party] = labelled("Partij")
    name: str = labelled("Naam", "")
    function: str = labelled("Functie", "")
    email: str = labelled("E-mail", "")
    phone: str = labelled("Telefoon", "")
    gets_mail: bool = labelled("Krijgt de stukken", True)
    signs: bool = labelled("Tekent namens de partij", False)
    mandate: Text = labelled("Mandaat", "", "Waarover deze persoon zelf mag beslissen.")
    mandate_limit: Money | None = labelled("Mandaat tot", None)
    layer: Layer | None = labelled("Laag", None)


class Uptake(Choice):
    """How far the shared vision is in a party's own papers (domein F11, F12)."""

    NOT_YET = "not_yet", "nog niet"
    PLANNED = "planned", "gepland"
    TAKEN_UP = "taken_up", "opgenomen"


@kind(frozen=True, kw_only=True)
class PolicyUptake(Record):
    """In which policy document or year plan of a party the shared vision comes back."""

    names = ("doorwerking", "doorwerkingen")

    party: PartOf[Party] = labelled("Partij")
    paper: str = labelled("In welk beleidsstuk of jaarplan", "")
    state: Uptake = labelled("Stand", Uptake.NOT_YET)
    on: date | None = labelled("Wanneer", None)
    change: Text = labelled("Wat verandert er door deze afspraken", "")
