"""A document of the dossier, made ready to draw: its text, and the state of things beside it."""

from dataclasses import replace

from ozj_desktop.exchange import agreement_state as state
from ozj_desktop.exchange.agreement_annexes import actions_annex, versions_annex
from ozj_desktop.exchange.agreement_signing import signature_chapter
from ozj_desktop.exchange.agreement_text import TITLE_PAGE, as_titled, kind_of, text_chapters
from ozj_desktop.exchange.unfilled import without_unfilled
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.areas import Area
from ozj_desktop.model.assent import (
    Standing,
    asked,
    counts,
    included,
    latest,
    of_document,
    signatories,
)
from ozj_desktop.model.blocks import (
    Block,
    Chapter,
    Cover,
    Entry,
    Figure,
    Heading,
    KeyValues,
    Manuscript,
    Paragraph,
    numbered,
    public,
    rich,
    to_json,
)
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Stage, Version
from ozj_desktop.model.dutch import capital, long_date, period, years
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.phrases import answer, mark_of, party, summary
from ozj_desktop.model.record import Id

MOST_ROUND_THE_TABLE = 14


def frozen_text(facts: Facts, document: Document) -> bytes:
    """What to keep when the document is submitted now."""
    return to_json(text_chapters(facts, document)).encode()


def manuscript(
    facts: Facts, document: Document, *, for_public: bool = False, for_parties: bool = False
) -> Manuscript:
    """The document as it stands today: the frozen text while it lies fast, else what is there.

    What goes to the parties misses confidential agreements; the public version names no people
    either, and has nothing to sign.
    """
    version = latest(facts, document.id)
    lies_fast = version is not None and document.stage is Stage.FROZEN
    text = state.frozen(facts, version) if version and lies_fast else ()
    text = state.kept_secret(facts, text)
    answers = asked(facts, version) if version and document.stage is not Stage.DRAFT else []
    text = text or text_chapters(facts, document)
    document = as_titled(document, text)
    chapters = _with_state(facts, document, without_unfilled(text), answers)
    made = _manuscript(facts, document, chapters, answers, for_public)
    if for_public or for_parties:
        made = public(made, personal=for_public)
    return replace(made, chapters=numbered(made.chapters))


def _manuscript(
    facts: Facts,
    document: Document,
    chapters: tuple[Chapter, ...],
    answers: list[Assent],
    for_public: bool,
) -> Manuscript:
    about = facts.one(Collaboration)
    called = version_name(facts, document)
    name, kind = document.name or "Stuk zonder naam", kind_of(facts, document)
    status = "Openbare versie" if for_public else status_of(facts, document)
    foot = [about.name, f"{kind} {years(document.starts_on, document.ends_on)}".strip(), called]
    foot += ["verzonnen voorbeeld"] if about.fictitious else []
    if about.footer and not (about.fictitious and "verzonnen" in about.footer):
        foot.append(about.footer)
    return Manuscript(
        cover=_cover(facts, document, answers, status),
        chapters=chapters,
        running=name,
        status=status,
        final=for_public or status.startswith(("Vastgesteld", "Getekend")),
        foot=" · ".join(part for part in foot if part),
        title=f"{name} – {kind}, {called}",
        author=about.name,
        keywords=tuple(k for k in (kind, status, document.case_number or about.case_number) if k),
        logo=facts.source.blob(about.logo) if about.logo else b"",
        colour=about.colour,
        attention=about.attention_colour,
    )


def version_name(facts: Facts, document: Document) -> str:
    """versie 2 van 29 oktober 2026; concept voor versie 3"""
    newest = latest(facts, document.id)
    if newest is None:
        return f"concept van {long_date(facts.today)}"
    if document.stage is Stage.DRAFT:
        return f"concept voor versie {newest.major + 1}, {long_date(facts.today)}"
    if document.stage is Stage.EDITORIAL:
        return f"verbetering van versie {newest.number}, {long_date(facts.today)}"
    on = newest.submitted_on
    return f"versie {newest.number}" + (f" van {long_date(on)}" if on else "")


def status_of(facts: Facts, document: Document) -> str:
    """What stands in the capsule; "niet getekend" as long as that is so."""
    standing = of_document(facts, document)
    if standing.decision is Decision.LAPSED:
        return "Vervallen"
    by_hand = standing.decision is Decision.DRAFT
    if by_hand or standing.version is None or standing.reworked:
        return "Concept – niet getekend"
    if standing.decision is Decision.ADOPTED:
        answers = asked(facts, standing.version)
        everybody = bool(answers) and all(a.signed_on for a in answers)
        return "Getekend" if everybody else "Vastgesteld – nog niet door iedereen getekend"
    return _submitted(standing)


