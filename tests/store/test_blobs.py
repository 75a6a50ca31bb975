"""Files inside a dossier: kept once, undone, merged, erased, and watched over."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.manuscript import frozen_text
from ozj_desktop.model.blocks import Run, from_json, walk
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store import blobs
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.erase import erase
from ozj_desktop.store.merge import merge
from tests.store.everything import PNG

TODAY = date(2026, 11, 24)


def with_logo(dossier, data=PNG, **how):
    with dossier.step("edited Collaboration logo", **how):
        dossier.save(Collaboration(name="Samen", logo=dossier.keep(data)))


def kept(dossier) -> set[str]:
    return {name for (name,) in dossier.db.execute("SELECT sha256 FROM blob")}


def test_bytes_come_back_as_they_went_in(dossier, path):
    with_logo(dossier, bytes(range(256)) * 9)
    dossier.close()
    with closing(Dossier.open(path)) as again:
        assert again.blob(again.all(Collaboration)[0].logo) == bytes(range(256)) * 9
        assert again.verify() == []


def test_the_same_bytes_are_kept_once(dossier):
    with dossier.step("x"):
        first, second = dossier.keep(PNG), dossier.keep(PNG)
        dossier.save(Collaboration(logo=first))
    assert first == second == sha256(PNG).hexdigest()
    assert kept(dossier) == {first}
    assert dossier.has_blob(first)


def test_an_empty_file_is_a_file(dossier):
    with_logo(dossier, b"")
    assert dossier.blob(dossier.all(Collaboration)[0].logo) == b""
    assert dossier.verify() == []


def test_what_was_never_kept_is_not_there(dossier):
    assert not dossier.has_blob("0" * 64)
    with pytest.raises(KeyError):
        dossier.blob("0" * 64)


def test_a_file_that_would_make_the_dossier_too_large_is_refused(dossier, monkeypatch):
    monkeypatch.setattr(blobs, "LARGEST_FILE", 2_000_000)
    with pytest.raises(UserError, match=r"Dit bestand is 3 MB.*hoogstens 2 MB"):
        with_logo(dossier, b"x" * 3_000_000)
    assert dossier.all(Collaboration) == []
    with_logo(dossier, b"x" * 2_000_000)
    assert dossier.verify() == []


def test_a_failed_step_keeps_no_bytes(dossier):
    with pytest.raises(ZeroDivisionError), dossier.step("x"):
        dossier.keep(PNG)
        _ = 1 / 0
    assert kept(dossier) == set()
    assert dossier.verify() == []


def test_bytes_that_nothing_points_at_leave_a_sound_file(dossier):
    with dossier.step("x"):
        dossier.keep(PNG)
    assert dossier.verify() == []
    with_logo(dossier)
    assert dossier.verify() == []


def test_typing_that_ends_where_it_began_leaves_a_sound_file(dossier):
    with_logo(dossier)
    now = dossier.all(Collaboration)[0]
    for data in (b"een", b"twee", PNG, b"drie"):
        with_logo(dossier, data, typing=True)
        assert dossier.verify() == []
    with dossier.step("edited Collaboration logo", typing=True):
        dossier.save(now)
    assert dossier.all(Collaboration) == [now]
    assert dossier.verify() == []


def test_undo_and_redo_bring_the_right_file(dossier):
    with_logo(dossier, b"oud")
    with_logo(dossier, b"nieuw")
    for act, expected in [("undo", b"oud"), ("redo", b"nieuw"), ("undo", b"oud")]:
        getattr(dossier, act)()
        assert dossier.blob(dossier.all(Collaboration)[0].logo) == expected
        assert dossier.verify() == []
    dossier.undo()
    assert dossier.all(Collaboration) == []
    dossier.redo()
    assert dossier.blob(dossier.all(Collaboration)[0].logo) == b"oud"


def test_a_merge_brings_the_files_along_and_can_be_undone(dossier, tmp_path):
    dossier.copy_to(tmp_path / "kopie.ozj")
    with closing(Dossier.open(tmp_path / "kopie.ozj")) as other:
        with_logo(other, b"van Piet")
        merge(dossier, other)
    assert dossier.blob(dossier.all(Collaboration)[0].logo) == b"van Piet"
    assert dossier.verify() == []
    dossier.undo()
    assert dossier.all(Collaboration) == []
    assert dossier.verify() == []


def test_a_merge_that_keeps_ours_needs_no_file_of_theirs(dossier, tmp_path):
    with_logo(dossier, b"samen")
    dossier.copy_to(tmp_path / "kopie.ozj")
    with closing(Dossier.open(tmp_path / "kopie.ozj")) as other:
        with_logo(other, b"van Piet")
        with_logo(dossier, b"van Jan")
        conflict = merge(dossier, other).conflicts[0]
    assert conflict.field == "logo"
    assert dossier.blob(str(conflict.kept)) == b"van Jan"
    assert dossier.verify() == []


def test_bytes_that_were_changed_are_noticed(dossier, path):
    with_logo(dossier)
    dossier.db.execute("UPDATE blob SET data = ?", (PNG[::-1],))
    assert dossier.verify() == [
        "Een bewaard bestand is niet meer wat de geschiedenis heeft vastgelegd."
    ]


@pytest.mark.parametrize("act", ["DELETE FROM blob", "INSERT INTO blob VALUES ('a', x'00')"])
def test_bytes_that_came_or_went_are_noticed(dossier, act):
    with_logo(dossier)
    dossier.db.execute(act)
    assert dossier.verify()


# A person in a frozen text


class Frozen:
    """A submitted text with a person in it."""

    def __init__(self, dossier: Dossier, **person) -> None:
        self.dossier, self.party = dossier, Party(name="Gemeente Lindebroek")
        self.person = Contact(party=self.party.id, signs=True, **person)
        self.document = Document(name="Samen naar school")
        with dossier.step("filled"):
            dossier.save(self.party, self.person, self.document)
        with dossier.step("submitted"):
            text = frozen_text(Facts(dossier, TODAY), self.document)
            self.version = Version(
                document=self.document.id, major=1, minor=0, content=dossier.keep(text)
            )
            dossier.save(self.version)

    def text(self) -> str:
        version = self.dossier.get(Version, self.version.id)
        return self.dossier.blob(version.content).decode()


PEOPLE = [
    "Hendrikje Bosgraaf",
    'Jan "Jopie" de Wit',
    "Back\\slash",
    "Zoë D’Été",
    "text",
    "look",
    "Heading",
    "Paragraph",
    "private",
    "true",
]


@pytest.mark.parametrize("name", PEOPLE)
def test_an_erased_person_is_gone_from_a_frozen_text_that_stays_readable(dossier, name):
    frozen = Frozen(dossier, name=name, function="wethouder")
    before = from_json(frozen.text())
    erase(dossier, frozen.person)
    after = from_json(frozen.text())
    assert [c.title for c in after] == [c.title for c in before]
    assert "Gemeente Lindebroek" in frozen.text()
    assert "wethouder" in frozen.text()
    assert name not in " ".join(part.text for part in walk_runs(after))
    assert dossier.verify() == []


def walk_runs(chapters):
    return [part for part in walk(chapters) if isinstance(part, Run)]


def bytes_beside(path):
    return b"".join(p.read_bytes() for p in path.parent.iterdir() if p.is_file())


def test_an_erased_person_is_gone_from_the_bytes_of_the_file(dossier, path):
    frozen = Frozen(dossier, name="Hendrikje Bosgraaf", email="hb@lindebroek.example")
    assert "Hendrikje Bosgraaf" in frozen.text()
    erase(dossier, frozen.person)
    dossier.close()
    assert b"Bosgraaf" not in bytes_beside(path)
    assert b"hb@lindebroek" not in bytes_beside(path)
    with closing(Dossier.open(path)) as again:
        assert again.verify() == []
        assert len(kept(again)) == 1


def test_an_erased_person_is_gone_from_texts_that_were_undone(dossier, path):
    frozen = Frozen(dossier, name="Hendrikje Bosgraaf")
    dossier.undo()
    assert dossier.all(Version) == []
    erase(dossier, frozen.person)
    assert kept(dossier) == set()
    dossier.close()
    assert b"Bosgraaf" not in bytes_beside(path)


def test_an_erasure_that_is_merged_takes_the_person_out_of_frozen_texts(dossier, path, tmp_path):
    frozen = Frozen(dossier, name="Hendrikje Bosgraaf")
    dossier.undo()
    dossier.redo()  # the history holds the whole version, with the name of its text
    other_path = tmp_path / "elders" / "kopie.ozj"
    other_path.parent.mkdir()
    dossier.copy_to(other_path)
    erase(dossier, frozen.person)
    with closing(Dossier.open(other_path)) as other:
        merge(other, dossier)
        assert other.all(Contact) == []
        assert other.verify() == []
        assert other.get(Version, frozen.version.id).content == dossier.all(Version)[0].content
    assert b"Bosgraaf" not in bytes_beside(other_path)


def test_erasing_somebody_else_leaves_a_frozen_text_alone(dossier):
    frozen = Frozen(dossier, name="Hendrikje Bosgraaf")
    before = frozen.text()
    other = Contact(party=frozen.party.id, name="Niet genoemd")
    with dossier.step("x"):
        dossier.save(other)
    erase(dossier, other)
    assert frozen.text() == before
    assert dossier.get(Version, frozen.version.id) == frozen.version


def test_a_signed_sheet_goes_with_the_record_that_had_it(dossier):
    with_logo(dossier, b"getekend blad")
    party = Party(name="x")
    with dossier.step("x"):
        dossier.save(replace(dossier.all(Collaboration)[0], logo=None))
        dossier.save(party)
    erase(dossier, party)
    assert kept(dossier) == set()
    assert dossier.verify() == []
