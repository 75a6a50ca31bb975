"""What is wanted for children and young people, and by what it is seen: 1A, 1B and 2."""

from datetime import date

from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.compass import Cycle
from ozj_desktop.model.figures import Measure
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import AgeGroups
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import (
    Choice,
    Figure,
    Number,
    PartOf,
    PeriodCode,
    Record,
    Ref,
    Refs,
    Text,
    labelled,
)


class FindingSort(Choice):
    """The three questions of the analysis (domein H23)."""

    GOOD = "good", "gaat goed"
    PROBLEM = "problem", "probleem"
    ATTENTION = "attention", "vraagt aandacht"


class Voice(Choice):
    """Who says so (domein E8)."""

    FIGURES = "figures", "open cijfers"
    PROFESSIONAL = "professional", "professional"
    PARENT = "parent", "ouder"
    YOUNG_PERSON = "young_person", "jongere"


@kind(frozen=True, kw_only=True)
class YouthFinding(Record):
    """How it goes with the young: a figure or a signal, and what is there to build on (1A)."""

    names = ("bevinding", "bevindingen")

    cycle: PartOf[Cycle] = labelled("Ronde")
    what: str = labelled("Wat zien wij", "")
    sort: FindingSort = labelled("Soort", FindingSort.ATTENTION)
    voice: Voice | None = labelled("Van wie weten wij dit", None)
    figure: str = labelled("Cijfer", "", "Met het jaar erbij, zoals 47 in 2025.")
    source: str = labelled("Bron", "")
    area: Ref[Area] | None = labelled("Gebied", None)
    ages: AgeGroups = labelled("Leeftijden", frozenset())
    helps: Text = labelled("Wat helpt", "", "Bevorderende factoren: waar kunt u op bouwen?")
    already: Text = labelled("Wat er al is", "")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class Ambition(Record):
    """How parties want it to be for the young; it may be general (1B)."""

    names = ("ambitie", "ambities")

    what: str = labelled("Onze ambitie", "", "Over het leven van kinderen, niet over het stelsel.")
    why: Text = labelled("Waarom", "")
    findings: Refs[YouthFinding] = labelled("Volgt uit", frozenset())
    position: Number = labelled("Plaats", 0)


class OutcomeKind(Choice):
    """Three kinds; the first is what it is about (domein §2.2, block 2)."""

    SUBSTANCE = "substance", "inhoudelijk"
    PROCESS = "process", "proces"
    CONDITION = "condition", "randvoorwaardelijk"


class Answer(Choice):
    """To a question of the test."""

    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "weten we nog niet"


class Degree(Choice):
    """To what degree something adds to a result (the third question of the test, seed 001)."""

    NOT = "0", "niet"
    LITTLE = "1", "een beetje"
    SOME = "2", "redelijk"
    MUCH = "3", "veel"
    DECISIVE = "4", "doorslaggevend"


@kind(frozen=True, kw_only=True)
class Outcome(Record):
    """What is different for children in some years: a maatschappelijk resultaat (2).

    Where it stands and where it goes is told by its indicators, the first of them in front.
    """

    names = ("resultaat", "resultaten")
    article = "het"

    what: str = labelled("Wat is er dan anders", "", "Wat merkt een kind of ouder zelf?")
    ambition: Ref[Ambition] | None = labelled("Ambitie", None)
    kind: OutcomeKind = labelled("Soort", OutcomeKind.SUBSTANCE)
    target_period: PeriodCode = labelled("In welk jaar", "")
    ages: AgeGroups = labelled("Leeftijden", frozenset())
    area: Ref[Area] | None = labelled("Gebied", None)
    note: Text = labelled("Toelichting", "")
    together_child: Answer | None = labelled("Helpt alles samen het kind verder", None)
    together_adds: Answer | None = labelled("Draagt alles samen bij aan dit resultaat", None)
    together_degree: Degree | None = labelled("In welke mate, alles samen", None)
    together_note: Text = labelled("Wat er dan nog ontbreekt", "")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class OutcomeContribution(Record):
    """What one party adds to one result (domein F9)."""

    names = ("bijdrage aan een resultaat", "bijdragen aan resultaten")
    natural_key = ("outcome", "party")

    outcome: PartOf[Outcome] = labelled("Resultaat")
    party: Ref[Party] = labelled("Partij")
    what: Text = labelled("Bijdrage", "")


