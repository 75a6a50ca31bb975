"""Nothing half is ever left behind, and what stood there stays until the new file is whole."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.errors import Cancelled, UserError
from ozj_desktop.exchange.swap import file_name, is_reserved, refusal, writing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "stuk.pdf"
    target.write_text("oud")
    return target


@pytest.fixture
def as_somebody_else() -> Iterator[Path]:
    """A folder that may not be written to, also when the tests run as root."""
    if sys.platform == "win32":
        pytest.skip("permissions of another kind")
    folder = Path(tempfile.mkdtemp())
    (folder / "vast").mkdir(mode=0o555)
    folder.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield folder / "vast"
    finally:
        if root:
            os.seteuid(0)
        (folder / "vast").rmdir()
        folder.rmdir()


def test_the_new_file_takes_the_place_of_the_old(target: Path) -> None:
    with writing(target) as beside:
        assert beside.parent == target.parent
        assert beside.suffix == ".pdf"
        beside.write_text("nieuw")
        assert target.read_text() == "oud"
    assert target.read_text() == "nieuw"
    assert os.listdir(target.parent) == ["stuk.pdf"]


@pytest.mark.parametrize("error", [Cancelled("Gestopt."), ValueError("fout"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(target: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), writing(target) as beside:
        beside.write_text("half")
        raise error
    assert target.read_text() == "oud"
    assert os.listdir(target.parent) == ["stuk.pdf"]


def test_an_absent_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"map .*weg bestaat niet"), writing(tmp_path / "weg/a.pdf"):
        pass


def test_a_folder_cannot_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(UserError, match="is een map"), writing(tmp_path / "a.pdf"):
        pass


def test_a_read_only_folder_is_named(as_somebody_else: Path) -> None:
    target = as_somebody_else / "a.pdf"
    with pytest.raises(UserError, match="niet schrijven in de map"), writing(target):
        pass


def test_a_read_only_file_stays(as_somebody_else: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "a.pdf")
        target.write_text("oud")
        target.chmod(0o444)
        with pytest.raises(UserError, match="alleen-lezen"), writing(target):
            pass
        assert target.read_text() == "oud"


def test_a_folder_that_goes_while_writing_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with pytest.raises(UserError, match="stick bestaat niet"), writing(folder / "a.pdf") as beside:
        folder.rmdir()
        beside.write_text("nieuw")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told_and_leaves_the_old_file(target: Path) -> None:
    with pytest.raises(UserError, match="te weinig ruimte"), writing(target) as beside:
        beside.write_text("half")
        Path("/dev/full").write_text("nieuw")
    assert target.read_text() == "oud"
    assert os.listdir(target.parent) == ["stuk.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_a_write_that_is_stopped_halfway_leaves_the_old_file(target: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from ozj_desktop.errors import UserError\n"
        "from ozj_desktop.exchange.swap import writing\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    with writing(Path(sys.argv[1])) as beside: beside.write_bytes(b'x' * 5000)\n"
        "except UserError as error: sys.stdout.write(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "te weinig ruimte" in done.stdout
    assert target.read_text() == "oud"
    assert os.listdir(target.parent) == ["stuk.pdf"]


def test_an_error_about_another_file_stays_a_bug(target: Path) -> None:
    with pytest.raises(FileNotFoundError), writing(target):
        Path(target.parent, "lettertype.ttf").read_bytes()


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="te lang"), writing(tmp_path / ("a" * 300 + ".pdf")):
        pass


class Replace:
    """Windows' answer while the target is open elsewhere, a number of times."""

    def __init__(self, times: int) -> None:
        self.times, self.real = times, os.replace

    def __call__(self, source: Path, target: Path) -> None:
        self.times -= 1
        if self.times >= 0:
            error = PermissionError(errno.EACCES, "in use", str(source))
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        self.real(source, target)


def test_a_scanner_that_lets_go_costs_only_time(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", Replace(3))
    waited: list[float] = []
    with writing(target, wait=waited.append) as beside:
        beside.write_text("nieuw")
    assert target.read_text() == "nieuw"
    assert len(waited) == 3


def test_a_target_that_stays_open_elsewhere_is_named(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", Replace(99))
    in_time = writing(target, wait=lambda seconds: None)
    with pytest.raises(UserError, match="nog open in een ander programma"), in_time as beside:
        beside.write_text("nieuw")
    assert target.read_text() == "oud"
    assert os.listdir(target.parent) == ["stuk.pdf"]


@pytest.mark.parametrize("name", ["con", "NUL.pdf", "Com1.tar.gz", "lpt9 .txt", "aux"])
def test_names_of_devices_are_known(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["a?.pdf", "a:b.pdf", "nul.pdf", "stuk.", "stuk ", "a\n.pdf"])
def test_windows_refuses_some_names(tmp_path: Path, name: str) -> None:
    assert "niet" in refusal(tmp_path / name, windows=True)
    assert refusal(tmp_path / name, windows=False) == ""


def test_windows_refuses_long_paths(tmp_path: Path) -> None:
    assert "te lang" in refusal(tmp_path / ("a" * 250 + ".pdf"), windows=True)


def test_a_name_carries_version_status_and_date() -> None:
    found = file_name(
        "Convenant Samen naar school", "v2", "voorgelegd", date(2026, 11, 24), suffix=".pdf"
    )
    assert found == "convenant-samen-naar-school_v2_voorgelegd_2026-11-24.pdf"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Één plan: ’s-Gravenhage & Fryslân", "v1.1"), "een-plan-s-gravenhage-fryslan_v1-1.eml"),
        (("Straße Łódź Ørsted æ",), "strasse-lodz-orsted-ae.eml"),
        (("../../etc/passwd\x00\n",), "etc-passwd.eml"),
        (("", None, "👩‍🏫", "الخطة"), "stuk.eml"),
        (("con",), "ozj-con.eml"),
        (("COM1", ""), "ozj-com1.eml"),
        (("=cmd|' /C calc'!A1",), "cmd-c-calc-a1.eml"),
    ],
)
def test_a_name_is_plain_whatever_it_is_made_of(parts: tuple[str, ...], expected: str) -> None:
    assert file_name(*parts, suffix=".eml") == expected


def test_a_long_name_keeps_its_end() -> None:
    found = file_name("woord " * 60, "v12", "vastgesteld", date(2026, 1, 2), suffix=".xlsx")
    assert len(found) <= 100
    assert found.endswith("-woord_v12_vastgesteld_2026-01-02.xlsx")
    assert len(file_name("x" * 300, "y" * 300, "z" * 300, "q" * 300, suffix=".docx")) <= 100
