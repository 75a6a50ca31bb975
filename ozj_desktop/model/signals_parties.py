"""Signals about who is missing, who steers, and who has yet to answer."""

from collections.abc import Collection, Iterable
from datetime import date

from ozj_desktop.model.actions import Action
from ozj_desktop.model.addresses import addresses_in, is_address
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import Answer, asked, deviations, latest, running
from ozj_desktop.model.charter import Principle, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Deviation, Document, TableAssent, Version
from ozj_desktop.model.dutch import counted, listed, long_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.phrases import called
from ozj_desktop.model.route import roads
from ozj_desktop.model.signal import Check, Found, Scope

FORGOTTEN = ("childcare", "mbo", "youth_work", "health_insurer", "care_office", "jgz")
VOICES = ("parents", "young_people")
FEWEST, MOST = 5, 8  # leading principles (domein F15)
CHOSEN = {Party: "kind signs", ListItem: "counts_as"}
VERSIONS = {
    Version: "document major minor submitted_on mends",
    Document: "stage signatories signing_on asks_by decision_set",
}
NAMES = "name short_name position"  # and the order they come in
ANSWERS = {**VERSIONS, Assent: "table table_on reservation_until decided_on", Deviation: "table"}


def missing(facts: Facts, scope: Scope) -> Found:
    """Often forgotten, and not at the table here (domein C11–C13)."""
    if facts.all(Party):
        yield from absent(facts, FORGOTTEN)


def unheard(facts: Facts, scope: Scope) -> Found:
    if facts.all(Party):
        yield from absent(facts, VOICES)


def absent(facts: Facts, kinds: Iterable[str]) -> Found:
    """The items of these kinds, if they are in the list, of which no party is one."""
    present = {party.kind for party in facts.all(Party)}
    items = [item for item in facts.all(ListItem) if item.list == "party_kind"]
    for kind in kinds:
        meant = next((item.id for item in items if item.code == kind), None)
        alike = {meant, *(item.id for item in items if item.counts_as == kind)}
        if meant and not alike & present:
            yield meant, ""


def no_address(facts: Facts, scope: Scope) -> Found:
    reachable = {
        c.party
        for c in facts.all(Contact)
        if c.gets_mail and any(map(is_address, addresses_in(c.email)))
    }
    for party in facts.all(Party):
        if scope and party.signs and not {party.id, party.represented_by} & reachable:
            yield party.id, ""


def bad_address(facts: Facts, scope: Scope) -> Found:
    for contact in facts.all(Contact):
        wrong = [text for text in addresses_in(contact.email) if not is_address(text)]
        if wrong:
            yield contact.id, listed(wrong)


def no_contribution(facts: Facts, scope: Scope) -> Found:
    """Everybody contributes: an empty row in the matrix is a signal (domein F9, F10)."""
    giving = {p for a, p in facts.pick(Contribution, "agreement", "party") if a in scope}
    for party in facts.all(Party):
        if scope and party.signs and party.id not in giving:
            yield party.id, ""


def no_mandate(facts: Facts, scope: Scope) -> Found:
    asked_parties = {a.party for d in running(facts) for a in _answers(facts, d)}
    return without_mandate(facts, asked_parties)


def without_mandate(facts: Facts, ids: Collection[str]) -> Found:
    """Those of these parties of which nothing says on what ground they sign."""
    return ((p.id, "") for p in facts.all(Party) if p.id in ids and not p.mandate)


def nobody_directs(facts: Facts, scope: Scope) -> Found:
    found = facts.one(Collaboration)
    if facts.all(Party) and not found.director:
        yield found.id, ""


def no_director(facts: Facts, scope: Scope) -> Found:
    return ((forum.id, "") for forum in facts.all(Forum) if not forum.director)


def no_table(facts: Facts, scope: Scope) -> Found:
    used = {topic for id, topic in facts.pick(Agreement, "id", "topic") if id in scope}
    return ((t.id, "") for t in facts.all(Topic) if t.id in used and not t.main_forum)


def principle_count(facts: Facts, scope: Scope) -> Found:
    count = len(facts.all(Principle))
    if count and facts.all(Version) and not FEWEST <= count <= MOST:
        yield facts.all(Principle)[0].id, str(count)


def vision_old(facts: Facts, scope: Scope) -> Found:
    for vision in facts.all(Vision):
        due = min((d for d in (vision.review_on, vision.ends_on) if d), default=None)
        if due and due < facts.today:
            yield vision.id, long_date(due)


