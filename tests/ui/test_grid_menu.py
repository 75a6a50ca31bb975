"""The menu of a grid and of a list: by the right button and by keys, with the keys shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from ozj_desktop.model import words
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.line import Line

PARTY, ROLE, WHAT, BY = range(4)
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def card(window: MainWindow) -> ContributionsCard:
    title = "Van opvang naar groep 1 zonder gat"
    window.go(next(a.id for a in window.desk.dossier.all(Agreement) if a.title == title))
    found = window.pages["agreements"].findChildren(ContributionsCard)[0]
    found.table.setFocus()
    found.table.setCurrentIndex(found.table.parts.index(0, BY))
    return found


def menu(table: QTableView) -> QMenu:
    found = [m for m in table.findChildren(QMenu) if m.isVisible()]
    assert len(found) == 1
    return found[0]


def by_mouse(table: QTableView, at: QPoint) -> None:
    reason = QContextMenuEvent.Reason.Mouse
    place = table.viewport().mapToGlobal(at)
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, at, place))


def act(shown: QMenu, name: str) -> QAction:
    return next(a for a in shown.actions() if a.text().split("\t")[0] == name)


def told(window: MainWindow) -> str:
    return words.in_words(window.desk.dossier.history.last.label, KINDS)


def test_the_right_button_gives_what_can_be_done_with_the_keys(card: ContributionsCard) -> None:
    table = card.table
    by_mouse(table, table.visualRect(table.parts.index(1, BY)).center())
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, BY)
    names = [a.text() for a in menu(table).actions() if not a.isSeparator()]
    assert names == [
        "Kopiëren\tCtrl+C",
        "Knippen\tCtrl+X",
        "Plakken\tCtrl+V",
        "Doorvullen\tCtrl+D",
        "Leegmaken\tDelete",
        "Regel weghalen\tCtrl+-",
    ]


def test_the_menu_of_a_list_names_the_same_keys_in_the_same_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("agreements")
    view = window.pages["agreements"].list.view  # type: ignore[attr-defined]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Menu)
    names = [a.text() for a in menu(view).actions()]
    assert "Kopie maken\tCtrl+D" in names
    assert "Verwijderen\tDelete" in names
    assert not [name for name in names if name.endswith("\tDel")]
    menu(view).close()


@pytest.mark.parametrize("kind", [Line, TextEdit])
def test_the_keys_that_fill_down_delete_nothing_in_a_text(qtbot: QtBot, kind: type) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    edit.setText("Samen")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (edit.text() if isinstance(edit, Line) else edit.toPlainText()) == "Samen"


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, SHIFT)])
def test_keys_give_it_too(
    card: ContributionsCard, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(card.table, key, held)
    assert not act(menu(card.table), "Doorvullen").isEnabled()  # there is nothing above it


def test_filling_down_is_called_so(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    table = card.table
    table.parts.take({(0, BY): "1-4-2027"})
    table.setCurrentIndex(table.parts.index(1, BY))
    qtbot.keyClick(table, Qt.Key.Key_Menu)
    act(menu(table), "Doorvullen").trigger()
    assert table.parts.index(1, BY).data() == "1-4-2027"
    assert told(window) == "doorgevuld"


def test_cutting_takes_it_along_and_pasting_puts_it_back(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    table = card.table
    table.parts.take({(0, WHAT): "belt binnen drie dagen"})
    table.setCurrentIndex(table.parts.index(0, WHAT))
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert table.parts.index(0, WHAT).data() == ""
    table.setCurrentIndex(table.parts.index(1, WHAT))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.parts.index(1, WHAT).data() == "belt binnen drie dagen"


def test_a_row_goes_by_the_menu(card: ContributionsCard, qtbot: QtBot, window: MainWindow) -> None:
    before = len(card.table.parts.records)
    by_mouse(card.table, card.table.visualRect(card.table.parts.index(1, PARTY)).center())
    act(menu(card.table), "Regel weghalen").trigger()
    assert len(card.table.parts.records) == before - 1


def test_what_lies_fast_is_only_copied(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    card.table.parts.locked = True
    qtbot.keyClick(card.table, Qt.Key.Key_Menu)
    able = [a.text().split("\t")[0] for a in menu(card.table).actions() if a.isEnabled()]
    assert [name for name in able if name] == ["Kopiëren"]


@pytest.mark.parametrize("place", ["agreements", "parties", "actions", "topics"])
def test_lists_have_one_by_mouse_and_keys(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.show_place(place)
    view = window.pages[place].list.view  # type: ignore[attr-defined]
    view.setFocus()
    asks: list[Callable[[], None]] = [
        lambda: qtbot.keyClick(view, Qt.Key.Key_F10, SHIFT),
        lambda: by_mouse(view, view.visualRect(view.currentIndex()).center()),
    ]
    for ask in asks:
        ask()
        names = [a.text().split("\t") for a in menu(view).actions() if not a.isSeparator()]
        assert ["Kopiëren als tabel", "Ctrl+C"] in names
        assert names[-1][0] == "Verwijderen"
        assert names[-1][1]
        menu(view).close()
        qtbot.waitUntil(lambda: not [m for m in view.findChildren(QMenu) if m.isVisible()])


def test_nothing_looks_chosen_in_a_grid_that_nobody_works_in(
    window: MainWindow, card: ContributionsCard
) -> None:
    table = card.table
    table.setCurrentIndex(table.parts.index(0, WHAT))
    spot = table.visualRect(table.parts.index(0, WHAT)).bottomRight() - QPoint(6, 6)
    ground = table.viewport().grab().toImage().pixelColor(spot)
    assert ground == window.desk.colors["sel"]
    window.pages["agreements"].list.view.setFocus()  # type: ignore[attr-defined]
    assert table.viewport().grab().toImage().pixelColor(spot) != ground


def test_another_record_begins_at_its_first_cell(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    card.table.setCurrentIndex(card.table.parts.index(1, BY))
    made = Agreement(title="Nieuw")
    window.desk.add(made)
    window.go(made.id)
    assert not card.table.currentIndex().isValid()


def test_help_asked_in_a_grid_tells_first_how_a_grid_works(
    window: MainWindow, card: ContributionsCard, qtbot: QtBot
) -> None:
    qtbot.keyClick(card.table, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(window.side.help and window.side.help.isVisible()))
    assert window.side.help is not None
    told = window.side.help.text.toPlainText().strip()
    assert told.startswith("Zo werkt een tabel")
    assert all(keys in told for keys in ("Tab", "Enter", "Ctrl+D", "Ctrl+Tab", "Shift+F10", "F8"))
    qtbot.keyClick(window, Qt.Key.Key_F1)
    window.pages["agreements"].list.view.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not window.side.help.text.toPlainText().strip().startswith("Zo werkt een tabel")
    window.side.help.tabs.show_value("Hoe")
    window.side.help._turn("Hoe")
    assert "Zo werkt een tabel" in window.side.help.text.toPlainText()
