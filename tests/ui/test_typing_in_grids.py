"""Typing on, as somebody who has it from paper: nothing is lost, nothing goes elsewhere."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.parties_page import CONTACTS
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import SPEC as CONTRIBUTIONS
from tests.ui.test_cell_editors import settle
from tests.ui.test_part_table import at, shown

PARTY, ROLE, WHAT, BY, SAYS = range(5)


@pytest.fixture
def table(qtbot: QtBot, desk: Desk, agreement: Agreement) -> PartTable:
    return shown(qtbot, desk, PartTable(desk, CONTRIBUTIONS, "Wie doet wat"), agreement)


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PartTable:
    party = desk.dossier.all(Party)[0]
    desk.add(Contact(party=party.id, name="H. Bosgraaf", function="wethouder"))
    return shown(qtbot, desk, PartTable(desk, CONTACTS, "Mensen"), party)


def focused() -> Any:
    return QApplication.focusWidget()


def types(qtbot: QtBot, *words: str | Qt.Key) -> None:
    """Each key goes to whatever has the focus by then, as it does for a person."""
    for word in words:
        for key in word if isinstance(word, str) else [word]:
            popup = QApplication.activePopupWidget()
            where: QWidget = popup or focused()
            qtbot.keyClick(where, key)
            settle(qtbot)


def test_a_row_of_people_is_typed_on(qtbot: QtBot, people: PartTable, desk: Desk) -> None:
    at(people, 1, 0)
    tab = Qt.Key.Key_Tab
    types(qtbot, "Jan", tab, "adviseur", tab, "jan@x.nl", tab, "06", tab)
    found = {c.name: (c.function, c.email, c.phone) for c in desk.dossier.all(Contact)}
    assert found == {"H. Bosgraaf": ("wethouder", "", ""), "Jan": ("adviseur", "jan@x.nl", "06")}


def test_two_rows_by_enter(qtbot: QtBot, people: PartTable, desk: Desk) -> None:
    at(people, 1, 0)
    enter = Qt.Key.Key_Return
    types(qtbot, "Jan", enter, "Piet", enter)
    assert [c.name for c in desk.dossier.all(Contact)] == ["H. Bosgraaf", "Jan", "Piet"]


def test_what_is_no_address_stays_and_is_told(qtbot: QtBot, people: PartTable, desk: Desk) -> None:
    at(people, 0, 2)
    types(qtbot, "jan.x.nl", Qt.Key.Key_Tab)
    assert people.parts.index(0, 2).data() == "jan.x.nl"
    assert "@" in people.parts.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert people.currentIndex().column() == 3


@pytest.mark.parametrize("column", [4, 5])
def test_yes_and_no_by_keys(qtbot: QtBot, people: PartTable, desk: Desk, column: int) -> None:
    at(people, 0, column)
    types(qtbot, Qt.Key.Key_F2, Qt.Key.Key_Tab)
    assert focused() is people
    assert (people.currentIndex().row(), people.currentIndex().column()) == (
        (0, 5) if column == 4 else (1, 0)
    )


def test_a_choice_is_typed_on(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    at(table, 1, PARTY)
    tab = Qt.Key.Key_Tab
    types(qtbot, "stroming", tab, "onder", tab, "belt", tab, "1-6-2027", Qt.Key.Key_Return)
    party = next(p for p in desk.dossier.all(Party) if p.name == "De Stroming")
    made = next(c for c in desk.dossier.all(Contribution) if c.party == party.id)
    assert (made.role, made.what, str(made.by)) == (Role.SUPPORTS, "belt", "2027-06-01")


def test_a_date_is_typed_over(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    at(table, 0, BY)
    types(qtbot, "1-6-2027", Qt.Key.Key_Tab)
    assert str(desk.dossier.all(Contribution)[0].by) == "2027-06-01"


def test_undo_leaves_no_editor_behind(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    at(table, 0, WHAT)
    types(qtbot, "anders", Qt.Key.Key_Return)
    at(table, 0, ROLE)
    types(qtbot, Qt.Key.Key_F2)
    edit = focused()
    edit.open()  # while its list is open an editor does not end by losing the focus
    table.held.layout().itemAt(1).widget().setFocus()  # type: ignore[attr-defined]
    edit._popup.hide()
    settle(qtbot)
    desk.undo()
    settle(qtbot)
    assert table._delegate._open == []
