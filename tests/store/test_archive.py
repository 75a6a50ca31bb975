"""Everything out as open text and back in: the same, or refused with a sentence."""

import copy
import json
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from ozj_desktop.errors import Refused, UserError
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.archive import as_text, dump, restore
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.erase import erase
from tests.acts import content
from tests.store.everything import fill, merged_with_a_copy


def live(dossier, copy_at):
    """With steps undone, a copy merged in, an erasure and files."""
    fill(dossier)
    merged_with_a_copy(dossier, copy_at)
    contact = Contact(party=dossier.all(Party)[0].id, name="Weggewist")
    with dossier.step("x"):
        dossier.save(contact)
    erase(dossier, contact)
    fill(dossier, 2, steps=2)
    with dossier.step("x"):
        dossier.save(Party(name="later"))
    dossier.undo()


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vol")
    with closing(Dossier.create(folder / "regio.ozj", who="Jan")) as dossier:
        live(dossier, folder / "kopie.ozj")
        yield dossier


@pytest.fixture(scope="module")
def whole(full):
    """Its dump as text, to be spoilt afresh by each test."""
    return as_text(dump(full))


def again(dumped: dict[str, Any], tmp_path) -> Dossier:
    return restore(json.loads(as_text(dumped)), tmp_path / "terug.ozj", who="Kees")


def test_a_dump_of_what_was_restored_is_identical(full, tmp_path):
    first = dump(full)
    restored = again(first, tmp_path)
    assert as_text(dump(restored)) == as_text(first)
    assert content(restored) == content(full)
    assert restored.verify() == []
    assert first["tombstones"]
    assert first["merged"]
    assert len(first["files"]) == 2
    assert {step["nature"] for step in first["history"]} >= {"do", "undo", "final"}


def test_after_publishing_it_is_a_dossier_like_any_other(full, tmp_path):
    before = dump(full)
    restored = again(before, tmp_path)
    restored.publish()
    with closing(Dossier.open(tmp_path / "terug.ozj")) as opened:
        assert opened.verify() == []
        assert dump(opened) == before
        assert opened.find("later") == full.find("later")
        with opened.step("x"):
            opened.save(Party(name="nieuw"))
        opened.undo()
        opened.redo()
        assert opened.find("nieuw")
        assert opened.verify() == []


def test_undo_and_redo_go_on_after_restoring(filled, party, tmp_path):
    with filled.step("x"):
        filled.save(replace(party, name="anders"))
    filled.undo()
    restored = again(dump(filled), tmp_path)
    restored.redo()
    assert restored.get(Party, party.id).name == "anders"
    restored.undo()
    restored.undo()
    assert restored.all(Party) == []


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happened_comes_back(dossier, tmp_path, seed):
    fill(dossier, seed, steps=25)
    first = as_text(dump(dossier))
    assert as_text(dump(again(json.loads(first), tmp_path))) == first


def test_the_text_is_the_same_every_time_and_plain_json(full):
    assert as_text(dump(full)) == as_text(dump(full.copy()))
    assert json.loads(as_text(dump(full)))["format"] == "ozj-dump"
    assert "\\u00e9" not in as_text(dump(full))


def test_restoring_never_writes_over_a_file(filled, tmp_path):
    place = tmp_path / "terug.ozj"
    restored = again(dump(filled), tmp_path)
    place.write_text("van mij")
    with pytest.raises(UserError, match="bestaat al"):
        restored.publish()
    assert place.read_text() == "van mij"


# Tampered with


def spoil_title(d):
    d["content"]["agreement"][0]["title"] = "anders"


def spoil_step(d):
    d["history"][1]["who"] = "een ander"


def spoil_change(d):
    d["history"][1]["changes"][0]["op"] = "delete"


def spoil_weight(d):
    d["history"][-1]["weight"] = "0" * 32


def spoil_file(d):
    name = next(iter(d["files"]))
    d["files"][name] = "AAAA"


def lose_file(d):
    d["files"].popitem()


def extra_file(d):
    d["files"]["f" * 64] = "AAAA"


def lose_record(d):
    d["content"]["party"].pop()


def double_record(d):
    d["content"]["party"].append(d["content"]["party"][0])


