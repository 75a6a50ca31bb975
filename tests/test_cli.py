"""Every job without a window, as a process of its own: what it ends with, says and leaves."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from ozj_desktop.exchange.takeover import make
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier
from tests.any_edit import TODAY

ROOT = Path(__file__).parents[1]
HOSTILE = Path(os.environ.get("OZJ_HOSTILE", "../shared/data/hostile/sqlite"))
GOOD, SOLVABLE, WRONG_USE = 0, 1, 2

TEXT = """format = "ozj-1"
[collaboration]
name = "Samen"
[[party]]
key = "gemeente"
name = "Gemeente Lindebroek"
remark = "Zwijgplicht"
[[agreement]]
key = "plan"
title = "Eén plan"
starts_on = 2027-02-01
ends_on = 2027-01-01
contribution = [{ party = "gemeente", role = "leads" }]
[[document]]
name = "Convenant"
agreements = ["plan"]
[[document]]
name = "Agenda"
"""


@dataclass(frozen=True)
class Done:
    """How a process ended."""

    code: int
    out: str
    err: str


def ozj(*arguments: object, cwd: Path = ROOT, **environment: str) -> Done:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "ozj_desktop", *map(str, arguments)],
        cwd=cwd,
        env=env,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def good(*arguments: object, **how) -> str:
    done = ozj(*arguments, **how)
    assert (done.code, done.err) == (GOOD, "")
    return done.out


def solvable(*arguments: object, **how) -> str:
    """The one sentence that is said; nothing else is."""
    done = ozj(*arguments, **how)
    assert done.code == SOLVABLE, done
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert done.err.rstrip("\n")[-1] in ".?", done.err
    assert not {"Traceback", "Error", "None", "[Errno"} & set(done.err.split())
    assert "niet had mogen gebeuren" not in done.err
    return done.err.rstrip("\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A small dossier, made once."""
    folder = tmp_path_factory.mktemp("gemaakt")
    (folder / "regio.toml").write_text(TEXT, encoding="utf-8")
    make(folder / "regio.toml", folder / "regio.ozj", today=TODAY, who="Jan")
    return folder / "regio.ozj"


@pytest.fixture
def file(made, tmp_path) -> Path:
    return Path(shutil.copy(made, tmp_path / "regio.ozj"))


@pytest.fixture
def text(made, tmp_path) -> Path:
    return Path(shutil.copy(made.with_suffix(".toml"), tmp_path / "regio.toml"))


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


# When it goes well


@pytest.mark.parametrize(("more", "parties"), [((), 14), (("--coalition",), 20)])
def test_demo_makes_an_example(tmp_path, more, parties):
    out = tmp_path / "voorbeeld.ozj"
    assert good("demo", out, *more) == "voorbeeld.ozj is gemaakt.\n"
    dossier = Dossier.read(out)
    assert dossier.count(Party) >= parties
    assert dossier.verify() == []
    assert names(tmp_path) == ["voorbeeld.ozj"]


def test_build_makes_a_dossier_of_a_text(text, tmp_path):
    assert good("build", text, tmp_path / "uit.ozj") == "uit.ozj is gemaakt.\n"
    assert [a.title for a in Dossier.read(tmp_path / "uit.ozj").all(Agreement)] == ["Eén plan"]


@pytest.mark.parametrize("job", ["dump", "export", "share"])
def test_the_dossier_is_never_the_target(file, tmp_path, job):
    ending = {"dump": ".json", "export": ".pdf", "share": ".ozj"}[job]
    link = tmp_path / f"uit{ending}"
    link.symlink_to(file)
    before = file.read_bytes()
    assert "is het dossier zelf" in solvable(job, file, link)
    solvable(job, file, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("job", "ending"), [("demo", ".ozj"), ("dump", ".json"), ("share", ".ozj"), ("export", ".pdf")]
)
def test_a_target_ends_as_what_is_made(file, tmp_path, job, ending):
    given = [] if job == "demo" else [file]
    for name in ("uit", "uit.doc"):
        told = solvable(job, *given, tmp_path / name)
        assert told.startswith(f"‘{name}’ moet eindigen op {ending}")
    assert names(tmp_path) == ["regio.ozj"]


