"""Finding things in a dossier: by kind, by id, by column, by word, and by what hangs on what."""

from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.areas import Area
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.search import END, FOUND
from tests.acts import content


def save(dossier, *records):
    with dossier.step("x"):
        dossier.save(*records)


def test_columns_come_as_what_they_mean_in_order_of_making(filled, agreement, party, forum):
    later = Agreement(title="b", ends_on=date(2027, 8, 1), progress=Progress.DONE)
    save(filled, later)
    assert filled.pick(Agreement, "id", "ends_on", "progress", "confidential") == [
        (agreement.id, None, Progress.NOT_STARTED, False),
        (later.id, date(2027, 8, 1), Progress.DONE, False),
    ]
    assert filled.pick(Agreement, "title", ends_on=date(2027, 8, 1)) == [("b",)]
    assert filled.pick(Forum, "members") == [(frozenset([party.id]),)]
    assert filled.pick(Contribution, "role", party=party.id) == [(Role.PARTNER,)]


def test_counting_is_the_length_of_what_is_found(filled, agreement, party):
    save(filled, Agreement(title="b", confidential=True))
    for equal in ({}, {"confidential": True}, {"title": "b"}, {"ends_on": None}, {"title": "weg"}):
        assert filled.count(Agreement, **equal) == len(filled.all(Agreement, **equal))
    assert filled.count(Contribution, agreement=agreement.id, party=party.id) == 1


@pytest.mark.parametrize("ask", ["all", "count", "pick"])
def test_a_field_that_is_not_there_is_a_bug_of_ours(filled, ask):
    with pytest.raises((KeyError, ValueError)):
        getattr(filled, ask)(Agreement, **{"bsn; DROP TABLE party": 1})
    with pytest.raises((KeyError, ValueError)):
        filled.pick(Agreement, "title, (SELECT 1)")
    with pytest.raises(KeyError):
        filled.all(Forum, members=frozenset())


def test_a_thing_is_known_by_its_id_alone(filled, agreement, forum):
    assert filled.kind_of(agreement.id) is Agreement
    assert filled.named(forum.id) == forum
    assert filled.kind_of("weg") is None
    assert filled.named("weg") is None
    with filled.step("x"):
        filled.delete(forum)
    assert filled.kind_of(forum.id) is None
    filled.undo()
    assert filled.named(forum.id) == forum


def test_a_record_that_is_not_there_is_told(filled, agreement):
    with pytest.raises(KeyError):
        filled.get(Agreement, "weg")
    with pytest.raises(KeyError):
        filled.get(Party, agreement.id)


# A link to a record of any kind


def test_an_action_can_come_from_anything_and_keeps_it_from_going(filled, agreement, forum):
    for source in (agreement, forum, filled.all(Contribution)[0]):
        action = Action(what="doe", came_from=source.id)
        save(filled, action)
        assert filled.get(Action, action.id).came_from == source.id
        with pytest.raises(UserError, match="1 actie verwijst er nog"), filled.step("x"):
            filled.delete(source)
        with filled.step("x"):
            filled.delete(action)
    with filled.step("x"):
        filled.delete(forum)


def test_an_action_that_comes_from_itself_or_from_another_can_go(filled):
    first = Action(what="a")
    second = Action(what="b", came_from=first.id)
    save(filled, first, second, replace(first, came_from=first.id))
    with pytest.raises(UserError, match="verwijst er nog"), filled.step("x"):
        filled.delete(first)
    with filled.step("x"):
        filled.delete(first, second)
    assert filled.all(Action) == []
    filled.undo()
    assert {a.came_from for a in filled.all(Action)} == {first.id}


def test_a_link_to_nothing_stops_the_whole_step(filled):
    before = content(filled)
    for stray in (
        Action(what="x", came_from="weg"),
        Contact(party="weg"),
        Forum(name="x", members=frozenset(["weg"])),
        Agreement(title="x", topic="weg"),
    ):
        with pytest.raises(Exception, match="FOREIGN KEY"), filled.step("x"):
            filled.save(Party(name="mee"), stray)
        assert content(filled) == before
    assert filled.verify() == []


def test_order_within_a_step_does_not_matter(dossier):
    party = Party(name="x")
    save(dossier, Contact(party=party.id, name="eerst"), Area(name="y"), party)
    assert dossier.count(Contact, party=party.id) == 1


def test_a_version_takes_all_that_was_said_of_it_along(filled, agreement, party):
    document = Document(name="Samen")
    version = Version(document=document.id, major=1, minor=0, agreements=frozenset([agreement.id]))
    assent = Assent(version=version.id, party=party.id)
    save(
        filled,
        document,
        Inclusion(document=document.id, agreement=agreement.id),
        version,
        assent,
        Deviation(assent=assent.id, agreement=agreement.id),
    )
    before = content(filled)
    with (
        pytest.raises(UserError, match="in versie 1 van ‘Samen’, en wat"),
        filled.step("x"),
    ):
        filled.delete(agreement)
    with filled.step("x"):
        filled.delete(document)
    assert [filled.count(k) for k in (Document, Inclusion, Version, Assent, Deviation)] == [0] * 5
    filled.undo()
    assert content(filled) == before
    assert filled.verify() == []


