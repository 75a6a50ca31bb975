"""What 300 indicators over 20 years in 40 areas cost: to show, to change, and on the overview."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from ozj_desktop.exchange.build import build
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.compass import Block
from ozj_desktop.model.goals import Indicator, Measurement, Outcome
from ozj_desktop.model.turn import first_turn
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from tests.benchmarks.bench_store import bare_edit
from tests.benchmarks.bench_window import painted, process, window_of
from tests.benchmarks.table import Result, in_turn

INDICATORS, PERIODS, AREAS = 300, 20, 40
PAINTS, EDITS, STARTS = 6, 41, 9


def measure() -> list[Result]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["OZJ_HOME"] = str(folder / "home")
        from ozj_desktop import settings

        settings.put(who="bench")  # so that nobody is asked
        example, large = folder / "voorbeeld.ozj", folder / "groot.ozj"
        for path in (example, large):
            build(resource("demo/voorbeeldregio.toml"), path, today=date.today(), who="bench")
        empty = folder / "leeg.ozj"
        enlarge(large)
        _nearly_empty(empty)
        return [*_paint(large, empty), *_edit(large, folder), _overview(large, example)]


def enlarge(path: Path) -> None:
    """To 240,000 figures."""
    dossier = Dossier.open(path, who="bench")
    there, areas = dossier.all(Outcome), dossier.all(Area)
    with dossier.step("filled"):
        for n in range(AREAS - len(areas)):
            areas.append(Area(name=f"Wijk {n}", kind=AreaKind.DISTRICT))
            dossier.save(areas[-1])
        for n in range(INDICATORS - dossier.count(Indicator)):
            outcome = there[n % len(there)].id
            own = Indicator(name=f"Indicator {n}", outcome=outcome, baseline="900", target="300")
            dossier.save(own)
            dossier.save(*_figures(own, areas, n))
    dossier.close()


def _figures(indicator: Indicator, areas: list[Area], n: int) -> list[Measurement]:
    return [
        Measurement(
            indicator=indicator.id,
            area=area.id if area else None,
            period=str(date.today().year - year),
            value=str(100 + (n * year) % 900),
        )
        for area in [None, *areas[1:]]
        for year in range(1, PERIODS + 1)
    ]


def _nearly_empty(path: Path) -> None:
    """A turn with one indicator, of which nothing was measured."""
    dossier = Dossier.create(path, who="bench")
    with dossier.step("filled"):
        outcome = Outcome(what="Minder kinderen thuis")
        dossier.save(first_turn(date.today()), outcome)
        dossier.save(Indicator(name="Indicator", outcome=outcome.id))
    dossier.close()


# Pages, in windows opened in turn


def _paint(large: Path, empty: Path) -> list[Result]:
    times = [(_openings(large), _openings(empty)) for _ in range(PAINTS)]
    found = []
    for what in times[0][0]:
        pairs = ((big[what], small[what]) for big, small in times[1:])
        big, small = (1000 * median(column) for column in zip(*pairs, strict=True))
        found.append(Result(f"first paint of {what}, 240,000 / none", big, small, "ms", 2.0))
    return found


def _openings(path: Path) -> dict[str, float]:
    window, app = _ready(path)
    indicator = window.desk.dossier.all(Indicator)[-1].id

    def timed(act: Callable[[], object]) -> float:
        start = perf_counter()
        act()
        painted(app, window)
        return perf_counter() - start

    def grid() -> None:
        window.go("compass")
        painted(app, window)
        window.pages["compass"].fill_in()

    found = {"the Kompas and the grid of an area": timed(grid)}
    found["an indicator with its figures"] = timed(lambda: window.go(indicator))
    page: Any = window.pages["compass"]
    found["the block of results"] = timed(lambda: page.open_block(Block.OUTCOMES))
    window.close()
    return found


def _ready(path: Path) -> tuple[Any, Any]:
    window, app = window_of(path)
    app.processEvents()
    while not window.attention.is_ready():  # what it does meanwhile is not of a page
        app.processEvents()
    return window, app


# One figure, with the grid in sight


def _edit(large: Path, folder: Path) -> list[Result]:
    """One figure typed in the grid, stored with its history, against an UPDATE and an INSERT."""
    window, app = _ready(large)
    window.go("compass")
    page: Any = window.pages["compass"]
    page.fill_in()
    painted(app, window)
    model, plain = page.fill.card.table.parts, bare_edit(folder / "b.db")
    count = iter(range(1, 1_000_000))

    def typed() -> None:
        n = next(count)
        model.take({(n % 20, 2): str(1000 + n)}, "typed")

    def shown() -> None:
        typed()
        app.processEvents()

    ours, bare = in_turn(typed, plain, EDITS)
    seen, again = in_turn(shown, plain, EDITS)
    window.close()
    what = "one figure of 240,000"
    return [
        Result(f"{what}, stored and its cell told", ours * 1e3, bare * 1e3, "ms", 2.0),
        Result(f"{what}, until all is painted", seen * 1e3, again * 1e3, "ms", 2.0),
    ]


# The overview


def _overview(large: Path, example: Path) -> Result:
    """A start to the painted overview, with its wheel and results."""
    program = ["-m", "ozj_desktop", "--exit-after-paint"]
    commands = [[*program, str(path)] for path in (large, example)]
    times = [[process(command)[0] for command in commands] for _ in range(STARTS)]
    big, small = (1000 * median(column) for column in zip(*times[1:], strict=True))
    return Result("start to painted overview, 240,000 / the example", big, small, "ms", 1.3)
