"""Fixed words are never broken in a grid, and no column is cut off by the edge of the card."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Role
from ozj_desktop.model.documents import TableAssent
from ozj_desktop.model.parties import Contact
from ozj_desktop.ui import display
from ozj_desktop.ui.cell_delegate import wrapped_height
from ozj_desktop.ui.column_widths import AIR, SHAPE, Need, widths
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_rows import Col
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.theme import font

ASKED, DRAFT = "In vijf dagen samen aan tafel", "Van opvang naar groep 1 zonder gat"
SIZES = [(1366, 768), (1280, 720)]


def table(window: MainWindow, title: str) -> PartTable:
    window.go(next(a.id for a in window.desk.dossier.all(Agreement) if a.title == title))
    found = window.findChildren(ContributionsCard)[0].table
    assert isinstance(found, PartTable)
    return found


def resized(window: MainWindow, qtbot: QtBot, size: tuple[int, int], *, help: bool) -> None:
    window.resize(*size)
    if help:
        window.side.toggle()
        qtbot.waitUntil(lambda: bool(window.side.help and window.side.help.isVisible()))
    qtbot.waitUntil(lambda: window.width() == size[0])


@pytest.mark.parametrize("help", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", [ASKED, DRAFT])
def test_no_word_of_a_role_or_an_answer_is_broken(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], title: str, help: bool
) -> None:
    grid = table(window, title)
    resized(window, qtbot, size, help=help)
    one = wrapped_height(font("cell"), "x", 100)
    for role in Role:
        assert wrapped_height(font("cell"), role.label, grid.columnWidth(1) - 16) == one
    if title == ASKED:
        longest = max((w for a in TableAssent for w in display.choice(a).split()), key=len)
        needed = QFontMetrics(font("cell")).horizontalAdvance(longest) + SHAPE + AIR
        assert grid.columnWidth(4) >= needed


@pytest.mark.parametrize("help", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_no_column_is_cut_off_by_the_edge(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], help: bool
) -> None:
    grid = table(window, ASKED)
    resized(window, qtbot, size, help=help)
    room = grid.viewport().width()
    ends = [
        grid.columnViewportPosition(n) + grid.columnWidth(n)
        for n in range(grid.parts.columnCount())
    ]
    last = max(end for end in ends if end <= room)
    assert room - last < 12  # what is left by rounding
    assert ends[-1] > room  # there is more than can be seen


def test_a_long_name_is_broken_between_its_words(window: MainWindow, qtbot: QtBot) -> None:
    broken = wrapped_height(font("cell_strong"), "Samenwerkings\u00adverband", 110)
    assert broken == 2 * wrapped_height(font("cell_strong"), "x", 110)


def test_what_lacks_is_given_by_what_can_stretch() -> None:
    columns = {0: Col("a", width=100, stretch=1), 1: Col("b", width=100)}
    needs = {0: Need(65, 100), 1: Need(100, 100)}
    assert widths(columns, needs, 300) == {0: 200, 1: 100}
    assert widths(columns, needs, 180) == {0: 80, 1: 100}
    assert widths(columns, needs, 90) == {0: 90, 1: 100}


@pytest.mark.parametrize("size", SIZES)
def test_an_address_and_a_number_stay_whole(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.go("parties")
    resized(window, qtbot, size, help=False)
    grid = next(t for t in window.page().findChildren(PartTable) if t.parts.spec.kind is Contact)
    grid.ensurePolished()
    qtbot.waitUntil(lambda: grid.viewport().width() > 600)
    for field in ("email", "phone"):
        n = next(i for i, c in enumerate(grid.parts.spec.columns) if c.field == field)
        told = [str(grid.parts.index(row, n).data() or "") for row in range(grid.parts.rowCount())]
        needed = max(QFontMetrics(font("cell")).horizontalAdvance(text) for text in told)
        assert grid.columnWidth(n) >= needed + 16
    qtbot.waitUntil(lambda: not grid.horizontalScrollBar().isVisible())
