"""What this user chose: name, palette, sizes, recent dossiers. Plain JSON, readable without Qt."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from ozj_desktop.paths import own

LARGEST = 1_000_000  # bytes; of a larger file something else made a mess
WIDEST = 10_000  # pixels, or whatever else is counted


def path() -> Path:
    return own("settings") / "instellingen.json"


def load() -> dict[str, Any]:
    """What was kept; nothing where the file is absent or was damaged by something else."""
    try:
        large = path().stat().st_size > LARGEST
        found = None if large else json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def get(name: str, default: Any = None) -> Any:
    return load().get(name, default)


def number(name: str, usual: int) -> int:
    """A size that was kept, or the usual one where what was kept is none."""
    kept = get(name)
    return kept if type(kept) is int and 0 < kept <= WIDEST else usual


def put(**values: Any) -> None:
    """Keep these; a full disk or a read-only folder costs the setting, not the work."""
    kept = load() | values
    with suppress(OSError):
        beside = path().with_suffix(".nieuw")
        try:
            beside.write_text(json.dumps(kept, indent=1), encoding="utf-8")
            beside.replace(path())
        except OSError:
            beside.unlink(missing_ok=True)
