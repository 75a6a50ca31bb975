"""Who clicks on an answer sees what it can be: a second click opens the list, or a double one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.pick_edit import PickEdit

ROLE, WHAT = 1, 2
LEFT = Qt.MouseButton.LeftButton


def place(table: PartTable, column: int) -> QPoint:
    return table.visualRect(table.parts.index(0, column)).center()


def editor(table: PartTable) -> object:
    return table.indexWidget(table.currentIndex())


def is_list_open(table: PartTable) -> bool:
    found = editor(table)
    return isinstance(found, PickEdit) and found.is_open()


@pytest.fixture
def table(draft_card: ContributionsCard, qtbot: QtBot) -> PartTable:
    qtbot.mouseClick(draft_card.table.viewport(), LEFT, pos=place(draft_card.table, WHAT))
    return draft_card.table


def test_a_double_click_opens_the_list(table: PartTable, qtbot: QtBot) -> None:
    at = place(table, ROLE)
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    assert editor(table) is None
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: is_list_open(table))


def test_a_second_click_opens_it_too(table: PartTable, qtbot: QtBot) -> None:
    at = place(table, ROLE)
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: is_list_open(table))


def test_a_second_click_on_text_only_chooses_it(table: PartTable, qtbot: QtBot) -> None:
    qtbot.mouseClick(table.viewport(), LEFT, pos=place(table, WHAT))
    assert not table._second_click.isActive()
    assert editor(table) is None


def test_who_goes_on_after_a_second_click_opens_nothing(table: PartTable, qtbot: QtBot) -> None:
    at = place(table, ROLE)
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert not table._second_click.isActive()
