"""Wie missen we nog: the kinds of party that are not at the table, the often-forgotten first.

Which these are is decided by the signals `missing` and `unheard` alone; here is whether somebody
does something about it already.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ozj_desktop.model.actions import Action
from ozj_desktop.model.dutch import capital
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.party_kinds import Known, PartyKinds
from ozj_desktop.model.record import Id
from ozj_desktop.model.signal import Signal
from ozj_desktop.model.signals import some_signals
from ozj_desktop.model.signals_parties import absent

SOURCE = "Mét andere ogen, 2018"
FORGOTTEN = f"Wordt vaak vergeten. ({SOURCE})"
VOICES = f"Zij weten het uit ervaring. Wie horen we niet? ({SOURCE})"
OFTEN_THERE = (
    *("municipality", "school_board_po", "school_board_vo", "school_board_so"),
    *("swv_po", "swv_vo", "youth_care", "district_team", "attendance_officer", "dropout_office"),
    *("welfare", "ggz", "disability_care", "safe_home", "certified_institution", "police"),
    *("library", "residents"),
)


class Gap(NamedTuple):
    """A kind of party that is missing; `action` is what somebody does about it."""

    item: ListItem
    why: str  # it matters
    source: str
    signal: Signal
    action: Action | None


def gaps(facts: Facts, kinds: PartyKinds) -> list[Gap]:
    """Also those that were set aside; these come last."""
    found = []
    for signal in some_signals(facts, "missing", "unheard"):
        item = facts.get(ListItem, Id(signal.about))
        if item is not None:
            source = FORGOTTEN if signal.code == "missing" else VOICES
            why = kinds.of(item.code).why or signal.what
            found.append(Gap(item, why, source, signal, _action(facts, item)))
    return sorted(found, key=lambda gap: bool(gap.signal.aside))


def _action(facts: Facts, item: ListItem) -> Action | None:
    actions = facts.of(Action, "came_from", item.id)
    return next((action for action in actions if action.running), None)


def open_gaps(found: Iterable[Gap]) -> int:
    """How many nobody does anything about yet."""
    return sum(not gap.signal.aside and gap.action is None for gap in found)


def others(facts: Facts) -> list[ListItem]:
    """Kinds that are at many tables, and not at this one."""
    found = (facts.get(ListItem, Id(id)) for id, _ in absent(facts, OFTEN_THERE))
    return [item for item in found if item]


def party_of(item: ListItem, known: Known, position: int) -> Party:
    """A party of this kind, called after it until somebody types its name."""
    name = capital(str(item))
    return Party(name=name, kind=item.id, domain=known.domain, signs=known.signs, position=position)


def action_for(item: ListItem) -> Action:
    """To ask them to the table; where it came from says that it is about this gap."""
    return Action(what=f"Vraag aan tafel: {item}", came_from=Id(item.id))
