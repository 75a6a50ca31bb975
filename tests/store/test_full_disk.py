"""A disk that is full, a folder one may not write in: a sentence, and nothing lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from ozj_desktop.errors import InUse, UserError
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.cleaned import cleaned
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.erase import erase
from ozj_desktop.store.snapshots import keep_copy
from tests.acts import content

ROOT = Path(__file__).parents[2]
MOUNT, UMOUNT = shutil.which("mount"), shutil.which("umount")


class Disk:
    """A disk of its own, of which the room can be taken and given back."""

    def __init__(self, place: Path) -> None:
        self.place, self._ballast = place, place / "ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def free(self) -> None:
        self._ballast.unlink()

    def left(self) -> list[str]:
        """What is on it besides the lock, which is no content."""
        names = [p.name for p in self.place.iterdir() if p != self._ballast]
        return sorted(n for n in names if not n.endswith((".slot", ".wie")))


def mounted(place: Path, *options: str) -> bool:
    if not (MOUNT and UMOUNT) or os.geteuid() != 0:
        return False
    return not subprocess.run([MOUNT, *options, str(place)], capture_output=True).returncode


@pytest.fixture
def disk(tmp_path) -> Iterator[Disk]:
    place = tmp_path / "schijf"
    place.mkdir()
    if not mounted(place, "-t", "tmpfs", "-o", "size=3000k", "none"):
        pytest.skip("no small disk can be made here: that takes an administrator")
    yield Disk(place)
    subprocess.run([str(UMOUNT), "-l", str(place)], check=True)


def add(dossier: Dossier, size: int = 1, name: str = "x") -> None:
    with dossier.step("added Party"):
        dossier.save(*(Party(name=name, brings="woord " * 200) for _ in range(size)))


def test_a_step_on_a_full_disk_leaves_everything_as_it_was(disk):
    path = disk.place / "regio.ozj"
    with closing(Dossier.create(path)) as dossier:
        add(dossier)
        before, last = content(dossier), dossier.history.last
        disk.fill()
        for _ in range(2):
            with pytest.raises(UserError, match=r"De schijf is vol: regio.ozj kon niet"):
                add(dossier, 400)
            assert (content(dossier), dossier.history.last) == (before, last)
        assert dossier.verify() == []
        disk.free()
        add(dossier, 2)
        dossier.undo()
        assert content(dossier) == before
    with closing(Dossier.open(path)) as again:
        assert content(again) == before
        assert again.verify() == []


def test_a_dossier_on_a_full_disk_can_be_opened_and_read(disk):
    path = disk.place / "regio.ozj"
    with closing(Dossier.create(path)) as dossier:
        add(dossier, name="gemeente")
    for lock in disk.place.glob(".*"):
        lock.unlink()
    disk.fill()
    assert len(Dossier.read(path).all(Party)) == 1
    try:
        dossier = Dossier.open(path)
    except InUse as error:
        assert "vol" in str(error)
        return
    with closing(dossier):
        assert [p.name for p in dossier.all(Party)] == ["gemeente"]


def test_a_new_dossier_on_a_full_disk_is_not_there_at_all(disk):
    disk.fill()
    with pytest.raises(UserError, match=r"De schijf is vol: nieuw.ozj"):
        Dossier.create(disk.place / "nieuw.ozj")
    assert disk.left() == []


def test_a_copy_on_a_full_disk_leaves_nothing_behind(disk, dossier):
    add(dossier, 50)
    disk.fill()
    with pytest.raises(UserError, match="De schijf is vol"):
        keep_copy(dossier, disk.place, datetime(2026, 11, 24))
    with pytest.raises(UserError, match="De schijf is vol"):
        cleaned(dossier, disk.place / "deel.ozj").publish()
    with pytest.raises(UserError, match="De schijf is vol"):
        dossier.copy_to(disk.place / "kopie.ozj")
    assert disk.left() == []


def test_a_copy_that_fails_leaves_the_one_that_was_there(disk, dossier):
    target = disk.place / "kopie.ozj"
    dossier.copy_to(target)
    before = target.read_bytes()
    add(dossier, 300)
    disk.fill()
    with pytest.raises(UserError, match="De schijf is vol"):
        dossier.copy_to(target)
    assert disk.left() == ["kopie.ozj"]
    assert target.read_bytes() == before


def test_bytes_that_do_not_fit_are_not_kept(disk):
    with closing(Dossier.create(disk.place / "regio.ozj")) as dossier:
        with pytest.raises(UserError, match="De schijf is vol"), dossier.step("x"):
            dossier.save(Collaboration(logo=dossier.keep(b"x" * 4_000_000)))
        assert dossier.all(Collaboration) == []
        add(dossier)
        assert dossier.verify() == []


def test_erasing_on_a_full_disk_is_done_or_is_not(disk):
    path = disk.place / "regio.ozj"
    with closing(Dossier.create(path)) as dossier:
        add(dossier, 30)
        person = Contact(party=dossier.all(Party)[0].id, name="Hendrikje Bosgraaf")
        with dossier.step("x"):
            dossier.save(person)
        disk.fill()
        with pytest.raises(UserError, match="De schijf is vol"):
            erase(dossier, person)
        disk.free()
        assert dossier.verify() == []
        if dossier.all(Contact):
            erase(dossier, person)
    assert b"Bosgraaf" not in path.read_bytes()


LIMITED = """
import resource, sys
from pathlib import Path
from ozj_desktop.errors import UserError
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier

