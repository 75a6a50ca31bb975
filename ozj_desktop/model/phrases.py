"""States of assent in words, the same on screen, in PDF, Word, Excel and mail."""

import re
from collections import Counter

from ozj_desktop.model.agreements import Progress
from ozj_desktop.model.assent import Answer, has_exception, included, said, still_deviating
from ozj_desktop.model.blocks import Mark
from ozj_desktop.model.documents import Assent, Document, Said, TableAssent, Version
from ozj_desktop.model.dutch import listed, long_date, short_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id

LONGEST_LINE = 160  # characters under a title

MARKS = {
    TableAssent.AGREED: Mark.FULL,
    TableAssent.RESERVED: Mark.HALF,
    TableAssent.REFUSED: Mark.CROSS,
    TableAssent.SUBMITTED: Mark.OPEN,
    TableAssent.NOT_ASKED: Mark.DOTTED,
}
PROGRESS_MARKS = {
    Progress.NOT_STARTED: Mark.DOTTED,
    Progress.ON_TRACK: Mark.OPEN,
    Progress.BEHIND: Mark.LATE,
    Progress.DONE: Mark.FULL,
}


def mark_of(facts: Facts, assent: Assent) -> Mark:
    return mark(said(facts, assent))


def mark(said: Said) -> Mark:
    return Mark.EXCEPT if said is Said.EXCEPT else MARKS[TableAssent[said.name]]


def summary(counts: Counter[Said]) -> str:
    """3 akkoord, 1 met een uitzondering, 3 onder voorbehoud, 1 niet akkoord, 1 voorgelegd"""
    return ", ".join(f"{counts[said]} {said.label}" for said in Said if counts[said])


def item(facts: Facts, id: Id[ListItem] | None) -> str:
    found = facts.get(ListItem, id)
    return str(found) if found else ""


def party(facts: Facts, id: Id[Party] | None, *, short: bool = False) -> str:
    found = facts.get(Party, id)
    if found is None:
        return ""
    return called(facts, found) if short else str(found)


def called(facts: Facts, party: Party) -> str:
    """Its short name; in full where another party has the same short name."""
    short = party.short_name
    alone = bool(short) and len(facts.of(Party, "short_name", short)) < 2
    return short if alone else str(party)


def answer(facts: Facts, given: Answer) -> str:
    """Akkoord onder voorbehoud van begroting"""
    if isinstance(given, Assent) and has_exception(facts, given):
        return f"Akkoord, behalve met {exceptions(facts, given)}"
    match given.table:
        case TableAssent.RESERVED:
            of = item(facts, given.reservation)
            return f"Akkoord onder voorbehoud van {of}" if of else "Akkoord onder voorbehoud"
        case TableAssent.SUBMITTED:
            return "Voorgelegd"
    return given.table.label.capitalize()


def exceptions(facts: Facts, assent: Assent) -> str:
    """afspraak 4 en afspraak 6, as they are numbered in the document"""
    version = facts.get(Version, assent.version)
    document = facts.get(Document, version.document) if version else None
    numbers = numbers_in(facts, document) if document else {}
    found = [numbers.get(d.agreement, 0) for d in still_deviating(facts, assent)]
    return listed(f"afspraak {n}" if n else "een afspraak" for n in sorted(found))


def numbers_in(facts: Facts, document: Document) -> dict[str, int]:
    """The number that each agreement has in a document."""
    return {a.id: n for n, a in enumerate(included(facts, document), 1)}


def until(given: Answer) -> str:
    """wordt besloten op 17 december 2026"""
    day = given.reservation_until
    reserved = given.table is TableAssent.RESERVED
    return f"daarover wordt besloten op {long_date(day)}" if reserved and day else ""


def decided(facts: Facts, assent: Assent) -> str:
    """college, 8-12-2026 / college: gepland 8-12-2026 / nothing where there is nothing yet"""
    body = item(facts, assent.body)
    if assent.decided_on:
        return ", ".join(part for part in (body, short_date(assent.decided_on)) if part)
    if assent.planned_on:
        planned = f"gepland {short_date(assent.planned_on)}"
        return f"{body}: {planned}" if body else planned
    return ""


def signed(assent: Assent) -> str:
    """H. Bosgraaf, wethouder, 8-12-2026"""
    if not assent.signed_on:
        return ""
    found = (assent.signed_by, assent.capacity, short_date(assent.signed_on))
    return ", ".join(part for part in found if part)


def first_sentence(text: str) -> str:
    """What goes under a title: a question with its answer. What would fill a page is left to its
    own page.
    """
    first, *rest = re.split(r"(?<=[.?!]) ", text.strip().split("\n")[0])
    if first.endswith("?") and rest:
        first = f"{first} {rest[0]}"
    return first if len(first) <= LONGEST_LINE else ""
