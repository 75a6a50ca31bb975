"""What the workbook costs, beside openpyxl's own loop over the same values without any look.

Ours starts at the file of the dossier: reading, counting assent, signals and look are all in it.
The bare loop gets its values for nothing.
"""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from openpyxl import Workbook, load_workbook

from ozj_desktop.exchange.workbook import write_workbook
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier
from tests.benchmarks.table import Result, in_turn

CELLS = 100_000
AGREEMENTS, PARTIES, RUNS = 655, 12, 7
TODAY = date(2026, 11, 24)
NOUNS = ("school", "wijk", "gezin", "plan", "hulp", "team", "kind", "ouder", "jeugd", "zorg")

Sheets = dict[str, list[list[object]]]


def measure() -> list[Result]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        dossier = filled(folder / "a.ozj")

        def ours() -> None:
            write_workbook(Facts(dossier, TODAY), folder / "ours.xlsx")

        ours()
        values = read(folder / "ours.xlsx")
        cells = sum(v is not None for rows in values.values() for row in rows for v in row)
        assert abs(cells - CELLS) < CELLS / 20, cells

        def bare() -> None:
            book = Workbook(write_only=True)
            for name, rows in values.items():
                sheet = book.create_sheet(name)
                for row in rows:
                    sheet.append(row)
            book.save(folder / "bare.xlsx")

        mine, theirs = in_turn(ours, bare, RUNS)
        dossier.close()
    return [Result(f"workbook of {cells} cells", mine, theirs, "s", 1.3)]


def read(path: Path) -> Sheets:
    """The values as they came out, to be written again without any look."""
    book = load_workbook(path, read_only=True)
    found: Sheets = {}
    for sheet in book.worksheets:
        found[sheet.title] = [[plain(v) for v in row] for row in sheet.iter_rows(values_only=True)]
    book.close()
    return found


def plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def filled(path: Path) -> Dossier:
    """A document of many agreements, with parties that contribute and answer."""
    dossier, random = Dossier.create(path, who="bench"), Random(5)
    parties = [Party(name=f"Partij {n} van de regio", position=n) for n in range(PARTIES)]
    document = Document(name="Convenant", stage=Stage.FROZEN)
    own = [agreement(n, random) for n in range(AGREEMENTS)]
    ids = frozenset(a.id for a in own)
    version = Version(document=document.id, major=1, minor=0, submitted_on=TODAY, agreements=ids)
    answers = [answer(version, party, random) for party in parties]
    with dossier.step("filled"):
        dossier.save(*parties, document, *own, version, *answers)
        dossier.save(*parts(document, own, parties, random))
        dossier.save(*(Deviation(assent=answers[0].id, agreement=a.id) for a in own[::9]))
    return dossier


def sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(NOUNS, k=words)).capitalize() + "."


def agreement(number: int, random: Random) -> Agreement:
    starts = TODAY + timedelta(random.randrange(400))
    return Agreement(
        title=f"Afspraak {number}: {sentence(random, 3)}",
        what=sentence(random, 25),
        result=sentence(random, 10),
        starts_on=starts,
        ends_on=starts + timedelta(300),
        progress=random.choice(list(Progress)),
        progress_on=TODAY - timedelta(9),
        progress_note=sentence(random, 8),
    )


def answer(version: Version, party: Party, random: Random) -> Assent:
    return Assent(
        version=version.id,
        party=party.id,
        table=random.choice(list(TableAssent)),
        table_on=TODAY,
        note=sentence(random, 6),
        decided_on=TODAY,
        reference="CvB 26-114",
    )


def parts(
    document: Document, own: list[Agreement], parties: list[Party], random: Random
) -> list[Record]:
    found: list[Record] = []
    for n, a in enumerate(own):
        found.append(Inclusion(document=document.id, agreement=a.id, position=n))
        found.append(Action(what=sentence(random, 6), due=TODAY + timedelta(n), came_from=a.id))
        for place, party in enumerate(parties[n % 8 : n % 8 + 4]):
            found.append(
                Contribution(
                    agreement=a.id,
                    party=party.id,
                    role=Role.PARTNER if place else Role.LEADS,
                    what=sentence(random, 7),
                    by=TODAY,
                )
            )
    return found
