"""When somebody does something: a day, words that say when, or a question with an offer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.exchange.content import when_words
from ozj_desktop.model.reading import Asked, Misread, read_date
from ozj_desktop.model.when import LONGEST, read_when

TODAY = date(2026, 11, 24)


def read(text: str) -> date | str | None:
    return read_when(text, TODAY, when_words())


@pytest.mark.parametrize(
    "words",
    [
        *("doorlopend", "Elk half jaar", "structureel", "per schooljaar", "elke 6 weken"),
        *("2x per jaar", "na vaststelling", "bij de start", "elk jaar in september"),
        *("tijdens de hele looptijd", "n.v.t."),
    ],
)
def test_words_that_say_when_are_kept_as_they_are(words: str) -> None:
    assert read(words) == words


@pytest.mark.parametrize(
    "words",
    ["volgende week", "z.s.m.", "zsm", "binnenkort", "zo snel mogelijk", "na de zomer", "rond mei"],
)
def test_what_only_seems_to_say_when_is_asked(words: str) -> None:
    with pytest.raises(Asked, match=r"zegt niet welke dag\. Typ een dag zoals 1-2-2027") as told:
        read(words)
    assert told.value.offer is None


@pytest.mark.parametrize("words", ["31-2-2027", "na 1 mei", "12", "week 60 2027", "x" * 100])
def test_a_wrong_date_is_never_taken_for_words(words: str) -> None:
    with pytest.raises(Misread):
        read(words)


@pytest.mark.parametrize(
    ("typed", "words", "last"),
    [
        ("mei 2027", "mei 2027", date(2027, 5, 31)),
        ("mei", "mei", date(2027, 5, 31)),
        ("eind mei '28", "mei 2028", date(2028, 5, 31)),
        ("feb 2028.", "februari 2028", date(2028, 2, 29)),
        ("voorjaar 2027", "het voorjaar van 2027", date(2027, 5, 31)),
        ("najaar", "het najaar", date(2026, 11, 30)),
        ("Q2 2027", "het tweede kwartaal van 2027", date(2027, 6, 30)),
        ("2027-Q4", "het vierde kwartaal van 2027", date(2027, 12, 31)),
        ("1e kwartaal", "het eerste kwartaal", date(2027, 3, 31)),
        ("schooljaar 2026-2027", "schooljaar 2026-2027", date(2027, 7, 31)),
        ("2027/28", "schooljaar 2027-2028", date(2028, 7, 31)),
        ("dit schooljaar", "het schooljaar", date(2027, 7, 31)),
        ("tweede helft 2027", "de tweede helft van 2027", date(2027, 12, 31)),
        ("eind 2027", "2027", date(2027, 12, 31)),
        ("week 12", "week 12", date(2027, 3, 26)),
    ],
)
def test_of_a_period_the_last_day_is_offered(typed: str, words: str, last: date) -> None:
    for reading in (read, lambda text: read_date(text, TODAY)):
        with pytest.raises(Asked, match=f"^Welke dag in {words}\\?") as told:
            reading(typed)
        assert told.value.offer == last


@pytest.mark.parametrize("typed", ["31 juli '29", "31 juli ’29", "31 juli'29", "31-7-'29"])
def test_a_year_may_be_written_short(typed: str) -> None:
    assert read(typed) == date(2029, 7, 31)


@given(st.text(max_size=LONGEST + 20))
def test_any_text_is_a_day_or_words_or_a_sentence(text: str) -> None:
    try:
        found = read(text)
    except Misread as error:
        assert str(error).endswith((".", "?"))
    else:
        assert found is None or isinstance(found, date) or 0 < len(found) <= LONGEST
        if isinstance(found, str):
            assert read(found) == found  # what is shown can be typed back
