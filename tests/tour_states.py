"""Stops of the tour at states that pass: a folded rail, menus, work that goes on, a file gone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Stop = tuple[str, Callable[[], object]]


def stops(tour: Any) -> Iterator[Stop]:
    yield "82-rail-ingeklapt", lambda: folded(tour)
    yield "83-menu-bij-een-afspraak", lambda: more(tour)
    yield "84-menu-groeperen", lambda: grouping(tour)
    yield "85-menu-van-een-regel", lambda: row_menu(tour)
    yield "86-bezig", lambda: busy(tour)
    yield "87-klaar-afspraak", lambda: ready(tour)
    yield "88-geschiedenis-niets", lambda: no_past(tour)
    yield "89-bestand-weg", lambda: gone(tour)


def folded(tour: Any) -> None:
    tour.window.room.toggle_rail()
    tour.window.go("agreements")


def page(tour: Any) -> Any:
    tour.window.go("agreements")
    found = tour.window.pages["agreements"]
    found.list.message.hide()
    return found


def more(tour: Any) -> None:
    tour.window.room.toggle_rail()
    tour.draft()
    tour.settle()
    button = page(tour).header._more
    button.menu().popup(_below(button))


def grouping(tour: Any) -> None:
    button = page(tour).list._arrangement._group_chip
    button.menu().popup(_below(button))


def row_menu(tour: Any) -> None:
    page(tour).list.view.show_menu()


def _below(button: Any) -> Any:
    from PySide6.QtCore import QPoint

    return button.mapToGlobal(QPoint(0, button.height()))


def busy(tour: Any) -> None:
    from ozj_desktop.ui.background import Job

    job = Job("lokale-educatieve-agenda.pdf maken", lambda _: None, tour.window)
    tour.window.status.follow(job)
    job.progressed.emit(12, 30)


def ready(tour: Any) -> None:
    tour.window.status.tell("")
    tour.draft().readiness.open()


def no_past(tour: Any) -> None:
    from ozj_desktop.ui.past_filter import PastFilter

    tour.window.go("history", PastFilter(words="zzz"))


def gone(tour: Any) -> None:
    """What is told once the file is no longer where it was."""
    from ozj_desktop.errors import UserError
    from ozj_desktop.ui.problems import sentence_box

    path = Path(tour.window.desk.dossier.path)
    away = path.rename(path.with_suffix(".elders"))
    page(tour)
    try:
        with tour.window.desk.step("filled"):
            pass
        tour.window.desk.dossier.undo()
        told = ""
    except UserError as error:
        told = str(error)
    away.rename(path)
    sentence_box(told, tour.theme).open()
