"""Klaar om voor te leggen: the points of an agreement, and of a document with all in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.charter import Vision
from ozj_desktop.model.documents import Document, Inclusion, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.readiness import in_which, of_agreement, of_document
from ozj_desktop.model.record import Record
from ozj_desktop.model.signals import lacking
from tests.model.conftest import Know

PAPER = Document(name="Convenant", asks="Stem in", asks_by=date(2027, 1, 1), lead="Over kinderen.")
TOWN = Party(name="Gemeente", signs=True, mandate="mandaatregeling", position=1)
MAIL = Contact(party=TOWN.id, email="a@gemeente.example")


def with_agreements(know: Know, *agreements: Agreement, more: Sequence[Record] = ()) -> Facts:
    places = [
        Inclusion(document=PAPER.id, agreement=a.id, position=n) for n, a in enumerate(agreements)
    ]
    giving = [Contribution(agreement=a.id, party=TOWN.id) for a in agreements]
    return know(PAPER, TOWN, MAIL, *agreements, *giving, *places, *more)


def bare(*titles: str) -> list[Agreement]:
    return [Agreement(title=title) for title in titles]


def test_an_agreement_has_the_points_of_its_signals_urgent_first(know: Know) -> None:
    (agreement,) = bare("Los idee")
    facts = know(agreement)
    points = of_agreement(facts, agreement)
    assert [p.what for p in points] == [s.what for s in lacking(facts, frozenset([agreement.id]))]
    assert [p.urgent for p in points] == sorted((p.urgent for p in points), reverse=True)
    assert {p.ids for p in points} == {(agreement.id,)}
    assert {p.field for p in points} > {"contribution", "ends_on", "result"}


def test_the_same_lack_in_several_agreements_is_one_point_in_their_order(know: Know) -> None:
    found = bare("Eén plan", "Eén loket", "Elke dag", "Warm overdragen", "Samen leren")
    facts = with_agreements(know, *found)
    leaderless = next(p for p in of_document(facts, PAPER) if p.what.startswith("Niemand trekt"))
    assert leaderless.ids == tuple(a.id for a in found)
    assert in_which(leaderless) == "‘Eén plan’, ‘Eén loket’, ‘Elke dag’ en nog 2"


def test_agreements_in_other_documents_do_not_count(know: Know) -> None:
    inside, outside = bare("Erin", "Erbuiten")
    other = Document(name="Ander stuk")
    place = Inclusion(document=other.id, agreement=outside.id)
    facts = with_agreements(know, inside)
    facts.add(outside, other, place)
    assert {id for p in of_document(facts, PAPER) for id in p.ids} == {inside.id}


def test_what_the_document_itself_lacks_comes_along(know: Know) -> None:
    empty = Document(name="Leeg", starts_on=date(2027, 1, 1), ends_on=date(2026, 1, 1))
    points = of_document(know(empty), empty)
    assert [p.field for p in points] == ["inclusion", "", "asks", "ends_on", "asks_by", "lead"]
    assert points[1].ids == ("parties",)
    assert [p.urgent for p in points] == [True, True, True, True, False, False]


def test_dates_that_differ_are_told_as_one(know: Know) -> None:
    late = [
        replace(a, ends_on=date(2025, n + 1, 1)) for n, a in enumerate(bare("Eén", "Twee", "Drie"))
    ]
    points = of_document(with_agreements(know, *late), PAPER)
    assert [len(p.ids) for p in points if "voorbij" in p.what] == [3]


def test_a_document_in_order_has_no_points(know: Know) -> None:
    points = of_document(with_agreements(know), PAPER)
    assert [p.field for p in points] == ["inclusion"]


def test_what_a_template_left_open_in_the_document_is_told_first(know: Know) -> None:
    paper = replace(PAPER, disputes="Wie belt «wie?» binnen «aantal» dagen?")
    vision = Vision(text="Wij staan voor «wat?».")
    (first, *_) = of_document(know(paper, TOWN, vision), paper)
    assert first.urgent
    assert first.ids == (paper.id,)
    assert first.field == "disputes"
    assert "«wie?» en op nog 1 plek" in first.what
    assert not any("«" in point.what for point in of_document(know(PAPER, TOWN), PAPER))


def test_what_every_party_lacks_is_one_point_that_names_them(know: Know) -> None:
    school = Party(name="Schoolbestuur De Wingerd", short_name="De Wingerd", position=2)
    guest = Party(name="Ouderraad", signs=False, position=3)
    bare = replace(TOWN, mandate="")
    points = of_document(know(PAPER, bare, MAIL, school, guest), PAPER)
    ground = next(p for p in points if p.field == "mandate")
    assert ground.what == "Van twee partijen staat er niet op grond waarvan zij tekenen."
    assert ground.ids == (bare.id, school.id)
    assert in_which(ground) == "Gemeente, De Wingerd"


def test_of_many_parties_the_first_are_named(know: Know) -> None:
    many = [Party(name=f"Partij {n}", position=n) for n in range(1, 15)]
    points = of_document(know(PAPER, *many), PAPER)
    told = in_which(next(p for p in points if p.field == "mandate"))
    assert told.startswith("Partij 1, Partij 2, ")
    assert told.endswith("Partij 12 en nog 2")


def test_who_contributes_to_what_is_in_force_is_not_told_to_give_nothing(know: Know) -> None:
    (agreement,) = bare("Eén plan")
    school = Party(name="School", mandate="statuten", position=2)
    facts = with_agreements(know, agreement, more=[school])
    told = [p.what for p in of_document(facts, PAPER)]
    assert "Deze partij tekent mee, maar draagt nog nergens aan bij." in told
    before, paper = Agreement(title="Eerder"), Document(name="Eerder")
    version = Version(document=paper.id, major=1, minor=0, agreements=frozenset([before.id]))
    giving = Contribution(agreement=before.id, party=school.id)
    facts = with_agreements(know, agreement, more=[school, before, paper, version, giving])
    assert not any("nergens aan bij" in p.what for p in of_document(facts, PAPER))
