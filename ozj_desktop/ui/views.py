"""The ways to look at a list: those of the program, and those that this user kept."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from ozj_desktop import settings
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.parties import Party

if TYPE_CHECKING:
    from ozj_desktop.ui.desk import Desk

MOST = 50  # kept ways per page


class View(NamedTuple):
    """Rows with this tag; without one all rows. `within` is the menu in a menu it stands in."""

    words: str
    tag: str = ""
    within: str = ""


ALL = View("alles")


def of_parties(desk: "Desk", ids: Collection[str]) -> list[View]:
    """One view for each of these parties, in the order of their names; the tag is `party:ID`."""
    known = desk.names.all(Party)
    named = sorted((sort_key(known[id]), known[id], id) for id in ids if id in known)
    return [View(name, f"party:{id}", "van deze partij") for _, name, id in named]


class Look(NamedTuple):
    """A view with a filter, a grouping and an order, under a name of the user's own."""

    name: str
    tag: str = ""
    filter: str = ""
    group: str = ""
    order: str = ""


class Looks:
    """What is kept for one page, in the settings of the user."""

    def __init__(self, page: str, dossier: str = "") -> None:
        """`dossier` is what this dossier and its copies are known by."""
        self._page, self._dossier = page, dossier

    def arrangement(self) -> tuple[str, str]:
        """The grouping and the order that were chosen last; empty where none was."""
        kept = self._kept()
        return _text(kept, "group"), _text(kept, "order")

    def arrange(self, **words: str) -> None:
        self._keep(self._kept() | words)

    def seen(self) -> tuple[str, str]:
        """The tag and the name of the view that this dossier was left with."""
        kept = self._seen().get(self._dossier)
        found = kept if isinstance(kept, dict) else {}
        return _text(found, "tag"), _text(found, "name")

    def see(self, tag: str, name: str) -> None:
        kept = {dossier: one for dossier, one in self._seen().items() if dossier != self._dossier}
        if tag or name:
            kept[self._dossier] = {"tag": tag, "name": name}
        if kept != self._seen():
            self._keep(self._kept() | {"seen": dict([*kept.items()][-MOST:])})

    def _seen(self) -> dict[str, Any]:
        found = self._kept().get("seen")
        return found if isinstance(found, dict) else {}

    def own(self) -> list[Look]:
        """In the order of their names; what does not read as one is left out."""
        found = self._kept().get("own")
        kept = [_look(one) for one in found] if isinstance(found, list) else []
        return sorted((look for look in kept if look.name), key=lambda look: look.name.casefold())

    def keep(self, look: Look, instead_of: str = "") -> None:
        """Under its name; what had that name, or the name `instead_of`, is replaced."""
        gone = {look.name, instead_of}
        left = [one for one in self.own() if one.name not in gone]
        self._keep(self._kept() | {"own": [one._asdict() for one in [*left, look]][-MOST:]})

    def remove(self, name: str) -> None:
        left = [one._asdict() for one in self.own() if one.name != name]
        self._keep(self._kept() | {"own": left})

    def _kept(self) -> dict[str, Any]:
        lists = settings.get("lists")
        found = lists.get(self._page) if isinstance(lists, dict) else None
        return found if isinstance(found, dict) else {}

    def _keep(self, kept: dict[str, Any]) -> None:
        lists = settings.get("lists")
        settings.put(lists=(lists if isinstance(lists, dict) else {}) | {self._page: kept})


def _look(kept: Any) -> Look:
    """Whatever somebody else put in the file of settings."""
    found = kept if isinstance(kept, dict) else {}
    return Look(*(_text(found, name) for name in Look._fields))


def _text(kept: dict[str, Any], name: str) -> str:
    found = kept.get(name, "")
    return found if isinstance(found, str) else ""
