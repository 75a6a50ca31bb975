"""The papers that boards decide on: versions, and who agrees with which of them."""

from datetime import date

from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import Body, DocumentKind, Reservation
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import (
    Choice,
    File,
    Number,
    PartOf,
    Record,
    Ref,
    Refs,
    Text,
    labelled,
)


class Stage(Choice):
    """What may be done to the text."""

    DRAFT = "draft", "concept, u kunt de tekst wijzigen"
    FROZEN = "frozen", "de tekst ligt vast"
    EDITORIAL = "editorial", "redactionele verbetering"


@kind(frozen=True, kw_only=True)
class Document(Record):
    """A chosen, ordered set of agreements with vision and principles."""

    names = ("stuk", "stukken")
    article = "het"

    name: str = labelled("Naam", "")
    kind: DocumentKind | None = labelled("Soort stuk", None)
    lead: Text = labelled("Waar het over gaat", "", "Eén zin op het titelblad.")
    summary: Text = labelled("In het kort", "", "Waarom dit stuk er is, in hooguit drie zinnen.")
    asks: Text = labelled("Wat we vragen", "", "Eén vraag per regel, aan college of bestuur.")
    asks_by: date | None = labelled("Antwoord uiterlijk", None)
    starts_on: date | None = labelled("Geldt vanaf", None)
    ends_on: date | None = labelled("Geldt tot en met", None)
    signing_on: date | None = labelled("Ondertekening op", None)
    signatories: Refs[Party] = labelled(
        "Wie tekenen", frozenset(), "Leeg: alle partijen die meetekenen."
    )
    parents: Text = labelled("Ouders en jongeren", "")
    disputes: Text = labelled(
        "Geschillen en opschalen", "", "Wat doet u als partijen het niet eens worden?"
    )
    changes: Text = labelled(
        "Wijzigen, herijken, opzeggen", "", "Hoe verandert of stopt u wat hier staat?"
    )
    case_number: str = labelled("Zaaknummer", "")
    stage: Stage = labelled("Tekst", Stage.DRAFT)
    decision_set: Decision | None = labelled(
        "Besluit zelf bepaald", None, "Alleen als het anders is dan uit het akkoord volgt."
    )
    decision_reason: Text = labelled("Waarom zelf bepaald", "")


@kind(frozen=True, kw_only=True)
class Inclusion(Record):
    """That an agreement stands in a document, and at which place."""

    names = ("plaats in een stuk", "plaatsen in een stuk")
    natural_key = ("document", "agreement")

    document: PartOf[Document] = labelled("Stuk")
    agreement: Ref[Agreement] = labelled("Afspraak")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class Version(Record):
    """A text as it was submitted. A whole number asks assent anew; 1.1 only mends words.

    Two copies of a dossier can both submit a version 1: these stay two, each with the assent that
    was given to its own text.
    """

    names = ("versie", "versies")

    document: PartOf[Document] = labelled("Stuk")
    major: Number = labelled("Versie")
    minor: Number = labelled("Verbetering")
    submitted_on: date | None = labelled("Voorgelegd op", None)
    what: Text = labelled("Wat is dit", "")
    reason: Text = labelled("Waarom", "")
    content: File | None = labelled("Vastgelegde tekst", None)
    agreements: Refs[Agreement] = labelled("Afspraken in deze versie", frozenset())
    mends: "Ref[Version] | None" = labelled("Verbetert", None)

    @property
    def number(self) -> str:
        return f"{self.major}.{self.minor}" if self.minor else str(self.major)

    def __str__(self) -> str:
        return f"versie {self.number}"


class TableAssent(Choice):
    """What a party says at the table; the least settled comes first."""

    NOT_ASKED = "not_asked", "nog niet gevraagd"
    SUBMITTED = "submitted", "voorgelegd"
    REFUSED = "refused", "niet akkoord"
    RESERVED = "reserved", "akkoord onder voorbehoud"
    AGREED = "agreed", "akkoord"


class Said(Choice):
    """How parties are counted, the most settled first.

    Who agrees with a document but for an agreement in it is counted apart: that is derived, and
    no sixth state of assent.
    """

    AGREED = "agreed", "akkoord"
    EXCEPT = "except", "met een uitzondering"
    RESERVED = "reserved", "onder voorbehoud"
    REFUSED = "refused", "niet akkoord"
    SUBMITTED = "submitted", "voorgelegd"
    NOT_ASKED = "not_asked", "nog niet gevraagd"


@kind(frozen=True, kw_only=True)
class Assent(Record):
    """Three things kept apart: what a party says, what its board decides, and who signs."""

    names = ("akkoord", "akkoorden")
    article = "het"
    natural_key = ("version", "party")

    version: PartOf[Version] = labelled("Versie")
    party: Ref[Party] = labelled("Partij")
    table: TableAssent = labelled("Akkoord aan tafel", TableAssent.NOT_ASKED)
    table_on: date | None = labelled("Gezegd op", None)
    reservation: Reservation | None = labelled("Voorbehoud van", None)
    reservation_until: date | None = labelled(
        "Voorbehoud tot", None, "Wanneer daarover wordt beslist."
    )
    note: Text = labelled("Toelichting", "", "Wie besluit er, of waarom niet akkoord?")
    acceptable: Text = labelled("Wat wel kan", "")
    body: Body | None = labelled("Besluit door", None)
    planned_on: date | None = labelled("Besluit gepland op", None)
    decided_on: date | None = labelled("Besloten op", None)
    reference: str = labelled("Kenmerk van het besluit", "")
    signed_by: str = labelled("Getekend door", "")
    capacity: str = labelled("Tekent als", "", "De functie, zoals wethouder of bestuurder.")
    signed_on: date | None = labelled("Getekend op", None)
    signed_file: File | None = labelled("Getekend blad", None)


@kind(frozen=True, kw_only=True)
class Deviation(Record):
    """Where a party's word on one agreement differs from its word on the document."""

    names = ("afwijkend akkoord", "afwijkende akkoorden")
    article = "het"
    natural_key = ("assent", "agreement")

    assent: PartOf[Assent] = labelled("Akkoord")
    agreement: Ref[Agreement] = labelled("Afspraak")
    table: TableAssent = labelled("Akkoord aan tafel", TableAssent.REFUSED)
    reservation: Reservation | None = labelled("Voorbehoud van", None)
    reservation_until: date | None = labelled("Voorbehoud tot", None)
    note: Text = labelled("Waarom", "")
    acceptable: Text = labelled("Wat wel kan", "")


@kind(frozen=True, kw_only=True)
class Achterban(Record):
    """How a party heard its own people about a document (domein M9)."""

    names = ("raadpleging van de achterban", "raadplegingen van de achterban")
    natural_key = ("document", "party")

    document: PartOf[Document] = labelled("Stuk")
    party: Ref[Party] = labelled("Partij")
    consulted_on: date | None = labelled("Geraadpleegd op", None)
    how: Text = labelled("Hoe", "")
    outcome: Text = labelled("Wat kwam er terug", "")
