"""Where it is about: municipalities, regions, and which lies in which (domein G10, G15, G17)."""

from datetime import date

from ozj_desktop.model.kind import kind
from ozj_desktop.model.record import Choice, Record, Refs, labelled


class AreaKind(Choice):
    """The divisions that do not coincide, which is an obstacle in itself (domein J4)."""

    LOCATION = "location", "locatie"
    DISTRICT = "district", "wijk"
    MUNICIPALITY = "municipality", "gemeente"
    YOUTH_REGION = "youth_region", "jeugdregio"
    SWV_PO = "swv_po", "SWV-regio primair onderwijs"
    SWV_VO = "swv_vo", "SWV-regio voortgezet onderwijs"
    DROPOUT_REGION = "dropout_region", "Doorstroompuntregio (tot 2023: RMC-regio)"
    SUPRAREGIONAL = "supraregional", "bovenregionaal"
    NATIONAL = "national", "landelijk"


@kind(frozen=True, kw_only=True)
class Area(Record):
    """An area, and the areas it lies in."""

    names = ("gebied", "gebieden")
    article = "het"

    name: str = labelled("Naam", "")
    kind: AreaKind = labelled("Soort gebied", AreaKind.MUNICIPALITY)
    code: str = labelled("Code", "", "Bij een gemeente de CBS-code, zoals GM0034.")
    lies_in: "Refs[Area]" = labelled(
        "Ligt in", frozenset(), "De regio’s waar dit gebied bij hoort."
    )
    valid_from: date | None = labelled("Bestaat sinds", None)
    valid_until: date | None = labelled("Bestond tot", None, "Bij een herindeling.")
