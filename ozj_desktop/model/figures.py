"""Figures as people write and read them: 1.234,5 · 12,9 % · <5; exact, never rounded on the way.

A figure is kept as text: digits with a point ("12.9"), or with < or ≤ before it where the source
tells no more than that it is smaller. "" is no figure.
"""

import re
from decimal import Decimal

from ozj_desktop.model import dutch
from ozj_desktop.model.reading import MOST, Asked, Misread
from ozj_desktop.model.record import Choice

BELOW = ("<", "≤")
DECIMALS = 6  # places behind the comma that are kept
_PLAIN = r"([+-]?)([0-9]+)(?:,([0-9]+))?"
_GROUPED = r"([+-]?)([0-9]{1,3}(?:[. \u00a0][0-9]{3})+)(?:,([0-9]+))?"
_POINT = r"([+-]?)([0-9]+)\.([0-9]+)"


class Measure(Choice):
    """What a figure is; rules and the way it is written follow from it."""

    COUNT = "count", "aantal"
    PERCENT = "percent", "percentage"
    MARK = "mark", "rapportcijfer"
    AVERAGE = "average", "gemiddelde"
    OTHER = "other", "iets anders"


def read_figure(text: str, measure: Measure = Measure.OTHER) -> str:
    """A figure as it is kept; "" for nothing. Raise Misread where it is none, or may be two.

    A point groups thousands here, and is a comma in files of others: 1.234 is asked where it
    could be both.
    """
    typed = " ".join(text.replace("−", "-").split())
    if not typed or typed in (".", "-", "–", "x", "X"):  # how sources write that there is none
        return ""
    below = typed[0] if typed[0] in BELOW else ""
    typed = typed.removeprefix(below).strip()
    bare = typed.removesuffix("%").strip() if measure is Measure.PERCENT else typed
    value = _value(bare, text, measure)
    _check(value, text, measure)
    return f"{below}{value}"


def _value(bare: str, text: str, measure: Measure) -> str:
    if found := re.fullmatch(_PLAIN, bare):
        return _joined(*found.groups())
    if found := re.fullmatch(_GROUPED, bare):
        _ask_which(found[2], found[3], measure)
        return _joined(*found.groups())
    if found := re.fullmatch(_POINT, bare):
        return _joined(*found.groups())
    if bare.endswith("%"):
        raise Asked("Deze indicator is geen percentage. Typ het getal zonder %.")
    if bare.endswith("*"):
        raise Asked("Laat het sterretje weg, en kies bij de indicator ‘voorlopig’.")
    raise Misread(f"‘{_short(text)}’ is geen getal. Typ bijvoorbeeld 1.234,5.")


def _ask_which(whole: str, decimals: str | None, measure: Measure) -> None:
    """1.234 in a count is a thousand and more; in a percentage or a mark hardly ever."""
    one_point = re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", whole)
    if one_point and decimals is None and measure is not Measure.COUNT:
        comma, bare = whole.replace(".", ","), whole.replace(".", "")
        raise Asked(f"Bedoelt u {comma} of {bare}? Typ het zo.")


def _joined(sign: str, whole: str, decimals: str | None) -> str:
    digits = re.sub(r"[^0-9]", "", whole).lstrip("0") or "0"
    if len(digits) > len(str(MOST)):
        raise Misread("Dit getal is te groot om te bewaren.")
    if decimals and len(decimals) > DECIMALS:
        raise Misread(f"Typ hooguit {dutch.in_words(DECIMALS)} cijfers achter de komma.")
    value = f"{digits}.{decimals}" if decimals else digits
    return f"-{value}" if sign == "-" and value.strip("0.") else value


def check(value: str, measure: Measure) -> None:
    """Raise Misread where a figure as it is kept is none of this measure."""
    if value:
        _check(value.lstrip("".join(BELOW)), value, measure)


def _check(value: str, text: str, measure: Measure) -> None:
    amount = Decimal(value)
    if measure is Measure.COUNT and (amount < 0 or amount != int(amount)):
        other = " Is het een percentage of een gemiddelde? Kies dat bij ‘Soort getal’."
        told = f"Een aantal is een heel getal van 0 of meer; ‘{_short(text)}’ is dat niet."
        raise Asked(f"{told}{other}") if amount >= 0 else Misread(told)
    if measure is Measure.MARK and not 0 <= amount <= 10:
        raise Misread(f"Een rapportcijfer ligt tussen 0 en 10; ‘{_short(text)}’ niet.")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 30 else f"{plain[:29]}…"


def is_below(figure: str) -> bool:
    """Whether the source tells only that it is smaller than this."""
    return figure.startswith(BELOW)


def amount(figure: str) -> Decimal | None:
    """What can be reckoned with; None where there is no figure, or only what it is below."""
    return Decimal(figure) if figure and not is_below(figure) else None


def shown(figure: str, measure: Measure = Measure.OTHER) -> str:
    """1.234,5 · 12,9 % · <5"""
    if not figure:
        return ""
    below, bare = (figure[0], figure[1:]) if is_below(figure) else ("", figure)
    whole, _, decimals = bare.partition(".")
    sign = "-" if whole.startswith("-") else ""
    told = f"{below}{sign}{dutch.number(abs(int(whole)))}{f',{decimals}' if decimals else ''}"
    return f"{told}\u00a0%" if measure is Measure.PERCENT else told


def written(value: Decimal, places: int = DECIMALS) -> str:
    """A reckoned amount as a figure, rounded half up to `places` behind the comma."""
    step = Decimal(1).scaleb(-places)
    text = format(value.quantize(step, rounding="ROUND_HALF_UP"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
