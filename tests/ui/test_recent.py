"""Recent dossiers: kept whatever they are called, told in words, and gone when they are gone."""

from datetime import datetime, timedelta
from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.paths import own
from ozj_desktop.ui import launching
from ozj_desktop.ui.launching import Launcher
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.recent import (
    MOST,
    folder_in_words,
    forget,
    recents,
    remember,
    when_in_words,
)
from ozj_desktop.ui.starting import _remember
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.recents import LOST, RecentList

NOW = datetime(2026, 11, 24, 14, 2).astimezone()


def names() -> list[str]:
    return [recent.name for recent in recents()]


# What is kept


def test_the_newest_stands_first_and_each_file_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        remember(tmp_path / f"{name}.ozj", name.upper())
    assert names() == ["A", "B"]


def test_no_more_are_kept_than_people_look_at(tmp_path: Path) -> None:
    for n in range(MOST + 5):
        remember(tmp_path / f"{n}.ozj", f"Nummer {n}")
    assert len(recents()) == MOST
    assert names()[0] == f"Nummer {MOST + 4}"


def test_two_files_may_have_one_name(tmp_path: Path) -> None:
    remember(tmp_path / "a.ozj", "Samen")
    remember(tmp_path / "b.ozj", "Samen")
    assert names() == ["Samen", "Samen"]
    forget(tmp_path / "a.ozj")
    assert [recent.path.name for recent in recents()] == ["b.ozj"]


def test_a_name_of_many_lines_and_letters_is_kept_as_one_line(tmp_path: Path) -> None:
    remember(tmp_path / "a.ozj", "Wij\nallen " * 100)
    assert "\n" not in names()[0]
    assert len(names()[0]) <= 200
    remember(tmp_path / "b.ozj", "")
    assert names()[0] == "b"


def test_the_example_and_reserve_copies_are_no_work_of_lately() -> None:
    for folder in ("voorbeeld", "backups"):
        remember(own(folder) / "x.ozj", "X")
    assert recents() == []


@pytest.mark.parametrize(
    "kept",
    [
        "tekst",
        [1, None, {"path": "x"}],
        [{"path": "", "name": "", "at": "2026-11-24T10:00"}],
        [{"path": "a\0b.ozj", "name": "x", "at": "2026-11-24T10:00"}],
        [{"path": "a.ozj", "name": "x", "at": "gisteren"}],
        [{"path": "a.ozj", "name": "x", "at": 5}],
        {"path": "a"},
    ],
)
def test_settings_that_something_else_wrote_are_passed_over(kept: object) -> None:
    settings.put(recent=kept)
    assert recents() == []
    remember(Path("/er/is.ozj"), "Er is")
    assert names() == ["Er is"]


# In words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag, 14:02"),
        (1, "gisteren"),
        (4, "vrijdag 20 november"),
        (21, "3 november"),
        (400, "20 oktober 2025"),
        (-3, "27 november"),
    ],
)
def test_when_is_told_as_people_say_it(days: int, words: str) -> None:
    assert when_in_words(NOW - timedelta(days=days), NOW) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/home/jan/Documenten/a.ozj", "Documenten"),
        ("/home/jan/Documents/Jeugd/a.ozj", "Documenten › Jeugd"),
        ("/home/jan/Documenten/Jeugd/2026/LEA/a.ozj", "Documenten › … › LEA"),
        ("/home/jan/Desktop/a.ozj", "Bureaublad"),
        ("/home/jan/a.ozj", "Persoonlijke map"),
        ("/home/jan/werk/a.ozj", "Persoonlijke map › werk"),
        ("//server/Jeugdbeleid/a.ozj", "Jeugdbeleid (netwerkmap)"),
        ("/media/jan/Archief/a.ozj", "Usb-stick ‘Archief’"),
        ("/run/media/jan/Archief/2026/a.ozj", "Usb-stick ‘Archief’ › 2026"),
        ("/Volumes/Stick/a.ozj", "Usb-stick ‘Stick’"),
        ("/srv/gedeeld/jeugd/a.ozj", "gedeeld › jeugd"),
        ("/a.ozj", "/"),
    ],
)
def test_where_is_told_without_a_path(path: str, words: str) -> None:
    assert folder_in_words(Path(path), Path("/home/jan")) == words


def test_a_shared_folder_of_windows_is_one_too() -> None:
    path = PureWindowsPath("\\\\server\\Jeugdbeleid\\LEA\\a.ozj")
    assert folder_in_words(path) == "LEA (netwerkmap)"


