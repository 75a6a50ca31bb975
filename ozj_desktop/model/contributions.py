"""The one order in which the parties of an agreement stand: on screen, in papers and in Excel."""

from collections.abc import Iterable, Mapping

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id

ROLES = [*Role]


def places(facts: Facts) -> dict[str, int]:
    """By its id the place of each party in the list of parties."""
    return {party.id: n for n, party in enumerate(in_order(facts.all(Party)))}


def ranked(found: Iterable[Contribution], places: Mapping[str, int]) -> list[Contribution]:
    """Who leads first, then by role; within a role as in the list of parties."""
    last = len(places)
    return sorted(found, key=lambda c: (ROLES.index(c.role), places.get(c.party, last), c.id))


def contributions(facts: Facts, agreement: Id[Agreement]) -> list[Contribution]:
    """Of one agreement, in order."""
    return ranked(facts.of(Contribution, "agreement", agreement), places(facts))
