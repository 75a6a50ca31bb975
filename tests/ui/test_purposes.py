"""The rail shows what somebody uses the program for; the rest is one click further."""

import pytest
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.exchange.content import starting_items
from ozj_desktop.model.actions import Action
from ozj_desktop.model.areas import Area
from ozj_desktop.model.forums import Topic
from ozj_desktop.paths import resource
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.launching import Launcher
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES, arranged, filled
from ozj_desktop.ui.purposes import PURPOSES, Purpose, keep_purpose, purpose
from ozj_desktop.ui.rail import Rail

BY_KEY = {known.key: known for known in PURPOSES}


@pytest.fixture
def rail(desk: Desk, qtbot: QtBot) -> Rail:
    with desk.dossier.step("filled"):
        desk.dossier.save(*starting_items())
    made = Rail(desk)
    qtbot.addWidget(made)
    made.resize(208, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def top(rail: Rail) -> list[str]:
    """The places above Meer, as they stand."""
    above = [(b.y(), key) for key, b in rail.buttons.items() if not rail._inner.isAncestorOf(b)]
    below = {place.key for place in PLACES if place.where == "below"}
    return [key for _, key in sorted(above) if key not in below]


def under_more(rail: Rail) -> list[str]:
    rail.open_more(True)
    inner = [(b.y(), key) for key, b in rail.buttons.items() if rail._inner.isAncestorOf(b)]
    return [key for _, key in sorted(inner)]


def laid_out(rail: Rail, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len({b.y() for b in rail.buttons.values()}) > 2)


def test_every_purpose_knows_its_places_and_has_a_picture() -> None:
    keys = {place.key for place in PLACES}
    for known in PURPOSES:
        assert {*known.places} <= keys
        assert resource(f"icons/{known.picture}.svg").exists()
    assert purpose() is None
    keep_purpose("follow")
    assert purpose() == BY_KEY["follow"]
    settings.put(purpose="van later")
    assert purpose() is None


@pytest.mark.parametrize("known", [p for p in PURPOSES if p.places], ids=lambda p: p.key)
def test_only_what_somebody_came_for_stands_above_more(
    known: Purpose, rail: Rail, qtbot: QtBot
) -> None:
    rail.serve(known)
    qtbot.waitUntil(lambda: {*top(rail)} - {"signals"} == {*known.places} - {"signals"})
    assert rail._inner.isHidden()
    shown = {*top(rail), *under_more(rail), "signals", "history"}
    assert shown == {place.key for place in PLACES}


def test_who_follows_has_attention_among_the_first(rail: Rail) -> None:
    rail.serve(BY_KEY["follow"])
    homes = arranged(BY_KEY["follow"].places, ())
    assert "signals" in {place.key for place in homes["main"]}
    assert [place.key for place in homes["below"]] == ["history"]


def test_who_came_for_all_has_more_open(rail: Rail) -> None:
    rail.serve(BY_KEY["all"])
    assert not rail._inner.isHidden()
    rail.serve(None)
    assert rail._inner.isHidden()


def test_under_more_stands_first_what_the_dossier_uses(
    rail: Rail, desk: Desk, qtbot: QtBot
) -> None:
    assert filled(desk) == {"agreements", "parties"}
    with desk.dossier.step("filled"):
        desk.dossier.save(Area(name="Lindebroek"), Topic(name="Taal"))
    rail.open_more(True)
    qtbot.waitUntil(lambda: under_more(rail)[:2] == ["topics", "areas"])
    assert under_more(rail)[-1] == "lists"


def test_actions_move_up_under_more_once_there_are_some(desk: Desk) -> None:
    def under() -> list[str]:
        homes = arranged(BY_KEY["agreements"].places, filled(desk))
        return [place.key for place in homes["more"]]

    with desk.dossier.step("filled"):
        desk.dossier.save(Topic(name="Taal"))
    assert under()[0] == "topics"
    with desk.dossier.step("filled"):
        desk.dossier.save(Action(what="Bel"))
    assert under()[:2] == ["actions", "topics"]


def test_tab_follows_the_order_on_screen(rail: Rail, qtbot: QtBot) -> None:
    rail.serve(BY_KEY["follow"])
    after = rail.buttons["parties"]
    seen = []
    while after is not rail._fold:
        after = after.nextInFocusChain()  # type: ignore[assignment]
        seen.append(after)
    assert seen.index(rail._more) < seen.index(rail.buttons["charter"])
    assert seen.index(rail.buttons["charter"]) < seen.index(rail.buttons["history"])


def test_the_purpose_is_chosen_anew_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    launcher = Launcher(window)
    menu = window.top.dossier_menu()
    inner = next(a.menu() for a in menu.actions() if a.text() == "Waarvoor gebruikt u dit?")
    words = [action.text() for action in inner.actions()]  # type: ignore[union-attr]
    assert words == [known.title for known in PURPOSES]
    window.go("charter")
    inner.actions()[1].trigger()  # type: ignore[union-attr]
    assert settings.get("purpose") == "follow"
    assert window.rail._inner.isAncestorOf(window.rail.buttons["charter"])
    assert not window.rail._inner.isHidden()  # one is there
    assert launcher.parent() is window
    menu.close()


def test_a_place_under_more_opens_it(window: MainWindow) -> None:
    window.rail.serve(BY_KEY["follow"])
    assert window.rail._inner.isHidden()
    window.go("documents")
    assert not window.rail._inner.isHidden()


def test_without_a_choice_every_place_is_where_it_is_at_home() -> None:
    homes = arranged((), ())
    assert {w: [p.key for p in homes[w]] for w in homes} == {
        w: [p.key for p in PLACES if p.where == w] for w in homes
    }
