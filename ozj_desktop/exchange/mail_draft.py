"""A mail before it is made: to whom, what it says and what goes with it, to read and to change."""

from dataclasses import dataclass
from email.headerregistry import Address

from ozj_desktop.exchange.export import chosen_document, chosen_party, suggested_name
from ozj_desktop.exchange.mail import letter_to, recipients
from ozj_desktop.exchange.mail_text import has_answers
from ozj_desktop.model.facts import Facts


@dataclass(frozen=True)
class Draft:
    """`telling` is the text that also names what each party said; "" where there is no other."""

    subject: str
    text: str
    telling: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    unreachable: tuple[str, ...]
    attached: tuple[str, ...]


def mail_draft(facts: Facts, document: str, party: str = "", *, who: str = "") -> Draft:
    """Of what `export` would write for a request like this."""
    paper = chosen_document(facts, document)
    own = chosen_party(facts, paper, party) if party else None
    names = tuple(suggested_name(facts, paper, form) for form in ("pdf", "xlsx"))
    told = letter_to(facts, paper, own, names, who=who)
    naming = letter_to(facts, paper, own, names, who=who, telling=True)
    to, cc = recipients(facts, paper, own)
    return Draft(
        told.subject,
        told.text,
        naming.text if not own and has_answers(facts, paper) else "",
        tuple(map(_shown, to.to)),
        tuple(map(_shown, cc.to)),
        (*to.unreachable, *cc.unreachable),
        names,
    )


def _shown(address: Address) -> str:
    """Noor de Wit (n.dewit@ouders.nl)"""
    return f"{address.display_name} ({address.addr_spec})" if address.display_name else str(address)
