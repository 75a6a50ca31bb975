"""An editor in a grid stores once, however it ends, and Qt has nothing to say about it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.parties_page import CONTACTS
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.contributions_card import SPEC as CONTRIBUTIONS
from tests.ui.test_part_table import at, editor, shown

PARTY, ROLE, WHAT, BY, SAYS = range(5)


@pytest.fixture
def table(qtbot: QtBot, desk: Desk, agreement: Agreement) -> PartTable:
    return shown(qtbot, desk, PartTable(desk, CONTRIBUTIONS, "Wie doet wat"), agreement)


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PartTable:
    party = desk.dossier.all(Party)[0]
    desk.add(Contact(party=party.id, name="H. Bosgraaf"))
    return shown(qtbot, desk, PartTable(desk, CONTACTS, "Mensen"), party)


def begin(qtbot: QtBot, table: PartTable, row: int, column: int) -> Any:
    at(table, row, column)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    return editor(table)


def steps(desk: Desk) -> int:
    return desk.dossier.history.last.seq


def settle(qtbot: QtBot) -> None:
    """All that was put off has been done."""
    done: list[bool] = []
    QTimer.singleShot(20, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_choice_ended_by_a_key_at_once(
    qtbot: QtBot, table: PartTable, desk: Desk, key: Qt.Key
) -> None:
    edit, before = begin(qtbot, table, 0, ROLE), steps(desk)
    option = next(o for o in edit._options() if o.key is Role.SUPPORTS)
    edit.take(option)
    qtbot.keyClick(edit, key)
    settle(qtbot)
    assert steps(desk) == before + (0 if key == Qt.Key.Key_Escape else 1)


def test_a_choice_ended_by_leaving_at_once(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    edit, before = begin(qtbot, table, 0, ROLE), steps(desk)
    edit.take(next(o for o in edit._options() if o.key is Role.SUPPORTS))
    table.setFocus()
    settle(qtbot)
    assert steps(desk) == before + 1
    assert desk.dossier.all(Contribution)[0].role is Role.SUPPORTS


def test_a_new_row_by_leaving(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    edit = begin(qtbot, table, 1, PARTY)
    other = next(o for o in edit._options() if o.words == "De Stroming")
    edit.take(other)
    table.setFocus()
    settle(qtbot)
    assert desk.dossier.count(Contribution) == 2


def test_a_new_row_by_a_key_after_a_choice(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    edit = begin(qtbot, table, 1, PARTY)
    edit.take(next(o for o in edit._options() if o.words == "De Stroming"))
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    settle(qtbot)
    assert desk.dossier.count(Contribution) == 2


def test_the_record_goes_while_somebody_types(qtbot: QtBot, table: PartTable, desk: Desk) -> None:
    edit = begin(qtbot, table, 0, WHAT)
    qtbot.keyClicks(edit, "nieuw")
    desk.delete(desk.dossier.all(Contribution)[0])
    settle(qtbot)
    assert desk.dossier.count(Contribution) == 0


def test_yes_or_no_by_leaving(qtbot: QtBot, people: PartTable, desk: Desk) -> None:
    edit = begin(qtbot, people, 0, 4)
    edit.take(next(o for o in edit._options() if o.key is False))
    people.setFocus()
    settle(qtbot)
    assert desk.dossier.all(Contact)[0].gets_mail is False


def test_the_list_may_stay_open_while_the_window_loses_the_focus(
    qtbot: QtBot, table: PartTable, desk: Desk
) -> None:
    edit = begin(qtbot, table, 0, ROLE)
    edit.open()
    edit.clearFocus()
    assert edit.is_open()
    index = next(n for n, o in enumerate(edit._rows.rows) if o.key is Role.SUPPORTS)
    edit._activated(edit._rows.index(index, 0))
    edit._popup.hide()
    settle(qtbot)
    assert desk.dossier.all(Contribution)[0].role is Role.SUPPORTS
