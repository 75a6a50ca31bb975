from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement, Contribution, Progress
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import fields_of
from ozj_desktop.store import kinds
from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.store.tables import table_name
from tests.acts import content


def test_what_is_saved_comes_back(filled, agreement, path):
    later = replace(agreement, ends_on=date(2027, 8, 1), result="x" * 20_000)
    with filled.step("agreement.edited"):
        filled.save(later)
    filled.close()
    again = Dossier.open(path)
    assert again.get(Agreement, agreement.id) == later
    assert again.verify() == []
    again.close()


def test_tables_hold_exactly_the_fields_of_the_records(dossier):
    for kind in kinds.KINDS:
        table = dossier.rows.tables[table_name(kind)]
        found = {r[1] for r in dossier.db.execute(f"PRAGMA table_info({table.name})")}
        assert found == {"id", *(f.name for f in fields_of(kind))} - set(table.sets)


def test_all_narrows_by_any_plain_field(filled, agreement):
    dated = Agreement(title="b", ends_on=date(2027, 8, 1), progress=Progress.DONE)
    with filled.step("agreement.added"):
        filled.save(dated)
    assert filled.all(Agreement) == [agreement, dated]
    assert filled.all(Agreement, ends_on=date(2027, 8, 1), progress=Progress.DONE) == [dated]
    assert filled.all(Agreement, ends_on=None) == [agreement]


def test_failed_step_leaves_nothing(filled):
    before, last = content(filled), filled.history.last
    with pytest.raises(ZeroDivisionError), filled.step("x"):
        filled.save(Party(name="weg"))
        _ = 1 / 0
    assert (content(filled), filled.history.last) == (before, last)
    assert filled.find("weg") == []


def test_saving_what_is_equal_is_no_step(filled, agreement):
    last = filled.history.last
    with filled.step("agreement.edited"):
        filled.save(filled.get(Agreement, agreement.id))
    assert filled.history.last == last


def test_delete_is_refused_in_words_while_something_points_at_it(filled, party):
    with (
        pytest.raises(UserError, match="kan niet weg: 1 bijdrage en 1 overlegtafel verwijzen"),
        filled.step("party.deleted"),
    ):
        filled.delete(party)


def test_parts_go_with_their_owner_and_come_back_with_it(filled, agreement):
    before = content(filled)
    with filled.step("agreement.deleted"):
        filled.delete(agreement)
    assert filled.all(Contribution) == []
    filled.undo()
    assert content(filled) == before


def test_undo_and_redo_work_after_reopening(filled, agreement, path):
    states = [content(filled)]
    for title in ("a", "b", "c"):
        with filled.step("agreement.edited"):
            filled.save(replace(filled.get(Agreement, agreement.id), title=title))
        states.append(content(filled))
    dossier = filled
    for expected, act in [(2, "undo"), (1, "undo"), (2, "redo"), (1, "undo"), (0, "undo")]:
        dossier.close()
        dossier = Dossier.open(path)
        getattr(dossier, act)()
        assert content(dossier) == states[expected]
    for expected in (1, 2, 3):
        dossier.redo()
        assert content(dossier) == states[expected]
    assert dossier.history.redoable() is None
    assert dossier.verify() == []
    dossier.close()


def test_a_new_step_ends_redo(filled, agreement):
    with filled.step("agreement.edited"):
        filled.save(replace(agreement, title="b"))
    filled.undo()
    with filled.step("party.added"):
        filled.save(Party(name="c"))
    assert filled.history.redoable() is None
    assert filled.history.undoable().label == "party.added"


def test_a_new_dossier_has_nothing_to_undo(dossier):
    dossier.undo()
    dossier.redo()
    assert len(list(dossier.history.steps())) == 1


def test_notice_names_kind_id_and_fields(filled, agreement):
    heard: list[Notice] = []
    filled.on_change.append(heard.append)
    with filled.step("agreement.edited"):
        filled.save(replace(agreement, title="b"))
    told = (("agreement", agreement.id, frozenset({"title"})),)
    assert heard == [Notice("agreement.edited", told)]


def test_typing_is_one_step_until_it_settles(filled, agreement):
    count = filled.history.last.seq
    for title in ("E", "Ee", "Een"):
        with filled.step("agreement.edited", typing=True):
            filled.save(replace(agreement, title=title))
    assert filled.history.last.seq == count + 1
    filled.settle()
    with filled.step("agreement.edited", typing=True):
        filled.save(replace(agreement, title="Eén"))
    assert filled.history.last.seq == count + 2
    assert filled.verify() == []
    filled.undo()
    filled.undo()
    assert filled.get(Agreement, agreement.id) == agreement


def test_typing_back_to_the_start_leaves_no_step_but_is_told(filled, agreement):
    last, heard = filled.history.last, []
    filled.on_change.append(heard.append)
    for title in ("E", agreement.title):
        with filled.step("agreement.edited", typing=True):
            filled.save(replace(agreement, title=title))
    assert filled.history.last == last
    assert [notice.changes[0][2] for notice in heard] == [{"title"}, {"title"}]
    assert filled.verify() == []


def test_identity_of_a_natural_key_is_fixed(filled, party, agreement):
    other = Party(name="b")
    contribution = filled.all(Contribution)[0]
    with pytest.raises(ValueError, match="identity"), filled.step("x"):
        filled.save(replace(contribution, party=other.id))


def test_search_follows_every_change_without_accents(filled, agreement):
    assert [hit[1] for hit in filled.find("een pl")] == [agreement.id]
    with filled.step("agreement.edited"):
        filled.save(replace(agreement, title="Anders"))
    assert filled.find("een") == []
    filled.undo()
    assert [hit[1] for hit in filled.find("EEN")] == [agreement.id]
    assert filled.find('"') == []


def test_search_leaves_out_lists_and_what_was_put_aside(dossier):
    with dossier.step("filled"):
        dossier.save(ListItem(list="party_kind", code="mbo", label="mbo-instelling"))
        dossier.save(SetAside(signal="missing", about="x", reason="mbo komt later"))
        dossier.save(Party(name="Mbo Oevermark"))
    assert [kind for kind, _, _ in dossier.find("mbo")] == ["party"]


def test_the_newest_step_of_each_thing_is_known(filled, agreement, party):
    with filled.step("agreement.edited"):
        filled.save(replace(agreement, title="b"))
    with filled.step("party.edited"):
        filled.save(replace(party, name="c"))
    newest = filled.history.newest("agreement")
    assert newest[agreement.id] == filled.history.last.seq - 1
    assert filled.history.newest("agreement", [agreement.id, party.id]) == newest
    assert filled.history.newest("party")[party.id] == filled.history.last.seq
