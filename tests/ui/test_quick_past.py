"""The past of a large dossier, 25,000 steps over 5,000 agreements, keeps nobody waiting."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.past_filter import about_place
from ozj_desktop.ui.theme import Theme
from tests.benchmarks.bench_window import enlarge
from tests.ui.conftest import TODAY
from tests.watchdog import Pace

STEPS = 25_000
WORDS = "oude woorden over school en wijk", "nieuwe woorden over school, wijk en team"


@pytest.fixture(scope="module")
def large(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("groot") / "groot.ozj"
    shutil.copy(example, path)
    enlarge(path)
    dossier = Dossier.open(path, who="A. de Boer")
    ids = [id for (id,) in dossier.pick(Agreement, "id")]
    last, start = dossier.history.last, datetime(2026, 1, 5, tzinfo=UTC)
    steps, changes = [], []
    for n in range(STEPS):
        at = (start + timedelta(minutes=18 * n)).isoformat(timespec="milliseconds")
        mark = {"seq": last.seq + 1 + n, "id": f"s{n}", "at_utc": at, "who": f"Persoon {n % 11}"}
        steps.append(last._replace(**mark, label="edited Agreement what", nature="do"))
        fields = json.dumps({"what": [f"{WORDS[0]} {n}", WORDS[1]]})
        changes.append((last.seq + 1 + n, "agreement", ids[n % len(ids)], "edit", fields))
    dossier.db.execute("BEGIN")
    dossier.db.executemany("INSERT INTO step VALUES (?,?,?,?,?,?,?,?,?,?)", steps)
    dossier.db.executemany("INSERT INTO change VALUES (?,?,?,?,?)", changes)
    dossier.db.execute("COMMIT")
    dossier.close()
    return path


@pytest.fixture
def window(large: Path, tmp_path: Path, theme: Theme, qtbot: Any) -> Iterator[MainWindow]:
    path = tmp_path / "groot.ozj"
    shutil.copy(large, path)
    made = MainWindow(Desk(Dossier.open(path, who="A. de Boer"), theme, TODAY))
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.attention.is_ready, timeout=30_000)
    for key in ("history", "signals", "agreements", "overview"):
        made.show_place(key)  # what is loaded and made once
        QTest.qWait(200)
    yield made
    made.close()
    made.deleteLater()


def test_nothing_about_the_past_holds_the_window_up(window: MainWindow, qtbot: Any) -> None:
    page: Any = window.pages["history"]

    def rested() -> bool:
        return not page.list.search.busy

    with Pace(qtbot) as pace:
        pace.quick("naar de geschiedenis", lambda: window.go("history"), rested)
        pace.quick("woorden", lambda: page.bar.line.setText("school wijk"), rested)
        assert len(page.list.entries()) == 30
        late = f"{STEPS - 24_500} oude"
        pace.quick("zeldzame woorden", lambda: page.bar.line.setText(late), rested)
        assert page.list.entries()
        pace.quick("alles weer", page.bar.clear, rested)
        about = about_place("agreements")
        pace.quick("over afspraken", lambda: page.bar.ask(about=about), rested)
        pace.quick("oudere", page.list._show_older, rested)
    assert len(page.list.entries()) >= 60


def test_the_past_of_one_agreement_does_not_either(window: MainWindow, qtbot: Any) -> None:
    window.go("agreements")
    page: Any = window.pages["agreements"]

    def rested() -> bool:
        return page._past._panel is not None and not page._past._panel.list.search.busy

    page._past.open()
    qtbot.waitUntil(rested)
    page._past.close()
    record = window.desk.get(Agreement, page._detail.shown)
    assert record is not None
    undo = window.undo

    def edit() -> None:
        window.desk.edit(record, {"internal_remark": "x"})

    with Pace(qtbot) as pace:
        pace.quick("geschiedenis van een afspraak", page._past.open, rested, page._past.close)
        assert len(page._past._panel.list.entries()) >= 5
        pace.quick("wijzigen", edit, rested, undo.undo.trigger)
        pace.quick("ongedaan maken", undo.undo.trigger, rested, undo.redo.trigger)


def test_walking_what_asks_attention_does_not_either(window: MainWindow, qtbot: Any) -> None:
    page: Any = window.pages["signals"]

    def whole() -> bool:
        return not page.list.waiting and not window.attention._timer.isActive()

    def set_aside() -> None:
        page.list.made[0].open_reason()
        page.list.made[0].reason.setText("later")
        page.list.made[0]._keep()

    with Pace(qtbot) as pace:
        pace.quick("naar Let op", lambda: window.go("signals"), whole)
        pace.quick("filter", lambda: page._filter.setText("a"), whole, page._filter.clear)
        pace.quick("zonder filter", page._filter.clear, whole)
        pace.quick("terzijde leggen", set_aside, whole)
