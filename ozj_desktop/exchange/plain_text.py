"""Text that Word and Excel can hold, whatever was typed or pasted."""

import re
from unicodedata import bidirectional, normalize

from ozj_desktop.model.blocks import Mark

# In Segoe UI Symbol, which every Windows has; elsewhere another face steps in.
SIGNS = {
    Mark.FULL: "●",
    Mark.EXCEPT: "⊖",
    Mark.HALF: "◐",
    Mark.OPEN: "○",
    Mark.DOTTED: "◌",
    Mark.CROSS: "✕",
    Mark.LATE: "▲",
    Mark.BOX: "☐",
}
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What XML cannot hold, and signs that turn the direction of all that follows.
_UNFIT = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufeff\ufffe\uffff]"
)
_ODD = re.compile("[^\n -~\xa0-\u017f–—‘’“”•…€]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_BACKWARDS = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[ .,:;!?]+[{_RIGHT_TO_LEFT}]+)*)")


def clean(text: str) -> str:
    """Composed, lines ended by \\n, tabs as spaces, without what cannot be kept or seen."""
    if not _ODD.search(text):
        return text
    text = _BREAKS.sub("\n", normalize("NFC", text)).replace("\t", " ")
    return _UNFIT.sub("", text)


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def runs_back(text: str) -> bool:
    """Whether most letters of `text` are written from right to left."""
    if not _BACKWARDS.search(text):
        return False
    kinds = [bidirectional(letter) for letter in text]
    back = sum(kind in ("R", "AL") for kind in kinds)
    return back > kinds.count("L")


def directions(text: str) -> list[tuple[str, bool]]:
    """Cleaned text as (part, from right to left)."""
    found = enumerate(_BACKWARDS.split(text))
    return [(part, bool(n % 2)) for n, part in found if part]
