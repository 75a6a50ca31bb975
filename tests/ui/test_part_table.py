"""A grid of parts works like a spreadsheet, and every edit and every paste is one undo."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.ui.clipboard import from_text, to_text
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.parties_page import CONTACTS
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import SPEC as CONTRIBUTIONS

PARTY, ROLE, WHAT, BY, SAYS = range(5)


def shown(qtbot: QtBot, desk: Desk, table: PartTable, owner: Any) -> PartTable:
    held = QWidget()
    column = QVBoxLayout(held)
    column.addWidget(table)
    column.addWidget(QLineEdit())
    qtbot.addWidget(held)
    held.resize(900, 400)
    with qtbot.waitExposed(held):
        held.show()
    held.activateWindow()
    table.show_owner(owner)
    desk.dossier.on_change.append(
        lambda _: table.show_owner(desk.get(type(owner), owner.id) or owner)
    )
    table.setFocus()
    table.held = held  # type: ignore[attr-defined]
    return table


@pytest.fixture
def table(qtbot: QtBot, desk: Desk, agreement: Agreement) -> PartTable:
    return shown(qtbot, desk, PartTable(desk, CONTRIBUTIONS, "Wie doet wat"), agreement)


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PartTable:
    party = desk.dossier.all(Party)[0]
    return shown(qtbot, desk, PartTable(desk, CONTACTS, "Mensen"), party)


def at(table: PartTable, row: int, column: int) -> None:
    table.setCurrentIndex(table.parts.index(row, column))


def select(table: PartTable, top: int, left: int, bottom: int, right: int) -> None:
    at(table, top, left)
    model = table.selectionModel()
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            model.select(table.parts.index(row, column), QItemSelectionModel.SelectionFlag.Select)


def editor(table: PartTable) -> Any:
    return QApplication.focusWidget()


def text(table: PartTable, row: int, column: int) -> str:
    return str(table.parts.index(row, column).data())


def steps(desk: Desk) -> int:
    return desk.dossier.history.last.seq


def test_typing_replaces_and_enter_goes_down(table: PartTable, desk: Desk, qtbot: QtBot) -> None:
    at(table, 0, WHAT)
    qtbot.keyClicks(table, "n")
    qtbot.keyClicks(editor(table), "odigt uit")
    before = steps(desk)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert desk.dossier.all(Contribution)[0].what == "nodigt uit"
    assert steps(desk) == before + 1
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1)


def test_tab_goes_right_and_dates_are_read(table: PartTable, desk: Desk, qtbot: QtBot) -> None:
    at(table, 0, BY)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(table), "1 feb")
    qtbot.keyClick(editor(table), Qt.Key.Key_Tab)
    assert desk.dossier.all(Contribution)[0].by == date(2027, 2, 1)
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1)  # what parties say is not there yet
    assert table.currentIndex().column() == PARTY
    assert text(table, 0, BY) == "1-2-2027"


def test_what_cannot_be_read_stays_red_and_stores_nothing(
    table: PartTable, desk: Desk, qtbot: QtBot
) -> None:
    before = steps(desk)
    at(table, 0, BY)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(table), "31-2-2027")
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert text(table, 0, BY) == "31-2-2027"
    assert "28 dagen" in str(table.parts.index(0, BY).data(Qt.ItemDataRole.ToolTipRole))
    assert steps(desk) == before
    table.show_owner(desk.dossier.all(Agreement)[0])
    assert text(table, 0, BY) == "31-2-2027"
    at(table, 0, BY)
    table.clear_cells()
    assert text(table, 0, BY) == ""


def test_escape_stores_nothing(table: PartTable, desk: Desk, qtbot: QtBot) -> None:
    before = steps(desk)
    at(table, 0, WHAT)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(table), "weg")
    qtbot.keyClick(editor(table), Qt.Key.Key_Escape)
    assert steps(desk) == before
    assert text(table, 0, WHAT) == "belt"


def test_a_party_in_the_blank_row_is_a_new_contribution(
    table: PartTable, desk: Desk, qtbot: QtBot
) -> None:
    at(table, 1, PARTY)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(table), "stroming")
    qtbot.keyClick(editor(table)._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.dossier.count(Contribution) == 2)
    assert text(table, 1, PARTY) == "De Stroming"
    assert table.parts.rowCount() == 3


def test_a_party_that_is_there_already_is_refused(table: PartTable, desk: Desk) -> None:
    assert table.parts.take({(1, PARTY): "Gemeente Lindebroek"}).unread == 1
    told = table.parts.unread_at(table.parts.index(table.parts.rowCount() - 1, PARTY))
    assert told is not None
    assert "staat er al" in told[1]
    assert desk.dossier.count(Contribution) == 1


def test_another_party_in_a_row_is_another_contribution(table: PartTable, desk: Desk) -> None:
    before = steps(desk)
    table.parts.take({(0, PARTY): "De Stroming"})
    (left,) = desk.dossier.all(Contribution)
    assert (left.what, left.role) == ("belt", Role.LEADS)
    assert desk.names.of(Party, left.party) == "De Stroming"
    assert steps(desk) == before + 1
    desk.dossier.undo()
    (left,) = desk.dossier.all(Contribution)
    assert desk.names.of(Party, left.party) == "Gemeente Lindebroek"


def test_people_are_pasted_from_excel_in_one_step(people: PartTable, desk: Desk) -> None:
    QApplication.clipboard().setText(
        "H. Bosgraaf\twethouder\th@lindebroek.example\n"
        'M. Yildiz\t"secretaris\nstuurgroep"\tm,yildiz@lindebroek.example\n'
    )
    before = steps(desk)
    at(people, 0, 0)
    people.paste()
    first, second = desk.dossier.all(Contact)
    assert (first.name, first.function, first.email) == (
        "H. Bosgraaf",
        "wethouder",
        "h@lindebroek.example",
    )
    assert (second.function, second.email) == ("secretaris stuurgroep", "")
    assert steps(desk) == before + 1
    desk.dossier.undo()
    assert desk.dossier.count(Contact) == 0


def test_a_paste_that_is_too_wide_or_too_long_is_cut(table: PartTable, desk: Desk) -> None:
    wide = "\t".join(["a", "1-3-2027", *"cdefghij"])
    QApplication.clipboard().setText("\n".join([wide] * 3))
    at(table, 0, WHAT)
    table.paste()
    assert desk.dossier.all(Contribution)[0].what == "a"
    assert desk.dossier.count(Contribution) == 1


def test_one_cell_fills_all_that_are_chosen(people: PartTable, desk: Desk) -> None:
    QApplication.clipboard().setText("A\tx\nB\ty\nC\tz")
    at(people, 0, 0)
    people.paste()
    QApplication.clipboard().setText("zelfde")
    select(people, 0, 1, 2, 1)
    people.paste()
    assert {c.function for c in desk.dossier.all(Contact)} == {"zelfde"}


def test_fill_down_copies_the_top_cell(people: PartTable, desk: Desk) -> None:
    QApplication.clipboard().setText("A\tx\nB\ty\nC\tz")
    at(people, 0, 0)
    people.paste()
    select(people, 0, 1, 2, 1)
    people.fill_down()
    assert [c.function for c in desk.dossier.all(Contact)] == ["x", "x", "x"]


def test_cells_are_copied_as_text_and_as_a_table(table: PartTable) -> None:
    select(table, 0, PARTY, 0, WHAT)
    table.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Gemeente Lindebroek\ttrekker\tbelt"
    assert "<td>trekker</td>" in data.html()


def test_delete_clears_and_rows_can_go(table: PartTable, desk: Desk, qtbot: QtBot) -> None:
    at(table, 0, WHAT)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.dossier.all(Contribution)[0].what == ""
    qtbot.keyClick(table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.dossier.count(Contribution) == 0
    desk.dossier.undo()
    assert desk.dossier.count(Contribution) == 1


def test_locked_parts_cannot_be_changed(table: PartTable, desk: Desk, agreement: Agreement) -> None:
    table.show_owner(agreement, locked=True)
    assert table.parts.rowCount() == 1
    assert table.parts.take({(0, WHAT): "iets"}).unread == 0
    at(table, 0, WHAT)
    table.remove_rows()
    assert desk.dossier.all(Contribution)[0].what == "belt"


def test_qt_finds_no_fault(table: PartTable, desk: Desk) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table.parts, mode)
    table.parts.take({(1, PARTY): "De Stroming"})
    desk.dossier.undo()
    assert tester.model() is table.parts


def test_the_table_is_as_high_as_its_rows(table: PartTable, desk: Desk) -> None:
    low = table.sizeHint().height()
    table.parts.take({(0, WHAT): "woord " * 200})
    assert table.sizeHint().height() > low + 100


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ('"a\nb"\tc\r\n', [["a\nb", "c"]]),
        ('5" buis\tx', [['5" buis', "x"]]),
        ("", []),
        ("=1+1", [["=1+1"]]),
    ],
)
def test_what_excel_copies_is_read(text: str, cells: list[list[str]]) -> None:
    assert from_text(text) == cells


def test_what_is_written_is_read_back() -> None:
    cells = [["a\nb", 'c"d'], ["", "é\t\U0001f600"]]
    assert from_text(to_text(cells)) == cells


def test_a_huge_paste_is_cut() -> None:
    assert len(from_text("x\n" * 200_000)) == 50_000
