"""Copies of agreements: beside the old ones, or as the start of the next period.

A copy is a new thing: it has the words and the parties of the old one, and nothing of what has
happened since. Assent, decisions, versions and progress stay behind.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple, cast

from ozj_desktop.model.agreements import Agreement, Contribution, Progress
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.dutch import years
from ozj_desktop.model.ids import new_id
from ozj_desktop.model.record import Id, Record

Move = Callable[[date], date]
YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
COPY = re.compile(r"^\(kopie(?: \d+)?\) ?| \(kopie(?: \d+)?\)$")


class Period(NamedTuple):
    """From a day up to and including another."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """Its length; 2022–2026 is four years, whether it ends in December or in January."""
        after = self.end + timedelta(days=1)
        days = (after - self.start).days
        return max(1, round(days / 30.436875))

    def next(self) -> "Period":
        """As long, right after this one; what ends on the day it began goes on from that day."""
        months = self.months
        return Period(moved_by(self.start, months), moved_by(self.end, months))


def moved_by(day: date, months: int) -> date:
    """So many months on; the last day of a month stays a last day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = min(max(place // 12, 1), 9999), place % 12 + 1
    last = monthrange(year, month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


def mover(old: date, new: date) -> Move:
    """Moves every date as far as from `old` to `new`: in whole months where that can be."""
    months = (new.year - old.year) * 12 + new.month - old.month
    if moved_by(old, months) == new:
        return lambda day: moved_by(day, months)
    return lambda day: _shifted(day, new - old)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def period_of(dates: Iterable[date]) -> Period | None:
    """The whole years in which these dates lie; None without dates."""
    found = sorted(dates)
    return Period(date(found[0].year, 1, 1), date(found[-1].year, 12, 31)) if found else None


def title_of_copy(title: str, taken: Collection[str]) -> str:
    """(kopie) In vijf dagen, (kopie 2) In vijf dagen: in front, as the end of a title is often cut
    off in a list.
    """
    plain = COPY.sub("", title)
    found, number = f"(kopie) {plain}".rstrip(), 1
    while found in taken:
        number += 1
        found = f"(kopie {number}) {plain}".rstrip()
    return found


def name_of_next(name: str, old: Period, new: Period) -> str:
    """LEA 2022–2026 becomes LEA 2026–2030; a name without years gets those of the period."""
    by = new.start.year - old.start.year
    if YEAR.search(name):
        return YEAR.sub(lambda found: str(int(found[0]) + by), name)
    return f"{name} {years(*new)}".strip()


def copies(
    agreements: Sequence[Agreement],
    contributions: Iterable[Contribution],
    taken: Collection[str] = (),
) -> Iterator[Record]:
    """Agreements beside the old ones, with their contributions; `taken` are titles in use."""
    titles = set(taken)
    made: dict[Id[Agreement], Agreement] = {}
    for old in agreements:
        title = title_of_copy(old.title, titles)
        titles.add(title)
        made[old.id] = replace(_fresh(old), title=title)
    yield from (_pointing_inside(new, made) for new in made.values())
    yield from _contributions(contributions, made, lambda day: day)


def _pointing_inside(new: Agreement, made: dict[Id[Agreement], Agreement]) -> Agreement:
    """What follows on an agreement that is copied too follows on the copy of it."""
    before = made.get(new.previous) if new.previous else None
    return replace(new, previous=before.id) if before else new


def next_period(
    agreements: Sequence[Agreement],
    contributions: Iterable[Contribution],
    document: Document | None,
    name: str,
    old: Period,
    new: Period,
) -> list[Record]:
    """A document for the next period, with a follower for each agreement, in this order."""
    move = mover(old.start, new.start)
    paper = _paper(document, name, new)
    made = {a.id: _following(a, move) for a in agreements}
    places = [
        Inclusion(document=paper.id, agreement=follower.id, position=place)
        for place, follower in enumerate(made.values(), 1)
    ]
    return [paper, *made.values(), *_contributions(contributions, made, move), *places]


def _fresh(agreement: Agreement) -> Agreement:
    """The same promise, of which nothing has happened yet."""
    return replace(
        agreement,
        id=cast("Id[Agreement]", new_id()),
        progress=Progress.NOT_STARTED,
        progress_on=None,
        progress_note="",
        decision_set=None,
        decision_reason="",
    )


def _following(agreement: Agreement, move: Move) -> Agreement:
    return replace(
        _fresh(agreement),
        starts_on=agreement.starts_on and move(agreement.starts_on),
        ends_on=agreement.ends_on and move(agreement.ends_on),
        first_evaluation_on=agreement.first_evaluation_on and move(agreement.first_evaluation_on),
        made_at="",
        previous=agreement.id,
    )


def _paper(document: Document | None, name: str, new: Period) -> Document:
    """Of the document what will be as true: not its dates, its case and how it was decided."""
    if document is None:
        return Document(name=name, starts_on=new.start, ends_on=new.end)
    return replace(
        document,
        id=cast("Id[Document]", new_id()),
        name=name,
        starts_on=new.start,
        ends_on=new.end,
        asks="",
        asks_by=None,
        signing_on=None,
        case_number="",
        stage=Stage.DRAFT,
        decision_set=None,
        decision_reason="",
    )


def _contributions(
    contributions: Iterable[Contribution], made: dict[Id[Agreement], Agreement], move: Move
) -> Iterator[Contribution]:
    """Made anew, because the id of a contribution says which agreement and party it is of."""
    return (
        Contribution(
            agreement=made[c.agreement].id,
            party=c.party,
            role=c.role,
            what=c.what,
            by=move(c.by) if isinstance(c.by, date) else c.by,
        )
        for c in contributions
        if c.agreement in made
    )