class Direction(Choice):
    """Which way is good."""

    DOWN = "down", "omlaag is goed"
    UP = "up", "omhoog is goed"
    NEITHER = "neither", "geen van beide"


class Perspective(Choice):
    """From whom is looked (domein H10)."""

    CHILD = "child", "kind en ouder"
    ORGANISATION = "organisation", "organisatie"
    NETWORK = "network", "netwerk"


class IndicatorSort(Choice):
    """What happens to children, or what organisations do (domein H26)."""

    OUTCOME = "outcome", "wat kinderen merken"
    OUTPUT = "output", "wat wij doen"


class Rhythm(Choice):
    """How often there is a new figure; the conversation about it is half-yearly (domein H5)."""

    YEARLY = "yearly", "elk jaar"
    HALF_YEARLY = "half_yearly", "elk halfjaar"
    QUARTERLY = "quarterly", "elk kwartaal"
    OTHER = "other", "anders"


@kind(frozen=True, kw_only=True)
class Indicator(Record):
    """By what a result is seen. The baseline stands once adopted: a change asks a reason."""

    names = ("indicator", "indicatoren")

    name: str = labelled("Naam", "")
    outcome: Ref[Outcome] | None = labelled("Resultaat", None)
    definition: Text = labelled(
        "Wat tellen wij", "", "Zo precies dat ieder hetzelfde telt. Wie wel, wie niet?"
    )
    measure: Measure = labelled("Soort getal", Measure.COUNT)
    unit: str = labelled("Eenheid", "", "Zoals leerlingen of weken.")
    direction: Direction = labelled("Welke kant is goed", Direction.DOWN)
    area: Ref[Area] | None = labelled("Gebied", None)
    area_kind: AreaKind | None = labelled("Gemeten per", None)
    perspective: Perspective | None = labelled("Gezien door", None)
    sort: IndicatorSort = labelled("Zegt iets over", IndicatorSort.OUTCOME)
    agreed_on: date | None = labelled("Samen bepaald op", None)
    agreed_by: Text = labelled("Samen bepaald door", "")
    side_effect: Text = labelled("Mogelijk ongewenst effect", "")
    source: str = labelled("Bron", "")
    rhythm: Rhythm = labelled("Nieuw cijfer", Rhythm.YEARLY)
    where_school_is: bool = labelled(
        "Telt waar de school staat", False, "Dus niet waar de kinderen wonen."
    )
    baseline: Figure = labelled("Nulwaarde", "")
    baseline_period: PeriodCode = labelled("Nulwaarde over", "")
    baseline_fixed_on: date | None = labelled("Nulwaarde vastgesteld op", None)
    target: Figure = labelled("Streefwaarde", "")
    target_period: PeriodCode = labelled("Streefwaarde in", "")
    discuss: bool = labelled("Bespreken", False, "Komt in het volgende duidingsgesprek.")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class BaselineChange(Record):
    """What an adopted baseline was before it was changed, and why it was."""

    names = ("gewijzigde nulwaarde", "gewijzigde nulwaarden")

    indicator: PartOf[Indicator] = labelled("Indicator")
    was: Figure = labelled("Was", "")
    was_period: PeriodCode = labelled("Over", "")
    on: date | None = labelled("Gewijzigd op", None)
    reason: Text = labelled("Waarom", "")


class FigureStatus(Choice):
    """How certain a figure is; as CBS calls it."""

    FINAL = "final", "definitief"
    REVISED = "revised", "nader voorlopig"
    PROVISIONAL = "provisional", "voorlopig"


@kind(frozen=True, kw_only=True)
class Measurement(Record):
    """One figure: of a period, an area and a source there is one. No area is the whole of it."""

    names = ("meting", "metingen")
    natural_key = ("indicator", "area", "period", "source")

    indicator: PartOf[Indicator] = labelled("Indicator")
    area: Ref[Area] | None = labelled("Gebied", None)
    period: PeriodCode = labelled("Periode", "")
    source: str = labelled("Andere bron", "", "Alleen als het een andere is dan bij de indicator.")
    value: Figure = labelled("Waarde", "")
    status: FigureStatus = labelled("Soort cijfer", FigureStatus.FINAL)
    breaks: bool = labelled("Trendbreuk", False, "Vanaf hier is anders geteld.")
    note: Text = labelled("Toelichting", "")