dossier = Dossier.open(Path(sys.argv[1]))
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY))

def add(count):
    with dossier.step("added Party"):
        dossier.save(*(Party(name="x", brings="woord " * 200) for _ in range(count)))

add(1)
before = dossier.history.last
try:
    add(400)
except UserError as error:
    print(error)
assert dossier.history.last == before
assert dossier.verify() == []
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add(2)
dossier.close()
"""


def test_a_file_that_may_not_grow_is_a_sentence_too(path):
    """A quota: wherever the tests run, without an administrator."""
    if not sys.platform.startswith("linux"):
        pytest.skip("there are no such limits here")
    Dossier.create(path).close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.count("regio.ozj") == 1
    assert done.stdout.endswith(("?\n", ".\n"))
    with closing(Dossier.open(path)) as again:
        assert len(again.all(Party)) == 3
        assert again.verify() == []


# What may not be written


@pytest.fixture
def read_only(tmp_path) -> Iterator[Path]:
    """A folder with a dossier in it, in which nobody may write, not even an administrator."""
    place = tmp_path / "alleen-lezen"
    place.mkdir()
    with closing(Dossier.create(place / "regio.ozj")) as dossier:
        add(dossier, name="gemeente")
    for lock in place.glob(".*"):
        lock.unlink()
    if os.geteuid() == 0:
        if not mounted(place, "--bind", str(place)):
            pytest.skip("nothing is read-only to an administrator here")
        subprocess.run([str(MOUNT), "-o", "remount,ro,bind", str(place)], check=True)
        yield place
        subprocess.run([str(UMOUNT), "-l", str(place)], check=True)
    else:
        (place / "regio.ozj").chmod(0o444)
        place.chmod(0o555)
        yield place
        place.chmod(0o755)


def test_a_dossier_one_may_not_change_can_be_read(read_only):
    assert [p.name for p in Dossier.read(read_only / "regio.ozj").all(Party)] == ["gemeente"]
    with pytest.raises(InUse, match=r"niet schrijven|alleen-lezen"):
        Dossier.open(read_only / "regio.ozj")
    assert [p.name for p in read_only.iterdir()] == ["regio.ozj"]


def test_nothing_is_made_in_a_folder_one_may_not_write_in(read_only, dossier):
    with pytest.raises(UserError, match=r"niet te openen|niet worden gewijzigd"):
        Dossier.create(read_only / "nieuw.ozj")
    with pytest.raises(UserError, match=r"niet te openen|niet worden gewijzigd"):
        keep_copy(dossier, read_only, datetime(2026, 11, 24))
    assert [p.name for p in read_only.iterdir()] == ["regio.ozj"]
