"""Writes a mail as a draft that a mail program opens, with the papers attached."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from ozj_desktop.exchange.mail_text import (
    Letter,
    addressed,
    having_mail,
    informed,
    letter,
    mail_for,
    receivers,
)
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.exchange.swap import file_name
from ozj_desktop.model.addresses import addresses_in, as_the_network_knows_it, is_address
from ozj_desktop.model.documents import Document
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Contact, Party

Attachment = tuple[str, bytes, str]  # name, content, and its MIME type

LONGEST_LINE = 75  # 76 is the most beside an encoded word (RFC 2047)
_POLICY = SMTP.clone(max_line_length=LONGEST_LINE)
_EMPTY_LINE = re.compile(rb"^([A-Za-z-]+:)\r\n( .*)\r$", re.MULTILINE)


@dataclass(frozen=True)
class Addressees:
    """Who can be reached, and in words who cannot."""

    to: tuple[Address, ...]
    unreachable: tuple[str, ...]


def write_mail(
    facts: Facts,
    document: Document,
    target: Path,
    *,
    attachments: Sequence[Attachment],
    party: Party | None = None,
    told: Letter | None = None,
) -> list[str]:
    """Write a draft for all parties, or for one; give who lacks an address.

    `told` is what it says, else our own words. Who signs stands in To, who is informed in Cc.

    Nothing says who sends it or when: the mail program of the user does. Raise OSError where the
    file cannot be written.
    """
    names = tuple(_plain_name(name) for name, _, _ in attachments)
    told = told or letter_to(facts, document, party, names)
    to, cc = recipients(facts, document, party)
    message = _message(told, to.to, cc.to)
    for name, (_, content, mime) in zip(names, attachments, strict=True):
        main, _, sub = mime.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    target.write_bytes(_as_bytes(message))
    return [*to.unreachable, *cc.unreachable]


def letter_to(
    facts: Facts,
    document: Document,
    party: Party | None,
    names: tuple[str, ...] = (),
    *,
    who: str = "",
    telling: bool = False,
) -> Letter:
    """Our words for one party, or for all of them."""
    if party:
        return mail_for(facts, document, party, names, who=who)
    return letter(facts, document, names, who=who, telling=telling)


def recipients(
    facts: Facts, document: Document, party: Party | None
) -> tuple[Addressees, Addressees]:
    """Who gets it, and who gets it to know of it; nobody twice."""
    if party:
        return addressees(facts, [party]), Addressees((), ())
    return _each_once(facts, addressed(facts, document), informed(facts, document))


def everybody(facts: Facts) -> tuple[Addressees, Addressees]:
    """Where it is about no document: who signs gets it, the others to know of it."""
    parties = in_order(facts.all(Party))
    return _each_once(facts, [p for p in parties if p.signs], having_mail(facts, parties))


def _each_once(
    facts: Facts, first: Sequence[Party], then: Sequence[Party]
) -> tuple[Addressees, Addressees]:
    to = addressees(facts, first)
    known = {address.addr_spec.casefold() for address in to.to}
    cc = addressees(facts, [party for party in then if party not in first])
    others = tuple(a for a in cc.to if a.addr_spec.casefold() not in known)
    return to, Addressees(others, cc.unreachable)


def write_letter(told: Letter, target: Path, to: Addressees, cc: Addressees) -> None:
    """A draft that nothing goes with. Raise OSError where it cannot be."""
    target.write_bytes(_as_bytes(_message(told, to.to, cc.to)))


def addressees(facts: Facts, parties: Sequence[Party]) -> Addressees:
    """The people of these parties that get the papers, each once."""
    to: dict[str, Address] = {}
    unreachable: list[str] = []
    for party in parties:
        people = receivers(facts, party)
        if not any(one_line(contact.email) for contact in people):
            unreachable.append(one_line(party.name))
        for contact in people:
            good, wrong = _addresses(contact)
            for address in good:
                to.setdefault(address.addr_spec.casefold(), address)
            who = one_line(contact.name) or one_line(contact.function) or "iemand"
            unreachable += [
                f"{who} van {one_line(party.name)} (‘{text}’ is geen e-mailadres)" for text in wrong
            ]
    return Addressees(tuple(to.values()), tuple(unreachable))


def _addresses(contact: Contact) -> tuple[list[Address], list[str]]:
    """Good ones and wrong ones; one field may hold several."""
    good, wrong = [], []
    for text in map(one_line, addresses_in(contact.email)):
        if is_address(text):
            user, _, domain = as_the_network_knows_it(text).rpartition("@")
            name = one_line(contact.name)[:100]
            good.append(Address(name, user, domain))
        elif text:
            wrong.append(text[:80])
    return good, wrong


def _message(told: Letter, to: tuple[Address, ...], cc: tuple[Address, ...] = ()) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"  # Outlook and Thunderbird open it as a mail that is not sent yet
    if to:
        message["To"] = to
    if cc:
        message["Cc"] = cc
    message["Subject"] = one_line(told.subject)[:250]
    message.set_content(told.text, cte="quoted-printable")
    message.add_alternative(told.html, subtype="html", cte="quoted-printable")
    return message


def _as_bytes(message: EmailMessage) -> bytes:
    """Python leaves the line of a name empty where what follows fits on the next one exactly.

    Mail programs then show a subject that begins with a space.
    """
    head, end, body = message.as_bytes().partition(b"\r\n\r\n")
    return _EMPTY_LINE.sub(_filled, head + b"\r")[:-1] + end + body


def _filled(found: re.Match[bytes]) -> bytes:
    """The line begun beside the name, and broken at a space where it is too long."""
    line = found[1] + found[2]
    cut = line.rfind(b" ", len(found[1]) + 1, LONGEST_LINE) if len(line) > LONGEST_LINE else 0
    broken = line[:cut] + b"\r\n" + line[cut:] if cut > 0 else line
    return broken + b"\r"


def _plain_name(name: str) -> str:
    """A name that every mail program shows as it is."""
    if name.isascii() and name.isprintable() and len(name) <= 100 and not set(name) & set('/\\"'):
        return name
    stem, dot, suffix = name.rpartition(".")
    return file_name(stem, suffix=f".{suffix}" if suffix.isalnum() else "") if dot else "bijlage"
