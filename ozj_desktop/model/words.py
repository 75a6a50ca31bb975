"""The words of a step: kept in the history as a code, shown in Dutch, never with content."""

from typing import Any

from ozj_desktop.model.dutch import capital
from ozj_desktop.model.record import Record, field_of

MEANING = {
    "created": "dossier gemaakt",
    "built": "dossier opgebouwd uit tekst",
    "merged": "dossiers samengevoegd",
    "erased": "gegevens gewist",
    "submitted": "stuk voorgelegd",
    "reopened": "nieuwe versie begonnen",
    "mended": "redactionele verbetering begonnen",
    "left": "nieuwe versie toch niet gemaakt",
    "corrected": "redactionele verbetering vastgelegd",
    "ordered": "volgorde gewijzigd",
    "set_aside": "signaal terzijde gelegd",
    "brought_back": "signaal teruggehaald",
    "answered": "akkoord gewijzigd",
    "chosen": "afspraken in stuk gewijzigd",
    "copied": "gekopieerd",
    "pasted": "geplakt",
    "listed": "partijen toegevoegd",
    "united": "partijen samengevoegd",
    "filled": "voorbeeld gevuld",
    "restored": "oude waarde teruggezet",
    "undeleted": "weer teruggezet",
}


def added(kind: type[Record]) -> str:
    return f"added {kind.__name__}"


def deleted(kind: type[Record]) -> str:
    return f"deleted {kind.__name__}"


def edited(kind: type[Record], field: str = "") -> str:
    return f"edited {kind.__name__} {field}".rstrip()


def in_words(label: str, kinds: tuple[type[Record], ...]) -> str:
    """What a step did: "uiterlijk gewijzigd", "afspraak verwijderd"."""
    verb, *rest = label.split() or [""]
    kind = next((k for k in kinds if rest and k.__name__ == rest[0]), None)
    if kind is None:
        return MEANING.get(verb, "wijziging")
    match verb, rest:
        case "added", _:
            return f"{kind.names[0]} toegevoegd"
        case "deleted", _:
            return f"{kind.names[0]} verwijderd"
        case _, [_, name]:
            return f"{_label(kind, name)} gewijzigd"
    return f"{kind.names[0]} gewijzigd"


def _label(kind: Any, name: str) -> str:
    try:
        label = field_of(kind, name).label
    except KeyError:  # a field of an older version of the program
        return str(kind.names[0])
    first = label.split()[0]
    return label if first[1:] != first[1:].lower() else label[:1].lower() + label[1:]


def sentence(label: str, kinds: tuple[type[Record], ...]) -> str:
    return capital(in_words(label, kinds))
