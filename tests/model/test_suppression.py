"""Small numbers: hidden, and not to be reckoned from what is shown beside them."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ozj_desktop.model.suppression import Hidden, Sum, hidden

THRESHOLD = 5
COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 60))


def table(*parts: int) -> dict[object, Decimal]:
    """Parts by number, and their total."""
    return {**{n: Decimal(p) for n, p in enumerate(parts)}, "total": Decimal(sum(parts))}


def of(parts: int) -> list[Sum]:
    return [Sum("total", tuple(range(parts)))]


def test_a_number_at_the_threshold_is_hidden_and_one_above_it_is_shown() -> None:
    assert hidden({"a": Decimal(5), "b": Decimal(6)}, [], THRESHOLD) == {"a": Hidden.SMALL}


def test_one_small_part_takes_the_smallest_other_part_along() -> None:
    assert hidden(table(3, 40, 12), of(3), THRESHOLD) == {0: Hidden.SMALL, 2: Hidden.BESIDE}


def test_two_small_parts_hide_each_other() -> None:
    assert hidden(table(3, 4, 12), of(3), THRESHOLD) == {0: Hidden.SMALL, 1: Hidden.SMALL}


def test_two_small_parts_that_can_only_be_one_thing_take_another_along() -> None:
    found = hidden(table(0, 0, 12, 30), of(4), THRESHOLD)
    assert found[2] is Hidden.BESIDE
    found = hidden(table(5, 5, 12, 30), of(4), THRESHOLD)
    assert found[2] is Hidden.BESIDE


def test_where_there_is_one_part_the_total_is_hidden_too() -> None:
    assert set(hidden(table(3), of(1), THRESHOLD)) == {0, "total"}


def test_a_small_total_is_hidden_with_its_parts() -> None:
    assert set(hidden(table(1, 2), of(2), THRESHOLD)) == {0, 1, "total"}


def test_a_sum_that_lacks_a_figure_tells_nothing() -> None:
    counts = {0: Decimal(3), "total": Decimal(40)}
    assert hidden(counts, of(2), THRESHOLD) == {0: Hidden.SMALL}


def test_without_small_numbers_all_is_shown() -> None:
    assert hidden(table(6, 40, 12), of(3), THRESHOLD) == {}


@given(st.lists(COUNTS, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_more_than_one_table_fits_what_is_shown(parts: list[int]) -> None:
    """The proof by trying: every hidden part has at least two values that fit."""
    counts = table(*parts)
    found = hidden(counts, of(len(parts)), THRESHOLD)
    if not found or "total" in found:
        return
    span = range(int(counts["total"]) + 1)
    open_cells = [n for n in range(len(parts)) if n in found]
    fitting = [
        values
        for values in product(*([*span] for _ in open_cells))
        if sum(values) == sum(parts[n] for n in open_cells)
        and all(
            (v <= THRESHOLD) == (found[n] is Hidden.SMALL)
            for n, v in zip(open_cells, values, strict=True)
        )
    ]
    for place in range(len(open_cells)):
        assert len({values[place] for values in fitting}) > 1


@given(st.lists(st.lists(COUNTS, min_size=3, max_size=3), min_size=2, max_size=4))
@settings(max_examples=200, deadline=None)
def test_in_a_table_with_totals_both_ways_no_sum_has_one_unknown(rows: list[list[int]]) -> None:
    """Areas down, halves of a year across, totals of both."""
    counts: dict[object, Decimal] = {}
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    for y, row in enumerate(full):
        for x, value in enumerate(row):
            counts[y, x] = Decimal(value)
    sums = [Sum((y, 3), tuple((y, x) for x in range(3))) for y in range(len(full))]
    down = range(len(rows))
    sums += [Sum((len(rows), x), tuple((y, x) for y in down)) for x in range(4)]
    found = hidden(counts, sums, THRESHOLD)
    for each in sums:
        assert sum(cell in found for cell, _ in each.cells) != 1


@pytest.mark.parametrize("size", [400])
def test_many_areas_are_done_in_moments(size: int) -> None:
    parts = [n % 50 for n in range(size)]
    assert hidden(table(*parts), of(size), THRESHOLD)
