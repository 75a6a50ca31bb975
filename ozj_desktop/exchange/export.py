"""The one door to files that leave the program: what is asked for, gathered and written.

Works on a private copy of a dossier, so that a window can go on beside it. Every format is
loaded only when it is asked for.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from ozj_desktop.errors import UserError, in_one_line
from ozj_desktop.exchange.manuscript import manuscript, status_of
from ozj_desktop.exchange.papers import PAPERS
from ozj_desktop.exchange.partner_page import partner_page
from ozj_desktop.exchange.request import Format, Request
from ozj_desktop.exchange.swap import file_name, writing
from ozj_desktop.exchange.which import all_agreements, chosen_document, chosen_party
from ozj_desktop.model.assent import included, latest
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import counted, listed
from ozj_desktop.model.facts import Facts, Source
from ozj_desktop.model.parties import Party
from ozj_desktop.progress import Report, unheard

FILES = ("bijlage", "bijlagen")
MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def format_of(target: Path) -> Format:
    """Raise UserError where the name does not end in something we can write."""
    suffix = target.suffix.lower().removeprefix(".")
    if suffix not in get_args(Format):
        known = listed((f".{name}" for name in get_args(Format)), "of")
        raise UserError(f"‘{target.name}’ moet eindigen op {known}.")
    return suffix  # type: ignore[return-value]


def export(
    source: Source, target: Path, request: Request, *, today: date, progress: Report = unheard
) -> str:
    """Write `target` whole, or not at all; the sentence that says what was written.

    Raise UserError where something in the request or at the target stands in the way, and
    Cancelled where `progress` did.
    """
    form = format_of(target)
    facts = Facts(source, today)
    with writing(target) as beside:
        told = _write(facts, beside, form, request, progress)
    return in_one_line(f"{target.name} is gemaakt: {told}.")


def drawn(source: Source, request: Request, *, today: date, progress: Report = unheard) -> bytes:
    """The PDF that `export` would write, for who looks at it before it leaves."""
    with TemporaryDirectory(prefix="ozj-") as folder:
        beside = Path(folder, "voorbeeld.pdf")
        _write(Facts(source, today), beside, "pdf", request, progress)
        return beside.read_bytes()


def _write(facts: Facts, beside: Path, form: Format, request: Request, progress: Report) -> str:
    """What was written, in words."""
    if paper := PAPERS.get(request.what):
        return paper.write(facts, request, beside, form, progress)
    every = request.what == "all"
    document = all_agreements(facts) if every else chosen_document(facts, request.document)
    if request.what == "part":
        party = chosen_party(facts, document, request.party)
        _write_part(facts, document, party, beside, form, progress)
        return f"het deel van {party.name} in ‘{document.name}’"
    return _write_document(facts, document, beside, form, request, progress)


def _write_document(
    facts: Facts,
    document: Document,
    beside: Path,
    form: Format,
    request: Request,
    progress: Report,
) -> str:
    match form:
        case "pdf":
            _write_pdf(facts, document, beside, request.public, progress)
        case "docx":
            _write_docx(facts, document, beside, request.public, progress)
        case "xlsx":
            chosen = document if request.document else None
            _write_xlsx(facts, chosen, beside, request.public, progress)
            return f"de afspraken in ‘{document.name}’" if chosen else "alle afspraken"
        case "eml":
            return _write_mail(facts, document, beside, request, progress)
    version = "de openbare versie van " if request.public else ""
    return f"{version}‘{document.name}’"


def _write_pdf(
    facts: Facts,
    document: Document,
    target: Path,
    public: bool,
    progress: Report,
    *,
    for_parties: bool = False,
) -> None:
    from ozj_desktop.exchange.pdf import draw_pdf

    made = manuscript(facts, document, for_public=public, for_parties=for_parties)
    draw_pdf(made, target, today=facts.today, progress=progress)


def _write_part(
    facts: Facts, document: Document, party: Party, target: Path, form: Format, progress: Report
) -> None:
    from ozj_desktop.exchange.pdf import draw_pdf

    if form != "pdf":
        raise UserError("Het deel van één partij is er alleen als PDF.")
    made = partner_page(facts, document, party)
    draw_pdf(made, target, today=facts.today, progress=progress, page="partner")


def _write_docx(
    facts: Facts,
    document: Document,
    target: Path,
    public: bool,
    progress: Report,
    *,
    for_parties: bool = False,
) -> None:
    from ozj_desktop.exchange.docx import draw_docx

    made = manuscript(facts, document, for_public=public, for_parties=for_parties)
    draw_docx(made, target, today=facts.today, progress=progress)


def _write_xlsx(
    facts: Facts, document: Document | None, target: Path, public: bool, progress: Report
) -> None:
    from ozj_desktop.exchange.workbook import write_workbook

    write_workbook(facts, target, document=document, public=public, progress=progress)


def _write_mail(
    facts: Facts, document: Document, target: Path, request: Request, progress: Report
) -> str:
    from ozj_desktop.exchange.mail import letter_to, recipients, write_mail
    from ozj_desktop.exchange.mail_text import own_letter

    party = chosen_party(facts, document, request.party) if request.party else None
    attachments = _attachments(facts, document, request, progress)
    names = tuple(name for name, _, _ in attachments)
    words = (
        own_letter(request.subject, request.text)
        if request.text
        else letter_to(facts, document, party, names, who=request.who)
    )
    unreachable = write_mail(
        facts, document, target, attachments=attachments, party=party, told=words
    )
    if request.text:  # who wrote it saw who cannot be reached
        to, cc = recipients(facts, document, party)
        people = counted(len(to.to) + len(cc.to), ("persoon", "mensen"))
        return f"een mail aan {party.name if party else people}"
    to_whom = f" aan {party.name}" if party else ""
    told = f"een mail{to_whom} over ‘{document.name}’ met {counted(len(attachments), FILES)}"
    secret = sum(agreement.confidential for agreement in included(facts, document))
    if secret:
        told += (
            f", zonder {counted(secret, ('vertrouwelijke afspraak', 'vertrouwelijke afspraken'))}"
        )
    if unreachable:
        return f"{told}. Zonder e-mailadres, en dus niet geadresseerd: {listed(unreachable)}"
    return told


def _attachments(
    facts: Facts, document: Document, request: Request, progress: Report
) -> list[tuple[str, bytes, str]]:
    """What was asked to go with a mail, as the parties may see it."""
    public, found = request.public, []
    with TemporaryDirectory(prefix="ozj-") as folder:
        for form in (form for form in MIME if form in request.attached):
            made = Path(folder, suggested_name(facts, document, form, public))
            match form:
                case "pdf":
                    _write_pdf(facts, document, made, public, progress, for_parties=True)
                case "docx":
                    _write_docx(facts, document, made, public, progress, for_parties=True)
                case "xlsx":  # no telephone book for everybody
                    _write_xlsx(facts, document, made, True, progress)
            found.append((made.name, made.read_bytes(), MIME[form]))
    return found


def suggested_name(facts: Facts, document: Document, form: str, public: bool = False) -> str:
    """A plain name with kind, version, status and date: convenant_v2_voorgelegd_2026-11-24.pdf"""
    version = latest(facts, document.id)
    status = "openbaar" if public else status_of(facts, document).split(" – ")[0]
    number = f"v{version.number}" if version else ""
    return file_name(document.name, number, status, facts.today, suffix=f".{form}")