def action_late(facts: Facts, scope: Scope) -> Found:
    for action in facts.all(Action):
        if action.due and action.late(facts.today):
            yield action.id, long_date(action.due)


def action_of_nobody(facts: Facts, scope: Scope) -> Found:
    for action in facts.all(Action):
        if action.running and not action.party and not action.contact:
            yield action.id, ""


def unanswered(facts: Facts, scope: Scope) -> Found:
    for document in running(facts):
        open_still = [a for a in _answers(facts, document) if a.table is TableAssent.SUBMITTED]
        if open_still and document.asks_by and document.asks_by <= facts.today:
            yield document.id, _names(facts, open_still)


def decided_by_hand(facts: Facts, scope: Scope) -> Found:
    for document in facts.all(Document):
        if document.decision_set and not document.decision_reason:
            yield document.id, document.decision_set.label


def refused(facts: Facts, scope: Scope) -> Found:
    for document in running(facts):
        against = [a for a in _answers(facts, document) if a.table is TableAssent.REFUSED]
        if against:
            yield document.id, _names(facts, against)


def reservation_late(facts: Facts, scope: Scope) -> Found:
    for document in running(facts):
        late = [
            f"{_names(facts, [assent])} ({long_date(due)})"
            for assent in _answers(facts, document)
            for given in _given(facts, assent)
            if (due := given.reservation_until)
            and given.table is TableAssent.RESERVED
            and due < facts.today
        ]
        if late:
            yield document.id, listed(late)


def _given(facts: Facts, assent: Assent) -> list[Answer]:
    return [assent, *deviations(facts, assent)]


def route_late(facts: Facts, scope: Scope) -> Found:
    for document in running(facts):
        late = [r.party for r in roads(facts, document) if r.late(facts.today)]
        if late and not _past(document.signing_on, facts.today):
            yield document.id, listed(called(facts, p) for p in late)


def signing_missed(facts: Facts, scope: Scope) -> Found:
    for document in running(facts):
        waiting = [a for a in _answers(facts, document) if not a.signed_on]
        if document.signing_on and _past(document.signing_on, facts.today) and waiting:
            yield document.id, counted(len(waiting), ("partij", "partijen"))


def _past(day: date | None, today: date) -> bool:
    return bool(day and day < today)


def _answers(facts: Facts, document: Document) -> list[Assent]:
    version = latest(facts, document.id)
    return asked(facts, version) if version else []


def _names(facts: Facts, assents: list[Assent]) -> str:
    found = [facts.get(Party, a.party) for a in assents]
    return listed(called(facts, p) for p in found if p)


TABLE = "Documenten, bij Akkoord"

