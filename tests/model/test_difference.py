"""What changed between two texts: word by word, in its place, and nothing private among it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ozj_desktop.model.blocks import (
    Cell,
    Chapter,
    Column,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
    plain,
    rich,
)
from ozj_desktop.model.difference import LONG, compared, differences, unchanged
from tests.model.any_blocks import HOSTILE, chapters, few, texts

sentences = st.lists(st.sampled_from(["de", "school", "belt", "\n", "  ", "niet.", "één"])).map(
    " ".join
)


def check_sides(before: str, after: str) -> None:
    was, now = compared(before, after)
    assert plain(was) == before
    assert plain(now) == after
    assert {run.look for run in was} <= {"plain", "removed"}
    assert {run.look for run in now} <= {"plain", "added"}
    assert all(run.text for run in (*was, *now))


@given(texts | sentences, texts | sentences)
@settings(max_examples=200, deadline=None)
def test_the_sides_read_as_the_old_and_the_new_text(before, after):
    check_sides(before, after)


@given(sentences, sentences)
@settings(max_examples=100, deadline=None)
def test_words_that_stayed_are_the_same_on_both_sides(before, after):
    was, now = compared(before, after)
    stayed = ["".join(r.text for r in side if r.look == "plain").split() for side in (was, now)]
    assert stayed[0] == stayed[1]


def test_only_the_words_that_changed_are_marked():
    was, now = compared("Binnen tien dagen belt de school.", "Binnen vijf dagen belt de school.")
    assert [r.text for r in was if r.look == "removed"] == ["tien"]
    assert [r.text for r in now if r.look == "added"] == ["vijf"]


@pytest.mark.parametrize("pair", [("a " * 10_000, "b a " * 5_000), ("x" * 30_000, "y " * 15_000)])
def test_a_text_of_20_000_characters_is_compared_at_once(pair):
    check_sides(*pair)


def test_a_text_beyond_measure_is_replaced_as_a_whole():
    long = "woord " * (LONG // 5)
    was, now = compared(long, "kort")
    assert (was, now) == ((Run(long, "removed"),), (Run("kort", "added"),))


# In a document


def agreement(number: str, anchor: str, title: str = "Titel", private: bool = False, **entries):
    values = tuple(Entry(label, (Paragraph(rich(text)),)) for label, text in entries.items())
    return (
        Heading(title, 2, number, "Afspraak", anchor, private),
        KeyValues(values, "labels", private),
    )


def document(*blocks, key: str = "agreements", title: str = "Afspraken") -> tuple[Chapter, ...]:
    return (Chapter(key, title, blocks),)


def told(found) -> list[tuple[str, str, str, str]]:
    return [(d.place, d.label, plain(d.before), plain(d.after)) for d in found]


@given(few(chapters, most=2))
@settings(max_examples=30, deadline=None)
def test_a_text_does_not_differ_from_itself(made):
    assert differences(made, made) == []


@given(few(chapters, most=2), few(chapters, most=2))
@settings(max_examples=30, deadline=None)
def test_any_two_texts_can_be_compared(before, after):
    differences(before, after)
    unchanged(before, after)


def test_a_changed_entry_is_told_with_its_place():
    before = document(*agreement("1", "a", Wat="tien"), *agreement("2", "b", Wat="x"))
    after = document(*agreement("1", "a", Wat="vijf"), *agreement("2", "b", Wat="x"))
    assert told(differences(before, after)) == [("Afspraak 1", "Wat", "tien", "vijf")]
    assert unchanged(before, after) == ["Afspraak 2"]


def test_an_agreement_that_only_moved_did_not_change():
    first, second = agreement("1", "a", Wat="x"), agreement("2", "b", Wat="y")
    moved = agreement("2", "a", Wat="x"), agreement("1", "b", Wat="y")
    assert differences(document(*first, *second), document(*moved[1], *moved[0])) == []


def test_an_entry_that_came_or_went_has_one_side():
    bare, full = agreement("1", "a", Wat="x"), agreement("1", "a", Wat="x", Waarom="y")
    assert told(differences(document(*bare), document(*full))) == [
        ("Afspraak 1", "Waarom", "", "y")
    ]
    assert told(differences(document(*full), document(*bare))) == [
        ("Afspraak 1", "Waarom", "y", "")
    ]


def test_a_new_or_dropped_agreement_is_told_as_one():
    old = document(*agreement("1", "a", Wat="x"))
    new = document(*agreement("1", "a", Wat="x"), *agreement("2", "b", "Nieuw", Wat="y"))
    assert told(differences(old, new)) == [("Afspraak 2", "Hele afspraak", "", "Nieuw")]
    assert told(differences(new, old)) == [("Afspraak 2", "Hele afspraak", "Nieuw", "")]


def test_a_row_of_a_table_is_told_by_its_first_cell():
    columns = (Column("Wie"), Column("Wat"))

    def table(what: str) -> tuple[Chapter, ...]:
        row = Row(tuple(Cell((rich(t),)) for t in ("School", what)))
        return document(Heading("Partijen die tekenen"), Table(columns, (row,)), key="parties")

    found = told(differences(table("kijkt"), table("belt")))
    assert found == [("Partijen die tekenen", "School", "kijkt", "belt")]


def test_a_list_is_compared_with_all_that_is_below_its_items():
    def principles(example: str) -> tuple[Chapter, ...]:
        items = (Item(rich("Samen"), (Item(rich(example)),)), Item(rich("Op tijd")))
        return document(Listing(items), key="principles", title="Leidende principes")

    found = differences(principles("eerst bellen"), principles("eerst mailen"))
    assert told(found) == [
        ("Leidende principes", "", "Samen eerst bellen\nOp tijd", "Samen eerst mailen\nOp tijd")
    ]


def test_the_promises_on_the_summary_only_repeat_the_rest():
    def summary(promise: str, lead: str) -> tuple[Chapter, ...]:
        row = Row((Cell((rich(promise),)),))
        lines = (Paragraph(rich(lead), "lead"), Table((Column("Wat"),), (row,)))
        return document(*lines, key="summary", title="In het kort")

    assert differences(summary("a", "x"), summary("b", "x")) == []
    assert told(differences(summary("a", "x"), summary("a", "y"))) == [
        ("In het kort", "alinea 1", "x", "y")
    ]


def test_of_two_things_with_one_name_neither_change_is_lost():
    def terms(*meanings: str) -> tuple[Chapter, ...]:
        entries = tuple(Entry("Thuiszitter", (Paragraph(rich(m)),)) for m in meanings)
        return document(KeyValues(entries), key="terms", title="Begrippen")

    for before, after in [(("a", "b"), ("c", "b")), (("a", "b"), ("a", "c"))]:
        assert len(differences(terms(*before), terms(*after))) == 1
    assert told(differences(terms("a"), terms("a", "b"))) == [("Begrippen", "Thuiszitter", "", "b")]


@pytest.mark.parametrize("text", [t for t in HOSTILE if t.strip()])
def test_hostile_text_is_compared_like_any_other(text):
    before, after = agreement("1", "a", Wat=text), agreement("1", "a", Wat=f"{text} en meer")
    (found,) = differences(document(*before), document(*after))
    assert (plain(found.before), plain(found.after)) == (text, f"{text} en meer")


# Private


def test_what_changed_in_a_confidential_agreement_is_private():
    before = document(*agreement("1", "a", "Oud", private=True, Wat="x"))
    after = document(*agreement("1", "a", "Nieuw", private=True, Wat="y"))
    found = differences(before, after)
    assert len(found) == 2
    assert all(d.private for d in found)
    assert unchanged(before, before) == []


def test_a_confidential_agreement_that_came_or_went_is_private():
    with_it = document(*agreement("1", "a", "Geheim", private=True, Wat="x"))
    for pair in ((document(), with_it), (with_it, document())):
        (found,) = differences(*pair)
        assert found.private


def test_what_was_confidential_then_stays_private_now():
    then = document(*agreement("1", "a", private=True, Wat="geheim"))
    now = document(*agreement("1", "a", Wat="open"))
    assert all(d.private for d in differences(then, now))


def test_a_name_that_is_left_out_in_public_makes_its_difference_private():
    """A name hides in a run, a row or an entry; its change must not bring it out."""

    def parties(name: str) -> tuple[Chapter, ...]:
        cells = (Cell((rich("School"),)), Cell(((Run(name, private=True), Run("bestuurder")),)))
        table = Table((Column("Partij"), Column("Wie")), (Row(cells),))
        entry = Entry("Contact", (Paragraph(rich(name)),), private=True)
        line = Paragraph((Run(name, private=True),))
        hidden = replace(table, rows=(Row(cells[:1] * 2, private=True),))
        return document(table, KeyValues((entry,)), line, hidden, key="parties", title="Partijen")

    found = differences(parties("A. Jansen, "), parties("B. Pieters, "))
    assert len(found) == 3
    assert all(d.private for d in found)
