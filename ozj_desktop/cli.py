"""The jobs without a window, for scripts and for machines without a screen; Qt is not imported.

Ends with 0 when it went well, 1 for a problem the user can solve (one Dutch sentence on stderr),
2 for wrong use.
"""

import json
import logging
import os
import signal
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ozj_desktop.errors import Refused, UserError, WrongUse
from ozj_desktop.paths import own, resource

GOOD, SOLVABLE, WRONG_USE = 0, 1, 2
LOG = "ozj-desktop.log"
ONCE_PAINTED = "--exit-after-paint"
BEGINNINGS = ("--new", "--example")


def run(arguments: list[str], today: date | None = None, *, alone: bool = False) -> int:
    """Do what the arguments ask; the number to end the process with.

    `alone` says that the process is for this job only.
    """
    _log_to_file()
    try:
        asked = _asked(arguments)
        if alone and asked.job != "window":  # which hears a signal only when somebody moves
            _end_as_stopped()
        return JOBS[asked.job](asked, today or date.today())
    except WrongUse as error:
        _say(str(error))
        return WRONG_USE
    except UserError as error:
        _say(str(error))
    except KeyboardInterrupt:
        _say("Gestopt.")
    except Exception:
        logging.getLogger(__name__).exception("a bug")
        logs = _own("logs")
        where = f" Wat er gebeurde, staat in {logs / LOG}." if logs else ""
        _say(f"Er ging iets mis dat niet had mogen gebeuren.{where}")
    return SOLVABLE


def _end_as_stopped() -> None:
    """Told to end, a job cleans up after itself, as when the user stops it."""
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)


def _asked(arguments: list[str]) -> Any:
    """A window needs no parser, which takes as long to import as ten of our modules."""
    files = [a for a in arguments if a not in (ONCE_PAINTED, *BEGINNINGS)]
    if len(files) < 2 and not any(f in JOBS or f.startswith("-") for f in files):
        file = Path(files[0]) if files else None
        begin = next((a for a in arguments if a in BEGINNINGS), "")
        once = ONCE_PAINTED in arguments
        return SimpleNamespace(job="window", file=file, begin=begin, exit_after_paint=once)
    from ozj_desktop.arguments import parse

    return parse(arguments if arguments[0] in JOBS else ["window", *arguments])


# The jobs; each imports what it needs, so that the others start fast.


def _window(asked: Any, today: date) -> int:
    from ozj_desktop.app import run

    begin = getattr(asked, "begin", "")
    return int(run(asked.file, begin=begin, exit_after_paint=asked.exit_after_paint))


def _demo(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.build import build

    _refuse(asked.out, ".ozj")
    name = "coalitie" if asked.coalition else "voorbeeldregio"
    build(resource(f"demo/{name}.toml"), asked.out, today=today, who=_who())
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _build(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.takeover import fields_in_words, make

    if asked.fields:
        _tell(fields_in_words())
        return GOOD
    _refuse(asked.out, ".ozj")
    make(asked.text, asked.out, today=today, who=_who())
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _dump(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.swap import writing
    from ozj_desktop.store.archive import as_text, dump, is_dump

    _refuse(asked.out, ".json", asked.file)
    if os.path.exists(asked.out) and not is_dump(asked.out):
        raise UserError(
            f"‘{asked.out.name}’ bestaat al, en is geen eerdere uitvoer. Kies een andere naam."
        )
    dossier = _sound(asked.file)
    with writing(asked.out) as beside:
        beside.write_text(as_text(dump(dossier)), encoding="utf-8", newline="\n")
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _export(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.export import export, format_of
    from ozj_desktop.exchange.request import Request

    _refuse(asked.out, f".{format_of(asked.out)}", asked.file)
    request = Request(asked.what, asked.document or "", asked.party or "", asked.public)
    _tell(export(_sound(asked.file), asked.out, request, today=today))
    return GOOD


def _check(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.findings import Findings, findings
    from ozj_desktop.store.dossier import Dossier

    try:
        found = findings(Dossier.read(asked.file), today)
    except Refused as error:
        if asked.json:  # whoever reads it wants an answer of the same shape
            _tell(_as_json(Findings(asked.file.name, [str(error)], {}, 0, [])))
        raise
    _tell(_as_json(found) if asked.json else str(found))
    if found.problems:
        _say(f"{asked.file.name} is niet in orde: {found.problems[0]} Open een reservekopie.")
    return SOLVABLE if found.problems else GOOD


def _as_json(found: Any) -> str:
    return json.dumps(found.as_json(), ensure_ascii=False, indent=1)


def _share(asked: Any, today: date) -> int:
    from ozj_desktop.store.cleaned import cleaned

    _refuse(asked.out, ".ozj", asked.file)
    cleaned(_sound(asked.file), asked.out).publish()
    _tell(f"{asked.out.name} is gemaakt: zonder geschiedenis, opmerkingen en wat vertrouwelijk is.")
    return GOOD


def _merge(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.merging import merge_in_words
    from ozj_desktop.store.dossier import Dossier

    dossier = Dossier.open(asked.file, who=_who(), backups=_own("backups"))
    try:
        _tell(merge_in_words(dossier, Dossier.read(asked.other)))
    finally:
        dossier.close()
    return GOOD


JOBS = {
    "window": _window,
    "demo": _demo,
    "build": _build,
    "dump": _dump,
    "export": _export,
    "check": _check,
    "share": _share,
    "merge": _merge,
}


# Around it


def _refuse(target: Path, ending: str, source: Path | None = None) -> None:
    """A wrong name, before anything is read: it costs no waiting, and never the dossier."""
    if target.suffix.lower() != ending:
        raise UserError(f"‘{target.name}’ moet eindigen op {ending}.")
    with suppress(OSError):  # one of them is not there, or cannot be
        if source and target.samefile(source):
            raise UserError(f"‘{target.name}’ is het dossier zelf. Kies een andere naam.")


def _sound(path: Path) -> Any:
    """What is made to be kept or given away is made of a sound dossier only."""
    from ozj_desktop.store.dossier import Dossier

    dossier = Dossier.read(path)
    if problems := dossier.verify():
        raise UserError(f"{path.name} is niet in orde: {problems[0]} Open een reservekopie.")
    return dossier


def _who() -> str:
    from ozj_desktop import settings

    try:
        import getpass  # only when used: it costs a start two milliseconds

        return str(settings.get("who") or getpass.getuser())
    except (KeyError, OSError):  # a user without a name, as in a bare container
        return ""


def _own(name: str) -> Path | None:
    """None where this user has no place to write, as in a bare container."""
    try:
        return own(name)
    except OSError:
        return None


def _log_to_file() -> None:
    handler: logging.Handler = logging.NullHandler()
    if logs := _own("logs"):
        handler = logging.FileHandler(logs / LOG, encoding="utf-8", delay=True)
    shape = "%(asctime)s %(name)s %(levelname)s %(message)s"
    logging.basicConfig(handlers=[handler], format=shape, level=logging.INFO)


def _tell(text: str) -> None:
    _write(sys.stdout, text)


def _say(text: str) -> None:
    with suppress(UserError):  # there is nobody left to tell
        _write(sys.stderr, text)


def _write(stream: Any, text: str) -> None:
    """Also where there is no console, or one that knows no ë; a reader that left is no mistake."""
    if stream is None:
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except UnicodeEncodeError:
        stream.write(f"{text.encode('ascii', 'replace').decode()}\n")
    except OSError as error:  # nor may Python try again when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UserError("Het antwoord kan nergens heen: is de schijf vol?") from error
