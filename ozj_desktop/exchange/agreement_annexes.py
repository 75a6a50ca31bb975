"""Behind the document: open actions, and the versions with what changed between them."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from ozj_desktop.exchange.agreement_state import NOT_DONE
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import (
    asked,
    counts,
    versions,
)
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Chapter,
    Column,
    Entry,
    Heading,
    KeyValues,
    Mark,
    Paragraph,
    Rich,
    Row,
    Run,
    Table,
    rich,
)
from ozj_desktop.model.difference import differences, unchanged
from ozj_desktop.model.documents import Document, Version
from ozj_desktop.model.dutch import listed, long_date, short_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact
from ozj_desktop.model.phrases import (
    party,
    summary,
)

CHANGED = ("eerste versie", "inhoudelijke wijziging")
Load = Callable[[Version], tuple[Chapter, ...]]
VERSIONS = "Versies en wat er veranderde"


def actions_annex(facts: Facts, document: Document, agreements: list[Agreement]) -> Chapter:
    """What is still to be done for these agreements."""
    mine = {str(a.id): n for n, a in enumerate(agreements, 1)}
    found = [a for a in facts.all(Action) if a.came_from in mine and a.running]
    found.sort(key=lambda a: (a.due or date.max, a.id))
    columns = (
        Column("Wat", 66),
        Column("Wie", 44),
        Column("Hoort bij", 24),
        Column("Uiterlijk", 26, "right"),
    )
    hidden = {a.id for a in agreements if a.confidential}
    rows = tuple(
        Row(
            (
                Cell((rich(a.what, "strong"),)),
                Cell((_doer(facts, a),)),
                Cell((rich(f"afspraak {mine[str(a.came_from)]}"),)),
                Cell((_due(a, facts.today),), _late(a, facts.today)),
            ),
            private=a.came_from in hidden,
        )
        for a in found
    )
    table = (Table(columns, rows, "Acties"),) if rows else ()
    told = rich(f"Open acties op {long_date(facts.today)}.")
    note = Paragraph(told, "lead", private=all(row.private for row in rows))
    return Chapter("actions", "Acties", (note, *table) if rows else (), "annex", new_page=True)


def _doer(facts: Facts, action: Action) -> Rich:
    contact = facts.get(Contact, action.contact)
    name = party(facts, action.party or (contact.party if contact else None))
    if contact is None:
        return rich(name) if name else rich("nog niemand", "empty")
    comma = ", " if name else ""
    return (Run(f"{contact.name}{comma}", private=True), Run(name))


def _due(action: Action, today: date) -> Rich:
    if action.due is None:
        return NOT_DONE
    return rich(short_date(action.due), "strong" if action.late(today) else "plain")


def _late(action: Action, today: date) -> Mark:
    return Mark.LATE if action.late(today) else Mark.NONE


def versions_annex(facts: Facts, document: Document, load: Load) -> Chapter:
    """Every version with the assent of its time, and the newest difference in words.

    Of a first version the document itself says all there is.
    """
    found = versions(facts, document.id)
    if len(found) < 2:
        return Chapter("versions", VERSIONS, ())
    columns = (Column("Versie", 15), Column("Voorgelegd", 24), Column("Wat is dit", 67))
    rows = tuple(_version_row(facts, v) for v in found)
    lead = "Een akkoord hoort bij één versie. Hier staat wat er veranderde."
    table = Table((*columns, Column("Akkoord van toen", 54)), rows, "Versies")
    blocks: list[Block] = [Paragraph(rich(lead), "lead"), table]
    for newer, older in pairwise(found):
        blocks += _difference_blocks(newer, older, load)
    return Chapter(
        "versions", "Versies en wat er veranderde", tuple(blocks), "annex", new_page=True
    )


def _version_row(facts: Facts, version: Version) -> Row:
    what = version.what or (
        "redactionele verbetering" if version.minor else CHANGED[version.major > 1]
    )
    told = f"gelijk aan versie {version.major}" if version.minor else ""
    assent = told or summary(counts(facts, asked(facts, version)))
    on = short_date(version.submitted_on) if version.submitted_on else ""
    cells = (
        Cell((rich(version.number, "strong"),)),
        Cell((rich(on) if on else NOT_DONE,)),
        Cell((rich(what),)),
        Cell((rich(assent) if assent else NOT_DONE,)),
    )
    return Row(cells)


def _difference_blocks(newer: Version, older: Version, load: Load) -> list[Block]:
    texts = load(older), load(newer)
    found = differences(*texts)
    if not found or not all(texts):
        return []
    blocks: list[Block] = [Heading(f"Het verschil tussen {older} en {newer}")]
    if newer.reason:
        blocks.append(Paragraph((Run("Waarom: ", "strong"), Run(newer.reason))))
    entries = tuple(
        Entry(
            d.place if not d.label or d.label == d.place else f"{d.place}\n{d.label}",
            (
                _side("was", d.before, "stond er niet"),
                _side("is nu", d.after, "staat er niet meer"),
            ),
            private=d.private,
        )
        for d in found
    )
    same = unchanged(*texts)
    if same:
        entries = (*entries, Entry("Niet veranderd", (Paragraph(rich(listed(same) + ".")),)))
    return [*blocks, KeyValues(entries)]


def _side(word: str, text: Rich, nothing: str) -> Paragraph:
    return Paragraph((Run(f"{word}  ", "soft"), *(text or rich(nothing, "empty"))))
