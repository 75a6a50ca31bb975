"""Gebieden: municipalities and regions, and which lies in which."""

from collections.abc import Sequence

from ozj_desktop.model.areas import Area
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.plain_rows import rows_of
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.tools import Tools


def inside(desk: Desk, area: Area) -> Sequence[Line]:
    """The areas that lie in this one."""
    found = [a for a in desk.facts.all(Area) if area.id in a.lies_in]
    return [Line(a.id, str(a), a.kind.label) for a in sorted(found, key=lambda a: sort_key(a.name))]


SPEC = PageSpec(
    kind=Area,
    title="Gebieden",
    new_hint="Typ een nieuw gebied",
    name="name",
    rows=rows_of(Area, "kind", grouped=True),
    body=(
        Section(
            "",
            ("kind", "code", "lies_in", "valid_from", "valid_until"),
            always=("kind", "code", "lies_in"),
        ),
        lambda desk: Related(desk, "Hierin liggen", inside),
    ),
    empty=(
        "Nog geen gebieden",
        "Hier komen gemeenten, wijken en regio’s. Dan ziet u welke grenzen niet gelijk lopen. "
        "Typ een naam en druk op Enter.",
    ),
    groups=("soort",),
    group="soort",
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
