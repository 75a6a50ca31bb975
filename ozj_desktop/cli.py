"""The jobs without a window, for scripts and for machines without a screen; Qt is not imported.

Ends with 0 when it went well, 1 for a problem the user can solve (one Dutch sentence on stderr),
2 for wrong use.
"""

import argparse
import getpass
import json
import logging
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ozj_desktop.errors import UserError
from ozj_desktop.paths import own, resource

GOOD, SOLVABLE, WRONG_USE = 0, 1, 2
LOG = "ozj-desktop.log"
USE = """\
OZJ Desktop: afspraken tussen gemeente, onderwijs en jeugdhulp in één bestand.

  ozj-desktop [DOSSIER.ozj]                  het venster
  ozj-desktop demo UIT.ozj [--coalition]     een voorbeelddossier
  ozj-desktop build TEKST UIT.ozj            een dossier van leesbare tekst (.toml, .json)
  ozj-desktop build --fields                 alle soorten dingen en hun velden
  ozj-desktop dump DOSSIER.ozj UIT.json      alles, met geschiedenis en bestanden
  ozj-desktop export DOSSIER.ozj UIT.pdf     ook .docx, .xlsx en .eml
      [--what agreements|part] [--document NAAM] [--party NAAM] [--public]
  ozj-desktop check DOSSIER.ozj [--json]     of bestand en inhoud in orde zijn; de signalen
  ozj-desktop share DOSSIER.ozj UIT.ozj      een opgeschoonde kopie om weg te geven
  ozj-desktop merge DOSSIER.ozj KOPIE.ozj    haalt uit een kopie wat daar anders is

Het formaat van build en dump staat in resources/content/dossierformaat.md.
"""


class _Parser(argparse.ArgumentParser):
    """Wrong use in Dutch."""

    def error(self, message: str) -> NoReturn:
        _say(f"Dat begrijp ik niet: {_in_dutch(message)}\n\n{USE}")
        sys.exit(WRONG_USE)

    def format_help(self) -> str:
        return USE


ENGLISH = {
    "the following arguments are required": "er ontbreekt",
    "unrecognized arguments": "onbekend",
    "invalid choice": "dat kan hier niet",
    "choose from": "kies uit",
    "expected one argument": "hier hoort iets achter",
    "ambiguous option": "dit kan meer betekenen",
    "argument ": "",
}


def _in_dutch(message: str) -> str:
    for english, dutch in ENGLISH.items():
        message = message.replace(english, dutch)
    return message


def run(arguments: list[str], today: date | None = None) -> int:
    """Do what the arguments ask; the number to end the process with."""
    _log_to_file()
    asked = _asked(arguments)
    try:
        return int(asked.job(asked, today or date.today()))
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


def _asked(arguments: list[str]) -> argparse.Namespace:
    jobs = {"demo", "build", "dump", "export", "check", "share", "merge", "-h", "--help"}
    wanted = arguments if arguments and arguments[0] in jobs else ["window", *arguments]
    return _parser().parse_args(wanted)


def _parser() -> _Parser:
    parser = _Parser(prog="ozj-desktop")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, job: Callable[[Any, date], int], *places: str) -> _Parser:
        made = commands.add_parser(name)
        made.set_defaults(job=job)
        for place in places:
            made.add_argument(place, type=Path)
        return made

    window = command("window", _window)
    window.add_argument("file", type=Path, nargs="?")
    window.add_argument("--exit-after-paint", action="store_true")
    command("demo", _demo, "out").add_argument("--coalition", action="store_true")
    build = command("build", _build)
    build.add_argument("text", type=Path, nargs="?")
    build.add_argument("out", type=Path, nargs="?")
    build.add_argument("--fields", action="store_true")
    command("dump", _dump, "file", "out")
    export = command("export", _export, "file", "out")
    export.add_argument("--what", choices=["agreements", "part"], default="agreements")
    export.add_argument("--document", default="")
    export.add_argument("--party", default="")
    export.add_argument("--public", action="store_true")
    command("check", _check, "file").add_argument("--json", action="store_true")
    command("share", _share, "file", "out")
    command("merge", _merge, "file", "other")
    return parser


# The jobs; each imports what it needs, so that the others start fast.


def _window(asked: Any, today: date) -> int:
    from ozj_desktop.app import run

    return int(run(asked.file, exit_after_paint=asked.exit_after_paint))


def _demo(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.build import build

    name = "coalitie" if asked.coalition else "voorbeeldregio"
    build(resource(f"demo/{name}.toml"), asked.out, today=today, who=_who())
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _build(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.takeover import fields_in_words, make

    if asked.fields:
        _tell(fields_in_words())
        return GOOD
    if not asked.text or not asked.out:
        _parser().error("build TEKST UIT.ozj")
    make(asked.text, asked.out, today=today, who=_who())
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _dump(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.swap import writing
    from ozj_desktop.store.archive import as_text, dump

    dossier = _sound(asked.file)
    with writing(asked.out) as beside:
        beside.write_text(as_text(dump(dossier)), encoding="utf-8", newline="\n")
    _tell(f"{asked.out.name} is gemaakt.")
    return GOOD


def _export(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.export import Request, export, format_of
    from ozj_desktop.store.dossier import Dossier

    format_of(asked.out)  # before the file is read: a wrong name costs no waiting
    request = Request(asked.what, asked.document, asked.party, asked.public)
    _tell(export(Dossier.read(asked.file), asked.out, request, today=today))
    return GOOD


def _check(asked: Any, today: date) -> int:
    from ozj_desktop.exchange.findings import findings
    from ozj_desktop.store.dossier import Dossier

    found = findings(Dossier.read(asked.file), today)
    _tell(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if asked.json else str(found))
    if found.problems:
        _say(f"{asked.file.name} is niet in orde: {found.problems[0]} Open een reservekopie.")
    return SOLVABLE if found.problems else GOOD


def _share(asked: Any, today: date) -> int:
    from ozj_desktop.store.cleaned import cleaned

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


# Around it


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
    except BrokenPipeError:
        pass
