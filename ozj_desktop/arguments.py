"""What may be asked on the command line, and wrong use told in Dutch."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from ozj_desktop.errors import WrongUse, in_one_line
from ozj_desktop.exchange.papers import PAPERS

USE = """\
OZJ Desktop: afspraken tussen gemeente, onderwijs en jeugdhulp in één bestand.

  ozj-desktop [DOSSIER.ozj]                  het venster; zonder dossier het welkom
  ozj-desktop --new | --example              een nieuw dossier, of het voorbeeld
  ozj-desktop demo UIT.ozj [--coalition]     een voorbeelddossier
  ozj-desktop build TEKST UIT.ozj            een dossier van leesbare tekst (.toml, .json)
  ozj-desktop build --fields                 alle soorten dingen en hun velden
  ozj-desktop dump DOSSIER.ozj UIT.json      alles, met geschiedenis en bestanden
  ozj-desktop export DOSSIER.ozj UIT.pdf     ook .docx, .xlsx en .eml
      [--what agreements|part|party] [--document NAAM] [--party NAAM] [--public]
  ozj-desktop check DOSSIER.ozj [--json]     of bestand en inhoud in orde zijn; de signalen
  ozj-desktop share DOSSIER.ozj UIT.ozj      een opgeschoonde kopie om weg te geven
  ozj-desktop merge DOSSIER.ozj KOPIE.ozj    haalt uit een kopie wat daar anders is

Het formaat van build en dump staat in resources/content/dossierformaat.md.
"""


class _Parser(argparse.ArgumentParser):
    """Wrong use in Dutch."""

    def error(self, message: str) -> NoReturn:
        raise _not_understood(_in_dutch(message))

    def format_help(self) -> str:
        return USE


PLACES = {"file": "DOSSIER.ozj", "out": "UIT", "other": "KOPIE.ozj"}
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


def parse(arguments: list[str]) -> Any:
    """The job that is asked for as `job`, with what it needs; raise WrongUse."""
    asked = _parser().parse_args(arguments)
    if asked.job == "build" and not _has_what_it_needs(asked):
        raise _not_understood("build TEKST UIT.ozj")
    if asked.job == "export" and asked.party and not _takes_a_party(asked):
        raise _not_understood("--party hoort bij --what part of party, of bij een .eml")
    return asked


def _not_understood(what: str) -> WrongUse:
    return WrongUse(f"Dat begrijp ik niet: {in_one_line(what)}\n\n{USE}")


def _takes_a_party(export: Any) -> bool:
    return bool(export.what in ("part", "party") or export.out.suffix.lower() == ".eml")


def _name(text: str) -> str:
    if not text.strip():
        raise _not_understood("hier hoort een naam achter")
    return text


def _has_what_it_needs(build: Any) -> bool:
    given = [place for place in (build.text, build.out) if place]
    return len(given) == (0 if build.fields else 2)


def _parser() -> _Parser:
    parser = _Parser(prog="ozj-desktop")
    commands = parser.add_subparsers(dest="job", required=True, parser_class=_Parser)

    def command(name: str, *places: str) -> _Parser:
        made = commands.add_parser(name)
        for place in places:
            made.add_argument(place, type=Path, metavar=PLACES[place])
        return made

    window = command("window")
    window.add_argument("file", type=Path, nargs="?")
    window.add_argument("--exit-after-paint", action="store_true")
    command("demo", "out").add_argument("--coalition", action="store_true")
    build = command("build")
    build.add_argument("text", type=Path, nargs="?")
    build.add_argument("out", type=Path, nargs="?")
    build.add_argument("--fields", action="store_true")
    command("dump", "file", "out")
    export = command("export", "file", "out")
    export.add_argument("--what", choices=["agreements", "part", *PAPERS], default="agreements")
    export.add_argument("--document", type=_name)
    export.add_argument("--party", type=_name)
    export.add_argument("--public", action="store_true")
    command("check", "file").add_argument("--json", action="store_true")
    command("share", "file", "out")
    command("merge", "file", "other")
    return parser
