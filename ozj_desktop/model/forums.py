"""At which table which topic is discussed (domein G1, G5, G6)."""

from ozj_desktop.model.areas import Area
from ozj_desktop.model.kind import kind
from ozj_desktop.model.lists import ForumKind
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Choice, Number, Record, Ref, Refs, Text, labelled


class MunicipalRole(Choice):
    """In which role the municipality does this."""

    SUPPORTS = "supports", "ondersteunt"
    DIRECTS = "directs", "neemt initiatief of voert regie"
    RESPONSIBLE = "responsible", "eindverantwoordelijk"


class PolicyField(Choice):
    """The four fields that the agreements must cover together (domein H15)."""

    LEA = "lea", "Lokale Educatieve Agenda"
    JGZ = "jgz", "jeugdgezondheidszorg"
    OOGO = "oogo", "passend onderwijs (OOGO)"
    YOUTH_CARE = "youth_care", "jeugdhulp"


class Advice(Choice):
    """The seven adviezen of the report 'Mét andere ogen' (2018), in short words of our own."""

    TEAMS = "1", "1 bredere teams"
    EXEMPTIONS = "2", "2 minder vrijstellingen 5a"
    PARENTS = "3", "3 ouders en kinderen doen mee"
    LOCAL = "4", "4 brede lokale afspraken"
    MONITORING = "5", "5 volgen waar de afspraak is gemaakt"
    BUDGETS = "6", "6 budgetten met poreuze randen"
    COALITION = "7", "7 coalitie: van denken naar doen"


@kind(frozen=True, kw_only=True)
class Forum(Record):
    """A table where parties meet."""

    names = ("overlegtafel", "overlegtafels")

    name: str = labelled("Naam", "")
    kind: ForumKind | None = labelled("Soort overleg", None)
    formal: bool = labelled(
        "Formeel overleg", False, "Met een wettelijke of bestuurlijke grondslag."
    )
    area: Ref[Area] | None = labelled("Gebied", None)
    director: Ref[Party] | None = labelled("Regie bij", None)
    chair: str = labelled("Voorzitter", "")
    secretary: str = labelled("Secretaris", "")
    members: Refs[Party] = labelled("Leden", frozenset())
    formal_members: Refs[Party] = labelled(
        "Formele partijen", frozenset(), "In een OOGO alleen samenwerkingsverband en college."
    )
    rhythm: str = labelled("Hoe vaak", "")
    disputes: Text = labelled("Bij een geschil", "")
    strengthen: Text = labelled("Wat maakt deze tafel steviger", "")
    broaden: Text = labelled("Wie of wat maakt de tafel breder", "")
    enrich: Text = labelled("Wat maakt de tafel rijker", "")


@kind(frozen=True, kw_only=True)
class Topic(Record):
    """What agreements are about; it has one main table and may have others."""

    names = ("thema", "thema’s")
    article = "het"

    name: str = labelled("Naam", "")
    position: Number = labelled("Plaats", 0)
    main_forum: Ref[Forum] | None = labelled("Hoofdtafel", None)
    other_forums: Refs[Forum] = labelled("Ook besproken aan", frozenset())
    municipal_role: MunicipalRole | None = labelled("Rol van de gemeente", None)
    policy_field: PolicyField | None = labelled("Beleidsveld", None)
    advice: Advice | None = labelled("Advies (2018)", None)
