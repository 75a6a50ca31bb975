"""A window that stays open past midnight, or on a laptop that slept."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.actions import ActionState as State
from ozj_desktop.ui.days import OFTEN, Days, seconds_to_midnight
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.conftest import TODAY

TOMORROW = TODAY + timedelta(days=1)
ACTIVE = Qt.ApplicationState.ApplicationActive


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 23, 59, 59, 900_000)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def days(clock: Clock, qapp: QApplication) -> Days:
    return Days(qapp, TODAY, clock)


def test_the_new_day_is_told_at_midnight(days: Days, clock: Clock, qtbot: QtBot) -> None:
    assert days._midnight.interval() == 1100
    clock.at += timedelta(seconds=2)
    with qtbot.waitSignal(days.turned, timeout=5000) as told:
        pass
    assert told.args == [TOMORROW]
    assert days._midnight.interval() == 1000 * OFTEN


def test_after_a_sleep_the_day_is_told_when_somebody_comes_back(
    days: Days, clock: Clock, qapp: QApplication, qtbot: QtBot
) -> None:
    clock.at = datetime(2026, 12, 1, 8, 30)
    with qtbot.waitSignal(days.turned) as told:
        qapp.applicationStateChanged.emit(ACTIVE)
    assert told.args == [date(2026, 12, 1)]


def test_coming_back_on_the_same_day_tells_nothing(
    days: Days, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(days.turned):
        qapp.applicationStateChanged.emit(ACTIVE)


def test_midnight_is_never_now() -> None:
    assert seconds_to_midnight(datetime(2026, 11, 24)) == 24 * 3600 + 1


def test_a_new_day_shows_in_every_part_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    action = Action(what="Bel de wethouder", due=TODAY, state=State.OPEN)
    window.desk.add(action)
    qtbot.waitUntil(window.attention.is_ready)
    before = len(window.attention.open())
    window.go(action.id)
    page = window.pages["actions"]
    old = page.list.model.row(action.id)  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.attention.changed):
        window.turn_day(TODAY + timedelta(days=400))
    assert window.status._date.text() == "woensdag 29 december 2027"
    now = window.pages["actions"]
    assert window.page() is now
    assert now.list.current() == action.id  # type: ignore[attr-defined]
    assert now.list.model.row(action.id) != old  # type: ignore[attr-defined]
    assert len(window.attention.open()) > before


def test_what_is_being_typed_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.go(window.desk.dossier.all(Action)[0].id)
    page = window.page()
    title = page.header.title  # type: ignore[union-attr]
    title.setFocus()
    qtbot.keyClicks(title, "half af")
    typed = title.toPlainText()
    window.turn_day(TOMORROW)
    assert window.page() is page
    assert title.hasFocus()
    assert title.toPlainText() == typed
    window.go("overview")
    window.go("actions")
    assert window.page() is not page  # made on the new day
    assert typed in {a.what for a in window.desk.dossier.all(Action)}
