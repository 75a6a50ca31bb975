"""The rail: every place is in reach, however low the window is."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.rail_button import RailButton

LOW = 640, 360  # a screen of 1280x720 at 200 %


@pytest.fixture
def low(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.resize(*LOW)
    qtbot.waitUntil(lambda: window.height() == LOW[1])
    return window


def in_sight(button: RailButton) -> bool:
    return button.visibleRegion().boundingRect().height() == button.height()


def all_buttons(window: MainWindow) -> list[RailButton]:
    window.rail.open_more(True)
    return window.rail.findChildren(RailButton)


def test_every_button_can_be_scrolled_to(low: MainWindow, qtbot: QtBot) -> None:
    area, found = low.rail._area, all_buttons(low)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 300)
    assert area.verticalScrollBar().isVisible()
    for button in found:
        area.ensureWidgetVisible(button)
        assert in_sight(button), button.text()


def test_arrows_reach_every_place_and_tab_the_rest(low: MainWindow, qtbot: QtBot) -> None:
    all_buttons(low)
    low.rail.buttons["overview"].setFocus()
    for place in PLACES:
        focused = QApplication.focusWidget()
        assert focused is low.rail.buttons[place.key]
        qtbot.waitUntil(partial(in_sight, low.rail.buttons[place.key]))
        assert low.page() is low.pages[place.key]
        qtbot.keyClick(focused, Qt.Key.Key_Down)
    low.rail._fold.setFocus(Qt.FocusReason.TabFocusReason)
    assert in_sight(low.rail._fold)
    qtbot.keyClick(low.rail._fold, Qt.Key.Key_Backtab)
    assert low.rail.buttons["history"].hasFocus()


def test_the_place_one_is_at_is_in_sight(low: MainWindow, qtbot: QtBot) -> None:
    low.go("history")
    qtbot.waitUntil(lambda: in_sight(low.rail.buttons["history"]))


def test_icons_stand_still_with_and_without_a_scroll_bar(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.rail

    def left_and_width() -> tuple[int, int]:
        button = rail.buttons["overview"]
        return button.mapTo(rail, QPoint(0, 0)).x(), button.width()

    unfolded = rail.width()
    for folded in (False, True, False):
        rail.fold(folded)
        assert folded or rail.width() == unfolded
        qtbot.waitUntil(lambda: not rail._area.verticalScrollBar().isVisible())
        high = left_and_width()
        window.resize(1366, 360)
        qtbot.waitUntil(lambda: rail._area.verticalScrollBar().isVisible())
        qtbot.waitUntil(lambda high=high: left_and_width() == high)
        window.resize(1366, 768)