def lose_kind(d):
    del d["content"]["party"]


def unknown_kind(d):
    d["content"]["leerling"] = [{"id": "1"}]


def lose_step(d):
    d["history"].pop()


def swap_steps(d):
    d["history"][1], d["history"][2] = d["history"][2], d["history"][1]


def lose_history(d):
    d["history"] = []


def lose_tombstone(d):
    d["tombstones"] = []


def lose_field(d):
    del d["content"]["party"][0]["name"]


def point_nowhere(d):
    d["content"]["contact"][0]["party"] = "weg"


def more_at_the_top(d):
    d["note"] = "van mij"


def more_in_a_step(d):
    d["history"][1]["note"] = "van mij"


def more_in_a_change(d):
    d["history"][1]["changes"][0]["note"] = ""


def more_in_a_record(d):
    d["content"]["party"][0]["note"] = []


SPOILERS = [f for n, f in globals().items() if n.split("_")[0] in {"spoil", "lose", "swap", "more"}]
SPOILERS += [extra_file, double_record, unknown_kind, point_nowhere]


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda f: f.__name__)
def test_a_dump_that_was_changed_is_refused(whole, tmp_path, spoil):
    dumped = json.loads(whole)
    spoil(dumped)
    with pytest.raises(Refused, match="niet volledig of is gewijzigd"):
        again(dumped, tmp_path)
    assert not (tmp_path / "terug.ozj").exists()


@pytest.mark.parametrize("version", [99, 10**30])
def test_a_dump_of_a_newer_version_is_refused(filled, tmp_path, version):
    with pytest.raises(Refused, match="nieuwere versie"):
        again(dump(filled) | {"version": version}, tmp_path)


@pytest.mark.parametrize("version", [None, 0, -1, "1", [1], 1.0])
def test_a_dump_without_a_version_is_refused(filled, tmp_path, version):
    with pytest.raises(Refused, match="niet volledig"):
        again(dump(filled) | {"version": version}, tmp_path)


ODD = [None, True, 0, -1, 10**30, 1.5, float("nan"), float("inf"), "", "\ud800", "x" * 5000]
ODD += [[], {}, [[]], [None], {"a": None}, [{}], "\x00"]


@pytest.mark.parametrize("key", ["content", "history", "tombstones", "merged", "files"])
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_an_odd_shape_in_place_of_a_part_is_refused(whole, tmp_path, key, odd):
    with pytest.raises(Refused):
        restore(json.loads(whole) | {key: odd}, tmp_path / "terug.ozj")


def places(thing: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where in a dump something else could stand."""
    keys = thing.keys() if isinstance(thing, dict) else range(len(thing))
    below = [(*path, key) for key in keys]
    return below + [
        found
        for at in below
        if isinstance(thing[at[-1]], dict | list)
        for found in places(thing[at[-1]], at)
    ]


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("dump") / "a.ozj"
    with closing(Dossier.create(path, who="Jan")) as dossier:
        fill(dossier, steps=3)
        return dump(dossier)


def test_an_odd_value_anywhere_is_refused_or_is_the_same(small, tmp_path):
    random, refused = Random(3), 0
    anywhere = places(small)
    for _ in range(150):
        dumped, place, odd = copy.deepcopy(small), random.choice(anywhere), random.choice(ODD)
        thing: Any = dumped
        for key in place[:-1]:
            thing = thing[key]
        thing[place[-1]] = odd
        try:
            restored = restore(dumped, tmp_path / "x.ozj")
        except Refused:
            refused += 1
        else:
            assert dump(restored) == small, (place, odd)
    assert refused > 100


def test_an_empty_object_is_refused(tmp_path):
    with pytest.raises(Refused):
        restore({}, tmp_path / "x.ozj")


def test_a_step_that_takes_back_a_later_one_is_refused(filled, tmp_path):
    """With a seal that is right: what can be undone would be looked for without end."""
    filled.undo()
    with filled.step("x"):
        filled.save(Party(name="x"))
    filled.db.execute("UPDATE step SET reverts = seq + 1 WHERE nature = 'undo'")
    filled.history.reseal()
    with pytest.raises(Refused):
        again(dump(filled), tmp_path)
