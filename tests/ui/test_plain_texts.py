"""Everything on screen is plain Dutch: pages, panels, menus, hints, and the welcome."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.page_words import text_of
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.window import WelcomeWindow
from tests.plain_dutch import faults
from tests.ui.conftest import TODAY

KEYS = [place.key for place in PLACES]


def read(window: QWidget) -> Iterator[str]:
    """What stands there, what is told when the mouse rests there, and what a field asks."""
    told = text_of(window).split("\n")
    yield from (line for line in told if "</" not in line)  # two texts of users in one
    for widget in window.findChildren(QWidget):
        yield widget.toolTip() if "<" not in widget.toolTip() else ""
        yield widget.accessibleName()
        if isinstance(widget, QLineEdit | QTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())
    yield from (action.text() for action in window.findChildren(QAction))


def wrong(window: QWidget) -> list[str]:
    return [*dict.fromkeys(fault for text in read(window) for fault in faults(text))]


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_plain_dutch(window: MainWindow, key: str) -> None:
    window.go(key)
    page = window.page()
    if isinstance(page, RecordPage):
        page.header._fill_menu()
    window.side.open_help()
    window.top.dossier_menu()
    window.top.open_sharing().close()
    assert wrong(window) == []


@pytest.mark.parametrize("kind", [Agreement, Document, Party])
def test_what_is_asked_on_a_page_is_plain_dutch(
    window: MainWindow, kind: type[Agreement | Document | Party]
) -> None:
    for record in window.desk.dossier.all(kind):
        window.go(record.id)
        assert wrong(window) == [], record


@pytest.mark.parametrize("key", KEYS)
def test_a_page_with_nothing_in_it_is_plain_dutch(open_empty: MainWindow, key: str) -> None:
    open_empty.go(key)
    assert wrong(open_empty) == []


@pytest.fixture
def open_empty(dossier: Dossier, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Desk(dossier, theme, TODAY))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def test_the_welcome_is_plain_dutch(theme: Theme, qtbot: QtBot) -> None:
    window = WelcomeWindow(theme, TODAY, lambda *_: None)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert wrong(window) == []
