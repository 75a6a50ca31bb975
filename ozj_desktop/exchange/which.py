"""Which document and which party somebody means: by id, name, or a part of a name."""

from collections import Counter

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import latest, signatories
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.dutch import listed, sort_key
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Party


def chosen_document(facts: Facts, name: str) -> Document:
    """The document of that name; without a name the first that was submitted, else the first.

    A dossier without documents is taken as one document of all its agreements.
    """
    found = facts.all(Document)
    if not found and not name.strip():
        return all_agreements(facts)
    if not found:
        raise UserError(f"Een stuk ‘{name}’ is er niet: in dit dossier staan nog geen stukken.")
    if name:
        return _by_name(found, name)
    submitted = [d for d in found if latest(facts, d.id)]
    return (submitted or found)[0]


def _by_name(found: list[Document], name: str) -> Document:
    wanted = sort_key(name.strip())
    same = [d for d in found if d.id == name or sort_key(d.name) == wanted]
    near = same or [d for d in found if wanted in sort_key(d.name)]
    if len(near) == 1:
        return near[0]
    names = listed(told_apart([(f"‘{d.name}’", d.id) for d in near or found]))
    problem = "past bij meer stukken" if near else "is er niet"
    raise UserError(f"Een stuk ‘{name}’ {problem}. Kies uit {names}.")


def all_agreements(facts: Facts) -> Document:
    """All of them as one document, that is added to the facts and not to the dossier."""
    about = facts.one(Collaboration)
    document = Document(
        name=about.name or "Onze afspraken", starts_on=about.starts_on, ends_on=about.ends_on
    )
    places = [
        Inclusion(document=document.id, agreement=agreement.id, position=place)
        for place, agreement in enumerate(facts.all(Agreement))
    ]
    facts.add(document, *places)
    return document


def any_party(facts: Facts, name: str) -> Party:
    """One of all parties; it need not sign anything."""
    found = in_order(facts.all(Party))
    if not found:
        raise UserError("In dit dossier staan nog geen partijen.")
    return _party_named(found, name)


def chosen_party(facts: Facts, document: Document, name: str) -> Party:
    """One of those that sign this document."""
    found = signatories(facts, document)
    if not found:
        remedy = "Zet bij Partijen ‘Tekent mee’ aan bij wie u om akkoord vraagt."
        raise UserError(f"‘{document.name}’ heeft nog geen partij die tekent. {remedy}")
    return _party_named(found, name)


def _party_named(found: list[Party], name: str) -> Party:
    wanted = sort_key(name.strip())
    same = [p for p in found if p.id == name] or [
        p for p in found if wanted and wanted in (sort_key(p.name), sort_key(p.short_name))
    ]
    near = same or [p for p in found if wanted and wanted in sort_key(p.name)]
    if len(near) == 1:
        return near[0]
    names = listed(told_apart([(p.name, p.id) for p in near or found]))
    which = f"Welke partij bedoelt u met ‘{name}’?" if wanted else "Om welke partij gaat het?"
    raise UserError(f"{which} Kies uit {names}.")


def told_apart(found: list[tuple[str, str]]) -> list[str]:
    """Names; where two things have the same one, with the id that does as well."""
    count = Counter(sort_key(name) for name, _ in found)
    return [f"{name} ({id})" if count[sort_key(name)] > 1 else name for name, id in found]
