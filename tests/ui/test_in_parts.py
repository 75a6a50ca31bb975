"""A page is made between events, and seen when it is whole."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Contribution
from ozj_desktop.model.documents import Document
from ozj_desktop.ui import in_parts
from ozj_desktop.ui.in_parts import InParts
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES
from tests.ui.conftest import Opener


@pytest.fixture
def window(open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """In which a page takes as many turns as it has parts."""
    opened = open_window()
    monkeypatch.setattr(in_parts, "AT_ONCE", 0)
    return opened


class Paints(QObject):
    """How often something was painted."""

    def __init__(self, seen: QWidget) -> None:
        super().__init__(seen)
        self.count = 0
        seen.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def making(window: MainWindow, key: str) -> InParts:
    return window.stack._making[key]


def by_tab(window: MainWindow) -> list[str]:
    """What Tab walks through on the page, in this order."""
    page: Any = window.page()
    found, widget = list[str](), page.nextInFocusChain()
    while widget is not page:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if page.isAncestorOf(widget) and widget.isVisible() and tab:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
        widget = widget.nextInFocusChain()
    return found


FILL_THEMSELVES = "overview", "signals", "history"  # line by line, once they are there
WHOLE = [place for place in PLACES if place.key not in FILL_THEMSELVES]


@pytest.mark.parametrize("place", WHOLE, ids=lambda place: place.key)
def test_every_page_is_whole_in_the_end(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: Any
) -> None:
    window.show_place(place.key)
    qtbot.waitUntil(lambda: making(window, place.key).made)
    assert window.stack.updatesEnabled()
    in_moments = by_tab(window)
    monkeypatch.setattr(in_parts, "AT_ONCE", 60)
    window.show_place("lists" if place.key != "lists" else "areas")
    window.stack._drop(place.key)
    window.show_place(place.key)
    qtbot.waitUntil(lambda: by_tab(window) == in_moments)


def test_the_window_answers_while_a_page_is_made(window: MainWindow, qtbot: QtBot) -> None:
    heard = list[bool]()
    window.show_place("documents")
    QTimer.singleShot(0, window, lambda: heard.append(making(window, "documents").made))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [False]


def test_a_page_is_painted_when_it_is_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("documents")
    page: Any = window.pages["documents"]
    paints, whole = Paints(page.list.view.viewport()), list[int]()
    making(window, "documents").then(lambda: whole.append(paints.count))
    qtbot.waitUntil(lambda: paints.count > 0)
    assert whole == [0]


def test_one_may_go_elsewhere_before_a_page_is_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("documents")
    window.show_place("overview")
    assert not making(window, "documents").made
    assert window.stack.updatesEnabled()
    qtbot.waitUntil(lambda: making(window, "documents").made)
    assert window.stack.place() == "overview"


def test_one_arrives_at_a_field_of_a_page_that_is_not_whole(
    window: MainWindow, qtbot: QtBot
) -> None:
    given = window.desk.dossier.all(Contribution)[-1]
    window.go(given.id)
    page: Any = window.pages["agreements"]
    qtbot.waitUntil(lambda: page.list.current() == given.agreement)
    qtbot.waitUntil(lambda: hasattr(window.focusWidget(), "parts"))
    focused: Any = window.focusWidget()
    assert focused.parts.record(focused.currentIndex().row()).id == given.id


def test_a_page_that_is_not_whole_hears_what_changes(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("documents")
    first = window.desk.dossier.all(Document)[0]
    window.desk.edit(first, {"name": "Een andere naam"})
    page: Any = window.pages["documents"]
    assert making(window, "documents").made
    assert page.list.model.row(first.id).title == "Een andere naam"
    assert window.stack.updatesEnabled()


def test_a_page_that_is_made_anew_halfway_is_whole_too(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("documents")
    window.show_anew()
    qtbot.waitUntil(lambda: making(window, "documents").made)
    page: Any = window.pages["documents"]
    assert page.list.current()
    assert window.stack.updatesEnabled()
