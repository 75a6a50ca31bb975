"""Figures: read as the Dutch write them, kept exactly, asked where they could be two things."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.figures import Measure, amount, is_below, read_figure, shown, written
from ozj_desktop.model.reading import Misread

AMOUNTS = st.decimals(-(10**14), 10**14, places=3, allow_nan=False)


@given(AMOUNTS)
def test_what_is_shown_is_read_as_the_same(value: Decimal) -> None:
    figure = written(value)
    if "." in figure or "." not in shown(figure):
        assert amount(read_figure(shown(figure))) == value
    assert amount(figure) == value


@given(st.integers(0, 10**14))
def test_a_count_is_read_with_and_without_points(count: int) -> None:
    figure = read_figure(shown(str(count)), Measure.COUNT)
    assert figure == read_figure(str(count), Measure.COUNT) == str(count)


@given(st.decimals(0, 100, places=2))
def test_a_percentage_is_read_with_and_without_its_sign(value: Decimal) -> None:
    figure = written(value)
    told = shown(figure, Measure.PERCENT)
    assert told.endswith("\u00a0%")
    assert read_figure(told, Measure.PERCENT) == figure
    assert read_figure(told.removesuffix("%"), Measure.PERCENT) == figure


@pytest.mark.parametrize(
    ("text", "measure", "figure"),
    [
        ("12,9", Measure.PERCENT, "12.9"),
        ("12.9", Measure.PERCENT, "12.9"),
        ("12,90", Measure.PERCENT, "12.90"),
        ("1.271.820", Measure.OTHER, "1271820"),
        ("1 271 820", Measure.COUNT, "1271820"),
        ("1.234", Measure.COUNT, "1234"),
        ("1.234,5", Measure.OTHER, "1234.5"),
        ("<5", Measure.COUNT, "<5"),
        ("≤ 5", Measure.COUNT, "≤5"),
        ("-3,2", Measure.OTHER, "-3.2"),
        ("−3,2", Measure.OTHER, "-3.2"),
        ("007", Measure.COUNT, "7"),
        ("-0", Measure.OTHER, "0"),
        (".", Measure.COUNT, ""),
        ("-", Measure.COUNT, ""),
        ("", Measure.COUNT, ""),
    ],
)
def test_a_figure_is_read_as_people_write_it(text: str, measure: Measure, figure: str) -> None:
    assert read_figure(text, measure) == figure


@pytest.mark.parametrize(
    ("text", "measure", "why"),
    [
        ("12,9,1", Measure.PERCENT, "geen getal"),
        ("1.234", Measure.PERCENT, "1,234 of 1234"),
        ("1.234", Measure.AVERAGE, "1,234 of 1234"),
        ("1.23.4", Measure.COUNT, "geen getal"),
        ("12,5", Measure.COUNT, "heel getal"),
        ("-1", Measure.COUNT, "heel getal"),
        ("11", Measure.MARK, "tussen 0 en 10"),
        ("12 %", Measure.COUNT, "geen percentage"),
        ("twaalf", Measure.COUNT, "geen getal"),
        ("1" * 5000, Measure.COUNT, "te groot"),
        ("0," + "1" * 5000, Measure.OTHER, "achter de komma"),
        ("²", Measure.COUNT, "geen getal"),
        ("٣", Measure.COUNT, "geen getal"),
        ("1e5", Measure.COUNT, "geen getal"),
    ],
)
def test_what_is_no_figure_or_may_be_two_is_asked(text: str, measure: Measure, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_figure(text, measure)


def test_what_is_only_below_something_is_not_reckoned_with() -> None:
    assert is_below("<5")
    assert amount("<5") is None
    assert shown("<5") == "<5"
    assert shown("<1234.5", Measure.PERCENT) == "<1.234,5\u00a0%"


def test_a_reckoned_amount_is_rounded_as_people_do() -> None:
    assert written(Decimal("2.685"), 2) == "2.69"
    assert written(Decimal("3.10"), 2) == "3.1"
    assert written(Decimal(100), 2) == "100"
