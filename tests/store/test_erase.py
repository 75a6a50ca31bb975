from contextlib import closing
from dataclasses import replace

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.blocks import Chapter, Paragraph, rich, to_json
from ozj_desktop.model.documents import Document, Stage, Version
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.erase import erase
from ozj_desktop.store.merge import merge
from ozj_desktop.store.sqlite import copy_to


def bytes_beside(path):
    return b"".join(p.read_bytes() for p in path.parent.iterdir() if p.is_file())


@pytest.fixture
def secret(filled):
    """A party that lived a life: added, renamed, deleted and brought back."""
    party = Party(name="Geheimschrijver", brings="xylofoontje " * 500)
    with filled.step("party.added", reason="op verzoek van Kwartelkoning"):
        filled.save(party)
    with filled.step("party.edited"):
        filled.save(replace(party, name="Zwijgzame Ooievaar"))
    with filled.step("party.deleted"):
        filled.delete(party)
    filled.undo()
    return replace(party, name="Zwijgzame Ooievaar")


WORDS = [b"Geheimschrijver", b"geheimschrijver", b"xylofoontje", b"Ooievaar", b"ooievaar"]
WORDS += [b"Kwartelkoning"]


def test_nothing_is_left_in_the_bytes(filled, secret, path):
    assert all(word in bytes_beside(path) for word in WORDS)
    erase(filled, secret)
    assert filled.verify() == []
    assert filled.find("ooievaar") == []
    filled.close()
    left = bytes_beside(path)
    assert [word for word in WORDS if word in left] == []
    assert b"Gemeente Voorbeeld" in left


def test_erasing_is_the_horizon(filled, secret, agreement):
    erase(filled, secret)
    assert filled.history.undoable() is None
    with filled.step("agreement.edited"):
        filled.save(replace(agreement, title="b"))
    filled.undo()
    assert filled.get(Agreement, agreement.id) == agreement
    assert filled.history.undoable() is None


def test_what_others_point_at_is_not_erased(filled, party):
    with pytest.raises(UserError, match="kan niet weg"):
        erase(filled, party)
    assert filled.verify() == []


def test_merging_does_not_bring_the_person_back(filled, secret, path, tmp_path):
    copy_to(filled.db, tmp_path / "b.ozj")
    other = Dossier.open(tmp_path / "b.ozj")
    with other.step("agreement.edited"):
        other.save(replace(other.all(Forum)[0], director=secret.id))
    with other.step("party.edited"):
        other.save(replace(secret, brings="nog meer Geheimschrijver"))
    erase(filled, secret)
    merge(filled, other.copy())
    merge(other, filled.copy())
    other.close()
    filled.close()
    for file in (path, tmp_path / "b.ozj"):
        again = Dossier.open(file)
        assert [p.name for p in again.all(Party)] == ["Gemeente Voorbeeld"]
        assert again.all(Forum)[0].director is None
        assert again.verify() == []
        again.close()
    left = bytes_beside(path)
    assert [word for word in WORDS if word in left] == []


NAMES = ("Geheimschrijver", "Ooievaarsnest", "Kwartelkoning")


def frozen_with(dossier, *names):
    """A submitted text in which these names stand."""
    document = Document(name="Samen naar school", stage=Stage.FROZEN)
    text = tuple(Paragraph(rich(f"Getekend door {name}.")) for name in names)
    with dossier.step("submitted"):
        content = dossier.keep(to_json((Chapter("parties", "Partijen", text),)).encode())
        dossier.save(document, Version(document=document.id, major=1, minor=0, content=content))


def person(dossier, party):
    contact = Contact(party=party.id, name=NAMES[0])
    with dossier.step("added Contact"):
        dossier.save(contact)
    return contact


def left_in(dossier):
    dossier.db.execute("VACUUM")
    return [name for name in NAMES if name.encode() in bytes_beside(dossier.path)]


def test_every_name_a_person_ever_had_goes_from_frozen_texts(filled, party):
    contact = person(filled, party)
    for name in NAMES[1:]:
        with filled.step("edited Contact name"):
            filled.save(replace(contact, name=name))
    frozen_with(filled, *NAMES)
    erase(filled, filled.get(Contact, contact.id))
    assert left_in(filled) == []
    assert filled.verify() == []


def test_erasing_a_party_takes_its_people_out_of_frozen_texts(filled):
    party = Party(name="Bureau")
    with filled.step("added Party"):
        filled.save(party)
    person(filled, party)
    frozen_with(filled, NAMES[0])
    erase(filled, party)
    assert left_in(filled) == []


@pytest.mark.parametrize("here", [True, False], ids=["submitted here", "submitted there"])
def test_what_was_frozen_before_the_erasure_was_known_loses_the_name_too(
    filled, party, tmp_path, here
):
    contact = person(filled, party)
    copy_to(filled.db, tmp_path / "b.ozj")
    with closing(Dossier.open(tmp_path / "b.ozj")) as other:
        submitting, erasing = (filled, other) if here else (other, filled)
        frozen_with(submitting, NAMES[0])
        erase(erasing, erasing.get(Contact, contact.id))
        merge(filled, other.copy())
        assert filled.verify() == []
        texts = [filled.blob(v.content).decode() for v in filled.all(Version)]
        assert ["[gewist]" in text for text in texts] == [True]
    (tmp_path / "b.ozj").unlink()
    assert left_in(filled) == []
