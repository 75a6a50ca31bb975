"""Texts that mean harm, are endless, or are not in our letters."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from ozj_desktop.exchange.pdf_fonts import (
    NEUTRAL,
    REGULAR,
    REST,
    SERIF,
    clean,
    load_fonts,
    marked,
    one_line,
    plain_letters,
    runs,
    shaped,
    tidy,
)
from ozj_desktop.exchange.pdf_look import A4_SHEET, INK, style
from ozj_desktop.exchange.pdf_tags import Par
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    rich,
)
from tests.exchange.pdf_reading import drawn, elements, failures, structure, text

ENDLESS = "woord " * 3333  # 20,000 letters
NAME = "W" * 300
MARKUP = "<b>vet</b> &amp; <img src='x'/> & <para> </font>"


def holders(words: str) -> list[Block]:
    """The same words in every place that takes words."""
    told = (Run(words), Run(words, "added"), Run(words, link="https://example.nl"))
    cell = Cell((told, rich(words)))
    return [
        Heading(words, 2, "3", words, "a"),
        Heading(words, 3),
        Paragraph(told, tone="tint"),
        Listing((Item(told, (Item(told),)),), numbered=True),
        Table((Column(words), Column("B")), (Row((cell, cell)),), words),
        Table((Column(""), Column("B")), (Row((cell, cell)),), words, numbered=True),
        *(
            KeyValues((Entry(words, (Paragraph(told),)), Entry(words, ())), layout)
            for layout in ("labels", "across", "figures", "box")
        ),
        Signature(words, words, told, (Entry(words, ()),), words, words, words),
    ]


@pytest.mark.parametrize("words", [NAME, MARKUP, "", " ", "\n\n", "\x00\x1b[1m", "漢字 \ud83d"])
def test_any_words_are_drawn_everywhere(tmp_path: Path, words: str) -> None:
    target = drawn(tmp_path / "a.pdf", *holders(words))
    assert failures(target) == []
    box = text(target, "-bbox")
    rights = [float(part.split('"')[0]) for part in box.split('xMax="')[1:]]
    assert max(rights) < 595.3 - 25 / 25.4 * 72 + 1


@pytest.mark.parametrize("place", range(11))
def test_endless_words_flow_over_pages(tmp_path: Path, place: int) -> None:
    target = drawn(tmp_path / "a.pdf", holders(ENDLESS)[place])
    assert failures(target) == []
    assert text(target).count("woord") >= 3333


def test_markup_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", Paragraph(rich(MARKUP)))
    assert MARKUP in text(target)


def test_words_at_the_end_of_a_line_stay_apart(tmp_path: Path) -> None:
    told = (Run("een twee drie " * 30), Run("vier\nvijf", "strong"), Run("\nzes"))
    target = drawn(tmp_path / "a.pdf", Paragraph(told))
    said = structure(target)
    assert "drieeen" not in said.replace("drie een", "")
    assert "vier vijf zes" in said
    assert said.count("een twee drie") == 30


def test_what_no_face_can_show_is_a_neutral_sign() -> None:
    assert runs("a漢b", REGULAR) == [
        (REGULAR, "a", False),
        (REST, NEUTRAL, False),
        (REGULAR, "b", False),
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("шар", "шар"), ("✓", "✓"), ("𝗕", "B"), ("😀", "😀"), ("\ud800", NEUTRAL)],
)
def test_another_face_helps_out(typed: str, shown: str) -> None:
    assert runs(clean(typed), SERIF) == [(REST, shown, False)]


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean("a\u200b\u00ad\ufe0f\u202eb\x00\x07") == "ab"
    assert clean("een\r\ntwee\u2028drie\tvier\u2003vijf") == "een\ntwee\ndrie vier vijf"
    assert clean("e\u0301") == "é"
    assert one_line(" een\ntwee ") == "een twee"


@pytest.mark.parametrize(
    "words",
    [
        "4 december 2026",
        "€ 60.000",
        "61 %",
        "afspraak 4",
        "H. J. Bosgraaf",
        "5 akkoord",
        "16 uur",
    ],
)
def test_what_belongs_together_does_not_break(words: str) -> None:
    assert tidy(words) == words.replace(" ", "\xa0")


def test_year_after_a_word_may_break() -> None:
    assert tidy("in 2027 en daarna") in ("in 2027 en daarna", "in\xa02027 en daarna")
    assert tidy("10 kinderen") == "10 kinderen"


def test_right_to_left_appears_and_keeps_its_order(tmp_path: Path) -> None:
    hebrew, arabic = "שלום עולם", "مرحبا بالعالم"
    target = drawn(tmp_path / "a.pdf", Paragraph(rich(f"zie {hebrew} en {arabic} hier")))
    assert failures(target) == []
    assert hebrew in text(target)
    assert arabic in text(target)
    assert f"zie {hebrew} en {arabic} hier" in structure(target)


@pytest.mark.parametrize("words", ["שלום עולם samen", "مرحبا", "(שלום)"])
def test_a_text_that_begins_from_right_to_left_stays_on_the_page(
    tmp_path: Path, words: str
) -> None:
    target = drawn(tmp_path / "a.pdf", Paragraph(rich(words)))
    assert failures(target) == []
    boxes = re.findall(r'<word xMin="([-0-9.]+)".*>(.+)</word>', text(target, "-bbox"))
    first = min(float(x) for x, word in boxes if set(word) & set(words))
    assert first >= A4_SHEET.left - 0.5


def test_arabic_letters_join() -> None:
    joined = shaped("بيت دار")
    assert joined != "بيت دار"
    assert "".join(map(plain_letters, joined)) == "بيت دار"
    assert shaped("שלום abc") == "שלום abc"


def test_wide_letters_are_told_right(tmp_path: Path) -> None:
    """reportlab writes five digits for a letter beyond U+FFFF, which no reader understands."""
    target = drawn(tmp_path / "a.pdf", Paragraph(rich("lach 😀 eens")))
    assert "lach 😀 eens" in text(target)
    with pikepdf.open(target) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                assert b"<0000>" not in font.ToUnicode.read_bytes()


def lines(words: str, width: float, *more: str) -> list[str]:
    load_fonts()
    par = Par(
        "".join(marked(part, REGULAR) for part in (words, *more)), style(REGULAR, 10, 14, INK)
    )
    par.wrap(width, 1e6)
    assert all(used <= width + 1e-6 for used in par.getActualLineWidths0())
    return [words_of(line) for line in par.blPara.lines]  # type: ignore[attr-defined]


def words_of(line: Any) -> str:
    if isinstance(line, tuple):
        return " ".join(line[1])
    return "".join(piece.text for piece in line.words)


def test_no_letter_is_lost_in_folding() -> None:
    for words in ("een twee  drie " * 20, NAME, "a-b/c_d@e.nl " * 9, "een\n\ntwee\n"):
        for more in ((), ("nog meer ", "en meer", "x" * 50), ("שלום " * 20, "漢字" * 30)):
            shown = "".join(
                "".join(part for _, part, _ in runs(w, REGULAR)) for w in (words, *more)
            )
            folded = "".join(lines(words, 60, *more))
            assert "".join(folded.split()) == "".join(shown.split())


def test_line_breaks_are_kept() -> None:
    assert [line.strip() for line in lines("een\n\ntwee\n", 200)] == ["een", "", "twee"]
    assert [line.strip() for line in lines("een ", 200, "twee\ndrie", " vier")] == [
        "een twee",
        "drie vier",
    ]


def test_cut_word_stays_one_word(tmp_path: Path) -> None:
    address = "https://example.nl/" + "een-lang-pad/" * 30
    for told in ((Run(address),), (Run("zie "), Run(address, "strong"), Run(" eens"))):
        target = drawn(
            tmp_path / "a.pdf", Paragraph(told), Paragraph((Run(NAME), Run("X", "strong")))
        )
        said = "".join(words for _, _, words in elements(target))
        assert address in said
        assert NAME + "X" in said


def test_spaces_belong_to_no_look_in_particular() -> None:
    assert lines("een", 200, " ", "twee") == ["een twee"]
    assert lines("een ", 200, " ", " twee") == ["een twee"]


def test_words_stay_words_over_pages(tmp_path: Path) -> None:
    told = tuple(Run(f"woord{n} ", "strong" if n % 3 else "plain") for n in range(4000))
    target = drawn(tmp_path / "a.pdf", Paragraph(told))
    said = structure(target).replace('"', "").split()
    assert [word for word in said if word.startswith("woord")] == [f"woord{n}" for n in range(4000)]
