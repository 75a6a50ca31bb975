"""What parties say of a version, what their boards decide, and who signs: three grids."""

from typing import Any

from ozj_desktop.model import answering, assent
from ozj_desktop.model.documents import Assent, Deviation, Version
from ozj_desktop.model.phrases import exceptions
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.status import STATES, Shape, Status


def answers(desk: Desk, version: Version) -> list[Assent]:
    return assent.asked(desk.facts, version)


def said(desk: Desk, given: Assent) -> Status:
    """What a party says; who agrees but for one agreement does not just agree."""
    if not assent.has_exception(desk.facts, given):
        return STATES[given.table]
    return Status(Shape.HALF, f"akkoord, behalve met {exceptions(desk.facts, given)}")


def completed(desk: Desk, before: Any, after: Any) -> Any:
    """With what follows from an edit."""
    found = answering.completed(before, after, desk.today)
    return answering.signed(desk.facts, before, found) if isinstance(found, Assent) else found


def in_its_version(desk: Desk, given: Assent) -> frozenset[str]:
    """The agreements that a party was asked about."""
    version = desk.facts.get(Version, given.version)
    return frozenset(version.agreements) if version else frozenset()


PARTY = Col("party", width=170, stretch=2, locked=True)
SAID = (
    PARTY,
    Col("table", label="Akkoord aan tafel", width=150, read=said),
    Col("table_on", label="Sinds", width=100),
    Col("reservation", label="Voorbehoud", width=120, stretch=1),
    Col("reservation_until", label="Tot", width=100),
    Col("note", width=140, stretch=2),
)
DECIDED = (
    PARTY,
    Col("body", width=190, stretch=2),
    Col("planned_on", label="Gepland op", width=110),
    Col("decided_on", width=110),
    Col("reference", label="Kenmerk", width=120, stretch=1),
)
SIGNED = (
    PARTY,
    Col("signed_by", width=150, stretch=1),
    Col("capacity", label="Tekent als", width=150, stretch=1),
    Col("signed_on", width=110),
)
DEVIATIONS = PartSpec(
    Deviation,
    "assent",
    (
        Col("agreement", width=150, stretch=3, among=in_its_version),
        Col("table", width=140),
        Col("reservation", label="Voorbehoud", width=110, stretch=1),
        Col("reservation_until", label="Tot", width=96),
        Col("note", width=120, stretch=2),
        Col("acceptable", width=120, stretch=2),
    ),
    new_hint="+ een afspraak",
    completed=completed,
)
SIDES = {
    "said": PartSpec(
        Assent,
        "version",
        SAID,
        rows=answers,
        completed=completed,
        more=("acceptable",),
        below=("Denkt zij over één afspraak anders?", DEVIATIONS),
    ),
    "decided": PartSpec(Assent, "version", DECIDED, rows=answers),
    "signed": PartSpec(
        Assent, "version", SIGNED, rows=answers, completed=completed, more=("signed_file",)
    ),
}
