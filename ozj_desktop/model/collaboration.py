"""The samenwerking that a dossier is about: one in every file."""

from datetime import date

from ozj_desktop.model.areas import Area
from ozj_desktop.model.kind import kind
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Choice, File, Number, Record, Ref, Text, labelled


class Steering(Choice):
    """How the samenwerking is steered (domein F21, F22)."""

    NETWORK = "network", "als netwerk, zonder baas"
    FORMAL = "formal", "formeel, met bevoegdheden"


@kind(frozen=True, kw_only=True)
class Collaboration(Record):
    """Name, area and period, who brings the parties together, and the house style."""

    names = ("samenwerking", "samenwerkingen")
    natural_key = ()

    name: str = labelled("Naam", "")
    area: Ref[Area] | None = labelled("Gebied", None)
    starts_on: date | None = labelled("Vanaf", None)
    ends_on: date | None = labelled("Tot en met", None)
    director: Ref[Party] | None = labelled(
        "Regie bij", None, "Wie partijen bij elkaar brengt. Dat is iets anders dan de baas."
    )
    portfolio_holder: str = labelled("Portefeuillehouder", "")
    capacity: Text = labelled("Ruimte voor regie", "", "Uren en mensen om de regie waar te maken.")
    central_municipality: Ref[Party] | None = labelled(
        "Centrumgemeente", None, "Die iets regelt namens andere gemeenten."
    )
    steering: Steering | None = labelled("Manier van sturen", None)
    anchoring: Text = labelled(
        "Borging", "", "Waardoor het blijft als mensen of colleges wisselen."
    )
    breakthrough: Ref[Party] | None = labelled(
        "Doorzettingsmacht bij", None, "Wie beslist als u er samen niet uitkomt."
    )
    programmes: Text = labelled("Verwante programma’s", "")
    case_number: str = labelled("Zaaknummer", "")
    contact_point: Text = labelled("Bellen of mailen", "", "Team, telefoon en e-mail voor vragen.")
    small_number: Number = labelled(
        "Kleine aantallen tot en met", 5, "Tot en met dit aantal tonen we naar buiten geen getal."
    )
    logo: File | None = labelled("Logo", None)
    colour: str = labelled("Huiskleur", "", "Zoals #0B4A59.")
    attention_colour: str = labelled("Kleur voor aandacht", "", "Zoals #9A3F06.")
    footer: str = labelled("Voettekst", "")
    fictitious: bool = labelled("Verzonnen voorbeeld", False)
