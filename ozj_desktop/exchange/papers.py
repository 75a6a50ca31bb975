"""Papers of the dossier itself, beside its documents: each as PDF only, each known by one word."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.request import Format, Request
from ozj_desktop.exchange.which import any_party
from ozj_desktop.model.facts import Facts
from ozj_desktop.progress import Report

Draw = Callable[[Facts, Request, Path, Report], str]


class Paper(NamedTuple):
    """How one is called, and what draws it and says what it drew."""

    name: str  # with its article, as a sentence begins
    draw: Draw
    internal: bool = False

    def write(
        self, facts: Facts, request: Request, target: Path, form: Format, progress: Report
    ) -> str:
        """Raise UserError where it is asked in a way it cannot be made."""
        if self.internal and request.public:
            raise UserError(f"{self.name} is voor uzelf: een openbare versie is er niet.")
        if form != "pdf":
            raise UserError(f"{self.name} is er alleen als PDF.")
        return self.draw(facts, request, target, progress)


def _party_sheet(facts: Facts, request: Request, target: Path, progress: Report) -> str:
    from ozj_desktop.exchange.party_sheet import FITTING, ON_TWO, party_sheet
    from ozj_desktop.exchange.pdf import draw_pdf
    from ozj_desktop.exchange.pdf_tree import page_count

    party = any_party(facts, request.party)
    for lines, briefly in (*FITTING, ON_TWO):
        made = party_sheet(facts, party, lines, briefly=briefly)
        draw_pdf(made, target, today=facts.today, progress=progress, page="sheet")
        if page_count(target) == 1:
            break
    return f"het partijblad van {party}"


PAPERS = {"party": Paper("Een partijblad", _party_sheet, internal=True)}
