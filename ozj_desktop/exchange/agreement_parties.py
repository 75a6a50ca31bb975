"""The chapter on the parties: who signs, on what ground, and who only talks along."""

from dataclasses import replace

from ozj_desktop.model.assent import signatories
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Rich,
    Row,
    Run,
    Table,
    rich,
)
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import capital, in_words
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.phrases import item, party

NOT_YET = "nog niet ingevuld"


def parties(facts: Facts, document: Document, kind: str) -> tuple[Block, ...]:
    signing = signatories(facts, document)
    others = [p for p in in_order(facts.all(Party)) if p not in signing]
    if not signing and not others:
        return ()
    lead = _lead(len(signing), len(others), kind)
    blocks: list[Block] = [Paragraph(rich(lead), "lead")]
    if signing:
        columns = (Column("Partij", 47), Column("Vertegenwoordigd door", 41))
        more = (Column("Tekent op grond van", 36), Column("Wie besluit", 36))
        rows = tuple(_signing(facts, p) for p in signing)
        blocks.append(Table((*columns, *more), rows, "Partijen die tekenen"))
    if others:
        if signing:
            blocks.append(Heading("Praten mee en tekenen niet"))
        blocks.append(_who_talks(facts, others))
    return tuple(blocks)


def _who_talks(facts: Facts, others: list[Party]) -> Table:
    """Where they belong is told as far as somebody filled it in."""
    rows = tuple(_talking(facts, p) for p in others)
    talk: tuple[Column, ...] = (Column("Wie", 50), Column("Hoe zij meepraten", 68))
    if any(row.cells[-1].lines for row in rows):
        return Table((*talk, Column("Hoort bij", 42)), rows, "Praten mee")
    short = tuple(replace(row, cells=row.cells[:-1]) for row in rows)
    return Table(talk, short, "Praten mee")


def _lead(signing: int, others: int, kind: str) -> str:
    if not signing:
        names = Party.names[others != 1]
        return f"Dit stuk noemt {in_words(others)} {names}. Er is nog niemand om akkoord gevraagd."
    verb = "tekent" if signing == 1 else "tekenen"
    first = f"{capital(in_words(signing))} {Party.names[signing != 1]} {verb} dit {kind}."
    if not others:
        return first
    return f"{first} {capital(in_words(others))} {'praat' if others == 1 else 'praten'} mee."


def _signing(facts: Facts, own: Party) -> Row:
    kind = item(facts, own.kind)
    name = tuple(line for line in (rich(own.name, "strong"), rich(kind)) if line)
    cells = (
        Cell(name),
        Cell((represented(facts, own),)),
        _filled(own.mandate),
        _filled(bodies(facts, own)),
    )
    return Row(cells, own.id)


def _filled(text: str) -> Cell:
    return Cell((rich(text) if text else rich(NOT_YET, "empty"),))


def represented(facts: Facts, own: Party) -> Rich:
    """Who signs: name (left out in public) and function, or the party that stands in."""
    if own.represented_by:
        return rich(party(facts, own.represented_by))
    signer = signing_contact(facts, own)
    if signer is None:
        told = own.representation
        return (Run(told, private=True),) if told else rich(NOT_YET, "empty")
    comma = ", " if signer.name and signer.function else ""
    return (Run(f"{signer.name}{comma}", private=True), Run(signer.function))


def signing_contact(facts: Facts, own: Party) -> Contact | None:
    return next((c for c in facts.of(Contact, "party", own.id) if c.signs), None)


def bodies(facts: Facts, own: Party) -> str:
    """Who decides, in the order of the route: college, daarna gemeenteraad"""
    steps = in_order(facts.of(RouteStep, "party", own.id))
    return ", daarna ".join(name for step in steps if (name := item(facts, step.body)))


def _talking(facts: Facts, own: Party) -> Row:
    of, by = party(facts, own.part_of_party), party(facts, own.represented_by)
    told = [f"onderdeel van {of}"] if of else []
    told += [f"vertegenwoordigd door {by}"] if by else []
    cells = (
        Cell((rich(own.name, "strong"),)),
        _filled(own.takes_part),
        Cell((rich(", ".join(told)),) if told else ()),
    )
    return Row(cells, own.id)
