"""When somebody does something: on a day, or in words where there is none, as with doorlopend."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ozj_desktop.model.dutch import MONTHS, bare
from ozj_desktop.model.last_day import SEASONS
from ozj_desktop.model.reading import Asked, Misread, clean, read_date, shortened

LONGEST = 60  # characters
LEAST = 3  # letters
VAGUE = "‘{}’ zegt niet welke dag. Typ een dag zoals 1-2-2027, of hoe vaak, zoals doorlopend."
TOO_LONG = "Dit is te lang. Typ hier een dag of een paar woorden, en de rest bij Wat."


class WhenWords(NamedTuple):
    """Words, as `bare` has them, that say when without a day; and those that only seem to."""

    says: tuple[str, ...]
    vague: tuple[str, ...]


def read_when(text: str, today: date, known: WhenWords) -> date | str | None:
    """A day, or words that say when; raise Misread, or Asked for what could be a day."""
    typed = " ".join(clean(text).split())
    if _has(typed, known.says) and len(typed) <= LONGEST:
        return typed
    try:
        return read_date(typed, today)
    except Asked:
        raise
    except Misread:
        if any(sign.isdigit() for sign in typed):
            raise
    if len(typed) > LONGEST:
        raise Misread(TOO_LONG)
    if _has(typed, (*known.vague, *MONTHS, *SEASONS)) or sum(map(str.isalpha, typed)) < LEAST:
        raise Asked(VAGUE.format(shortened(typed)))
    return typed


def _has(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of these stands in it, as whole words."""
    padded = f" {bare(text)} "
    return any(f" {phrase} " in padded for phrase in phrases)
