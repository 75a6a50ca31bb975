"""The words of a step: kept in the history as a code, shown in Dutch, never with content."""

from typing import Any

from ozj_desktop.model.dutch import counted
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
    "next_period": "periode gekopieerd",
    "pasted": "geplakt",
    "filled_down": "doorgevuld",
    "listed": "partijen toegevoegd",
    "united": "partijen samengevoegd",
    "kept_apart": "twee partijen uit elkaar gehouden",
    "filled": "voorbeeld gevuld",
    "baseline": "nulwaarde gewijzigd",
    "turn_closed": "ronde afgesloten en de volgende begonnen",
    "restored": "oude waarde teruggezet",
    "undeleted": "weer teruggezet",
}


DONE = {"added": "toegevoegd", "deleted": "verwijderd", "copied": "gekopieerd"}


def added(kind: type[Record], count: int = 1) -> str:
    return _of_many("added", kind, count)


def deleted(kind: type[Record], count: int = 1) -> str:
    return _of_many("deleted", kind, count)


def copied(kind: type[Record], count: int = 1) -> str:
    return _of_many("copied", kind, count)


def changed(kind: type[Record], count: int) -> str:
    """Several things at once."""
    return _of_many("edited", kind, count)


def united(stays: str) -> str:
    """With the id of the party that stays: nothing else may show which one it was."""
    return f"united {stays}"


def _of_many(verb: str, kind: type[Record], count: int) -> str:
    return f"{verb} {kind.__name__}" + (f" {count}" if count != 1 else "")


def edited(kind: type[Record], field: str = "") -> str:
    return f"edited {kind.__name__} {field}".rstrip()


def in_words(label: str, kinds: tuple[type[Record], ...]) -> str:
    """What a step did: "‘Uiterlijk’ gewijzigd", "afspraak verwijderd"."""
    verb, *rest = label.split() or [""]
    kind = next((k for k in kinds if rest and k.__name__ == rest[0]), None)
    if kind is None:
        return MEANING.get(verb, "wijziging")
    match verb, rest:
        case _, [_, count] if count.isdecimal():
            return f"{counted(int(count), kind.names)} {DONE.get(verb, 'gewijzigd')}"
        case (("added" | "deleted" | "copied"), _):
            return f"{kind.names[0]} {DONE[verb]}"
        case _, [_, name]:
            label = _label(kind, name)  # in marks: a label can be ‘Wat’, or ‘Voor wie’
            return f"‘{label}’ gewijzigd" if label else f"{kind.names[0]} gewijzigd"
    return f"{kind.names[0]} gewijzigd"


def _label(kind: Any, name: str) -> str:
    try:
        return field_of(kind, name).label
    except KeyError:  # a field of an older version of the program
        return ""
