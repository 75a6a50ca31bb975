"""Signals about agreements: what makes them vague, and what keeps them from being kept."""

import re
from collections import defaultdict
from datetime import timedelta

from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.assent import asked, latest
from ozj_desktop.model.documents import Assent, Deviation, Document, TableAssent, Version
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import PolicyField, Topic
from ozj_desktop.model.record import Record
from ozj_desktop.model.signal import Check, Found, Scope

WRITTEN = "title what result why for_whom if_it_fails parents"
BLANK = re.compile("«[^»]{0,60}»?")
HALF_YEAR = timedelta(days=183)
ANSWERS: dict[type[Record], str] = {
    Version: "agreements submitted_on mends major minor document",
    Assent: "table decided_on version",
    Deviation: "",
    Document: "stage",
}


def no_leader(facts: Facts, scope: Scope) -> Found:
    leads = facts.pick(Contribution, "agreement", "role")
    led = {agreement for agreement, role in leads if role is Role.LEADS}
    return ((id, "") for id in sorted(scope - led))


def few_parties(facts: Facts, scope: Scope) -> Found:
    parties: dict[str, int] = defaultdict(int)
    for agreement, role in facts.pick(Contribution, "agreement", "role"):
        parties[agreement] += role is not Role.INFORMED
    return ((id, str(parties[id])) for id in sorted(scope) if parties[id] < 2)


def no_deadline(facts: Facts, scope: Scope) -> Found:
    dates = facts.pick(Agreement, "id", "starts_on", "ends_on")
    return ((id, "") for id, start, end in dates if id in scope and not start and not end)


def dates_reversed(facts: Facts, scope: Scope) -> Found:
    for id, start, end in facts.pick(Agreement, "id", "starts_on", "ends_on"):
        if start and end and end < start:
            yield id, f"vanaf {long_date(start)}, uiterlijk {long_date(end)}"


def _empty(field: str, facts: Facts, scope: Scope) -> Found:
    return ((id, "") for id, text in facts.pick(Agreement, "id", field) if id in scope and not text)


def no_result(facts: Facts, scope: Scope) -> Found:
    return _empty("result", facts, scope)


def no_fallback(facts: Facts, scope: Scope) -> Found:
    return _empty("if_it_fails", facts, scope)


def no_parents(facts: Facts, scope: Scope) -> Found:
    return _empty("parents", facts, scope)


def no_topic(facts: Facts, scope: Scope) -> Found:
    return _empty("topic", facts, scope)


def blanks(facts: Facts, scope: Scope) -> Found:
    """A template puts between « and » what is still to be filled in."""
    for id, *texts in facts.pick(Agreement, "id", *WRITTEN.split()):
        found = [m[0] for text in texts if (m := BLANK.search(text))] if id in scope else []
        if found:
            yield id, found[0]


def overdue(facts: Facts, scope: Scope) -> Found:
    for id, end, progress in facts.pick(Agreement, "id", "ends_on", "progress"):
        if id in scope and end and end < facts.today and progress is not Progress.DONE:
            yield id, long_date(end)


def behind(facts: Facts, scope: Scope) -> Found:
    for id, progress, on in facts.pick(Agreement, "id", "progress", "progress_on"):
        if id in scope and progress is Progress.BEHIND:
            yield id, f"sinds {long_date(on)}" if on else ""


def not_looked_at(facts: Facts, scope: Scope) -> Found:
    fields = ("id", "progress", "progress_on", "first_evaluation_on")
    for id, progress, on, evaluation in facts.pick(Agreement, *fields):
        if id not in scope or progress is Progress.DONE:
            continue
        if on and on < facts.today - HALF_YEAR:
            yield id, long_date(on)
        elif evaluation and evaluation < facts.today and (not on or on < evaluation):
            yield id, long_date(evaluation)


def decided_by_hand(facts: Facts, scope: Scope) -> Found:
    for id, chosen, reason in facts.pick(Agreement, "id", "decision_set", "decision_reason"):
        if chosen and not reason:
            yield id, chosen.label


def refused(facts: Facts, scope: Scope) -> Found:
    """One per agreement, so that it can be put aside as one."""
    against: dict[str, list[str]] = defaultdict(list)
    for document in facts.all(Document):
        version = latest(facts, document.id)
        for assent in asked(facts, version) if version else ():
            for deviation in facts.of(Deviation, "assent", assent.id):
                if deviation.table is TableAssent.REFUSED:
                    against[deviation.agreement].append(f"{document.id} {assent.party}")
    return ((id, ", ".join(sorted(who))) for id, who in against.items())


def field_uncovered(facts: Facts, scope: Scope) -> Found:
    """The four policy fields that the agreements together must cover (domein H15)."""
    topics = {t.id: t.policy_field for t in facts.all(Topic)}
    covered = {
        own or topics.get(topic)
        for id, own, topic in facts.pick(Agreement, "id", "policy_field", "topic")
        if id in scope
    }
    if scope and covered - {None}:
        yield from (("", field.label) for field in PolicyField if field not in covered)


Reads = dict[type[Record], str]

DATES: Reads = {Agreement: "starts_on ends_on"}
PROGRESS: Reads = {Agreement: "progress progress_on ends_on first_evaluation_on"}
CARD = "Afspraken, op de kaart"

