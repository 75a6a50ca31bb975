"""Real dossiers, damaged in every way a disk, a network or a stranger can think of."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from ozj_desktop.errors import Refused, UserError
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.parties import Party
from ozj_desktop.store import sqlite
from ozj_desktop.store.archive import dump, restore
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.format import CURRENT
from tests.acts import content
from tests.store.everything import fill


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("gaaf") / "regio.ozj"
    with closing(Dossier.create(path, who="Jan")) as dossier:
        fill(dossier, steps=30)
    return path


@pytest.fixture
def path(sound, tmp_path) -> Path:
    """A copy of a sound dossier, to be damaged."""
    return Path(shutil.copy(sound, tmp_path))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def state(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def refused(path: Path) -> list[str]:
    """What is said on opening and on reading; both are refused and nothing is written."""
    before, told = state(path.parent), []
    for open_it in (Dossier.open, Dossier.read):
        with pytest.raises(Refused) as found:
            open_it(path)
        told.append(str(found.value))
    left = state(path.parent)
    left.pop(f".{path.name}.slot", None)
    assert left == before
    return told


def noticed(path: Path) -> None:
    """Refused, or opened and found to be wrong before anybody can edit; the file is as it was."""
    before = path.read_bytes()
    for open_it in (Dossier.open, Dossier.read):
        try:
            dossier = open_it(path)
        except Refused:
            continue
        with closing(dossier):
            assert dossier.verify()
    assert path.read_bytes() == before


# Bytes


def cut(share: float) -> Callable[[bytes], bytes]:
    return lambda data: data[: int(len(data) * share)]


def page_zeroed(number: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: number * 4096] + bytes(4096) + data[(number + 1) * 4096 :]


BYTES = {
    "half the header": lambda data: data[:50],
    "no magic": lambda data: b"X" + data[1:],
    "an unknown way of writing": lambda data: data[:18] + b"\x09\x09" + data[20:],
    "nothing": lambda data: b"",
    "text": lambda data: "Dit is geen dossier. €".encode(),
    "noise": lambda data: Random(1).randbytes(len(data)),
    "noise after the header": lambda data: data[:100] + Random(1).randbytes(len(data) - 100),
    "a page of zeros at the start": page_zeroed(0),
    "another program": lambda data: data[:68] + b"\0\0\0\0" + data[72:],
}


@pytest.mark.parametrize("damage", BYTES)
def test_what_is_no_dossier_any_more_is_refused(path, damage):
    path.write_bytes(BYTES[damage](path.read_bytes()))
    for told in refused(path):
        assert told.startswith("regio.ozj is ")
        assert told.endswith(".")


@pytest.mark.parametrize("share", [0.1, 0.3, 0.7, 0.95, 0.999])
def test_a_file_that_was_cut_off_is_noticed(path, share):
    path.write_bytes(cut(share)(path.read_bytes()))
    noticed(path)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_a_page_of_zeros_is_noticed(path, part):
    data = path.read_bytes()
    path.write_bytes(page_zeroed(int(len(data) / 4096 * part))(data))
    noticed(path)


def test_a_file_with_something_behind_it_is_read_or_noticed(path):
    before = Dossier.read(path)
    path.write_bytes(path.read_bytes() + b"\0" * 4096 + b"aanhangsel" * 400)
    dossier = Dossier.read(path)
    assert dossier.verify() or content(dossier) == content(before)


# Schema

SCHEMAS = {
    "an extra trigger": ["CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM term; END"],
    "a trigger with the name of a table of search": [
        "CREATE TRIGGER search_data AFTER INSERT ON party BEGIN DELETE FROM term; END"
    ],
    "a view instead of a table": [
        "ALTER TABLE term RENAME TO oud",
        "CREATE VIEW term AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT x AS id, x AS name, x AS meaning, x AS source FROM n",
    ],
    "an extra view": ["CREATE VIEW v AS SELECT 1"],
    "an extra table": ["CREATE TABLE leerling (bsn TEXT)"],
    "an extra index": ["CREATE INDEX i ON party (name)"],
    "an extra column": ["ALTER TABLE party ADD COLUMN bsn TEXT"],
    "a missing table": ["DROP TABLE term"],
    "a missing index": ["DROP INDEX change_id"],
    "a missing column": ["ALTER TABLE term DROP COLUMN source"],
    "another type": [
        "DROP TABLE term",
        "CREATE TABLE term (id TEXT PRIMARY KEY, name TEXT, meaning TEXT, source TEXT)",
    ],
    "no search": ["DROP TABLE search"],
    "version nought": ["PRAGMA user_version = 0"],
    "a negative version": ["PRAGMA user_version = -5"],
}


@pytest.mark.parametrize("damage", SCHEMAS)
def test_another_schema_is_refused(path, damage):
    change(path, *SCHEMAS[damage])
    for told in refused(path):
        assert "beschadigd en is niet gewijzigd" in told


def test_the_numbers_that_a_user_of_sqlite_leaves_are_no_damage(path):
    """ANALYZE makes tables of SQLite's own."""
    change(path, "ANALYZE")
    with closing(Dossier.open(path)) as dossier:
        assert dossier.verify() == []


