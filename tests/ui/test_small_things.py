"""Small things that people stumbled over: each is as they expected it to be."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.parties import Party
from ozj_desktop.ui import geometry
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.parties.lines import chips
from ozj_desktop.ui.parts.edits import TextEdit, sample_around
from ozj_desktop.ui.recent import remember
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.recents import RecentList
from tests.ui.conftest import Opener

LEFT = Qt.MouseButton.LeftButton


# Text to type over


@pytest.fixture
def edit(qtbot: QtBot) -> TextEdit:
    made = TextEdit()
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show_value("Elke «partij» komt «aantal» keer.")
    made.show()
    return made


def click(edit: TextEdit, words: str, qtbot: QtBot) -> str:
    """In the middle of these words; what is chosen then."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(edit.toPlainText().index(words) + len(words) // 2)
    qtbot.mouseClick(edit.viewport(), LEFT, pos=edit.cursorRect(cursor).center())
    return edit.textCursor().selectedText()


def test_a_click_in_a_sample_chooses_all_of_it(edit: TextEdit, qtbot: QtBot) -> None:
    assert click(edit, "partij", qtbot) == "«partij»"
    qtbot.keyClicks(edit, "school")
    assert edit.toPlainText() == "Elke school komt «aantal» keer."
    assert click(edit, "aantal", qtbot) == "«aantal»"
    assert click(edit, "aantal", qtbot) == ""  # a second one places the caret


@pytest.fixture
def name(qtbot: QtBot) -> TextEdit:
    made = TextEdit(single=True)
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show_value("Convenant «onderwerp»")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.clearFocus()
    return made


@pytest.mark.parametrize("at", ["onderwerp", "Convenant"])
def test_the_first_click_in_a_name_of_a_template_chooses_all_of_it(
    name: TextEdit, qtbot: QtBot, at: str
) -> None:
    assert click(name, at, qtbot) == "Convenant «onderwerp»"
    qtbot.keyClicks(name, "Convenant Samen sterk")
    assert name.toPlainText() == "Convenant Samen sterk"


def test_a_second_click_in_such_a_name_chooses_the_sample(name: TextEdit, qtbot: QtBot) -> None:
    click(name, "onderwerp", qtbot)
    assert click(name, "onderwerp", qtbot) == "«onderwerp»"
    qtbot.keyClicks(name, "jeugd")
    assert name.toPlainText() == "Convenant jeugd"
    assert click(name, "jeugd", qtbot) == ""


def test_in_a_name_with_several_samples_only_one_is_chosen(name: TextEdit, qtbot: QtBot) -> None:
    name.show_value("«wie» belt «wie»")
    assert click(name, "wie", qtbot) == "«wie»"


def test_a_click_beside_it_places_the_caret(edit: TextEdit, qtbot: QtBot) -> None:
    assert click(edit, "komt", qtbot) == ""
    edit.set_locked(True)
    assert click(edit, "partij", qtbot) == ""


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [("a «b» c", 3, (2, 5)), ("a «b» c", 6, (0, 0)), ("«a» b «c»", 4, (0, 0)), ("«a", 1, (0, 0))],
)
def test_a_sample_stands_between_its_signs(text: str, at: int, place: tuple[int, int]) -> None:
    assert sample_around(text, at) == place


# Which dossiers there are


def test_the_recent_ones_say_when_they_were_changed(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    now = datetime.now().astimezone().replace(hour=18, minute=47)
    path = tmp_path / "elzen.ozj"
    path.write_bytes(b"x")
    changed = now - timedelta(minutes=5)
    os.utime(path, (changed.timestamp(), changed.timestamp()))
    remember(path, "Elzen", now - timedelta(minutes=24))
    shown = RecentList(theme, now)
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: "vandaag, 18:42" in shown.rows[0].accessibleName())
    assert "Laatst gewijzigd" in shown.rows[0].toolTip()


# The window


def test_a_window_comes_back_as_large_as_it_was(window: MainWindow, open_window: Opener) -> None:
    window.showMaximized()
    geometry.keep(window)
    window.close()
    again = open_window()
    assert again.isMaximized()
    again.showNormal()
    geometry.keep(again)
    again.close()
    assert not open_window().isMaximized()


def test_the_list_is_as_wide_again_after_the_preview(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 768)
    window.show_place("documents")
    page: Any = window.page()
    before = page.list.width()
    columns = page.columns
    look = next(b for b in page.findChildren(QPushButton) if b.text() == "Voorbeeld")
    qtbot.mouseClick(look, LEFT)
    qtbot.waitUntil(columns.has_beside)
    qtbot.mouseClick(look, LEFT)
    qtbot.waitUntil(lambda: not columns.has_beside())
    qtbot.waitUntil(lambda: page.list.width() == before)


def test_control_n_on_the_overview_makes_an_agreement(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("overview")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page: Any = window.page()
    assert page is window.pages["agreements"]
    assert page.list.new.hasFocus()


# Who signs


def test_the_page_of_a_party_says_whether_it_signs(window: MainWindow) -> None:
    parties = window.desk.dossier.all(Party)
    told = {p.signs: chips(window.desk, p)[0].word for p in parties}
    assert told == {True: "tekent mee", False: "praat mee, tekent niet"}


def test_who_signs_for_a_party_cannot_be_misread(window: MainWindow) -> None:
    window.show_place("parties")
    tables: Any = window.pages["parties"].findChildren(object)
    heads = [
        table.parts.headerData(n, Qt.Orientation.Horizontal)
        for table in tables
        if hasattr(table, "parts") and hasattr(table.parts, "columnCount")
        for n in range(table.parts.columnCount())
    ]
    assert "Tekent namens de partij" in heads
    assert "Tekent" not in heads