def test_what_keeps_a_thing_is_told_in_good_dutch(filled, agreement, party):
    others = [Agreement(title=str(n), previous=agreement.id) for n in range(2)]
    save(filled, *others, Action(what="a", came_from=agreement.id))
    with pytest.raises(UserError) as refused, filled.step("x"):
        filled.delete(agreement)
    assert str(refused.value) == (
        "Eén plan kan niet weg: 1 actie en 2 afspraken verwijzen er nog naar (‘a’, ‘0’ en ‘1’). "
        "Haal dat daar eerst weg of kies daar iets anders."
    )
    with filled.step("x"):
        filled.save(*(Forum(name=str(n), director=party.id) for n in range(2)))
    with pytest.raises(UserError) as refused, filled.step("x"):
        filled.delete(party)
    assert "1 bijdrage en 3 overlegtafels verwijzen er nog naar" in str(refused.value)


def test_three_kinds_of_what_keeps_it_are_listed(filled, agreement, party):
    save(filled, Document(name="x", signatories=frozenset([party.id])))
    with pytest.raises(UserError) as refused, filled.step("x"):
        filled.delete(party)
    assert "1 bijdrage, 1 stuk en 1 overlegtafel verwijzen er nog naar" in str(refused.value)


# Searching


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', "*", "***", "AND", "OR NOT", "(", "a-b", "een:plan", "NEAR(a b)", "^een",
     "\x00", "een\x00plan", "\ud800", "x" * 5000, "é" * 300, "{facts}", "' OR 1=1 --", "title:een"],
)  # fmt: skip
def test_whatever_is_asked_there_is_an_answer(filled, words):
    assert isinstance(filled.find(words), list)


def test_words_are_found_by_their_beginning_without_accents_or_capitals(filled, agreement):
    for words in ("een plan", "ÉÉN", "pla", "plan éé", '"een" plan'):
        assert [hit[1] for hit in filled.find(words)] == [agreement.id], words
    assert filled.find("lan") == []
    assert filled.find("een plannen") == []


def test_a_hit_tells_its_kind_and_marks_the_words(filled, agreement):
    ((kind, id, snippet),) = filled.find("plan")
    assert (kind, id) == ("agreement", agreement.id)
    assert f"{FOUND}plan{END}" in snippet


def test_text_that_looks_like_marks_is_no_mark(dossier):
    save(dossier, Party(name=f"a{FOUND}b{END}c"))
    assert dossier.all(Party)[0].name == "abc"


def test_no_more_hits_than_asked(dossier):
    save(dossier, *(Party(name=f"school {n}") for n in range(60)))
    assert len(dossier.find("school")) == 50
    assert len(dossier.find("school", 3)) == 3


# What is stored


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("e\u0301e\u0301n", "één"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x07c\x1b[31m\x7f", "abc[31m"),
        ("tab\tblijft", "tab\tblijft"),
        ("\ud800los", "?los"),
        ("👩‍🏫 \u202eom <b> =1+1 '; --", "👩‍🏫 \u202eom <b> =1+1 '; --"),
        ("x" * 20_000, "x" * 20_000),
    ],
)
def test_text_is_kept_as_written_but_composed_and_without_control_characters(
    dossier, path, written, kept
):
    party = Party(name=written, brings=written)
    save(dossier, party)
    assert (dossier.all(Party)[0].name, dossier.all(Party)[0].brings) == (kept, kept)
    with dossier.step("x"):
        dossier.save(party)
    assert len(list(dossier.history.steps())) == 2  # saving the same is no step
    dossier.close()
    again = Dossier.open(path)
    assert again.all(Party)[0].name == kept
    assert again.verify() == []
    again.close()


@pytest.mark.parametrize("code", ["e\u0301en", "a\x01b", "a\r\nb", "\ud800"])
def test_a_choice_with_an_odd_code_can_be_renamed(dossier, code):
    """Its identity is what is stored, not what was typed."""
    save(dossier, ListItem(list="party_kind", code=code, label="oud"))
    (item,) = dossier.all(ListItem)
    save(dossier, replace(item, label="nieuw"))
    assert [i.label for i in dossier.all(ListItem)] == ["nieuw"]


def test_numbers_and_amounts_to_the_limit_of_the_file_are_kept(dossier):
    party = Party(name="x", position=2**62)
    save(dossier, party, Contact(party=party.id, mandate_limit=-(2**62)))
    assert dossier.all(Party) == [party]
    assert dossier.verify() == []


def test_dates_of_all_times_are_kept(dossier):
    found = [Action(what="x", due=day, state=ActionState.DONE) for day in (date.min, date.max)]
    save(dossier, *found)
    assert dossier.all(Action) == found
