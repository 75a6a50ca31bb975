"""What asks attention: each check fires on what breaks its rule, and only on that."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.charter import Principle, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Stage, TableAssent
from ozj_desktop.model.forums import Forum, PolicyField, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.record import Record
from ozj_desktop.model.signal import Signal
from ozj_desktop.model.signals import (
    CHECKS,
    Signals,
    in_force,
    lacking,
    set_aside,
    signals,
)
from ozj_desktop.model.signals_compass import COMPASS_CHECKS
from tests.model.conftest import TODAY
from tests.model.region import Region, except_for, leads

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
HALF_A_YEAR_AGO = TODAY - timedelta(days=184)


class World:
    """A dossier in which nothing asks attention, until a test spoils something in it."""

    def __init__(self) -> None:
        region = Region()
        forum = Forum(name="Stuurgroep", director=region.town.id)
        topic = Topic(name="Samen leren", main_forum=forum.id)
        promise: dict[str, Any] = dict(
            ends_on=TOMORROW,
            result="kinderen zijn op school",
            if_it_fails="de trekker belt",
            parents="de ouderraad dacht mee",
            topic=topic.id,
        )
        region.plan = replace(region.plan, **promise)
        region.desk = replace(region.desk, **promise)
        region.town = replace(region.town, mandate="volmacht")
        region.school = replace(region.school, mandate="statuten")
        self.region = region
        self.records: dict[str, Record] = dict(
            collaboration=Collaboration(name="Samen", director=region.town.id),
            forum=forum,
            topic=topic,
            item=ListItem(list="party_kind", code="library", label="bibliotheek"),
            town=region.town,
            school=region.school,
            mail=Contact(party=region.town.id, name="A", email="a@lindebroek.example"),
            post=Contact(party=region.school.id, name="B", email="b@school.example"),
            plan=region.plan,
            desk=region.desk,
            document=region.document,
            version=region.version,
            first=region.says(region.town),
            second=region.says(region.school),
            leading=leads(region.plan, region.town),
            helping=Contribution(agreement=region.plan.id, party=region.school.id),
            running=leads(region.desk, region.school),
            sharing=Contribution(agreement=region.desk.id, party=region.town.id),
        )

    def __getitem__(self, name: str) -> Record:
        return self.records[name]

    def spoilt(self, *more: Record, **changes: dict[str, Any] | None) -> list[Record]:
        """With other fields, without what is None, and with more records."""
        kept = dict(self.records)
        for name, fields in changes.items():
            if fields is None:
                del kept[name]
            else:
                kept[name] = replace(kept[name], **fields)
        return [*kept.values(), *more]


@pytest.fixture
def world() -> World:
    return World()


def found(facts, code: str) -> list[Signal]:
    return [s for s in signals(facts) if s.code == code]


def test_a_dossier_in_order_asks_nothing(know, world):
    assert signals(know(*world.spoilt())) == []


def test_an_empty_dossier_asks_nothing(know):
    assert signals(know()) == []


def mbo(**more):
    return ListItem(list="party_kind", code="mbo", label="mbo", counts_as="mbo", **more)


PARENTS = ListItem(list="party_kind", code="parents", label="ouders", counts_as="parents")


def refusing(world: World) -> list[Record]:
    return [except_for(world["second"], world["plan"])]


def late_route(world: World) -> list[Record]:
    return [RouteStep(party=world["school"].id, days=14)]


RESERVED = {"table": TableAssent.RESERVED, "reservation_until": YESTERDAY}
WAITING = {"table": TableAssent.SUBMITTED, "decided_on": None}

# code: what to change, which records to add, what it is about, which facts it tells
FIRES: dict[str, tuple[dict, Any, str, str]] = {
    "no_leader": ({"leading": {"role": Role.PARTNER}}, (), "plan", ""),
    "few_parties": ({"helping": {"role": Role.INFORMED}}, (), "plan", "1"),
    "no_deadline": ({"plan": {"ends_on": None}}, (), "plan", ""),
    "dates_reversed": (
        {"plan": {"starts_on": TOMORROW + timedelta(days=1)}},
        (),
        "plan",
        "vanaf 26 november 2026, uiterlijk 25 november 2026",
    ),
    "period_reversed": (
        {"document": {"starts_on": TOMORROW, "ends_on": TODAY}},
        (),
        "document",
        "vanaf 25 november 2026, tot en met 24 november 2026",
    ),
    "whole_period_reversed": (
        {"collaboration": {"starts_on": TOMORROW, "ends_on": TODAY}},
        (),
        "collaboration",
        "vanaf 25 november 2026, tot en met 24 november 2026",
    ),
    "blanks": (
        {"plan": {"what": "Na «aantal» weken komt «wie?» erbij."}},
        (),
        "plan",
        "«aantal»",
    ),
    "no_result": ({"plan": {"result": ""}}, (), "plan", ""),
    "no_fallback": ({"plan": {"if_it_fails": ""}}, (), "plan", ""),
    "no_parents": ({"plan": {"parents": ""}}, (), "plan", ""),
    "no_topic": ({"plan": {"topic": None}}, (), "plan", ""),
    "overdue": ({"plan": {"ends_on": YESTERDAY}}, (), "plan", "23 november 2026"),
    "behind": (
        {"plan": {"progress": Progress.BEHIND, "progress_on": YESTERDAY}},
        (),
        "plan",
        "sinds 23 november 2026",
    ),
    "not_looked_at": ({"plan": {"progress_on": HALF_A_YEAR_AGO}}, (), "plan", "24 mei 2026"),
    "decided_by_hand": ({"plan": {"decision_set": Decision.ADOPTED}}, (), "plan", "vastgesteld"),
    "document_by_hand": (
        {"document": {"decision_set": Decision.ADOPTED}},
        (),
        "document",
        "vastgesteld",
    ),
    "refused_one": ({}, refusing, "plan", None),
    "field_uncovered": (
        {"plan": {"policy_field": PolicyField.LEA}, "topic": {"policy_field": PolicyField.JGZ}},
        (),
        "",
        None,
    ),
    "missing": ({}, [mbo()], "mbo", ""),
    "unheard": ({}, [PARENTS], "parents", ""),
    "no_address": ({"mail": {"gets_mail": False}}, (), "town", ""),
    "bad_address": ({"mail": {"email": "a apenstaart b"}}, (), "mail", "a apenstaart b"),
    "no_contribution": ({"helping": None, "running": None}, (), "school", ""),
    "no_mandate": ({"town": {"mandate": ""}}, (), "town", ""),
    "nobody_directs": ({"collaboration": {"director": None}}, (), "collaboration", ""),
    "no_director": ({"forum": {"director": None}}, (), "forum", ""),
    "no_table": ({"topic": {"main_forum": None}}, (), "topic", ""),
    "principle_count": ({}, [Principle(text="Samen")], None, "1"),
    "vision_old": ({}, [Vision(text="x", review_on=YESTERDAY)], None, "23 november 2026"),
    "action_late": ({}, [Action(what="x", due=YESTERDAY)], None, "23 november 2026"),
    "action_of_nobody": ({}, [Action(what="x")], None, ""),
    "unanswered": (
        {"document": {"asks_by": TODAY}, "second": WAITING},
        (),
        "document",
        "Schoolbestuur",
    ),
    "refused": ({"second": {"table": TableAssent.REFUSED}}, (), "document", "Schoolbestuur"),
    "reservation_late": (
        {"second": RESERVED},
        (),
        "document",
        "Schoolbestuur (23 november 2026)",
    ),
    "route_late": (
        {"document": {"signing_on": TOMORROW}, "second": WAITING},
        late_route,
        "document",
        "Schoolbestuur",
    ),
    "signing_missed": ({"document": {"signing_on": YESTERDAY}}, (), "document", "2 partijen"),
}


def test_every_check_has_a_case_and_a_code_of_its_own():
    codes = [check.code for check in CHECKS if check not in COMPASS_CHECKS]
    assert sorted(codes) == sorted(FIRES)


@pytest.mark.parametrize("code", FIRES)
def test_a_check_fires_on_what_breaks_its_rule(know, world, code):
    changes, more, about, told = FIRES[code]
    extra = more(world) if callable(more) else list(more)
    signal, *rest = found(know(*world.spoilt(*extra, **changes)), code)
    assert (len(rest) > 0) == (code == "field_uncovered")
    if about is None:
        assert signal.about == extra[0].id
    else:
        expected = world.records.get(about)
        known = {"": "", "mbo": mbo().id, "parents": PARENTS.id}
        assert signal.about == (expected.id if expected else known[about])
    if told is not None:
        assert signal.facts == told
    assert "{" not in signal.what
    assert signal.why
    assert signal.mend


STAYS_SILENT = {
    "no_leader": ({"helping": {"role": Role.LEADS}, "leading": {"role": Role.PARTNER}}, ()),
    "few_parties": ({"helping": {"role": Role.SUPPORTS}}, ()),
    "no_deadline": ({"plan": {"ends_on": None, "starts_on": TODAY}}, ()),
    "dates_reversed": ({"plan": {"starts_on": TOMORROW}}, ()),
    "blanks": ({"plan": {"what": "Wij zeggen ‘samen’, en 3 > 2."}}, ()),
    "overdue": ({"plan": {"ends_on": TODAY}}, ()),
    "behind": ({"plan": {"progress": Progress.ON_TRACK}}, ()),
    "not_looked_at": (
        {"plan": {"progress_on": HALF_A_YEAR_AGO, "progress": Progress.DONE}},
        (),
    ),
    "decided_by_hand": (
        {"plan": {"decision_set": Decision.ADOPTED, "decision_reason": "haast"}},
        (),
    ),
    "document_by_hand": (
        {"document": {"decision_set": Decision.ADOPTED, "decision_reason": "haast"}},
        (),
    ),
    "refused_one": (
        {},
        lambda w: [except_for(w["second"], w["plan"], TableAssent.RESERVED)],
    ),
    "field_uncovered": ({"plan": {"policy_field": None}}, ()),
    "missing": ({"town": {"kind": mbo().id}}, [mbo()]),
    "unheard": ({}, [PARENTS, Party(name="Ouderraad", kind=PARENTS.id, signs=False)]),
    "no_address": (
        lambda w: {"mail": None, "town": {"represented_by": w["school"].id}},
        (),
    ),
    "bad_address": ({"mail": {"email": " a@b.nl "}}, ()),
    "no_contribution": ({"helping": None, "running": None, "school": {"signs": False}}, ()),
    "no_mandate": ({"town": {"mandate": ""}, "first": None}, ()),
    "no_table": (
        lambda w: {
            "topic": {"main_forum": None},
            "plan": {"topic": None},
            "desk": {"topic": None},
        },
        (),
    ),
    "principle_count": ({}, [Principle(text=str(n)) for n in range(5)]),
    "vision_old": ({}, [Vision(text="x", review_on=TODAY)]),
    "action_late": ({}, [Action(what="x", due=YESTERDAY, state=ActionState.DONE)]),
    "action_of_nobody": ({}, [Action(what="x", state=ActionState.DROPPED)]),
    "unanswered": ({"document": {"asks_by": TOMORROW}, "second": WAITING}, ()),
    "refused": ({"second": {"table": TableAssent.RESERVED}}, ()),
    "reservation_late": ({"second": {**RESERVED, "reservation_until": TODAY}}, ()),
    "route_late": ({"document": {"signing_on": TOMORROW}}, late_route),
    "signing_missed": (
        {
            "document": {"signing_on": YESTERDAY},
            "first": {"signed_on": YESTERDAY},
            "second": {"signed_on": TODAY},
        },
        (),
    ),
}


@pytest.mark.parametrize("code", STAYS_SILENT)
def test_a_check_is_silent_where_the_rule_just_holds(know, world, code):
    changes, more = STAYS_SILENT[code]
    extra = more(world) if callable(more) else list(more)
    changes = changes(world) if callable(changes) else changes
    assert found(know(*world.spoilt(*extra, **changes)), code) == []


SCOPED = [check.code for check in CHECKS if check.scoped]


@pytest.mark.parametrize("code", SCOPED)
def test_agreements_in_concept_are_left_alone(know, world, code):
    changes, more, _, _ = FIRES[code]
    extra = more(world) if callable(more) else list(more)
    gone = {"version": None, "first": None, "second": None}
    assert found(know(*world.spoilt(*extra, **{**changes, **gone})), code) == []


def test_agreements_that_lapsed_are_left_alone(know, world):
    lapsed = {"decision_set": Decision.LAPSED, "decision_reason": "opgegaan in een ander"}
    facts = know(*world.spoilt(plan={**lapsed, "result": "", "ends_on": YESTERDAY}))
    assert in_force(facts) == {world["desk"].id}
    assert signals(facts) == []


def test_a_kind_of_party_that_counts_as_another_is_not_missed(know, world):
    local = ListItem(list="party_kind", code="roc", label="roc", counts_as="mbo")
    records = world.spoilt(mbo(), local, town={"kind": local.id})
    assert found(know(*records), "missing") == []


def test_every_kind_that_is_often_forgotten_is_missed_on_its_own(know, world):
    jgz = ListItem(list="party_kind", code="jgz", label="JGZ", counts_as="jgz")
    (both,) = found(know(*world.spoilt(mbo(), jgz)), "missing")
    assert {one.about for one in both.each()} == {mbo().id, jgz.id}
    facts = know(*world.spoilt(mbo(), jgz, town={"kind": jgz.id}))
    assert [s.about for s in found(facts, "missing")] == [mbo().id]


def test_the_first_evaluation_that_passed_asks_for_a_look(know, world):
    evaluation = {"first_evaluation_on": YESTERDAY}
    assert found(know(*world.spoilt(plan=evaluation)), "not_looked_at")
    looked = {**evaluation, "progress_on": YESTERDAY}
    assert not found(know(*world.spoilt(plan=looked)), "not_looked_at")


def test_a_reservation_on_one_agreement_can_be_late_too(know, world):
    late = except_for(
        world["second"], world["plan"], TableAssent.RESERVED, reservation_until=YESTERDAY
    )
    told = found(know(*world.spoilt(late)), "reservation_late")
    assert [s.facts for s in told] == ["Schoolbestuur (23 november 2026)"]


def test_signals_say_the_urgent_first(know, world):
    plan = {"result": "", "ends_on": YESTERDAY, "topic": None}
    facts = know(*world.spoilt(plan=plan, forum={"director": None}))
    told = [s.urgent for s in signals(facts)]
    assert told == sorted(told, reverse=True)
    assert {True, False} == set(told)


# Set aside, with a reason


def test_a_signal_put_aside_keeps_its_reason_and_goes_to_the_end(know, world):
    records = world.spoilt(plan={"ends_on": YESTERDAY, "result": ""})
    signal = found(know(*records), "overdue")[0]
    facts = know(*records, set_aside(signal, "is zo afgesproken"))
    assert signals(facts)[-1] == signal._replace(aside="is zo afgesproken")
    assert [s.code for s in Signals(facts).open()] == ["no_result"]


def test_a_signal_put_aside_without_a_reason_stays_aside(know, world):
    records = world.spoilt(plan={"result": ""})
    facts = know(*records, set_aside(found(know(*records), "no_result")[0], ""))
    assert [s.aside for s in signals(facts)] == ["zonder reden"]


def test_a_signal_put_aside_comes_back_when_its_facts_change(know, world):
    records = world.spoilt(plan={"ends_on": YESTERDAY})
    put = set_aside(found(know(*records), "overdue")[0], "even niet")
    later = world.spoilt(put, plan={"ends_on": YESTERDAY - timedelta(days=1)})
    assert [s.aside for s in found(know(*later), "overdue")] == [""]


def test_putting_aside_one_signal_leaves_its_like_elsewhere(know, world):
    records = world.spoilt(plan={"result": ""}, desk={"result": ""})
    put = set_aside(found(know(*records), "no_result")[0], "komt nog")
    found_now = found(know(*records, put), "no_result")
    assert sorted(s.aside for s in found_now) == ["", "komt nog"]


@pytest.mark.parametrize("code", FIRES)
def test_every_signal_of_a_kind_can_be_put_aside_at_the_same_time(know, world, code):
    """Also where several parties are late or against: nothing that is put aside brings back."""
    changes, more, _, _ = FIRES[code]
    extra = more(world) if callable(more) else list(more)
    both = {"first": changes["second"]} if "second" in changes else {}
    extra += [except_for(world["first"], world["plan"])] if code == "refused_one" else []
    records = world.spoilt(*extra, **{**changes, **both})
    put = [set_aside(signal, "zo is het") for signal in found(know(*records), code)]
    left = [s for s in found(know(*records, *put), code) if not s.aside]
    assert left == []


# One signal for what is said of several


BOTH = {"town": {"mandate": ""}, "school": {"mandate": ""}}


def test_the_same_lack_at_several_parties_is_one_signal(know, world):
    (one,) = signals(know(*world.spoilt(**BOTH)))
    assert one.what == "Van twee partijen staat er niet op grond waarvan zij tekenen."
    assert [s.about for s in one.each()] == [world["town"].id, world["school"].id]
    assert one.about == world["town"].id


def test_one_party_keeps_the_words_for_one(know, world):
    (one,) = signals(know(*world.spoilt(town={"mandate": ""})))
    assert one.what == "Er staat niet op grond waarvan deze partij tekent."
    assert one.each() == (one,)


def test_put_aside_for_some_the_others_still_ask(know, world):
    (both,) = signals(know(*world.spoilt(**BOTH)))
    aside = set_aside(both.each()[1], "komt in maart")
    told = signals(know(*world.spoilt(aside, **BOTH)))
    assert [(s.about, s.aside) for s in told] == [
        (world["town"].id, ""),
        (world["school"].id, "komt in maart"),
    ]


def test_what_is_put_aside_together_is_told_together(know, world):
    (both,) = signals(know(*world.spoilt(**BOTH)))
    put = [set_aside(one, "komt in maart") for one in both.each()]
    (told,) = signals(know(*world.spoilt(*put, **BOTH)))
    assert told.aside == "komt in maart"
    assert len(told.each()) == 2


# "Klaar om voor te leggen?"


def test_what_a_concept_lacks_is_told_urgent_first(know):
    bare = Agreement(title="Los idee")
    facts = know(bare)
    assert signals(facts) == []
    points = lacking(facts, frozenset([bare.id]))
    assert [p.code for p in points[:2]] == ["no_leader", "no_deadline"]
    assert {p.about for p in points} == {bare.id}


def test_it_is_empty_when_nothing_is_lacking(know, world):
    assert lacking(know(*world.spoilt()), frozenset([world["plan"].id])) == []


def test_it_does_not_ask_how_it_goes(know, world):
    behind = {"progress": Progress.BEHIND, "progress_on": HALF_A_YEAR_AGO}
    facts = know(*world.spoilt(plan=behind))
    assert lacking(facts, frozenset([world["plan"].id])) == []


def test_a_new_concept_beside_a_submitted_document_is_silent(know, world):
    assert signals(know(*world.spoilt(Agreement(title="nieuw", starts_on=date(2027, 1, 1))))) == []
    draft = world.spoilt(document={"stage": Stage.DRAFT})
    assert signals(know(*draft)) == []
