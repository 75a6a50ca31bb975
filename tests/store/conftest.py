"""Small named fixtures; every dossier is a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regio.ozj"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    dossier = Dossier.create(path, who="Jan")
    yield dossier
    dossier.close()


@pytest.fixture
def party() -> Party:
    return Party(name="Gemeente Voorbeeld", brings="wijkteams")


@pytest.fixture
def agreement() -> Agreement:
    return Agreement(title="Eén plan")


@pytest.fixture
def forum(party: Party) -> Forum:
    return Forum(name="Stuurgroep", director=party.id, members=frozenset([party.id]))


@pytest.fixture
def filled(dossier: Dossier, party: Party, agreement: Agreement, forum: Forum) -> Dossier:
    with dossier.step("filled"):
        dossier.save(party, agreement, forum)
        dossier.save(Contribution(agreement=agreement.id, party=party.id, what="twee uur per week"))
    return dossier
