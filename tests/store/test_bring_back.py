"""An old value and a deleted thing come back in one step, or a sentence says why they cannot."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.versions import submitted
from ozj_desktop.store import bring_back
from ozj_desktop.store.dossier import Dossier
from tests.acts import act, content

TODAY = date(2026, 11, 24)


def change(dossier: Dossier, record, **values):
    """Edit a record, and give the change of that step."""
    with dossier.step("edited"):
        dossier.save(replace(dossier.get(type(record), record.id), **values))
    (found,) = dossier.history.changes(dossier.history.last.seq)
    return found


def old_value(dossier: Dossier, changed, name: str) -> None:
    with dossier.step("restored"):
        bring_back.old_value(dossier, Facts(dossier, TODAY), changed, name)


def undelete(dossier: Dossier, seq: int, id: str) -> None:
    with dossier.step("undeleted"):
        bring_back.deleted(dossier, Facts(dossier, TODAY), seq, id)


def put_in_document(dossier: Dossier, agreement: Agreement) -> Document:
    document = Document(name="LEA")
    with dossier.step("submitted"):
        dossier.save(document, Inclusion(document=document.id, agreement=agreement.id))
        facts = Facts(dossier, TODAY)
        dossier.save(*submitted(facts, document, dossier.keep(b"text"), TODAY))
    return document


def test_an_old_value_comes_back_in_one_step_that_can_be_undone(filled, agreement):
    changed = change(filled, agreement, title="Twee plannen", ends_on=date(2027, 1, 1))
    change(filled, agreement, result="meer")
    before = content(filled)
    old_value(filled, changed, "title")
    now = filled.get(Agreement, agreement.id)
    assert (now.title, now.ends_on, now.result) == ("Eén plan", date(2027, 1, 1), "meer")
    filled.undo()
    assert content(filled) == before


def test_a_set_and_a_link_come_back_too(filled, forum, party):
    other = Party(name="Andere")
    with filled.step("added"):
        filled.save(other)
    members = change(filled, forum, members=frozenset([party.id, other.id]))
    director = change(filled, forum, director=None)
    old_value(filled, director, "director")
    old_value(filled, members, "members")
    now = filled.get(Forum, forum.id)
    assert now.director == party.id
    assert now.members == frozenset([party.id])


def test_what_is_there_already_is_refused(filled, agreement):
    changed = change(filled, agreement, title="Twee plannen")
    change(filled, agreement, title="Eén plan")
    with pytest.raises(UserError, match="staat er al"):
        old_value(filled, changed, "title")


def test_what_lies_fast_is_refused_with_the_name_of_the_paper(filled, agreement):
    changed = change(filled, agreement, title="Twee plannen", progress_note="goed")
    document = put_in_document(filled, agreement)
    with pytest.raises(UserError, match="ligt vast in ‘LEA’"):
        old_value(filled, changed, "title")
    old_value(filled, changed, "progress_note")
    assert filled.get(Agreement, agreement.id).progress_note == ""
    stage = change(filled, document, stage=Stage.DRAFT)
    with pytest.raises(UserError, match="volgt uit voorleggen"):
        old_value(filled, stage, "stage")
    old_value(filled, changed, "title")
    assert filled.get(Agreement, agreement.id).title == "Eén plan"


def test_a_value_of_a_thing_that_is_gone_says_to_bring_that_back_first(filled, agreement):
    changed = change(filled, agreement, title="Twee plannen")
    with filled.step("deleted"):
        filled.delete(filled.get(Agreement, agreement.id))
    with pytest.raises(UserError, match="De afspraak is intussen verwijderd"):
        old_value(filled, changed, "title")


def test_a_value_that_points_to_what_is_gone_says_what_is_missing(filled, forum, party):
    other = Party(name="De Stroming")
    with filled.step("added"):
        filled.save(other)
    change(filled, forum, director=other.id)
    changed = change(filled, forum, director=None)
    with filled.step("deleted"):
        filled.delete(other)
    with pytest.raises(UserError, match="partij ‘De Stroming’ nodig"):
        old_value(filled, changed, "director")
    assert filled.history.last.label == "deleted"


def test_a_deleted_thing_comes_back_with_its_parts(filled, agreement):
    before = content(filled)
    with filled.step("deleted"):
        filled.delete(agreement)
    seq = filled.history.last.seq
    undelete(filled, seq, agreement.id)
    assert content(filled) == before
    with pytest.raises(UserError, match="staat er al weer"):
        undelete(filled, seq, agreement.id)


def test_of_several_deleted_things_only_the_one_asked_for_comes_back(filled, party):
    first, second = Contact(party=party.id, name="A"), Contact(party=party.id, name="B")
    with filled.step("added"):
        filled.save(first, second)
    with filled.step("deleted"):
        filled.delete(first, second)
    undelete(filled, filled.history.last.seq, second.id)
    assert [c.name for c in filled.all(Contact)] == ["B"]


def test_a_part_whose_owner_is_gone_stays_away_and_says_why(filled, agreement):
    (contribution,) = filled.all(Contribution)
    with filled.step("deleted"):
        filled.delete(contribution)
    seq = filled.history.last.seq
    with filled.step("deleted"):
        filled.delete(agreement)
    with pytest.raises(UserError, match="afspraak ‘Eén plan’ nodig"):
        undelete(filled, seq, contribution.id)


def test_a_contribution_does_not_slip_into_a_text_that_lies_fast(filled, agreement):
    (contribution,) = filled.all(Contribution)
    with filled.step("deleted"):
        filled.delete(contribution)
    seq = filled.history.last.seq
    put_in_document(filled, agreement)
    with pytest.raises(UserError, match="ligt vast in ‘LEA’"):
        undelete(filled, seq, contribution.id)
    assert filled.all(Contribution) == []


def test_a_part_that_was_made_again_is_left_as_it_is(filled, agreement, party):
    (contribution,) = filled.all(Contribution)
    with filled.step("deleted"):
        filled.delete(contribution)
    seq = filled.history.last.seq
    again = Contribution(agreement=agreement.id, party=party.id, role=Role.LEADS)
    with filled.step("added"):
        filled.save(again)
    with pytest.raises(UserError, match="staat er al weer"):
        undelete(filled, seq, contribution.id)
    assert filled.all(Contribution) == [again]


@pytest.mark.parametrize("seed", range(15))
def test_whatever_happened_it_comes_back_whole_or_not_at_all(dossier, seed):
    """Every old value and every deleted thing of a random history: never anything half."""
    random = Random(seed)
    for _ in range(25):
        with dossier.step("x"):
            for _ in range(random.randint(1, 4)):
                act(dossier, random)
    done = 0
    for step in list(dossier.history.steps()):
        for changed in dossier.history.changes(step.seq):
            before = content(dossier)
            with suppress(UserError):
                if changed.op == "delete":
                    undelete(dossier, step.seq, changed.id)
                elif changed.op == "edit":
                    old_value(dossier, changed, next(iter(changed.fields)))
                else:
                    continue
                done += 1
                dossier.undo()
            assert content(dossier) == before
    assert done
    assert dossier.verify() == []