# Content

CONTENT = {
    "a name": "UPDATE party SET name = 'anders'",
    "a party without an owner": "DELETE FROM party",
    "a link to nothing": "INSERT INTO link VALUES ('weg', 'members', 'ook weg')",
    "a thing to nothing": "INSERT INTO contact (id, party) VALUES ('x', 'weg')",
    "a step": "UPDATE step SET label = 'x' WHERE seq = 2",
    "a step less": "DELETE FROM step WHERE seq = (SELECT max(seq) FROM step)",
    "a step more": "INSERT INTO step VALUES (999, 'x', '', '', '', '', 'do', NULL, '0', '')",
    "a change less": "DELETE FROM change WHERE seq = 2",
    "a change that is no text of ours": "UPDATE change SET fields = 'geen json' WHERE seq = 2",
    "a tombstone": "INSERT INTO tombstone VALUES ('x')",
    "a merge": "INSERT INTO merged VALUES ('x', 1)",
    "a file": "INSERT INTO blob VALUES ('x', x'00')",
    "an unknown choice": "UPDATE agreement SET progress = 'zweeft'",
    "a date that is none": "UPDATE agreement SET ends_on = 'morgen'",
}


@pytest.mark.parametrize("damage", CONTENT)
def test_content_that_somebody_else_changed_is_noticed(path, damage):
    change(path, CONTENT[damage])
    noticed(path)


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE agreement SET progress = 'zweeft'",
        "UPDATE agreement SET ends_on = 'morgen'",
        "UPDATE party SET domain = 'iets'",
    ],
)
def test_what_the_program_does_not_know_is_noticed_also_with_the_right_seals(path, act):
    with closing(Dossier.open(path)) as dossier:
        with dossier.step("x"):
            dossier.save(Party(name="x"), Agreement(title="x"))
        dossier.db.execute(act)
        dossier.history.reseal(weigh_again=True)
        assert dossier.history.verify() == []
        assert dossier.verify() == ["Het bestand is niet overal meer te lezen."]
        with pytest.raises(Refused):
            restore(dump(dossier), path.with_name("terug.ozj"))


def test_a_file_in_utf_16_is_a_dossier_like_any_other(tmp_path):
    place = tmp_path / "utf16.ozj"
    with closing(sqlite.connect(place, "rwc")) as db:
        db.execute("PRAGMA encoding = 'UTF-16le'")
        CURRENT.bring_up_to_date(db)
        with Dossier(db, place).step("created", nature="final"):
            pass
    with closing(Dossier.open(place)) as dossier:
        fill(dossier)
        assert dossier.verify() == []
        assert content(Dossier.read(place)) == content(dossier)
        assert dossier.find("name")


# Journals and write-ahead logs


def crashed(path: Path, folder: Path, name: str) -> Path:
    """File and journal as they lie there after a crash halfway a big step."""
    target = folder / name
    with closing(Dossier.open(path)) as dossier:
        dossier.db.execute("PRAGMA cache_size = 1")
        with pytest.raises(ZeroDivisionError), dossier.step("x"):
            for number in range(300):
                dossier.save(Party(name=f"half {number} " * 50))
            for end in ("", "-journal"):
                shutil.copy(f"{path}{end}", f"{target}{end}")
            _ = 1 / 0
    assert target.read_bytes() != path.read_bytes()
    return target


def test_a_hot_journal_is_rolled_back(path, tmp_path):
    whole = content(Dossier.read(path))
    hot = crashed(path, tmp_path, "crash.ozj")
    assert content(Dossier.read(hot)) == whole
    with closing(Dossier.open(hot)) as dossier:
        assert content(dossier) == whole
        assert dossier.verify() == []
    assert not hot.with_name("crash.ozj-journal").exists()


