"""What somebody uses the program for, and which places stand in the rail for it."""

from typing import NamedTuple

from ozj_desktop import settings

SETTING = "purpose"


class Purpose(NamedTuple):
    """One card of the welcome. Without `places` all of them stand where they are at home."""

    key: str
    title: str
    about: str
    picture: str
    places: tuple[str, ...] = ()


PURPOSES = (
    Purpose(
        "agreements",
        "Afspraken maken",
        "Wie doet wat, wanneer, en met welk resultaat. Met akkoord per partij.",
        "clipboard-check",
        ("overview", "agreements", "parties", "charter", "documents"),
    ),
    Purpose(
        "follow",
        "Volgen en leren",
        "Hoe het gaat, wat nog moet gebeuren en wat aandacht vraagt.",
        "chart-line",
        ("overview", "agreements", "actions", "parties", "signals"),
    ),
    Purpose(
        "all",
        "Alles",
        "De hele samenwerking: visie, afspraken, acties, overleg en stukken.",
        "compass",
    ),
)


def purpose() -> Purpose | None:
    """What this user chose; None where nothing was, or what this program does not know."""
    kept = settings.get(SETTING)
    return next((known for known in PURPOSES if known.key == kept), None)


def keep_purpose(key: str) -> None:
    settings.put(**{SETTING: key})