def test_what_somebody_typed_is_told_on_one_line(tmp_path):
    text = tmp_path / "x.toml"
    text.write_text(f'format = "ozj-1"\n"a\\u001b[31m\\nb{"c" * 5000}" = 5\n', encoding="utf-8")
    told = solvable("build", text, tmp_path / "uit.ozj")
    assert "\x1b" not in told
    assert len(told) < 250


@pytest.mark.parametrize("job", ["build", "check"])
def test_what_never_ends_is_not_read(tmp_path, job):
    os.mkfifo(tmp_path / "pijp.toml")
    out = [tmp_path / "uit.ozj"] if job == "build" else []
    solvable(job, tmp_path / "pijp.toml", *out)
    solvable(job, "/dev/zero", *out)


def test_build_tells_all_kinds_and_fields():
    told = good("build", "--fields")
    assert "[[agreement]]  afspraak" in told
    assert "ends_on" in told


def test_a_dump_that_is_built_dumps_the_same(file, tmp_path):
    assert good("dump", file, tmp_path / "een.json") == "een.json is gemaakt.\n"
    good("build", tmp_path / "een.json", tmp_path / "terug.ozj")
    good("dump", tmp_path / "terug.ozj", tmp_path / "twee.json")
    first = (tmp_path / "een.json").read_bytes()
    assert (tmp_path / "twee.json").read_bytes() == first
    assert json.loads(first)["format"] == "ozj-dump"
    assert b"\r" not in first


def test_a_dump_takes_the_place_of_the_last_one(file, tmp_path):
    for _ in range(2):
        good("dump", file, tmp_path / "uit.json")
        assert json.loads((tmp_path / "uit.json").read_bytes())


def test_a_dump_takes_the_place_of_nothing_else(file, tmp_path):
    (tmp_path / "mijn.json").write_text('{"format": "ozj-1"}')
    os.mkfifo(tmp_path / "pijp.json")
    for name in ("mijn.json", "pijp.json"):
        assert "bestaat al" in solvable("dump", file, tmp_path / name)
    assert (tmp_path / "mijn.json").read_text() == '{"format": "ozj-1"}'


@pytest.mark.parametrize(
    ("form", "more"),
    [
        ("pdf", ["--public"]),
        ("docx", ["--document", "agenda"]),
        ("xlsx", []),
        ("eml", []),
        ("pdf", ["--what", "part", "--party", "lindebroek"]),
        ("pdf", ["--what", "party", "--party", "lindebroek"]),
    ],
)
def test_export_writes_a_file(file, tmp_path, form, more):
    told = good("export", file, tmp_path / f"uit.{form}", *more)
    assert told.startswith(f"uit.{form} is gemaakt: ")
    assert names(tmp_path) == ["regio.ozj", f"uit.{form}"]


def test_export_takes_the_document_that_was_asked(file, tmp_path):
    good("export", file, tmp_path / "uit.docx", "--document", "agenda")
    with ZipFile(tmp_path / "uit.docx") as paper:
        assert "Eén plan" not in paper.read("word/document.xml").decode()


def test_check_tells_that_all_is_well_and_what_asks_attention(file):
    told = good("check", file)
    assert told.startswith("regio.ozj is in orde: ")
    assert "niet bij wie de regie ligt" in told


def test_check_tells_the_same_as_data(file):
    found = json.loads(good("check", file, "--json"))
    assert found["sound"] is True
    assert {"code", "about", "what", "why", "mend", "urgent"} <= set(found["signals"][0])


def test_share_gives_a_copy_without_what_is_internal(file, tmp_path):
    told = good("share", file, tmp_path / "deel.ozj")
    assert told.startswith("deel.ozj is gemaakt: zonder geschiedenis")
    assert b"Zwijgplicht" not in (tmp_path / "deel.ozj").read_bytes()
    assert Dossier.read(tmp_path / "deel.ozj").verify() == []


