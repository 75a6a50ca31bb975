"""Nothing jumps under the mouse: what is in use stays where it is on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.parts.scrolling import keep_in_sight, scrolling

FIELDS = 20


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    """Twenty fields under a line that is not there yet; the middle one is in use."""
    held = QWidget()
    column = QVBoxLayout(held)
    line = QLabel("Een regel die erbij komt")
    line.setFixedHeight(30)
    line.hide()
    column.addWidget(line)
    for _ in range(FIELDS):
        field = QLineEdit()
        field.setFixedHeight(32)
        column.addWidget(field)
    made = scrolling(held)
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(keep_in_sight)
    yield made
    app.focusChanged.disconnect(keep_in_sight)


def field(area: QScrollArea, number: int) -> QLineEdit:
    return area.widget().findChildren(QLineEdit)[number]


def top(area: QScrollArea, widget: QWidget) -> int:
    return widget.mapTo(area.viewport(), QPoint(0, 0)).y()


def settled(qtbot: QtBot) -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_a_line_that_comes_above_moves_nothing_that_is_in_use(
    area: QScrollArea, qtbot: QtBot
) -> None:
    used = field(area, 10)
    used.setFocus(Qt.FocusReason.OtherFocusReason)
    settled(qtbot)
    before, high = top(area, used), area.widget().height()
    line = area.widget().findChild(QLabel)
    assert isinstance(line, QLabel)
    line.show()
    qtbot.waitUntil(lambda: area.widget().height() > high)
    settled(qtbot)
    assert top(area, used) == before
    line.hide()
    qtbot.waitUntil(lambda: area.widget().height() == high)
    settled(qtbot)
    assert top(area, used) == before


def test_a_click_on_what_is_half_in_sight_does_not_scroll(area: QScrollArea, qtbot: QtBot) -> None:
    used, bar, high = field(area, 12), area.verticalScrollBar(), area.viewport().height()
    bar.setValue(bar.value() + top(area, used) - high + 16)
    settled(qtbot)
    before, at = top(area, used), QPoint(20, 6)
    qtbot.mousePress(used, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(used, Qt.MouseButton.LeftButton, pos=at)
    settled(qtbot)
    assert used.hasFocus()
    assert top(area, used) == before


def test_the_keyboard_still_brings_into_sight(area: QScrollArea, qtbot: QtBot) -> None:
    last = field(area, FIELDS - 1)
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    settled(qtbot)
    assert 0 <= top(area, last) <= area.viewport().height() - last.height()
