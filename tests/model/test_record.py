import json
import unicodedata
from dataclasses import FrozenInstanceError, replace
from datetime import date
from uuid import RFC_4122, UUID, uuid5

import pytest

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.ids import OZJ, new_id
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Form, Record, fields_of


def forms(kind):
    return {f.name: (f.label, f.form, f.type, f.optional) for f in fields_of(kind)}


def test_fields_know_their_label_form_and_type():
    assert forms(Agreement)["title"] == ("Titel", Form.LINE, str, False)
    assert forms(Agreement)["progress"] == ("Voortgang", Form.CHOICE, Progress, False)
    assert forms(Agreement)["ends_on"] == ("Uiterlijk", Form.DATE, date, True)
    assert forms(Agreement)["confidential"] == ("Vertrouwelijk", Form.FLAG, bool, False)
    assert forms(Forum)["director"] == ("Regie bij", Form.REF, Party, True)
    assert forms(Forum)["members"] == ("Leden", Form.REFS, Party, False)
    assert forms(Contact)["party"] == ("Partij", Form.PART_OF, Party, False)
    assert forms(Action)["came_from"] == ("Komt uit", Form.REF, Record, True)
    assert "id" not in forms(Agreement)


def test_a_field_chosen_from_a_list_knows_which():
    kind = next(f for f in fields_of(Party) if f.name == "kind")
    assert (kind.list, kind.type, kind.form) == ("party_kind", ListItem, Form.REF)
    basis = next(f for f in fields_of(Agreement) if f.name == "legal_basis")
    assert (basis.list, basis.type, basis.form) == ("legal_basis", ListItem, Form.REFS)
    assert item_id("party_kind", "mbo") == ListItem(list="party_kind", code="mbo", label="x").id


def test_ids_are_unique_and_in_order_of_making():
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert ids[0] < ids[-1]
    assert {(UUID(id).version, UUID(id).variant) for id in ids} == {(7, RFC_4122)}


@pytest.mark.parametrize("code", ["mbo", "e\u0301\u00e9n", "", "a" * 300])
def test_the_id_of_what_has_a_natural_key_is_a_uuid5(code):
    key = json.dumps(["ListItem", "party_kind", unicodedata.normalize("NFC", code)])
    assert ListItem(list="party_kind", code=code).id == str(uuid5(UUID(OZJ), key))


def test_a_record_cannot_be_changed_only_replaced():
    party = Party(name="a")
    with pytest.raises(FrozenInstanceError):
        party.name = "b"
    with pytest.raises(FrozenInstanceError):
        del party.name
    assert replace(party, name="b") == Party(id=party.id, name="b")
    assert party.name == "a"


def test_a_record_has_all_its_fields_and_no_others():
    with pytest.raises(TypeError, match="Contribution needs agreement, party"):
        Contribution()
    with pytest.raises(TypeError, match="Party has no nme"):
        Party(name="a", nme="b")
    assert repr(ListItem(id="x", list="a", code="b")).startswith("ListItem(id='x', list='a'")


def test_two_people_who_add_the_same_contribution_add_one():
    owner, party = Agreement(), Party()
    first = Contribution(agreement=owner.id, party=party.id)
    second = Contribution(agreement=owner.id, party=party.id, role=Role.LEADS)
    assert first.id == second.id
    assert Contribution(agreement=owner.id, party=Party().id).id != first.id


def test_there_is_one_collaboration_in_a_dossier():
    assert Collaboration(name="a").id == Collaboration(name="b").id


def test_choice_is_stored_in_english_and_shown_in_dutch():
    assert Progress("behind") is Progress.BEHIND
    assert Progress.BEHIND.label == "loopt achter"


def test_a_record_without_text_is_named_by_its_kind():
    assert str(Agreement()) == "afspraak zonder naam"
    assert str(Agreement(title="Samen")) == "Samen"
