"""Overlegtafels: where parties meet, and what is discussed there."""

from collections.abc import Sequence

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.dutch import counted
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages.plain_rows import rows_of
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.tools import Tools


def topics(desk: Desk, forum: Forum) -> Sequence[Line]:
    """The themes that are discussed at this table."""
    lines = []
    for topic in desk.facts.all(Topic):
        main = topic.main_forum == forum.id
        if main or forum.id in topic.other_forums:
            number = counted(desk.dossier.count(Agreement, topic=topic.id), Agreement.names)
            where = "hoofdtafel" if main else "komt hier ook aan de orde"
            lines.append(Line(topic.id, str(topic), f"{where} · {number}"))
    return lines


SPEC = PageSpec(
    kind=Forum,
    title="Overlegtafels",
    new_hint="Typ een nieuwe overlegtafel",
    name="name",
    rows=rows_of(Forum, "kind", "rhythm"),
    body=(
        Section(
            "",
            (
                *("kind", "formal", "area", "director", "chair", "secretary", "rhythm"),
                *("members", "formal_members", "disputes"),
            ),
            always=("kind", "director", "chair", "secretary", "members"),
        ),
        lambda desk: Related(desk, "Thema’s aan deze tafel", topics),
        Section(
            "Wat maakt deze tafel beter",
            ("strengthen", "broaden", "enrich"),
            always=("strengthen", "broaden", "enrich"),
        ),
    ),
    empty=(
        "Nog geen overlegtafels",
        "Hier komt waar partijen elkaar treffen, zoals het OOGO of de Lokale Educatieve Agenda. "
        "Dan weet ieder welke tafel wat beslist. Typ een naam en druk op Enter.",
    ),
)


def page(desk: Desk, _: Tools) -> RecordPage:
    return RecordPage(desk, SPEC)
