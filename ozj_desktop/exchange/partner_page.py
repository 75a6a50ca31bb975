"""One page for one party: what we ask of it, what it promises, whom to call."""

from ozj_desktop.exchange.agreement_text import when
from ozj_desktop.exchange.manuscript import status_of, version_name
from ozj_desktop.model.agreements import Contribution, Decision, Role
from ozj_desktop.model.areas import Area
from ozj_desktop.model.assent import asked, included, latest
from ozj_desktop.model.blocks import (
    Block,
    Chapter,
    Cover,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    Paragraph,
    Run,
    rich,
)
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Stage, TableAssent
from ozj_desktop.model.dutch import capital, in_words, long_date, long_when
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.phrases import item

INFORMED = "u wordt op de hoogte gehouden"


def partner_page(facts: Facts, document: Document, party: Party) -> Manuscript:
    """The page that goes with the mail to one party, readable on a phone."""
    about = facts.one(Collaboration)
    area = facts.get(Area, about.area)
    place = area.name if area else ""
    version = latest(facts, document.id)
    answers = asked(facts, version) if version and document.stage is not Stage.DRAFT else []
    own = next((a for a in answers if a.party == party.id), None)
    count = capital(in_words(len(answers))) if answers else "Wij"
    verb = "partijen spreken" if answers else "spreken"
    lead = f"{count} {verb} samen af wat kinderen nodig hebben. Hier staat uw deel."
    called = version_name(facts, document)
    chapters = (
        Chapter("asks", "Wat we u vragen", _asks(facts, document, own)),
        Chapter("promises", "Wat u belooft", _promises(facts, document, party)),
        Chapter("fails", "Lukt het niet?", _fails()),
        Chapter("contact", "Bellen of mailen", _contact(about)),
    )
    return Manuscript(
        cover=Cover(party.name, "Uw deel", lead, (), KeyValues(()), about.name, place),
        chapters=tuple(c for c in chapters if c.blocks),
        running=document.name,
        status=status_of(facts, document),
        final=False,
        foot=" · ".join([capital(called)] + ["verzonnen voorbeeld"] * about.fictitious),
        title=f"Uw deel: {party.name} – {document.name}",
        author=about.name,
        logo=facts.source.blob(about.logo) if about.logo else b"",
        colour=about.colour,
        attention=about.attention_colour,
    )


def _asks(facts: Facts, document: Document, own: Assent | None) -> tuple[Block, ...]:
    """The one tinted block: what this party still has to do, by when."""
    if document.decision_set is Decision.LAPSED:
        return (Paragraph(rich("Dit stuk is vervallen. U hoeft niets te doen.")),)
    found: list[Item] = []
    by = f"uiterlijk {long_date(document.asks_by)}" if document.asks_by else ""
    match own.table if own else None:
        case TableAssent.SUBMITTED | TableAssent.NOT_ASKED:
            found.append(_task("Laat weten of u akkoord bent", by, ""))
        case TableAssent.RESERVED:
            found.append(_reservation(facts, own, by))
        case TableAssent.REFUSED:
            found.append(_task("Bespreek met ons wat wel kan", by, "U bent nog niet akkoord."))
        case None:
            return ()
    if own and not own.decided_on and own.table is not TableAssent.REFUSED:
        body = item(facts, own.body)
        told = f"gepland op {long_date(own.planned_on)}" if own.planned_on else ""
        found.append(_task("Laat uw bestuur besluiten", told, body))
    if own and own.decided_on and not own.signed_on:
        signing = document.signing_on
        on = f"op {long_date(signing)}" if signing else ""
        found.append(_task("Teken uw blad", on, "Het blad staat achter in het stuk."))
    if not found:
        return (Paragraph(rich("Niets meer. U bent akkoord en uw blad is getekend.")),)
    return (KeyValues((Entry("", (Listing(tuple(found)),), tone="tint"),), "box"),)


def _reservation(facts: Facts, own: Assent | None, by: str) -> Item:
    of = item(facts, own.reservation) if own else ""
    until = own.reservation_until if own else None
    when_known = f"daarover wordt besloten op {long_date(until)}" if until else by
    hint = f"U zei akkoord, onder voorbehoud van {of}." if of else "U zei akkoord onder voorbehoud."
    return _task("Neem het voorbehoud weg", when_known, hint)


def _task(what: str, when_known: str, hint: str) -> Item:
    below = tuple(Item(rich(line)) for line in (when_known, hint) if line)
    return Item(rich(what, "strong"), below, Mark.BOX)


def _promises(facts: Facts, document: Document, party: Party) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, agreement in enumerate(included(facts, document), 1):
        if agreement.confidential:
            continue
        for own in facts.of(Contribution, "agreement", agreement.id):
            if own.party == party.id:
                told = own.what or (INFORMED if own.role is Role.INFORMED else "")
                by = long_when(own.by) if own.by else when(agreement)
                note = " · ".join(part for part in (own.role.label, by) if part)
                blocks.append(Heading(agreement.title, 3, str(number), anchor=agreement.id))
                if told:
                    blocks.append(Paragraph(rich(capital(told))))
                blocks.append(Paragraph(rich(note), "note"))
    return tuple(blocks) or (Paragraph(rich("Uw bijdrage is nog niet ingevuld.", "empty")),)


def _fails() -> tuple[Block, ...]:
    text = "Bel ons meteen. We zoeken samen een oplossing. Pas daarna komt het op tafel."
    return (Paragraph(rich(text)),)


def _contact(about: Collaboration) -> tuple[Block, ...]:
    lines = [line.strip() for line in about.contact_point.split("\n") if line.strip()]
    return tuple(Paragraph((Run(line, "plain", _link(line)),)) for line in lines)


def _link(line: str) -> str:
    """A telephone number and an address can be tapped."""
    digits = "".join(c for c in line if c.isdigit() or c == "+")
    if "@" in line and " " not in line:
        return f"mailto:{line}"
    return f"tel:{digits}" if len(digits) >= 9 and not any(c.isalpha() for c in line) else ""
