"""What is different since a moment, after two parties became one: that, and nothing besides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.since import as_text, told_since
from ozj_desktop.model import words
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    TableAssent,
    Version,
)
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.one_party import unite
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS

TODAY = date(2026, 11, 24)
ONE = "Leerrijk en Stichting Leerrijk Maasdonk zijn één partij geworden."


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    opened = Dossier.create(tmp_path / "regio.ozj", who="Jan")
    yield opened
    opened.close()


@pytest.fixture
def school(dossier: Dossier) -> Party:
    """A party with all that a party can have in agreements and papers."""
    party, other = Party(name="Stichting Leerrijk Maasdonk", position=1), Party(name="GGD")
    plans = [Agreement(title=f"Plan {n}") for n in (1, 2, 3)]
    paper = Document(name="Convenant")
    version = Version(document=paper.id, major=1, minor=0)
    given = Assent(version=version.id, party=party.id, table=TableAssent.AGREED)
    with dossier.step("filled"):
        dossier.save(party, other, *plans, paper, version, given)
        dossier.save(*(Inclusion(document=paper.id, agreement=plan.id) for plan in plans))
        dossier.save(
            *(Contribution(agreement=p.id, party=party.id, what="helpt mee") for p in plans),
            Deviation(assent=given.id, agreement=plans[0].id),
            Contact(party=party.id, name="Noor", email="noor@leerrijk.nl"),
            RouteStep(party=party.id),
        )
    return party


def made_one(dossier: Dossier, stays: Party, goes: Party, **chosen: Any) -> None:
    found = unite(Facts(dossier, TODAY), KINDS, stays, goes, chosen)
    with dossier.step(words.united(stays.id)):
        dossier.save(*found.save)
        dossier.delete(*found.delete)


def since(dossier: Dossier, after: int = 2) -> str:
    return as_text(told_since(dossier, after))


def added(dossier: Dossier, record: Any) -> Any:
    with dossier.step("added"):
        dossier.save(record)
    return record


def test_a_party_taken_up_in_a_new_one_is_told_in_one_sentence(dossier, school):
    new = added(dossier, Party(name="Leerrijk"))
    made_one(dossier, new, school, name="goes")
    assert since(dossier) == f"Stichting Leerrijk Maasdonk\n- {ONE}\n"


def test_the_same_the_other_way_round(dossier, school):
    made_one(dossier, school, added(dossier, Party(name="Leerrijk")))
    assert since(dossier) == f"Stichting Leerrijk Maasdonk\n- {ONE}\n"


def test_a_merge_of_an_older_version_of_the_program_is_known_too(dossier, school):
    new = added(dossier, Party(name="Leerrijk"))
    found = unite(Facts(dossier, TODAY), KINDS, new, school, {"name": "goes"})
    with dossier.step("united"):
        dossier.save(*found.save)
        dossier.delete(*found.delete)
    assert since(dossier) == f"Stichting Leerrijk Maasdonk\n- {ONE}\n"


def test_what_came_with_it_and_what_followed_is_told_as_well(dossier, school):
    new = added(dossier, Party(name="Leerrijk"))
    made_one(dossier, new, school, name="goes")
    first, second, _ = dossier.all(Agreement)
    shared, gone = (
        next(iter(dossier.all(Contribution, agreement=a.id, party=new.id))) for a in (first, second)
    )
    with dossier.step("x"):
        dossier.save(replace(shared, role=Role.LEADS))
        dossier.delete(gone)
    assert since(dossier) == (
        "Plan 1\n- Bijdrage van Stichting Leerrijk Maasdonk. Rol: trekker (was partner).\n\n"
        "Plan 2\n- Bijdrage van Stichting Leerrijk Maasdonk: weggehaald.\n\n"
        f"Stichting Leerrijk Maasdonk\n- {ONE}\n"
    )


def test_two_contributions_that_became_one_tell_what_came_in(dossier, school):
    plan, *_ = dossier.all(Agreement)
    other = added(dossier, Party(name="Leerrijk"))
    added(dossier, Contribution(agreement=plan.id, party=other.id, what="betaalt"))
    before = dossier.history.last.seq
    made_one(dossier, school, other)
    told = since(dossier, before)
    assert told.count("Bijdrage") == 1
    assert "Wat: ‘helpt mee betaalt’ (was ‘helpt mee’)" in told
    assert "weggehaald" not in told


def test_three_that_became_one_after_each_other(dossier, school):
    second = added(dossier, Party(name="Leerrijk"))
    third = added(dossier, Party(name="SLM"))
    made_one(dossier, second, school)
    made_one(dossier, third, dossier.get(Party, second.id), name="goes")
    assert since(dossier) == (
        f"Leerrijk\n- {ONE}\n- Leerrijk en SLM zijn één partij geworden.\n"
        "- Naam: ‘Leerrijk’ (was ‘Stichting Leerrijk Maasdonk’).\n"
    )


def test_undone_it_says_nothing_and_done_again_it_does(dossier, school):
    new = added(dossier, Party(name="Leerrijk"))
    made_one(dossier, new, school, name="goes")
    dossier.undo()
    assert "één partij" not in since(dossier)
    assert since(dossier) == "Leerrijk\n- Nieuwe partij.\n"
    dossier.redo()
    assert ONE in since(dossier)


def test_a_double_that_nobody_knew_is_not_told(dossier, school):
    before = dossier.history.last.seq
    one, two = (added(dossier, Party(name=name)) for name in ("Vivo", "Stichting Vivo"))
    made_one(dossier, one, two)
    assert since(dossier, before) == "Vivo\n- Nieuwe partij.\n"


def test_an_exception_names_the_party_and_the_agreement(dossier, school):
    _, plan, _ = dossier.all(Agreement)
    (given,) = dossier.all(Assent)
    before = dossier.history.last.seq
    made = Deviation(
        assent=given.id,
        agreement=plan.id,
        table=TableAssent.RESERVED,
        note="Te weinig mensen.",
    )
    added(dossier, made)
    whose = "- Akkoord van Stichting Leerrijk Maasdonk bij afspraak ‘Plan 2’"
    told = since(dossier, before)
    assert told.startswith(f"Convenant\n{whose}: akkoord onder voorbehoud. Waarom: ‘Te")
    assert "Te weinig mensen." in told
    before = dossier.history.last.seq
    dossier.undo()
    assert since(dossier, before) == f"Convenant\n{whose}: weggehaald.\n"


@pytest.mark.parametrize("seed", range(12))
def test_no_two_parties_of_a_region_leave_anything_removed(tmp_path, seed):
    """Whoever becomes one with whom: nothing of it was taken away, and nothing is new."""
    path, random = tmp_path / "regio.ozj", Random(seed)
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY, who="A. de Boer")
    dossier = Dossier.open(path)
    stays, goes = random.sample(dossier.all(Party), 2)
    before = dossier.history.last.seq
    found = unite(Facts(dossier, TODAY), KINDS, stays, goes)
    made_one(dossier, stays, goes, **{t.stays.id: "stays" for t in found.asked})
    told = since(dossier, before)
    assert told.count("zijn één partij geworden.") == 1
    assert "weggehaald" not in told
    assert "verwijderd" not in told
    assert "ieuwe partij" not in told
    dossier.close()
