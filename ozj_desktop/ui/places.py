"""The places in the rail, and which kinds of things are at home there; pages are made when seen."""

from collections.abc import Callable, Collection
from importlib import import_module
from typing import NamedTuple

from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.tools import Tools


class Place(NamedTuple):
    """One entry of the rail. `where` is main, more or below."""

    key: str
    title: str
    picture: str
    where: str
    letter: str  # that goes with Alt
    kinds: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """The name of the module that makes its page."""
        return f"ozj_desktop.ui.pages.{self.key}_page"

    def make(self, desk: Desk, tools: Tools) -> Page:
        """Only here: loading all pages at the start would make everybody wait for them."""
        build: Callable[..., Page] = import_module(self.module).page
        return build(desk, tools)


PLACES = (
    Place("overview", "Overzicht", "layout-dashboard", "main", "O"),
    Place("agreements", "Afspraken", "clipboard-check", "main", "A", ("Agreement",)),
    Place(
        "compass",
        "Kompas en monitor",
        "compass",
        "main",
        "K",
        (
            "Cycle",
            "YouthFinding",
            "Ambition",
            "Outcome",
            "Indicator",
            "TheoryOfChange",
            "Activity",
            "ReviewMoment",
            "LearningCard",
        ),
    ),
    Place("parties", "Partijen", "building-2", "main", "P", ("Party",)),
    Place(
        "charter",
        "Visie en principes",
        "book-open",
        "main",
        "V",
        ("Vision", "Principle", "Term"),
    ),
    Place("documents", "Documenten", "file-text", "main", "D", ("Document",)),
    Place("actions", "Acties", "list-checks", "main", "C", ("Action",)),
    Place("collaboration", "Samenwerking", "handshake", "more", "S", ("Collaboration",)),
    Place("forums", "Overlegtafels", "messages-square", "more", "T", ("Forum",)),
    Place("topics", "Thema’s", "layers", "more", "H", ("Topic",)),
    Place("areas", "Gebieden", "map", "more", "B", ("Area",)),
    Place("existing", "Wat er al is", "lightbulb", "more", "R", ("ExistingWork",)),
    Place("lists", "Lijsten", "list-tree", "more", "I", ("ListItem",)),
    Place("signals", "Let op", "triangle-alert", "below", "L", ("SetAside",)),
    Place("history", "Geschiedenis", "history", "below", "G"),
)


SETTLED = {"ListItem"}  # what every dossier has from its start says nothing of its use


def filled(desk: Desk) -> frozenset[str]:
    """The keys of the places in which this dossier has something."""
    kinds = {kind.__name__: kind for kind in KIND_NAMED.values()}
    return frozenset(
        place.key
        for place in PLACES
        if any(desk.dossier.count(kinds[name]) for name in place.kinds if name not in SETTLED)
    )


def arranged(chosen: Collection[str], used: Collection[str]) -> dict[str, list[Place]]:
    """Main, more and below, from top to bottom.

    With `chosen` those stand above Meer; else each is where it is at home. Under Meer come first
    the places that are `used`: there somebody will want to go again.
    """
    homes: dict[str, list[Place]] = {"main": [], "more": [], "below": []}
    for place in PLACES:
        moved = "main" if place.key in chosen else "more"
        stays = not chosen or (place.where == "below" and moved == "more")
        homes[place.where if stays else moved].append(place)
    homes["more"].sort(key=lambda place: place.key not in used)
    return homes


def home_of(desk: Desk, id: str) -> tuple[Place, str] | None:
    """The place where a thing is shown, and the id to show there: of a part that of its owner."""
    while id:
        kind = desk.dossier.kind_of(id)
        if kind is None:
            return None
        for place in PLACES:
            if kind.__name__ in place.kinds:
                return place, id
        id = _owner(desk, kind, id)
    return None


def _owner(desk: Desk, kind: type[Record], id: str) -> str:
    names = [f.name for f in fields_of(kind) if f.form is Form.PART_OF]
    record = desk.get(kind, id)
    return getattr(record, names[0]) if names and record else ""
