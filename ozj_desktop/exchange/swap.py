"""Write beside the target and swap, so that there is never half a file; and name files plainly."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from secrets import token_hex
from time import sleep
from unicodedata import combining, normalize

from ozj_desktop.errors import UserError

WINDOWS = os.name == "nt"
_LONGEST_PATH = 259  # of Windows, without the closing zero
_LONGEST_NAME = 100  # of the names that we make ourselves
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds: a virus scanner lets go in less

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"]
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_TAKEN = frozenset({5, 32, 33})  # of Windows: denied, shared, locked

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


@contextmanager
def writing(
    target: Path, *, windows: bool = WINDOWS, wait: Callable[[float], None] = sleep
) -> Iterator[Path]:
    """A name beside `target` to write to; it takes the place of `target` when all went well.

    Otherwise nothing is left of it, and what stood at `target` still does. Raise UserError where
    the user can do something about it: folder, permission, room, or open in another program.
    """
    reason = refusal(target, windows)
    if reason:
        raise UserError(reason)
    beside = target.with_name(f"~ozj-{token_hex(4)}{target.suffix[:12]}")
    try:
        with _in_words(target, beside):
            yield beside
        _swap(beside, target, wait)
    finally:
        _remove(beside)


def refusal(target: Path, windows: bool = WINDOWS) -> str:
    """Why nothing can be written to `target`, as far as can be seen beforehand; else ""."""
    name, folder = target.name, target.parent
    if windows and (_FORBIDDEN.search(name) or name != name.rstrip(". ") or is_reserved(name)):
        return f"Een bestand kan niet {name} heten. Kies een andere naam."
    if windows and len(str(target.absolute())) > _LONGEST_PATH:
        return _too_long(target)
    try:
        if target.is_dir():
            return f"{name} is een map, geen bestand. Kies een andere naam."
        if not folder.is_dir():
            return f"De map {folder} bestaat niet (meer). Kies een andere plek."
        if not _writable(folder):
            return _read_only(target)
        if target.exists() and not _writable(target):
            return f"{name} is alleen-lezen. Kies een andere naam, of haal die beveiliging weg."
    except OSError as error:
        return _sentence(error, target) or _unreachable(target)
    return ""


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def is_reserved(name: str) -> bool:
    """Whether Windows takes this name for a device, as CON, or nul.pdf."""
    return name.partition(".")[0].rstrip(" ").lower() in _RESERVED


def file_name(*parts: str | date | None, suffix: str) -> str:
    """Plain ASCII: convenant-samen-naar-school_v2_voorgelegd_2026-11-24.pdf.

    Where it would be too long the first part is cut; `suffix` is ".pdf" and the like.
    """
    first, *rest = [_plain(str(part)) for part in parts if part] or [""]
    rest = [part[:30] for part in rest if part]
    room = max(_LONGEST_NAME - len("_".join(["", *rest])) - len(suffix), 1)
    found = [part for part in (_cut(first, room), *rest) if part]
    stem = "_".join(found)[: _LONGEST_NAME - len(suffix)].rstrip("-_") or "stuk"
    return (f"ozj-{stem}" if is_reserved(stem) else stem) + suffix


def _plain(text: str) -> str:
    bare = normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(c for c in bare if not combining(c) and c not in "'’‘`")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _cut(text: str, room: int) -> str:
    """At most `room` characters, and not halfway a word where that can be."""
    if len(text) <= room:
        return text
    start = text[: room + 1].rpartition("-")[0]
    return start if len(start) > room // 2 else text[:room].rstrip("-")


@contextmanager
def _in_words(target: Path, beside: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        about = {None, str(beside), os.fsdecode(beside)}
        known = _sentence(error, target)
        if known and (error.errno in _NO_ROOM or error.filename in about):
            raise UserError(known) from error
        raise


def _sentence(error: OSError, target: Path) -> str:
    if error.errno in _NO_ROOM:
        return (
            f"Er is te weinig ruimte op de schijf voor {target.name}. "
            "Maak ruimte vrij, of kies een andere plek."
        )
    if error.errno in _NO_PERMISSION:
        return _read_only(target)
    if error.errno == errno.ENAMETOOLONG:
        return _too_long(target)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        if target.parent.is_dir():  # one that takes no files, as /proc
            return _read_only(target)
        return f"De map {target.parent} bestaat niet (meer). Kies een andere plek."
    if error.errno in (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.EHOSTDOWN):
        return _unreachable(target)
    return ""


def _read_only(target: Path) -> str:
    return f"U mag niet schrijven in de map {target.parent}. Kies een andere plek."


def _unreachable(target: Path) -> str:
    return f"De map {target.parent} is niet bereikbaar. Is de schijf of het netwerk er nog?"


def _too_long(target: Path) -> str:
    return (
        f"De naam van het bestand of van de map is te lang: {target.name[:60]}… "
        "Kies een kortere naam, of een map dichter bij het begin."
    )


def _swap(beside: Path, target: Path, wait: Callable[[float], None]) -> None:
    """Windows refuses while Excel or Acrobat has the target open, or a scanner looks at it."""
    for pause in (*_WAITS, None):
        try:
            os.replace(beside, target)
            return
        except OSError as error:
            taken = getattr(error, "winerror", None) in _TAKEN or error.errno == errno.EBUSY
            if taken and pause is not None:
                wait(pause)
                continue
            known = _in_use(target) if taken else _sentence(error, target)
            if known:
                raise UserError(known) from error
            raise


def _in_use(target: Path) -> str:
    return (
        f"{target.name} is nog open in een ander programma, zoals Excel, Word of Acrobat. "
        "Sluit het daar, of kies een andere naam."
    )


def _remove(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:  # on Windows still held by a scanner; what matters has been said already
        return
