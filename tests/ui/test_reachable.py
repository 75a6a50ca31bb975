"""Every command can be reached by keyboard: buttons, lines, menus, and the rail."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.compass.block_list import BlockList
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.letters import letter_of
from ozj_desktop.ui.parts.wheel import Wheel
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.rail_button import RailButton
from ozj_desktop.ui.record_page import RecordPage

BY_ARROWS = (Segmented, Wheel, BlockList)


def in_sight(window: QWidget) -> Iterator[QAbstractButton]:
    """The buttons that somebody can press now, but those that Qt puts in a field or a bar."""
    for made in window.findChildren(QAbstractButton):
        inside = isinstance(made.parent(), QLineEdit | QScrollBar)
        if made.isVisible() and made.isEnabled() and not inside:
            yield made


def by_key(button: QAbstractButton) -> bool:
    """By Tab, by the arrows of what it stands in, or by Alt and its letter."""
    tab = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab or isinstance(button.parent(), BY_ARROWS) or bool(letter_of(button))


def actions_of(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        if below := action.menu():
            assert isinstance(below, QMenu)
            yield from actions_of(below)
        elif not action.isSeparator():
            yield action


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_everything_on_a_page_can_be_reached_without_a_mouse(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    window.go(place)
    qtbot.waitUntil(lambda: window.stack.place() == place)
    found = [*in_sight(window)]
    assert len(found) > 5
    assert [f"{b.text()} {b.accessibleName()}" for b in found if not by_key(b)] == []


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_tab_comes_to_every_field_and_button_and_back(window: MainWindow, place: str) -> None:
    window.go(place)
    page = window.page()
    assert page is not None
    chain: list[QWidget] = []
    step = window.nextInFocusChain()
    while step is not None and step is not window and len(chain) < 5000:
        chain.append(step)
        step = step.nextInFocusChain()
    assert step is window  # it goes round
    wanted = [b for b in in_sight(page) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [b.accessibleName() or b.text() for b in wanted if b not in chain] == []


def test_every_menu_says_what_it_does_in_words(window: MainWindow) -> None:
    window.go("agreements")
    page = window.page()
    assert isinstance(page, RecordPage)
    page.header._fill_menu()
    menus = [window.top.dossier_menu(), window.top.open_sharing(), page.header._menu]
    for menu in menus:
        told = [action.text() for action in actions_of(menu)]
        assert told
        assert all(words.strip() for words in told)
        assert len({*told}) == len(told) or menu is menus[1]  # per document the same ways to share
        menu.close()


def test_every_place_of_the_rail_is_a_step_of_the_arrows(window: MainWindow) -> None:
    window.rail.open_more(True)
    buttons = [b for b in window.rail.findChildren(RailButton) if b.isVisible()]
    assert {b for b in buttons if b in window.rail.buttons.values()} == {
        *window.rail.buttons.values()
    }
    assert all(by_key(b) for b in buttons)