PARTY_CHECKS = (
    Check(
        "missing",
        ListItem,
        "Deze partij zit nog niet aan tafel.",
        "Zij wordt vaak vergeten en is hier nodig. (Mét andere ogen, 2018)",
        "Partijen: voeg die toe, of leg terzijde met de reden",
        CHOSEN,
        missing,
        many="{count} soorten partijen zitten nog niet aan tafel.",
    ),
    Check(
        "unheard",
        ListItem,
        "Wij horen hen nog niet.",
        "Zij weten het uit ervaring. Wie horen we niet? (Mét andere ogen, 2018)",
        "Partijen: voeg toe wie namens hen meepraat",
        CHOSEN,
        unheard,
        many="Van {count} groepen horen wij nog niemand.",
    ),
    Check(
        "no_address",
        Party,
        "Er is niemand met een e-mailadres die de stukken krijgt.",
        "Dan bereikt het stuk deze partij niet.",
        "Partijen: Contactpersonen",
        {Contact: "email gets_mail party", Party: "signs represented_by"},
        no_address,
        scoped=True,
        many="Bij {count} partijen is er niemand met een e-mailadres die de stukken krijgt.",
    ),
    Check(
        "bad_address",
        Contact,
        "‘{facts}’ is geen e-mailadres.",
        "Dan komt de mail niet aan.",
        "Partijen: Contactpersonen",
        {Contact: "email"},
        bad_address,
    ),
    Check(
        "no_contribution",
        Party,
        "Deze partij tekent mee, maar draagt nog nergens aan bij.",
        "Iedereen draagt bij aan het resultaat. (Mét andere ogen, 2018)",
        "Afspraken, bij Wie doet wat",
        {Contribution: "party agreement", Party: "signs", **ANSWERS},
        no_contribution,
        scoped=True,
        many="{count} partijen tekenen mee, maar dragen nog nergens aan bij.",
    ),
    Check(
        "no_mandate",
        Party,
        "Er staat niet op grond waarvan deze partij tekent.",
        "Wie aan tafel zit, moet het mandaat hebben om te besluiten. (Smeets & Van Veen)",
        "Partijen: Tekent op grond van",
        {Party: "mandate", **ANSWERS},
        no_mandate,
        many="Van {count} partijen staat er niet op grond waarvan zij tekenen.",
    ),
    Check(
        "nobody_directs",
        Collaboration,
        "Er staat niet bij wie de regie ligt.",
        "Het is vaak onduidelijk wie de regie voert. (Mét andere ogen, 2018)",
        "Samenwerking: Regie bij",
        {Collaboration: "director", Party: ""},
        nobody_directs,
        urgent=True,
    ),
    Check(
        "no_director",
        Forum,
        "Er staat niet wie aan deze tafel de regie heeft.",
        "Het is vaak onduidelijk wie de regie voert. (Mét andere ogen, 2018)",
        "Overlegtafels: Regie bij",
        {Forum: "director"},
        no_director,
    ),
    Check(
        "no_table",
        Topic,
        "Dit thema heeft nog geen hoofdtafel.",
        "Dan is onduidelijk aan welke tafel het wordt besproken. (NJi)",
        "Thema’s: Hoofdtafel",
        {Topic: "main_forum", Agreement: "topic"},
        no_table,
        scoped=True,
    ),
    Check(
        "principle_count",
        Principle,
        "Er zijn {facts} leidende principes. Vijf tot acht werkt het best.",
        "Minder geeft te weinig richting, meer onthoudt niemand. (NJi en Movisie)",
        "Visie en principes",
        {Principle: "", Version: ""},
        principle_count,
    ),
    Check(
        "vision_old",
        Vision,
        "De visie moest opnieuw bekeken zijn op {facts}.",
        "Maak de visie elke vier jaar opnieuw, met alle partijen. (Mét andere ogen, 2018)",
        "Visie en principes: Herijken op",
        {Vision: "review_on ends_on"},
        vision_old,
    ),
    Check(
        "action_late",
        Action,
        "Deze actie moest klaar zijn op {facts}.",
        "Wat blijft liggen, hoort op de volgende agenda.",
        "Acties: Stand of Uiterlijk",
        {Action: "due state"},
        action_late,
        urgent=True,
    ),
    Check(
        "action_of_nobody",
        Action,
        "Niemand heeft deze actie.",
        "Zonder naam gebeurt er vaak niets.",
        "Acties: Wie of Partij",
        {Action: "party contact state"},
        action_of_nobody,
    ),
    Check(
        "unanswered",
        Document,
        "Nog geen antwoord van {facts}.",
        "De datum waarop u antwoord vroeg, is voorbij.",
        TABLE,
        {**ANSWERS, Party: NAMES},
        unanswered,
        urgent=True,
    ),
    Check(
        "document_by_hand",
        Document,
        "Het besluit is zelf op ‘{facts}’ gezet, zonder reden.",
        "Het besluit volgt uit het akkoord van de partijen. Wijkt u af, zeg dan waarom.",
        "Documenten: Waarom zelf bepaald",
        {Document: "decision_set decision_reason"},
        decided_by_hand,
    ),
    Check(
        "refused",
        Document,
        "Niet akkoord: {facts}.",
        "Vraag wat wél kan. Zonder akkoord van alle partijen is het stuk niet vastgesteld.",
        TABLE,
        {**ANSWERS, Party: NAMES},
        refused,
        urgent=True,
    ),
    Check(
        "reservation_late",
        Document,
        "Een voorbehoud had opgelost moeten zijn: {facts}.",
        "Vraag of het besluit is gevallen.",
        TABLE,
        {**ANSWERS, Deviation: "table reservation_until", Party: NAMES},
        reservation_late,
        urgent=True,
    ),
    Check(
        "route_late",
        Document,
        "Te laat om vóór de ondertekening te besluiten: {facts}.",
        "Teruggerekend vanaf de ondertekening had het stuk daar al moeten liggen.",
        "Documenten: Ondertekening op, of Partijen: Besluitroute",
        {
            **ANSWERS,
            RouteStep: "party position days",
            Party: f"{NAMES} signs",
        },
        route_late,
        urgent=True,
    ),
    Check(
        "signing_missed",
        Document,
        "De ondertekening is voorbij, maar {facts} tekende nog niet.",
        "Leg vast wie tekende, of kies een nieuwe datum.",
        TABLE,
        {**ANSWERS, Assent: "signed_on table"},
        signing_missed,
    ),
)
