"""What the stars of CBS say is kept with the figure."""

import pytest

from ozj_desktop.model.figures import Measure, read_figure
from ozj_desktop.model.reading import Asked
from ozj_desktop.model.starred import with_status


def test_a_star_makes_a_figure_provisional_and_two_make_it_revised() -> None:
    cells = [["2022", "12"], ["2023/'24*", "1.260"], ["2024", "13,7**"], ["2025 *", "14"]]
    assert with_status(cells) == [
        ["2022", "12", "definitief"],
        ["2023/'24", "1.260", "voorlopig"],
        ["2024", "13,7", "nader voorlopig"],
        ["2025", "14", "voorlopig"],
    ]


def test_a_heading_gets_one_too() -> None:
    cells = [["Periode", "Waarde"], ["2025*", "14"]]
    assert with_status(cells) == [
        ["Periode", "Waarde", "Soort cijfer"],
        ["2025", "14", "voorlopig"],
    ]


@pytest.mark.parametrize(
    "cells", [[["2025", "14"]], [["2025*", "14", "definitief"]], [["2025*"]], [["*", "**"]], []]
)
def test_what_has_no_star_or_tells_it_already_stays_as_it_is(cells: list[list[str]]) -> None:
    assert with_status(cells) is None


def test_a_star_in_a_cell_of_its_own_is_asked() -> None:
    with pytest.raises(Asked, match="sterretje"):
        read_figure("34.210*", Measure.COUNT)
