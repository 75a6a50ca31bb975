"""What is typed becomes a value or a sentence; what is shown can be typed back."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model import dutch
from ozj_desktop.model.reading import (
    MOST,
    Asked,
    Misread,
    read_choice,
    read_colour,
    read_date,
    read_mail,
    read_money,
    read_number,
)

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-2-2027", date(2027, 2, 1)),
        ("1/2/27", date(2027, 2, 1)),
        ("1.2.2027", date(2027, 2, 1)),
        ("2027-02-01", date(2027, 2, 1)),
        ("1 feb", date(2027, 2, 1)),
        ("1 mrt. 2028", date(2028, 3, 1)),
        ("1 Februari 2027", date(2027, 2, 1)),
        ("1feb", date(2027, 2, 1)),
        ("3 nov", date(2026, 11, 3)),
        ("1-8", date(2027, 8, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("+14", date(2026, 12, 8)),
        ("+ 1 dag", date(2026, 11, 25)),
        ("-1", date(2026, 11, 23)),
        ("vandaag", TODAY),
        ("  Overmorgen ", date(2026, 11, 26)),
        ("", None),
    ],
)
def test_dates_as_people_type_them(typed: str, meant: date | None) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31-2-2027", "Februari 2027 heeft 28 dagen."),
        ("31 april 2027", "April 2027 heeft 30 dagen."),
        ("0-5-2027", "Een maand begint met dag 1."),
        ("5-13-2027", "Maand 13 bestaat niet"),
        ("1-2-20277", "Het jaar 20277 kan niet kloppen"),
        ("februari", "Welke dag in februari?"),
        ("volgende week", "‘volgende week’ is geen datum"),
        ("1 smarch", "geen datum"),
        ("x" * 1000, "geen datum"),
    ],
)
def test_what_is_no_date_is_said(typed: str, said: str) -> None:
    with pytest.raises(Misread, match=said):
        read_date(typed, TODAY)


@given(DAYS)
def test_every_date_shown_can_be_typed_back(day: date) -> None:
    for shown in (dutch.long_date(day), dutch.short_date(day), day.isoformat()):
        assert read_date(shown, TODAY) == day


@given(DAYS, DAYS)
def test_without_a_year_it_is_at_most_a_month_ago(day: date, today: date) -> None:
    found = read_date(f"{day.day}-{day.month}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today - timedelta(days=365)


@given(st.text())
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        read_date(text, TODAY)
    except Misread as error:
        assert str(error).endswith((".", "?"))


@given(st.integers(-MOST, MOST))
def test_amounts_and_numbers_shown_can_be_typed_back(value: int) -> None:
    assert read_money(dutch.money(value)) == value
    assert read_number(dutch.number(value)) == value


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1.234,50", 123450),
        ("1234.50", 123450),
        ("€ 5", 500),
        ("12,5", 1250),
        ("7,-", 700),
        ("", None),
    ],
)
def test_amounts_as_people_type_them(typed: str, cents: int | None) -> None:
    assert read_money(typed) == cents


@pytest.mark.parametrize("typed", ["twaalf", "1,234.50", "1.2345", "12,345", "9" * 30])
def test_what_is_no_amount_is_said(typed: str) -> None:
    with pytest.raises(Misread):
        read_money(typed)


@pytest.mark.parametrize("typed", ["1,5", "1.23", "drie", "9" * 30, "--1"])
def test_what_is_no_number_is_said(typed: str) -> None:
    with pytest.raises(Misread):
        read_number(typed)


def test_mail_addresses_are_looked_at() -> None:
    assert read_mail(" a.b@gemeente.nl ") == "a.b@gemeente.nl"
    with pytest.raises(Misread, match="komma"):
        read_mail("info@welzijn,nl")
    with pytest.raises(Misread, match="geen @"):
        read_mail("info.welzijn.nl")
    with pytest.raises(Misread, match="geen e-mailadres"):
        read_mail("info@welzijn")


def test_a_field_may_hold_several_addresses() -> None:
    assert read_mail("a@gemeente.nl; b@gemeente.nl") == "a@gemeente.nl; b@gemeente.nl"
    with pytest.raises(Misread, match="‘b@gemeente’ is geen e-mailadres"):
        read_mail("a@gemeente.nl, b@gemeente")


def test_colours_are_hexadecimal() -> None:
    assert read_colour("0b4a59") == "#0B4A59"
    assert read_colour("") == ""
    with pytest.raises(Misread):
        read_colour("rood")


def test_a_choice_is_typed_by_its_start() -> None:
    options = [("a", "Trekker"), ("b", "partner"), ("c", "ondersteunt"), ("d", "pártij")]
    assert read_choice("TREK", options) == "a"
    assert read_choice("partij", options) == "d"
    assert read_choice("", options) is None
    with pytest.raises(Misread, match="staat niet in de lijst"):
        read_choice("part", options)


NAMES = [("a", "Stichting Leerrijk"), ("b", "Gemeente Lindebroek"), ("c", "Gemeente Vlietmonde")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Leerrijk", "a"), ("leerrijk stichting", "a"), ("stich", "a"), ("Vlietmonde", "c")],
)
def test_a_name_is_known_by_a_word_that_only_it_has(typed: str, meant: str) -> None:
    assert read_choice(typed, NAMES, ask="Wie bedoelt u") == meant


def test_of_several_names_with_a_word_it_is_asked_which() -> None:
    told = "Wie bedoelt u: Gemeente Lindebroek of Gemeente Vlietmonde?"
    with pytest.raises(Asked, match=re.escape(told)):
        read_choice("gemeente", NAMES, ask="Wie bedoelt u")
    many = [(str(n), f"School {n}") for n in range(9)]
    with pytest.raises(Asked, match="School 5 of een van 3 andere"):
        read_choice("school", many, ask="Wie bedoelt u")


@pytest.mark.parametrize("typed", ["de", "Leerarm", "erri"])
def test_a_piece_of_a_word_names_nobody(typed: str) -> None:
    with pytest.raises(Misread, match="staat niet in de lijst"):
        read_choice(typed, [*NAMES, ("d", "Jeugdhulp De Stroming")], ask="Wie bedoelt u")


def test_the_words_of_a_fixed_list_are_not_taken_apart() -> None:
    with pytest.raises(Misread, match="staat niet in de lijst"):
        read_choice("gestart", [("no", "niet gestart"), ("yes", "op schema")])