def test_merge_takes_over_what_is_new_in_a_copy(file, tmp_path):
    with closing(Dossier.open(file)) as dossier:
        dossier.copy_to(tmp_path / "kopie.ozj")
    with closing(Dossier.open(tmp_path / "kopie.ozj")) as copy, copy.step("x"):
        copy.save(Party(name="Nieuw"))
    told = good("merge", file, tmp_path / "kopie.ozj")
    assert told == "Samengevoegd met kopie.ozj: 1 ding is gewijzigd.\n"
    assert "Nieuw" in {p.name for p in Dossier.read(file).all(Party)}
    assert good("merge", file, file).startswith("Samengevoegd met regio.ozj: 0 dingen")


@pytest.mark.parametrize("asked", [["-h"], ["--help"], ["export", "-h"]])
def test_help_is_given_in_dutch(asked):
    told = good(*asked)
    assert "ozj-desktop check DOSSIER.ozj" in told
    assert "usage" not in told


@pytest.mark.parametrize(
    "name", ["één plan & 50%.ozj", "👩‍🏫 #1?.ozj", "-x.ozj", "a'b\"c.ozj", " .ozj"]
)
def test_any_name_will_do(tmp_path, text, name):
    place = f"./{name}" if name.startswith("-") else name
    good("build", text.name, place, cwd=tmp_path)
    good("check", place, cwd=tmp_path)
    assert name in names(tmp_path)


def test_jobs_only_read_the_dossier(file, tmp_path):
    before = file.read_bytes()
    good("check", file)
    good("dump", file, tmp_path / "uit.json")
    good("export", file, tmp_path / "uit.docx")
    good("share", file, tmp_path / "deel.ozj")
    assert file.read_bytes() == before
    assert [n for n in names(tmp_path) if n.startswith(".")] == []


def test_all_works_beside_an_open_window_and_sees_what_is_stored(file, tmp_path):
    with closing(Dossier.open(file, who="Jan")) as window:
        with window.step("x"):
            window.save(Party(name="Zojuist toegevoegd"))
        assert "in orde: 3 stappen" in good("check", file)
        good("dump", file, tmp_path / "uit.json")
        assert "Zojuist toegevoegd" in (tmp_path / "uit.json").read_text(encoding="utf-8")
        good("export", file, tmp_path / "uit.docx")
        good("share", file, tmp_path / "deel.ozj")
        assert "bij Jan" in solvable("merge", file, tmp_path / "deel.ozj")
        with window.step("x"):
            window.save(Party(name="En nog een"))
        assert window.verify() == []


# Without what it may not need


@pytest.mark.parametrize("job", ["demo", "dump", "export", "check", "share", "build"])
def test_no_job_imports_qt(file, text, tmp_path, job):
    out = tmp_path / {"dump": "uit.json", "export": "uit.pdf"}.get(job, "uit.ozj")
    arguments = {"demo": [out], "check": [file], "build": [text, out]}.get(job, [file, out])
    code = (
        "import sys; from ozj_desktop.cli import run; code = run(sys.argv[1:]);"
        "found = {n.partition('.')[0] for n in sys.modules} & {'PySide6', 'shiboken6'};"
        "sys.exit(9 if found else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, job, *map(str, arguments)], cwd=ROOT, capture_output=True
    )
    assert (done.returncode, done.stderr) == (GOOD, b"")


# Problems that the user can solve


@pytest.mark.parametrize("job", ["check", "dump", "export", "share", "merge"])
def test_a_dossier_that_is_not_there_or_is_no_dossier_is_a_sentence(tmp_path, text, job):
    out = {"check": [], "dump": ["u.json"], "export": ["u.pdf"]}.get(job, ["u.ozj"])
    more = [tmp_path / name for name in out]
    assert "niet te openen" in solvable(job, tmp_path / "weg.ozj", *more)
    (tmp_path / "leeg.ozj").touch()
    for foreign in (tmp_path / "leeg.ozj", text):
        assert solvable(job, foreign, *more).startswith(f"{foreign.name} is ")
    assert "niet te openen" in solvable(job, tmp_path, *more)
    assert names(tmp_path) == ["leeg.ozj", "regio.toml"]


