"""Acties: who does what before when."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.ui.bulk import Bulk
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import due_words
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.status import LATE, STATES, Shape, Status
from ozj_desktop.ui.tools import Tools
from ozj_desktop.ui.views import ALL, View, of_parties

ABOUT = Section(
    "",
    ("party", "contact", "due", "state", "came_from", "note"),
    always=("party", "contact", "due", "state"),
    wide=("came_from",),
)
RUNNING, OVERDUE, NOBODY = "running", "overdue", "nobody"
WHEN = ("te laat", "binnen een week", "binnen een maand", "later", "zonder datum", "afgerond")


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    if ids is None:
        return [_row(desk, action) for action in desk.dossier.all(Action)]
    found = (desk.get(Action, id) for id in ids)
    return [_row(desk, action) for action in found if isinstance(action, Action)]


def _row(desk: Desk, action: Action) -> Row:
    party = desk.names.short(action.party) if action.party else ""
    contact = desk.names.of(Contact, action.contact) if action.contact else ""
    when = _when(action, desk.today)
    due = due_words(action.due, desk.today) if action.due and action.running else ""
    return Row(
        action.id,
        str(action),
        " · ".join(part for part in (contact or party, due) if part),
        LATE if action.late(desk.today) else STATES[action.state],
        (
            (when, WHEN[when]),
            ([*ActionState].index(action.state), STATES[action.state].word),
            (sort_key(party) or "zzz", party or "zonder partij"),
        ),
        (
            (not action.running, action.due or date.max, sort_key(str(action))),
            sort_key(str(action)),
        ),
        f"{party} {action.note}",
        frozenset(_tags(desk, action)),
    )


def _tags(desk: Desk, action: Action) -> Iterator[str]:
    """In which views it is."""
    if action.running:
        yield RUNNING
    if action.late(desk.today):
        yield OVERDUE
    if not action.party and not action.contact:
        yield NOBODY
    if action.party:
        yield f"party:{action.party}"


def views(desk: Desk) -> list[View]:
    return [
        ALL,
        View("nog te doen", RUNNING),
        View("te laat", OVERDUE),
        View("van niemand", NOBODY),
        *of_parties(desk, {party for (party,) in desk.dossier.pick(Action, "party")}),
    ]


def _when(action: Action, today: date) -> int:
    if not action.running:
        return WHEN.index("afgerond")
    if action.due is None:
        return WHEN.index("zonder datum")
    days = (action.due - today).days
    return 0 if action.late(today) else 1 if days <= 7 else 2 if days <= 31 else 3


def above(desk: Desk, action: Action) -> str:
    return f"voor {desk.names.of(Party, action.party)}" if action.party else ""


def chips(desk: Desk, action: Action) -> Sequence[Status]:
    found = [STATES[action.state]]
    if action.due and action.running:
        shape = Shape.TRIANGLE if action.late(desk.today) else Shape.EMPTY
        found.append(Status(shape, due_words(action.due, desk.today)))
    return found


def origin(desk: Desk, action: Action) -> Sequence[Line]:
    kind = desk.dossier.kind_of(action.came_from) if action.came_from else None
    if kind is None or action.came_from is None:
        return []
    return [Line(action.came_from, desk.names.of(kind, action.came_from), kind.names[0])]


SPEC = PageSpec(
    kind=Action,
    title="Acties",
    new_hint="Typ een nieuwe actie",
    name="what",
    rows=rows,
    body=(ABOUT, lambda desk: Related(desk, "Hoort bij", origin)),
    empty=(
        "Nog geen acties",
        "Hier komt wat iemand gaat doen, met een naam en een datum, zodat niets blijft liggen. "
        "Typ wat er moet gebeuren en druk op Enter.",
    ),
    groups=("wanneer", "stand", "partij"),
    orders=("datum", "naam"),
    group="wanneer",
    above=above,
    chips=chips,
    reads={Party: "name short_name", Contact: "name"},
    filter_hint="Filter op woord of partij",
    views=views,
    bulk=Bulk(("state", "due", "party", "contact")),
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
