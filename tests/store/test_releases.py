"""A file of every release opens in this one, whole, and can still be undone."""

import gzip
from pathlib import Path

import pytest

from ozj_desktop.exchange.agreement_state import frozen
from ozj_desktop.model.agreements import Agreement, Progress
from ozj_desktop.model.documents import Assent, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.store.dossier import Dossier
from tests.model.conftest import TODAY

FILES = sorted((Path(__file__).parents[1] / "files").glob("*.ozj.gz"))


@pytest.mark.parametrize("kept", FILES, ids=[path.name for path in FILES])
def test_a_file_of_that_release_opens_whole(kept, tmp_path):
    path = tmp_path / "oud.ozj"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    dossier = Dossier.open(path, who="Jan", backups=tmp_path)
    assert dossier.verify() == []
    (agreement,) = dossier.all(Agreement)
    assert (agreement.title, agreement.progress) == (
        "In vijf dagen samen aan tafel",
        Progress.ON_TRACK,
    )
    (version,), (assent,) = dossier.all(Version), dossier.all(Assent)
    assert assent.table is TableAssent.RESERVED
    assert "vijf schooldagen" in str(frozen(Facts(dossier, TODAY), version))
    dossier.undo()
    assert dossier.all(Agreement)[0].progress is Progress.NOT_STARTED
    dossier.close()


def test_there_is_a_file_of_every_release():
    assert FILES