def test_a_name_of_300_characters_is_a_sentence(file, text, tmp_path):
    long = tmp_path / f"{'x' * 300}.ozj"
    solvable("check", long)
    for asked in (
        ["demo", long],
        ["build", text, long],
        ["share", file, long],
        ["dump", file, long.with_suffix(".json")],
        ["export", file, long.with_suffix(".pdf")],
    ):
        assert "lang" in solvable(*asked)
    assert names(tmp_path) == ["regio.ozj", "regio.toml"]


@pytest.mark.parametrize("asked", ["", ".", "/", "..", "weg/weg.ozj"])
def test_an_odd_place_is_a_sentence(file, tmp_path, asked):
    assert solvable("check", asked, cwd=tmp_path)[0].strip()
    solvable("demo", asked, cwd=tmp_path)
    solvable("dump", file, asked, cwd=tmp_path)
    assert names(tmp_path) == ["regio.ozj"]


@pytest.mark.parametrize("job", ["demo", "build", "share"])
def test_what_is_there_is_never_written_over(file, text, tmp_path, job):
    mine = tmp_path / "mijn.ozj"
    mine.write_text("van mij")
    source = {"demo": [], "build": [text], "share": [file]}[job]
    assert "bestaat al" in solvable(job, *source, mine)
    assert mine.read_text() == "van mij"


@pytest.mark.parametrize("job", ["demo", "build", "share", "dump", "export"])
def test_a_folder_that_is_not_there_or_a_folder_as_target_is_a_sentence(file, text, tmp_path, job):
    source = {"demo": [], "build": [text]}.get(job, [file])
    name = {"dump": "u.json", "export": "u.pdf"}.get(job, "u.ozj")
    solvable(job, *source, tmp_path / "weg" / name)
    (tmp_path / name).mkdir()
    solvable(job, *source, tmp_path / name)
    assert names(tmp_path) == sorted(["regio.ozj", "regio.toml", name])


def test_a_mistake_in_a_text_is_told_with_its_place(text, tmp_path):
    text.write_text(f"{TEXT}\n[[party]]\nsigns = 'ja'", encoding="utf-8")
    told = solvable("build", text, tmp_path / "uit.ozj")
    assert told == "regio.toml, party 2, veld signs: hier hoort true of false."
    assert "bestaat niet" in solvable("build", tmp_path / "weg.toml", tmp_path / "uit.ozj")
    (tmp_path / "kapot.json").write_text('{"format": "ozj-dump", "version": 1}')
    assert "niet volledig" in solvable("build", tmp_path / "kapot.json", tmp_path / "uit.ozj")
    assert names(tmp_path) == ["kapot.json", "regio.toml"]


def test_a_wrong_request_is_told_with_the_choices(file, tmp_path):
    out = tmp_path / "uit.pdf"
    assert "Kies uit ‘Convenant’ en ‘Agenda’" in solvable("export", file, out, "--document", "weg")
    told = solvable("export", file, out, "--what", "part", "--party", "weg")
    assert "Kies uit Gemeente Lindebroek" in told
    assert "moet eindigen op" in solvable("export", file, tmp_path / "uit.txt")
    assert "alleen als PDF" in solvable(
        "export", file, out.with_suffix(".docx"), "--what", "part", "--party", "lindebroek"
    )
    assert names(tmp_path) == ["regio.ozj"]


@pytest.mark.parametrize(
    "more", [["--party", "x"], ["--document", ""], ["--what", "part", "--party", " "]]
)
def test_a_request_that_would_be_passed_over_is_wrong_use(file, tmp_path, more):
    assert ozj("export", file, tmp_path / "uit.pdf", *more).code == WRONG_USE
    assert names(tmp_path) == ["regio.ozj"]


