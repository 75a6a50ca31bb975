"""Dates, numbers, money and order as Dutch readers know them."""

from datetime import date
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.dutch import (
    capital,
    counted,
    day_and_date,
    in_words,
    listed,
    long_date,
    money,
    number,
    period,
    short_date,
    sort_key,
    years,
)

DAY, LATER = date(2026, 12, 8), date(2030, 3, 31)


def test_dates_are_written_in_dutch():
    assert long_date(DAY) == "8 december 2026"
    assert short_date(DAY) == "8-12-2026"
    assert day_and_date(DAY) == "dinsdag 8 december 2026"


@given(st.dates())
def test_every_date_can_be_written(day):
    assert long_date(day).split()[0] == str(day.day)
    assert long_date(day).endswith(str(day.year))
    assert short_date(day).count("-") == 2
    assert day_and_date(day).endswith(long_date(day))


def test_a_period_may_lack_a_side():
    assert period(DAY, LATER) == "8 december 2026 tot en met 31 maart 2030"
    assert period(DAY, None) == "vanaf 8 december 2026"
    assert period(None, LATER) == "tot en met 31 maart 2030"
    assert period(None, None) == ""


def test_years_are_not_said_twice():
    assert years(DAY, LATER) == "2026–2030"
    assert years(DAY, DAY) == "2026"
    assert years(None, LATER) == "2030"
    assert years(None, None) == ""


def test_money_has_cents_and_a_point_per_thousand():
    assert money(123_450) == "€ 1.234,50"
    assert money(5) == "€ 0,05"
    assert money(0) == "€ 0,00"
    assert money(-123_450_001) == "€ -1.234.500,01"


@given(st.integers())
def test_money_never_loses_a_cent(cents):
    written = money(cents).removeprefix("€ ").replace(".", "").replace(",", "")
    assert int(written) == cents


def test_numbers_have_a_point_per_thousand():
    assert [number(n) for n in (0, 999, 1_234, -1_234_567)] == ["0", "999", "1.234", "-1.234.567"]


def test_numbers_up_to_ten_are_written_in_letters():
    assert [in_words(n) for n in (0, 1, 10, 11, 1_200)] == ["nul", "één", "tien", "11", "1.200"]
    assert in_words(-1) == "-1"


def test_a_count_chooses_its_word():
    names = ("afspraak", "afspraken")
    assert counted(0, names) == "0 afspraken"
    assert counted(1, names) == "1 afspraak"
    assert counted(2_000, names) == "2.000 afspraken"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_ends_in_en(parts, expected):
    assert listed(parts) == listed(iter(parts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ijsbaan", "IJsbaan"),
        ("Ijsbaan", "IJsbaan"),
        ("één", "Eén"),
        ("i", "I"),
        ("", ""),
        ("5 dagen", "5 dagen"),
        ("KvK", "KvK"),
        ("👩‍🏫 les", "👩‍🏫 les"),
    ],
)
def test_a_capital_at_the_start_and_ij_goes_as_one(text, expected):
    assert capital(text) == expected


def test_order_knows_no_accents_and_no_capitals():
    names = ["Zaan", "één", "Élan", "eb", "IJssel", "zorg", "Eén"]
    assert sorted(names, key=sort_key) == ["eb", "één", "Eén", "Élan", "IJssel", "Zaan", "zorg"]


@given(st.text())
def test_the_sort_key_is_the_text_without_marks_and_capitals(text):
    bare = normalize("NFKD", text)
    assert sort_key(text) == "".join(c for c in bare if not combining(c)).casefold()
