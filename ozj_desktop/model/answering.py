"""What follows when a party says something: of one agreement, or of a whole document.

Assent is given on a document; of one agreement only what is different is kept (model 'Assent').
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import Answer, answer_on, asked, deviations
from ozj_desktop.model.documents import Assent, Deviation, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact
from ozj_desktop.model.record import Id, Record

A = TypeVar("A", Assent, Deviation)

SAID = ("table", "reservation", "reservation_until", "note", "acceptable")
RESERVING = ("reservation", "reservation_until")


class Changes(NamedTuple):
    """What to store, and what there is no reason for any more."""

    saved: tuple[Record, ...] = ()
    gone: tuple[Record, ...] = ()


def completed(before: A, after: A, today: date) -> A:
    """An answer of which all of it is true again.

    Who names a reservation has one; who has none any more is not waiting for anything. A party
    says something since today, unless the day was told along with it.
    """
    reserved = any(_given(before, after, name) for name in RESERVING)
    if reserved and after.table is before.table:
        after = replace(after, table=TableAssent.RESERVED)
    elif after.table is not TableAssent.RESERVED and after.table is not before.table:
        after = replace(after, reservation=None, reservation_until=None)
    if (
        isinstance(before, Assent)
        and isinstance(after, Assent)
        and after.table is not before.table
        and after.table_on == before.table_on
    ):
        return replace(after, table_on=today)
    return after


def _given(before: Answer, after: Answer, name: str) -> bool:
    now = getattr(after, name)
    return now is not None and now != getattr(before, name)


def signed(facts: Facts, before: Assent, after: Assent) -> Assent:
    """Once there is a day of signing: by whoever signs for the party, if that is one person."""
    if not after.signed_on or before.signed_on or after.signed_by:
        return after
    people = [c for c in facts.of(Contact, "party", after.party) if c.signs]
    if len(people) != 1:
        return after
    return replace(after, signed_by=people[0].name, capacity=after.capacity or people[0].function)


def answered(
    facts: Facts, given: Assent, agreement: Id[Agreement], values: Mapping[str, Any]
) -> Changes:
    """What changes when a party says this of one agreement of a document.

    Where the document holds nothing else, and for what its board decides, it is said of the whole.
    """
    version = facts.get(Version, given.version)
    alone = version is not None and version.agreements <= {agreement}
    of_one = {} if alone else {name: v for name, v in values.items() if name in SAID}
    of_all = {name: value for name, value in values.items() if name not in of_one}
    whole = completed(given, replace(given, **of_all), facts.today)
    saved: tuple[Record, ...] = (whole,) if whole != given else ()
    return _on_one(facts, whole, agreement, of_one, saved)


def _on_one(
    facts: Facts,
    given: Assent,
    agreement: Id[Agreement],
    values: Mapping[str, Any],
    saved: tuple[Record, ...],
) -> Changes:
    if not values:
        return Changes(saved)
    now = answer_on(facts, given, agreement)
    old = now if isinstance(now, Deviation) else _as_deviation(given, agreement)
    new = completed(old, replace(old, **values), facts.today)
    stored = tuple(d for d in deviations(facts, given) if d.agreement == agreement)
    if all(getattr(new, name) == getattr(given, name) for name in SAID):
        return Changes(saved, stored)
    return Changes((*saved, new))


def _as_deviation(given: Assent, agreement: Id[Agreement]) -> Deviation:
    return Deviation(
        assent=given.id, agreement=agreement, **{name: getattr(given, name) for name in SAID}
    )


def agreed_with_each(facts: Facts, version: Version) -> list[Assent]:
    """Who agrees with every agreement of a version one by one, and did not say so of the whole."""

    def agrees(given: Assent) -> bool:
        own = {d.agreement: d.table for d in deviations(facts, given)}
        return all(own.get(id) is TableAssent.AGREED for id in version.agreements)

    waiting = [a for a in asked(facts, version) if a.table is not TableAssent.AGREED]
    return [given for given in waiting if version.agreements and agrees(given)]


def agreeing_with_all(facts: Facts, given: Assent) -> Changes:
    """What was said one by one becomes what is said of the document."""
    whole = completed(given, replace(given, table=TableAssent.AGREED), facts.today)
    return Changes((whole,), tuple(deviations(facts, given)))
