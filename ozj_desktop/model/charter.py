"""What the parties stand for together: vision, principles, terms, and what there is already."""

from datetime import date

from ozj_desktop.model.kind import kind
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Choice, Number, Record, Refs, Text, labelled


@kind(frozen=True, kw_only=True)
class Vision(Record):
    """The shared vision on youth, for a period (domein F7, F13)."""

    names = ("visie", "visies")

    text: Text = labelled("Onze visie", "")
    starts_on: date | None = labelled("Geldt vanaf", None)
    ends_on: date | None = labelled("Geldt tot en met", None)
    review_on: date | None = labelled(
        "Herijken op", None, "Wanneer u samen kijkt of de visie nog past."
    )
    shared_with: Text = labelled("Gedeeld met", "", "Wie de visie kent: van bestuur tot werkvloer.")


@kind(frozen=True, kw_only=True)
class Principle(Record):
    """A rule of thumb that gives direction; five to eight of them (domein F15)."""

    names = ("leidend principe", "leidende principes")
    article = "het"

    text: str = labelled("Principe", "")
    example: Text = labelled("Zo ziet dat eruit", "")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class Term(Record):
    """A word that all parties use in the same sense, or an abbreviation (domein A18)."""

    names = ("begrip", "begrippen")
    article = "het"

    name: str = labelled("Begrip of afkorting", "")
    meaning: Text = labelled("Wat wij ermee bedoelen", "")
    source: str = labelled("Bron", "")


class WorkKind(Choice):
    """What sort of thing there is already."""

    AGREEMENT = "agreement", "afspraak"
    TABLE = "table", "overleg"
    NETWORK = "network", "netwerk"
    PRACTICE = "practice", "goed voorbeeld"


@kind(frozen=True, kw_only=True)
class ExistingWork(Record):
    """What is there already to build on (domein A14, criterion 7)."""

    names = ("bestaande aanpak", "bestaande aanpakken")
    article = "het"

    name: str = labelled("Wat er al is", "")
    kind: WorkKind = labelled("Soort", WorkKind.PRACTICE)
    what: Text = labelled("Wat het doet", "")
    parties: Refs[Party] = labelled("Met wie", frozenset())
    helps: Text = labelled("Wat helpt", "", "Bevorderende factoren.")
    source: str = labelled("Bron", "")
