"""What follows when a party says something of one agreement, or of a whole document."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ozj_desktop.model.answering import (
    Changes,
    agreed_with_each,
    agreeing_with_all,
    answered,
    completed,
    signed,
)
from ozj_desktop.model.assent import answer_on
from ozj_desktop.model.documents import Assent, Deviation, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact
from ozj_desktop.model.record import Id, Record
from tests.model.region import ASKED, Region

TODAY = date(2026, 11, 24)
BUDGET: Id[ListItem] = Id("begroting")


def given_by(region: Region, **values: object) -> Assent:
    made = Assent(
        version=region.version.id,
        party=region.school.id,
        table=TableAssent.SUBMITTED,
        table_on=ASKED,
    )
    return replace(made, **values)  # type: ignore[arg-type]


def test_of_one_agreement_only_what_is_different_is_kept(know):
    region, given = Region(), given_by(Region())
    given = given_by(region)
    found = answered(
        know(*region.text, given), given, region.plan.id, {"table": TableAssent.REFUSED}
    )
    (made,) = found.saved
    assert isinstance(made, Deviation)
    assert (made.agreement, made.table, made.assent) == (
        region.plan.id,
        TableAssent.REFUSED,
        given.id,
    )


def test_who_says_the_same_as_of_the_whole_has_no_exception_any_more(know):
    region = Region()
    given = given_by(region, table=TableAssent.AGREED)
    own = Deviation(assent=given.id, agreement=region.plan.id, table=TableAssent.REFUSED)
    facts = know(*region.text, given, own)
    found = answered(facts, given, region.plan.id, {"table": TableAssent.AGREED})
    assert found == Changes((), (own,))


def test_what_is_said_of_the_only_agreement_is_said_of_the_document(know):
    region = Region()
    alone = region.numbered(1, 0, region.plan)
    text = [alone if isinstance(r, Version) else r for r in region.text]
    given = given_by(region)
    found = answered(
        know(*text, given), given, region.plan.id, {"table": TableAssent.AGREED, "note": "graag"}
    )
    (made,) = found.saved
    assert isinstance(made, Assent)
    assert (made.table, made.note, made.id) == (TableAssent.AGREED, "graag", given.id)
    assert found.gone == ()


def test_what_a_board_decides_holds_for_the_whole_document(know):
    region = Region()
    given = given_by(region)
    values = {"decided_on": TODAY, "table": TableAssent.AGREED}
    found = answered(know(*region.text, given), given, region.plan.id, values)
    whole = next(r for r in found.saved if isinstance(r, Assent))
    own = next(r for r in found.saved if isinstance(r, Deviation))
    assert (whole.decided_on, whole.table) == (TODAY, TableAssent.SUBMITTED)
    assert own.table is TableAssent.AGREED


def test_who_names_a_reservation_has_one():
    given = given_by(Region())
    assert completed(given, replace(given, reservation=BUDGET), TODAY).table is TableAssent.RESERVED
    until = replace(given, reservation_until=TODAY)
    assert completed(given, until, TODAY).table is TableAssent.RESERVED


def test_who_has_no_reservation_any_more_waits_for_nothing():
    given = given_by(
        Region(), table=TableAssent.RESERVED, reservation=BUDGET, reservation_until=TODAY
    )
    after = completed(given, replace(given, table=TableAssent.AGREED), TODAY)
    assert (after.reservation, after.reservation_until) == (None, None)


def test_a_party_says_something_since_today_unless_the_day_was_told():
    given = given_by(Region())
    agreed = replace(given, table=TableAssent.AGREED)
    assert completed(given, agreed, TODAY).table_on == TODAY
    told = replace(agreed, table_on=date(2026, 11, 1))
    assert completed(given, told, TODAY).table_on == date(2026, 11, 1)
    assert completed(given, replace(given, note="later"), TODAY).table_on == ASKED


def test_who_signs_is_known_where_one_person_signs_for_the_party(know):
    region = Region()
    given = given_by(region)
    person = Contact(party=given.party, name="R. Smeding", function="bestuurder", signs=True)
    dated = replace(given, signed_on=TODAY)
    found = signed(know(*region.text, given, person), given, dated)
    assert (found.signed_by, found.capacity) == ("R. Smeding", "bestuurder")
    other = Contact(party=given.party, name="I. Terpstra", signs=True)
    assert signed(know(*region.text, given, person, other), given, dated) == dated
    assert signed(know(*region.text, given, person), given, given) == given


def test_who_agrees_with_each_can_agree_with_the_whole_at_once(know):
    region = Region()
    given = given_by(region)
    plan = Deviation(assent=given.id, agreement=region.plan.id, table=TableAssent.AGREED)
    desk = replace(plan, id=Id(""), agreement=region.desk.id)
    assert agreed_with_each(know(*region.text, given, plan), region.version) == []
    facts = know(*region.text, given, plan, desk)
    assert agreed_with_each(facts, region.version) == [given]
    found = agreeing_with_all(facts, given)
    assert [r.table for r in found.saved if isinstance(r, Assent)] == [TableAssent.AGREED]
    assert {d.id for d in found.gone} == {plan.id, desk.id}


said = st.fixed_dictionaries(
    {"table": st.sampled_from(TableAssent)}, optional={"note": st.sampled_from(["", "geld"])}
)


@given(st.lists(st.tuples(st.booleans(), said), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_was_said_last_of_an_agreement_is_what_it_says(know, told):
    """Whatever was said before, of this or of the other agreement."""
    region = Region()
    given = given_by(region)
    stored: dict[str, Record] = {given.id: given}
    last: dict[str, TableAssent] = {}
    for of_plan, values in told:
        agreement = region.plan if of_plan else region.desk
        facts = know(*region.text, *stored.values())
        found = answered(facts, given, agreement.id, values)
        for gone in found.gone:
            del stored[gone.id]
        stored |= {record.id: record for record in found.saved}
        last[agreement.id] = values["table"]
    facts: Facts = know(*region.text, *stored.values())
    for id, table in last.items():
        assert answer_on(facts, given, id).table is table  # type: ignore[arg-type]
    assert stored[given.id] == given  # of two agreements nothing is said of the whole
