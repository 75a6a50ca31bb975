"""Lines of figures that may be compared, and how far they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.areas import Area
from ozj_desktop.model.goals import Direction, FigureStatus, Indicator, Measurement
from ozj_desktop.model.record import Id
from ozj_desktop.model.series import Line, Trend, lines, main_line, progress, wrong_way

AT_HOME = Indicator(
    name="Lang thuis",
    baseline="47",
    baseline_period="2022/2023",
    target="20",
    target_period="2029/2030",
)


def measured(period: str, value: str, **more: object) -> Measurement:
    return Measurement(indicator=AT_HOME.id, period=period, value=value, **more)


def line(*values: str, first: int = 2022) -> Line:
    made = [measured(f"{first + n}/{first + n + 1}", v) for n, v in enumerate(values)]
    return lines(made)[0]


def test_half_a_year_beside_a_year_is_another_line() -> None:
    found = lines([measured("2023", "12.5"), measured("2023-1", "10.5"), measured("2024", "12")])
    assert [[p.period.code for p in each.points] for each in found] == [
        ["2023", "2024"],
        ["2023-1"],
    ]


def test_another_area_and_another_source_are_other_lines() -> None:
    area: Id[Area] = Id("a")
    found = lines(
        [measured("2023", "1"), measured("2023", "2", area=area), measured("2023", "3", source="x")]
    )
    assert len(found) == 3


def test_a_break_and_what_is_only_below_something_end_a_segment() -> None:
    found = lines(
        [
            measured("2018", "41"),
            measured("2019", "44"),
            measured("2020", "52", breaks=True),
            measured("2021", "<5"),
            measured("2022", "47"),
        ]
    )[0]
    assert [[p.period.code for p in s] for s in found.segments] == [
        ["2018", "2019"],
        ["2020"],
        ["2022"],
    ]


def test_the_main_line_is_of_the_whole_area_and_of_the_kind_of_the_baseline() -> None:
    found = lines(
        [measured(f"{y}", "1") for y in range(2015, 2025)]
        + [measured("2023/2024", "43"), measured("2024/2025", "38")]
    )
    chosen = main_line(AT_HOME, found)
    assert chosen is not None
    assert [p.figure for p in chosen.points] == ["43", "38"]


def test_progress_is_the_share_of_the_way_beside_the_time() -> None:
    found = progress(AT_HOME, line("47", "43", "38", "35"))
    assert found.share == Decimal(12) / Decimal(27)
    assert found.time is not None
    assert round(found.time, 2) == Decimal("0.43")
    assert found.trend is Trend.GOOD


@pytest.mark.parametrize(
    ("value", "trend"),
    [
        ("50", Trend.WRONG),
        ("47", Trend.EQUAL),
        ("45", Trend.SLOW),
        ("20", Trend.REACHED),
        ("12", Trend.REACHED),
    ],
)
def test_the_direction_is_seen_from_what_is_wanted(value: str, trend: Trend) -> None:
    assert progress(AT_HOME, line("47", "46", "46", value)).trend is trend


def test_a_figure_of_before_the_baseline_or_of_another_kind_tells_nothing() -> None:
    assert progress(AT_HOME, line("60", first=2019)).trend is Trend.NONE
    assert progress(AT_HOME, lines([measured("2025", "30")])[0]).trend is Trend.NONE
    assert progress(AT_HOME, None).trend is Trend.NONE


def test_after_a_trend_break_the_baseline_tells_nothing() -> None:
    counted_otherwise = measured("2024/2025", "38", breaks=True)
    found = lines([measured("2023/2024", "43"), counted_otherwise, measured("2025/2026", "35")])
    assert progress(AT_HOME, found[0]).trend is Trend.NONE


def test_a_provisional_figure_says_so() -> None:
    found = lines([measured("2025", "35", status=FigureStatus.PROVISIONAL)])[0]
    assert found.points[0].provisional


@pytest.mark.parametrize(
    ("direction", "target", "wrong"),
    [
        (Direction.UP, "20", True),
        (Direction.DOWN, "20", False),
        (Direction.DOWN, "60", True),
        (Direction.UP, "60", False),
        (Direction.NEITHER, "60", False),
        (Direction.UP, "", False),
    ],
)
def test_a_target_on_the_wrong_side_is_seen(direction: Direction, target: str, wrong: bool) -> None:
    made = Indicator(baseline="47", target=target, direction=direction)
    assert wrong_way(made) is wrong


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(0, 20), st.integers(0, 1000))
def test_at_the_target_the_whole_way_is_done(begin: int, goal: int, years: int, value: int) -> None:
    made = Indicator(
        baseline=str(begin), baseline_period="2020", target=str(goal), target_period="2040"
    )
    found = lines([Measurement(indicator=made.id, period=f"{2021 + years}", value=str(goal))])
    told = progress(made, found[0])
    if begin != goal:
        assert told.share == 1
        assert told.trend is Trend.REACHED
