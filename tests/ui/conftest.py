"""What tests of the window share: the theme, a small dossier, and the example in a window."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.exchange.build import build
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.parties import Party
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui import in_parts
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.gathering import Gathering
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.contributions_card import ContributionsCard
from ozj_desktop.ui.steady import keep_constants
from ozj_desktop.ui.theme import Theme

TODAY = date(2026, 11, 24)
MOMENT = in_parts.AT_ONCE
P = TypeVar("P", bound=Page)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In memory there is nothing to bring to the front, and no keyboard to grab."""
    for item in items:
        if "ui" in item.path.parts or "journeys" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session", autouse=True)
def steady(qapp: QApplication) -> None:
    """As the program does once it has painted."""
    keep_constants()
    gc.freeze()
    Gathering(qapp)


@pytest.fixture(autouse=True)
def made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is whole when somebody goes there; `in_moments` makes it as the program does."""
    monkeypatch.setattr(in_parts, "AT_ONCE", 60)


@pytest.fixture
def in_moments(made_at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are made between events, as in the program."""
    monkeypatch.setattr(in_parts, "AT_ONCE", MOMENT)


def whole(page: P) -> P:
    """A page without a window around it, with all that is on it."""
    for _ in page.parts():
        pass
    return page


@pytest.fixture(autouse=True)
def tidied(steady: None) -> None:
    """The windows of the test before this one are no more, and hear nothing of this one."""
    gc.collect(1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["ozj-desktop", "-style", "Fusion"]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = qapp.findChild(Theme)
    if not isinstance(found, Theme):
        found = Theme(qapp)
    found.choose("light")
    return found


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    opened = Dossier.create(tmp_path / "regio.ozj", who="Jan")
    yield opened
    opened.close()


@pytest.fixture
def desk(dossier: Dossier, theme: Theme) -> Desk:
    """Two parties and one agreement, of which the first party is the leader."""
    made = Desk(dossier, theme, TODAY)
    lindebroek, stroming = Party(name="Gemeente Lindebroek"), Party(name="De Stroming")
    agreement = Agreement(title="Eén plan", what="Een gezin vertelt zijn verhaal één keer.")
    with dossier.step("filled"):
        dossier.save(lindebroek, stroming, agreement)
        dossier.save(
            Contribution(agreement=agreement.id, party=lindebroek.id, role=Role.LEADS, what="belt")
        )
    dossier.on_change.append(made.heard)
    return made


@pytest.fixture
def agreement(desk: Desk) -> Agreement:
    return desk.dossier.all(Agreement)[0]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "voorbeeldregio.ozj"
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY, who="A. de Boer")
    return path


Opener = Callable[[], MainWindow]


@pytest.fixture
def open_window(example: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Opener]:
    """Windows on one copy of the example; each is shown, and closed after the test."""
    settings.put(who="A. de Boer")
    path = tmp_path / "voorbeeldregio.ozj"
    shutil.copy(example, path)
    opened: list[MainWindow] = []

    def open_one() -> MainWindow:
        dossier = Dossier.open(path, who="A. de Boer")
        window = MainWindow(Desk(dossier, theme, TODAY))
        window.resize(1366, 768)
        opened.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield open_one
    for window in opened:
        window.close() or window.close()  # the second time it lets go of what stands in red
        window.deleteLater()


@pytest.fixture
def window(open_window: Opener) -> MainWindow:
    return open_window()


@pytest.fixture
def draft(window: MainWindow) -> Agreement:
    """An agreement of the example that was not submitted; it is shown."""
    title = "Van opvang naar groep 1 zonder gat"
    found = next(a for a in window.desk.dossier.all(Agreement) if a.title == title)
    window.go(found.id)
    return found


@pytest.fixture
def draft_card(window: MainWindow, draft: Agreement) -> ContributionsCard:
    """Who does what for it."""
    return window.pages["agreements"].findChildren(ContributionsCard)[0]
