"""Who answers at the table with the mouse finds the next cell where it was a moment ago."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.pick_edit import PickEdit
from ozj_desktop.ui.parts.versions_card import VersionsCard
from tests.ui.test_contributions_card import OF, SAYS, typed
from tests.ui.test_readiness import new_paper

LEFT = Qt.MouseButton.LeftButton
SAID = 1  # the column of the answers at a document


@pytest.fixture(params=["agreement", "document"])
def grid(request: pytest.FixtureRequest, window: MainWindow) -> tuple[PartTable, int]:
    """Of parties that were just asked, with the column of what they say."""
    window.resize(1280, 720)
    new_paper(window, "Eén plan", "Eén loket")
    versions = shown(window, VersionsCard)
    versions._open_ask()
    versions._ask._do.click()
    settle()
    if request.param == "document":
        return versions._tables["said"], SAID
    window.go(next(a.id for a in window.desk.dossier.all(Agreement) if a.title == "Eén loket"))
    settle()
    return shown(window, ContributionsCard).table, SAYS


def shown(window: MainWindow, kind: type[Any]) -> Any:
    page = window.page()
    assert page is not None
    return page.findChild(kind)


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def area_of(table: PartTable) -> QScrollArea:
    around = table.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def top(table: PartTable, row: int, column: int) -> int:
    """Of a cell, in pixels of the window."""
    place = table.visualRect(table.parts.index(row, column)).topLeft()
    return table.viewport().mapTo(table.window(), place).y()


def scroll(table: PartTable, row: int, column: int, at: int) -> None:
    """Until the cell begins so many pixels below the top of what is in sight."""
    area = area_of(table)
    seen = top(table, row, column) - area.mapTo(table.window(), QPoint(0, 0)).y()
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + seen - at)
    settle()


def choose(qtbot: QtBot, table: PartTable, row: int, column: int, option: int) -> None:
    """A double click on a cell, and one on what the list below it shows."""
    at = table.visualRect(table.parts.index(row, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    edit = table.indexWidget(table.parts.index(row, column))
    assert isinstance(edit, PickEdit)
    assert edit.is_open()
    popup = edit._popup
    assert popup is not None
    place = popup.visualRect(popup.model().index(option, 0)).center()
    qtbot.mouseClick(popup.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: table.indexWidget(table.parts.index(row, column)) is None)
    settle()


def test_a_chosen_answer_leaves_its_cell_under_the_mouse(
    grid: tuple[PartTable, int], qtbot: QtBot
) -> None:
    table, column = grid
    scroll(table, 2, column, 200)
    before = top(table, 2, column)
    for option in (1, 3, 4, 2):  # each has other counts above the grid, and the last one words
        choose(qtbot, table, 2, column, option)
        assert top(table, 2, column) == before


def test_a_click_at_the_edge_scrolls_nothing_away_from_the_second(
    grid: tuple[PartTable, int], qtbot: QtBot
) -> None:
    table, column = grid
    high = area_of(table).viewport().height()
    table.setFocus()
    for row, at in ((1, 4), (4, high - 20)):
        table.setCurrentIndex(table.parts.index(2, column))
        scroll(table, row, column, at)
        before = top(table, row, column)
        place = table.visualRect(table.parts.index(row, column)).topLeft() + QPoint(20, 8)
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
        settle()
        assert table.currentIndex().row() == row
        assert top(table, row, column) == before


def test_a_reservation_filled_in_moves_nothing(grid: tuple[PartTable, int], qtbot: QtBot) -> None:
    table, column = grid
    scroll(table, 0, column, 120)
    before = top(table, 0, column)
    typed(qtbot, table, 0, column, "onder voorbehoud")
    typed(qtbot, table, 0, OF if column == SAYS else SAID + 2, "mandaat")
    settle()
    assert top(table, 0, column) == before


def test_the_keyboard_brings_a_cell_into_sight_and_not_the_whole_grid(
    grid: tuple[PartTable, int], qtbot: QtBot
) -> None:
    table, column = grid
    table.setCurrentIndex(table.parts.index(table.parts.rowCount() - 1, column))
    table.clearFocus()
    area_of(table).verticalScrollBar().setValue(0)
    table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    settle()
    cell = table.visualRect(table.currentIndex())
    assert (
        cell.height() == table.viewport().visibleRegion().intersected(cell).boundingRect().height()
    )
