"""Visie en principes as a text: read, written in place, and put in order by mouse and by keys."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.model.charter import Principle, Vision
from ozj_desktop.model.facts import in_order
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.charter_page import CharterPage, count_hint

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> CharterPage:
    window.go("charter")
    found = window.page()
    assert isinstance(found, CharterPage)
    return found


def texts(window: MainWindow) -> list[str]:
    return [p.text for p in in_order(window.desk.dossier.all(Principle))]


def rows(page: CharterPage) -> list[Any]:
    return [page.list._rows[p.id] for p in in_order(page.desk.dossier.all(Principle))]


def steps(window: MainWindow) -> int:
    return window.desk.dossier.history.last.seq


def test_the_vision_is_written_where_it_is_read(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    edit = page.vision.text
    assert edit.font().pointSizeF() == 12
    assert edit.maximumWidth() <= 780
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(edit, " Samen.")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert window.desk.dossier.all(Vision)[-1].text.endswith(" Samen.")
    window.desk.undo()
    assert not edit.value().endswith(" Samen.")


def test_dates_stand_quietly_below_and_open_where_they_are_wanted(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    chips = page.vision._chips
    assert chips["starts_on"].text() == "Geldt 1 augustus 2025 tot en met 31 juli 2029"
    assert page.vision.form.isHidden()
    chips["review_on"].setFocus()
    qtbot.keyClick(chips["review_on"], Qt.Key.Key_Return)
    edit: Any = window.focusWidget()
    edit.selectAll()
    qtbot.keyClicks(edit, "1-6-2028")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert chips["review_on"].text() == "Herijken op 1 juni 2028"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.vision.form.isHidden()


def test_buttons_show_only_where_one_works(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    first, second = rows(page)[:2]
    assert all(made.isHidden() for row in (first, second) for made in row.buttons)
    second.inner.text.setFocus()
    assert not second.buttons[0].isHidden()
    assert first.buttons[0].isHidden()
    qtbot.keyClick(second.inner.text, Qt.Key.Key_Tab)  # on to the example
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)  # and to the buttons
    assert window.focusWidget() in second.buttons
    page.new.setFocus()
    assert second.buttons[0].isHidden()


def test_alt_and_arrows_move_a_principle_and_the_caret_stays_in_it(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    before, start = texts(window), steps(window)
    edit = rows(page)[0].inner.text
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert texts(window) == [before[1], before[0], *before[2:]]
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert texts(window)[2] == before[0]
    assert steps(window) == start + 2
    for _ in range(5):  # past the first place there is nothing to do
        qtbot.keyClick(edit, Qt.Key.Key_Up, ALT)
    assert texts(window) == before
    assert steps(window) == start + 4


def test_a_button_pressed_by_key_keeps_the_focus(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    row = rows(page)[0]
    row.inner.text.setFocus()
    row.buttons[1].setFocus()
    qtbot.keyClick(row.buttons[1], Qt.Key.Key_Space)
    assert row.buttons[1].hasFocus()
    assert texts(window)[1] == row.inner.text.value()


def test_a_principle_is_dragged_by_its_number(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    before, start = texts(window), steps(window)
    row, target = rows(page)[0], rows(page)[2]
    qtbot.mousePress(row, LEFT, pos=QPoint(20, 10))
    low = row.mapFrom(page.list, target.geometry().center() + QPoint(0, 6))
    qtbot.mouseMove(row, QPoint(20, 30))
    qtbot.mouseMove(row, QPoint(20, low.y()))
    assert page.list._mark.isVisible()
    qtbot.mouseRelease(row, LEFT, pos=QPoint(20, low.y()))
    assert not page.list._mark.isVisible()
    assert texts(window) == [before[1], before[2], before[0], *before[3:]]
    assert steps(window) == start + 1


def test_a_click_on_a_number_moves_nothing(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    start = steps(window)
    qtbot.mouseClick(rows(page)[1], LEFT, pos=QPoint(20, 10))
    assert steps(window) == start


@pytest.mark.parametrize(
    ("number", "told"), [(0, ""), (4, "geeft weinig richting"), (5, ""), (8, ""), (9, "onthoudt")]
)
def test_a_hint_tells_when_there_are_few_or_many(number: int, told: str) -> None:
    hint = count_hint(number)
    assert (hint is None) == (not told)
    assert hint is None or told in hint.word


def test_without_a_vision_there_is_one_button_to_begin(
    window: MainWindow, qtbot: QtBot, page: CharterPage
) -> None:
    window.desk.delete(*window.desk.dossier.all(Vision))
    assert page.vision.isHidden()
    qtbot.mouseClick(page.begin, LEFT)
    assert not page.vision.isHidden()
    qtbot.keyClicks(page.vision.text, "Elk kind telt mee.")
    qtbot.keyClick(page.vision.text, Qt.Key.Key_Tab)
    assert window.desk.dossier.all(Vision)[-1].text == "Elk kind telt mee."
    assert page.vision._chips["review_on"].text() == "Herijken op…"


def test_who_comes_to_begin_has_the_caret_in_the_vision(
    window: MainWindow, page: CharterPage
) -> None:
    page.focus_first()
    assert page.vision.text.hasFocus()
    window.desk.delete(*window.desk.dossier.all(Vision))
    page.focus_first()
    assert len(window.desk.dossier.all(Vision)) == 1
    assert page.vision.text.hasFocus()
