"""Opening: beside a writer, as an account that can keep nothing, and the example of the day."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.paths import own
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import copies
from ozj_desktop.ui.afterwards import NO_COPIES, Afterwards
from ozj_desktop.ui.bands import Band
from ozj_desktop.ui.example import example as path_of_example
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.opening import open_window as open_path
from ozj_desktop.ui.opening import reload
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import TODAY, Opener

NOWHERE = "/dev/null/niets"


def shown(window: MainWindow | None, qtbot: QtBot) -> MainWindow:
    assert window is not None
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


# Beside a writer


@pytest.fixture
def writer(open_window: Opener) -> MainWindow:
    return open_window()


@pytest.fixture
def reader(writer: MainWindow, theme: Theme, qtbot: QtBot) -> MainWindow:
    return shown(open_path(writer.desk.dossier.path, theme, TODAY), qtbot)


def bands(window: MainWindow) -> list[Band]:
    return [band for band in window.findChildren(Band) if band.isVisible()]


def press_reload(window: MainWindow) -> None:
    found = bands(window)[0].findChild(QPushButton)
    assert isinstance(found, QPushButton)
    assert found.text() == "Opnieuw laden"
    found.click()


def test_a_reader_is_told_of_when_it_is_and_sees_the_new_after_loading_again(
    writer: MainWindow, reader: MainWindow
) -> None:
    told = bands(reader)[0].accessibleName()
    assert f"U leest het hier zoals het was op {date.today().day} " in told
    agreement = writer.desk.dossier.all(Agreement)[3]
    reader.go(agreement.id)
    writer.desk.edit(agreement, {"title": "Net veranderd"})
    title = reader.pages["agreements"].header.title  # type: ignore[attr-defined]
    assert title.toPlainText() == agreement.title
    press_reload(reader)
    page = reader.pages["agreements"]
    assert reader.page() is page
    assert page.list.current() == agreement.id  # type: ignore[attr-defined]
    assert page.header.title.toPlainText() == "Net veranderd"  # type: ignore[attr-defined]
    assert page.header.title.isReadOnly()  # type: ignore[attr-defined]
    assert len(bands(reader)) == 1


def test_after_the_writer_left_a_reader_can_work(
    writer: MainWindow, reader: MainWindow, qtbot: QtBot
) -> None:
    agreement = writer.desk.dossier.all(Agreement)[0]
    writer.desk.edit(agreement, {"title": "Het laatste woord"})
    writer.close()
    press_reload(reader)
    after = reader.findChild(Afterwards)
    assert isinstance(after, Afterwards)
    with qtbot.waitSignal(after.sound):
        pass
    assert bands(reader) == []
    assert reader.status._stored.accessibleName() == "Alles is bewaard"
    assert reader.undo.undo.text() == "Ongedaan maken: ‘Titel’ gewijzigd"
    reader.undo.undo.trigger()
    assert reader.desk.dossier.get(Agreement, agreement.id).title == agreement.title
    reader.desk.add(Action(what="Nu ik"))
    reader.close()
    assert copies(own("backups")) != []


def test_a_file_that_is_gone_is_told_and_stays_in_sight(
    writer: MainWindow, reader: MainWindow
) -> None:
    writer.close()
    reader.desk.dossier.path.unlink()
    with pytest.raises(Exception, match="niet te openen"):
        reload(reader)
    assert reader.desk.dossier.count(Agreement) > 0
    assert len(bands(reader)) == 1


# An account that can keep nothing


def test_without_a_place_of_its_own_the_program_works_and_says_what_it_lacks(
    example: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OZJ_HOME", NOWHERE)
    window = shown(open_path(example, theme, TODAY), qtbot)
    after = Afterwards(window, ask_name=False)
    with qtbot.waitSignal(after.sound):
        pass
    assert window.status._words.text() == NO_COPIES
    window.desk.add(Action(what="Bel"))
    window.undo.undo.trigger()
    window.close()
    assert Dossier.read(example).history.last.nature == "undo"


@pytest.mark.parametrize("arguments", [["kopie.ozj"], []])
def test_the_program_starts_without_a_place_of_its_own(
    arguments: list[str], example: Path, tmp_path: Path
) -> None:
    (tmp_path / "kopie.ozj").write_bytes(example.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "ozj_desktop", *arguments, "--exit-after-paint"],
        cwd=tmp_path,
        env={**os.environ, "OZJ_HOME": NOWHERE, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


# The example


def first_day(path: Path) -> str:
    dossier = Dossier.read(path)
    try:
        return dossier.history.step(1).id
    finally:
        dossier.close()


@pytest.fixture
def made_today() -> Path:
    return path_of_example(date.today())


TOMORROW = date.today() + timedelta(days=1)


def test_the_example_is_made_anew_on_another_day(made_today: Path) -> None:
    before = first_day(made_today)
    assert path_of_example(date.today()) == made_today
    assert first_day(made_today) == before
    assert path_of_example(TOMORROW) == made_today
    assert first_day(made_today) != before


def test_an_example_that_was_only_looked_at_is_made_anew_and_leaves_no_copies(
    made_today: Path, theme: Theme, qtbot: QtBot
) -> None:
    before = first_day(made_today)
    shown(open_path(made_today, theme, TODAY), qtbot).close()
    assert copies(own("backups")) == []
    path_of_example(TOMORROW)
    assert first_day(made_today) != before


def test_an_example_somebody_worked_in_stays(made_today: Path, theme: Theme, qtbot: QtBot) -> None:
    window = shown(open_path(made_today, theme, TODAY), qtbot)
    window.desk.add(Action(what="Van mij"))
    window.close()
    assert len(copies(own("backups"))) == 1
    path_of_example(TOMORROW)
    assert "Van mij" in {a.what for a in Dossier.read(made_today).all(Action)}


def test_an_example_that_is_open_elsewhere_is_not_replaced(
    made_today: Path, theme: Theme, qtbot: QtBot
) -> None:
    before = first_day(made_today)
    window = shown(open_path(made_today, theme, TODAY), qtbot)
    assert path_of_example(TOMORROW) == made_today
    window.desk.add(Action(what="Gaat gewoon door"))
    window.close()
    assert first_day(made_today) == before
    told = [label.text() for label in window.findChildren(QLabel)]
    assert not any("vervangen" in text for text in told)
