"""Wie missen we nog: the kinds of party that are not at the table, the often-forgotten first.

Which these are is decided by the signals `missing` and `unheard` alone; here is why each of them
matters, and whether somebody does something about it already.
"""

from typing import NamedTuple

from ozj_desktop.model.actions import Action
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.party_guess import DOMAINS, signs_by_kind
from ozj_desktop.model.record import Id
from ozj_desktop.model.signal import Signal
from ozj_desktop.model.signals import some_signals
from ozj_desktop.model.signals_parties import absent

SOURCE = "Mét andere ogen, 2018"
FORGOTTEN = f"Wordt vaak vergeten. ({SOURCE})"
VOICES = f"Ervaringsdeskundig. Wie horen we niet? ({SOURCE})"
# Why, in words of our own; that they are forgotten is what the report says (domein C12, C13, E10).
WHY = {
    "childcare": "De kinderopvang ziet kinderen en hun ouders elke dag, al vóór de basisschool.",
    "mbo": "Ook studenten van het mbo zijn jong. Na de middelbare school raken zij snel uit beeld.",
    "youth_work": "Het jongerenwerk spreekt jongeren op plekken waar school en hulp niet komen.",
    "health_insurer": "Een deel van de zorg voor kinderen betaalt de zorgverzekeraar.",
    "care_office": "Het zorgkantoor regelt zorg voor wie die altijd nodig heeft, ook kinderen.",
    "jgz": "De jeugdarts en de jeugdverpleegkundige zien bijna alle kinderen, vanaf de geboorte.",
    "parents": "Ouders kennen hun kind het best. Vraag ook wie niet vanzelf het woord neemt.",
    "young_people": "Het gaat over hen. Jongeren weten zelf wat helpt en wat niet.",
}
OFTEN_THERE = (
    *("municipality", "school_board_po", "school_board_vo", "school_board_so"),
    *("swv_po", "swv_vo", "youth_care", "district_team", "attendance_officer", "dropout_office"),
    *("welfare", "ggz", "disability_care", "safe_home", "certified_institution", "police"),
    *("library", "residents"),
)


class Gap(NamedTuple):
    """A kind of party that is missing; `action` is what somebody does about it."""

    item: ListItem
    why: str
    source: str
    signal: Signal
    action: Action | None


def gaps(facts: Facts) -> list[Gap]:
    """Also those that were set aside; these come last."""
    found = []
    for signal in some_signals(facts, "missing", "unheard"):
        item = facts.get(ListItem, Id(signal.about))
        if item is not None:
            source = FORGOTTEN if signal.code == "missing" else VOICES
            why = WHY.get(item.code, signal.what)
            found.append(Gap(item, why, source, signal, _action(facts, item)))
    return sorted(found, key=lambda gap: bool(gap.signal.aside))


def _action(facts: Facts, item: ListItem) -> Action | None:
    actions = facts.of(Action, "came_from", item.id)
    return next((action for action in actions if action.running), None)


def open_gaps(facts: Facts) -> int:
    """How many nobody does anything about yet."""
    return sum(not gap.signal.aside and gap.action is None for gap in gaps(facts))


def others(facts: Facts) -> list[ListItem]:
    """Kinds that are at many tables, and not at this one."""
    found = (facts.get(ListItem, Id(id)) for id, _ in absent(facts, OFTEN_THERE))
    return [item for item in found if item]


def party_of(item: ListItem, position: int) -> Party:
    """A party of this kind, ready to be named."""
    code = item.counts_as
    signs = signs_by_kind(code)
    return Party(kind=item.id, domain=DOMAINS.get(code), signs=signs, position=position)


def action_for(item: ListItem) -> Action:
    """To ask them to the table; where it came from says that it is about this gap."""
    return Action(what=f"Vraag aan tafel: {item}", came_from=Id(item.id))
