"""The records as rules read them: read once, kept until a notice names them."""

from dataclasses import replace
from datetime import date

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.parties import Party
from tests.model.conftest import TODAY
from tests.model.region import Region, leads


def test_records_are_found_by_kind_id_and_field(know):
    region = Region()
    own = leads(region.plan, region.town)
    facts = know(*region.text, own)
    assert facts.today == TODAY
    assert facts.all(Party) == [region.town, region.school]
    assert facts.get(Party, region.school.id) == region.school
    assert facts.of(Contribution, "agreement", region.plan.id) == [own]
    assert facts.of(Contribution, "agreement", region.desk.id) == []
    assert facts.of(Contribution, "by", None) == [own]


def test_no_id_or_an_unknown_id_gives_nothing(know):
    facts = know(Party(name="x"))
    assert facts.get(Party, None) is None
    assert facts.get(Party, "weg") is None
    assert facts.get(Agreement, facts.all(Party)[0].id) is None


def test_the_one_collaboration_is_there_even_before_it_is(know):
    assert know().one(Collaboration) == Collaboration()
    assert know(Collaboration(name="Samen")).one(Collaboration).name == "Samen"


def test_columns_are_given_as_what_they_mean(know):
    plan = Agreement(title="Eén plan", ends_on=date(2027, 8, 1))
    facts = know(plan, own := Party(name="x"), leads(plan, own))
    picked = facts.pick(Agreement, "id", "ends_on", "confidential")
    assert picked == [(plan.id, date(2027, 8, 1), False)]
    assert facts.pick(Contribution, "role", "agreement") == [(Role.LEADS, plan.id)]


def test_what_was_read_is_kept_until_it_is_forgotten(know):
    region = Region()
    facts = know(*region.text)
    looked = (
        lambda: facts.all(Party),
        lambda: facts.get(Party, region.town.id),
        lambda: facts.of(Party, "name", "Wijkteam"),
        lambda: facts.pick(Party, "name"),
    )
    before = [look() for look in looked]
    agreements = facts.all(Agreement)
    with facts.source.step("x"):
        facts.source.save(replace(region.town, name="Wijkteam"))
    assert [look() for look in looked] == before
    facts.forget([Agreement])
    assert [look() for look in looked] == before
    facts.forget([Party])
    town = replace(region.town, name="Wijkteam")
    assert [look() for look in looked] == [
        [town, region.school],
        town,
        [town],
        [("Wijkteam",), (region.school.name,)],
    ]
    assert facts.all(Agreement) == agreements


def test_what_if_records_are_found_like_any_other_and_stay_out_of_the_dossier(know):
    region = Region()
    facts = know(*region.people)
    assert facts.of(Party, "name", "Bibliotheek") == []
    extra = Party(name="Bibliotheek")
    facts.add(extra, region.plan)
    assert facts.get(Party, extra.id) == extra
    assert facts.of(Party, "name", "Bibliotheek") == [extra]
    assert facts.all(Agreement) == [region.plan]
    assert facts.source.count(Party) == 2


def test_order_is_place_first_then_the_order_of_making():
    first, second, third = (Party(name=n) for n in "abc")
    pulled = replace(third, position=-1)
    assert in_order([second, pulled, first]) == [pulled, first, second]
    plans = [Agreement(title="x"), Agreement(title="y")]
    assert in_order(plans[::-1]) == plans
