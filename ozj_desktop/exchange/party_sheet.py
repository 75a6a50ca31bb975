"""Partijblad: all there is of one party on one A4, to take to a talk. Internal: it names people."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ozj_desktop.exchange.agreement_text import when
from ozj_desktop.model import assent, phrases
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.areas import Area
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Chapter,
    Column,
    Cover,
    Entry,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    Paragraph,
    Rich,
    Row,
    Run,
    Table,
    rich,
)
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, TableAssent, Version
from ozj_desktop.model.dutch import (
    capital,
    counted,
    listed,
    long_date,
    short_date,
    short_when,
    sort_key,
)
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Id
from ozj_desktop.model.route import roads

USUAL = 8  # empty lines to write on
# As much as one page has room for: fewer lines, then no more than the names of what is open.
FITTING = [(lines, briefly) for briefly in (False, True) for lines in (USUAL, 4, 3, 2)]
ON_TWO = (USUAL, False)
Pair = tuple[Contribution, Agreement]

FEW = 6  # agreements that are named in one line
MOST = 40  # promises; a party with more has a list of its own
GIVES = {
    "Brengt in": ("brings",),
    "Haalt": ("gets",),
    "Levert in": ("gives_up",),
    "Inzet": ("time", "money", "people"),
}


def party_sheet(
    facts: Facts, party: Party, lines: int = USUAL, *, briefly: bool = False
) -> Manuscript:
    """Who it is, what it said and promised, what is late, and `lines` for what we want to ask.

    `briefly` names what is no promise yet on one line.
    """
    about = facts.one(Collaboration)
    chapters = (
        Chapter("people", "Wie u spreekt", _people(facts, party)),
        Chapter("says", "Wat zij van de stukken zegt", _says(facts, party)),
        Chapter("promises", "Wat zij belooft", _promises(facts, party)),
        Chapter("open", "Nog geen belofte", _unpromised(facts, party, briefly)),
        Chapter("actions", "Nog te doen", _actions(facts, party)),
        Chapter("gives", "Wat zij brengt en haalt", _gives(party)),
        Chapter("questions", "Wat wij willen vragen", (_questions(lines),)),
    )
    return _dressed(facts, party, about, tuple(c for c in chapters if c.blocks))


def _dressed(
    facts: Facts, party: Party, about: Collaboration, chapters: tuple[Chapter, ...]
) -> Manuscript:
    area = facts.get(Area, about.area)
    return Manuscript(
        cover=Cover(
            f"Partijblad, {long_date(facts.today)}",
            str(party),
            _who(facts, party),
            _attention(facts, party),
            KeyValues(()),
            about.name,
            area.name if area else "",
        ),
        chapters=chapters,
        running=f"Partijblad {party}",
        status="Intern",
        final=False,
        foot="Intern: hier staan namen en telefoonnummers in. Niet delen."
        + (" · verzonnen voorbeeld" if about.fictitious else ""),
        title=f"Partijblad: {party}",
        author=about.name,
        logo=facts.source.blob(about.logo) if about.logo else b"",
        colour=about.colour,
        attention=about.attention_colour,
    )


def _who(facts: Facts, party: Party) -> str:
    """Jeugdgezondheidszorg (JGZ), onderdeel van …; tekent mee."""
    kind = phrases.item(facts, party.kind) or (party.domain.label if party.domain else "")
    within = phrases.party(facts, party.part_of_party)
    by = phrases.party(facts, party.represented_by)
    parts = (
        kind,
        f"onderdeel van {within}" if within else "",
        f"vertegenwoordigd door {by}" if by else "",
        "tekent mee" if party.signs else "praat mee, tekent niet",
    )
    return capital(", ".join(part for part in parts if part)) + "."


# What asks attention first


def _attention(facts: Facts, party: Party) -> tuple[Block, ...]:
    found = [*_late_words(facts, party)]
    if not found:
        return ()
    items = tuple(Item(rich(text), mark=Mark.LATE) for text in found)
    return (KeyValues((Entry("Let op", (Listing(items),), tone="attention"),), "box"),)


def _late_words(facts: Facts, party: Party) -> Iterator[str]:
    for document, given in _answers(facts, party):
        due = document.asks_by
        asked = given.table in (TableAssent.SUBMITTED, TableAssent.NOT_ASKED)
        if asked and due and due < facts.today:
            yield f"Nog geen antwoord over ‘{document.name}’, gevraagd voor {long_date(due)}."
        until = given.reservation_until
        if given.table is TableAssent.RESERVED and until and until < facts.today:
            yield f"Het voorbehoud bij ‘{document.name}’ liep tot {long_date(until)}."
    for document in assent.running(facts):
        for road in roads(facts, document):
            if road.party.id == party.id and road.late(facts.today) and road.hand_in:
                yield f"‘{document.name}’ moest op {long_date(road.hand_in)} zijn aangeleverd."
    behind = [a.title for _, a in _contributions(facts, party) if a.progress is Progress.BEHIND]
    if behind:
        yield f"Loopt achter: {listed(f'‘{title}’' for title in behind)}."
    late = sum(action.late(facts.today) for action in _own_actions(facts, party))
    if late:
        yield f"{counted(late, Action.names)} te laat; zie hieronder."


# The parts


def _people(facts: Facts, party: Party) -> tuple[Block, ...]:
    found = facts.of(Contact, "party", party.id)
    if not found:
        return (_empty("Er staat nog geen contactpersoon bij deze partij."),)
    columns = (
        *(Column("Naam", 18), Column("Functie", 33), Column("E-mail", 35)),
        *(Column("Telefoon", 20), Column("Tekent", 9)),
    )
    rows = tuple(
        _row(
            rich(c.name or "zonder naam"),
            rich(c.function),
            (Run(c.email, link=f"mailto:{c.email}" if _is_one(c.email) else ""),),
            rich(c.phone),
            rich("ja" if c.signs else "nee"),
        )
        for c in found
    )
    return (Table(columns, rows, "De mensen van deze partij"),)


def _is_one(email: str) -> bool:
    return "@" in email and not set(email) & set(" ,;\n")


def _answers(facts: Facts, party: Party) -> Iterator[tuple[Document, Assent]]:
    """Of each document that runs, what it says of the newest version."""
    for document in assent.running(facts):
        version = assent.latest(facts, document.id)
        for given in assent.asked(facts, version) if version else ():
            if given.party == party.id:
                yield document, given


def _says(facts: Facts, party: Party) -> tuple[Block, ...]:
    found = [*_answers(facts, party)]
    if not found:
        return ()
    columns = (
        *(Column("Stuk", 28), Column("Akkoord aan tafel", 46)),
        *(Column("Besluit", 22), Column("Getekend", 13)),
    )
    rows = tuple(_answer_row(facts, document, given) for document, given in found)
    return (Table(columns, rows, "Wat deze partij van de stukken zegt"),)


def _answer_row(facts: Facts, document: Document, given: Assent) -> Row:
    version = facts.get(Version, given.version)
    told = [rich(phrases.answer(facts, given))]
    told += [rich(text, "soft") for text in (phrases.until(given), given.note) if text]
    if given.acceptable:
        told.append(rich(f"Wat wel kan: {given.acceptable}", "soft"))
    for own in assent.still_deviating(facts, given):
        title = facts.get(Agreement, own.agreement)
        words = f"{title.title if title else 'Een afspraak'}: {own.table.label}"
        told.append(rich(f"{words}. {own.note}".rstrip(". ") + ".", "soft"))
    return Row(
        (
            Cell(((Run(document.name, "strong"), Run(f", {version}" if version else "")),)),
            Cell(tuple(told), phrases.mark_of(facts, given)),
            Cell((rich(phrases.decided(facts, given) or "nog niet"),)),
            Cell((rich(short_date(given.signed_on) if given.signed_on else "nog niet"),)),
        )
    )


def _contributions(facts: Facts, party: Party) -> list[Pair]:
    """In the order of their days; what is kept apart as confidential stays out of it."""
    found = [
        (own, agreement)
        for own in facts.of(Contribution, "party", party.id)
        if (agreement := facts.get(Agreement, own.agreement)) and not agreement.confidential
    ]
    return sorted(found, key=lambda pair: (_day(*pair), sort_key(pair[1].title)))


def _by(own: Contribution, agreement: Agreement) -> date | str | None:
    return own.by or agreement.ends_on


def _day(own: Contribution, agreement: Agreement) -> date:
    """Where it stands among days: what has none comes last."""
    by = _by(own, agreement)
    return by if isinstance(by, date) else date.max


def _unpromised(facts: Facts, party: Party, briefly: bool) -> tuple[Block, ...]:
    """What is asked of it while nothing is settled yet: in a bilateral this is what it is about."""
    why = assent.unpromised(facts, party)
    found = [pair for pair in _contributions(facts, party) if pair[1].id in why]
    if not found:
        return ()
    if briefly:
        return (_named(found, why),)
    columns = (
        *(Column("Afspraak", 38), Column("Wat wij vragen", 44)),
        *(Column("Wanneer", 13), Column("Stand", 16)),
    )
    rows = tuple(
        _told(own, agreement, Cell((rich(why[agreement.id]),))) for own, agreement in found[:FEW]
    )
    more = len(found) - FEW
    rest = (_note(f"En nog {counted(more, Agreement.names)}."),) if more > 0 else ()
    return (Table(columns, rows, "Wat nog geen belofte is"), *rest)


def _named(found: Sequence[Pair], why: Mapping[Id[Agreement], str]) -> Paragraph:
    told = [f"{a.title or 'Afspraak zonder titel'} ({why[a.id]})" for _, a in found[:FEW]]
    more = f" en nog {len(found) - FEW}" if len(found) > FEW else ""
    return Paragraph(rich(f"{'; '.join(told)}{more}."))


def _promises(facts: Facts, party: Party) -> tuple[Block, ...]:
    all_of_it, open = _contributions(facts, party), assent.unpromised(facts, party)
    secret = len(facts.of(Contribution, "party", party.id)) - len(all_of_it)
    found = [pair for pair in all_of_it if pair[1].id not in open]
    blocks: list[Block] = []
    if found:
        columns = (
            *(Column("Afspraak", 38), Column("Wat zij doet", 44)),
            *(Column("Wanneer", 13), Column("Voortgang", 16)),
        )
        rows = tuple(_promise(own, agreement) for own, agreement in found[:MOST])
        blocks.append(Table(columns, rows, "Wat deze partij belooft"))
    if len(found) > MOST:
        blocks.append(_note(f"En nog {counted(len(found) - MOST, Agreement.names)}."))
    if secret:
        are = "staat" if secret == 1 else "staan"
        blocks.append(_note(f"{counted(secret, _SECRET)} {are} hier niet bij."))
    if all_of_it and not blocks:
        return (_empty("Deze partij heeft nog niets beloofd."),)
    return tuple(blocks) or (_empty("Deze partij staat nog in geen enkele afspraak."),)


_SECRET = ("vertrouwelijke afspraak", "vertrouwelijke afspraken")


def _promise(own: Contribution, agreement: Agreement) -> Row:
    mark = phrases.PROGRESS_MARKS[agreement.progress]
    return _told(own, agreement, Cell((rich(agreement.progress.label),), mark))


def _told(own: Contribution, agreement: Agreement, state: Cell) -> Row:
    role = "" if own.role is Role.PARTNER else own.role.label
    by = _by(own, agreement)
    until = short_when(by) if by else when(agreement)
    titled = (Run(agreement.title or "Afspraak zonder titel", "strong"),)
    told = (f"{role}: " if role and own.what else role) + own.what
    return Row((Cell((titled,)), Cell((rich(told),)), Cell((rich(until),)), state))


def _own_actions(facts: Facts, party: Party) -> list[Action]:
    people: set[Id[Contact]] = {c.id for c in facts.of(Contact, "party", party.id)}
    found = [
        a for a in facts.all(Action) if a.running and (a.party == party.id or a.contact in people)
    ]
    return sorted(found, key=lambda a: (a.due or date.max, sort_key(a.what)))


def _actions(facts: Facts, party: Party) -> tuple[Block, ...]:
    items = tuple(_action(facts, action) for action in _own_actions(facts, party))
    return (Listing(items),) if items else ()


def _action(facts: Facts, action: Action) -> Item:
    person = facts.get(Contact, action.contact)
    late = action.late(facts.today)
    due = f"{'te laat: ' if late else ''}{long_date(action.due)}" if action.due else "zonder datum"
    told = " · ".join(part for part in (person.name if person else "", due) if part)
    words = (Run(str(action), "strong"), Run(f" · {told}", "soft"))
    return Item(words, mark=Mark.LATE if late else Mark.BOX)


def _gives(party: Party) -> tuple[Block, ...]:
    told = {
        label: "; ".join(text for n in names if (text := " ".join(getattr(party, n).split())))
        for label, names in GIVES.items()
    }
    return tuple(
        Paragraph((Run(f"{label}: ", "strong"), Run(text))) for label, text in told.items() if text
    )


def _questions(lines: int) -> Table:
    """Lines to write on; the numbers say that there is nothing to read."""
    columns = (Column("", 4), Column("Onze vraag", 50), Column("Antwoord en afspraak", 54))
    rows = tuple(Row((Cell((rich(str(n)),)), Cell(), Cell())) for n in range(1, lines + 1))
    return Table(columns, rows, "Ruimte om te schrijven", numbered=True)


def _row(*cells: Rich) -> Row:
    return Row(tuple(Cell((text,) if text else ()) for text in cells))


def _empty(text: str) -> Paragraph:
    return Paragraph(rich(text, "empty"))


def _note(text: str) -> Paragraph:
    return Paragraph(rich(text), "note")
