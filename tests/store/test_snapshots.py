"""Copies made on closing: out of the way, counted, thinned out with age."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ozj_desktop.errors import UserError
from ozj_desktop.model.parties import Party
from ozj_desktop.store import sqlite
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import (
    DAYS,
    MONTHS,
    NEWEST,
    copies,
    copies_of,
    keep_copy,
    made_at,
    to_drop,
)

NOW = datetime(2026, 11, 24, 14, 5, 31)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "kopieën"
    made.mkdir()
    return made


def add(dossier, name="x"):
    with dossier.step("added Party"):
        dossier.save(Party(name=name))


def name(at: datetime, own: str = "0192fa3c") -> Path:
    return Path(f"regio {own} {at:%Y-%m-%d %H.%M.%S}.ozj")


def test_a_copy_is_named_after_dossier_and_moment_and_holds_all(filled, folder):
    made = keep_copy(filled, folder, NOW)
    assert made is not None
    assert made.name.startswith("regio ")
    assert made.name.endswith(" 2026-11-24 14.05.31.ozj")
    assert made_at(made) == NOW
    with closing(Dossier.open(made)) as copy:
        assert copy.verify() == []
        assert copy.all(Party) == filled.all(Party)
        assert copy.history.last == filled.history.last


def test_a_dossier_that_did_not_change_makes_no_copy(filled, folder):
    assert keep_copy(filled, folder, NOW)
    assert keep_copy(filled, folder, NOW + timedelta(hours=1)) is None
    assert len(copies_of(filled, folder)) == 1
    add(filled)
    assert keep_copy(filled, folder, NOW + timedelta(hours=2))
    filled.undo()
    assert keep_copy(filled, folder, NOW + timedelta(hours=3))
    assert len(copies_of(filled, folder)) == 3


def test_a_damaged_last_copy_is_followed_by_a_new_one(filled, folder):
    made = keep_copy(filled, folder, NOW)
    made.write_bytes(b"niets")
    assert keep_copy(filled, folder, NOW + timedelta(hours=1))


def test_copies_come_newest_first_whatever_their_name(filled, folder):
    for day in (2, 9, 5):
        add(filled)
        keep_copy(filled, folder, NOW + timedelta(days=day))
    assert [made_at(c) - NOW for c in copies_of(filled, folder)] == [
        timedelta(days=day) for day in (9, 5, 2)
    ]


def test_two_dossiers_of_one_name_do_not_touch_each_others_copies(filled, folder, tmp_path):
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    with closing(Dossier.create(elsewhere / "regio.ozj")) as other:
        keep_copy(other, folder, NOW)
        (theirs,) = copies_of(other, folder)
        for hour in range(NEWEST + 5):
            add(filled)
            keep_copy(filled, folder, NOW + timedelta(days=900, hours=hour))
        assert copies_of(other, folder) == [theirs]
        assert len(copies_of(filled, folder)) == NEWEST
        assert len(copies(folder)) == NEWEST + 1


def test_files_of_others_in_the_folder_stay(filled, folder):
    for stranger in ("aantekening.txt", "regio.ozj", "regio 12345678 gisteren.ozj"):
        (folder / stranger).write_text("van mij")
    for hour in range(NEWEST + 3):
        add(filled)
        keep_copy(filled, folder, NOW + timedelta(hours=hour))
    assert [(folder / n).read_text() for n in ("aantekening.txt", "regio.ozj")] == ["van mij"] * 2
    assert len(copies_of(filled, folder)) == NEWEST


def test_a_moved_and_renamed_dossier_keeps_its_copies(filled, folder, tmp_path):
    keep_copy(filled, folder, NOW)
    sqlite.copy_to(filled.db, tmp_path / "anders.ozj")
    with closing(Dossier.open(tmp_path / "anders.ozj")) as moved:
        assert len(copies_of(moved, folder)) == 1
        assert keep_copy(moved, folder, NOW) is None


@pytest.mark.parametrize("stem", ["x" * 200, "👩‍🏫" * 19, "é" * 100, "a  b\tc", " ", "*[a]?"])
def test_whatever_the_dossier_is_called_a_copy_can_be_made(tmp_path, folder, stem):
    with closing(Dossier.create(tmp_path / f"{stem}.ozj")) as dossier:
        made = keep_copy(dossier, folder, NOW)
        assert copies_of(dossier, folder) == [made]


def test_a_folder_that_is_not_there_is_a_sentence(filled, tmp_path):
    with pytest.raises(UserError, match="niet te openen"):
        keep_copy(filled, tmp_path / "weg", NOW)


def test_what_is_no_copy_has_no_moment():
    with pytest.raises(ValueError, match=r"regio\.ozj"):
        made_at(Path("regio.ozj"))


# Which may go: a pure function

moments = st.lists(
    st.integers(0, 60 * 24 * 500).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    unique=True,
    max_size=120,
)


@given(moments)
@settings(max_examples=100, deadline=None)
def test_thinning_keeps_the_newest_and_one_for_every_day_and_month(found):
    newest_first = [name(at) for at in sorted(found, reverse=True)]
    dropped = to_drop(newest_first, NOW)
    kept = [copy for copy in newest_first if copy not in dropped]
    assert kept[:NEWEST] == newest_first[:NEWEST]
    ages = {copy: NOW - made_at(copy) for copy in newest_first}
    recent = {made_at(c).date() for c, age in ages.items() if age < timedelta(days=DAYS)}
    assert {made_at(c).date() for c in kept} >= recent
    older = {f"{made_at(c):%Y-%m}" for c, a in ages.items() if a < timedelta(days=31 * MONTHS)}
    assert {f"{made_at(c):%Y-%m}" for c in kept} >= older
    assert len(kept) <= NEWEST + DAYS + 1 + MONTHS + 2
    assert to_drop(kept, NOW) == []


def test_past_the_newest_one_a_day_stays_the_last_of_that_day():
    today = [NOW - timedelta(minutes=n) for n in range(NEWEST)]
    days = [NOW - timedelta(days=d, hours=h) for d in (1, 2) for h in (0, 3, 6)]
    dropped = to_drop([name(at) for at in (*today, *days)], NOW)
    assert [made_at(c) for c in dropped] == [days[1], days[2], days[4], days[5]]


def test_what_is_older_than_a_year_goes():
    old = [NOW - timedelta(days=400 + n) for n in range(NEWEST + 2)]
    assert [made_at(c) for c in to_drop([name(at) for at in old], NOW)] == old[NEWEST:]


def test_a_copy_from_tomorrow_is_no_problem():
    """The clock was wrong once, or summer time ended."""
    ahead = [NOW + timedelta(days=n) for n in range(NEWEST + 2, 0, -1)]
    assert to_drop([name(at) for at in ahead], NOW) == []
