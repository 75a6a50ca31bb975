"""What is done with agreements from their list: copied, taken along, changed together."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Role
from ozj_desktop.model.contributions import places, ranked
from ozj_desktop.model.copying import copies
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import listed, short_date
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.record import Record
from ozj_desktop.ui import list_acts
from ozj_desktop.ui.bulk import Bulk
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.agreement_bulk import Including, Joining, frozen, why
from ozj_desktop.ui.record_header import Command
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.status import STATES

BULK = Bulk(
    ("topic", "area", "starts_on", "ends_on", "progress", "progress_on", "confidential"),
    frozen=frozen,
    why=why,
    more=(Joining, Including),
)
HEAD = ["Afspraak", "Wat", "Trekker", "Met", "Vanaf", "Uiterlijk", "Besluit", "Voortgang", "Thema"]
PERIOD = "Hele periode kopiëren…"


def copied(desk: Desk, agreements: Sequence[Agreement]) -> Iterator[Record]:
    """Copies with their contributions, under titles that nothing has yet."""
    read = desk.dossier.all
    parts = (c for a in agreements for c in read(Contribution, agreement=a.id))
    return copies(agreements, parts, {*desk.names.all(Agreement).values()})


def table(desk: Desk, ids: Sequence[str]) -> list[list[str]]:
    """Agreements for Excel or Word."""
    decided = assent.decisions(desk.facts)
    lines = [HEAD]
    for id in ids:
        if agreement := desk.get(Agreement, id):
            lines.append(_cells(desk, agreement, decided.get(agreement.id, Decision.DRAFT)))
    return lines


def _cells(desk: Desk, agreement: Agreement, decision: Decision) -> list[str]:
    parts = ranked(desk.dossier.all(Contribution, agreement=agreement.id), places(desk.facts))
    names = {role: [desk.names.short(c.party) for c in parts if c.role is role] for role in Role}
    others = [*names[Role.PARTNER], *names[Role.SUPPORTS]]
    topic = desk.facts.get(Topic, agreement.topic)
    return [
        str(agreement),
        agreement.what,
        listed(names[Role.LEADS]),
        listed(others),
        short_date(agreement.starts_on) if agreement.starts_on else "",
        short_date(agreement.ends_on) if agreement.ends_on else "",
        STATES[decision].word,
        STATES[agreement.progress].word,
        topic.name if topic else "",
    ]


def commands(page: RecordPage, agreement: Any) -> Sequence[Command]:
    """In the menu beside the title of an agreement."""
    if not page.desk.writable:
        return ()
    again = partial(list_acts.copy, page, [agreement.id])
    return (Command("Kopie maken", "copy", again, "Ctrl+D in de lijst"),)


def list_commands(page: RecordPage) -> Sequence[Command]:
    """In the menu of the views."""
    return (period_command(page),)


def period_command(page: RecordPage, document: Document | None = None) -> Command:
    """To take all agreements, or those of a document, along to the next period."""
    return Command(PERIOD, "copy", partial(_ask_period, page, document))


def _ask_period(page: RecordPage, document: Document | None) -> None:
    from ozj_desktop.ui.parts.period_panel import PeriodPanel  # seldom asked

    def close() -> None:
        page.close_panel()
        page.show_chosen()

    panel = PeriodPanel(page.desk, document, close)
    page.show_panel(panel)
    panel.focus_first()
