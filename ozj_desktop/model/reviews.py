"""The conversation about figures and the story behind them, and what is decided in it (6)."""

from datetime import date

from ozj_desktop.model.activities import Activity
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.compass import Cycle
from ozj_desktop.model.goals import Indicator, Voice
from ozj_desktop.model.kind import kind
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Choice, Number, PartOf, Record, Ref, Refs, Text, labelled


@kind(frozen=True, kw_only=True)
class ReviewMoment(Record):
    """A duidingsgesprek: parties look at the figures together, twice a year (domein H5, H14)."""

    names = ("duidingsgesprek", "duidingsgesprekken")
    article = "het"

    name: str = labelled("Naam", "")
    on: date | None = labelled("Datum", None)
    place: str = labelled("Plaats", "")
    cycle: Ref[Cycle] | None = labelled("Ronde", None)
    present: Refs[Party] = labelled("Wie was erbij", frozenset())
    others_present: str = labelled("Wie nog meer", "", "Zoals drie ouders. Geen namen.")
    conclusion: Text = labelled("Wat nemen wij mee", "")
    closed_on: date | None = labelled("Afgerond op", None)


@kind(frozen=True, kw_only=True)
class FigureStory(Record):
    """The story behind one indicator, along four prompts (NJi; domein §2.3)."""

    names = ("verhaal achter het cijfer", "verhalen achter de cijfers")
    article = "het"
    natural_key = ("review", "indicator")
    implied = True

    review: PartOf[ReviewMoment] = labelled("Duidingsgesprek")
    indicator: PartOf[Indicator] = labelled("Indicator")
    recognise: Text = labelled("Herkennen", "", "Herkennen wij dit?")
    explain: Text = labelled("Verklaren", "", "Hoe komt dit?")
    appreciate: Text = labelled("Waarderen", "", "Wat vinden wij ervan?")
    improve: Text = labelled("Verbeteren", "", "Wat gaan wij anders doen?")


@kind(frozen=True, kw_only=True)
class ToldStory(Record):
    """What a parent, a young person or a professional told; never who."""

    names = ("verhaal", "verhalen")
    article = "het"

    review: PartOf[ReviewMoment] = labelled("Duidingsgesprek")
    indicator: Ref[Indicator] | None = labelled("Bij", None)
    text: Text = labelled("Verhaal", "", "Zonder namen of herkenbare details.")
    voice: Voice = labelled("Van", Voice.PARENT)
    source: str = labelled("Gehoord bij", "")
    position: Number = labelled("Plaats", 0)


class Verdict(Choice):
    """What is decided on something that is done (domein H14)."""

    CONTINUE = "continue", "voortzetten"
    STRENGTHEN = "strengthen", "versterken"
    PRIORITISE = "prioritise", "prioriteren"
    ADJUST = "adjust", "bijstellen"
    STOP = "stop", "stoppen"


@kind(frozen=True, kw_only=True)
class ReviewDecision(Record):
    """A decision on one activity or one agreement, with its reason."""

    names = ("besluit", "besluiten")
    article = "het"
    implied = True

    review: PartOf[ReviewMoment] = labelled("Duidingsgesprek")
    activity: Ref[Activity] | None = labelled("Activiteit", None)
    agreement: Ref[Agreement] | None = labelled("Afspraak", None)
    verdict: Verdict | None = labelled("Besluit", None)
    reason: Text = labelled("Waarom", "")
