"""Thema's: what agreements are about."""

from collections.abc import Sequence

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.forums import Topic
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.agreements_list import state
from ozj_desktop.ui.pages.plain_rows import rows_of
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.tools import Tools


def agreements(desk: Desk, topic: Topic) -> Sequence[Line]:
    decided = assent.decisions(desk.facts)
    picked = desk.dossier.pick(Agreement, "id", "title", "progress", topic=topic.id)
    lines = [
        Line(id, title, "", state(decided.get(id, Decision.DRAFT), progress))
        for id, title, progress in picked
    ]
    return sorted(lines, key=lambda line: sort_key(line.title))


SPEC = PageSpec(
    kind=Topic,
    title="Thema’s",
    new_hint="Typ een nieuw thema",
    name="name",
    rows=rows_of(Topic, "main_forum"),
    body=(
        Section(
            "",
            (
                *("main_forum", "other_forums", "municipal_role", "policy_field", "advice"),
                "position",
            ),
            always=("main_forum", "municipal_role", "policy_field"),
            labels={"position": "Plaats in de lijst"},
        ),
        lambda desk: Related(desk, "Afspraken", agreements),
    ),
    empty=(
        "Nog geen thema’s",
        "Een thema houdt afspraken bij elkaar, zoals ‘thuiszitten voorkomen’, en geeft ze één "
        "vaste tafel. Typ een naam en druk op Enter.",
    ),
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
