"""What a chart shows, whoever draws it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.chart import Chart, chart
from ozj_desktop.model.goals import FigureStatus, Indicator, Measurement
from ozj_desktop.model.series import lines
from tests.model.test_series import AT_HOME, measured

VALUES = st.decimals(-(10**6), 10**9, places=2)


def at_home(**more: object) -> Chart:
    """As in the example: a break, a baseline, a provisional figure and a way to the target."""
    made = [
        measured("2018/2019", "41"),
        measured("2019/2020", "44"),
        measured("2020/2021", "52", breaks=True),
        measured("2021/2022", "49"),
        measured("2022/2023", "47"),
        measured("2023/2024", "43"),
        measured("2024/2025", "38"),
        measured("2025/2026", "35", status=FigureStatus.PROVISIONAL),
    ]
    ids = {m.period: m.id for m in made}
    hidden = [ids[code] for code in more.get("hidden", ())]  # type: ignore[attr-defined]
    found = chart(AT_HOME, lines(made)[0], hidden=hidden, small="≤5")
    assert found is not None
    return found


def test_a_line_ends_at_a_break_and_is_dotted_towards_what_is_provisional() -> None:
    found = at_home()
    assert [s.dotted for s in found.strokes] == [False] * 5 + [True]
    assert [d.label for d in found.dots if d.provisional] == ["35"]
    assert len(found.breaks) == 1
    assert found.dots[1].x < found.breaks[0] < found.dots[2].x


def test_the_way_to_the_target_begins_at_the_baseline() -> None:
    found = at_home()
    baseline = next(d for d in found.dots if d.baseline)
    assert baseline.label == "47"
    assert found.goal is not None
    assert found.goal.start == (baseline.x, baseline.y)
    assert (found.goal.x, found.goal.label, found.goal.period) == (1.0, "streef 20", "29/30")


def test_the_axes_have_round_numbers_and_every_period() -> None:
    found = at_home()
    assert [t.label for t in found.up] == ["0", "20", "40", "60"]
    assert [t.label for t in found.across][:3] == ["18/19", "19/20", "20/21"]
    assert found.across[-1].label == "29/30"


def test_in_words_it_says_the_same() -> None:
    assert at_home().told == (
        "Van 41 in schooljaar 2018/2019 naar 35 in schooljaar 2025/2026 (voorlopig). "
        "De nulwaarde is van schooljaar 2022/2023. "
        "Vanaf schooljaar 2020/2021 is anders geteld. "
        "De streefwaarde is 20 in schooljaar 2029/2030."
    )


def test_what_is_kept_from_readers_is_nowhere_in_it() -> None:
    found = at_home(hidden=["2022/2023", "2025/2026"])
    said = [d.label for d in found.dots] + [row[1] for row in found.rows] + found.told.split()
    assert not {"47", "35"} & set(said)
    assert [t.label for t in found.below] == ["≤5", "≤5"]
    assert found.goal is not None
    assert found.goal.start is None
    assert [row[1] for row in found.rows].count("≤5") == 2


def test_half_years_and_days_stand_where_they_are_in_time() -> None:
    made = [measured("2025-01-01", "1"), measured("2025-02-01", "2"), measured("2026-01-01", "3")]
    found = chart(Indicator(), lines(made)[0])
    assert found is not None
    assert [round(d.x, 2) for d in found.dots] == [0.0, 0.08, 1.0]
    assert len(found.across) == 3


@given(st.lists(VALUES, min_size=1, max_size=30), st.one_of(st.none(), VALUES))
def test_everything_is_within_the_room(values: list[Decimal], goal: Decimal | None) -> None:
    made = Indicator(target="" if goal is None else str(goal), target_period="2045")
    measured_all = [
        Measurement(indicator=made.id, period=f"{2000 + n}", value=str(value))
        for n, value in enumerate(values)
    ]
    found = chart(made, lines(measured_all)[0])
    assert found is not None
    places = [(d.x, d.y) for d in found.dots] + [(t.at, 0) for t in found.across]
    places += [(0, t.at) for t in found.up]
    places += [(found.goal.x, found.goal.y)] if found.goal else []
    assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9 for x, y in places)
    assert 2 <= len(found.up) <= 8
    assert len(found.dots) == len(values)


def test_without_figures_there_is_nothing_to_draw() -> None:
    assert chart(Indicator(), None) is None
