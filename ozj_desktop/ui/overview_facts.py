"""What the overview tells, gathered from the records: counts, what is due, who has not answered."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from ozj_desktop.model import assent
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Decision, Progress
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Said
from ozj_desktop.model.dutch import capital, counted, listed, sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.next_step import to_settle
from ozj_desktop.model.parties import Party
from ozj_desktop.model.phrases import exceptions
from ozj_desktop.model.route import roads
from ozj_desktop.model.words import in_words
from ozj_desktop.store.history import Step
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import day_month, due_words, local_time, moment
from ozj_desktop.ui.places import home_of
from ozj_desktop.ui.status import STATES, Shape, Status

MONTH = timedelta(days=31)
FEW = 20  # a step that changes more is not about one thing
UNSETTLED = (Said.REFUSED, Said.EXCEPT, Said.RESERVED, Said.SUBMITTED, Said.NOT_ASKED)
Open = tuple[int, Assent, Document]  # how far from settled, the answer, what it is about


class Line(NamedTuple):
    """One row on a card: where it goes when it is clicked, and what it says."""

    id: str
    title: str
    detail: str
    status: Status | None = None
    day: date | None = None
    when: datetime | None = None


def agreement_counts(desk: Desk) -> tuple[Counter[Decision], Counter[Progress]]:
    """How many agreements are in which state; counted, not read: there can be thousands."""
    total = desk.dossier.count(Agreement)
    decided: Counter[Decision] = Counter(assent.decisions(desk.facts).values())
    decided[Decision.DRAFT] += total - sum(decided.values())
    progress = {p: desk.dossier.count(Agreement, progress=p) for p in Progress}
    return decided, Counter(progress)


def open_actions(desk: Desk) -> list[Line]:
    """What is to be done, the most pressing first."""
    todo = [action for action in desk.facts.all(Action) if action.running]
    todo.sort(key=lambda a: (a.due or date.max, sort_key(a.what)))
    return [Line(a.id, str(a), _by_whom(desk, a), _due(a, desk.today)) for a in todo]


def to_do(desk: Desk) -> list[Line]:
    """Who refuses, actions that are late, what else papers ask first, then the other actions."""
    actions = open_actions(desk)
    late = [line for line in actions if line.status and line.status.shape is Shape.TRIANGLE]
    papers = [
        (said is Said.REFUSED, Line(document.id, told, str(document), STATES[said]))
        for document in assent.running(desk.facts)
        for said, told in to_settle(desk.facts, document)
    ]
    refused = [line for grave, line in papers if grave]
    asked = [line for grave, line in papers if not grave]
    return [*refused, *late, *asked, *(line for line in actions if line not in late)]


def _by_whom(desk: Desk, action: Action) -> str:
    who = desk.names.short(action.party) if action.party else ""
    about = desk.dossier.kind_of(action.came_from) if action.came_from else None
    origin = desk.names.of(about, action.came_from) if about and action.came_from else ""
    return " · ".join(part for part in (who, origin) if part)


def _due(action: Action, today: date) -> Status:
    if action.due is None:
        return Status(Shape.EMPTY, "zonder datum")
    shape = Shape.TRIANGLE if action.late(today) else STATES[action.state].shape
    return Status(shape, due_words(action.due, today))


def this_month(desk: Desk) -> list[Line]:
    """Dates of documents, actions and agreements in the next 31 days, in order."""
    end = desk.today + MONTH
    found = [*_document_days(desk), *_action_days(desk), *_agreement_days(desk)]
    near = [line for line in found if line.day and desk.today <= line.day <= end]
    return sorted(near, key=lambda line: (line.day or end, sort_key(line.title)))


def _document_days(desk: Desk) -> Iterator[Line]:
    """What a paper that still runs asks, and the meetings on its way."""
    for document in assent.running(desk.facts):
        name = str(document)
        yield Line(document.id, "Antwoord gevraagd", name, day=document.asks_by)
        yield Line(document.id, "Ondertekening", name, day=document.signing_on)
        for road in roads(desk.facts, document):
            if not road.decided:
                party = desk.names.short(road.party.id)
                yield Line(document.id, f"{party} levert aan", name, day=road.hand_in)
        for given in _answers(desk, document):
            if not given.decided_on:
                party = desk.names.short(given.party)
                yield Line(given.id, f"{party} besluit", name, day=given.planned_on)


def _answers(desk: Desk, document: Document) -> list[Assent]:
    """What parties say of the newest version: of older ones nothing is asked any more."""
    version = assent.latest(desk.facts, document.id)
    return assent.asked(desk.facts, version) if version else []


def _action_days(desk: Desk) -> Iterator[Line]:
    for action in desk.facts.all(Action):
        if action.running:
            who = desk.names.short(action.party) if action.party else "actie"
            yield Line(action.id, str(action), who, day=action.due)


def _agreement_days(desk: Desk) -> Iterator[Line]:
    end = desk.today + MONTH
    for id, title, ends_on, evaluated_on, progress in desk.facts.pick(
        Agreement, "id", "title", "ends_on", "first_evaluation_on", "progress"
    ):
        if ends_on and desk.today <= ends_on <= end and progress is not Progress.DONE:
            yield Line(id, title, "afspraak moet klaar zijn", day=ends_on)
        if evaluated_on and desk.today <= evaluated_on <= end:
            yield Line(id, title, "eerste evaluatie", day=evaluated_on)


def waiting_parties(desk: Desk) -> list[Line]:
    """Per party that has not agreed with all that was submitted: what it says, of which papers."""
    found: dict[str, list[Open]] = {}
    for document in assent.running(desk.facts):
        for given in _answers(desk, document):
            said = assent.said(desk.facts, given)
            if said in UNSETTLED:
                place = UNSETTLED.index(said)
                found.setdefault(given.party, []).append((place, given, document))
    sorted_open = [sorted(waiting, key=lambda o: o[0]) for waiting in found.values()]
    sorted_open.sort(key=lambda o: (o[0][0], sort_key(desk.names.of(Party, o[0][1].party))))
    return [_waiting(desk, waiting) for waiting in sorted_open]


def _waiting(desk: Desk, waiting: list[Open]) -> Line:
    """In the words in which it is counted, here and beside what is to be done."""
    given = waiting[0][1]
    said = assent.said(desk.facts, given)
    of = exceptions(desk.facts, given) if said is Said.EXCEPT else ""
    if said is Said.RESERVED and given.reservation:
        of = desk.names.of(ListItem, given.reservation)
    papers = listed(dict.fromkeys(str(document) for _, _, document in waiting))
    detail = " · ".join(part for part in (of, papers) if part)
    return Line(given.id, desk.names.of(Party, given.party), detail, STATES[said])


def last_changes(desk: Desk, most: int) -> list[Line]:
    """What was done last, by whom and when."""
    history, lines = desk.dossier.history, []
    for step in history.steps("ORDER BY seq DESC LIMIT ?", most):
        after = history.changes_after(step.seq - 1, upto=step.seq)  # read one by one: can be 25,000
        changes = [change for _, change in islice(after, FEW + 1)]
        alive = (c.id for c in changes if desk.dossier.kind_of(c.id))
        about = next(alive, "") if len(changes) <= FEW else ""
        what = in_words(step.label, KINDS)
        back = {"undo": "ongedaan gemaakt: ", "redo": "opnieuw gedaan: "}.get(step.nature, "")
        name = _name(desk, about)
        told = (f"{back}{what}", step.who) if name else (step.who,)
        detail = " · ".join(part for part in told if part)
        lines.append(
            Line(
                about,
                name or capital(f"{back}{what}"),
                detail,
                _of_others(desk, step),
                when=local_time(step.at_utc),
            )
        )
    return lines


def _name(desk: Desk, id: str) -> str:
    home = home_of(desk, id)
    kind = desk.dossier.kind_of(home[1]) if home else None
    return desk.names.of(kind, home[1]) if kind and home else ""


def period(desk: Desk) -> str:
    about = desk.facts.one(Collaboration)
    years = [str(day.year) for day in (about.starts_on, about.ends_on) if day]
    parts = (about.name, "–".join(dict.fromkeys(years)))
    return " · ".join(part for part in parts if part)


def how_many(desk: Desk) -> list[tuple[str, str, str]]:
    """Words, icon and place for the chips beside the title."""
    agreements, parties = desk.dossier.count(Agreement), desk.dossier.count(Party)
    return [
        (counted(agreements, Agreement.names), "clipboard-check", "agreements"),
        (counted(parties, Party.names), "building-2", "parties"),
    ]


def news(desk: Desk) -> str:
    """5 wijzigingen sinds 17 november; nothing the first time, or where nothing changed."""
    seen = desk.last_time
    changed = desk.dossier.history.last.seq - seen.seq if seen else 0
    if seen is None or changed <= 0:
        return ""
    at = local_time(seen.at_utc)
    today = at.date() == desk.today
    since = f"{moment(at)} uur" if today else day_month(at.date(), desk.today)
    return f"{counted(changed, ('wijziging', 'wijzigingen'))} sinds {since}"


def _of_others(desk: Desk, step: Step) -> Status | None:
    """A change since the last time that somebody else made, or that came with a copy."""
    new = desk.last_time is not None and step.seq > desk.last_time.seq
    foreign = step.who != desk.dossier.who or step.label == "merged"
    return Status(Shape.PLUS, "van anderen") if new and foreign else None
