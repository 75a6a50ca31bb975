"""Two parties become one: everything of both is with the one, and nothing leads nowhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Contribution, Role
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.documents import Achterban, Assent, Deviation, TableAssent
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.one_party import ROUTE, Side, United, differences, unite
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.record import Record
from ozj_desktop.store.kinds import KINDS
from tests.model.conftest import TODAY, Know
from tests.model.region import Region

Uniter = Callable[..., tuple[United, dict[str, Record]]]


@pytest.fixture
def united(know: Know) -> Uniter:
    """The school becomes part of the town, in a real dossier; with all there is after it."""

    def unite_them(
        region: Region, *more: Record, chosen: dict[str, Side] | None = None
    ) -> tuple[United, dict[str, Record]]:
        dossier: Any = know(*region.text, *more).source
        found = unite(Facts(dossier, TODAY), KINDS, region.town, region.school, chosen)
        with dossier.step("united"):
            dossier.save(*found.save)
            dossier.delete(*found.delete)
        return found, {record.id: record for kind in KINDS for record in dossier.all(kind)}

    return unite_them


def of(after: dict[str, Record], kind: type[Record]) -> list[Record]:
    return [record for record in after.values() if type(record) is kind]


@pytest.fixture
def region() -> Region:
    return Region()


def test_a_filled_field_beats_an_empty_one(united: Uniter) -> None:
    region = Region(
        town=Party(name="Gemeente", brings="geld"), school=Party(name="Gemeente", seat="Linde")
    )
    _, after = united(region)
    (party,) = of(after, Party)
    assert (party.brings, party.seat) == ("geld", "Linde")  # type: ignore[attr-defined]


def test_a_field_that_differs_is_a_choice_and_texts_go_together_of_themselves(
    united: Uniter,
) -> None:
    town, school = Party(name="A", gets="rust"), Party(name="B", gets="tijd", signs=False)
    assert [d.field.name for d in differences(town, school)] == ["name", "signs", "gets"]
    region = Region(town=town, school=school)
    chosen: dict[str, Side] = {"name": "goes", "signs": "goes"}
    for given, told in (({}, ("A", True)), (chosen, ("B", False))):
        (party,) = of(united(region, chosen=given)[1], Party)
        assert isinstance(party, Party)
        assert (party.name, party.signs) == told
        assert party.gets == "rust\ntijd"


def test_two_contributions_to_one_agreement_become_one(united: Uniter, region: Region) -> None:
    ours = Contribution(
        agreement=region.plan.id, party=region.town.id, role=Role.SUPPORTS, what="belt"
    )
    theirs = Contribution(
        agreement=region.plan.id,
        party=region.school.id,
        role=Role.LEADS,
        what="schrijft",
        by=TODAY,
    )
    found, after = united(region, ours, theirs)
    (now,) = of(after, Contribution)
    assert isinstance(now, Contribution)
    assert (now.id, now.role, now.what, now.by) == (ours.id, Role.LEADS, "belt\nschrijft", TODAY)
    assert [t.goes for t in found.together] == [theirs]


def test_what_only_the_other_has_moves_with_a_key_of_its_own(
    united: Uniter, region: Region
) -> None:
    theirs = Contribution(agreement=region.desk.id, party=region.school.id)
    person = Contact(party=region.school.id, name="J. de Vries")
    action = Action(what="bel", party=region.school.id, came_from=theirs.id)
    found, after = united(region, theirs, person, action)
    (now,) = of(after, Contribution)
    assert now.id == now.own_id()
    assert after[person.id].party == region.town.id  # type: ignore[attr-defined]
    assert after[action.id].came_from == now.id  # type: ignore[attr-defined]
    assert {type(r) for r in found.moved} == {Contribution, Contact, Action}


def test_two_answers_to_one_version_must_be_chosen(united: Uniter, region: Region) -> None:
    ours = region.says(region.town)
    theirs = region.says(region.school, TableAssent.REFUSED, decided_on=None)
    found, _ = united(region, ours, theirs)
    assert [(t.stays, t.goes) for t in found.asked] == [(ours, theirs)]
    for side, table in (("stays", TableAssent.AGREED), ("goes", TableAssent.REFUSED)):
        found, after = united(region, ours, theirs, chosen={ours.id: side})  # type: ignore[dict-item]
        (now,) = of(after, Assent)
        assert isinstance(now, Assent)
        assert not found.asked
        assert (now.id, now.table) == (ours.id, table)


@pytest.mark.parametrize("silent", ["town", "school"])
def test_who_said_nothing_yet_does_not_count(united: Uniter, region: Region, silent: str) -> None:
    ours, theirs = region.says(region.town), region.says(region.school)
    quiet = {"table": TableAssent.SUBMITTED, "decided_on": None}
    if silent == "town":
        ours = region.says(region.town, **quiet)  # type: ignore[arg-type]
    else:
        theirs = region.says(region.school, **quiet)  # type: ignore[arg-type]
    found, after = united(region, ours, theirs)
    (now,) = of(after, Assent)
    assert isinstance(now, Assent)
    assert not found.asked
    assert now.table is TableAssent.AGREED


@pytest.mark.parametrize("side", ["stays", "goes"])
def test_exceptions_stay_with_the_answer_that_was_chosen(
    united: Uniter, region: Region, side: Side
) -> None:
    ours = region.says(region.town)
    theirs = region.says(region.school, TableAssent.RESERVED)
    both = [
        Deviation(assent=a.id, agreement=region.plan.id, note=note)
        for a, note in ((ours, "stays"), (theirs, "goes"))
    ]
    _, after = united(region, ours, theirs, *both, chosen={ours.id: side})
    (now,) = of(after, Deviation)
    assert isinstance(now, Deviation)
    assert (now.assent, now.note) == (ours.id, side)


def test_equal_answers_need_no_choice(united: Uniter, region: Region) -> None:
    found, after = united(region, region.says(region.town), region.says(region.school))
    assert not found.asked
    assert len(of(after, Assent)) == 1


def test_one_person_of_both_is_one_unless_something_would_be_lost(
    united: Uniter, region: Region
) -> None:
    ours = Contact(party=region.town.id, name="J. de Vries", email="j@x.nl")
    theirs = Contact(party=region.school.id, name="j. de vries", phone="030")
    other = Contact(party=region.school.id, name="J. de Vries", email="anders@x.nl")
    action = Action(what="bel", contact=theirs.id)
    _, after = united(region, ours, theirs, other, action)
    people = of(after, Contact)
    assert {p.id for p in people} == {ours.id, other.id}
    assert after[ours.id].phone == "030"  # type: ignore[attr-defined]
    assert after[action.id].contact == ours.id  # type: ignore[attr-defined]


@pytest.mark.parametrize(("side", "days"), [("stays", 7), ("goes", 21)])
def test_of_two_routes_one_is_left(united: Uniter, region: Region, side: Side, days: int) -> None:
    ours = RouteStep(party=region.town.id, days=7)
    theirs = RouteStep(party=region.school.id, days=21)
    _, after = united(region, ours, theirs, chosen={ROUTE: side})
    assert [step.days for step in of(after, RouteStep)] == [days]  # type: ignore[attr-defined]


def test_what_was_set_aside_stays_aside(united: Uniter, region: Region) -> None:
    aside = SetAside(signal="no_mandate", about=region.school.id, reason="komt later")
    _, after = united(region, aside)
    (now,) = of(after, SetAside)
    assert now.about == region.town.id  # type: ignore[attr-defined]


def test_one_is_no_part_of_itself(united: Uniter) -> None:
    town = Party(name="Gemeente")
    school = Party(name="Leerplicht", part_of_party=town.id)
    other = Party(name="Wijkteam", part_of_party=school.id)
    _, after = united(Region(town=town, school=school), other)
    assert after[town.id].part_of_party is None  # type: ignore[attr-defined]
    assert after[other.id].part_of_party == town.id  # type: ignore[attr-defined]


def test_who_was_part_of_itself_goes_all_the_same(united: Uniter) -> None:
    school = Party(name="Leerplicht")
    school = replace(school, part_of_party=school.id)
    region = Region(school=school)
    _, after = united(region)
    assert school.id not in after
    assert after[region.town.id].part_of_party is None  # type: ignore[attr-defined]


def test_what_the_two_groups_said_goes_together(united: Uniter, region: Region) -> None:
    heard = [
        Achterban(document=region.document.id, party=p.id, how=p.name)
        for p in (region.town, region.school)
    ]
    _, after = united(region, *heard)
    (now,) = of(after, Achterban)
    assert now.how == "Gemeente Lindebroek\nSchoolbestuur"  # type: ignore[attr-defined]


@pytest.mark.parametrize("places", [(1, 2, 3), (0, 0, 0), (3, 1, 2)])
@pytest.mark.parametrize("older_stays", [True, False])
def test_it_keeps_the_place_of_the_one_that_was_there_first(
    know: Know, places: tuple[int, int, int], older_stays: bool
) -> None:
    """Also where nobody ever put the parties in order."""
    known = [Party(name=n, position=p) for n, p in zip("ABC", places, strict=True)]
    new = Party(name="B2", position=max(places) + 1)
    facts = know(*known, new)
    before = [p.name for p in in_order(facts.all(Party)) if p is not new]
    pair = (known[1], new) if older_stays else (new, known[1])
    found = unite(facts, KINDS, *pair)
    dossier: Any = facts.source
    with dossier.step("united"):
        dossier.save(*found.save)
        dossier.delete(*found.delete)
    after = [p.name for p in in_order(dossier.all(Party))]
    assert after == [pair[0].name if name == "B" else name for name in before if name != "B2"]
