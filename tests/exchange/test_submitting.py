"""Submitting: what is frozen, who is asked, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.submitting import changes_since, next_version, submit
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import asked, latest, of_document
from ozj_desktop.model.charter import Principle
from ozj_desktop.model.documents import Assent, Document, Inclusion, Stage, TableAssent
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.model.readiness import of_document as of_paper
from ozj_desktop.model.signals import signals
from ozj_desktop.model.versions import (
    frozen_fields,
    left_as_it_was,
    locked,
    mending,
    reopened,
)
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("region") / "regio.ozj"
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY)
    return path


@pytest.fixture
def dossier(example):
    return Dossier.read(example)


@pytest.fixture
def paper(dossier):
    return next(d for d in dossier.all(Document) if d.name == "Samen naar school")


def save(dossier, *records):
    with dossier.step("x"):
        dossier.save(*records)


def facts(dossier):
    return Facts(dossier, TODAY)


def first_agreement(dossier, paper):
    places = sorted(dossier.all(Inclusion, document=paper.id), key=lambda i: i.position)
    return dossier.get(Agreement, places[0].agreement)


def test_a_changed_text_becomes_the_next_version_and_everybody_is_asked_anew(dossier, paper):
    save(dossier, reopened(paper))
    changed = replace(first_agreement(dossier, paper), what="Binnen drie dagen.")
    save(dossier, changed)
    assert next_version(facts(dossier), dossier.get(Document, paper.id)) == "3"
    assert "Wat" in {d.label for d in changes_since(facts(dossier), paper)}
    made = submit(dossier, paper.id, TODAY, what="korter", reason="de raad vroeg het")
    answers = asked(facts(dossier), made)
    assert {a.table for a in answers} == {TableAssent.SUBMITTED}
    assert len(answers) == 10
    assert dossier.get(Document, paper.id).stage is Stage.FROZEN
    dossier.undo()
    assert dossier.get(Document, paper.id).stage is Stage.DRAFT


def test_only_words_keep_the_assent_there_was(dossier, paper):
    before = asked(facts(dossier), latest(facts(dossier), paper.id))
    save(dossier, mending(paper))
    agreement = first_agreement(dossier, paper)
    save(dossier, replace(agreement, what=agreement.what.replace("hulp", "jeugdhulp")))
    made = submit(dossier, paper.id, TODAY)
    assert made.number == "2.1"
    assert asked(facts(dossier), made) == before


def spoil(dossier, paper, how):
    agreement = first_agreement(dossier, paper)
    match how:
        case "agreement":
            return Inclusion(
                document=paper.id, agreement=_not_included(dossier, paper), position=99
            )
        case "party":
            party = next(p for p in dossier.all(Party) if not p.signs)
            return replace(party, signs=True)
        case "contribution":
            parties = {c.party for c in dossier.all(Contribution, agreement=agreement.id)}
            new = next(p for p in dossier.all(Party) if p.id not in parties)
            return Contribution(agreement=agreement.id, party=new.id, what="betaalt")
    return replace(agreement, parents="")


def _not_included(dossier, paper):
    included = {i.agreement for i in dossier.all(Inclusion, document=paper.id)}
    return next(a.id for a in dossier.all(Agreement) if a.id not in included)


@pytest.mark.parametrize("how", ["agreement", "party", "contribution", "paragraph"])
def test_more_than_words_is_no_editorial_improvement(dossier, paper, how):
    save(dossier, mending(paper))
    save(dossier, spoil(dossier, paper, how))
    with pytest.raises(UserError, match="meer dan een redactionele verbetering"):
        submit(dossier, paper.id, TODAY)


def test_a_text_that_lies_fast_is_not_submitted_again(dossier, paper):
    with pytest.raises(UserError, match="ligt al vast"):
        submit(dossier, paper.id, TODAY)


def test_an_unchanged_text_asks_nobody_anew(dossier, paper):
    save(dossier, reopened(paper))
    principle = next(p for p in dossier.all(Principle) if p.text.startswith("Praat mét"))
    save(dossier, replace(principle, example="Een gesprek begint met hun verhaal."))
    with pytest.raises(UserError, match="gelijk aan versie 2"):
        submit(dossier, paper.id, TODAY)
    save(dossier, left_as_it_was(dossier.get(Document, paper.id)))
    assert of_document(facts(dossier), dossier.get(Document, paper.id)).reworked is False


def test_without_agreements_or_parties_there_is_nothing_to_submit(tmp_path):
    dossier = Dossier.in_memory(tmp_path / "leeg.ozj")
    paper, agreement = Document(name="Leeg"), Agreement(title="Eén plan")
    save(dossier, paper, agreement)
    with pytest.raises(UserError, match="nog geen afspraken"):
        submit(dossier, paper.id, TODAY)
    save(dossier, Inclusion(document=paper.id, agreement=agreement.id))
    with pytest.raises(UserError, match="geen partij die meetekent"):
        submit(dossier, paper.id, TODAY)
    assert dossier.all(Assent) == []


def test_what_lies_fast_is_locked_but_for_how_it_goes(dossier, paper):
    agreement = first_agreement(dossier, paper)
    given = dossier.all(Contribution, agreement=agreement.id)[0]
    place = dossier.all(Inclusion, document=paper.id)[0]
    known = facts(dossier)
    assert {"what", "ends_on", "title"} <= frozen_fields(known, agreement)
    assert not {"progress", "internal_remark"} & frozen_fields(known, agreement)
    assert {"what", "role", "by"} <= frozen_fields(known, given)
    assert locked(known, given)
    assert locked(known, place)
    assert "summary" in frozen_fields(known, paper)
    assert "signing_on" not in frozen_fields(known, paper)


def test_while_words_are_mended_only_words_may_change(dossier, paper):
    save(dossier, mending(paper))
    agreement = first_agreement(dossier, paper)
    given = dossier.all(Contribution, agreement=agreement.id)[0]
    known = facts(dossier)
    assert "what" not in frozen_fields(known, agreement)
    assert "ends_on" in frozen_fields(known, agreement)
    assert {"role", "by"} <= frozen_fields(known, given)
    assert "what" not in frozen_fields(known, given)
    assert locked(known, given)


def test_a_reopened_or_new_text_is_free(dossier, paper):
    save(dossier, reopened(paper))
    known, agreement = facts(dossier), first_agreement(dossier, paper)
    assert frozen_fields(known, agreement) == frozenset()
    assert not locked(known, dossier.all(Inclusion, document=paper.id)[0])
    assert frozen_fields(known, Agreement(title="nieuw")) == frozenset()


def test_submitting_brings_no_signal_that_the_check_did_not_tell(tmp_path):
    """Klaar om voor te leggen? and Let op say the same of a document that is submitted."""
    path = tmp_path / "leeg.ozj"
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY)
    dossier = Dossier.open(path)
    bare = [replace(p, mandate="") for p in dossier.all(Party)]
    paper = Document(name="Nieuw", asks="Stem in", asks_by=TODAY + timedelta(9), lead="Samen.")
    topic = Topic(name="Vroeg erbij")
    fresh = [Agreement(title=title, topic=topic.id) for title in ("Eén loket", "Elke dag")]
    places = [Inclusion(document=paper.id, agreement=a.id, position=n) for n, a in enumerate(fresh)]
    save(dossier, *bare, paper, topic, *fresh, *places)
    told = {(point.why, id) for point in of_paper(facts(dossier), paper) for id in point.ids}
    before = {(s.why, one.about) for s in signals(facts(dossier)) for one in s.each()}
    submit(dossier, paper.id, TODAY)
    after = {(s.why, one.about) for s in signals(facts(dossier)) for one in s.each()}
    assert len(after - before) > 10
    assert after - before <= told
    dossier.close()
