"""What a party probably is, from its name alone; nothing where that is not sure."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Domain
from ozj_desktop.model.record import Id


class Guess(NamedTuple):
    """The code of a kind (of the list `party_kind`) and a domain; either can be unknown."""

    kind: str = ""
    domain: Domain | None = None


# The domain that a kind of party belongs to; a kind that can be in several is not here.
DOMAINS: Mapping[str, Domain] = {
    **dict.fromkeys(
        ("municipality", "district_team", "attendance_officer", "dropout_office"),
        Domain.MUNICIPALITY,
    ),
    **dict.fromkeys(
        ("school_board_po", "school_board_vo", "school_board_so", "mbo", "swv_po", "swv_vo"),
        Domain.EDUCATION,
    ),
    "education_consultant": Domain.EDUCATION,
    "childcare": Domain.CHILDCARE,
    **dict.fromkeys(("youth_care", "certified_institution"), Domain.YOUTH_CARE),
    **dict.fromkeys(
        ("jgz", "ggz", "disability_care", "health_insurer", "care_office"), Domain.HEALTH
    ),
    **dict.fromkeys(("youth_work", "welfare"), Domain.WELFARE),
    **dict.fromkeys(("safe_home", "police"), Domain.SAFETY),
    **dict.fromkeys(("parents", "young_people", "residents"), Domain.CITIZENS),
    **dict.fromkeys(("inspectorate", "ministry", "library", "employer"), Domain.OTHER),
}

# Who talks along, but does not sign as a rule (model.md, Party).
ONLY_TALKS = frozenset(
    ("parents", "young_people", "residents", "inspectorate", "education_consultant")
)

_INSURERS = r"zilveren kruis|menzis|\bvgz\b|\bcz\b|\bdsw\b|\bonvz\b|zorg en zekerheid"
_UMBRELLAS = (
    r"\bvng\b|vereniging van nederlandse gemeenten|\b(po|vo|mbo)[- ]raad\b|jeugdzorg nederland"
    r"|ggz nederland|nederlandse ggz|actiz|sociaal werk nederland|sectorraad|ggd ghor"
)
# Words in a name without accents and capitals, and what they say for sure.
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"^(de )?gemeente\b|^gem\. ", "municipality"),
    (r"\bggd\b|jeugdgezondheidszorg|\bjgz\b|consultatiebureau", "jgz"),
    (r"(samenwerkingsverband|\bswv\b).*(\bpo\b|primair|basisonderwijs)", "swv_po"),
    (r"(samenwerkingsverband|\bswv\b).*(\bvo\b|voortgezet)", "swv_vo"),
    (r"primair onderwijs|basisonderwijs|basisscho|openbaar onderwijs", "school_board_po"),
    (r"voortgezet onderwijs|\blyceum\b|\bgymnasium\b", "school_board_vo"),
    (r"speciaal (basis|voortgezet )?onderwijs", "school_board_so"),
    (r"\broc\b|\bmbo\b", "mbo"),
    (r"kinderopvang|kinderdagverblijf|peuteropvang|\bbso\b|\bkdv\b", "childcare"),
    (r"jongerenwerk", "youth_work"),
    (r"\bwelzijn\b|welzijnswerk", "welfare"),
    (r"\bggz\b|psychiatrie", "ggz"),
    (r"gehandicaptenzorg", "disability_care"),
    (r"veilig thuis", "safe_home"),
    (r"jeugdbescherming|gecertificeerde instelling", "certified_institution"),
    (r"jeugdhulp", "youth_care"),
    (r"wijkteam|sociaal team|buurtteam", "district_team"),
    (r"\bpolitie\b", "police"),
    (rf"zorgverzekera|{_INSURERS}", "health_insurer"),
    (r"zorgkantoor", "care_office"),
    (r"leerplicht", "attendance_officer"),
    (r"doorstroompunt|\brmc\b", "dropout_office"),
    (r"\bouder(s|raad|groep|vereniging|panel)\b", "parents"),
    (r"\bjongeren(raad|panel)\b|^jongeren$|\bkinderraad\b", "young_people"),
    (r"\binwoners", "residents"),
    (r"onderwijsconsulent", "education_consultant"),
    (r"\bbibliothe", "library"),
    (r"^(de )?inspectie\b|onderwijsinspectie", "inspectorate"),
    (r"^ministerie\b", "ministry"),
    (_UMBRELLAS, "umbrella"),
)
# The first says more than the second, where a name has both: "Wijkteam gemeente Oevermark".
_WITHIN = {
    "municipality": None,
    "school_board_po": ("swv_po", "school_board_so"),
    "school_board_vo": ("swv_vo", "school_board_so"),
}


def guess(name: str) -> Guess:
    """The kind where one word says it and none says otherwise; the domain where all agree."""
    plain = sort_key(name)
    if re.search(_UMBRELLAS, plain):
        return Guess("umbrella")
    found = {kind for words, kind in _SIGNS if re.search(words, plain)}
    for wide, narrow in _WITHIN.items():
        more = found - {wide} if narrow is None else found & set(narrow)
        if wide in found and more:
            found.discard(wide)
    domains = {DOMAINS.get(kind) for kind in found}
    only = next(iter(found)) if len(found) == 1 else ""
    return Guess(only, next(iter(domains)) if len(domains) == 1 else None)


def kind_item(items: Iterable[ListItem], code: str) -> Id[ListItem] | None:
    """The entry of the list of kinds that a code means, if this dossier has it."""
    kinds = [item for item in items if item.list == "party_kind"]
    return next((item.id for item in kinds if code and item.code == code), None)


def signs_by_kind(code: str) -> bool:
    """Whether a party of this kind signs as a rule."""
    return code not in ONLY_TALKS
