"""Stops of the tour at the list of agreements: views, several chosen, a period copied."""

from collections.abc import Callable, Iterator
from typing import Any

Stop = tuple[str, Callable[[], object]]


def stops(tour: Any) -> Iterator[Stop]:
    yield "70-weergave-menu", lambda: menu(tour)
    yield "71-weergave-gekozen", lambda: view(tour, "wacht op akkoord")
    yield "72-weergave-leeg", lambda: view(tour, "vertrouwelijk")
    yield "73-weergave-bewaren", lambda: save(tour)
    yield "74-groep-overlegtafel", lambda: grouped(tour, "overlegtafel", "in het stuk")
    yield "75-alles-ingeklapt", lambda: page(tour).list.fold_all(True)
    yield "76-meer-gekozen", lambda: several(tour, 4)
    yield "77-samen-gewijzigd", lambda: change(tour)
    yield "77-samen-gewijzigd-smal", lambda: narrow(tour)
    yield "78-regels-geplakt", lambda: paste(tour, "Elke week bellen\nSamen eten\nVaste dag")
    yield "79-lang-geplakt", lambda: paste(tour, "heel lang verhaal " * 60)
    yield "80-periode-kopieren", lambda: period(tour)
    yield "81-periode-gekopieerd", lambda: copied(tour)


def page(tour: Any) -> Any:
    tour.window.go("agreements")
    found = tour.window.pages["agreements"]
    found.list.message.hide()
    return found


def menu(tour: Any) -> None:
    from PySide6.QtCore import QPoint

    views = page(tour).list.views
    button = views.button
    views.menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def view(tour: Any, words: str) -> None:
    views = page(tour).list.views
    views.choose(next(v for v in views._offered() if v.words == words))


def save(tour: Any) -> None:
    view(tour, "wacht op akkoord")
    shown = page(tour).list
    shown.views._save()
    shown.views.ask.line.setText("Nog langs de besturen")


def grouped(tour: Any, group: str, order: str) -> None:
    shown = page(tour).list
    shown.views.ask.hide()
    shown.show_all()
    shown.group(group)
    shown.order(order)
    shown.view.setFocus()


def several(tour: Any, count: int) -> None:
    shown = page(tour).list
    shown.fold_all(False)
    shown.group("thema")
    shown.choose_all([row.id for row in shown.model.shown()[:count]])
    page(tour).show_chosen()


def change(tour: Any) -> None:
    found = page(tour)
    fast = [row.id for row in found.list.model.shown() if _fast(tour, row.id)]
    free = [row.id for row in found.list.model.shown() if not _fast(tour, row.id)]
    found.list.choose_all([*fast[:2], *free[:3]])
    found.show_chosen()
    tour.settle()
    box = next(box for box in found._several.panel.boxes if box.field.name == "area")
    box.stored.emit("area", found.desk.names.options(box.field)[0][0], False)


def narrow(tour: Any) -> None:
    """Where the list and the panel do not fit beside each other, the panel alone."""
    found = page(tour)
    if found.columns.narrow:
        found.list.changing.emit()


def _fast(tour: Any, id: str) -> bool:
    from ozj_desktop.model.agreements import Agreement
    from ozj_desktop.model.versions import frozen_fields

    desk = tour.window.desk
    return bool(frozen_fields(desk.facts, desk.get(Agreement, id)))


def paste(tour: Any, text: str) -> None:
    page(tour)._back_to_list()
    shown = page(tour).list
    shown.choose_first()
    page(tour).show_chosen()
    shown.new.setText(text)


def period(tour: Any) -> None:
    found = page(tour)
    found.spec.list_commands(found)[0].do()


def copied(tour: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    period(tour)
    tour.settle()
    panel = tour.window.pages["agreements"]._panels.shown
    QTest.mouseClick(panel.make, Qt.MouseButton.LeftButton)
