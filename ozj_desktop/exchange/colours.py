"""The colours of what goes out, as Word and Excel write them: six hexadecimal digits."""

import re
from dataclasses import dataclass

INK, SOFT, RULE, HAIRLINE = "182226", "4C5A60", "80939A", "CDD6D9"
_ENOUGH = 4.5  # contrast of text, WCAG 2.2 criterion 1.4.3


@dataclass(frozen=True)
class Colours:
    """One accent and one colour for attention, each with its tint."""

    accent: str = "0B4A59"
    tint: str = "E9F1F2"
    attention: str = "9A3F06"
    attention_tint: str = "FBF0E6"


def house_colours(colour: str, attention: str) -> Colours:
    """House-style colours ("#0B4A59"), darkened where they could not be read; "" is ours."""
    own = Colours()
    accent, tint = _readable(colour) or (own.accent, own.tint)
    warning, warning_tint = _readable(attention) or (own.attention, own.attention_tint)
    return Colours(accent, tint, warning, warning_tint)


def _readable(colour: str) -> tuple[str, str] | None:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour.strip()):
        return None
    found = [int(colour.strip()[i : i + 2], 16) for i in (1, 3, 5)]
    while min(_contrast(found, [255] * 3), _contrast(found, _tinted(found))) < _ENOUGH:
        found = [int(part * 0.96) for part in found]
    return _hex(found), _hex(_tinted(found))


def _tinted(colour: list[int]) -> list[int]:
    return [round(255 - (255 - part) * 0.09) for part in colour]


def _hex(colour: list[int]) -> str:
    return "".join(f"{part:02X}" for part in colour)


def _contrast(one: list[int], other: list[int]) -> float:
    """Between 1 and 21, as WCAG 2.2 counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[int]) -> float:
    shares = [part / 255 for part in colour]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