def test_a_part_asks_of_which_party(file, tmp_path):
    told = solvable("export", file, tmp_path / "uit.pdf", "--what", "part")
    assert told.startswith("Om welke partij gaat het? Kies uit ")


def test_check_answers_in_one_shape_whatever_it_finds(file, tmp_path):
    whole = json.loads(good("check", file, "--json"))
    for data in (file.read_bytes()[:9000], b"tekst"):
        file.write_bytes(data)
        done = ozj("check", file, "--json")
        assert done.code == SOLVABLE
        told = json.loads(done.out)
        assert told.keys() == whole.keys()
        assert told["problems"][0] in done.err


def hears(process: subprocess.Popen, number: int) -> bool:
    """Whether a process does something of its own when it is sent this signal."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_job_that_is_told_to_end_leaves_nothing(file, tmp_path, number):
    job = [sys.executable, "-m", "ozj_desktop", "export", str(file), str(tmp_path / "uit.pdf")]
    with subprocess.Popen(job, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:
        deadline = time.monotonic() + 30
        while not hears(running, number):
            assert time.monotonic() < deadline
        running.send_signal(number)
        _, told = running.communicate(timeout=30)
    assert (running.returncode, told) == (SOLVABLE, "Gestopt.\n")
    assert names(tmp_path) == ["regio.ozj"]


def test_a_dossier_that_somebody_changed_is_told_by_check(file):
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE party SET name = 'stil gewijzigd'")
        db.commit()
    for more in ([], ["--json"]):
        done = ozj("check", file, *more)
        assert done.code == SOLVABLE
        assert done.err.count("\n") == 1
        assert "regio.ozj is niet in orde" in done.err
        assert done.err.endswith("Open een reservekopie.\n")
    assert json.loads(done.out)["sound"] is False


@pytest.mark.parametrize(
    ("job", "out"), [("dump", "uit.json"), ("share", "uit.ozj"), ("export", "uit.pdf")]
)
def test_nothing_to_keep_or_give_away_is_made_of_a_damaged_dossier(file, tmp_path, job, out):
    """A copy would be sealed anew, and the damage would look like what was agreed."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE party SET name = 'stil gewijzigd'")
        db.commit()
    assert "regio.ozj is niet in orde: " in solvable(job, file, tmp_path / out)
    assert names(tmp_path) == ["regio.ozj"]


@pytest.mark.parametrize("share", [0.4, 0.9])
def test_a_dossier_that_was_cut_off_is_told_by_check(file, share):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    done = ozj("check", file)
    assert done.code == SOLVABLE
    assert done.err.count("\n") == 1
    assert "regio.ozj" in done.err
    assert not {"Traceback", "database", "malformed", "disk"} & set(done.err.split())


