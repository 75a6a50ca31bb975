"""The text of an agreement document: what is frozen when it is submitted.

States of assent, progress, signatures and versions are no part of it: see agreement_state.
"""

from dataclasses import replace

from ozj_desktop.exchange.agreement_parties import NOT_YET, parties
from ozj_desktop.model.agreements import Agreement, Role
from ozj_desktop.model.assent import included
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Chapter,
    Column,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
    plain,
    rich,
    walk,
)
from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.contributions import contributions
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import (
    from_to,
    listed,
    long_date,
    period,
    short_when,
    sort_key,
)
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.phrases import first_sentence, item, party

MOST_PROMISES = 6  # on the summary, which a wethouder reads in a minute
TITLE_PAGE = "title"


def text_chapters(facts: Facts, document: Document) -> tuple[Chapter, ...]:
    """All chapters of the text, without numbers; an empty one has no blocks."""
    return (
        Chapter(TITLE_PAGE, "Titelblad", title_page(document)),
        Chapter("summary", "In het kort", summary(facts, document), "front", new_page=True),
        Chapter("parties", "Partijen", parties(facts, document, named_kind(facts, document))),
        Chapter("vision", "Visie", vision(facts)),
        Chapter("principles", "Leidende principes", principles(facts)),
        Chapter("terms", "Begrippen", terms(facts)),
        Chapter("agreements", "Afspraken", agreements(facts, document), new_page=True),
        Chapter("parents", "Ouders en jongeren", paragraphs(document.parents)),
        Chapter("disputes", "Geschillen en opschalen", paragraphs(document.disputes)),
        Chapter("duration", "Looptijd, wijzigen en herijken", duration(document)),
    )


def named_kind(facts: Facts, document: Document) -> str:
    """stuk (convenant); stuk"""
    kind, common = kind_of(facts, document), document.names[0]
    return common if kind == common else f"{common} ({kind})"


def title_page(document: Document) -> tuple[Block, ...]:
    """What lies fast of the title page; it is drawn as a cover, and not as a chapter."""
    told = {"name": ("Titel", document.name), "lead": ("Waar het over gaat", document.lead)}
    entries = [Entry(label, (Paragraph(rich(t)),), key) for key, (label, t) in told.items() if t]
    return (KeyValues(tuple(entries)),) if entries else ()


