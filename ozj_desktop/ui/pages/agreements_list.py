"""The rows of the agreements: what each line says, where it stands, and what finds it."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.forums import Topic
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import short_month
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.status import STATES, Status

LATEST = date(9999, 12, 31)
LISTED = ("id", "title", "topic", "ends_on", "progress", "what")
SHOWN_PROGRESS = (Progress.ON_TRACK, Progress.BEHIND, Progress.DONE)


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    """All agreements, or a few; read as columns because there can be thousands."""
    decided = _decided(desk, ids)
    leaders = _leaders(desk, ids)
    topics = {topic.id: topic for topic in desk.facts.all(Topic)}
    return [
        _row(desk, picked, decided.get(picked[0], Decision.DRAFT), leaders, topics)
        for picked in _picked(desk, ids)
    ]


def _decided(desk: Desk, ids: Collection[str] | None) -> dict[Any, Decision]:
    if ids is None:
        return assent.decisions(desk.facts)
    found = (desk.get(Agreement, id) for id in ids)
    return {a.id: assent.of_agreement(desk.facts, a).decision for a in found if a}


def _picked(desk: Desk, ids: Collection[str] | None) -> Iterable[tuple[Any, ...]]:
    if ids is None:
        return desk.dossier.pick(Agreement, *LISTED)
    return [row for id in ids for row in desk.dossier.pick(Agreement, *LISTED, id=id)]


def _leaders(desk: Desk, ids: Collection[str] | None) -> dict[str, str]:
    """Per agreement the first party that leads it."""
    pick = desk.dossier.pick
    if ids is None:
        found = pick(Contribution, "agreement", "party", role=Role.LEADS)
    else:
        found = [
            row
            for id in ids
            for row in pick(Contribution, "agreement", "party", role=Role.LEADS, agreement=id)
        ]
    return {agreement: party for agreement, party in reversed(found)}


@lru_cache(512)
def _key(name: str) -> str:
    """A few parties lead thousands of agreements."""
    return sort_key(name)


def _row(
    desk: Desk,
    picked: tuple[Any, ...],
    decision: Decision,
    leaders: dict[str, str],
    topics: dict[Any, Topic],
) -> Row:
    id, title, topic, ends_on, progress, what = picked
    leader = desk.names.short(leaders[id]) if id in leaders else ""
    when = short_month(ends_on) if ends_on else ""
    about = topics.get(topic)
    in_topic = (about.position, about.name) if about else (10_000, "zonder thema")
    shown = title or "Afspraak zonder titel"
    key = sort_key(shown)
    order = list(Decision).index(decision)
    return Row(
        id,
        shown,
        " · ".join(part for part in (leader, when) if part),
        state(decision, progress),
        (
            in_topic,
            (order, STATES[decision].word),
            (list(Progress).index(progress), STATES[progress].word),
            (_key(leader) or "zzz", leader or "zonder trekker"),
        ),
        ((ends_on or LATEST, key), key),
        f"{what} {in_topic[1]}",
    )


def state(decision: Decision, progress: Progress) -> Status:
    """One state for a list: how it goes once it was submitted, else how far it has come."""
    if decision in (Decision.SUBMITTED, Decision.ADOPTED) and progress in SHOWN_PROGRESS:
        return STATES[progress]
    return STATES[decision]
