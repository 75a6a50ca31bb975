"""What is pasted into the row for a new thing: several lines, or far more than a name."""

import re
from typing import NamedTuple

from ozj_desktop.ui import clipboard

LONGEST = 300  # characters of a name
MOST = 1000  # things at once
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦]|\d{1,3}[.)])\s+")


class Draft(NamedTuple):
    """A thing to be: its name, and what else was on the line."""

    name: str
    rest: str = ""


def drafts(text: str) -> list[Draft]:
    """One per line that says something; of a table the first cell is the name."""
    cells = clipboard.from_text(text) if "\t" in text else [[line] for line in text.splitlines()]
    lines = ([cell.strip() for cell in row if cell.strip()] for row in cells)
    return [_draft(line) for line in lines if line]


def _draft(line: list[str]) -> Draft:
    """What does not fit in a name goes on in the text, and nothing is lost."""
    first, *others = line
    whole = " ".join(_BULLET.sub("", first).split())
    name = whole
    if len(whole) > LONGEST:
        cut = whole.rfind(" ", LONGEST // 2, LONGEST)
        name = whole[: cut if cut > 0 else LONGEST].rstrip()
        others = [whole[len(name) :].strip(), *others]
    return Draft(name, "\n".join(others))
