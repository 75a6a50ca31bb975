"""A file of version 1 becomes version 2: renamed, added, mapped, dropped; and still undoes."""

from dataclasses import make_dataclass, replace
from typing import get_type_hints

import pytest
from sqlite_utils import Database, Migrations

from ozj_desktop.errors import Refused
from ozj_desktop.model.areas import Area
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record, fields_of, labelled
from ozj_desktop.store import dossier as dossiers
from ozj_desktop.store import migrations as real
from ozj_desktop.store import sqlite
from ozj_desktop.store.dossier import Dossier, Format


def version_2() -> Migrations:
    later = Migrations("ozj")
    later()(real.m001_start)

    @later()
    def m002_party(db: Database) -> None:
        real.rename_field(db, "party", "name", "title")
        real.map_field(db, "party", "title", lambda v: v.upper() if isinstance(v, str) else v)
        real.drop_field(db, "party", "brings")
        real.add_field(db, "party", "sector", "TEXT NOT NULL DEFAULT 'zorg'", "zorg")

    return later


def newer_kinds() -> tuple[type[Record], ...]:
    """Party as version 2 has it: `name` is `title`, `brings` is gone, `sector` is new."""
    hints = get_type_hints(Party, include_extras=True)
    fields = [
        ("title" if f.name == "name" else f.name, hints[f.name], labelled(f.label, f.default))
        for f in fields_of(Party)
        if f.name != "brings"
    ]
    fields.append(("sector", str, labelled("Sector", "zorg")))
    names = {"names": ("partij", "partijen")}
    made = make_dataclass(
        "Party", fields, bases=(Record,), namespace=names, frozen=True, kw_only=True
    )
    return (ListItem, Area, made)


NEWER = newer_kinds()
KIND = NEWER[-1]
FORMAT_2 = Format(NEWER, 2, "", lambda db: real.upgrade(db, version_2()))


@pytest.fixture
def old(filled, party, path):
    """A version 1 file with a history of the field that will be renamed."""
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


def test_steps_before_a_migration_can_be_undone_after_it(old, party):
    dossier = Dossier.open(old, format=FORMAT_2)
    kind = KIND
    assert dossier.verify() == []
    assert dossier.get(kind, party.id) == kind(id=party.id, title="DRIE")
    dossier.undo()
    assert {p.title for p in dossier.all(kind)} == {"DRIE", "WEG"}
    assert {p.sector for p in dossier.all(kind)} == {"zorg"}
    for title in ("DRIE", "TWEE", "EEN", "GEMEENTE VOORBEELD"):
        dossier.undo()
        assert [p.title for p in dossier.all(kind)] == [title]
    for _ in range(5):
        dossier.redo()
    assert [p.title for p in dossier.all(kind)] == ["DRIE"]
    assert dossier.verify() == []
    dossier.close()


def test_a_copy_is_made_first_and_readers_leave_the_file_alone(old, tmp_path):
    before = old.read_bytes()
    assert [p.title for p in Dossier.read(old, format=FORMAT_2).all(KIND)] == ["DRIE"]
    assert old.read_bytes() == before
    backups = tmp_path / "kopieën"
    backups.mkdir()
    Dossier.open(old, format=FORMAT_2, backups=backups).close()
    assert [p.name for p in Dossier.read(backups / "regio.v1.ozj").all(Party)] == ["drie"]


def test_failing_migration_leaves_the_file_as_it_was(old):
    def broken() -> Migrations:
        later = version_2()

        @later()
        def m003_oops(db: Database) -> None:
            raise ZeroDivisionError

        return later

    before = Dossier.read(old).history.last
    with pytest.raises(ZeroDivisionError):
        Dossier.open(old, format=Format(NEWER, 3, "", lambda db: real.upgrade(db, broken())))
    again = Dossier.open(old)
    assert again.history.last == before
    assert again.verify() == []
    again.close()


def test_damaged_file_is_not_migrated(old):
    db = sqlite.connect(old)
    db.execute("UPDATE party SET name = 'stil gewijzigd'")
    db.close()
    with pytest.raises(Refused, match="niet bijgewerkt"):
        Dossier.open(old, format=FORMAT_2)


def test_the_number_of_migrations_is_known_without_importing_them(dossier):
    applied = real.migrations.applied(Database(dossier.db))
    assert len(applied) == dossiers.CURRENT.version
    assert sqlite.fingerprint(dossier.db) == dossiers.CURRENT.schema
