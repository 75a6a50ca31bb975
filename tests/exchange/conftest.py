"""Readable texts as files, and the dossiers made of them."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.exchange.takeover import make
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)
HEAD = 'format = "ozj-1"\n'

Write = Callable[..., Path]
Built = Callable[..., Dossier]
Know = Callable[..., Facts]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(text)` gives a file with it; text of TOML without the line at the top."""

    def to_file(text: str | bytes, name: str = "regio.toml") -> Path:
        place = tmp_path / name
        whole = text if isinstance(text, bytes) or name.endswith(".json") else HEAD + text
        place.write_bytes(whole if isinstance(whole, bytes) else whole.encode())
        return place

    return to_file


@pytest.fixture
def built(write: Write, tmp_path: Path) -> Iterator[Built]:
    """`built(text)` gives the dossier made of it, checked and sound."""
    made: list[Dossier] = []

    def of(text: str | bytes, name: str = "regio.toml", today: date = TODAY) -> Dossier:
        target = tmp_path / f"{len(made)}.ozj"
        make(write(text, name), target, today=today, who="Jan")
        made.append(Dossier.read(target))
        assert made[-1].verify() == []
        return made[-1]

    yield of
    for dossier in made:
        dossier.close()


@pytest.fixture
def know(tmp_path: Path) -> Know:
    """`know(record, …)` gives facts of a dossier that holds these, and only these."""

    def facts_of(*records: Record, today: date = TODAY) -> Facts:
        dossier = Dossier.in_memory(tmp_path / "regio.ozj")
        with dossier.step("filled"):
            dossier.save(*records)
        return Facts(dossier, today)

    return facts_of
