"""Everything a party is in, as lines on cards that go there."""

from collections.abc import Iterator, Sequence
from datetime import date

from ozj_desktop.model import assent, phrases
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Role
from ozj_desktop.model.charter import ExistingWork
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Said, TableAssent
from ozj_desktop.model.dutch import capital, counted, listed, sort_key
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Id
from ozj_desktop.model.route import roads
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import day_month, due_words, one_line
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.pages.agreements_list import state
from ozj_desktop.ui.status import STATES, Shape, Status


def promises(desk: Desk, party: Party) -> Sequence[Line]:
    """What it promises: role, what, by when; its own answer, else where it stands."""
    open = assent.unpromised(desk.facts, party)
    return [line for line in _contributions(desk, party) if line.id not in open]


def unpromised(desk: Desk, party: Party) -> Sequence[Line]:
    """What it is in as well: drafts, and what it refuses."""
    open = assent.unpromised(desk.facts, party)
    return [line for line in _contributions(desk, party) if line.id in open]


def _contributions(desk: Desk, party: Party) -> list[Line]:
    decided = assent.decisions(desk.facts)
    going = dict(desk.facts.pick(Agreement, "id", "progress"))
    found = desk.dossier.pick(Contribution, "agreement", "role", "what", "by", party=party.id)
    said = _answers(desk, party, {id for id, *_ in found})
    lines = []
    for id, role, what, by in found:
        when = f"uiterlijk {day_month(by, desk.today)}" if isinstance(by, date) else by or ""
        detail = " · ".join(p for p in (role.label, one_line(what), when) if p)
        status = said.get(id) or state(decided.get(id, Decision.DRAFT), going[id])
        place = ([*Role].index(role), sort_key(desk.names.of(Agreement, id)))
        lines.append((place, Line(id, desk.names.of(Agreement, id), detail, status)))
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]


def _answers(desk: Desk, party: Party, agreements: set[Id[Agreement]]) -> dict[str, Status]:
    """What it says of each of these that it was asked about."""
    facts, found = desk.facts, dict[str, Status]()
    for document in assent.running(facts):
        version = assent.latest(facts, document.id)
        given = _own(desk, document, party)
        if version is not None and given is not None:
            for id in version.agreements & agreements:
                found[id] = STATES[assent.answer_on(facts, given, id).table]
    return found


def _own(desk: Desk, document: Document, party: Party) -> Assent | None:
    version = assent.latest(desk.facts, document.id)
    answers = assent.asked(desk.facts, version) if version else []
    return next((a for a in answers if a.party == party.id), None)


def papers(desk: Desk, party: Party) -> Sequence[Line]:
    """What it said of each document, what its board decided, who signed; what is open first."""
    found, running = [], assent.running(desk.facts)
    for document in desk.facts.all(Document):
        given = _own(desk, document, party)
        if given is not None:
            found.append(_paper(desk, document, given))
        elif document in running and party in assent.signatories(desk.facts, document):
            detail = _due(desk, document, party) or "nog niet voorgelegd"
            found.append(Line(document.id, str(document), detail, _NOT_YET))
    settled = STATES[TableAssent.AGREED]
    return sorted(found, key=lambda line: (line.status == settled, sort_key(line.title)))


_NOT_YET = Status(Shape.DASHED, "nog niet gevraagd")


def _paper(desk: Desk, document: Document, given: Assent) -> Line:
    facts = desk.facts
    until = phrases.until(given)
    parts = [
        phrases.decided(facts, given) or _due(desk, document, facts.get(Party, given.party)),
        f"getekend: {phrases.signed(given)}" if given.signed_on else "",
        until if given.table is TableAssent.RESERVED else "",
    ]
    if given.table is TableAssent.REFUSED and given.acceptable:
        parts.append(f"wel: {one_line(given.acceptable)}")
    version = assent.latest(facts, document.id)
    title = f"{document}, {version}" if version else str(document)
    detail = " · ".join(part for part in parts if part)
    return Line(given.id, title, detail, answer_status(desk, given))


