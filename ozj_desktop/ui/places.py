"""The places in the rail, and which kinds of things are at home there; pages are made when seen."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.tools import Tools


class Place(NamedTuple):
    """One entry of the rail. `where` is main, more or below."""

    key: str
    title: str
    picture: str
    where: str
    kinds: tuple[str, ...] = ()

    def make(self, desk: Desk, tools: Tools) -> Page:
        """Only here: loading all pages at the start would make everybody wait for them."""
        build: Callable[..., Page] = import_module(f"ozj_desktop.ui.pages.{self.key}_page").page
        return build(desk, tools)


PLACES = (
    Place("overview", "Overzicht", "layout-dashboard", "main"),
    Place("agreements", "Afspraken", "clipboard-check", "main", ("Agreement",)),
    Place("parties", "Partijen", "building-2", "main", ("Party",)),
    Place(
        "charter",
        "Visie en principes",
        "book-open",
        "main",
        ("Vision", "Principle", "Term"),
    ),
    Place("documents", "Documenten", "file-text", "main", ("Document",)),
    Place("actions", "Acties", "list-checks", "main", ("Action",)),
    Place("collaboration", "Samenwerking", "handshake", "more", ("Collaboration",)),
    Place("forums", "Overlegtafels", "messages-square", "more", ("Forum",)),
    Place("topics", "Thema's", "layers", "more", ("Topic",)),
    Place("areas", "Gebieden", "map", "more", ("Area",)),
    Place("existing", "Wat er al is", "lightbulb", "more", ("ExistingWork",)),
    Place("lists", "Lijsten", "list-tree", "more", ("ListItem",)),
    Place("signals", "Let op", "triangle-alert", "below", ("SetAside",)),
    Place("history", "Geschiedenis", "history", "below"),
)


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
