"""Lists that users extend and reorder; each entry counts as one closed code for the rules."""

from typing import Annotated

from ozj_desktop.model.kind import kind
from ozj_desktop.model.record import Form, Id, Number, Record, labelled

DEFAULT_POSITION = 0


@kind(frozen=True, kw_only=True)
class ListItem(Record):
    """An entry of a list: `list` and `code` never change, its label and place may."""

    names = ("keuze", "keuzen")
    natural_key = ("list", "code")
    searched = False

    list: str = labelled("Lijst")
    code: str = labelled("Code")
    label: str = labelled("Naam", "")
    position: Number = labelled("Plaats", DEFAULT_POSITION)
    counts_as: str = labelled("Telt als", "", "Als welke vaste keuze het programma die telt.")

    def __str__(self) -> str:
        return self.label or self.code


PartyKind = Annotated[Id[ListItem], Form.REF, "party_kind"]
ForumKind = Annotated[Id[ListItem], Form.REF, "forum_kind"]
DocumentKind = Annotated[Id[ListItem], Form.REF, "document_kind"]
Body = Annotated[Id[ListItem], Form.REF, "body"]
Reservation = Annotated[Id[ListItem], Form.REF, "reservation"]
LegalBases = Annotated[frozenset[Id[ListItem]], Form.REFS, "legal_basis"]
AgeGroups = Annotated[frozenset[Id[ListItem]], Form.REFS, "age_group"]

LISTS = {
    "party_kind": "Soorten partijen",
    "forum_kind": "Soorten overleg",
    "document_kind": "Soorten stukken",
    "body": "Wie besluit",
    "reservation": "Voorbehoud van",
    "legal_basis": "Wettelijke grondslagen",
    "age_group": "Leeftijden",
}


def item_id(list: str, code: str) -> Id[ListItem]:
    """The id that an entry of a list has in every dossier."""
    return ListItem(list=list, code=code).id
