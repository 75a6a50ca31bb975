"""Dates, numbers, money and order as Dutch readers know them, whatever the machine's locale."""

from collections.abc import Iterable, Sequence
from datetime import date
from unicodedata import combining, normalize

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
CALLED = 3  # of many names, those that are called
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde"),
    *("zesde", "zevende", "achtste", "negende", "tiende"),
)
ONES = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def long_date(day: date) -> str:
    """8 december 2026"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """8-12-2026"""
    return f"{day.day}-{day.month}-{day.year}"


def long_when(when: date | str) -> str:
    """8 december 2026, or the words that say it: elk half jaar"""
    return when if isinstance(when, str) else long_date(when)


def short_when(when: date | str) -> str:
    """8-12-2026, or the words"""
    return when if isinstance(when, str) else short_date(when)


def day_and_date(day: date) -> str:
    """dinsdag 8 december 2026"""
    return f"{DAYS[day.weekday()]} {long_date(day)}"


def period(start: date | None, end: date | None) -> str:
    """1 januari 2027 tot en met 31 december 2030"""
    match start, end:
        case None, None:
            return ""
        case date(), None:
            return f"vanaf {long_date(start)}"
        case None, date():
            return f"tot en met {long_date(end)}"
    return f"{long_date(start)} tot en met {long_date(end)}" if start and end else ""


def from_to(start: date, end: date) -> str:
    """1 februari – 1 augustus 2027; what both have in common is said once"""
    if start == end:
        return long_date(end)
    if start.year != end.year:
        return f"{long_date(start)} – {long_date(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} – {long_date(end)}"
    return f"{start.day} – {long_date(end)}"


def years(start: date | None, end: date | None) -> str:
    """2027–2030"""
    found = dict.fromkeys(str(day.year) for day in (start, end) if day)
    return "–".join(found)


def number(value: int) -> str:
    """1.234"""
    return f"{value:,}".replace(",", ".")


def money(cents: int) -> str:
    """€ 1.234,50"""
    sign = "-" if cents < 0 else ""
    return f"€ {sign}{number(abs(cents) // 100)},{abs(cents) % 100:02d}"


def in_words(count: int) -> str:
    """Up to ten in letters, as running text has it."""
    return ONES[count] if 0 <= count <= 10 else number(count)


def counted(count: int, names: tuple[str, str]) -> str:
    """1 afspraak, 3 afspraken"""
    return f"{number(count)} {names[count != 1]}"


def listed(parts: Iterable[str], word: str = "en") -> str:
    """a, b en c"""
    *first, last = [*parts] or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def quoted(names: Sequence[str]) -> str:
    """‘A’, ‘B’ en 3 andere"""
    told = [f"‘{name}’" for name in names[:CALLED]]
    left = len(names) - len(told)
    if left:
        told.append("1 andere" if left == 1 else f"{number(left)} andere")
    return listed(told)


def capital(text: str) -> str:
    """With its first letter as a capital; the Dutch ij goes as one, and één begins with Eé."""
    if text[:2] == "éé":
        return f"E{text[1:]}"
    if text[:2].lower() == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def bare(text: str) -> str:
    """Words as they are compared: without accents, capitals and the signs between them."""
    signs = (" " if sign in ".,;:!?()'’\"" else sign for sign in sort_key(text))
    return " ".join("".join(signs).split())


def sort_key(text: str) -> str:
    """One order for all lists: without accents and capitals."""
    if text.isascii():
        return text.casefold()
    bare = normalize("NFKD", text)
    for mark in filter(combining, set(bare)):  # far fewer than there are letters
        bare = bare.replace(mark, "")
    return bare.casefold()
