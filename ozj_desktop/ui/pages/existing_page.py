"""Wat er al is: agreements, tables, networks and good practice to build on."""

from ozj_desktop.model.charter import ExistingWork
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.plain_rows import rows_of
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.tools import Tools

SPEC = PageSpec(
    kind=ExistingWork,
    title="Wat er al is",
    new_hint="Typ wat er al is",
    name="name",
    rows=rows_of(ExistingWork, "kind", grouped=True),
    body=(
        Section(
            "",
            ("kind", "what", "parties", "helps", "source"),
            always=("kind", "what", "parties", "helps"),
        ),
    ),
    empty=(
        "Nog niets opgeschreven",
        "Hier komt wat al goed werkt, zodat niemand opnieuw hoeft te beginnen: afspraken, "
        "netwerken, voorbeelden. Typ een naam en druk op Enter; schrijf daarna op wat helpt.",
    ),
    begin="Schrijf op wat er al is",
    groups=("soort",),
    group="soort",
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
