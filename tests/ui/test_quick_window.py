"""With 5,000 agreements nothing that people do all day holds the window up."""

import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document
from ozj_desktop.model.forums import Topic
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui import list_acts
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.agreements_list import GROUPS
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.theme import Theme
from tests.benchmarks.bench_window import enlarge
from tests.ui.conftest import TODAY
from tests.ui.test_contributions_card import SAYS, typed
from tests.watchdog import Pace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def large(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("groot") / "groot.ozj"
    shutil.copy(example, path)
    enlarge(path)
    return path


@pytest.fixture
def window(
    large: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, in_moments: None
) -> Iterator[MainWindow]:
    path = tmp_path / "groot.ozj"
    shutil.copy(large, path)
    made = MainWindow(Desk(Dossier.open(path, who="A. de Boer"), theme, TODAY))
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.attention.is_ready, timeout=30_000)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Any:
    """The agreements, of which the words for the filter are known."""
    window.go("agreements")
    found: Any = window.pages["agreements"]
    qtbot.waitUntil(window.stack.updatesEnabled)
    qtbot.waitUntil(lambda: not found._warming.isActive(), timeout=30_000)
    return found


def test_going_to_a_page_for_the_first_time(window: MainWindow, qtbot: QtBot) -> None:
    def whole(key: str) -> bool:
        return window.stack.place() == key and window.stack.updatesEnabled()

    with Pace(qtbot) as pace:
        for key in (place.key for place in PLACES if place.key != "overview"):
            window.show_place("overview")
            pace.quick(
                f"voor het eerst naar {key}",
                lambda k=key: window.show_place(k),  # type: ignore[misc]
                lambda k=key: whole(k),  # type: ignore[misc]
                lambda k=key: forget(window, k),  # type: ignore[misc]
            )


def forget(window: MainWindow, key: str) -> None:
    """As if nobody went there yet."""
    window.show_place("overview")
    window.stack._drop(key)


def test_going_to_a_page_again(window: MainWindow, qtbot: QtBot) -> None:
    for place in PLACES:
        window.go(place.key)
        QTest.qWait(100)
    qtbot.waitUntil(lambda: not window.attention._timer.isActive(), timeout=30_000)
    with Pace(qtbot) as pace:
        for place in PLACES:
            pace.quick(
                f"naar {place.title}",
                lambda key=place.key: window.go(key),  # type: ignore[misc]
                back=lambda: window.go("overview"),
            )
        edited = window.desk.dossier.all(Agreement)[0]
        for place in PLACES:
            window.go("topics" if place.key != "topics" else "areas")
            window.desk.edit(edited, {"internal_remark": place.key})
            pace.quick(f"naar {place.title}, na een wijziging", lambda p=place: window.go(p.key))  # type: ignore[misc]


