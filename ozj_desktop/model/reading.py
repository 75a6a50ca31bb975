"""What somebody typed, as a value; where that cannot be, a Dutch sentence that says why."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ozj_desktop.errors import UserError
from ozj_desktop.model.addresses import addresses_in, is_address
from ozj_desktop.model.dutch import MONTHS, bare, capital, listed, long_date, sort_key
from ozj_desktop.model.last_day import YEARS, days_in, month_of, period_in

RECENT = timedelta(days=31)
FEW = 6  # words of a list that are told when somebody typed none of them
TELLING = 3  # letters of a word that says which name is meant
MOST = 10**15  # what SQLite keeps in one whole number, with room to add up
WHICH_DAY = "Welke dag in {}? Typ een dag, of neem de laatste: {}."
EXAMPLE = "Typ een datum zoals 1-2-2027, 1 feb of +14."

_NEAR = {"gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
# Compiled when first used: a start needs none of them.
_NUMBERS = r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{1,6}))?"
_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_WORDS = r"(\d{1,2})[ -]?([a-z]+)\.?(?:[ -](\d{1,6}))?"
_AHEAD = r"([+-])\s?(\d{1,4})(?:\s?dag(?:en)?)?"
_CENTURY = r"['’‘`´]\s?(?=\d\d\b)"  # '29


class Misread(UserError):
    """Text that is no value; nothing was stored. `offer` is what may be meant."""

    def __init__(self, told: str, offer: date | None = None) -> None:
        super().__init__(told)
        self.offer = offer

    @classmethod
    def of(cls, error: UserError) -> "Misread":
        return error if isinstance(error, cls) else cls(str(error))


class Asked(Misread):
    """Text that is a value once somebody says which."""


def read_date(text: str, today: date) -> date | None:
    """1-2-2027, 1 feb, 1 februari 2027, +14, vandaag. Without a year the coming one is meant."""
    typed = _spaced(sort_key(text))
    if not typed:
        return None
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    if found := re.fullmatch(_AHEAD, typed):
        return _moved(today, int(found[1] + found[2]))
    if found := re.fullmatch(_ISO, typed):
        return _day(int(found[3]), int(found[2]), found[1], today)
    if found := re.fullmatch(_NUMBERS, typed):
        return _day(int(found[1]), int(found[2]), found[3], today)
    if found := re.fullmatch(_WORDS, typed):
        return _day(int(found[1]), _month(found[2], text), found[3], today)
    if period := period_in(typed, today):
        told = WHICH_DAY.format(period.words, long_date(period.last))
        raise Asked(told, period.last)
    raise Misread(f"‘{shortened(text)}’ is geen datum. {EXAMPLE}")


def _spaced(text: str) -> str:
    """With one space between words, and none of the century that was left out."""
    bare = re.sub(rf"(?<=[-/.]){_CENTURY}", "", text)
    return " ".join(re.sub(_CENTURY, " ", bare).split())


def _moved(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError as error:
        raise Misread(f"Dat is te ver weg. {EXAMPLE}") from error


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if not 1 <= month <= 12:
        raise Misread(f"Maand {month} bestaat niet: een jaar heeft 12 maanden.")
    if year is None:
        return _coming(day, month, today)
    return _real(day, month, _year(year))


def _year(text: str) -> int:
    year = int(text) + (2000 if len(text) <= 2 else 0)
    if year not in YEARS:
        raise Misread(f"Het jaar {text} kan niet kloppen. Typ een jaar zoals 2027.")
    return year


def _coming(day: int, month: int, today: date) -> date:
    """The coming one, unless it has only just been; 29 februari waits for its year."""
    found = _real(day, month, _leap_year(today) if (day, month) == (29, 2) else today.year)
    if found >= today - RECENT or (day, month) == (29, 2):
        return found
    return found.replace(year=today.year + 1)


def _leap_year(today: date) -> int:
    return next(y for y in range(today.year, today.year + 9) if days_in(y, 2) == 29)


def _real(day: int, month: int, year: int) -> date:
    last = days_in(year, month)
    if 1 <= day <= last:
        return date(year, month, day)
    name = capital(MONTHS[month - 1])
    raise Misread(f"{name} {year} heeft {last} dagen." if day else "Een maand begint met dag 1.")


def _month(word: str, text: str) -> int:
    if month := month_of(word):
        return month
    raise Misread(f"‘{shortened(text)}’ is geen datum. {EXAMPLE}")


def read_number(text: str) -> int | None:
    typed = text.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not typed:
        return None
    if not re.fullmatch(r"-?[0-9]+", typed) or not _whole_thousands(text):
        raise Misread(f"‘{shortened(text)}’ is geen heel getal. Typ bijvoorbeeld 14.")
    return _limited(typed)


def read_money(text: str) -> int | None:
    """Whole cents."""
    typed = re.sub(r"[€\s]", "", text).removesuffix(",-")
    if not typed:
        return None
    found = re.fullmatch(r"(-?)([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]{1,2}))?", typed)
    found = found or re.fullmatch(r"(-?)([0-9]+)\.([0-9]{2})", typed)
    if not found:
        raise Misread(f"‘{shortened(text)}’ is geen bedrag. Typ bijvoorbeeld 1.234,50.")
    sign, euros, cents = found.groups()
    return _limited(f"{sign}{euros.replace('.', '')}{(cents or '').ljust(2, '0')}")


def _limited(digits: str) -> int:
    """Looked at as text first: Python itself refuses thousands of digits."""
    if len(digits) > 2 * len(str(MOST)) or abs(int(digits)) > MOST:
        raise Misread("Dit getal is te groot om te bewaren. Typ een kleiner getal.")
    return int(digits)


def _whole_thousands(text: str) -> bool:
    groups = text.strip().lstrip("-").split(".")
    return all(len(group.strip()) == 3 for group in groups[1:])


_COLOUR = r"#[0-9A-Fa-f]{6}"


def read_mail(text: str) -> str:
    """One address, or several with a comma between them."""
    typed = text.strip()
    wrong = [part for part in addresses_in(typed) if not is_address(part)]
    if not wrong:
        return typed
    if "," in typed and typed.count("@") == 1:
        raise Misread("In dit adres staat een komma. Bedoelt u een punt?")
    if "@" not in wrong[0]:
        raise Misread(f"In ‘{shortened(wrong[0])}’ staat geen @.")
    raise Misread(
        f"‘{shortened(wrong[0])}’ is geen e-mailadres. Typ bijvoorbeeld naam@gemeente.nl."
    )


def read_colour(text: str) -> str:
    typed = text.strip()
    if typed and not typed.startswith("#"):
        typed = f"#{typed}"
    if not typed or re.fullmatch(_COLOUR, typed):
        return typed.upper()
    raise Misread("Typ een kleur als # met zes cijfers of letters, zoals #0B4A59.")


def read_choice(
    text: str,
    options: Iterable[tuple[str, str]],
    also: Mapping[str, str] | None = None,
    *,
    ask: str = "",
) -> str | None:
    """The key of the option whose words were typed, whole or as the only one that starts so.

    `also` has other words that people use for one, as `bare` has them. With `ask` the options are
    names: one is known by any of its words too, and where several are, it is asked which.
    """
    typed = sort_key(text).strip()
    if not typed:
        return None
    options = [*options]
    known = [(key, sort_key(words)) for key, words in options]
    whole = [key for key, words in known if words == typed]
    if not whole and also and (meant := also.get(bare(text))) is not None:
        return meant
    meant_by = {key for key, words in known if words.startswith(typed)}
    if ask and not whole:
        meant_by |= _with_words(text, options)
    if whole or len(meant_by) == 1:
        return (whole or [*meant_by])[0]
    if ask and meant_by:
        raise Asked(_which(ask, [words for key, words in options if key in meant_by]))
    words = [words for _, words in options] if len(known) <= FEW else []
    which = f"Kies uit {listed(words, 'of')}." if words else "Kies er één uit de lijst."
    raise Misread(f"‘{shortened(text)}’ staat niet in de lijst. {which}")


def _with_words(text: str, options: Iterable[tuple[str, str]]) -> set[str]:
    """The names in which all of these words stand; a short word alone says too little."""
    wanted = {*bare(text).split()}
    if not any(len(word) >= TELLING for word in wanted):
        return set()
    return {key for key, name in options if wanted <= {*bare(name).split()}}


def _which(ask: str, names: list[str]) -> str:
    """Wie bedoelt u: Gemeente Lindebroek of Gemeente Oevermark?"""
    told = [shortened(name) for name in names[:FEW]]
    if left := len(names) - len(told):
        told.append(f"een van {left} andere" if left > 1 else "nog een andere")
    return f"{ask}: {listed(told, 'of')}?"


def shortened(text: str) -> str:
    """As it is repeated in a sentence."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 30 else f"{plain[:29]}…"


def clean(text: str) -> str:
    """Text without what no reader can see: control characters, halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(c for c in whole.replace("\u2029", "\n") if c >= " " or c in "\n\t")
