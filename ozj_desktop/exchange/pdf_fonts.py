"""The faces of every PDF, what they can show, and how wide a word is.

OZJ Sans and OZJ Serif are cut from Source Sans 3 and Source Serif 4, OZJ Rest from DejaVu Sans;
their licences stand beside them in resources/fonts.
"""

import re
from functools import cache
from typing import cast
from unicodedata import decomposition, normalize
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ozj_desktop.paths import resource

LIGHT, REGULAR, SEMIBOLD = "OZJSans-Light", "OZJSans-Regular", "OZJSans-Semibold"
BOLD, ITALIC = "OZJSans-Bold", "OZJSans-Italic"
DISPLAY, SERIF = "OZJSerif-Display", "OZJSerif-Text"
REST = "OZJRest-Regular"
FACES = (LIGHT, REGULAR, SEMIBOLD, BOLD, ITALIC, DISPLAY, SERIF, REST)

NEUTRAL = "□"  # for what no face can show; OZJ Rest has it

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Dates, amounts, a number with its unit and initials do not break over two lines.
_TIGHT = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS})\b)|(?<=[a-z]) (?=(?:19|20)\d\d\b)|(?<=€) (?=\d)"
    r"|(?<=\d) (?=(?:%|weken|uur|pagina|dagen|jaar|niet akkoord|akkoord|onder voorbehoud"
    r"|met een uitzondering"
    r"|voorgelegd)(?:\W|$))|(?<=\b[A-Z]\.) (?=[A-Z])"
)
_REFERENCE = re.compile(r"\b([Aa]fspraak|[Pp]agina|[Vv]ersie|artikel) (?=\d)")
_LAST = re.compile(r" (?=\S{1,4}$)")  # a short word does not stand alone on the last line
_LINE = 40  # letters; what is shorter seldom has a second line
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
# Controls, direction and joining signs, variation selectors, skin tones and soft hyphens.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)
_NO_SIGNS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")  # halves, and no letters at all
_ODD = re.compile("[^\n -~\xa0-\xac\xae-\u017f–—‘’“”•…€→−≤≥]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL = re.compile(f"[{_RIGHT_TO_LEFT}]+(?: +[{_RIGHT_TO_LEFT}]+)*")


@cache
def load_fonts() -> None:
    """Make the faces known to reportlab, once in a process."""
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, str(resource(f"fonts/{face}.ttf"))))


def clean(text: str) -> str:
    """Text that can be drawn: composed, lines ended by \\n, without what cannot be seen."""
    if _ODD.search(text):
        text = normalize("NFC", _NO_SIGNS.sub(NEUTRAL, text))
        text = _SPACES.sub(" ", _BREAKS.sub("\n", text)).replace("\u202f", "\xa0")
        text = _UNSEEN.sub("", text)
    return text


def tidy(text: str) -> str:
    """Cleaned text in which what belongs together stays on one line."""
    text = clean(text)
    if any(map(str.isdigit, text)) or ". " in text:
        text = _REFERENCE.sub("\\1\xa0", _TIGHT.sub("\xa0", text))
    if len(text) > _LINE:
        text = _LAST.sub("\xa0", text)
    return text.replace("  ", "\xa0\xa0") if "  " in text else text


def one_line(text: str) -> str:
    """Cleaned text on one line, for heads, bookmarks and names of files."""
    return " ".join(clean(text).split(" ")).replace("\n", " ").strip()


def shaped(text: str) -> str:
    """Arabic letters in the form they have beside each other; other text as it is.

    The letters stay in the order of reading. `plain_letters` tells what they stand for.
    """
    forms = _forms()
    if not any(letter in forms for letter in text):
        return text
    found = ""
    for i, letter in enumerate(text):
        own = forms.get(letter, {})
        before = "initial" in forms.get(text[i - 1] if i else "", {})
        after = i + 1 < len(text) and "final" in forms.get(text[i + 1], {})
        before, after = before and "final" in own, after and "initial" in own
        form = _FORM[before, after]
        found += own.get(form, letter)
    return found


def plain_letters(letter: str) -> str:
    """What one letter on the page stands for: an Arabic form stands for the letter itself."""
    return normalize("NFKC", letter) if "\ufb50" <= letter <= "\ufefc" else letter


_FORM = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, False): "final",
    (True, True): "medial",
}


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each Arabic letter its forms, as Unicode keeps them."""
    found: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEF5):
        told = decomposition(chr(code)).strip("<").replace(">", "").split()
        if len(told) == 2:
            found.setdefault(chr(int(told[1], 16)), {})[told[0]] = chr(code)
    return found


def runs(text: str, face: str) -> list[tuple[str, str, bool]]:
    """Cleaned text as (face, text, from right to left), in the order of reading."""
    if not _outside(face).search(text):
        return [(face, text, False)]
    found: list[tuple[str, str, bool]] = []
    place = 0
    for right_to_left in _RTL.finditer(text):
        found += _by_face(text[place : right_to_left.start()], face)
        found.append((REST, shaped(_known(right_to_left[0], REST)), True))
        place = right_to_left.end()
    return found + _by_face(text[place:], face)


def _by_face(text: str, face: str) -> list[tuple[str, str, bool]]:
    found: list[tuple[str, str, bool]] = []
    place = 0
    for strange in re.finditer(f"(?:{_outside(face).pattern})+", text):
        if strange.start() > place:
            found.append((face, text[place : strange.start()], False))
        found.append((REST, _known(strange[0], REST), False))
        place = strange.end()
    if place < len(text):
        found.append((face, text[place:], False))
    return found


def _known(text: str, face: str) -> str:
    """The same with a plainer or a neutral sign for what `face` cannot show."""
    outside = _outside(face)
    if not outside.search(text):
        return text
    return "".join(_plainer(sign, outside) if outside.match(sign) else sign for sign in text)


def _plainer(sign: str, outside: re.Pattern[str]) -> str:
    other = _UNSEEN.sub("", normalize("NFKC", sign))
    return other if other and not outside.search(other) else NEUTRAL


@cache
def _outside(face: str) -> re.Pattern[str]:
    """One sign that `face` has no glyph for; a line break is no sign."""
    load_fonts()
    font = cast(TTFont, pdfmetrics.getFont(face))
    known = sorted(c for c in font.face.charToGlyph if c <= 0x10FFFF)
    return re.compile("[^\n" + "".join(re.escape(chr(c)) for c in known if c >= 0x20) + "]")


def marked(text: str, face: str) -> str:
    """Cleaned text as markup for a paragraph in `face`: nothing in it is a tag but ours."""
    found = ""
    for own, part, _ in runs(text, face):
        words = escape(part).replace("\n", "<br/>")
        found += words if own == face else f'<font name="{own}">{words}</font>'
    return found


def width(text: str, face: str, size: float) -> float:
    """Of cleaned text on one line, in points."""
    return sum(float(pdfmetrics.stringWidth(part, own, size)) for own, part, _ in runs(text, face))


def baseline(of: ParagraphStyle) -> float:
    """Of a line, in points below its top: capitals stand in its middle in every size and face."""
    return of.leading / 2 + 0.33 * of.fontSize


def parted(text: str) -> list[tuple[str, bool]]:
    """Text as (part, whether it is written from right to left), in the order of reading."""
    found, place = [], 0
    for backwards in _RTL.finditer(text):
        found += [(text[place : backwards.start()], False), (backwards[0], True)]
        place = backwards.end()
    return [(part, back) for part, back in [*found, (text[place:], False)] if part]
