"""The copies kept on closing: found, read in a window of their own, and kept as a dossier."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.paths import own
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import keep_copy
from ozj_desktop.ui import launching, refusal, saving
from ozj_desktop.ui.bands import Band
from ozj_desktop.ui.launching import Launcher
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.opening import open_window as open_path
from ozj_desktop.ui.reserve_copies import CopiesDialog, kept_of, kept_under
from ozj_desktop.ui.theme import Theme
from tests.ui.answering import when_asked
from tests.ui.conftest import TODAY

Open = Callable[[Path], MainWindow]


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in a window, and a process, of its own."""
    found: list[str] = []
    for module in (launching, refusal):
        monkeypatch.setattr(module, "launch", found.append)
    return found


@pytest.fixture
def copies(window: MainWindow) -> list[Path]:
    """Two copies of the dossier, newest first."""
    dossier, found = window.desk.dossier, []
    for hour in (9, 14):
        window.desk.add(Action(what=f"Bel om {hour} uur"))
        found.append(keep_copy(dossier, own("backups"), datetime(2026, 11, 23, hour, 5, 31)))
    return [path for path in reversed(found) if path]


@pytest.fixture
def reading(copies: list[Path], theme: Theme, qtbot: QtBot) -> MainWindow:
    """The older copy in a window."""
    window = open_path(copies[1], theme, TODAY)
    assert window is not None
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def choose(window: MainWindow, words: str) -> None:
    menu = window.top.dossier_menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()


def dialog_of(window: MainWindow) -> CopiesDialog:
    choose(window, "Reservekopieën…")
    found = window.findChild(CopiesDialog)
    assert isinstance(found, CopiesDialog)
    return found


def test_the_menu_lists_the_copies_newest_first(window: MainWindow, copies: list[Path]) -> None:
    Launcher(window)
    table = dialog_of(window).table
    told = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert told == [
        "maandag 23 november 2026, 14.05 uur",
        "maandag 23 november 2026, 9.05 uur",
    ]
    assert "kB" in table.item(0, 1).text() or "MB" in table.item(0, 1).text()


def test_keys_choose_a_copy_and_open_it(
    window: MainWindow, copies: list[Path], launched: list[str], qtbot: QtBot
) -> None:
    Launcher(window)
    dialog = dialog_of(window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.wanted):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert launched == [str(copies[1])]


def test_escape_leaves_without_opening(
    window: MainWindow, copies: list[Path], launched: list[str], qtbot: QtBot
) -> None:
    Launcher(window)
    dialog = dialog_of(window)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert launched == []


def test_without_copies_it_says_when_there_will_be_one(window: MainWindow) -> None:
    Launcher(window)
    dialog = dialog_of(window)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "nog geen reservekopieën" in told
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    assert len(box.buttons()) == 1


def test_copies_of_another_dossier_are_not_listed(window: MainWindow, tmp_path: Path) -> None:
    other = Dossier.create(tmp_path / "voorbeeldregio2.ozj")
    keep_copy(other, own("backups"), datetime(2026, 11, 23, 9, 0))
    other.close()
    assert kept_of(window.desk.dossier) == []


def test_a_copy_is_there_to_read(reading: MainWindow, copies: list[Path]) -> None:
    before = copies[1].read_bytes()
    band = reading.findChild(Band)
    assert "reservekopie van maandag 23 november 2026, 9.05 uur" in band.accessibleName()
    assert not reading.desk.writable
    reading.close()
    assert copies[1].read_bytes() == before
    assert {path.name for path in own("backups").iterdir()} == {path.name for path in copies}


def test_a_copy_is_kept_as_a_dossier_and_opened(
    reading: MainWindow,
    launched: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(_: object, __: str, start: Path, *___: object, **____: object) -> Path:
        asked.append(start.name)
        return tmp_path / "terug.ozj"

    monkeypatch.setattr(saving, "ask", ask)
    with qtbot.waitSignal(reading.files.made, timeout=20_000):
        way_out = reading.findChild(Band).findChild(QPushButton)
        assert isinstance(way_out, QPushButton)
        way_out.click()
    assert asked == ["voorbeeldregio_2026-11-23.ozj"]
    qtbot.waitUntil(lambda: launched == [str(tmp_path / "terug.ozj")])
    kept = Dossier.open(tmp_path / "terug.ozj")
    assert [a.what for a in kept.all(Action)][-1] == "Bel om 9 uur"
    kept.close()


def test_a_copy_under_another_name_holds_everything(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Launcher(window)
    monkeypatch.setattr(saving, "ask", lambda *_, **__: tmp_path / "kopie.ozj")
    with qtbot.waitSignal(window.files.made, timeout=20_000):
        choose(window, "Kopie bewaren als…")
    copy = Dossier.read(tmp_path / "kopie.ozj")
    assert copy.count(Agreement) == window.desk.dossier.count(Agreement)
    assert copy.history.last == window.desk.dossier.history.last


def test_a_dossier_that_cannot_be_opened_offers_its_copies(
    copies: list[Path], theme: Theme, launched: list[str]
) -> None:
    def look(box: QMessageBox) -> None:
        when_asked(CopiesDialog, lambda dialog: dialog._open())
        next(b for b in box.buttons() if b.text() == "Reservekopieën…").click()

    when_asked(QMessageBox, look)
    refusal.tell_refusal(Path("elders/voorbeeldregio.ozj"), "Dit is beschadigd.", theme)
    assert launched == [str(copies[0])]


def test_a_dossier_without_copies_is_just_refused(theme: Theme) -> None:
    assert kept_under("onbekend.ozj") == []
    when_asked(QMessageBox, QMessageBox.reject)
    refusal.tell_refusal(Path("onbekend.ozj"), "Dit is beschadigd.", theme)
