"""Stops of the tour in the Kompas: each block and thing, figures, conversations, turns."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

Stop = tuple[str, Callable[[], object]]


def stops(tour: Any) -> Iterator[Stop]:
    from ozj_desktop.model.compass import Block
    from ozj_desktop.model.goals import Indicator
    from ozj_desktop.ui.pages.compass.things import AT_HOME

    for block in Block:
        yield f"90-kompas-blok-{block.number}", partial(opened, tour, block)
    for kind in AT_HOME:
        yield f"91-kompas-{kind.names[0]}", partial(shown, tour, kind)
    yield "91-kompas-indicator-cijfers", partial(scrolled, tour, Indicator, 420)
    yield "91-kompas-indicator-verhaal", partial(scrolled, tour, Indicator, 1000)
    yield "91-kompas-indicator-besluiten", partial(scrolled, tour, Indicator, 1700)
    yield "92-kompas-cijfers-invullen", lambda: page(tour).fill_in()
    yield "92-kompas-wie-draagt-bij", lambda: page(tour).divide()
    yield "93-kompas-ronde-afsluiten", lambda: page(tour).ask_to_close()
    yield "94-kompas-rondes-naast-elkaar", lambda: page(tour).lay_side_by_side()


def page(tour: Any) -> Any:
    tour.window.go("compass")
    return tour.window.pages["compass"]


def opened(tour: Any, block: Any) -> None:
    page(tour).open_block(block)


def shown(tour: Any, kind: Any) -> None:
    page(tour)
    tour.window.go(tour.window.desk.dossier.all(kind)[0].id)


def scrolled(tour: Any, kind: Any, down: int) -> None:
    shown(tour, kind)
    tour.settle()
    tour.window.pages["compass"].shown_thing().shown().area.verticalScrollBar().setValue(down)
