"""Rows of a list are dragged where people choose their order, and nowhere else."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.parties_page import PLACES
from ozj_desktop.ui.parts.arrangement import UNGROUPED

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> Any:
    window.show_place("parties")
    found: Any = window.page()
    found.list.group(UNGROUPED)
    found.list.order(PLACES)
    return found


def titles(page: Any) -> list[str]:
    return [row.title for row in page.list.model.shown()]


def drag(page: Any, row: int, to: int, qtbot: QtBot) -> None:
    """To just below the middle of another row."""
    view, ground = page.list.view, page.list.view.viewport()
    start, end = (view.visualRect(view.model().index(n, 0)).center() for n in (row, to))
    qtbot.mousePress(ground, LEFT, pos=start)
    for at in (start + QPoint(0, 4), end + QPoint(0, 4)):
        qtbot.mouseMove(ground, at)
    qtbot.mouseRelease(ground, LEFT, pos=end + QPoint(0, 4))


@pytest.mark.parametrize(("row", "to", "there"), [(0, 2, 2), (3, 0, 1)])
def test_a_row_is_dragged_in_one_step(
    page: Any, qtbot: QtBot, row: int, to: int, there: int
) -> None:
    before, seq = titles(page), page.desk.dossier.history.last.seq
    drag(page, row, to, qtbot)
    wanted = [*before]
    wanted.insert(there, wanted.pop(row))
    assert titles(page) == wanted
    assert page.desk.dossier.history.last.seq == seq + 1
    assert len(page.list.selected()) == 1
    page.desk.undo()
    assert titles(page) == before


def test_the_menu_has_it_too_where_it_works(page: Any) -> None:
    def moves() -> bool:
        return any(act and act.words == "Naar boven" for act in page.list.view.acts())

    assert moves()
    page.list.order("naam")
    assert not moves()


def test_in_the_order_of_names_dragging_moves_nothing(page: Any, qtbot: QtBot) -> None:
    page.list.order("naam")
    before, seq = titles(page), page.desk.dossier.history.last.seq
    drag(page, 0, 2, qtbot)
    assert titles(page) == before
    assert page.desk.dossier.history.last.seq == seq


def test_a_click_only_chooses(page: Any, qtbot: QtBot) -> None:
    before = titles(page)
    drag(page, 1, 1, qtbot)
    assert titles(page) == before
    assert page.desk.get(Party, page.list.current()).name == before[1]
