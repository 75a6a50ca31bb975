"""Why parties think it works, and what they do: 3A, 3B, 4 and 5."""

from datetime import date

from ozj_desktop.model.charter import Principle
from ozj_desktop.model.goals import Answer, Degree, Outcome
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import AgeGroups
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import (
    Choice,
    Number,
    PartOf,
    PeriodCode,
    Record,
    Refs,
    Text,
    labelled,
)


@kind(frozen=True, kw_only=True)
class TheoryOfChange(Record):
    """If we do this, that happens, because: what a strategy takes for true (3A)."""

    names = ("veranderverhaal", "veranderverhalen")
    article = "het"

    if_we: str = labelled("Als wij", "")
    then: Text = labelled("dan", "")
    because: Text = labelled("omdat", "")
    outcomes: Refs[Outcome] = labelled("Voor welk resultaat", frozenset())
    knowledge: Text = labelled("Wat wij weten dat werkt", "")
    conditions: Text = labelled("Wat ervoor nodig is", "")
    principles: Refs[Principle] = labelled("Leidende principes", frozenset())
    position: Number = labelled("Plaats", 0)


class HelpLayer(Choice):
    """How near and how heavy; help is spread over all of them (domein §2.2, block 3B)."""

    BASIS = "basis", "basis versterken"
    PREVENTIVE = "preventive", "preventief"
    FIRST_LINE = "first_line", "eerste lijn"
    INTENSIVE = "intensive", "intensief"


@kind(frozen=True, kw_only=True)
class Activity(Record):
    """What children, young people or parents notice; its quality is described in block 4."""

    names = ("activiteit", "activiteiten")

    name: str = labelled("Activiteit", "")
    what: Text = labelled("Wat gebeurt er", "")
    layer: HelpLayer | None = labelled("Soort aanpak", None)
    ages: AgeGroups = labelled("Leeftijden", frozenset())
    place: str = labelled("Waar", "")
    parties: Refs[Party] = labelled("Door wie", frozenset())
    principles: Refs[Principle] = labelled("Leidende principes", frozenset())
    starts_on: date | None = labelled("Vanaf", None)
    ends_on: date | None = labelled("Tot en met", None)
    basis: Text = labelled("Onderbouwing", "", "Waardoor weten wij dat dit kan werken?")
    professionals: Text = labelled("Mensen", "", "Wat kunnen en mogen zij, en wat leren zij bij?")
    organisation: Text = labelled("Organisatie", "", "Tijd, ruimte en steun om het goed te doen.")
    position: Number = labelled("Plaats", 0)


@kind(frozen=True, kw_only=True)
class ActivityTest(Record):
    """An activity serves a result: the three questions of the test (seed 001)."""

    names = ("toets", "toetsen")
    natural_key = ("activity", "outcome")

    activity: PartOf[Activity] = labelled("Activiteit")
    outcome: PartOf[Outcome] = labelled("Resultaat")
    child: Answer | None = labelled("Helpt dit het kind verder", None)
    adds: Answer | None = labelled("Draagt dit bij aan wat wij willen bereiken", None)
    degree: Degree | None = labelled("In welke mate", None)
    note: Text = labelled("Toelichting", "")


@kind(frozen=True, kw_only=True)
class ActivityResult(Record):
    """What came of an activity in a period (5; domein §2.3)."""

    names = ("uitkomst", "uitkomsten")
    natural_key = ("activity", "period")

    activity: PartOf[Activity] = labelled("Activiteit")
    period: PeriodCode = labelled("Periode", "")
    reach: Text = labelled("Bereik", "", "Wie deed mee, en wie nog niet?")
    use: Text = labelled("Nut", "", "Vonden kinderen en ouders het nuttig?")
    goals: Text = labelled("Doelen", "", "Is bereikt wat zij wilden?")
    improvement: Text = labelled("Verbetering", "", "Wat kan de volgende keer beter?")
    source: str = labelled("Bron", "")
