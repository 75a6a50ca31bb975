"""Alt and a letter: everything has one of its own, and it does what a click does."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.access_keys import AccessKeys
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_page import RecordPage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def keys(window: MainWindow, qtbot: QtBot) -> AccessKeys:
    qtbot.waitUntil(lambda: window.findChild(AccessKeys) is not None)
    found = window.findChild(AccessKeys)
    assert isinstance(found, AccessKeys)
    return found


def pressed(window: QWidget, qtbot: QtBot, letter: str) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, letter.lower(), ALT)


def caps(window: MainWindow) -> list[str]:
    found = [cap for cap in window.findChildren(QLabel) if cap.property("role") == "cap"]
    return sorted(cap.text() for cap in found if cap.isVisible())


def test_no_letter_is_given_twice_in_one_window(window: MainWindow, keys: AccessKeys) -> None:
    window.rail.open_more(True)
    for place in PLACES:
        window.go(place.key)
        given = Counter(letter for letter, _ in keys.holders())
        assert [letter for letter, number in given.items() if number > 1] == [], place.key
        assert {p.letter for p in PLACES} | {"Z", "E", "U", "M", "K"} <= {*given}


def test_the_preview_and_the_tabs_of_help_have_their_own(
    window: MainWindow, keys: AccessKeys, qtbot: QtBot
) -> None:
    window.side.open_help()
    for place in ("agreements", "documents"):
        window.go(place)
        given = Counter(letter for letter, _ in keys.holders())
        assert {"X", "1", "2", "3", "4"} <= {*given}
        assert max(given.values()) == 1


def test_a_letter_goes_to_every_place_also_to_one_that_is_folded_away(
    window: MainWindow, keys: AccessKeys, qtbot: QtBot
) -> None:
    for place in reversed(PLACES):
        pressed(window, qtbot, place.letter)
        assert window.stack.place() == place.key


@pytest.mark.parametrize("place", ["agreements", "parties", "documents", "actions"])
def test_f_filters_and_n_is_for_a_new_one(
    window: MainWindow, keys: AccessKeys, qtbot: QtBot, place: str
) -> None:
    window.go(place)
    page = window.page()
    assert isinstance(page, RecordPage)
    pressed(window, qtbot, "F")
    assert page.list.filter.hasFocus()
    pressed(window, qtbot, "N")
    assert page.list.new.hasFocus()
    assert page.list.new.text() == ""


def test_the_letters_show_while_alt_is_held(
    window: MainWindow, keys: AccessKeys, qtbot: QtBot
) -> None:
    window.go("agreements")
    assert caps(window) == []
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: bool(caps(window)))
    assert {"A", "F", "N", "Z", "E"} <= {*caps(window)}
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert caps(window) == []


def test_a_letter_opens_a_menu(window: MainWindow, keys: AccessKeys, qtbot: QtBot) -> None:
    window.go("agreements")
    pressed(window, qtbot, "J")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Afspraak verwijderen" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_document_is_shared_by_a_letter(
    window: MainWindow, keys: AccessKeys, qtbot: QtBot
) -> None:
    window.go("documents")
    qtbot.waitUntil(lambda: "Y" in dict(keys.holders()))
    assert dict(keys.holders())["Y"].text() == "Dit stuk delen"  # type: ignore[attr-defined]


def test_no_letter_lies_over_words(window: MainWindow, keys: AccessKeys) -> None:
    keys.show()
    (cap,) = (cap for cap in keys._caps if cap.text() == "U")
    name = window.top.name
    words = name.mapTo(window, QPoint(8, 0)).x()  # where they begin, after the padding
    assert cap.x() >= 0 and cap.x() + cap.width() <= words
