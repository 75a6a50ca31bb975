"""What a mail says: what goes with it, and what is asked of whom by when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from html import escape

from ozj_desktop.exchange.plain_text import clean, one_line
from ozj_desktop.model.agreements import Decision
from ozj_desktop.model.assent import asked, has_exception, latest, of_document, signatories
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Stage, TableAssent
from ozj_desktop.model.dutch import capital, listed, long_date, sort_key
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.phrases import answer, exceptions, item, party, until

CLOSING = "Met vriendelijke groet,"
_BULLET, _NUMBER = re.compile(r"- "), re.compile(r"\d{1,3}\. ")


class Group(Enum):
    """Parties of which the same is asked; who has most to do comes first."""

    SILENT = "Nog geen antwoord"
    REFUSED = "Niet akkoord"
    EXCEPT = "Akkoord, met een uitzondering"
    RESERVED = "Akkoord onder voorbehoud"
    AGREED = "Akkoord, bestuur besluit nog"
    DECIDED = "Akkoord, bestuur heeft besloten"


@dataclass(frozen=True)
class Part:
    """A paragraph, or lines below one another; `strong` words stand before it."""

    text: str = ""
    strong: str = ""
    lines: tuple[str, ...] = ()
    numbered: bool = False

    def plain(self) -> str:
        words = f"{self.strong} {self.text}".strip()
        lines = [
            f"{f'{n}.' if self.numbered else '-'} {line}" for n, line in enumerate(self.lines, 1)
        ]
        return "\n".join([words, *lines] if words else lines)

    def html(self) -> str:
        strong = f"<strong>{_html(self.strong)}</strong> " if self.strong else ""
        words = f"<p>{strong}{_html(self.text)}</p>" if strong or self.text else ""
        tag = "ol" if self.numbered else "ul"
        items = "".join(f"<li>{_html(line)}</li>" for line in self.lines)
        return words + (f"\n<{tag}>{items}</{tag}>" if items else "")


@dataclass(frozen=True)
class Letter:
    """A mail without its addresses and attachments."""

    subject: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(part.plain() for part in self.parts) + "\n"

    @property
    def html(self) -> str:
        body = "\n".join(part.html() for part in self.parts)
        return (
            '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>'
            f"{escape(self.subject)}</title></head>\n"
            '<body style="font-family: Calibri, Arial, sans-serif; font-size: 11pt">\n'
            f"{body}\n</body></html>\n"
        )


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")


def letter(
    facts: Facts,
    document: Document,
    names: tuple[str, ...] = (),
    *,
    who: str = "",
    telling: bool = False,
) -> Letter:
    """One mail for all parties, that names nobody: `telling` also what each group said."""
    asks = _for_groups(facts, document) if telling else _for_all(facts, document)
    told = [*asks, *_to_know(facts, document)]
    return _letter(facts, document, "Beste partners,", told, names, who)


def mail_for(
    facts: Facts, document: Document, own: Party, names: tuple[str, ...] = (), *, who: str = ""
) -> Letter:
    """The mail for one party, with what we ask of that party."""
    people = [c for c in receivers(facts, own) if c.name.strip() and "@" in c.email]
    called = listed(one_line(c.name) for c in people) or f"collega’s van {one_line(own.name)}"
    hello = f"Beste {called},"
    return _letter(facts, document, hello, _for_party(facts, document, own), names, who)


def own_letter(subject: str, text: str) -> Letter:
    """What somebody wrote: an empty line begins a new paragraph."""
    found = (part.strip("\n") for part in re.split(r"\n[ \t]*\n", clean(text)))
    return Letter(one_line(subject), tuple(_as_part(part) for part in found if part.strip()))


def _as_part(text: str) -> Part:
    """A paragraph, with the list in which it ends."""
    lines = text.split("\n")
    for marks, numbered in ((_BULLET, False), (_NUMBER, True)):
        if not marks.match(lines[-1]):
            continue
        first = next(n for n in range(len(lines)) if all(map(marks.match, lines[n:])))
        items = tuple(marks.sub("", line, count=1) for line in lines[first:])
        return Part("\n".join(lines[:first]), lines=items, numbered=numbered)
    return Part(text)


def receivers(facts: Facts, own: Party) -> list[Contact]:
    """Who of a party gets the papers; those of the party that stands in where it has nobody."""
    found = [c for c in facts.of(Contact, "party", own.id) if c.gets_mail]
    if not found and own.represented_by:
        found = [c for c in facts.of(Contact, "party", own.represented_by) if c.gets_mail]
    return found


def addressed(facts: Facts, document: Document) -> list[Party]:
    """The parties that were asked, else those that will be."""
    version = latest(facts, document.id)
    given = asked(facts, version) if version else []
    found = [facts.get(Party, a.party) for a in given]
    return [p for p in found if p] or signatories(facts, document)


def informed(facts: Facts, document: Document) -> list[Party]:
    """The parties that do not sign this document, and have people who get the papers."""
    signing = {p.id for p in addressed(facts, document)}
    return [p for p in having_mail(facts, in_order(facts.all(Party))) if p.id not in signing]


def having_mail(facts: Facts, parties: Iterable[Party]) -> list[Party]:
    """Those with people of their own who get the papers."""
    return [p for p in parties if any(c.gets_mail for c in facts.of(Contact, "party", p.id))]


def _letter(
    facts: Facts,
    document: Document,
    hello: str,
    asks: list[Part],
    names: tuple[str, ...],
    who: str,
) -> Letter:
    sender = _sender(facts, who)
    parts = [
        Part(hello),
        Part(_what_it_is(facts, document, names)),
        *([] if _lapsed(document) else [*asks, *_signing(facts, document)]),
        *attached(names),
        *_questions(facts),
        Part(f"{CLOSING}\n{sender}".rstrip()),
    ]
    if facts.one(Collaboration).fictitious:
        parts.append(
            Part("Dit is een verzonnen voorbeeld: partijen, namen en cijfers bestaan niet.")
        )
    return Letter(_subject(facts, document), tuple(part for part in parts if part.plain()))


# What it is


def _name(document: Document) -> str:
    return one_line(document.name)[:120] or "Onze afspraken"


def _subject(facts: Facts, document: Document) -> str:
    standing, by = of_document(facts, document), _by(facts, document)
    if standing.version is None or standing.reworked:
        return f"{_name(document)} (concept): graag uw reactie{by}"
    called = f"{_name(document)}, {standing.version}"
    match standing.decision:
        case Decision.ADOPTED:
            return f"{called}: vastgesteld"
        case Decision.LAPSED:
            return f"{called}: vervallen"
    return f"{called}: graag uw antwoord{by}"


def _lapsed(document: Document) -> bool:
    return document.decision_set is Decision.LAPSED


def _by(facts: Facts, document: Document) -> str:
    """uiterlijk 9 december 2026; nothing when that day is past"""
    day = document.asks_by
    return f" uiterlijk {long_date(day)}" if day and day >= facts.today else ""


def _please_by(facts: Facts, document: Document) -> str:
    by = _by(facts, document)
    return f", graag{by}" if by else ""


def _what_it_is(facts: Facts, document: Document, names: tuple[str, ...]) -> str:
    standing = of_document(facts, document)
    kind = item(facts, document.kind) or document.names[0]
    version = standing.version
    if version is None:
        which = f"het concept van ‘{_name(document)}’ ({kind})"
    elif standing.reworked:
        which = f"het concept voor een nieuwe versie van ‘{_name(document)}’ ({kind})"
    else:
        on = f" van {long_date(version.submitted_on)}" if version.submitted_on else ""
        which = f"‘{_name(document)}’ ({kind}), {version}{on}"
    lead = one_line(document.lead)
    if _lapsed(document):
        return f"{capital(which)} is vervallen. U hoeft niets te doen."
    told = f"{what_goes_along(names)} {which}. {lead}".strip()
    if version is None or standing.reworked:
        told += " U hoeft nog niet te besluiten. We horen graag wat er beter kan."
    return told


def _general_asks(facts: Facts, document: Document) -> list[Part]:
    lines = tuple(one_line(line) for line in clean(document.asks).split("\n") if line.strip())
    parts = []
    if lines:
        by = _please_by(facts, document)
        parts.append(Part(f"Wat we vragen{by}:", lines=lines, numbered=True))
    if document.asks_by and document.asks_by < facts.today:
        told = f"We vroegen uiterlijk {long_date(document.asks_by)}. Die dag is voorbij."
        parts.append(Part(told))
    return parts


def _signing(facts: Facts, document: Document) -> list[Part]:
    day = document.signing_on
    if day is None or day < facts.today:
        return []
    return [Part(f"De ondertekening is op {long_date(day)}.")]


def attached(names: tuple[str, ...]) -> list[Part]:
    """What goes with it, by name."""
    if not names:
        return []
    return [Part("Bijlagen:" if len(names) > 1 else "Bijlage:", lines=names)]


def what_goes_along(names: tuple[str, ...]) -> str:
    return "Bij deze mail vindt u" if names else "Deze mail gaat over"


def _questions(facts: Facts) -> list[Part]:
    told = clean(facts.one(Collaboration).contact_point).strip()
    return [Part(told, "Vragen?")] if told else []


def _sender(facts: Facts, who: str) -> str:
    """The name of who writes, and below it the own party, else the one that directs."""
    about, who = facts.one(Collaboration), one_line(who)
    named = [c for c in facts.all(Contact) if who and sort_key(one_line(c.name)) == sort_key(who)]
    own = one_line(party(facts, named[0].party if len(named) == 1 else about.director))
    name = one_line(about.name)
    of = f"{own}, namens {name}" if own and name else own or name
    return "\n".join(line for line in (who, of) if line)


# What we ask of whom


def group_of(facts: Facts, given: Assent) -> Group:
    if has_exception(facts, given):
        return Group.EXCEPT
    match given.table:
        case TableAssent.AGREED:
            return Group.DECIDED if given.decided_on else Group.AGREED
        case TableAssent.RESERVED:
            return Group.RESERVED
        case TableAssent.REFUSED:
            return Group.REFUSED
    return Group.SILENT


def _answers(facts: Facts, document: Document) -> list[Assent]:
    """None while the text is being changed: then nobody has answered to it yet."""
    version = latest(facts, document.id)
    return asked(facts, version) if version and document.stage is not Stage.DRAFT else []


def has_answers(facts: Facts, document: Document) -> bool:
    """Whether any party said something that a mail could tell to the others."""
    return any(group_of(facts, a) is not Group.SILENT for a in _answers(facts, document))


def _for_groups(facts: Facts, document: Document) -> list[Part]:
    found: dict[Group, list[Assent]] = {}
    for given in _answers(facts, document):
        found.setdefault(group_of(facts, given), []).append(given)
    settled = set(found) == {Group.DECIDED}
    parts = [] if settled else _general_asks(facts, document)
    parts += [Part(strong="Wat we van wie vragen")] if found else []
    for group in Group:
        if group in found:
            names = listed(_named(facts, group, given) for given in found[group])
            told = f"{names}. {_asked_of(facts, group, document)}"
            parts.append(Part(told, f"{group.value}:"))
    return parts


def _for_all(facts: Facts, document: Document) -> list[Part]:
    """What is asked of whoever still has something to do, without naming anybody."""
    found = {group_of(facts, given) for given in _answers(facts, document)}
    if found == {Group.DECIDED}:
        return [Part("Alle partijen zijn akkoord en hebben besloten. Dank u wel.")]
    told = []
    if Group.SILENT in found:
        by = _please_by(facts, document)
        told.append(f"Liet u nog niet weten of u akkoord bent? Dan horen we dat{by or ' graag'}.")
    if found - {Group.SILENT, Group.DECIDED}:
        told.append("Heeft uw bestuur besloten? Stuur ons dan de datum en het kenmerk.")
    return [*_general_asks(facts, document), *([Part(" ".join(told))] if told else [])]


def _to_know(facts: Facts, document: Document) -> list[Part]:
    names = listed(one_line(party(facts, p.id, short=True)) for p in informed(facts, document))
    told = f"{names}. U tekent dit stuk niet; wilt u iets meegeven, dan horen we dat graag."
    return [Part(told, "Ter informatie:")] if names else []


def _named(facts: Facts, group: Group, given: Assent) -> str:
    name = one_line(party(facts, given.party, short=True))
    more = ""
    if group is Group.RESERVED:
        more = one_line(item(facts, given.reservation))
    elif group is Group.EXCEPT:
        more = exceptions(facts, given)
    return f"{name} ({more})" if more else name


def _asked_of(facts: Facts, group: Group, document: Document) -> str:
    """What depends on a decision elsewhere has no other date than that of the decision."""
    by = _please_by(facts, document)
    match group:
        case Group.SILENT:
            return f"Wilt u laten weten of u akkoord bent{by}?"
        case Group.REFUSED:
            return f"We willen graag begrijpen wat voor u wel kan. Wilt u ons bellen{by}?"
        case Group.EXCEPT:
            return f"Wat hebt u nodig om ook daarmee akkoord te gaan? Laat het ons weten{by}."
        case Group.RESERVED:
            return "Laat u ons weten of het voorbehoud vervalt, zodra dat is besloten?"
        case Group.AGREED:
            return "Dank u wel. Wilt u datum en kenmerk van het besluit sturen, zodra het er is?"
    return "Dank u wel. U hoeft nu niets te doen."


def _for_party(facts: Facts, document: Document, own: Party) -> list[Part]:
    given = next((a for a in _answers(facts, document) if a.party == own.id), None)
    if given is None:
        return _general_asks(facts, document)
    group = group_of(facts, given)
    told = Part(" ".join([*_said(facts, group, given), _asked_of(facts, group, document)]))
    return [told] if group is Group.DECIDED else [*_general_asks(facts, document), told]


def _said(facts: Facts, group: Group, given: Assent) -> Iterator[str]:
    """What we know this party to say; nothing of others."""
    name = one_line(party(facts, given.party))
    if group is Group.SILENT:
        since = f" Wij legden het voor op {long_date(given.table_on)}." if given.table_on else ""
        yield f"Van {name} hebben we nog geen antwoord.{since}"
        return
    told = one_line(answer(facts, given))
    yield f"{name} is {told[:1].lower()}{told[1:]}."
    if until(given):
        yield f"{capital(until(given))}."
    if group is Group.DECIDED and given.decided_on:
        yield f"Uw bestuur heeft besloten op {long_date(given.decided_on)}."
    elif group is Group.AGREED and given.planned_on:
        yield f"Het besluit van uw bestuur is gepland op {long_date(given.planned_on)}."
