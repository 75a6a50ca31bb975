"""Real records in a real dossier, in memory: rules are tested on what the store gives them."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)

Know = Callable[..., Facts]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    dossier = Dossier.in_memory(tmp_path_factory.mktemp("model") / "leeg.ozj")
    yield dossier
    dossier.close()


@pytest.fixture
def know(empty: Dossier) -> Iterator[Know]:
    """`know(record, …)` gives facts of a dossier that holds these, and only these."""
    made: list[Dossier] = []

    def facts_of(*records: Record, today: date = TODAY) -> Facts:
        dossier = empty.copy()
        made.append(dossier)
        with dossier.step("filled"):
            dossier.save(*records)
        return Facts(dossier, today)

    yield facts_of
    for dossier in made:
        dossier.close()
