"""Periods: read as people write them, kept as a code, put in order, never mixed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.periods import Period, PeriodKind, current, from_code, read_period
from ozj_desktop.model.reading import Misread

TODAY = date(2026, 11, 24)
YEARS = st.integers(1950, 2150)
PERIODS = st.one_of(
    st.builds(Period.of_year, YEARS),
    st.builds(Period.of_half, YEARS, st.sampled_from([1, 2])),
    st.builds(Period.of_school_year, YEARS),
    st.builds(Period.of_day, st.dates(date(1950, 1, 1), date(2150, 12, 31))),
)


@given(PERIODS)
def test_what_is_shown_is_read_as_the_same(period: Period) -> None:
    assert read_period(str(period), TODAY) == period
    assert read_period(period.code, TODAY) == period
    assert from_code(period.code) == period


@given(st.lists(PERIODS))
def test_codes_of_one_kind_sort_as_time_goes(periods: list[Period]) -> None:
    for kind in PeriodKind:
        of_kind = [p for p in periods if p.kind is kind]
        assert sorted(of_kind) == [from_code(c) for c in sorted(p.code for p in of_kind)]


@given(PERIODS)
def test_the_next_one_is_later_and_of_the_same_kind(period: Period) -> None:
    after = period.next()
    assert after.kind is period.kind
    assert after.start > period.end or period.kind is PeriodKind.DAY
    assert after.start > period.start
    assert not period.holds(after)


@given(YEARS)
def test_a_year_holds_its_halves_and_no_school_year(year: int) -> None:
    whole = Period.of_year(year)
    assert whole.holds(Period.of_half(year, 1))
    assert whole.holds(Period.of_half(year, 2))
    assert not whole.holds(Period.of_school_year(year))
    assert len({whole, Period.of_half(year, 1), Period.of_school_year(year)}) == 3


@given(PERIODS)
def test_a_code_that_is_none_is_refused(period: Period) -> None:
    for wrong in (period.code + "0", "x" + period.code, period.code[:-1] or "1"):
        if wrong != "" and not _is_code(wrong):
            with pytest.raises(ValueError):
                from_code(wrong)


def _is_code(text: str) -> bool:
    try:
        return from_code(text).code == text
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2023", "2023"),
        ("2023*", "2023"),
        ("kalenderjaar 2023", "2023"),
        ("1e halfjaar 2023", "2023-1"),
        ("Tweede halfjaar van 2023", "2023-2"),
        ("2023-2", "2023-2"),
        ("2023-H1", "2023-1"),
        ("H2 2023", "2023-2"),
        ("2023/'24*", "2023/2024"),
        ("2023/’24", "2023/2024"),
        ("2023/24", "2023/2024"),
        ("2023-2024", "2023/2024"),
        ("2023–2024", "2023/2024"),
        ("'23/'24", "2023/2024"),
        ("schooljaar 2010-11", "2010/2011"),
        ("2010/11", "2010/2011"),
        ("1999/00", "1999/2000"),
        ("1-10-2023", "2023-10-01"),
        ("1 okt 2023", "2023-10-01"),
        ("2023-10-01", "2023-10-01"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, code: str) -> None:
    found = read_period(text, TODAY)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("volgende week", "geen periode"),
        ("31-2-2027", "geen periode"),
        ("2023-24-25", "geen periode"),
        ("2023-3", "geen periode"),
        ("2010-11", "schooljaar of een maand"),
        ("2023-12", "schooljaar of een maand"),
        ("2023/2025", "het ene jaar tot in het volgende"),
        ("schooljaar 2023", "Welk schooljaar"),
        ("0000", "kan niet kloppen"),
        ("9" * 5000, "geen periode"),
    ],
)
def test_what_is_no_period_or_may_be_two_is_asked(text: str, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_period(text, TODAY)


def test_nothing_is_no_period() -> None:
    assert read_period("  ", TODAY) is None


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (PeriodKind.YEAR, "2026"),
        (PeriodKind.HALF, "2026-2"),
        (PeriodKind.SCHOOL_YEAR, "2026/2027"),
        (PeriodKind.DAY, "2026-11-24"),
    ],
)
def test_today_is_in_the_current_period(kind: PeriodKind, code: str) -> None:
    assert current(kind, TODAY).code == code
    assert current(PeriodKind.SCHOOL_YEAR, date(2026, 7, 31)).code == "2025/2026"
