"""Where the long words of the field may be broken: between the words they are made of."""

import re

SOFT = "\u00ad"  # is not drawn, unless a line ends there: then it is a hyphen
BREAK = "\u200b"  # a line may end here; nothing is drawn
LONG = 13  # letters; shorter words fit in a column
# Beginnings that many long words of this field share; the longest that fits goes first.
_STARTS = """
samenwerkings jeugdgezondheids gezondheids jeugdhulp jeugdzorg jeugd onderwijs ondersteunings
ontwikkelings leerlingen schoolbesturen schoolbestuurs schoolbestuur school besturen bestuurs
gemeentelijke gemeente kinderopvang kinder ouder gezins gehandicapten geestelijke leerplicht
verzuim verantwoordelijkheids verantwoordings uitvoerings voorzieningen maatschappelijk
beleids zorg passend regio wijk welzijns jongeren vertegenwoordigings vertegenwoordiger
bijeenkomst besluitvormings thuiszitters vroegschoolse voorschoolse doorstroom expertise
deskundigheids informatie toelaatbaarheids opvang basis inspectie begeleidings ambtelijk
"""
_START = re.compile("|".join(sorted(_STARTS.split(), key=len, reverse=True)), re.IGNORECASE)
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_ADDRESS = re.compile(r"([^\s@]+@)([^\s@]+)")
_REST = 4  # letters that must be left, or the break is not worth it


def hyphenated(text: str) -> str:
    """The same text, with soft hyphens in its long words where they may be broken."""
    if len(text) < LONG:
        return text
    if "@" in text or "://" in text:  # who copies an address would copy the hyphen
        return " ".join(w if "@" in w or "://" in w else hyphenated(w) for w in text.split(" "))
    return _WORD.sub(lambda found: _broken(found[0]), text)


def at_the_at(text: str) -> str:
    """An address too long for its line goes on after the @ or before a dot, without a hyphen."""
    if "@" not in text:
        return text
    return _ADDRESS.sub(lambda found: found[1] + BREAK + found[2].replace(".", f"{BREAK}."), text)


def _broken(word: str) -> str:
    parts, rest = [], word
    while (found := _START.match(rest)) and len(rest) - found.end() >= _REST:
        parts.append(found[0])
        rest = rest[found.end() :]
    return SOFT.join([*parts, rest])
