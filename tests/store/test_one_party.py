"""Two parties of a whole dossier become one: every link leads somewhere; undo brings all back."""

from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from ozj_desktop.exchange.build import build
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.one_party import Side, differences, unite
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS
from tests.store.everything import fill

TODAY = date(2026, 11, 24)
SIDES: tuple[Side, ...] = ("stays", "goes", "both")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("one") / "regio.ozj"
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY, who="A. de Boer")
    return path


def make_one(dossier: Dossier, stays: Party, goes: Party, random: Random) -> None:
    facts = Facts(dossier, TODAY)
    chosen: dict[str, Side] = {
        d.field.name: random.choice(SIDES if d.field.form is Form.TEXT else SIDES[:2])
        for d in differences(stays, goes)
    }
    asked = unite(facts, KINDS, stays, goes, chosen).asked
    chosen |= {t.stays.id: random.choice(SIDES[:2]) for t in asked}
    found = unite(facts, KINDS, stays, goes, chosen)
    assert not found.asked
    with dossier.step("united"):
        dossier.save(*found.save)
        dossier.delete(*found.delete)


def loose_ends(dossier: Dossier, gone: Party) -> list[str]:
    """Links to what is not there, and any mention of the party that went."""
    ids = {record.id for kind in KINDS for record in dossier.all(kind)}
    found = []
    for kind in KINDS:
        for record in dossier.all(kind):
            if record.natural_key is not None and record.id != record.own_id():
                found.append(f"{kind.__name__} has a key of another")
            for f in fields_of(kind):
                value = getattr(record, f.name)
                told = value if f.form is Form.REFS else {value} - {None, ""}
                if f.form in (Form.REF, Form.PART_OF, Form.REFS):
                    found += [f"{kind.__name__}.{f.name}" for id in told if id not in ids]
                elif gone.id in told:
                    found.append(f"{kind.__name__}.{f.name}")
    return found


def test_every_two_parties_of_the_example_can_be_one_and_undone(example: Path) -> None:
    dossier, random = Dossier.read(example), Random(7)
    pairs = list(permutations(dossier.all(Party), 2))
    before = dossier.rows.everything()
    for stays, goes in random.sample(pairs, 40):
        make_one(dossier, stays, goes, random)
        assert loose_ends(dossier, goes) == []
        assert dossier.count(Party) == 15
        dossier.undo()
        assert dossier.rows.everything() == before
    assert dossier.verify() == []


@pytest.mark.parametrize("seed", range(8))
def test_whatever_a_dossier_holds_two_parties_can_be_one(tmp_path: Path, seed: int) -> None:
    dossier, random = Dossier.create(tmp_path / "alles.ozj", who="Jan"), Random(seed)
    fill(dossier, seed)
    with dossier.step("filled"):
        dossier.save(Party(name="Nog een"))
    before = dossier.rows.everything()
    for stays, goes in permutations(dossier.all(Party), 2):
        make_one(dossier, stays, goes, random)
        assert loose_ends(dossier, goes) == []
        dossier.undo()
        assert dossier.rows.everything() == before
    dossier.close()


def test_parties_become_one_after_another_until_one_is_left(example: Path) -> None:
    dossier, random = Dossier.read(example), Random(3)
    before = dossier.rows.everything()
    parties = dossier.all(Party)
    for goes in parties[1:]:
        make_one(dossier, dossier.get(Party, parties[0].id), dossier.get(Party, goes.id), random)
        assert loose_ends(dossier, goes) == []
    assert dossier.count(Party) == 1
    for _ in parties[1:]:
        dossier.undo()
    assert dossier.rows.everything() == before
