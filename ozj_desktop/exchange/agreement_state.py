"""What is drawn fresh beside the text: who agrees, and how far it is.

All of it carries its own date and is no part of what was frozen.
"""

from collections.abc import Iterator
from dataclasses import replace

from ozj_desktop.exchange.agreement_text import named_kind
from ozj_desktop.model.agreements import Agreement, Progress
from ozj_desktop.model.assent import (
    Answer,
    answer_on,
    counts,
    counts_on,
    deviations,
    said,
)
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
    Rich,
    Row,
    Run,
    Table,
    from_json,
    rich,
)
from ozj_desktop.model.documents import Assent, Deviation, Document, Said, TableAssent, Version
from ozj_desktop.model.dutch import capital, counted, listed, long_date, short_date
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Party
from ozj_desktop.model.phrases import (
    MARKS,
    PROGRESS_MARKS,
    answer,
    decided,
    exceptions,
    first_sentence,
    item,
    mark,
    mark_of,
    numbers_in,
    party,
    signed,
    until,
)
from ozj_desktop.model.record import Id

NOT_DONE = rich("nog niet", "empty")


def standing(facts: Facts, answers: list[Assent]) -> Entry | None:
    """Beside what is asked: how many parties say what, and who they are where that matters."""
    if not answers:
        return None
    items = [item for told in Said for item in _state(facts, answers, told)]
    done = sum(bool(a.decided_on) for a in answers)
    signed_by = sum(bool(a.signed_on) for a in answers)
    note = (
        f"{counted(len(answers), Party.names)} {'tekent' if len(answers) == 1 else 'tekenen'}. "
        f"Formeel besluit: {done}. Getekend: {signed_by}."
    )
    blocks = (Listing(tuple(items)), Paragraph(rich(note), "note"))
    return Entry(f"Stand van het akkoord op {long_date(facts.today)}", blocks, "standing")


def _state(facts: Facts, answers: list[Assent], told: Said) -> list[Item]:
    number = counts(facts, answers)[told]
    if not number:
        return []
    alike = [a for a in answers if said(facts, a) is told]
    names = () if told is Said.AGREED else _names(facts, alike)
    return [Item(rich(f"{number} {told.label}", "strong"), names, mark(told))]


def _names(facts: Facts, answers: list[Assent]) -> tuple[Item, ...]:
    return (Item(rich(listed(_name_with_what(facts, a) for a in answers))),)


def _name_with_what(facts: Facts, given: Assent) -> str:
    """GGD (begroting), De Stroming (behalve afspraak 4), SWV VO (te duur)"""
    name = party(facts, given.party, short=True)
    match said(facts, given):
        case Said.RESERVED:
            what = item(facts, given.reservation)
        case Said.EXCEPT:
            what = f"behalve {exceptions(facts, given)}"
        case Said.REFUSED:
            what = first_sentence(given.note).rstrip(".")
        case _:
            what = ""
    return f"{name} ({what})" if what else name


# One agreement


def assent_entry(facts: Facts, answers: list[Assent], agreement: Id[Agreement]) -> Entry | None:
    """Who agrees with this agreement, and on what condition."""
    if not answers:
        return None
    found = counts_on(answer_on(facts, a, agreement) for a in answers)
    blocks = tuple(
        Paragraph(_parties_that(facts, answers, agreement, told, found[told]), mark=mark(told))
        for told in Said
        if found[told]
    )
    return Entry("Akkoord", blocks, "assent")


def _parties_that(
    facts: Facts, answers: list[Assent], agreement: Id[Agreement], said: Said, count: int
) -> Rich:
    state = TableAssent[said.name]
    head = f"{counted(count, Party.names)} {state.label}"
    if state is TableAssent.AGREED:
        return rich(head, "strong")
    told = [
        _party_with_condition(facts, assent.party, given)
        for assent in answers
        if (given := answer_on(facts, assent, agreement)).table is state
    ]
    return (Run(f"{head}: ", "strong"), Run(f"{listed(told)}."))


def _party_with_condition(facts: Facts, own: Id[Party], given: Answer) -> str:
    """Gemeente Lindebroek (begroting, besluit op 17 december 2026); Silentia (te duur).

    Of what a party says of all agreements the why is told in short: in full it stands once, with
    the state of assent.
    """
    name = party(facts, own)
    why = given.note if isinstance(given, Deviation) else first_sentence(given.note)
    if given.table is TableAssent.RESERVED:
        due = given.reservation_until
        of = item(facts, given.reservation) or why.rstrip(".")
        told = [part for part in (of, f"besluit op {long_date(due)}" if due else "") if part]
        return f"{name} ({', '.join(told)})" if told else name
    if given.table is TableAssent.SUBMITTED and isinstance(given, Assent) and given.table_on:
        return f"{name}, voorgelegd op {long_date(given.table_on)}"
    return f"{name} ({why.rstrip('.')})" if why else name


def progress_entry(agreement: Agreement) -> Entry | None:
    if agreement.progress is Progress.NOT_STARTED and not agreement.progress_note:
        return None
    on = f", op {long_date(agreement.progress_on)}" if agreement.progress_on else ""
    head = Run(f"{capital(agreement.progress.label)}{on}", "strong")
    note = Run(f". {agreement.progress_note}") if agreement.progress_note else Run(".")
    mark = PROGRESS_MARKS[agreement.progress]
    return Entry("Voortgang", (Paragraph((head, note), mark=mark),), "progress")