def _submitted(standing: Standing) -> str:
    number = standing.version.number if standing.version else ""
    return f"Voorgelegd – versie {number} – niet getekend"


def _cover(facts: Facts, document: Document, answers: list[Assent], status: str) -> Cover:
    about = facts.one(Collaboration)
    area = facts.get(Area, about.area)
    kind = capital(kind_of(facts, document))
    until = period(document.starts_on or about.starts_on, document.ends_on or about.ends_on)
    found = {
        "Status": status,
        "Versie": version_name(facts, document).removeprefix("versie "),
        "Looptijd": until,
        "Zaaknummer": document.case_number or about.case_number,
    }
    cells = tuple(
        Entry(label, (Paragraph(rich(text, "strong" if label == "Status" else "plain")),))
        for label, text in found.items()
        if text
    )
    return Cover(
        kicker=f"{kind} {years(document.starts_on, document.ends_on)}".strip(),
        title=document.name or "Stuk zonder naam",
        lead=document.lead,
        blocks=_round_table(facts, document, answers),
        facts=KeyValues(cells, "across"),
        name=about.name,
        place=area.name if area else "",
    )


def _round_table(facts: Facts, document: Document, answers: list[Assent]) -> tuple[Block, ...]:
    if not answers:
        return ()
    told = rich(f"Stand op {long_date(facts.today)}.")
    if len(answers) > MOST_ROUND_THE_TABLE:
        from_all = summary(counts(facts, answers))
        return (Paragraph(rich(capital(from_all) + ".", "strong")), Paragraph(told, "note"))
    data = tuple((party(facts, a.party, short=True), str(mark_of(facts, a))) for a in answers)
    words = [f"{party(facts, a.party)}: {_lower(answer(facts, a))}" for a in answers]
    alt = f"De partijen rond één tafel, elk met haar antwoord. {'; '.join(words)}."
    return (Figure("round_table", data, alt), Paragraph(told, "note"))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# State beside the text


def _with_state(
    facts: Facts, document: Document, text: tuple[Chapter, ...], answers: list[Assent]
) -> tuple[Chapter, ...]:
    signing = state.parties_in_order(facts, answers) or signatories(facts, document)
    agreements = included(facts, document)
    result: list[Chapter] = []
    for chapter in text:
        match chapter.key:
            case "summary":
                chapter = _summary_with_state(facts, chapter, answers)
            case "agreements":
                chapter = replace(chapter, blocks=_agreements_with_state(facts, chapter, answers))
        if chapter.key != TITLE_PAGE:
            result.append(chapter)
        if chapter.key == "agreements":
            result.append(state.assent_chapter(facts, document, answers))
    called = version_name(facts, document)
    result.append(signature_chapter(facts, document, signing, answers, called))
    result.append(actions_annex(facts, document, agreements))
    result.append(versions_annex(facts, document, lambda v: _then(facts, v)))
    return tuple(result)


def _then(facts: Facts, version: Version) -> tuple[Chapter, ...]:
    return state.kept_secret(facts, state.frozen(facts, version))


def _summary_with_state(facts: Facts, chapter: Chapter, answers: list[Assent]) -> Chapter:
    standing = state.standing(facts, answers)
    if standing is None:
        return chapter
    *rest, last = chapter.blocks or (None,)
    if isinstance(last, KeyValues):
        joined = replace(last, entries=(standing, *last.entries))
        return replace(chapter, blocks=(*rest, joined))
    return replace(chapter, blocks=(*chapter.blocks, KeyValues((standing,), "across")))


def _agreements_with_state(
    facts: Facts, chapter: Chapter, answers: list[Assent]
) -> tuple[Block, ...]:
    blocks: list[Block] = []
    anchor = ""
    for block in chapter.blocks:
        if isinstance(block, Heading):
            anchor = block.anchor
        if isinstance(block, KeyValues) and anchor:
            block = replace(block, entries=_entries_with_state(facts, block, anchor, answers))
        blocks.append(block)
    return tuple(blocks)


def _entries_with_state(
    facts: Facts, block: KeyValues, anchor: str, answers: list[Assent]
) -> tuple[Entry, ...]:
    agreement = facts.get(Agreement, Id(anchor))
    if agreement is None:
        return block.entries
    fresh = [state.assent_entry(facts, answers, agreement.id), state.progress_entry(agreement)]
    before = [
        e for e in block.entries if e.key in ("what", "why", "for_whom", "when", "who", "result")
    ]
    after = [e for e in block.entries if e not in before]
    return (*before, *(entry for entry in fresh if entry), *after)
