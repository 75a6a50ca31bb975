"""A change of much is made between events, can be stopped, and is one step all the same."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.forums import Topic
from ozj_desktop.ui import in_parts, much
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.conftest import Opener

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """In which three things are much, and every turn makes as little as can be."""
    opened = open_window()
    opened.go("agreements")
    monkeypatch.setattr(much, "MANY", 2)
    monkeypatch.setattr(in_parts, "AT_ONCE", 0)
    return opened


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Any:
    """With all agreements chosen."""
    found: Any = window.pages["agreements"]
    found.list.view.setFocus()
    qtbot.keyClick(found.list.view, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: found._several.shown() is not None)
    return found


def topics(window: MainWindow) -> list[Any]:
    return [a.topic for a in window.desk.dossier.all(Agreement)]


def change(window: MainWindow, page: Any) -> Any:
    """Another topic for all that are chosen."""
    new = window.desk.dossier.all(Topic)[-1].id
    page._several.panel._store("topic", new, False)
    return new


def resting(window: MainWindow) -> bool:
    return window.much._turns is None


def test_a_change_of_all_is_one_step_and_one_undo(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    before, seq = topics(window), window.desk.dossier.history.last.seq
    new = change(window, page)
    assert not resting(window)
    qtbot.waitUntil(lambda: resting(window))
    assert new in topics(window)
    assert topics(window) != before
    assert window.desk.dossier.history.last.seq == seq + 1
    window.undo.undo.trigger()
    qtbot.waitUntil(lambda: resting(window))
    assert topics(window) == before
    assert window.desk.dossier.verify() == []
    window.undo.redo.trigger()
    qtbot.waitUntil(lambda: resting(window))
    assert new in topics(window)
    assert window.desk.dossier.verify() == []


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_change_that_is_stopped_leaves_nothing(
    window: MainWindow, page: Any, qtbot: QtBot, how: str
) -> None:
    before, seq = topics(window), window.desk.dossier.history.last.seq
    change(window, page)
    if how == "button":
        tools: Any = window.status._tools
        qtbot.mouseClick(tools.stop, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(page.list.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: resting(window))
    assert topics(window) == before
    assert window.desk.dossier.history.last.seq == seq
    assert window.desk.dossier.verify() == []
    assert window.status._words.text() == "Gestopt. Er is niets veranderd."


def test_nobody_changes_anything_meanwhile(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    change(window, page)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.mouseClick(window.rail, Qt.MouseButton.LeftButton)
    assert window.desk.dossier.in_step
    qtbot.waitUntil(lambda: resting(window))
    assert window.desk.dossier.history.last.label.startswith("edited Agreement")
    assert window.stack.place() == "agreements"


def test_how_far_it_is_stands_in_the_status_line(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    stored = set[str]()

    def look() -> None:
        if window.status._words.text().startswith("Wijzigen, "):
            stored.add(window.status._stored.accessibleName())

    window.much.progressed.connect(look)
    change(window, page)
    qtbot.waitUntil(lambda: resting(window))
    assert stored == {"Bewaren…"}
    assert window.status._stored.accessibleName() == "Alles is bewaard"


def test_a_window_that_closes_stores_it_all_first(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    new, path = change(window, page), window.desk.dossier.path
    window.close()
    from ozj_desktop.store.dossier import Dossier

    read = Dossier.read(path)
    assert new in [a.topic for a in read.all(Agreement)]
    assert read.verify() == []
    read.close()


def test_copies_and_deleting_are_one_step_each(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    old = {a.id for a in window.desk.dossier.all(Agreement)}
    qtbot.keyClick(page.list.view, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: resting(window))
    assert len(window.desk.dossier.all(Agreement)) == 2 * len(old)
    assert not old & {*page.list.chosen_several()}
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: resting(window) and page.list.model.total() == len(old))
    assert {a.id for a in window.desk.dossier.all(Agreement)} == old
    assert window.desk.dossier.verify() == []
