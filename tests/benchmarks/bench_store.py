"""What the store costs, beside the same work in bare sqlite3 on the same disk."""

import json
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from ozj_desktop.model import words
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.parties import Party
from ozj_desktop.store import search
from ozj_desktop.store.dossier import Dossier
from tests.benchmarks.table import Result, in_turn

AGREEMENTS, EDITS = 5000, 400
TEXTS, SEARCHES = 100_000, 15
NOUNS = ["school", "wijk", "gezin", "plan", "hulp", "team", "kind", "ouder", "jeugd", "zorg"]
WORDS = Random(3).choices(NOUNS, k=999)


def measure() -> list[Result]:
    with tempfile.TemporaryDirectory() as place:
        return [_edit(Path(place)), _search(Path(place))]


def filled(path: Path, agreements: int) -> Dossier:
    """A dossier with four contributions to every agreement."""
    dossier = Dossier.create(path, who="bench")
    parties = [Party(name=f"Partij {n}") for n in range(20)]
    with dossier.step("filled"):
        dossier.save(*parties)
        for n in range(agreements):
            own = Agreement(title=f"Afspraak {n}", result="Een zin of twee. " * 10)
            dossier.save(own)
            for party in parties[n % 16 : n % 16 + 4]:
                dossier.save(Contribution(agreement=own.id, party=party.id, what="uren"))
    return dossier


def _edit(folder: Path) -> Result:
    """One edited field, committed with its history, against the same UPDATE and INSERT."""
    dossier = filled(folder / "a.ozj", AGREEMENTS)
    records = iter(dossier.all(Agreement))

    def ours() -> None:
        record = next(records)
        with dossier.step(words.edited(Agreement, "title")):
            dossier.save(replace(record, title=f"Een andere titel {record.id}"))

    mine, theirs = in_turn(ours, bare_edit(folder / "b.db"), EDITS)
    dossier.close()
    return Result("one edited field, committed with its history", mine * 1e3, theirs * 1e3, "ms", 2)


def bare_edit(path: Path) -> Callable[[], None]:
    """The least that an edit with a history is, each time of another record."""
    plain, count = _bare(path), iter(range(AGREEMENTS))

    def edit() -> None:
        n = next(count)
        title = f"Een andere titel {n}"
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("UPDATE agreement SET title = ? WHERE id = ?", (title, str(n)))
        fields = json.dumps({"title": ["t", title]})
        plain.execute("INSERT INTO change (id, fields) VALUES (?, ?)", (str(n), fields))
        plain.execute("COMMIT")

    return edit


def _bare(path: Path) -> sqlite3.Connection:
    """The same table and texts, with the least that keeps a history."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TABLE agreement (id TEXT PRIMARY KEY, title TEXT, result TEXT)")
    db.execute("CREATE TABLE change (seq INTEGER PRIMARY KEY, id TEXT, fields TEXT)")
    db.execute("BEGIN")
    rows = [(str(n), "t", "Een zin of twee. " * 10) for n in range(AGREEMENTS)]
    db.executemany("INSERT INTO agreement VALUES (?, ?, ?)", rows)
    db.execute("COMMIT")
    return db


def _search(folder: Path) -> Result:
    """A search in 100,000 texts, against the raw FTS5 query: same rank, snippet and limit."""
    dossier = Dossier.create(folder / "s.ozj", who="bench")
    random = Random(4)
    with dossier.step("filled"):
        for _ in range(TEXTS):
            text = " ".join(random.choices(WORDS, k=12))
            dossier.save(Party(name=f"{text} uniek{random.randrange(2000)}"))
    raw = (
        f"SELECT rowid, snippet(search, 0, '{search.FOUND}', '{search.END}', ' … ', 12) "
        "FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"
    )
    asked = [f"uniek{n}" for n in (17, 171, 1711)]

    def ours() -> None:
        for word in asked:
            dossier.find(word)

    def bare() -> None:
        for word in asked:
            dossier.db.execute(raw, (f'"{word}"*',)).fetchall()

    mine, theirs = in_turn(ours, bare, SEARCHES)
    dossier.close()
    return Result("search in 100,000 texts", mine * 1e3, theirs * 1e3, "ms", 1.5)