def test_looking_at_the_list_in_other_ways(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    with Pace(qtbot) as pace:
        for word in ("s", "sc", "school", "zzz", ""):
            pace.quick(f"filter ‘{word}’", lambda w=word: page.list.filter.setText(w))
        for words in GROUPS:
            pace.quick(f"groeperen op {words}", lambda w=words: page.list.group(w))
        for view in page.list.views._offered():
            pace.quick(f"weergave {view.words}", lambda v=view: page.list.views.choose(v))
        page.list.show_all()


def test_choosing_all_and_the_next(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    page.list.view.setFocus()
    with Pace(qtbot) as pace:
        for n in range(3):
            pace.quick(f"afspraak {n}", lambda: qtbot.keyClick(page.list.view, Qt.Key.Key_Down))
        pace.quick(
            "alles kiezen",
            lambda: qtbot.keyClick(page.list.view, Qt.Key.Key_A, CONTROL),
            lambda: page._several.panel is not None and page._several.panel.isVisible(),
            lambda: qtbot.keyClick(page.list.view, Qt.Key.Key_Escape),
        )


def test_changing_thousands(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    """What is written at the end of a step, and all rows read again, are the longest moments."""
    topic = window.desk.dossier.all(Topic)[2].id
    ids = [row.id for row in page.list.model.shown()]

    def rested() -> bool:
        return window.much._turns is None

    def change() -> None:
        page._several.panel._store("topic", topic, False)

    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: page._several.shown() is not None, timeout=30_000)
    undo, redo = window.undo.undo.trigger, window.undo.redo.trigger

    def wholly(act: Callable[[], object]) -> Callable[[], object]:
        return lambda: (act(), qtbot.waitUntil(rested, timeout=30_000))

    with Pace(qtbot) as pace:
        pace.quick("5.000 wijzigen", change, rested, wholly(undo))
        pace.quick("5.000 ongedaan maken", undo, rested, wholly(redo))
        pace.quick("5.000 opnieuw", redo, rested, wholly(undo))
        pace.quick("500 kopiëren", lambda: list_acts.copy(page, ids[:500]), rested, wholly(undo))
        copies = page.list.chosen_several()
        delete = partial(list_acts.delete, page, copies)
        pace.quick("500 verwijderen", delete, rested, wholly(undo))


def test_changing_one_and_undoing_it(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    page.show_thing(window.desk.dossier.all(Agreement)[-1].id)
    record = page.list.current()

    def title(text: str) -> None:
        page.header.title.setPlainText(text)
        page.header.title.edited.emit()

    with Pace(qtbot) as pace:
        pace.quick("naam", lambda: title("Een andere naam"), back=lambda: title("Nog een naam"))
        pace.quick("ongedaan maken", window.undo.undo.trigger, back=window.undo.redo.trigger)
        pace.quick("veld", lambda: page.point_at(record, "result"))
        focused: Any = window.focusWidget()
        pace.quick("typen", lambda: qtbot.keyClicks(focused, "Elk kind"))
        pace.quick("veld verlaten", lambda: page.list.view.setFocus())


def test_answering_in_the_grid(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    found = (a for a in window.desk.dossier.all(Agreement) if a.title.startswith("In vijf dagen"))
    window.go(next(found).id, "contribution")
    grid: Any = window.focusWidget()
    row = grid.parts.row_of("SWV VO Oevermark")
    with Pace(qtbot) as pace:
        pace.quick("partij typen", lambda: qtbot.keyClicks(grid, "Gem"))
        for words in ("niet akkoord", "akkoord"):
            pace.quick(f"‘{words}’", lambda w=words: typed(qtbot, grid, row, SAYS, w))
            with qtbot.waitActive(window):  # in memory the list of choices stays the active window
                window.activateWindow()
        pace.quick(
            "antwoord ongedaan maken", window.undo.undo.trigger, back=window.undo.redo.trigger
        )


def test_searching_and_help(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    search = window.top.search

    def look_for(word: str) -> None:
        search.setFocus()
        search.selectAll()
        qtbot.keyClicks(search, word)

    window.side.open_help()
    window.side.close_help()
    with Pace(qtbot) as pace:
        for word in ("s", "school", "gezin"):
            pace.quick(f"zoeken ‘{word}’", lambda w=word: look_for(w), search.results().isVisible)
            search.close_results()
        pace.quick("hulp", window.side.open_help, back=window.side.close_help)
        pace.quick("hulp dicht", window.side.close_help, back=window.side.open_help)


def test_the_preview_beside_a_document(window: MainWindow, qtbot: QtBot) -> None:
    window.go(window.desk.dossier.all(Document)[0].id)
    page: Any = window.page()
    with Pace(qtbot) as pace:
        pace.quick("voorbeeld", page.preview.open, back=page.preview.close)
        qtbot.waitUntil(lambda: page.preview.panel.view.is_painted(), timeout=90_000)
        pace.quick("voorbeeld dicht", page.preview.close)


def test_what_holds_the_window_up_is_told_with_where(qtbot: QtBot) -> None:
    def count_for_long() -> None:
        until = time.thread_time() + 1
        while time.thread_time() < until:
            sum(range(1_000))

    told = pytest.raises(AssertionError, match=r"tellen: \d+ ms(.|\n)*count_for_long")
    with told, Pace(qtbot) as pace:
        pace.quick("tellen", count_for_long)
