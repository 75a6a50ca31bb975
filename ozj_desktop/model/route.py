"""The road to signing: from the date of signing backwards over each party's meetings."""

from datetime import date, timedelta
from typing import NamedTuple

from ozj_desktop.model.assent import asked, latest, signatories
from ozj_desktop.model.documents import Assent, Document
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Party, RouteStep

SOON = timedelta(days=14)


class Leg(NamedTuple):
    """One meeting on the road: papers in by `hand_in`, decided by `decides`."""

    step: RouteStep
    hand_in: date
    decides: date


class Road(NamedTuple):
    """The legs of one party, and whether it has got where it must be."""

    party: Party
    legs: tuple[Leg, ...]
    decided: bool

    @property
    def hand_in(self) -> date | None:
        return self.legs[0].hand_in if self.legs else None

    def late(self, today: date) -> bool:
        return bool(self.hand_in and self.hand_in < today and not self.decided)

    def soon(self, today: date) -> bool:
        due = self.hand_in
        return bool(due and today <= due <= today + SOON and not self.decided)


def legs(steps: list[RouteStep], signing_on: date) -> tuple[Leg, ...]:
    """Counted back: the last meeting decides on the day of signing at the latest.

    A negative number of days counts as none; one beyond the calendar ends at its beginning.
    """
    found: list[Leg] = []
    decides = signing_on
    for step in reversed(in_order(steps)):
        hand_in = date.fromordinal(max(decides.toordinal() - max(step.days, 0), 1))
        found.append(Leg(step, hand_in, decides))
        decides = hand_in
    return tuple(reversed(found))


def roads(facts: Facts, document: Document) -> list[Road]:
    """One road per signing party; empty where there is no date of signing yet."""
    if document.signing_on is None:
        return []
    version = latest(facts, document.id)
    answers: dict[str, Assent] = {}
    if version:
        answers = {a.party: a for a in asked(facts, version)}
    return [
        Road(
            party,
            legs(facts.of(RouteStep, "party", party.id), document.signing_on),
            bool(party.id in answers and answers[party.id].decided_on),
        )
        for party in signatories(facts, document)
    ]
