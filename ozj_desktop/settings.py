"""What this user chose: name, palette, sizes, recent dossiers. Plain JSON, readable without Qt."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from ozj_desktop.paths import own


def path() -> Path:
    return own("settings") / "instellingen.json"


def load() -> dict[str, Any]:
    """What was kept; nothing where the file is absent or was damaged by something else."""
    try:
        found = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def get(name: str, default: Any = None) -> Any:
    return load().get(name, default)


def put(**values: Any) -> None:
    """Keep these; a full disk or a read-only folder costs the setting, not the work."""
    kept = load() | values
    with suppress(OSError):
        beside = path().with_suffix(".nieuw")
        try:
            beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(path())
        except OSError:
            beside.unlink(missing_ok=True)