AGREEMENT_CHECKS = (
    Check(
        "no_leader",
        Agreement,
        "Niemand trekt deze afspraak.",
        "Zonder naam gebeurt er vaak niets. (Mét andere ogen, 2018)",
        "Afspraken, bij Wie doet wat",
        {Contribution: "role agreement", Agreement: ""},
        no_leader,
        urgent=True,
        scoped=True,
    ),
    Check(
        "few_parties",
        Agreement,
        "Er draagt nog geen tweede partij bij.",
        "Iedereen draagt bij aan het resultaat. (Mét andere ogen, 2018)",
        "Afspraken, bij Wie doet wat",
        {Contribution: "role agreement party", Agreement: ""},
        few_parties,
        scoped=True,
    ),
    Check(
        "no_deadline",
        Agreement,
        "Er staat geen datum bij.",
        "Zonder datum kan niemand elkaar eraan houden. (Mét andere ogen, 2018)",
        f"{CARD}: Vanaf of Uiterlijk",
        DATES,
        no_deadline,
        urgent=True,
        scoped=True,
    ),
    Check(
        "dates_reversed",
        Agreement,
        "De einddatum ligt vóór de begindatum: {facts}.",
        "Dan weet niemand wanneer de afspraak geldt.",
        f"{CARD}: Vanaf en Uiterlijk",
        DATES,
        dates_reversed,
        urgent=True,
    ),
    Check(
        "blanks",
        Agreement,
        "In de tekst staat nog {facts}.",
        "Dat is een voorbeeld of een vraag uit het sjabloon, en geen afspraak.",
        f"{CARD}: vul in wat tussen « en » staat, of haal het weg",
        {Agreement: WRITTEN},
        blanks,
        urgent=True,
        scoped=True,
    ),
    Check(
        "no_result",
        Agreement,
        "Er staat niet bij welk resultaat de afspraak oplevert.",
        "Het resultaat moet tastbaar zijn. (Mét andere ogen, 2018)",
        f"{CARD}: Welk resultaat",
        {Agreement: "result"},
        no_result,
        scoped=True,
    ),
    Check(
        "no_fallback",
        Agreement,
        "Er staat niet wat u doet als het niet lukt.",
        "Wie belt wie, binnen hoeveel dagen? (Mét andere ogen, 2018: niet-vrijblijvend)",
        f"{CARD}: Als het niet lukt",
        {Agreement: "if_it_fails"},
        no_fallback,
        scoped=True,
    ),
    Check(
        "no_parents",
        Agreement,
        "Er staat niet hoe ouders en jongeren meededen.",
        "Als zij er niet achter staan, houdt een oplossing geen stand. (Mét andere ogen, 2018)",
        f"{CARD}: Ouders en jongeren",
        {Agreement: "parents"},
        no_parents,
        scoped=True,
    ),
    Check(
        "no_topic",
        Agreement,
        "De afspraak hoort nog bij geen thema.",
        "Het thema bepaalt aan welke tafel de afspraak terugkomt. (NJi)",
        f"{CARD}: Thema",
        {Agreement: "topic"},
        no_topic,
        scoped=True,
    ),
    Check(
        "overdue",
        Agreement,
        "De afspraak moest klaar zijn op {facts}.",
        "Partners spreken elkaar aan als de beweging achterblijft. (Mét andere ogen, 2018)",
        f"{CARD}: Voortgang of Uiterlijk",
        PROGRESS,
        overdue,
        urgent=True,
        scoped=True,
    ),
    Check(
        "behind",
        Agreement,
        "De afspraak loopt achter {facts}.",
        "Partners spreken elkaar aan als de beweging achterblijft. (Mét andere ogen, 2018)",
        f"{CARD}: Voortgang; maak er een actie van",
        PROGRESS,
        behind,
        urgent=True,
        scoped=True,
    ),
    Check(
        "not_looked_at",
        Agreement,
        "Over de voortgang is sinds {facts} niets vastgelegd.",
        "Kijk twee keer per jaar samen hoe het gaat. (Mét andere ogen, 2018)",
        f"{CARD}: Voortgang op",
        PROGRESS,
        not_looked_at,
        scoped=True,
    ),
    Check(
        "decided_by_hand",
        Agreement,
        "Het besluit is zelf op ‘{facts}’ gezet, zonder reden.",
        "Het besluit volgt uit het akkoord van de partijen. Wijkt u af, zeg dan waarom.",
        f"{CARD}: Waarom zelf bepaald",
        {Agreement: "decision_set decision_reason"},
        decided_by_hand,
    ),
    Check(
        "refused_one",
        Agreement,
        "Een partij is het met deze afspraak niet eens.",
        "Zonder akkoord van alle partijen is de afspraak niet vastgesteld.",
        "Documenten, bij Akkoord: wat kan wel?",
        {**ANSWERS, Deviation: "table"},
        refused,
        urgent=True,
    ),
    Check(
        "field_uncovered",
        Topic,
        "Over {facts} is nog geen afspraak voorgelegd.",
        "Samen horen de afspraken vier beleidsvelden te raken. (Mét andere ogen, 2018)",
        "Thema’s: Beleidsveld",
        {Agreement: "policy_field topic", Topic: "policy_field"},
        field_uncovered,
        scoped=True,
    ),
)