# The chapter on assent


def assent_chapter(facts: Facts, document: Document, answers: list[Assent]) -> Chapter:
    if not answers:
        return Chapter("assent", "Stand van het akkoord", ())
    columns = (
        Column("Partij", 38),
        Column("1  Akkoord aan tafel", 50),
        Column("2  Formeel besluit", 44, rule=True),
        Column("3  Ondertekening", 28, rule=True, private=True),
    )
    rows = tuple(_assent_row(facts, a) for a in answers)
    lead = (
        "Drie dingen staan hier los van elkaar: wat een partij aan tafel zegt, wat haar bestuur "
        "besluit, en wie tekent."
    )
    when = f"Stand op {long_date(facts.today)}."
    blocks: list[Block] = [
        Paragraph(rich(lead), "lead"),
        Paragraph(rich(when), "note"),
        Table(columns, rows, "Stand van het akkoord"),
    ]
    blocks += _exceptions(facts, document, answers)
    blocks.append(Paragraph(_what_it_means(facts, document, answers)))
    return Chapter("assent", "Stand van het akkoord", tuple(blocks), new_page=True)


def _assent_row(facts: Facts, given: Assent) -> Row:
    first: Rich = (Run(answer(facts, given), "strong"),)
    if given.table_on:
        word = " op " if given.table is TableAssent.SUBMITTED else ", "
        first = (*first, Run(f"{word}{short_date(given.table_on)}"))
    lines = [first, rich(until(given)), rich(given.note)]
    if given.acceptable:
        lines.append((Run("Wat wel kan: ", "strong"), Run(given.acceptable)))
    formal = decided(facts, given)
    decision = [rich(formal) if formal else NOT_DONE]
    if given.reference:
        decision.append(rich(f"kenmerk {given.reference}"))
    by = signed(given)
    cells = (
        Cell((rich(party(facts, given.party), "strong"),)),
        Cell(tuple(line for line in lines if line), mark_of(facts, given)),
        Cell(tuple(decision)),
        Cell((rich(by) if by else NOT_DONE,)),
    )
    return Row(cells, given.party)


def _exceptions(facts: Facts, document: Document, answers: list[Assent]) -> list[Block]:
    numbers = numbers_in(facts, document)
    found: list[Block] = []
    for assent in answers:
        for deviation in deviations(facts, assent):
            agreement = facts.get(Agreement, deviation.agreement)
            if agreement is None or deviation.table is assent.table:
                continue
            which = (
                f"afspraak {numbers[agreement.id]}" if agreement.id in numbers else "een afspraak"
            )
            word = answer(facts, deviation)
            name = party(facts, assent.party)
            head = (Run(f"{name}: {word[:1].lower()}{word[1:]} met {which}", "strong"),)
            title = Run(f" ({agreement.title}).", private=agreement.confidential)
            lines: list[Block] = [Paragraph((*head, title), mark=MARKS[deviation.table])]
            lines += _labelled("Waarom", deviation.note) + _labelled(
                "Wat wel kan", deviation.acceptable
            )
            entry = Entry("Uitzondering op één afspraak", tuple(lines), tone="attention")
            found.append(KeyValues((entry,), "box", agreement.confidential))
    return found


def _labelled(label: str, text: str) -> list[Block]:
    return [Paragraph((Run(f"{label}: ", "strong"), Run(text)))] if text else []


def _what_it_means(facts: Facts, document: Document, answers: list[Assent]) -> Rich:
    kind = named_kind(facts, document)
    all_of = f"alle {counted(len(answers), Party.names)} akkoord zijn en hun bestuur"
    if len(answers) == 1:
        all_of = "de partij die tekent akkoord is en haar bestuur"
    return (
        Run("Wat dit betekent. ", "strong"),
        Run(
            f"Het {kind} is vastgesteld als {all_of} een besluit heeft genomen. Wie wijzigt, "
            "legt opnieuw voor: een akkoord geldt alleen voor de versie waarop het is gegeven."
        ),
    )


def frozen(facts: Facts, version: Version) -> tuple[Chapter, ...]:
    """The chapters as they were when this version was submitted; none if that was not kept."""
    if version.content is None:
        return ()
    return from_json(facts.source.blob(version.content).decode())


def kept_secret(facts: Facts, chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """The same, with what became confidential since it was frozen marked as such."""
    secret = {str(a.id) for a in facts.all(Agreement) if a.confidential}
    if not secret:
        return chapters
    return tuple(replace(c, blocks=tuple(_marked(c.blocks, secret))) for c in chapters)


def _marked(blocks: tuple[Block, ...], secret: set[str]) -> Iterator[Block]:
    anchor = ""
    for block in blocks:
        if isinstance(block, Heading):
            anchor = block.anchor
        if isinstance(block, Table):
            rows = [replace(r, private=r.private or r.anchor in secret) for r in block.rows]
            yield replace(block, rows=tuple(rows))
        else:
            yield replace(block, private=True) if anchor in secret else block


def parties_in_order(facts: Facts, answers: list[Assent]) -> list[Party]:
    ids = {a.party for a in answers}
    return [p for p in in_order(facts.all(Party)) if p.id in ids]
