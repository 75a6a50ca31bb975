"""The sheets with which parties sign; nothing of them is in the public version."""

from ozj_desktop.exchange.agreement_parties import signing_contact
from ozj_desktop.exchange.agreement_text import kind_of
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import (
    deviations,
)
from ozj_desktop.model.blocks import (
    Block,
    Chapter,
    Entry,
    Mark,
    Paragraph,
    Rich,
    Run,
    Signature,
    rich,
)
from ozj_desktop.model.documents import Assent, Document, TableAssent
from ozj_desktop.model.dutch import capital
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.phrases import (
    MARKS,
    answer,
    decided,
    party,
    signed,
    until,
)


def signature_chapter(
    facts: Facts, document: Document, signing: list[Party], answers: list[Assent], version: str
) -> Chapter:
    """A sheet for every signing party; nothing of it is in the public version."""
    given = {a.party: a for a in answers}
    kind = capital(kind_of(facts, document))
    blocks: list[Block] = []
    if signing:
        intro = (
            Run("" if document.name.lower().startswith(kind.lower()) else f"{kind} "),
            Run(document.name, "strong"),
            Run(
                f", {version}. Elke partij tekent op een eigen plaats. Alle handtekeningen "
                "samen horen bij dit ene stuk."
            ),
        )
        blocks.append(Paragraph(intro))
    for n, own in enumerate(signing, 1):
        place = f"Partij {n} van {len(signing)}"
        blocks.append(_signature(facts, own, given.get(own.id), place))
    return Chapter("signing", "Ondertekening", tuple(blocks), new_page=True, private=True)


def _signature(facts: Facts, own: Party, given: Assent | None, place: str) -> Signature:
    signer = signing_contact(facts, own)
    return Signature(
        own.name,
        place,
        preamble(facts, own, signer),
        tuple(_signature_entries(facts, own, given)),
        (given.signed_by if given else "") or (signer.name if signer else ""),
        (given.capacity if given else "") or (signer.function if signer else ""),
        own.mandate,
    )


def preamble(facts: Facts, own: Party, signer: Contact | None) -> Rich:
    """Who stands here: seat, number, represented by whom; nothing where only the name is known.

    The ground has a line of its own.
    """
    parts = [own.name]
    if own.seat:
        parts.append(f"gevestigd in {own.seat}")
    if own.registration:
        parts.append(f"KvK-nummer {own.registration}")
    if own.representation:
        parts.append(f"rechtsgeldig vertegenwoordigd door {own.representation}")
    elif own.represented_by:
        parts.append(f"vertegenwoordigd door {party(facts, own.represented_by)}")
    elif signer and (signer.name or signer.function):
        who = ", ".join(part for part in (signer.name, signer.function) if part)
        parts.append(f"vertegenwoordigd door {who}")
    if own.mandate:
        parts.append(f"op grond van {own.mandate[:1].lower()}{own.mandate[1:]}")
    if len(parts) == 1:
        return ()
    return rich(", ".join(part.rstrip(".") for part in parts) + ".")


def _signature_entries(facts: Facts, own: Party, given: Assent | None) -> list[Entry]:
    formal = decided(facts, given) if given else ""
    reference = given.reference if given else ""
    found = [
        Entry(
            "Besluit", (Paragraph(rich(formal) if formal else rich("nog niet genomen", "empty")),)
        ),
        Entry("Datum en kenmerk", (Paragraph(rich(reference)),) if reference else (), "write"),
    ]
    if given and given.table is TableAssent.RESERVED:
        text = f"{answer(facts, given)}. {capital(until(given))}. Teken pas daarna."
        line = Paragraph(rich(text.replace(" . ", " ")), mark=Mark.HALF)
        found.append(Entry("Voorbehoud", (line,)))
    if given and given.table is TableAssent.REFUSED:
        line = Paragraph(rich("Niet akkoord. Teken nog niet."), mark=MARKS[given.table])
        found.append(Entry("Akkoord", (line,)))
    for deviation in deviations(facts, given) if given else ():
        agreement = facts.get(Agreement, deviation.agreement)
        told = f"{answer(facts, deviation)}: {agreement.title if agreement else ''}"
        line = Paragraph(rich(told), mark=MARKS[deviation.table])
        secret = agreement is not None and agreement.confidential
        found.append(Entry("Uitzondering", (line,), private=secret))
    if given and given.signed_on:
        found.append(Entry("Getekend", (Paragraph(rich(signed(given)), mark=Mark.FULL),)))
    return found
