"""The time a figure is about: a year, half a year, a school year or one day.

Kinds of period are different things: half a year beside a year is no line, and no difference.
A period is kept as a code: 2023, 2023-1, 2023/2024 or 2023-10-01.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Self

from ozj_desktop.errors import UserError
from ozj_desktop.model import dutch
from ozj_desktop.model.last_day import YEARS
from ozj_desktop.model.reading import Misread, read_date
from ozj_desktop.model.record import Choice

EXAMPLES = "Typ bijvoorbeeld 2026, 2026-1, 2025/2026 of 1-10-2026."
CENTURY = 2000
SUMMER = 8  # the month in which a school year begins


class PeriodKind(Choice):
    """What sort of time; figures of different sorts never share a line."""

    YEAR = "year", "kalenderjaar"
    HALF = "half", "halfjaar"
    SCHOOL_YEAR = "school_year", "schooljaar"
    DAY = "day", "peildatum"


class Period(NamedTuple):
    """One period; `start` and `end` are both in it. Periods are ordered by when they start."""

    start: date
    end: date
    kind: PeriodKind

    @classmethod
    def of_year(cls, year: int) -> Self:
        return cls(date(year, 1, 1), date(year, 12, 31), PeriodKind.YEAR)

    @classmethod
    def of_half(cls, year: int, half: int) -> Self:
        start, end = ((1, 1), (6, 30)) if half == 1 else ((7, 1), (12, 31))
        return cls(date(year, *start), date(year, *end), PeriodKind.HALF)

    @classmethod
    def of_school_year(cls, year: int) -> Self:
        """The school year that begins in `year`."""
        start, end = date(year, SUMMER, 1), date(year + 1, SUMMER, 1) - timedelta(days=1)
        return cls(start, end, PeriodKind.SCHOOL_YEAR)

    @classmethod
    def of_day(cls, day: date) -> Self:
        return cls(day, day, PeriodKind.DAY)

    @property
    def code(self) -> str:
        """As it is kept; text of one kind sorts in the order of time."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF:
                return f"{year}-{1 if self.start.month == 1 else 2}"
            case PeriodKind.SCHOOL_YEAR:
                return f"{year}/{year + 1}"
        return self.start.isoformat()

    @property
    def short(self) -> str:
        """For an axis or a column: 2026, 26-1, 25/26, 1-10-26."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF:
                return f"{year}-{1 if self.start.month == 1 else 2}"
            case PeriodKind.SCHOOL_YEAR:
                return f"{year % 100:02d}/{(year + 1) % 100:02d}"
        return f"{self.start.day}-{self.start.month}-{year % 100:02d}"

    def __str__(self) -> str:
        """As in a sentence: 1e halfjaar 2026, schooljaar 2025/2026, 1 oktober 2026."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF:
                return f"{1 if self.start.month == 1 else 2}e halfjaar {year}"
            case PeriodKind.SCHOOL_YEAR:
                return f"schooljaar {year}/{year + 1}"
        return dutch.long_date(self.start)

    def previous(self) -> "Period":
        """The one before it; of a day the same day a year earlier."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return Period.of_year(year - 1)
            case PeriodKind.HALF:
                first = self.start.month == 1
                return Period.of_half(year - 1 if first else year, 2 if first else 1)
            case PeriodKind.SCHOOL_YEAR:
                return Period.of_school_year(year - 1)
        leap_day = (self.start.month, self.start.day) == (2, 29)
        return Period.of_day(
            self.start.replace(year=year - 1, day=28 if leap_day else self.start.day)
        )

    def next(self) -> "Period":
        """The one after it; of a day the same day a year later."""
        year = self.start.year
        match self.kind:
            case PeriodKind.YEAR:
                return Period.of_year(year + 1)
            case PeriodKind.HALF:
                first = self.start.month == 1
                return Period.of_half(year if first else year + 1, 2 if first else 1)
            case PeriodKind.SCHOOL_YEAR:
                return Period.of_school_year(year + 1)
        leap_day = (self.start.month, self.start.day) == (2, 29)
        return Period.of_day(
            self.start.replace(year=year + 1, day=28 if leap_day else self.start.day)
        )

    def holds(self, other: "Period") -> bool:
        """Whether `other` lies wholly in it, as half a year in its year."""
        return self.start <= other.start and other.end <= self.end


@lru_cache(maxsize=4096)
def from_code(code: str) -> Period:
    """The period that is kept so. Raise ValueError for a code that is none."""
    match len(code), code[4:5]:
        case 4, "":
            return Period.of_year(int(code))
        case 6, "-" if code[5] in "12":
            return Period.of_half(int(code[:4]), int(code[5]))
        case 9, "/":
            return Period.of_school_year(int(code[:4]))
        case 10, "-":
            return Period.of_day(date.fromisoformat(code))
    raise ValueError(code)


def in_words(code: str) -> str:
    """As in a sentence; a code that another program made stays as it is."""
    try:
        return str(from_code(code)) if code else ""
    except ValueError:
        return code


def in_field(code: str) -> str:
    """As in a field or a column, where its name says what it is: 2025/2026."""
    return in_words(code).removeprefix("schooljaar ")


def current(kind: PeriodKind, today: date) -> Period:
    """The period of this kind that today is in."""
    match kind:
        case PeriodKind.YEAR:
            return Period.of_year(today.year)
        case PeriodKind.HALF:
            return Period.of_half(today.year, 1 if today.month <= 6 else 2)
        case PeriodKind.SCHOOL_YEAR:
            return Period.of_school_year(today.year - (today.month < SUMMER))
    return Period.of_day(today)


_YEAR = r"(?:(?:kalender)?jaar )?([0-9]{4})"
_HALF = r"([0-9]{4})(?:[- ]|[- ]?h|[- ]?hj)([12])|(?:h|hj)([12])[- ]([0-9]{4})"
_HALF_WORDS = r"(1|2|1e|2e|1ste|2de|eerste|tweede) (?:halfjaar|half jaar|helft)(?: van)? ([0-9]{4})"
_SCHOOL = r"(schooljaar |sj )?'?([0-9]{4}|[0-9]{2}) ?([/-]) ?'?([0-9]{4}|[0-9]{2})"
_SCHOOL_WORD = r"(?:schooljaar|sj) ([0-9]{4})"


def read_period(text: str, today: date) -> Period | None:
    """2026, 2026-1, 1e halfjaar 2026, 2025/'26, schooljaar 2025-2026, 1-10-2026; None for nothing.

    The star with which others mark what is provisional is let go.
    Raise Misread, with what to type, where it is none of these or could be two of them.
    """
    plain = dutch.sort_key(text).replace("’", "'").replace("–", "-").rstrip("* ")
    typed = " ".join(plain.split())
    if not typed:
        return None
    for shape, make in _SHAPES:
        found = re.fullmatch(shape, typed)
        if found and (made := make(*found.groups())):
            return made
    return _day(typed, text, today)


def read_code(text: str, today: date) -> str:
    """The same as it is kept; "" for nothing."""
    found = read_period(text, today)
    return found.code if found else ""


def _day(typed: str, text: str, today: date) -> Period:
    if not re.search("[0-9]", typed):
        raise Misread(f"‘{text.strip()[:30]}’ is geen periode. {EXAMPLES}")
    try:
        day = read_date(typed, today)
    except UserError as error:
        raise Misread(f"‘{text.strip()[:30]}’ is geen periode. {EXAMPLES}") from error
    assert day is not None
    return Period.of_day(day)


def _year(year: str) -> Period:
    return Period.of_year(_known(year))


def _half(
    year: str | None, half: str | None, half_first: str | None, year_last: str | None
) -> Period:
    return Period.of_half(_known(year or year_last or ""), int(half or half_first or ""))


def _half_in_words(half: str, year: str) -> Period:
    return Period.of_half(_known(year), 1 if half[0] in "1e" else 2)


def _school_year(said: str | None, first: str, between: str, second: str) -> Period | None:
    """None where it looks like one, but may as well be something else."""
    start, short = _known(first), len(second) == 2
    end = start - start % 100 + int(second) if short else int(second)
    if short and end < start:
        end += 100  # 1999/00
    month = short and not said and between == "-" and int(second) <= 12
    if end == start + 1 and not month:
        return Period.of_school_year(start)
    if len(first) == 2:
        return None
    if month:
        asked = f"Typ {start}/{start + 1} voor een schooljaar, of een dag zoals 1-{second}-{start}."
        raise Misread(f"Bedoelt u een schooljaar of een maand? {asked}")
    raise Misread(f"Een schooljaar loopt van het ene jaar tot in het volgende. {EXAMPLES}")


def _school_year_in_words(year: str) -> Period:
    raise Misread(f"Welk schooljaar? Typ {int(year) - 1}/{year} of {year}/{int(year) + 1}.")


def _known(text: str) -> int:
    year = int(text) + (CENTURY if len(text) == 2 else 0)
    if year not in YEARS:
        raise Misread(f"Het jaar {text} kan niet kloppen. {EXAMPLES}")
    return year


_SHAPES = (
    (_YEAR, _year),
    (_HALF_WORDS, _half_in_words),
    (_HALF, _half),
    (_SCHOOL, _school_year),
    (_SCHOOL_WORD, _school_year_in_words),
)
