"""The rows of the agreements: what each line says, where it stands, and what finds it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.forums import Advice, Forum, Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import short_month
from ozj_desktop.ui.list_model import Further, Row
from ozj_desktop.ui.status import STATES, Status
from ozj_desktop.ui.views import ALL, View, of_parties

FEW = 3  # agreements of which the decision is worked out one by one
LATEST = date(9999, 12, 31)
LISTED = ("id", "title", "topic", "ends_on", "progress", "advice")
SHOWN_PROGRESS = (Progress.ON_TRACK, Progress.BEHIND, Progress.DONE)
GROUPS = ("thema", "besluit", "overlegtafel", "partij", "advies", "deadline", "voortgang")
ORDERS = ("datum", "naam", "gewijzigd", "in het stuk")
WAITING, BEHIND, LEADERLESS, LOOSE, SECRET = "waiting", "behind", "leaderless", "loose", "secret"

Key = tuple[Any, str]  # the place of a group, and its words
DUE: tuple[Key, ...] = (
    *((0, "te laat"), (1, "deze maand"), (2, "dit kwartaal"), (3, "later")),
    *((4, "zonder datum"), (5, "nagekomen")),
)


def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
    """All agreements, or a few; read as columns because there can be thousands."""
    decided = _decided(desk, ids)
    leaders = _leaders(desk, ids)
    places = _Places(desk)
    return [
        _row(places, picked, decided.get(picked[0], Decision.DRAFT), leaders.get(picked[0]))
        for picked in _picked(desk, ids)
    ]


def _decided(desk: Desk, ids: Collection[str] | None) -> dict[Any, Decision]:
    if ids is None or len(ids) > FEW:
        return assent.decisions(desk.facts)
    found = (desk.get(Agreement, id) for id in ids)
    return {a.id: assent.of_agreement(desk.facts, a).decision for a in found if a}


def _picked(
    desk: Desk, ids: Collection[str] | None, fields: tuple[str, ...] = LISTED
) -> Iterable[tuple[Any, ...]]:
    if ids is None:
        return desk.dossier.pick(Agreement, *fields)
    return [row for id in ids for row in desk.dossier.pick(Agreement, *fields, id=id)]


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


class _Places:
    """Under which headings an agreement stands; worked out once per topic, party, date and state.

    It stands under one heading at a time: its topic with the main table of that topic, its own
    advice before that of the topic, and the party that leads it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.topics = {topic.id: self._topic(topic) for topic in desk.facts.all(Topic)}
        self.no_topic = (10_000, "zonder thema"), ("zzz", "zonder overlegtafel"), None
        self.decisions = {d: (n, STATES[d].word) for n, d in enumerate(Decision)}
        self.progress = {p: (n, STATES[p].word) for n, p in enumerate(Progress)}
        self.advices: dict[Advice | None, Key] = {a: (a.value, f"advies {a.label}") for a in Advice}
        self.advices[None] = ("9", "zonder advies")
        self.states = {(d, p): state(d, p) for d in Decision for p in Progress}
        self.due = lru_cache(None)(self._due)
        self.leader = lru_cache(None)(self._leader)

    def _topic(self, topic: Topic) -> tuple[Key, Key, Advice | None]:
        table = self._desk.facts.get(Forum, topic.main_forum)
        forum = (sort_key(str(table)), str(table)) if table else ("zzz", "zonder overlegtafel")
        return (topic.position, topic.name), forum, topic.advice

    def _leader(self, party: str | None) -> Key:
        name = self._desk.names.short(party) if party else ""
        return (sort_key(name), name) if name else ("zzz", "zonder trekker")

    def _due(self, day: date | None) -> tuple[Key, str, date]:
        today = self._desk.today
        if day is None:
            return DUE[4], "", LATEST
        months = (day.year - today.year) * 12 + day.month - today.month
        same_quarter = day.year == today.year and (day.month - 1) // 3 == (today.month - 1) // 3
        place = 0 if day < today else 1 if months == 0 else 2 if same_quarter else 3
        return DUE[place], short_month(day), day


def _row(places: _Places, picked: tuple[Any, ...], decision: Decision, leader: str | None) -> Row:
    id, title, topic, ends_on, progress, advice = picked
    led = places.leader(leader)
    in_topic, table, general = places.topics.get(topic, places.no_topic)
    due, when, last = places.due(ends_on)
    shown = title or "Afspraak zonder titel"
    key = sort_key(shown)
    who = led[1] if leader else ""
    return Row(
        id,
        shown,
        f"{who} · {when}" if who and when else who or when,
        places.states[decision, progress],
        (
            in_topic,
            places.decisions[decision],
            table,
            led,
            places.advices[advice or general],
            DUE[5] if progress is Progress.DONE else due,
            places.progress[progress],
        ),
        ((last, key), key),
    )


