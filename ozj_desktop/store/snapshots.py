"""Copies of a dossier, made when it closes: out of its folder, counted, thinned out with age.

A copy is named after the dossier, the step by which its copies know each other, and the moment:
"regio 0192fa3c 2026-11-24 14.05.31.ozj".
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from ozj_desktop.store.dossier import Dossier

NEWEST = 10  # kept whatever their age
DAYS, MONTHS = 14, 12  # one a day, then one a month
MOMENT = "%Y-%m-%d %H.%M.%S"
NAME = re.compile(r"(.+) ([0-9a-f]{8}) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\.ozj")


def keep_copy(dossier: Dossier, folder: Path, now: datetime) -> Path | None:
    """Copy the dossier if it changed since its last copy, and thin out the older ones."""
    own = _own(dossier)
    earlier = copies(folder, own)
    if earlier and _last_step(earlier[0]) == dossier.history.last.id:
        return None
    target = folder / f"{_stem(dossier.path.stem)} {own} {now.strftime(MOMENT)}.ozj"
    dossier.copy_to(target)
    for old in to_drop(copies(folder, own), now):
        old.unlink(missing_ok=True)
    return target


def copies_of(dossier: Dossier, folder: Path) -> list[Path]:
    """The copies there are of this dossier, newest first."""
    return copies(folder, _own(dossier))


def copies(folder: Path, own: str = "") -> list[Path]:
    found = [(m[3], p) for p in folder.glob("*.ozj") if (m := NAME.fullmatch(p.name))]
    mine = [(at, p) for at, p in found if not own or f" {own} " in p.name]
    return [path for _, path in sorted(mine, key=lambda f: (f[0], f[1].name), reverse=True)]


def made_at(copy: Path) -> datetime:
    """Local time; raise ValueError if the name is not that of a copy."""
    found = NAME.fullmatch(copy.name)
    if found is None:
        raise ValueError(copy.name)
    return datetime.strptime(found[3], MOMENT)


def to_drop(newest_first: Iterable[Path], now: datetime) -> list[Path]:
    """Which copies may go: past the newest ten, one a day for two weeks, one a month for a year."""
    kept_days: set[str] = set()
    doomed = []
    for number, copy in enumerate(newest_first):
        at = made_at(copy)
        age = now.replace(tzinfo=None) - at
        period = at.strftime("%Y-%m-%d" if age < timedelta(days=DAYS) else "%Y-%m")
        fresh = period not in kept_days and age < timedelta(days=31 * MONTHS)
        kept_days.add(period)
        if number >= NEWEST and not fresh:
            doomed.append(copy)
    return doomed


def _own(dossier: Dossier) -> str:
    return dossier.history.step(1).id.replace("-", "")[-8:]


def _stem(name: str) -> str:
    """On one line, and short however many bytes its letters take."""
    short = re.sub(r"\s+", " ", name).encode("utf-8", "replace")[:100].decode("utf-8", "ignore")
    return short.strip() or "dossier"


def _last_step(copy: Path) -> str:
    try:
        return Dossier.read(copy).history.last.id
    except Exception:  # whatever is wrong with an old copy, a new one is made
        return ""
