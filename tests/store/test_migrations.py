"""A file becomes one of the next version: renamed, added, mapped, dropped; and still undoes."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import make_dataclass, replace
from datetime import date
from typing import Any, get_type_hints

import pytest
from sqlite_utils import Database, Migrations

from ozj_desktop.errors import Refused
from ozj_desktop.model.areas import Area
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Number, Record, Ref, Refs, fields_of, labelled
from ozj_desktop.store import migrations as real
from ozj_desktop.store import search, sqlite
from ozj_desktop.store.archive import dump, restore
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.format import CURRENT, Format

NOW, NEXT = CURRENT.version, CURRENT.version + 1


def next_version() -> Migrations:
    later = Migrations("ozj")
    for known in (real.m001_start, real.m002_compass):
        later()(known)

    @later()
    def m900_party(db: Database) -> None:
        for old, new in NEW_NAMES.items():
            real.rename_field(db, "party", old, new)
        for name in GONE:
            real.drop_field(db, "party", name)
        real.map_field(db, "party", "title", lambda v: v.upper() if isinstance(v, str) else v)
        real.add_fields(db, "party", text="sector", number="size", sets="allies")
        real.add_fields(db, "party", date="since", refs={"seat_of": "area"})
        real.map_field(db, "party", "sector", lambda _: "zorg")
        real.drop_field(db, "area", "lies_in")

    return later


NEW_NAMES = {"name": "title", "represented_by": "spoken_for_by", "areas": "works_in"}
GONE = ("brings", "part_of_party")
ADDED = (
    ("sector", str, labelled("Sector", "zorg")),
    ("size", Number, labelled("Grootte", 0)),
    ("allies", Refs[Area], labelled("Werkt ook in", frozenset())),
    ("since", date | None, labelled("Sinds", None)),
    ("seat_of", Ref[Area] | None, labelled("Gevestigd in", None)),
)


def newer(
    kind: type[Record], renamed: dict[str, str], gone: Iterable[str], added: Iterable[Any] = ()
) -> type[Record]:
    """A kind as the next version has it."""
    hints = get_type_hints(kind, include_extras=True)
    fields = [
        (renamed.get(f.name, f.name), hints[f.name], labelled(f.label, f.default))
        for f in fields_of(kind)
        if f.name not in gone
    ]
    return make_dataclass(
        kind.__name__,
        [*fields, *added],
        bases=(Record,),
        namespace={"names": kind.names},
        init=False,
        repr=False,
        eq=False,
        kw_only=True,
    )


KIND, AREA = newer(Party, NEW_NAMES, GONE, ADDED), newer(Area, {}, ["lies_in"])
NEWER = Format(
    (ListItem, AREA, KIND), NEXT, "", lambda db, version: real.upgrade(db, version, next_version())
)


@pytest.fixture
def old(filled, party, path):
    """A file of now with a history of the field that will be renamed."""
    other = Party(name="weg", brings="niets")
    for name in ("een", "twee", "drie"):
        with filled.step("party.edited"):
            filled.save(replace(party, name=name, brings=name * 2))
    with filled.step("party.added"):
        filled.save(other)
    with filled.step("party.deleted"):
        filled.delete(other)
    filled.close()
    return path


@pytest.fixture
def linked(filled, party, path):
    """A file of now in which a party with links of every sort was taken away."""
    region, town = Area(name="Regio"), Area(name="Stad")
    town = replace(town, lies_in=frozenset([region.id]))
    school = Party(
        name="School",
        areas=frozenset([town.id, region.id]),
        part_of_party=party.id,
        represented_by=party.id,
    )
    with filled.step("party.added"):
        filled.save(region, town, school)
    with filled.step("party.deleted"):
        filled.delete(school)
    filled.close()
    return path, school, town, region


def test_steps_before_a_migration_can_be_undone_after_it(old, party):
    dossier = Dossier.open(old, format=NEWER)
    assert dossier.verify() == []
    assert dossier.get(KIND, party.id) == KIND(id=party.id, title="DRIE")
    dossier.undo()
    assert {p.title for p in dossier.all(KIND)} == {"DRIE", "WEG"}
    assert {p.sector for p in dossier.all(KIND)} == {"zorg"}
    for title in ("DRIE", "TWEE", "EEN", "GEMEENTE VOORBEELD"):
        dossier.undo()
        assert [p.title for p in dossier.all(KIND)] == [title]
    for _ in range(5):
        dossier.redo()
    assert [p.title for p in dossier.all(KIND)] == ["DRIE"]
    assert dossier.verify() == []
    dossier.close()


def test_links_are_renamed_and_dropped_in_the_past_as_well(linked):
    path, school, town, region = linked
    with closing(Dossier.open(path, format=NEWER)) as dossier:
        assert dossier.verify() == []
        dossier.undo()
        back = dossier.get(KIND, school.id)
        assert back.works_in == {town.id, region.id}
        assert back.spoken_for_by == school.represented_by
        assert (back.allies, back.size, back.since, back.seat_of) == (frozenset(), 0, None, None)
        assert dossier.get(AREA, town.id) == AREA(id=town.id, name="Stad")
        with dossier.step("party.edited"):
            dossier.save(replace(back, allies=frozenset([town.id]), seat_of=region.id, size=3))
        dossier.undo()
        assert dossier.get(KIND, school.id) == back
        dossier.undo()
        assert dossier.verify() == []


def test_a_field_that_was_dropped_holds_nothing_back(linked):
    path, school, _, region = linked
    with closing(Dossier.open(path, format=NEWER)) as dossier:
        dossier.undo()
        with dossier.step("party.deleted"):  # was the party that `part_of_party` pointed to
            dossier.delete(dossier.get(KIND, school.id))
            dossier.delete(dossier.get(AREA, region.id))
        assert [a.name for a in dossier.all(AREA)] == ["Stad"]
        assert dossier.verify() == []


def test_search_follows_a_migration(old, party):
    with closing(Dossier.open(old, format=NEWER)) as dossier:
        assert [id for _, id, _ in search.find(dossier.db, "drie")] == [party.id]
        assert [id for _, id, _ in search.find(dossier.db, "zorg")] == [party.id]
        assert search.find(dossier.db, "driedrie") == []  # stood in `brings`


def test_a_dump_of_an_older_version_is_taken_in(old, party, tmp_path):
    with closing(Dossier.open(old)) as dossier:
        told = dump(dossier)
        count = dossier.history.last.seq
    made = restore(told, tmp_path / "nieuw.ozj", format=NEWER)
    made.publish()
    with closing(Dossier.open(tmp_path / "nieuw.ozj", format=NEWER)) as dossier:
        assert dossier.history.last.seq == count
        assert [p.title for p in dossier.all(KIND)] == ["DRIE"]
        dossier.undo()
        assert {p.title for p in dossier.all(KIND)} == {"DRIE", "WEG"}
        assert [id for _, id, _ in search.find(dossier.db, "drie")] == [party.id]


def test_a_copy_is_made_first_and_readers_leave_the_file_alone(old, tmp_path):
    before = old.read_bytes()
    assert [p.title for p in Dossier.read(old, format=NEWER).all(KIND)] == ["DRIE"]
    assert old.read_bytes() == before
    backups = tmp_path / "kopieën"
    backups.mkdir()
    Dossier.open(old, format=NEWER, backups=backups).close()
    assert [p.name for p in Dossier.read(backups / f"regio.v{NOW}.ozj").all(Party)] == ["drie"]


def test_copies_of_dossiers_with_the_same_name_stand_beside_each_other(old, tmp_path):
    backups, other = tmp_path / "kopieën", tmp_path / "elders" / old.name
    backups.mkdir()
    other.parent.mkdir()
    shutil.copy(old, other)
    with closing(Dossier.open(other)) as dossier, dossier.step("party.edited"):
        dossier.save(replace(dossier.all(Party)[0], name="vier"))
    for path in (old, other):
        Dossier.open(path, format=NEWER, backups=backups).close()
    kept = {p.name: [party.name for party in Dossier.read(p).all(Party)] for p in backups.iterdir()}
    assert kept == {f"regio.v{NOW}.ozj": ["drie"], f"regio.v{NOW}-2.ozj": ["vier"]}


def test_failing_migration_leaves_the_file_as_it_was(old):
    def broken() -> Migrations:
        later = next_version()

        @later()
        def m901_oops(db: Database) -> None:
            raise ZeroDivisionError

        return later

    before = Dossier.read(old).history.last
    with pytest.raises(ZeroDivisionError):
        Dossier.open(
            old,
            format=Format(NEWER.kinds, NEXT + 1, "", lambda db, to: real.upgrade(db, to, broken())),
        )
    again = Dossier.open(old)
    assert again.history.last == before
    assert again.verify() == []
    again.close()


def test_damaged_file_is_not_migrated(old):
    db = sqlite.connect(old)
    db.execute("UPDATE party SET name = 'stil gewijzigd'")
    db.close()
    with pytest.raises(Refused, match="niet bijgewerkt"):
        Dossier.open(old, format=NEWER)


def test_the_number_of_migrations_is_known_without_importing_them(dossier):
    applied = real.migrations.applied(Database(dossier.db))
    assert len(applied) == CURRENT.version
    assert sqlite.fingerprint(dossier.db) == CURRENT.schema