def state(decision: Decision, progress: Progress) -> Status:
    """One state for a list: how it goes once it was submitted, else how far it has come."""
    if decision in (Decision.SUBMITTED, Decision.ADOPTED) and progress in SHOWN_PROGRESS:
        return STATES[progress]
    return STATES[decision]


# What the filter, the views and the rarer orders ask


def further(desk: Desk, ids: Collection[str] | None) -> Mapping[str, Further]:
    """The words of an agreement and of everybody in it, its views, and when it was changed."""
    part, changed, papers = _parties(desk, ids), _changed(desk, ids), _papers(desk)
    tell = _Tags(desk, ids, papers)
    topics = {topic.id: topic.name for topic in desk.facts.all(Topic)}
    names = lru_cache(None)(lambda party: _names(desk, party))
    found = {}
    fields = ("id", "what", "topic", "ends_on", "progress", "confidential")
    for id, what, topic, ends_on, progress, secret in _picked(desk, ids, fields):
        decision = tell.decided.get(id, Decision.DRAFT)
        words = [what, topics.get(topic, ""), STATES[decision].word, STATES[progress].word]
        words += map(names, part[id])
        tags = {f"party:{party}" for party in part[id]}
        tags.update(tell.of(id, decision, ends_on, progress, secret))
        orders = (-changed.get(id, 0), id), (papers.get(id, ("zzz", 0)), id)
        found[id] = Further("\n".join(words), frozenset(tags), orders)
    return found


class _Tags:
    """In which views an agreement is."""

    def __init__(self, desk: Desk, ids: Collection[str] | None, papers: Collection[str]) -> None:
        self.decided = _decided(desk, ids)
        self._today, self._papers = desk.today, papers
        self._waiting, self._leaders = assent.waiting(desk.facts), _leaders(desk, ids)

    def of(
        self, id: Any, decision: Decision, ends_on: date | None, progress: Progress, secret: bool
    ) -> Iterator[str]:
        if decision is Decision.SUBMITTED and id in self._waiting:
            yield WAITING
        late = ends_on is not None and ends_on < self._today and progress is not Progress.DONE
        if decision is not Decision.LAPSED and (late or progress is Progress.BEHIND):
            yield BEHIND
        if id not in self._leaders:
            yield LEADERLESS
        if id not in self._papers:
            yield LOOSE
        if secret:
            yield SECRET


def _names(desk: Desk, party: str) -> str:
    return f"{desk.names.of(Party, party)} {desk.names.short(party)}"


def _parties(desk: Desk, ids: Collection[str] | None) -> dict[str, list[str]]:
    """Everybody in each agreement."""
    pick, fields = desk.dossier.pick, ("agreement", "party")
    if ids is None:
        found = pick(Contribution, *fields)
    else:
        found = [row for id in ids for row in pick(Contribution, *fields, agreement=id)]
    members: dict[str, list[str]] = defaultdict(list)
    for agreement, party in found:
        members[agreement].append(party)
    return members


def _changed(desk: Desk, ids: Collection[str] | None) -> dict[str, int]:
    """Per agreement the newest step that changed it."""
    return desk.dossier.history.newest("agreement", ids)


def _papers(desk: Desk) -> dict[str, tuple[str, int]]:
    """Per agreement its first place in a document: by the name of the document."""
    names = {d.id: sort_key(d.name) for d in desk.facts.all(Document)}
    found: dict[str, tuple[str, int]] = {}
    for document, agreement, position in desk.facts.pick(
        Inclusion, "document", "agreement", "position"
    ):
        place = (names.get(document, ""), position)
        found[agreement] = min(found.get(agreement, place), place)
    return found


def views(desk: Desk) -> list[View]:
    """The ways to look at the agreements that come with the program."""
    return [
        ALL,
        View("wacht op akkoord", WAITING),
        View("achterblijvend", BEHIND),
        View("zonder trekker", LEADERLESS),
        View("in geen enkel stuk", LOOSE),
        View("vertrouwelijk", SECRET),
        *of_parties(desk, {party for (party,) in desk.dossier.pick(Contribution, "party")}),
    ]