def test_whatever_was_damaged_check_says_so_in_one_dutch_sentence(file):
    """Never in the words of the database, with pieces of the content among them."""
    sound, random, told = file.read_bytes(), Random(4), set()
    for _ in range(16):
        hurt = bytearray(sound)
        at = random.randrange(1, len(hurt) // 4096) * 4096
        size = random.choice([1, 40, 4096])
        hurt[at + 8 : at + 8 + size] = random.randbytes(size)
        file.write_bytes(hurt)
        done = ozj("check", file)
        if done.code != GOOD:
            told.add(done.err)
    for sentence in told:
        assert sentence.count("\n") == 1
        assert sentence.startswith("regio.ozj is ")
        assert not {"page", "tree", "index", "database", "decode", "row"} & set(sentence.split())
    assert told


def test_merging_with_another_dossier_is_a_sentence(file, text, tmp_path):
    good("build", text, tmp_path / "ander.ozj")
    before = file.read_bytes()
    assert "ander.ozj is geen kopie van regio.ozj." in solvable(
        "merge", file, tmp_path / "ander.ozj"
    )
    assert file.read_bytes() == before


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile files are not here")
def test_hostile_files_are_refused_in_a_sentence_and_left_alone(tmp_path):
    shutil.copytree(HOSTILE, tmp_path / "vijandig")
    before = {p.name: p.read_bytes() for p in (tmp_path / "vijandig").iterdir()}
    found = sorted((tmp_path / "vijandig").glob("*.db"))
    assert len(found) > 15
    for hostile in found:
        assert solvable("check", hostile).startswith(hostile.name)
    assert {p.name: p.read_bytes() for p in (tmp_path / "vijandig").iterdir()} == before


# Wrong use


@pytest.mark.parametrize(
    "asked",
    [
        ["dump"],
        ["dump", "a.ozj"],
        ["dump", "a.ozj", "b.json", "c"],
        ["build"],
        ["build", "a.toml"],
        ["demo"],
        ["export", "a.ozj"],
        ["export", "a.ozj", "b.pdf", "--what", "alles"],
        ["export", "a.ozj", "b.pdf", "--document"],
        ["check", "--jsn", "a.ozj"],
        ["chek", "a.ozj"],
        ["a.ozj", "b.ozj"],
        ["--onbekend"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_with_how_to_use_it(asked, tmp_path):
    done = ozj(*asked, cwd=tmp_path)
    assert (done.code, done.out) == (WRONG_USE, "")
    first, *rest = done.err.splitlines()
    assert first.startswith("Dat begrijp ik niet: ")
    assert "ozj-desktop dump DOSSIER.ozj UIT.json" in "\n".join(rest)
    for english in (
        "usage:",
        "error:",
        "required",
        "invalid",
        "choose",
        "unrecognized",
        "expected",
    ):
        assert english not in done.err
    assert names(tmp_path) == []


# Odd surroundings


def test_a_console_that_knows_no_accents_is_no_problem(file):
    done = ozj("check", file, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.code, done.err) == (GOOD, "")
    assert "E?n plan" in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_an_answer_that_can_go_nowhere_is_told(file):
    for more, told in (("", "Het antwoord kan nergens heen: is de schijf vol?\n"), ("2>&1", "")):
        code = f"'{sys.executable}' -m ozj_desktop check '{file}' > /dev/full {more}"
        done = subprocess.run(["bash", "-c", code], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (SOLVABLE, told)


def test_a_reader_that_left_is_no_mistake(file):
    code = f"'{sys.executable}' -m ozj_desktop check '{file}' | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_without_a_place_for_settings_and_logs_the_jobs_still_work(file, tmp_path):
    (tmp_path / "thuis").write_text("geen map")
    good("check", file, OZJ_HOME=str(tmp_path / "thuis"))
    good("demo", tmp_path / "uit.ozj", OZJ_HOME=str(tmp_path / "thuis"))
    with closing(Dossier.open(file)) as dossier:
        dossier.copy_to(tmp_path / "kopie.ozj")
    good("merge", file, tmp_path / "kopie.ozj", OZJ_HOME=str(tmp_path / "thuis"))


def test_the_name_of_who_made_it_is_in_the_history(text, tmp_path, own_home):
    settings = own_home / "settings"
    settings.mkdir()
    (settings / "instellingen.json").write_text('{"who": "H. Bosgraaf"}', encoding="utf-8")
    good("build", text, tmp_path / "uit.ozj", OZJ_HOME=str(own_home))
    assert {s.who for s in Dossier.read(tmp_path / "uit.ozj").history.steps()} == {"H. Bosgraaf"}


def test_a_bug_is_written_to_the_log_and_said_in_a_sentence(file, tmp_path, own_home):
    """A fault of ours shows no traceback, and leaves one where we can find it."""
    code = (
        "import sys; from ozj_desktop import cli; from ozj_desktop.exchange import findings\n"
        "def broken(*_): raise ZeroDivisionError('x')\n"
        "findings.findings = broken\n"
        "sys.exit(cli.run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(file)], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (SOLVABLE, "")
    assert done.stderr.startswith("Er ging iets mis dat niet had mogen gebeuren.")
    assert done.stderr.count("\n") == 1
    assert "ZeroDivisionError" in (own_home / "logs" / "ozj-desktop.log").read_text()
