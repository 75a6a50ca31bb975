"""Whatever is pasted: it is taken, or it stays with the reason; and it takes no minutes."""

from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.parties import Contact
from ozj_desktop.model.reading import Misread, read_money, read_number
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable
from tests.ui.test_file_gone import CONTROL, free_agreement

ENDLESS = "W" * 100_000


def paste(qtbot: QtBot, field: QWidget, text: str) -> float:
    """How many seconds it took."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    start = perf_counter()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    QApplication.processEvents()
    return perf_counter() - start


def grid_of(window: MainWindow, key: str, kind: type) -> PartTable:
    page: Any = window.pages[key]
    return next(t for t in page.findChildren(PartTable) if t.parts.spec.kind is kind)


def at(grid: PartTable, row: int, name: str) -> int:
    """Go to this cell; its column."""
    column = next(n for n, f in enumerate(grid.parts.fields) if f and f.name == name)
    grid.setFocus()
    grid.setCurrentIndex(grid.parts.index(row, column))
    return column


@pytest.mark.parametrize("read", [read_number, read_money])
def test_thousands_of_digits_are_no_number(read: Any) -> None:
    with pytest.raises(Misread, match="te groot"):
        read("1" * 5000)


def test_a_word_without_an_end_is_there_at_once(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free_agreement(window)
    window.pages["agreements"].point_at(agreement.id, "what")
    field = QApplication.focusWidget()
    assert field is not None
    assert paste(qtbot, field, ENDLESS) < 3
    start = perf_counter()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert perf_counter() - start < 3
    assert ENDLESS in window.desk.dossier.get(Agreement, agreement.id).what


def test_a_cell_shows_the_beginning_and_keeps_all(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free_agreement(window)
    grid = grid_of(window, "agreements", Contribution)
    at(grid, 0, "what")
    assert paste(qtbot, grid, ENDLESS) < 3
    assert grid.rowHeight(0) < 2000
    stored = window.desk.dossier.all(Contribution, agreement=agreement.id)
    assert any(part.what == ENDLESS for part in stored)
    grid.copy()
    assert QApplication.clipboard().text().strip() == ENDLESS


@pytest.mark.parametrize("text", ["<b>jan</b>", ENDLESS], ids=["markup", "endless"])
def test_what_is_no_address_stays_as_it_was_typed(
    text: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.go(window.desk.dossier.all(Contact)[0].id)
    grid = grid_of(window, "parties", Contact)
    column = at(grid, 0, "email")
    paste(qtbot, grid, text)
    assert grid.parts.index(0, column).data() == text
    start = perf_counter()
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor: Any = QApplication.focusWidget()
    assert editor.toPlainText() == text
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert perf_counter() - start < 3
    assert grid.parts.index(0, column).data() == text


def test_far_too_many_lines_are_not_pasted_in_a_grid(window: MainWindow, qtbot: QtBot) -> None:
    window.go(window.desk.dossier.all(Contact)[0].id)
    grid = grid_of(window, "parties", Contact)
    before, told = window.desk.dossier.all(Contact), list[str]()
    grid.said.connect(told.append)
    at(grid, len(grid.parts.records), "name")
    assert paste(qtbot, grid, "\n".join(f"Mens {n}" for n in range(5000))) < 3
    assert "5.000 regels" in told[-1]
    assert window.desk.dossier.all(Contact) == before
    assert paste(qtbot, grid, "\n".join(f"Mens {n}" for n in range(100))) < 5
    assert len(window.desk.dossier.all(Contact)) == len(before) + 100