def as_titled(document: Document, text: tuple[Chapter, ...]) -> Document:
    """The document with the title that its text has."""
    told = {"name": "", "lead": ""}
    pages = tuple(chapter for chapter in text if chapter.key == TITLE_PAGE)
    for part in walk(pages):
        if isinstance(part, Entry) and part.key in told:
            told[part.key] = "".join(plain(b.text) for b in part.blocks if isinstance(b, Paragraph))
    return replace(document, name=told["name"], lead=told["lead"]) if pages else document


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A paragraph for every line that holds something."""
    return tuple(Paragraph(rich(line.strip())) for line in text.split("\n") if line.strip())


def kind_of(facts: Facts, document: Document) -> str:
    """convenant; stuk where no kind was chosen"""
    return item(facts, document.kind) or document.names[0]


def summary(facts: Facts, document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if document.summary:
        blocks.append(Paragraph(rich(document.summary.replace("\n", " ")), "lead"))
    blocks += promises(facts, document)
    if document.asks:
        blocks.append(KeyValues((asks(facts, document),), "across"))
    return tuple(blocks)


def promises(facts: Facts, document: Document) -> list[Block]:
    found = included(facts, document)
    if not found:
        return []
    columns = (Column("", 9), Column("Wat we beloven", 77), Column("Trekker", 36))
    date = Column("Wanneer", 38, "right")
    shown = found[:MOST_PROMISES]
    rows = [_promise(facts, n, agreement) for n, agreement in enumerate(shown, 1)]
    table = Table((*columns, date), tuple(rows), "Wat we beloven", numbered=True)
    if len(found) == len(shown):
        return [table]
    note = "De andere afspraken staan in het hoofdstuk Afspraken."
    return [table, Paragraph(rich(note), "note")]


def _promise(facts: Facts, number: int, agreement: Agreement) -> Row:
    lines = (rich(agreement.title or NOT_YET, "strong"), rich(first_sentence(agreement.what)))
    cells = (
        Cell((rich(str(number)),)),
        Cell(tuple(line for line in lines if line)),
        _or_not_yet(leaders(facts, agreement)),
        _or_not_yet(when_in_short(agreement)),
    )
    return Row(cells, agreement.id, agreement.confidential)


def leaders(facts: Facts, agreement: Agreement) -> str:
    found = contributions(facts, agreement.id)
    names = [party(facts, c.party, short=True) for c in found if c.role is Role.LEADS]
    return listed(names) if names else ""


def when(agreement: Agreement) -> str:
    if agreement.starts_on and agreement.ends_on:
        return f"{long_date(agreement.starts_on)} – {long_date(agreement.ends_on)}"
    if agreement.starts_on:
        return f"vanaf {long_date(agreement.starts_on)}"
    return f"uiterlijk {long_date(agreement.ends_on)}" if agreement.ends_on else ""


def when_in_short(agreement: Agreement) -> str:
    """When it begins and when it must be there, as far as that is known."""
    if agreement.starts_on and agreement.ends_on:
        return from_to(agreement.starts_on, agreement.ends_on)
    return when(agreement)


def _or_not_yet(text: str) -> Cell:
    return Cell((rich(text) if text else rich("nog niet", "empty"),))


def asks(facts: Facts, document: Document) -> Entry:
    lines = [line.strip() for line in document.asks.split("\n") if line.strip()]
    blocks: list[Block] = []
    if document.asks_by:
        blocks.append(
            Paragraph((Run("Graag uiterlijk "), Run(long_date(document.asks_by), "strong")))
        )
    blocks.append(Listing(tuple(Item(rich(line)) for line in lines), numbered=True))
    return Entry("Wat we vragen", tuple(blocks), "asks", "tint")


# Charter


def vision(facts: Facts) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for found in facts.all(Vision):
        blocks += paragraphs(found.text)
        told = period(found.starts_on, found.ends_on)
        if told:
            blocks.append(Paragraph(rich(f"Deze visie geldt {told}."), "note"))
    return tuple(blocks)


def principles(facts: Facts) -> tuple[Block, ...]:
    found = in_order(facts.all(Principle))
    items = tuple(
        Item(rich(p.text, "strong"), tuple(Item(rich(p.example)) for _ in "." if p.example))
        for p in found
        if p.text
    )
    return (Listing(items, numbered=True),) if items else ()


def terms(facts: Facts) -> tuple[Block, ...]:
    found = sorted(facts.all(Term), key=lambda t: sort_key(t.name))
    entries = tuple(
        Entry(t.name, paragraphs(t.meaning)) for t in found if t.name and t.meaning.strip()
    )
    return (KeyValues(entries),) if entries else ()


def duration(document: Document) -> tuple[Block, ...]:
    told = period(document.starts_on, document.ends_on)
    kept = paragraphs(document.changes)
    first = (Paragraph(rich(f"Dit stuk geldt {told}.")),) if told else ()
    return (*first, *kept)


# Agreements


def agreements(facts: Facts, document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, agreement in enumerate(included(facts, document), 1):
        topic = facts.get(Topic, agreement.topic)
        kicker = f"Afspraak · thema {topic.name}" if topic else "Afspraak"
        title = agreement.title or f"{agreement.names[0]} zonder titel"
        private = agreement.confidential
        blocks.append(Heading(title, 2, str(number), kicker, agreement.id, private))
        blocks.append(KeyValues(entries(facts, agreement), "labels", private))
    return tuple(blocks)


def entries(facts: Facts, agreement: Agreement) -> tuple[Entry, ...]:
    """What is filled in, in a fixed order; only `Wat` is always there."""
    what = paragraphs(agreement.what) or (Paragraph(rich(NOT_YET, "empty")),)
    found = [
        Entry("Wat", what, "what"),
        Entry("Waarom", paragraphs(agreement.why), "why"),
        Entry("Voor wie", paragraphs(agreement.for_whom), "for_whom"),
        Entry("Wanneer", paragraphs(when(agreement)), "when"),
        Entry("Wie doet wat wanneer", who_does_what(facts, agreement), "who"),
        Entry("Resultaat", result(agreement), "result"),
        Entry("Als het niet lukt", paragraphs(agreement.if_it_fails), "if_it_fails"),
        Entry("Ouders en jongeren", paragraphs(agreement.parents), "parents"),
        Entry("Grondslag", basis(facts, agreement), "basis"),
    ]
    return tuple(entry for entry in found if entry.blocks)


def who_does_what(facts: Facts, agreement: Agreement) -> tuple[Block, ...]:
    found = contributions(facts, agreement.id)
    if not found:
        return ()
    columns = (Column("Wie", 35), Column("Rol", 21), Column("Wat", 47))
    rows = tuple(
        Row(
            (
                Cell((rich(party(facts, c.party), "strong"),)),
                Cell((rich(c.role.label),)),
                Cell((rich(c.what) if c.what else rich("nog niet", "empty"),)),
                Cell((rich(short_when(c.by)) if c.by else rich("nog niet", "empty"),)),
            ),
            c.party,
        )
        for c in found
    )
    return (Table((*columns, Column("Wanneer", 21, "right")), rows, "Wie doet wat wanneer"),)


def result(agreement: Agreement) -> tuple[Block, ...]:
    found = paragraphs(agreement.result)
    if agreement.first_evaluation_on:
        told = f"Voor het eerst bekeken op {long_date(agreement.first_evaluation_on)}."
        found = (*found, Paragraph(rich(told)))
    return found


def basis(facts: Facts, agreement: Agreement) -> tuple[Block, ...]:
    """Principes, table, role and law in one quiet line.

    What only its topic brings along, as a template fills it in, nobody chose for this agreement:
    by itself that is no ground.
    """
    topic = facts.get(Topic, agreement.topic)
    forum = facts.get(Forum, topic.main_forum) if topic else None
    role = agreement.municipal_role or (topic.municipal_role if topic else None)
    field = agreement.policy_field or (topic.policy_field if topic else None)
    laws = [str(law) for law in facts.all(ListItem) if law.id in agreement.legal_basis]
    own = agreement.municipal_role, agreement.policy_field, agreement.made_at, laws
    if not any(own) and not _principles_by_number(facts, agreement):
        return ()
    found = [
        _principles_by_number(facts, agreement),
        field.label if field else "",
        f"overlegtafel {forum.name}" if forum else "",
        f"rol van de gemeente: {role.label}" if role else "",
        f"gemaakt in {agreement.made_at}" if agreement.made_at else "",
        listed(laws),
    ]
    line = " · ".join(part for part in found if part)
    return (Paragraph(rich(line, "soft")),) if line else ()


def _principles_by_number(facts: Facts, agreement: Agreement) -> str:
    ordered = [p for p in in_order(facts.all(Principle)) if p.text]
    numbers = [str(n) for n, p in enumerate(ordered, 1) if p.id in agreement.principles]
    if not numbers:
        return ""
    word = "leidend principe" if len(numbers) == 1 else "leidende principes"
    return f"{word} {listed(numbers)}"
