"""A mail before it is made: to whom, what it says and what goes with it, to read and to change."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from email.headerregistry import Address

from ozj_desktop.exchange.export import suggested_name
from ozj_desktop.exchange.mail import everybody, letter_to, recipients
from ozj_desktop.exchange.mail_text import (
    CLOSING,
    Letter,
    attached,
    has_answers,
    what_goes_along,
)
from ozj_desktop.exchange.which import chosen_document, chosen_party
from ozj_desktop.model.facts import Facts

FORMS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}  # what can go with it
USUAL = ("pdf",)


@dataclass(frozen=True)
class Draft:
    """`tells` is whether there is a text too that names what each party said."""

    subject: str
    tells: bool
    to: tuple[str, ...]
    cc: tuple[str, ...]
    unreachable: tuple[str, ...]
    names: dict[str, str]  # of the files that can go with it, by form
    _words: Callable[[tuple[str, ...], bool], str]

    def text(self, forms: Collection[str] = USUAL, telling: bool = False) -> str:
        """Our words, with these files and no others in it."""
        return self._words(self._files(forms), telling)

    def retold(
        self, text: str, before: Collection[str], forms: Collection[str], telling: bool
    ) -> str:
        """A text that was maybe changed by hand, with other files in it and all else as it was."""
        if text.strip() == self.text(before, telling).strip():
            return self.text(forms, telling)
        old, new = self._files(before), self._files(forms)
        was, now = _told(old), _told(new)
        if was and was in text:
            text = text.replace(was, now, 1)
        elif now and CLOSING in text:
            text = text.replace(CLOSING, now + CLOSING, 1)
        return text.replace(what_goes_along(old), what_goes_along(new), 1)

    def _files(self, forms: Collection[str]) -> tuple[str, ...]:
        return tuple(name for form, name in self.names.items() if form in forms)


def _told(names: tuple[str, ...]) -> str:
    return "".join(f"{part.plain()}\n\n" for part in attached(names))


def mail_draft(facts: Facts, document: str, party: str = "", *, who: str = "") -> Draft:
    """Of what `export` would write for a request like this."""
    paper = chosen_document(facts, document)
    own = chosen_party(facts, paper, party) if party else None
    to, cc = recipients(facts, paper, own)

    def words(names: tuple[str, ...], telling: bool) -> str:
        return letter_to(facts, paper, own, names, who=who, telling=telling).text

    return Draft(
        letter_to(facts, paper, own, who=who).subject,
        not own and has_answers(facts, paper),
        tuple(map(_shown, to.to)),
        tuple(map(_shown, cc.to)),
        (*to.unreachable, *cc.unreachable),
        {form: suggested_name(facts, paper, form) for form in FORMS},
        words,
    )


def draft_for_everybody(facts: Facts, told: Letter) -> Draft:
    """Of what `write_letter` would write: nothing goes with it."""
    to, cc = everybody(facts)
    known, others = (tuple(map(_shown, found.to)) for found in (to, cc))
    unreachable = to.unreachable + cc.unreachable
    return Draft(told.subject, False, known, others, unreachable, {}, lambda _, __: told.text)


def _shown(address: Address) -> str:
    """Noor de Wit (n.dewit@ouders.nl)"""
    return f"{address.display_name} ({address.addr_spec})" if address.display_name else str(address)