def test_the_journal_of_another_dossier_never_gets_into_the_file(path, tmp_path):
    """SQLite cannot tell: it would write the pages of the one into the other."""
    other = tmp_path / "ander" / "ander.ozj"
    other.parent.mkdir()
    with closing(Dossier.create(other)) as stranger:
        fill(stranger, 5, steps=60)
    foreign = crashed(other, tmp_path / "ander", "crash.ozj")
    shutil.copy(f"{foreign}-journal", f"{path}-journal")
    before = path.read_bytes()
    with pytest.raises(Refused, match="is niet gewijzigd"):
        Dossier.open(path)
    noticed(path)
    assert path.read_bytes() == before


def test_a_journal_that_is_nonsense_does_no_harm(path):
    whole = content(Dossier.read(path))
    path.with_name(f"{path.name}-journal").write_bytes(b"geen journaal" * 1000)
    with closing(Dossier.open(path)) as dossier:
        assert content(dossier) == whole
        assert dossier.verify() == []


def with_wal(path: Path, folder: Path) -> Path:
    """A file that another program left with a write-ahead log, in which a last change is."""
    target = folder / "wal.ozj"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("UPDATE party SET name = 'in het logboek'")
        db.commit()
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{target}{end}")
    return target


def test_what_is_in_a_write_ahead_log_is_seen(path, tmp_path):
    left = with_wal(path, tmp_path)
    dossier = Dossier.read(left)
    assert {p.name for p in dossier.all(Party)} == {"in het logboek"}
    assert dossier.verify()  # for it was not changed by us


def test_a_write_ahead_log_that_was_left_behind_gives_the_last_sound_content(path, tmp_path):
    whole = content(Dossier.read(path))
    left = with_wal(path, tmp_path)
    left.with_name("wal.ozj-wal").unlink()
    with closing(Dossier.open(left)) as dossier:
        assert content(dossier) == whole
        assert dossier.verify() == []


def test_a_file_in_another_journal_mode_goes_back_to_ours(path, tmp_path):
    """A copy of a file with a write-ahead log would lose what is in the log."""
    change(path, "PRAGMA journal_mode = WAL")
    with closing(Dossier.open(path)) as dossier:
        with dossier.step("x"):
            dossier.save(Party(name="later"))
        shutil.copy(path, tmp_path / "kopie.ozj")
    assert "later" in {p.name for p in Dossier.read(tmp_path / "kopie.ozj").all(Party)}


# Places


def test_a_folder_is_no_dossier(tmp_path):
    place = tmp_path / "map.ozj"
    place.mkdir()
    for open_it in (Dossier.open, Dossier.read):
        with pytest.raises(UserError, match="niet te openen"):
            open_it(place)


def test_a_folder_that_is_not_there_is_a_sentence_and_is_not_made(tmp_path):
    place = tmp_path / "weg" / "regio.ozj"
    for open_it in (Dossier.open, Dossier.read, Dossier.create):
        with pytest.raises(UserError, match=r"niet te openen|bestaat niet"):
            open_it(place)
    assert not place.parent.exists()


@pytest.mark.parametrize("name", ["x" * 300 + ".ozj", "é" * 200 + ".ozj", "👩‍🏫" * 25 + ".ozj"])
def test_a_name_that_is_too_long_is_a_sentence(tmp_path, name):
    for open_it in (Dossier.open, Dossier.read):
        with pytest.raises(UserError, match="niet te openen"):
            open_it(tmp_path / name)
    with pytest.raises(UserError, match="te lang"):
        Dossier.create(tmp_path / name)


@pytest.mark.parametrize(
    "name",
    ["één plan.ozj", "50% & meer?#1.ozj", " .ozj", "-x.ozj", "a'b\"c.ozj", "ע.ozj", "a\nb.ozj"],
)
def test_any_other_name_will_do(tmp_path, name):
    with closing(Dossier.create(tmp_path / name)) as dossier:
        with dossier.step("x"):
            dossier.save(Party(name="x"))
        assert len(Dossier.read(tmp_path / name).all(Party)) == 1
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == [name]


def test_a_name_that_is_no_text_will_do(tmp_path):
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.ozj"))
    Dossier.create(place).close()
    assert Dossier.read(place).verify() == []


def test_two_dossiers_open_in_one_process_do_not_mix(tmp_path):
    with (
        closing(Dossier.create(tmp_path / "a.ozj")) as first,
        closing(Dossier.create(tmp_path / "b.ozj")) as second,
    ):
        for number in range(5):
            for name, dossier in (("a", first), ("b", second)):
                with dossier.step("x"):
                    dossier.save(Party(name=f"{name}{number}"))
        second.undo()
        assert [p.name for p in first.all(Party)] == [f"a{n}" for n in range(5)]
        assert [p.name for p in Dossier.read(second.path).all(Party)] == [f"b{n}" for n in range(4)]
        assert first.verify() == second.verify() == []
