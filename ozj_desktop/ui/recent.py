"""Which dossiers this user had open lately, and where those are in words people use."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from typing import Any

from ozj_desktop import settings
from ozj_desktop.model.dutch import DAYS
from ozj_desktop.paths import own_if_any
from ozj_desktop.ui.display import clock, day_month, one_line

MOST = 10
LONGEST = 200  # characters of a name, which is kept whatever it is
SETTING = "recent"
MOUNTED = ("media", "run/media", "Volumes")  # where a system shows drives that come and go


@dataclass(frozen=True)
class Recent:
    """A dossier that was open, with the name the samenwerking had then."""

    path: Path
    name: str
    at: datetime


def recents() -> list[Recent]:
    """Newest first; what something else made of the settings is passed over."""
    kept = settings.get(SETTING)
    found = [r for entry in kept if (r := _read(entry))] if isinstance(kept, list) else []
    return found[:MOST]


def _read(entry: Any) -> Recent | None:
    try:
        path, name = str(entry["path"]), one_line(str(entry["name"]))[:LONGEST]
        at = datetime.fromisoformat(entry["at"]).astimezone()
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return Recent(Path(path), name or Path(path).stem, at) if path and "\0" not in path else None


def remember(path: Path, name: str, at: datetime | None = None) -> None:
    """Put it first. The example and reserve copies have a way of their own."""
    if path.parent in (own_if_any("voorbeeld"), own_if_any("backups")):
        return
    others = [recent for recent in recents() if recent.path != path]
    keep([Recent(path, name, at or datetime.now().astimezone()), *others])


def forget(path: Path) -> None:
    keep([recent for recent in recents() if recent.path != path])


def keep(found: list[Recent]) -> None:
    told = [
        {"path": str(r.path), "name": one_line(r.name)[:LONGEST], "at": r.at.isoformat()}
        for r in found[:MOST]
    ]
    settings.put(**{SETTING: told})


def when_in_words(at: datetime, now: datetime) -> str:
    """vandaag, 14:02; gisteren; vrijdag 20 november; 3 november; 3 november 2025"""
    day, today = at.date(), now.date()
    if day == today:
        return f"vandaag, {clock(at)}"
    if day == today - timedelta(days=1):
        return "gisteren"
    week = timedelta(0) < today - day < timedelta(days=7)
    return f"{DAYS[day.weekday()]} {day_month(day, today)}" if week else day_month(day, today)


def folder_in_words(path: PurePath, home: Path | None = None) -> str:
    """Documenten › Jeugd; Jeugdbeleid (netwerkmap); Usb-stick ‘Archief’"""
    folder = str(path.parent)
    if folder.startswith(("\\\\", "//")):
        return f"{_last(folder)} (netwerkmap)"
    home = home or Path.home()
    for place, name in _places(home):
        if path.parent == place:
            return name
        if path.parent.is_relative_to(place):
            return _shown([name, *path.parent.relative_to(place).parts])
    return _drive(path.parent) or _shown([*path.parent.parts[-2:]])


def _places(home: Path) -> Iterator[tuple[Path, str]]:
    """The folders that a system calls something else on screen than in a path."""
    for folder, name in (
        *(("Documents", "Documenten"), ("Documenten", "Documenten"), ("Desktop", "Bureaublad")),
        *(("Bureaublad", "Bureaublad"), ("Downloads", "Downloads")),
        ("", "Persoonlijke map"),
    ):
        yield home / folder, name


def _drive(folder: PurePath) -> str:
    """A drive that can be taken out, and what lies on it."""
    for place in MOUNTED:
        root = Path("/", place)
        if folder.is_relative_to(root) and (parts := folder.relative_to(root).parts):
            depth = 1 if place == "Volumes" else 2  # elsewhere the user's name comes first
            name, *inside = parts[depth - 1 :] or parts[-1:]
            return _shown([f"Usb-stick ‘{name}’", *inside])
    return ""


def _shown(parts: list[str]) -> str:
    """The first and the last say enough."""
    named = [part for part in parts if part.strip(os.sep)]
    return " › ".join(named if len(named) <= 2 else [named[0], "…", named[-1]]) or os.sep


def _last(folder: str) -> str:
    return folder.replace("\\", "/").rstrip("/").rpartition("/")[2]
