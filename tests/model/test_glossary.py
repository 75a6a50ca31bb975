"""Finding words in a text: whole ones, as they are written, and never a name that looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.exchange.content import abbreviations
from ozj_desktop.model.glossary import Entry, Glossary

OWN = (
    Entry("SWV", "samenwerkingsverband bij ons", "eigen afspraak"),
    Entry("regie", "verbinden"),
    Entry("vast team", "mensen op één plek"),
    Entry("MR/GMR", "medezeggenschap"),
    Entry("TLV (toelaatbaarheidsverklaring)", "papier"),
)
GLOSSARY = Glossary(OWN, abbreviations())


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in GLOSSARY.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het SWV en de OPR", ["SWV", "OPR"]),
        ("twee OPP's, een SWV-bestuur (JGZ).", ["OPP", "SWV", "JGZ"]),
        ("via MR/GMR en B en W.", ["MR", "GMR", "B en W"]),
        ("B  en\nW besluit", ["B  en\nW"]),
        ("een toelaatbaarheidsverklaring of TLV", ["toelaatbaarheidsverklaring", "TLV"]),
        ("Regie en het vaste team, een vast team", ["Regie", "vast team"]),
        ("Bso is opvang. Vve ook.", ["Bso", "Vve"]),
        ("de bso, de BSO", ["bso", "BSO"]),
        ("«Doorstroompunt» en doorstroompunt", ["Doorstroompunt", "doorstroompunt"]),
    ],
)
def test_words_are_found_as_people_write_them(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "mr. J. de Vries",
        "Lea en Po gingen mee",
        "swvpo-oevermark en OPRechten",
        "info@GGD.nl en GGD.nl",
        "de Wlzers en Xbso",
        "mevrouw Bso",
        "regisseur",
        "",
    ],
)
def test_what_only_looks_alike_is_not_found(text: str) -> None:
    assert found(text) == []


def test_the_dossier_explains_before_the_list_does() -> None:
    (entry,) = GLOSSARY.words_in("SWV")
    assert entry == OWN[0]
    assert [e.meaning for e in GLOSSARY.words_in("GMR")] == ["medezeggenschap"]


def test_each_word_is_told_once_in_the_order_of_the_alphabet() -> None:
    told = [entry.word for entry in GLOSSARY.words_in("SWV OPR jgz JGZ SWV IKC bso")]
    assert told == ["bso", "IKC", "JGZ", "OPR", "SWV"]


def test_the_word_at_a_place_is_known_up_to_just_after_it() -> None:
    text = "de OPR zegt"
    assert [bool(GLOSSARY.at(text, n)) for n in range(2, 8)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]


def test_a_term_without_a_meaning_leaves_the_list_its_say() -> None:
    glossary = Glossary(
        [Entry("OPR", "  "), Entry("", "leeg"), Entry("x" * 200, "lang")], abbreviations()
    )
    assert glossary.words_in("OPR")[0].meaning.startswith("Ondersteuningsplanraad")
    assert glossary.words_in("x" * 200) == []


def test_no_words_at_all_find_nothing() -> None:
    assert Glossary([], []).words_in("OPR") == []


any_text = st.text(alphabet=st.sampled_from("SWVOPRmr egi.-/'@\n(é😀"), max_size=60)


@given(any_text)
def test_what_is_found_stands_there_whole_and_apart(text: str) -> None:
    last = 0
    for place in GLOSSARY.find(text):
        assert last <= place.start < place.end <= len(text)
        last = place.end
        around = text[: place.start][-1:] + text[place.end :][:1]
        assert not any(letter.isalnum() or letter in "_@" for letter in around)
        assert GLOSSARY.at(text, place.start) is not None


@given(st.text(max_size=8), st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12))))
def test_any_term_somebody_types_can_be_looked_for(text: str, terms: list[tuple[str, str]]) -> None:
    glossary = Glossary([Entry(word, meaning) for word, meaning in terms], [])
    for word, _ in terms:
        for entry in glossary.words_in(f"{text} {word} {text}"):
            assert entry.meaning.strip()


@given(st.sampled_from(abbreviations()))
def test_every_word_of_the_list_finds_itself(entry: Entry) -> None:
    general = Glossary([], abbreviations())
    for form in (entry.word, *entry.also):
        assert general.words_in(f"over {form}, en meer") == [entry]
