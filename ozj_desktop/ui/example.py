"""The example dossiers of this user: made anew with the days, until somebody works in them."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import mkdtemp

from ozj_desktop.errors import InUse, UserError
from ozj_desktop.paths import own_if_any, resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.lock import WriterLock

AT_ONCE = "--example"  # how the command line asks for it
EXAMPLE, COALITION = "voorbeeldregio", "coalitie"


def example(today: date, name: str = EXAMPLE) -> Path:
    """Where it is. What another window has open, and what somebody worked in, stays as it is."""
    # An account that may keep nothing has it for this sitting only.
    folder = own_if_any("voorbeeld") or Path(mkdtemp(prefix="ozj-"))
    path = folder / f"{name}.ozj"
    if path.exists() and not _is_old(path, today):
        return path
    with suppress(InUse):
        lock = WriterLock(path, "")
        try:
            _make(path, today)
        finally:
            lock.release()
    return path


def _make(path: Path, today: date) -> None:
    from ozj_desktop.exchange.build import build
    from ozj_desktop.exchange.swap import writing

    with writing(path) as beside:
        build(resource(f"demo/{path.stem}.toml"), beside, today=today, who="OZJ Desktop")
    _mark(path).write_text(_last_step(path), encoding="utf-8")


def is_untouched(dossier: Dossier) -> bool:
    """Whether this is the example and nobody worked in it: then there is nothing to keep."""
    return dossier.path.parent == own_if_any("voorbeeld") and _is_as_made(
        dossier.path, dossier.history.last.id
    )


def _is_old(path: Path, today: date) -> bool:
    """Whether it was made on another day and nobody changed it since."""
    if datetime.fromtimestamp(path.stat().st_mtime).date() == today:
        return False
    try:
        return _is_as_made(path, _last_step(path))
    except (OSError, ValueError, UserError):  # whatever is there: leave it
        return False


def _is_as_made(path: Path, last: str) -> bool:
    mark = _mark(path)
    return mark.exists() and mark.read_text(encoding="utf-8") == last


def _mark(path: Path) -> Path:
    """Beside it stands which step was the last when it was made."""
    return path.with_suffix(".stap")


def _last_step(path: Path) -> str:
    dossier = Dossier.read(path)
    try:
        return dossier.history.last.id
    finally:
        dossier.close()
