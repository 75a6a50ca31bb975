"""What was the last step seen, per dossier and whichever copy of it is opened."""

import shutil
from pathlib import Path

from ozj_desktop import settings
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.last_time import KEPT, SETTING, keep_last_time, last_time

AT = "2026-11-17T09:00:00+00:00"


def test_the_first_time_nothing_is_known(dossier: Dossier) -> None:
    assert last_time(dossier) is None


def test_what_came_after_it_is_new(dossier: Dossier) -> None:
    keep_last_time(dossier, AT)
    with dossier.step("added Party"):
        dossier.save(Party(name="x"))
    seen = last_time(dossier)
    assert seen is not None
    assert (seen.seq, seen.at_utc) == (1, AT)


def test_an_older_copy_makes_nothing_unseen(dossier: Dossier, tmp_path: Path) -> None:
    dossier.copy_to(tmp_path / "reserve.ozj")
    with dossier.step("added Party"):
        dossier.save(Party(name="x"))
    keep_last_time(dossier, AT)
    reserve = Dossier.read(tmp_path / "reserve.ozj")
    keep_last_time(reserve, "2026-11-18T09:00:00+00:00")
    seen = last_time(dossier)
    assert seen is not None and seen.seq == 2
    by_the_clock = last_time(reserve)
    assert by_the_clock is not None and by_the_clock.seq == 0


def test_a_copy_beside_it_shares_what_was_seen(dossier: Dossier, tmp_path: Path) -> None:
    keep_last_time(dossier, AT)
    shutil.copy(dossier.path, tmp_path / "kopie.ozj")
    copy = Dossier.read(tmp_path / "kopie.ozj")
    assert last_time(copy) == last_time(dossier)


def test_a_damaged_setting_is_as_no_setting(dossier: Dossier) -> None:
    for rubbish in ("x", [1], {dossier.history.step(1).id: "x"}, {dossier.history.step(1).id: [1]}):
        settings.put(**{SETTING: rubbish})
        assert last_time(dossier) is None


def test_it_does_not_grow_for_ever(dossier: Dossier) -> None:
    settings.put(**{SETTING: {f"d{n}": ["s", AT] for n in range(KEPT)}})
    keep_last_time(dossier, AT)
    assert len(settings.get(SETTING)) == KEPT
    assert last_time(dossier) is not None
