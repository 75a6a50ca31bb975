"""Tab goes down the cards as the eye does, into every grid and out of it again."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT = "Van opvang naar groep 1 zonder gat"


@pytest.fixture
def page(window: MainWindow) -> Any:
    window.go(next(a.id for a in window.desk.dossier.all(Agreement) if a.title == DRAFT))
    found: Any = window.page()
    found.header.title.setFocus()
    return found


def focused() -> Any:
    return QApplication.focusWidget()


def walked(qtbot: QtBot, page: Any, key: Qt.Key, start: QWidget) -> list[QWidget]:
    """What has the focus, one after the other, until it leaves the record; a grid as a whole."""
    start.setFocus()
    found = [start]
    for _ in range(200):
        held = CONTROL if isinstance(focused(), PartTable) else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(focused(), key, held)
        if not page._detail.isAncestorOf(focused()):
            return found
        assert focused() not in found
        found.append(focused())
    raise AssertionError("it goes round")


def names(widgets: list[QWidget]) -> list[str]:
    return [w.accessibleName() for w in widgets]


def test_tab_reaches_every_field_and_grid_in_the_order_of_the_screen(
    page: Any, qtbot: QtBot
) -> None:
    found = walked(qtbot, page, Qt.Key.Key_Tab, page.header.title)
    told = names(found)
    order = ["Titel", "Wat", "Vanaf", "Uiterlijk", "Welk resultaat", "Wie doet wat", "Waarom"]
    assert [name for name in told if name in order] == order
    held = page._area.widget()
    tops = [w.mapTo(held, QPoint(0, 0)).y() for w in found if held.isAncestorOf(w)]
    steps = [after - before for before, after in itertools.pairwise(tops)]
    assert min(steps) > -32  # within a row at most
    every = [w for w in held.findChildren(PartTable) if w.isVisible()]
    assert all(table in found for table in every)
    assert page.isAncestorOf(focused()) is False  # on to the rail


def test_from_the_title_tab_goes_to_what_and_the_buttons_come_last(page: Any, qtbot: QtBot) -> None:
    told = names(walked(qtbot, page, Qt.Key.Key_Tab, page.header.title))
    assert told[:2] == ["Titel", "Wat"]
    buttons = [w for w in page.header.findChildren(QAbstractButton) if w.isVisible()]
    assert buttons
    assert {*told[-len(buttons) :]} == {button.accessibleName() for button in buttons}


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_title_is_typed_and_then_what(page: Any, qtbot: QtBot, key: Qt.Key) -> None:
    page.header.title.selectAll()
    qtbot.keyClicks(focused(), "Nieuwe titel")
    qtbot.keyClick(focused(), key)
    qtbot.keyClicks(focused(), "Wij bellen elkaar")
    page.header.title.setFocus()
    record = page.desk.get(Agreement, page.list.current())
    assert record.title == "Nieuwe titel"
    assert "Wij bellen elkaar" in record.what


def test_back_is_the_same_way(page: Any, qtbot: QtBot) -> None:
    there = walked(qtbot, page, Qt.Key.Key_Tab, page.header.title)
    back = walked(qtbot, page, Qt.Key.Key_Backtab, there[-1])
    assert [name for name in names(back) if name] == [name for name in names(there)[::-1] if name]
    assert focused() is page.list.view


def test_a_field_that_was_just_added_has_its_place(page: Any, qtbot: QtBot) -> None:
    page.point_at(page.list.current(), "policy_field")
    assert focused().accessibleName() == "Beleidsveld"
    told = names(walked(qtbot, page, Qt.Key.Key_Tab, page.header.title))
    assert told.index("Thema") < told.index("Beleidsveld")


def test_tab_on_the_last_row_leaves_the_grid_too(page: Any, qtbot: QtBot) -> None:
    table = page.findChildren(ContributionsCard)[0].table
    table.setFocus()
    last = table.parts.rowCount() - 1
    table.setCurrentIndex(table.parts.index(last, table.parts.columnCount() - 1))
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Waarom"


@pytest.mark.parametrize("typing", [False, True])
def test_control_and_tab_leave_the_grid_from_any_cell(
    page: Any, qtbot: QtBot, typing: bool
) -> None:
    table = page.findChildren(ContributionsCard)[0].table
    table.setFocus()
    table.setCurrentIndex(table.parts.index(0, 2))
    if typing:
        qtbot.keyClicks(table, "x")
        qtbot.waitUntil(lambda: focused() is not table)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab, CONTROL)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Waarom")
    if typing:
        assert table.parts.index(0, 2).data() == "x"
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is table
