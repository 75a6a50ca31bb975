"""What is shipped to be read: help for every place, and the list of words."""

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from ozj_desktop.exchange.content import abbreviations
from ozj_desktop.exchange.help_text import PARTS, Piece, help_for, read_help
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.paths import resource

PLACES = sorted(path.stem for path in resource("content/help").glob("*.md"))
LONGEST = 220  # words of a part: more is not read beside the work
SEEDS = Path(os.environ.get("OZJ_SEEDS", "../shared/seeds"))
SOURCES = ("Mét andere ogen", "VO-raad", "Nederlands Jeugdinstituut (NJi)")


def words_of(pieces: list[Piece]) -> int:
    return sum(len(line.split()) for piece in pieces for line in (*piece.lines, piece.source))


def quotes() -> list[tuple[str, Piece]]:
    return [
        (place, piece)
        for place in PLACES
        for part in PARTS
        for piece in help_for(place).parts[part]
        if piece.sort == "quote"
    ]


def plain(text: str) -> str:
    return " ".join(re.sub("[“”]", '"', re.sub("[‘’]", "'", text)).split())


@pytest.mark.parametrize("place", PLACES)
def test_every_part_says_something_and_not_too_much(place: str) -> None:
    found = help_for(place)
    assert found.title.startswith("Hulp bij ")
    for part in PARTS:
        assert 40 <= words_of(found.parts[part]) <= LONGEST, part


@pytest.mark.parametrize("place", PLACES)
def test_why_names_its_source_and_is_addressed_to_the_reader(place: str) -> None:
    why = help_for(place).parts["Waarom"]
    assert why[-1].sort == "source"
    assert any(name in why[-1].lines[0] for name in (*SOURCES, "NJi"))
    text = " ".join(line for piece in why for line in piece.lines)
    assert re.search(r"\b(u|uw|U|Uw)\b", text)
    assert not re.search(r"\b(je|jij|jouw)\b", text)


@pytest.mark.parametrize("place", PLACES)
def test_how_it_works_here_is_short_and_ends_with_the_keys(place: str) -> None:
    heading, points = help_for(place).parts["Hoe"]
    assert heading == Piece("heading", ("Zo werkt het hier",))
    assert 4 <= len(points.lines) <= 6
    assert all(re.match(r"\*\*[^*]+\*\* ", line) for line in points.lines)
    assert points.lines[-1].startswith("**Toetsen** Houd Alt vast")


@pytest.mark.parametrize("place", PLACES)
def test_a_way_to_do_it_at_a_table_has_time_people_and_steps(place: str) -> None:
    way = help_for(place).parts["Werkvorm"]
    found = re.fullmatch(r"\*\*(\d+) minuten · twaalf mensen · .+\*\*", way[1].lines[0])
    assert found is not None
    assert 20 <= int(found[1]) <= 60
    (steps,) = [piece for piece in way if piece.sort == "steps"]
    minutes = [re.match(r"\*\*(\d+) minuten\.\*\* ", line) for line in steps.lines]
    assert sum(int(m[1]) for m in minutes if m) == int(found[1])
    assert all(minutes)
    assert way[-1].lines[0].startswith("Klaar als ")


def test_every_quotation_has_marks_and_a_source() -> None:
    assert len(quotes()) == len(PLACES)
    for place, piece in quotes():
        assert re.fullmatch(r"«[^«»]+»", piece.lines[0]), place
        assert piece.source.startswith(SOURCES), place
        assert len(piece.lines[0].split()) <= 30, place
        assert piece.source == SOURCES[2] or "2018" in piece.source, place


def test_every_quotation_is_what_its_source_says() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the documents that are quoted lie elsewhere")
    seeds = plain(" ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    unknown = [piece.lines[0] for _, piece in quotes() if plain(piece.lines[0][1:-1]) not in seeds]
    assert unknown == []


def test_marks_of_quotation_stand_nowhere_else() -> None:
    for place in PLACES:
        for pieces in help_for(place).parts.values():
            others = [piece for piece in pieces if piece.sort != "quote"]
            assert not any("«" in line for piece in others for line in piece.lines), place


def test_text_outside_the_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="zomaar"):
        read_help("# Hulp\n\nzomaar\n")


def test_pieces_are_read_as_they_are_written() -> None:
    found = read_help(
        "# Hulp bij iets\n\n## Waarom\n\n### Kop\nEen **twee**\ndrie.\n\n> «vier»\n> — Bron, 2018\n"
        "\n- a\n- b\n  c\n\n1. een\n2. twee\n\nBron: ergens.\n"
    )
    assert found.title == "Hulp bij iets"
    assert found.parts["Waarom"] == [
        Piece("heading", ("Kop",)),
        Piece("text", ("Een **twee** drie.",)),
        Piece("quote", ("«vier»",), "Bron, 2018"),
        Piece("points", ("a", "b c")),
        Piece("steps", ("een", "twee")),
        Piece("source", ("Bron: ergens.",)),
    ]
    assert found.parts["Werkvorm"] == []


def test_each_abbreviation_is_there_once_in_order_with_one_plain_line() -> None:
    found = abbreviations()
    assert len(found) >= 40
    forms = [form for entry in found for form in (entry.word, *entry.also)]
    assert len(forms) == len(set(forms))
    assert all(a <= b for a, b in pairwise(sort_key(entry.word) for entry in found))
    for entry in found:
        assert entry.meaning.endswith("."), entry.word
        assert len(entry.meaning.split()) <= 25, entry.word
        assert entry.word not in entry.meaning.split(), entry.word


FIELD = (
    "OOGO SWV JGZ TLV OPP OPR MR GMR LEA PHO RvT ALV BRIN IKC bso vve GGD GGZ RMC Doorstroompunt "
    "AVG Wlz NJi NCJ KvK"
)


def test_words_of_the_field_are_in_the_list() -> None:
    assert {*FIELD.split(), "B en W"} <= {entry.word for entry in abbreviations()}


def test_help_with_documents_tells_how_to_choose_drag_look_and_print() -> None:
    why = " ".join(line for piece in help_for("documents").parts["Waarom"] for line in piece.lines)
    for words in (
        "‘Kies afspraken’",
        "Sleep",
        "Ctrl+Shift+P",
        "Ctrl+P drukt",
        "wie de mail krijgt",
    ):
        assert words in why
