"""What the window costs: to start, with thousands of agreements, per edit, and in memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from ozj_desktop.exchange.build import build
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from tests.benchmarks.table import Result

AGREEMENTS = 5000
STARTS, EDITS, RESTS, PAINTS = 11, 41, 3, 8
TYPED = ("school", "gezin", "stroming plan", "zzz")
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
REST = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer

def tell():
    status = Path("/proc/self/status").read_text()
    print(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1])
    sys.stdout.flush()
    os._exit(0)
"""
REST_BARE = f"""{REST}
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(1500, tell)
app.exec()
"""
REST_OURS = f"""{REST}
from ozj_desktop.app import run
from ozj_desktop.ui import main_window

class Window(main_window.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(lambda: QTimer.singleShot(1500, tell))

main_window.MainWindow = Window
run(Path(sys.argv[1]))
"""


def measure() -> list[Result]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["OZJ_HOME"] = str(folder / "home")
        from ozj_desktop import settings

        settings.put(who="bench")  # so that nobody is asked
        example, large = folder / "voorbeeld.ozj", folder / "groot.ozj"
        build(resource("demo/voorbeeldregio.toml"), example, today=date.today(), who="bench")
        build(resource("demo/voorbeeldregio.toml"), large, today=date.today(), who="bench")
        enlarge(large)
        return [
            *_start(example, large),
            *_first_paint(example, large),
            *_filter(large),
            _edit(example, large),
            _memory(example),
        ]


def enlarge(path: Path) -> None:
    """To 5,000 agreements with four contributions each."""
    dossier = Dossier.open(path, who="bench")
    parties, topics = dossier.all(Party), dossier.all(Topic)
    models = dossier.all(Agreement)
    with dossier.step("filled"):
        for n in range(AGREEMENTS - len(models)):
            model = models[n % len(models)]
            own = Agreement(
                title=f"{model.title} {n}",
                what=model.what,
                starts_on=model.starts_on,
                ends_on=model.ends_on,
                result=model.result,
                topic=topics[n % len(topics)].id,
            )
            dossier.save(own)
            for k in range(4):
                role = Role.PARTNER if k else Role.LEADS
                party = parties[(n + k) % len(parties)].id
                dossier.save(Contribution(agreement=own.id, party=party, role=role, what="doet"))
    dossier.close()


# Starting: whole processes, in turn


def _start(example: Path, large: Path) -> list[Result]:
    program = ["-m", "ozj_desktop", "--exit-after-paint"]
    commands = {
        "bare": ["-c", BARE],
        "example": [*program, str(example)],
        "large": [*program, str(large)],
        "welcome": program,
    }
    for command in commands.values():  # compiles what is not yet compiled
        process(command)
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            found[name].append(process(command)[0])
    bare, small, big, welcome = (1000 * median(found[name]) for name in commands)
    return [
        Result("start to painted overview / bare PySide6 window", small, bare, "ms", 2.0),
        Result("start to painted welcome / bare PySide6 window", welcome, bare, "ms", 2.0),
        Result("the same with 5,000 agreements / the example", big, small, "ms", 1.3),
    ]


