"""Who it was: asked where a dossier is made, never the name somebody logs in with."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.model.actions import Action
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.afterwards import Afterwards
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.user_name import full_name, given, who
from ozj_desktop.ui.welcome.window import WelcomeWindow
from tests.ui import test_welcome

opened, start, folder = test_welcome.opened, test_welcome.start, test_welcome.folder
target = test_welcome.target


class Account(NamedTuple):
    pw_name: str
    pw_gecos: str


As = Callable[[str, str], None]


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> As:
    """Logged in with this name, and with this in full."""
    import pwd

    def be(login: str, full: str) -> None:
        monkeypatch.setattr(pwd, "getpwuid", lambda _: Account(login, full))

    return be


@pytest.mark.skipif(os.name == "nt", reason="an account of another system")
@pytest.mark.parametrize(
    ("login", "full", "shown"),
    [
        ("fdevries", "Fatima de Vries,,,", "Fatima de Vries"),
        ("root", "root", ""),
        ("fdevries", "", ""),
        ("fdevries", "FDeVries", ""),
        ("beheer", "Administrator", ""),
    ],
)
def test_only_a_name_in_full_is_a_name(account: As, login: str, full: str, shown: str) -> None:
    account(login, full)
    assert full_name() == who() == shown
    settings.put(who="  M.  Yildiz ")
    assert who() == given() == "M. Yildiz"


def test_the_name_is_asked_where_a_dossier_is_made(
    start: Callable[[], WelcomeWindow], target: Any, opened: Any, qtbot: QtBot, account: As
) -> None:
    account("fdevries", "Fatima de Vries")
    welcome = start()
    welcome.begin()
    question = welcome.steps.name
    assert question.user.text() == "Fatima de Vries"
    question.user.setFocus()
    question.user.selectAll()
    qtbot.keyClicks(question.user, "Fatima Vries")
    for _ in range(3):
        qtbot.mouseClick(welcome.steps.skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.paths))
    assert settings.get("who") == "Fatima Vries"
    assert {step.who for step in Dossier.read(target).history.steps()} == {"Fatima Vries"}


def test_who_gave_no_name_is_asked_below_the_first_change(
    window: MainWindow, qtbot: QtBot, account: As
) -> None:
    settings.put(who="")
    account("root", "root")
    window.desk.dossier.who = who()
    with qtbot.waitSignal(Afterwards(window, ask_name=False).sound):
        pass
    window.desk.add(Action(what="Bel"))
    assert window.desk.dossier.history.last.who == ""
    ask = next(b for b in window.status.findChildren(QPushButton) if b.text() == "Wie bent u?")
    qtbot.waitUntil(ask.isVisible)
    qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
    box = window.findChild(QInputDialog)
    assert isinstance(box, QInputDialog)
    assert box.textValue() == ""
    box.setTextValue("M. Yildiz")
    box.accept()
    window.desk.add(Action(what="Mail"))
    assert window.desk.dossier.history.last.who == "M. Yildiz"
    qtbot.waitUntil(lambda: "Wie bent u?" not in labels(window))


def labels(window: MainWindow) -> list[str]:
    return [b.text() for b in window.status.findChildren(QPushButton)]
