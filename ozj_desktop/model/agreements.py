"""What parties promise each other, and what each of them does for it."""

from datetime import date

from ozj_desktop.model.areas import Area
from ozj_desktop.model.charter import Principle
from ozj_desktop.model.forums import Advice, MunicipalRole, PolicyField, Topic
from ozj_desktop.model.goals import Indicator, Outcome
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import LegalBases
from ozj_desktop.model.parties import Layer, Party
from ozj_desktop.model.record import Choice, PartOf, Record, Ref, Refs, Text, When, labelled


class Decision(Choice):
    """How far an agreement or document has come (domein F5)."""

    DRAFT = "draft", "concept"
    SUBMITTED = "submitted", "voorgelegd"
    ADOPTED = "adopted", "vastgesteld"
    LAPSED = "lapsed", "vervallen"


class Progress(Choice):
    """How it goes with doing what was promised."""

    NOT_STARTED = "not_started", "niet gestart"
    ON_TRACK = "on_track", "op schema"
    BEHIND = "behind", "loopt achter"
    DONE = "done", "nagekomen"


class Role(Choice):
    """What a party is in an agreement."""

    LEADS = "leads", "trekker"
    PARTNER = "partner", "partner"
    SUPPORTS = "supports", "ondersteunt"
    INFORMED = "informed", "geïnformeerd"


@kind(frozen=True, kw_only=True)
class Agreement(Record):
    """What, who, when, which result; everything else only when it is wanted."""

    names = ("afspraak", "afspraken")

    title: str = labelled("Titel", "")
    what: Text = labelled(
        "Wat", "", "Wat spreken we af? Schrijf op wat iemand anders kan zien gebeuren."
    )
    starts_on: date | None = labelled("Vanaf", None)
    ends_on: date | None = labelled("Uiterlijk", None)
    result: Text = labelled("Welk resultaat", "", "Wat merken kinderen, jongeren of ouders ervan?")
    why: Text = labelled("Waarom", "")
    for_whom: Text = labelled("Voor wie", "")
    topic: Ref[Topic] | None = labelled("Thema", None)
    area: Ref[Area] | None = labelled("Gebied", None)
    layer: Layer | None = labelled("Laag", None)
    advice: Advice | None = labelled("Advies (2018)", None)
    policy_field: PolicyField | None = labelled("Beleidsveld", None)
    municipal_role: MunicipalRole | None = labelled("Rol van de gemeente", None)
    legal_basis: LegalBases = labelled(
        "Wettelijke grondslag", frozenset(), "De wet waarop deze afspraak steunt."
    )
    principles: Refs[Principle] = labelled("Leidende principes", frozenset())
    outcomes: Refs[Outcome] = labelled("Draagt bij aan", frozenset())
    indicators: Refs[Indicator] = labelled("Te zien aan", frozenset())
    made_at: str = labelled("Gemaakt in", "", "Het overleg waarin deze afspraak is gemaakt.")
    first_evaluation_on: date | None = labelled("Eerste evaluatie", None)
    if_it_fails: Text = labelled(
        "Als het niet lukt", "", "Wie belt wie, binnen hoeveel dagen, en wat als dat niet helpt?"
    )
    parents: Text = labelled("Ouders en jongeren", "", "Hoe dachten en beslisten zij mee?")
    progress: Progress = labelled("Voortgang", Progress.NOT_STARTED)
    progress_on: date | None = labelled("Voortgang op", None)
    progress_note: Text = labelled("Hoe het gaat", "")
    decision_set: Decision | None = labelled(
        "Besluit zelf bepaald", None, "Alleen als het anders is dan uit het akkoord volgt."
    )
    decision_reason: Text = labelled("Waarom zelf bepaald", "")
    confidential: bool = labelled("Vertrouwelijk", False, "Blijft weg uit wat u deelt.")
    internal_remark: Text = labelled("Interne opmerking", "", "Komt nooit in een stuk.")
    previous: "Ref[Agreement] | None" = labelled("Volgt op", None)


@kind(frozen=True, kw_only=True)
class Contribution(Record):
    """What one party does for one agreement; there is one per pair."""

    names = ("bijdrage", "bijdragen")
    natural_key = ("agreement", "party")

    agreement: PartOf[Agreement] = labelled("Afspraak")
    party: Ref[Party] = labelled("Partij")
    role: Role = labelled("Rol", Role.PARTNER)
    what: Text = labelled("Wat", "", "Wat doet deze partij?")
    by: When | None = labelled("Wanneer", None, "Een dag, of in woorden: doorlopend.")
