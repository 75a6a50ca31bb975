"""The two examples: whole, sound, and as rich as they were asked to be, on any day."""

from collections import Counter
from datetime import date

import pytest

from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.manuscript import manuscript
from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.assent import asked, decisions, latest, versions
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Advice, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Circle, Contact, Domain, Party
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.model.route import roads
from ozj_desktop.model.signals import signals
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS

DAYS = [date(2026, 11, 24), date(2027, 1, 1), date(2028, 2, 29), date(2029, 7, 31)]


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """`example(name, day)` is the dossier of that name, built on that day."""
    folder = tmp_path_factory.mktemp("voorbeeld")
    made: dict[tuple[str, date], Dossier] = {}

    def of(name: str, day: date = DAYS[0]) -> Dossier:
        if (name, day) not in made:
            target = folder / f"{name} {day}.ozj"
            build(resource(f"demo/{name}.toml"), target, today=day)
            made[name, day] = Dossier.read(target)
        return made[name, day]

    yield of
    for dossier in made.values():
        dossier.close()


@pytest.fixture(params=DAYS, ids=str)
def region(example, request) -> Facts:
    return Facts(example("voorbeeldregio", request.param), request.param)


@pytest.fixture
def coalition(example) -> Facts:
    return Facts(example("coalitie"), DAYS[0])


@pytest.mark.parametrize("name", ["voorbeeldregio", "coalitie"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_example_is_sound_on_any_day(example, name, day):
    assert example(name, day).verify() == []


# The region


def test_the_region_says_that_it_is_made_up(region):
    assert region.one(Collaboration).fictitious
    for document in region.all(Document):
        assert "verzonnen voorbeeld" in manuscript(region, document).foot


def test_the_region_has_parties_of_all_domains(region):
    parties = region.all(Party)
    assert len(parties) >= 14
    assert {p.domain for p in parties} >= set(Domain) - {Domain.OTHER}
    assert len([p for p in parties if not p.signs]) >= 2
    assert [p for p in parties if p.represented_by]
    assert [p for p in parties if p.part_of_party]


def test_the_region_has_agreements_in_all_states_over_three_documents(region):
    agreements, found = region.all(Agreement), decisions(region)
    assert len(agreements) >= 24
    states = Counter(found.get(a.id, Decision.DRAFT) for a in agreements)
    assert set(states) == set(Decision)
    assert {a.progress for a in agreements} == set(Progress)
    assert len(region.all(Document)) == 3
    placed = {i.agreement for i in region.all(Inclusion)}
    assert len(placed) >= 20
    assert [a for a in agreements if a.confidential]
    assert all(a.title for a in agreements)


def test_the_region_has_every_answer_there_is(region):
    given = [
        a for d in region.all(Document) if (v := latest(region, d.id)) for a in asked(region, v)
    ]
    said = {a.table for a in (*given, *region.all(Deviation))}
    assert said >= set(TableAssent) - {TableAssent.NOT_ASKED}
    assert [a for a in given if a.table is TableAssent.RESERVED and a.reservation]
    assert [a for a in given if a.decided_on]
    assert [a for a in given if a.signed_on]
    assert region.all(Deviation)


def test_the_region_has_a_document_with_two_versions_and_a_road_to_signing(region):
    counts = [len(versions(region, d.id)) for d in region.all(Document)]
    assert max(counts) >= 2
    assert min(counts) == 0
    dated = [d for d in region.all(Document) if d.signing_on and d.signing_on > region.today]
    assert [r for d in dated for r in roads(region, d) if r.legs]


def test_the_region_always_has_something_late_and_something_soon(region):
    running = (ActionState.OPEN, ActionState.BUSY)
    due = [a.due for a in region.all(Action) if a.state in running and a.due]
    assert [day for day in due if day < region.today]
    assert [day for day in due if day > region.today]


def test_the_region_has_gaps_that_give_signals(region):
    codes = {s.code for s in signals(region)}
    assert codes >= {"missing", "overdue", "behind", "action_late", "no_address", "route_late"}
    assert len(signals(region)) < 30


def test_the_region_fills_every_kind_of_thing(region):
    empty = {k.__name__ for k in KINDS if not region.all(k)}
    assert empty <= {"SetAside"}


def test_every_agreement_of_the_region_is_complete_but_for_the_gaps(region):
    led = {c.agreement for c in region.all(Contribution) if c.role is Role.LEADS}
    assert len(led) >= len(region.all(Agreement)) - 3
    assert {a.topic for a in region.all(Agreement)} >= {t.id for t in region.all(Topic)}


def test_nobody_in_the_region_can_be_reached_for_real(region):
    for contact in region.all(Contact):
        assert contact.email.endswith(".example") or not contact.email
        assert not contact.phone or contact.phone.startswith("000")


def test_dates_in_the_region_are_in_their_order(region):
    crossed = [
        a.title
        for a in region.all(Agreement)
        if a.starts_on and a.ends_on and a.ends_on < a.starts_on
    ]
    assert len(crossed) <= 1  # one gives a signal
    for version in region.all(Version):
        assert version.submitted_on <= region.today
    for assent in region.all(Assent):
        told = [d for d in (assent.table_on, assent.decided_on, assent.signed_on) if d]
        assert told == sorted(told)
        assert all(d <= region.today for d in told)
        submitted = region.get(Version, assent.version).submitted_on
        assert all(d >= submitted for d in told)


# The coalition


def test_the_coalition_has_its_parties_in_the_circles_that_were_proposed(coalition):
    parties = coalition.all(Party)
    circles = Counter(p.circle for p in parties)
    assert set(circles) >= set(Circle)
    assert not coalition.one(Collaboration).fictitious
    for party in parties:
        assert not party.circle or "Voorstel" in party.takes_part


def test_the_seven_adviezen_are_proposals_in_concept(coalition):
    agreements = coalition.all(Agreement)
    assert {a.advice for a in agreements} >= set(Advice)
    assert decisions(coalition) == {}
    assert {a.progress for a in agreements} == {Progress.NOT_STARTED}


def test_nothing_is_put_in_the_mouth_of_a_real_body(coalition):
    for kind in (Contribution, Assent, Deviation, Version, Contact):
        assert coalition.all(kind) == []
    for party in coalition.all(Party):
        assert not any((party.brings, party.gives_up, party.money, party.people, party.time))


def test_the_coalition_has_documents_that_can_be_drawn(coalition):
    for document in coalition.all(Document):
        made = manuscript(coalition, document)
        assert made.status == "Concept – niet getekend"
        assert [c.key for c in made.chapters if c.key == "agreements"]


# Both


@pytest.mark.parametrize("name", ["voorbeeldregio", "coalitie"])
def test_no_text_in_an_example_is_left_over_from_writing_it(example, name):
    facts = Facts(example(name), DAYS[0])
    for kind in KINDS:
        texts = [f.name for f in fields_of(kind) if f.form in (Form.LINE, Form.TEXT)]
        for record in facts.all(kind):
            for field in texts:
                text = getattr(record, field)
                found = (record, field, text)
                assert not {"TODO", "XXX", "lorem", "??"} & set(text.split()), found
                assert "  " not in text, found
                assert text == text.strip(), found


@pytest.mark.parametrize("name", ["voorbeeldregio", "coalitie"])
def test_starting_lists_hold_what_the_rules_know(example, name):
    facts = Facts(example(name), DAYS[0])
    codes = {i.code for i in facts.all(ListItem) if i.list == "party_kind"}
    counted = {i.counts_as for i in facts.all(ListItem) if i.list == "party_kind"}
    assert counted <= codes