def process(command: list[str]) -> tuple[float, str]:
    """Seconds, and what it printed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return perf_counter() - start, done.stdout


# The page of agreements: to make it, and to filter it


def _first_paint(example: Path, large: Path) -> list[Result]:
    """From the click in the rail to the painted page, in windows opened in turn."""
    from ozj_desktop.ui.places import PLACES

    keys = [place.key for place in PLACES if place.key != "overview"]
    times = [[_openings(path, keys) for path in (large, example)] for _ in range(PAINTS)]
    found = []
    for key in keys:
        pairs = ((big[key], small[key]) for big, small in times[1:])
        big, small = (1000 * median(column) for column in zip(*pairs, strict=True))
        words = f"first paint of {key}, 5,000 / the example"
        found.append(Result(words, big, small, "ms", 2.0))
    return found


def _openings(path: Path, keys: list[str]) -> dict[str, float]:
    window, app = window_of(path)
    app.processEvents()
    while not window.attention.is_ready():  # what it does meanwhile is not of a page
        app.processEvents()
    found = {}
    for key in keys:
        window.go("overview")
        app.processEvents()
        start = perf_counter()
        window.go(key)
        painted(app, window)
        found[key] = perf_counter() - start
    window.close()
    return found


def painted(app: Any, window: Any) -> None:
    """Wait until what is asked is on the screen."""
    app.processEvents()
    while not window.stack.updatesEnabled():
        app.processEvents()
    app.processEvents()


def window_of(path: Path) -> tuple[Any, Any]:
    """The window of a dossier, and the application."""
    from PySide6.QtWidgets import QApplication

    from ozj_desktop.ui.desk import Desk
    from ozj_desktop.ui.main_window import MainWindow
    from ozj_desktop.ui.starting import application
    from ozj_desktop.ui.steady import keep_constants
    from ozj_desktop.ui.theme import Theme

    app: Any = QApplication.instance() or application("bench")
    keep_constants()
    theme = app.findChild(Theme) or Theme(app)
    window = MainWindow(Desk(Dossier.open(path, who="bench"), theme, date.today()))
    window.resize(1366, 768)
    window.show()
    return window, app


def _filter(large: Path) -> list[Result]:
    """A letter typed until the rows are painted, beside Qt's own filter over the same rows."""
    window, app = window_of(large)
    window.go("agreements")
    shown = window.pages["agreements"].list
    while shown.model.warm(500):
        app.processEvents()
    proxy, view = _as_qt_does(window, shown)
    app.processEvents()

    def typed(change: Callable[[str], object], text: str) -> float:
        start = perf_counter()
        change(text)
        app.processEvents()
        return perf_counter() - start

    from ozj_desktop.ui.pages.agreements_list import GROUPS

    words = [word[:n] for word in TYPED for n in range(1, len(word) + 1)] + [""]
    pairs = [(typed(shown.filter.setText, w), typed(proxy.setFilterFixedString, w)) for w in words]
    ours, bare = (1000 * median(column) for column in zip(*pairs, strict=True))
    switch = 1000 * max(typed(shown.group, words) for words in GROUPS)
    view.close()
    window.close()
    return [
        Result("a letter in the filter of 5,000 / QSortFilterProxyModel", ours, bare, "ms", 0.25),
        Result("the slowest other grouping of 5,000 / 100 ms", switch, 100.0, "ms", 1.0),
    ]


def _as_qt_does(window: Any, shown: Any) -> tuple[Any, Any]:
    """The same rows, words and drawing behind a proxy model, in a view as large."""
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtWidgets import QHeaderView, QTableView

    from ozj_desktop.ui.list_delegate import ROW, ListDelegate
    from ozj_desktop.ui.list_model import ListModel

    class Source(ListModel):
        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            if role == Qt.ItemDataRole.UserRole + 1:
                return shown.model._hay[self.lines[index.row()].id]  # type: ignore[union-attr]
            return super().data(index, role)

    source, proxy, view = Source(window), QSortFilterProxyModel(window), QTableView()
    source.show_rows(shown.model.shown())
    proxy.setSourceModel(source)
    proxy.setFilterRole(Qt.ItemDataRole.UserRole + 1)
    proxy.sort(0)
    view.setModel(proxy)
    view.setItemDelegate(ListDelegate(window.desk.theme, view))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(ROW)
    view.resize(shown.view.size())
    view.show()
    return proxy, view


# One edit, with the page of agreements in sight


def _edit(example: Path, large: Path) -> Result:
    edits = [_editing(path) for path in (large, example)]
    times = [[edit() for edit in edits] for _ in range(EDITS)]
    big, small = (1000 * median(column) for column in zip(*times, strict=True))
    return Result("a field left to all repainted, 5,000 / the example", big, small, "ms", 1.5)


def _editing(path: Path) -> Callable[[], float]:
    """One edit of a title: typed, left, stored with its history, and painted."""
    window, app = window_of(path)
    window.go("agreements")
    page: Any = window.pages["agreements"]
    free = (
        r.id
        for r in page.list.model.shown()
        if not page.spec.locked(window.desk, _of(window, r.id))
    )
    page.show_thing(next(free))
    count = iter(range(1_000_000))
    app.processEvents()

    def edit() -> float:
        page.header.title.setPlainText(f"Andere titel {next(count)}")
        app.processEvents()
        start = perf_counter()
        page.header.title.edited.emit()
        app.processEvents()
        window.repaint()
        return perf_counter() - start

    return edit


def _of(window: Any, id: Any) -> Agreement:
    found: Agreement = window.desk.dossier.get(Agreement, id)
    return found


# At rest


def _memory(example: Path) -> Result:
    ours, bare = ["-c", REST_OURS, str(example)], ["-c", REST_BARE]
    pairs = [(_kilobytes(ours), _kilobytes(bare)) for _ in range(RESTS)]
    above = median(mine - theirs for mine, theirs in pairs) / 1000
    return Result("private memory at rest above a bare window, in MB", above, 1.0, "MB", 40.0)


def _kilobytes(command: list[str]) -> int:
    return int(process(command)[1].split()[-1])
