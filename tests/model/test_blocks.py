"""Content blocks: kept word for word, made public without a trace, numbered."""

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ozj_desktop.model.blocks import (
    Cell,
    Chapter,
    Column,
    Cover,
    Heading,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    from_json,
    numbered,
    plain,
    public,
    rich,
    to_json,
    walk,
)
from tests.model.any_blocks import EVERY_KIND, HOSTILE, chapters, few

SECRET = "GEHEIM"


def chapter(*blocks, **more) -> Chapter:
    return Chapter("x", "Titel", blocks, **more)


@given(few(chapters))
@settings(max_examples=80, deadline=None)
def test_what_is_kept_comes_back_word_for_word(made):
    text = to_json(made)
    assert from_json(text) == made
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_block_comes_back(kind):
    @given(kind)
    @settings(max_examples=30, deadline=None)
    def comes_back(block):
        (back,) = from_json(to_json((chapter(block),)))
        assert back == chapter(block)
        assert [type(part) for part in walk(back)] == [type(part) for part in walk(chapter(block))]

    comes_back()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    made = (chapter(Paragraph(rich(text)), Heading(text)),)
    assert from_json(to_json(made)) == made


def test_what_is_kept_of_a_text_never_changes():
    made = (chapter(Paragraph((Run("één", "strong"),), mark=Mark.FULL)),)
    kept = (
        '[{"blocks":[{"is":"Paragraph","mark":"full","text":[{"is":"Run","look":"strong",'
        '"text":"één"}]}],"is":"Chapter","key":"x","title":"Titel"}]'
    )
    assert to_json(made) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[]x",
        "[1]",
        '["tekst"]',
        '{"is":"Run","text":"los"}',
        '[{"is":"Run","text":"los"}]',
        '[{"is":"Onbekend"}]',
        '[{"is":"Chapter"}]',
        '[{"is":"Chapter","key":"a","title":"b","blocks":[],"geheim":1}]',
        '[{"is":["Chapter"]}]',
        '[{"is":"Chapter","key":"a","title":"b","blocks":[{"is":"Paragraph","text":[],"mark":"?"}]}]',
    ],
)
def test_what_is_no_kept_text_is_refused(text):
    with pytest.raises(ValueError):
        from_json(text)


# Public


def private_parts(thing: Any) -> list[Any]:
    return [part for part in walk(thing) if getattr(part, "private", False)]


@given(few(chapters))
@settings(max_examples=80, deadline=None)
def test_nothing_private_is_left_anywhere(made):
    shown = public(tuple_holder(made)).chapters
    assert private_parts(shown) == []
    assert public(tuple_holder(shown)).chapters == shown


def tuple_holder(made: tuple[Chapter, ...]):
    """Chapters as they hang in a manuscript."""
    cover = Cover("", "", "", (), KeyValues(()))
    return Manuscript(cover, made, "", "", False, "", "", "")


def visible(thing: Any) -> list[str]:
    """The texts of runs that nothing around them makes private, in the order of reading."""
    if isinstance(thing, tuple):
        return [text for part in thing for text in visible(part)]
    if getattr(thing, "private", False):
        return []
    if isinstance(thing, Run):
        return [thing.text]
    if isinstance(thing, Table):
        shown = [n for n, column in enumerate(thing.columns) if not column.private]
        rows = [row for row in thing.rows if not row.private]
        return [text for row in rows for n in shown for text in visible(row.cells[n].lines)]
    below = fields(thing) if is_dataclass(thing) else ()
    return [text for part in below for text in visible(getattr(thing, part.name))]


@given(few(chapters))
@settings(max_examples=80, deadline=None)
def test_everything_that_is_not_private_stays_in_its_order(made):
    shown = public(tuple_holder(made)).chapters
    found = [part.text for part in walk(shown) if isinstance(part, Run)]
    assert found == visible(made)


def test_a_private_column_goes_with_its_cells():
    columns = (Column("Wie"), Column("Tekent", private=True), Column("Wat"))
    row = Row(tuple(Cell((rich(text),)) for text in ("ik", SECRET, "dit")))
    shown = public(chapter(Table(columns, (row,)))).blocks[0]
    assert [c.title for c in shown.columns] == ["Wie", "Wat"]
    assert [plain(cell.lines[0]) for cell in shown.rows[0].cells] == ["ik", "dit"]


@pytest.mark.parametrize(
    "block",
    [
        Table((Column("Wie"),), (Row((Cell((rich(SECRET),)),), private=True),)),
        Listing((Item(rich(SECRET), private=True),)),
    ],
)
def test_what_held_only_private_things_leaves_no_bare_head(block):
    assert public(chapter(block, Paragraph(rich("open")))).blocks == (Paragraph(rich("open")),)


def test_a_table_that_was_empty_from_the_start_stays():
    empty = Table((Column("Wie"),), ())
    assert public(chapter(empty)).blocks == (empty,)


# Numbers


def test_chapters_are_numbered_annexes_lettered_and_empty_ones_left_out():
    line = Paragraph(rich("x"))
    made = (
        chapter(line, sort="front"),
        chapter(line),
        chapter(),
        chapter(line),
        chapter(sort="annex"),
        chapter(line, sort="annex"),
        chapter(line),
        chapter(line, sort="annex"),
    )
    assert [c.number for c in numbered(made)] == ["", "1", "2", "Bijlage A", "3", "Bijlage B"]


@given(st.lists(chapters))
@settings(max_examples=30, deadline=None)
def test_numbering_changes_nothing_but_the_number(made):
    assert [replace(c, number="") for c in numbered(tuple(made))] == [
        replace(c, number="") for c in made if c.blocks
    ]


def test_json_of_a_frozen_text_is_plain_json():
    made = (chapter(Paragraph(rich("één"))),)
    assert json.loads(to_json(made))[0]["title"] == "Titel"