def answer_status(desk: Desk, given: Assent) -> Status:
    status = STATES[given.table]
    if given.table is TableAssent.RESERVED and given.reservation:
        of = phrases.item(desk.facts, given.reservation)
        return Status(status.shape, f"voorbehoud: {of}")
    if assent.has_exception(desk.facts, given):
        return STATES[Said.EXCEPT]
    return status


def _due(desk: Desk, document: Document, party: Party | None) -> str:
    """The first meeting on its way that it still has to hand in for."""
    for road in roads(desk.facts, document) if party else ():
        if party and road.party.id == party.id and road.hand_in and not road.decided:
            late = " (te laat)" if road.late(desk.today) else ""
            return f"aanleveren {day_month(road.hand_in, desk.today)}{late}"
    return ""


def actions(desk: Desk, party: Party) -> Sequence[Line]:
    """What it still has to do, the most pressing first; then what is done."""
    people = {c.id for c in desk.facts.of(Contact, "party", party.id)}
    own = [a for a in desk.facts.all(Action) if a.party == party.id or a.contact in people]
    own.sort(key=lambda a: (not a.running, a.due or date.max, sort_key(a.what)))
    return [_action(desk, action) for action in own]


def _action(desk: Desk, action: Action) -> Line:
    who = desk.names.of(Contact, action.contact) if action.contact else ""
    status = STATES[action.state]
    if action.running and action.due:
        shape = Shape.TRIANGLE if action.late(desk.today) else status.shape
        status = Status(shape, due_words(action.due, desk.today))
    return Line(action.id, str(action), who, status)


def tables(desk: Desk, party: Party) -> Sequence[Line]:
    """The tables where it sits, and what else it has a part in."""
    found = [*_forums(desk, party), *_elsewhere(desk, party)]
    return sorted(found, key=lambda line: sort_key(line.title))


def _forums(desk: Desk, party: Party) -> Iterator[Line]:
    for forum in desk.facts.all(Forum):
        roles = [
            word
            for word, here in (
                ("regie", forum.director == party.id),
                ("formele partij", party.id in forum.formal_members),
                ("lid", party.id in forum.members),
            )
            if here
        ]
        if roles:
            detail = " · ".join(part for part in (capital(listed(roles)), forum.rhythm) if part)
            yield Line(forum.id, str(forum), detail)


def _elsewhere(desk: Desk, party: Party) -> Iterator[Line]:
    about = desk.facts.one(Collaboration)
    roles = [
        word
        for word, id in (
            ("regie", about.director),
            ("centrumgemeente", about.central_municipality),
            ("doorzettingsmacht", about.breakthrough),
        )
        if id == party.id
    ]
    if roles:
        yield Line(about.id, str(about), capital(listed(roles)))
    for work in desk.facts.all(ExistingWork):
        if party.id in work.parties:
            yield Line(work.id, str(work), "Wat er al is")
    for other in desk.facts.all(Party):
        if other.part_of_party == party.id:
            yield Line(other.id, str(other), "Onderdeel van deze partij")
        elif other.represented_by == party.id:
            yield Line(other.id, str(other), "Wordt door deze partij vertegenwoordigd")


SIGNS = Status(Shape.CHECK, "tekent mee")
TALKS = Status(Shape.BUBBLE, "praat mee, tekent niet")


def chips(desk: Desk, party: Party) -> Sequence[Status]:
    """At a glance before a meeting: whether it signs, what it says, what is late."""
    found = [SIGNS if party.signs else TALKS]
    for document in assent.running(desk.facts):
        given = _own(desk, document, party)
        if given is not None and len(found) < 3:
            found.append(answer_status(desk, given))
    people = {c.id for c in desk.facts.of(Contact, "party", party.id)}
    running = [
        a
        for a in desk.facts.all(Action)
        if a.running and (a.party == party.id or a.contact in people)
    ]
    late = sum(action.late(desk.today) for action in running)
    if late:
        found.append(Status(Shape.TRIANGLE, f"{counted(late, Action.names)} te laat"))
    if len(running) > late:
        words = counted(len(running) - late, ("open actie", "open acties"))
        found.append(Status(Shape.EMPTY, words))
    return found
