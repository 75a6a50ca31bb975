"""Small parts that the samples share."""

from ozj_desktop.model.blocks import (
    Cell,
    Item,
    Listing,
    Mark,
    Rich,
    Row,
    Run,
    rich,
)

PARTIES = (
    ("Gemeente Lindermeer", "half"),
    ("Gemeente Vlietmonde", "open"),
    ("De Zeven Linden", "full"),
    ("Scholengroep Rietoever", "full"),
    ("Mbo Lindercollege", "half"),
    ("Kinderopvang Wilgenroos", "full"),
    ("SWV po Linderland", "half"),
    ("SWV vo Linderland", "full"),
    ("JGZ Linderland", "full"),
    ("Jeugdhulp Oeverwaard", "except"),
)


def bold(text: str) -> Run:
    return Run(text, "strong")


def cell(*lines: str | Rich, mark: Mark = Mark.NONE) -> Cell:
    return Cell(tuple(rich(line) if isinstance(line, str) else line for line in lines), mark)


NOT_YET = cell(rich("nog niet", "empty"))


def row(*cells: str | Cell, anchor: str = "") -> Row:
    return Row(tuple(cell(c) if isinstance(c, str) else c for c in cells), anchor)


def legend(*items: tuple[Mark, str]) -> Listing:
    return Listing(tuple(Item(rich(text, "soft"), mark=mark) for mark, text in items))
