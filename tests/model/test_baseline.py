"""A baseline that was adopted changes only with a reason, and the old value stays."""

from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.model.baseline import adopted, changed, is_fixed
from ozj_desktop.model.goals import BaselineChange, Indicator

TODAY = date(2026, 11, 24)
OPEN = Indicator(name="Lang thuis", baseline="47", baseline_period="2022/2023")
FIXED = replace(OPEN, baseline_fixed_on=date(2024, 1, 8))


def test_an_open_baseline_changes_without_a_word() -> None:
    assert changed(OPEN, "48", "2022/2023", "", TODAY) == [replace(OPEN, baseline="48")]


def test_a_fixed_one_asks_a_reason() -> None:
    with pytest.raises(UserError, match="waarom de nulwaarde verandert"):
        changed(FIXED, "48", "2022/2023", " ", TODAY)


def test_the_old_value_stays_with_the_reason() -> None:
    was, now = changed(FIXED, "48", "2023/2024", "één school telde dubbel", TODAY)
    assert isinstance(was, BaselineChange)
    assert (was.was, was.was_period, was.on) == ("47", "2022/2023", TODAY)
    assert was.reason == "één school telde dubbel"
    assert now == replace(FIXED, baseline="48", baseline_period="2023/2024")


def test_a_fixed_one_cannot_be_emptied() -> None:
    with pytest.raises(UserError, match="niet leeg"):
        changed(FIXED, "", "", "weg ermee", TODAY)


def test_what_is_the_same_is_no_change() -> None:
    assert changed(FIXED, "47", "2022/2023", "", TODAY) == []


def test_without_a_baseline_there_is_nothing_to_adopt() -> None:
    with pytest.raises(UserError, match="nog geen nulwaarde"):
        adopted(Indicator(), TODAY)


def test_adopting_twice_keeps_the_first_day() -> None:
    assert is_fixed(adopted(OPEN, TODAY))
    assert adopted(FIXED, TODAY).baseline_fixed_on == date(2024, 1, 8)
