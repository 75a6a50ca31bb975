"""Submitting a document: its text is frozen, and every signing party is asked."""

from datetime import date

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.agreement_state import frozen
from ozj_desktop.exchange.agreement_text import text_chapters
from ozj_desktop.exchange.manuscript import frozen_text
from ozj_desktop.model.assent import included, latest, signatories
from ozj_desktop.model.difference import Difference, differences
from ozj_desktop.model.documents import Document, Stage, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Id
from ozj_desktop.model.versions import asks_others, next_number, submitted
from ozj_desktop.store.dossier import Dossier


def submit(
    dossier: Dossier, document: Id[Document], today: date, *, what: str = "", reason: str = ""
) -> Version:
    """Freeze the text as its next version, in one step; the version that was made.

    At stage EDITORIAL only words were mended: assent stays. Raise UserError where there is nothing
    to submit, nobody to ask, or nothing that changed.
    """
    facts = Facts(dossier, today)
    paper = dossier.get(Document, document)
    _refuse_if_pointless(facts, paper)
    label = "corrected" if paper.stage is Stage.EDITORIAL else "submitted"
    with dossier.step(label, reason=reason):
        content = dossier.keep(frozen_text(facts, paper))
        made = submitted(facts, paper, content, today, what, reason)
        dossier.save(*made)
    return next(record for record in made if isinstance(record, Version))


def changes_since(facts: Facts, document: Document) -> list[Difference]:
    """What the text of today says otherwise than the newest version; empty without a version."""
    newest = latest(facts, document.id)
    then = frozen(facts, newest) if newest else ()
    return differences(then, text_chapters(facts, document)) if then else []


def next_version(facts: Facts, document: Document) -> str:
    """The number that the next version gets: "2", "1.1"."""
    major, minor = next_number(facts, document)
    return f"{major}.{minor}" if minor else str(major)


def _refuse_if_pointless(facts: Facts, document: Document) -> None:
    name = f"‘{document.name}’"
    if document.stage is Stage.FROZEN:
        raise UserError(f"De tekst van {name} ligt al vast. Begin eerst een nieuwe versie.")
    if not included(facts, document):
        raise UserError(f"In {name} staan nog geen afspraken. Kies eerst welke erin horen.")
    if not signatories(facts, document):
        raise UserError(
            "Er is nog geen partij die meetekent. Zet bij Partijen ‘Tekent mee’ aan bij wie u "
            "om akkoord vraagt."
        )
    if document.stage is Stage.EDITORIAL:
        _refuse_if_more_than_words(facts, document)
    newest = latest(facts, document.id)
    if newest and frozen(facts, newest) and not changes_since(facts, document):
        raise UserError(
            f"De tekst is gelijk aan {newest}. Er is niets om opnieuw voor te leggen: laat de "
            "tekst liggen zoals zij lag."
        )


def _refuse_if_more_than_words(facts: Facts, document: Document) -> None:
    """Assent stays only where nothing came or went: no agreement, party, date or paragraph."""
    more = [d for d in changes_since(facts, document) if not d.before or not d.after]
    if more or asks_others(facts, document):
        where = f" ({more[0].place}, {more[0].label})" if more else " (wie tekenen)"
        raise UserError(
            f"Dit is meer dan een redactionele verbetering{where}: er kwam iets bij of er ging "
            "iets weg. Begin een nieuwe versie; dan vraagt u opnieuw om akkoord."
        )