# On the welcome


@pytest.fixture
def listed(theme: Theme, qtbot: QtBot, tmp_path: Path) -> RecentList:
    """Six; the second and the fifth are there."""
    for n in range(6, 0, -1):
        path = tmp_path / f"{n}.ozj"
        if n in (2, 5):
            path.write_bytes(b"")
        remember(path, f"Nummer {n}", NOW - timedelta(days=n))
    made = RecentList(theme, NOW)
    qtbot.addWidget(made)
    made.resize(400, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def buttons(listed: RecentList, words: str) -> list[QPushButton]:
    return [b for b in listed.findChildren(QPushButton) if b.text().startswith(words)]


def test_what_is_gone_is_grey_and_says_so(listed: RecentList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [row.lost for row in listed.rows] == [True, False, True, True])
    assert LOST in listed.rows[0].accessibleName()
    assert LOST not in listed.rows[1].accessibleName()


def test_all_of_them_are_shown_to_who_asks(listed: RecentList, qtbot: QtBot) -> None:
    qtbot.mouseClick(buttons(listed, "Toon alle 6")[0], Qt.MouseButton.LeftButton)
    assert len(listed.rows) == 6
    qtbot.waitUntil(lambda: not listed.rows[4].lost and listed.rows[5].lost)


def test_a_row_opens_with_mouse_and_keys(listed: RecentList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listed.wanted) as caught:
        qtbot.mouseClick(listed.rows[1], Qt.MouseButton.LeftButton)
    assert caught.args[0].name == "2.ozj"
    with qtbot.waitSignal(listed.wanted) as caught:
        qtbot.keyClick(listed.rows[2], Qt.Key.Key_Return)
    assert caught.args[0].name == "3.ozj"


def test_a_row_is_taken_off_and_put_back(listed: RecentList, qtbot: QtBot) -> None:
    before = names()
    listed.rows[0].setFocus()
    qtbot.keyClick(listed.rows[0], Qt.Key.Key_Delete)
    assert names() == before[1:]
    assert listed.rows[0].recent.name == "Nummer 2"
    (back,) = buttons(listed, "Terugzetten")
    qtbot.waitUntil(back.hasFocus)
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert names() == before
    cross = listed.findChildren(QToolButton)
    qtbot.mouseClick(next(c for c in cross if "Nummer 3" in c.toolTip()), Qt.MouseButton.LeftButton)
    assert "Nummer 3" not in names()


def test_a_long_or_strange_name_is_cut_and_shown_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    remember(Path("/x/lang.ozj"), "n" * 300)
    remember(Path("/x/raar.ozj"), "<b>A & B</b>")
    made = RecentList(theme, NOW)
    qtbot.addWidget(made)
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.show()
    assert made.rows[0].recent.name == "<b>A & B</b>"
    assert {row.width() for row in made.rows} == {made.rows[0].width()}
    assert made.rows[1].width() < 300
    made.grab()


# What a window does


def test_a_window_is_remembered_by_the_name_it_has_now(window: MainWindow) -> None:
    _remember(window)
    assert names() == ["Samen in Oevermark"]
    about = window.desk.dossier.all(Collaboration)[0]
    window.desk.edit(about, {"name": "Samen sterk"})
    assert names() == ["Samen sterk"]
    assert recents()[0].path == window.desk.dossier.path


# In the menu of the dossier


def test_the_menu_offers_the_others_of_lately(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(launching, "launch", lambda *a: started.extend(a))
    remember(window.desk.dossier.path, "Dit hier")
    remember(Path("/weg/lea.ozj"), "LEA & co")
    Launcher(window)
    menu = window.top.dossier_menu()
    inner = next(a.menu() for a in menu.actions() if a.text() == "Recent")
    (other,) = inner.actions()  # type: ignore[union-attr]
    assert other.text() == "LEA && co – weg"
    other.trigger()
    assert started == ["/weg/lea.ozj"]
    menu.close()


def test_the_menu_goes_to_the_welcome_and_the_example(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(launching, "launch", lambda *a: started.extend(a))
    Launcher(window)
    menu = window.top.dossier_menu()
    for words in ("Nieuw dossier…", "Voorbeelddossier bekijken"):
        next(a for a in menu.actions() if a.text() == words).trigger()
    window.desk.show_example()  # what the empty pages offer
    assert started == ["--new", "--example", "--example"]
    recent = next(a for a in menu.actions() if a.text() == "Recent")
    assert not recent.menu().isEnabled()  # type: ignore[union-attr]
    menu.close()
