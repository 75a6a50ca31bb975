"""A month, a quarter or a school year is no day yet: its last day is what may be meant."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ozj_desktop.model.dutch import MONTHS

YEARS = range(1900, 2200)
SEASONS = {"voorjaar": 5, "lente": 5, "zomer": 8, "najaar": 11, "herfst": 11}  # their last month
DE = ("lente", "zomer", "herfst")
NTH = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
ORDINALS = ("", "eerste", "tweede", "derde", "vierde")

_BEFORE = r"(?:(?:in|eind|einde|uiterlijk|van|de|het|dit|loop) )*"
_YEAR = r"(?:,? ?(?:van |in )?(\d{4}|\d\d))?"
_NUMBER = r"(\d|eerste|tweede|derde|vierde|laatste)(?:e|de|ste)?"
# Compiled when first used: a start needs none of them.
_MONTH = rf"([a-z]{{3,9}})\.?{_YEAR}"
_SEASON = rf"({'|'.join(SEASONS)}){_YEAR}"
_QUARTER = rf"(?:q|k|kw|kwartaal) ?([1-4]){_YEAR}"
_NTH_QUARTER = rf"{_NUMBER} kwartaal{_YEAR}"
_YEAR_FIRST = r"(\d{4}) ?[-/]? ?(?:q|k|kw) ?([1-4])"
_HALF = rf"{_NUMBER} (?:helft|half ?jaar){_YEAR}"
_SCHOOL = r"(?:(?:school|cursus|studie)jaar )?(\d{4}) ?[-/–] ?(\d{4}|\d\d)"
_SCHOOL_SHORT = r"(?:school|cursus|studie)jaar (\d\d) ?[-/–] ?(\d\d)"
_WHOLE_YEAR = r"(?:kalenderjaar |jaar )?(\d{4})"
_WEEK = rf"(?:week|wk\.?) ?(\d{{1,2}}){_YEAR}"


class Period(NamedTuple):
    """What was typed in words, with its article, and its last day."""

    words: str
    last: date


def period_in(typed: str, today: date) -> Period | None:
    """Of text as `sort_key` has it, with single spaces; without a year the coming one is meant."""
    plain = re.sub(rf"^{_BEFORE}", "", typed.rstrip("."))
    found = (reader(plain, today) for reader in _READERS)
    try:
        return next((period for period in found if period), None)
    except ValueError:  # a year or a week that no calendar has
        return None


def month_of(word: str) -> int:
    """From three letters on; mrt is how maart is written short."""
    if word == "mrt":
        return 3
    starts = [n for n, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)]
    return starts[0] if starts else 0


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return _end_of(year, month).day


def _end_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _in_year(text: str | None, last: Callable[[int], date], today: date) -> date:
    """Raise ValueError for a year that cannot be."""
    if text is None:
        this = last(today.year)
        return this if this >= today else last(today.year + 1)
    year = int(text) + (2000 if len(text) == 2 else 0)
    if year not in YEARS:
        raise ValueError(text)
    return last(year)


def _months(words: str, month: int, year: str | None, today: date) -> Period:
    last = _in_year(year, lambda y: _end_of(y, month), today)
    return Period(f"{words} {last.year}" if year else words, last)


def _month(typed: str, today: date) -> Period | None:
    found = re.fullmatch(_MONTH, typed)
    month = month_of(found[1]) if found else 0
    return _months(MONTHS[month - 1], month, found[2], today) if found and month else None


def _season(typed: str, today: date) -> Period | None:
    if not (found := re.fullmatch(_SEASON, typed)):
        return None
    words = f"{'de' if found[1] in DE else 'het'} {found[1]}{' van' if found[2] else ''}"
    return _months(words, SEASONS[found[1]], found[2], today)


def _quarter(typed: str, today: date) -> Period | None:
    if found := re.fullmatch(_YEAR_FIRST, typed):
        number, year = int(found[2]), found[1]
    elif found := re.fullmatch(_QUARTER, typed) or re.fullmatch(_NTH_QUARTER, typed):
        number, year = _number(found[1]), found[2]
    else:
        return None
    if not 1 <= number <= 4:
        return None
    words = f"het {ORDINALS[number]} kwartaal{' van' if year else ''}"
    return _months(words, 3 * number, year, today)


def _half(typed: str, today: date) -> Period | None:
    found = re.fullmatch(_HALF, typed)
    if not found or (number := _number(found[1])) not in (1, 2):
        return None
    words = f"de {ORDINALS[number]} helft{' van' if found[2] else ' van het jaar'}"
    return _months(words, 6 * number, found[2], today)


def _number(word: str) -> int:
    return NTH.get(word) or int(word)


def _school_year(typed: str, today: date) -> Period | None:
    """It ends with July; what names no two years is the one that runs."""
    if typed in ("schooljaar", "cursusjaar", "studiejaar"):
        return Period("het schooljaar", _in_year(None, lambda y: date(y, 7, 31), today))
    found = re.fullmatch(_SCHOOL, typed) or re.fullmatch(_SCHOOL_SHORT, typed)
    if not found or (int(found[1]) + 1) % 100 != int(found[2]) % 100:
        return None
    last = _in_year(found[1], lambda year: date(year + 1, 7, 31), today)
    return Period(f"schooljaar {last.year - 1}-{last.year}", last)


def _year(typed: str, today: date) -> Period | None:
    if not (found := re.fullmatch(_WHOLE_YEAR, typed)):
        return None
    return Period(found[1], _in_year(found[1], lambda year: date(year, 12, 31), today))


def _week(typed: str, today: date) -> Period | None:
    """The last day on which people work."""
    if not (found := re.fullmatch(_WEEK, typed)):
        return None
    week = int(found[1])
    last = _in_year(found[2], lambda year: date.fromisocalendar(year, week, 5), today)
    return Period(f"week {week}{f' van {last.year}' if found[2] else ''}", last)


_READERS = (_month, _season, _quarter, _half, _school_year, _year, _week)
