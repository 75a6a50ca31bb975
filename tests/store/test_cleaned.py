"""A copy to give away: nothing internal in it, not even in its bytes."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.manuscript import frozen_text
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, Stage, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.cleaned import cleaned
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.merge import merge
from tests.acts import content
from tests.store.everything import PNG, fill

TODAY = date(2026, 11, 24)
SECRET = "Zwijgplicht"  # in everything that must not be given away
OPEN = "Deelbaar"


class Shared:
    """A dossier with secrets in all the places where they can be."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.party = Party(name=f"{OPEN}e gemeente", remark=SECRET)
        self.contact = Contact(
            party=self.party.id, name=f"{OPEN}e Jan", mandate=SECRET, mandate_limit=777_123
        )
        old = Agreement(title=f"{OPEN} van vroeger")
        self.open = Agreement(title=OPEN, internal_remark=SECRET, previous=old.id)
        self.secret = Agreement(title=SECRET, what=SECRET, confidential=True, previous=old.id)
        self.later = Agreement(title=f"{OPEN} daarna", previous=self.secret.id)
        self.document = Document(name=f"{OPEN} stuk", stage=Stage.DRAFT)
        with dossier.step("filled", reason=SECRET):
            logo = dossier.keep(PNG)
            dossier.save(Collaboration(name=OPEN, logo=logo))
            dossier.save(self.party, self.contact, old, self.open, self.secret)
            dossier.save(self.later, self.document)
            for place, agreement in enumerate((self.open, self.secret)):
                dossier.save(
                    Contribution(agreement=agreement.id, party=self.party.id, what=agreement.title),
                    Inclusion(document=self.document.id, agreement=agreement.id, position=place),
                    Action(what=f"doe {agreement.title}", came_from=agreement.id),
                )
            dossier.save(SetAside(signal="missing", about="x", reason=SECRET))
        with dossier.step("edited"):
            dossier.save(replace(self.open, title=f"{OPEN} en {SECRET}"))
        with dossier.step("edited"):
            dossier.save(self.open)
        self.both = self.submit(1, self.open, self.secret)
        with dossier.step("chosen"):
            dossier.delete(*dossier.all(Inclusion, agreement=self.secret.id))
        self.only_open = self.submit(2, self.open)

    def submit(self, major: int, *agreements: Agreement) -> Version:
        with self.dossier.step("submitted"):
            text = frozen_text(Facts(self.dossier, TODAY), self.document)
            version = Version(
                document=self.document.id,
                major=major,
                minor=0,
                content=self.dossier.keep(text),
                agreements=frozenset(a.id for a in agreements),
            )
            assent = Assent(version=version.id, party=self.party.id)
            told = [Deviation(assent=assent.id, agreement=a.id, note=a.title) for a in agreements]
            self.dossier.save(version, assent, *told)
        return version


@pytest.fixture
def shared(dossier) -> Shared:
    return Shared(dossier)


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "deel.ozj"


def give_away(shared: Shared, target: Path) -> Dossier:
    cleaned(shared.dossier, target).publish()
    return Dossier.open(target)


def test_no_secret_is_left_in_the_bytes_of_the_file(shared, target, path):
    give_away(shared, target).close()
    for word in (SECRET, SECRET.lower(), "777123"):
        assert word.encode() not in target.read_bytes(), word
    assert SECRET.encode() in path.read_bytes()
    assert OPEN.encode() in target.read_bytes()


def test_what_may_be_known_is_all_there_and_sound(shared, target):
    with closing(give_away(shared, target)) as copy:
        assert copy.verify() == []
        assert copy.all(Party) == [replace(shared.party, remark="")]
        assert copy.all(Contact) == [replace(shared.contact, mandate="", mandate_limit=None)]
        mine = replace(shared.open, internal_remark="")
        assert [a for a in copy.all(Agreement) if a.id == mine.id] == [mine]
        assert copy.get(Agreement, shared.later.id) == replace(shared.later, previous=None)
        assert [c.what for c in copy.all(Contribution)] == [OPEN]
        assert [a.what for a in copy.all(Action)] == [f"doe {OPEN}"]
        assert [d.note for d in copy.all(Deviation)] == [OPEN, OPEN]
        assert copy.blob(copy.all(Collaboration)[0].logo) == PNG
        assert copy.all(SetAside) == []
        assert copy.find(OPEN)


def test_a_frozen_text_with_a_confidential_agreement_goes_its_version_stays(shared, target):
    with closing(give_away(shared, target)) as copy:
        first, second = sorted(copy.all(Version), key=lambda v: v.major)
        assert (first.content, first.agreements) == (None, {shared.open.id})
        assert second == shared.only_open
        assert OPEN in copy.blob(second.content).decode()
        kept = [name for (name,) in copy.db.execute("SELECT sha256 FROM blob")]
        assert sorted(kept) == sorted([second.content, copy.all(Collaboration)[0].logo])


def test_it_has_no_history_but_its_making(shared, target):
    with closing(give_away(shared, target)) as copy:
        assert [(s.label, s.reason) for s in copy.history.steps()] == [
            ("created", ""),
            ("built", ""),
        ]
        assert copy.history.step(1).id != shared.dossier.history.step(1).id


def test_the_dossier_itself_is_left_as_it_was(shared, target, path):
    before, last = content(shared.dossier), shared.dossier.history.last
    give_away(shared, target).close()
    assert (content(shared.dossier), shared.dossier.history.last) == (before, last)
    assert shared.dossier.verify() == []


def test_it_is_no_copy_to_merge_with(shared, target):
    with closing(give_away(shared, target)) as copy, pytest.raises(UserError, match="geen kopie"):
        merge(shared.dossier, copy)


def test_it_never_takes_the_place_of_a_file(shared, target):
    target.write_text("van mij")
    with pytest.raises(UserError, match="bestaat al"):
        cleaned(shared.dossier, target)
    assert target.read_text() == "van mij"


def test_a_dossier_with_nothing_but_secrets_becomes_an_empty_one(dossier, target):
    only = Agreement(title=SECRET, confidential=True)
    follow_up = Action(what=SECRET, came_from=only.id)
    with dossier.step("x"):
        dossier.save(only, follow_up, Action(what=SECRET, came_from=follow_up.id))
    with closing(Dossier.in_memory(target.with_name("leeg.ozj"))) as empty:
        assert content(cleaned(dossier, target)) == content(empty)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_in_a_dossier_the_copy_is_sound(dossier, target, seed):
    fill(dossier, seed, steps=20)
    with dossier.step("x"):
        for agreement in dossier.all(Agreement):
            hidden = bool(seed % 2)
            dossier.save(replace(agreement, confidential=hidden, internal_remark=SECRET))
    with closing(cleaned(dossier, target)) as copy:
        assert copy.verify() == []
        assert SECRET not in json.dumps([list(row.values()) for row in content(copy).values()])
        assert not [a for a in copy.all(Agreement) if a.confidential]
