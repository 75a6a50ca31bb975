"""Wat nu? The next sensible step with a document, from choosing agreements to signing."""

from typing import NamedTuple

from ozj_desktop.model.agreements import Decision
from ozj_desktop.model.assent import asked, has_exception, of_document, said
from ozj_desktop.model.documents import Assent, Document, Inclusion, Said, Stage, TableAssent
from ozj_desktop.model.dutch import counted, listed
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.phrases import called

NEAR = 4  # parties that are named; of more how many
UNANSWERED = (TableAssent.NOT_ASKED, TableAssent.SUBMITTED)
ASKING = {
    Said.REFUSED: "Vraag wat wel kan voor {}.",
    Said.EXCEPT: "Bespreek de uitzondering van {}.",
    Said.RESERVED: "Vraag of het voorbehoud vervalt: {}.",
}


class NextStep(NamedTuple):
    """What to do, and where: the words of a way to it, and the kind of part it is about."""

    told: str
    words: str = ""
    where: str = ""


def next_step(facts: Facts, document: Document) -> NextStep | None:
    """None for what lapsed."""
    standing = of_document(facts, document)
    if standing.decision is Decision.LAPSED:
        return None
    if not facts.of(Inclusion, "document", document.id):
        told = "Kies de afspraken die in dit stuk horen."
        return NextStep(told, "Kies afspraken", "inclusion")
    if document.stage is Stage.EDITORIAL:
        return NextStep("Verbeter de woorden en leg ze vast.", "Naar vastleggen", "version")
    if document.stage is Stage.DRAFT:
        again = " opnieuw" if standing.version else ""
        told = f"Kijk wat er nog ontbreekt, en leg het stuk{again} voor."
        return NextStep(told, "Naar voorleggen", "version")
    return _answers(facts, asked(facts, standing.version) if standing.version else [])


def _answers(facts: Facts, answers: list[Assent]) -> NextStep:
    """What lies fast goes from an answer to a decision, and from there to a signature."""

    def of(found: list[Assent]) -> str:
        return named(facts, found)

    silent = [a for a in answers if a.table in UNANSWERED]
    if silent:
        return NextStep(f"Vraag akkoord aan {of(silent)}.", "Naar akkoord", "version")
    apart = [a for a in answers if a.table is not TableAssent.AGREED or has_exception(facts, a)]
    if apart:
        told = f"Praat verder met {of(apart)}: daar is nog iets niet rond."
        return NextStep(told, "Naar akkoord", "version")
    undecided = [a for a in answers if not a.decided_on]
    if undecided:
        told = f"Iedereen is akkoord. Noteer het besluit van {of(undecided)}."
        return NextStep(told, "Naar besluiten", "decided")
    unsigned = [a for a in answers if not a.signed_on]
    if unsigned:
        told = f"Alle besluiten zijn er. Laat tekenen: {of(unsigned)}."
        return NextStep(told, "Naar ondertekening", "signed")
    return NextStep("Vastgesteld en getekend. Houd bij Afspraken bij hoe het gaat.")


def to_settle(facts: Facts, document: Document) -> list[tuple[Said, str]]:
    """What a document that lies fast asks first, the gravest first: what parties said, and what
    to do.
    """
    standing = of_document(facts, document)
    if standing.version is None or document.stage is Stage.DRAFT:
        return []
    answers = asked(facts, standing.version)
    found = [(told, [a for a in answers if said(facts, a) is told]) for told in ASKING]
    told = [(told, ASKING[told].format(named(facts, who))) for told, who in found if who]
    step = next_step(facts, document)
    apart = told and not any(a.table in UNANSWERED for a in answers)
    if step is not None and step.where and not apart:
        told.append((Said.SUBMITTED, step.told))
    return told


def named(facts: Facts, answers: list[Assent]) -> str:
    """The parties, or how many there are."""
    parties = [p for a in answers if (p := facts.get(Party, a.party))]
    if len(parties) > NEAR:
        return counted(len(parties), Party.names)
    return listed(called(facts, p) for p in parties)
