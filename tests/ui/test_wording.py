"""One word for one thing, one picture for one meaning, and no page that leaves people at a loss."""

from collections import defaultdict

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages import (
    actions_page,
    agreements_page,
    areas_page,
    documents_page,
    existing_page,
    forums_page,
    parties_page,
    topics_page,
)
from ozj_desktop.ui.parts.card import Empty
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import TODAY, whole

SPECS = [
    page.SPEC
    for page in (
        *(actions_page, agreements_page, areas_page, documents_page),
        *(existing_page, forums_page, parties_page, topics_page),
    )
]


def test_buttons_that_mean_the_same_carry_the_same_picture(window: MainWindow) -> None:
    seen: dict[str, set[bool]] = defaultdict(set)
    window.go(window.desk.dossier.all(Party)[0].id)
    for place in PLACES:
        window.go(place.key)
        for made in window.pages[place.key].findChildren(QPushButton):
            words = "".join(c for c in made.text() if not c.isdigit()).strip()
            if words and made.property("look") not in ("chip", "chip-on", "segment"):
                seen[words.split(" ")[0] if words.startswith("Toon") else words].add(
                    made.icon().isNull()
                )
    assert [words for words, kinds in seen.items() if len(kinds) > 1] == []


@pytest.mark.parametrize("key", ["overview", "parties", "collaboration"])
def test_where_there_is_little_room_no_button_to_begin_is_cut(
    key: str, dossier: Dossier, theme: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(Desk(dossier, theme, TODAY))
    qtbot.addWidget(window)
    window.resize(640, 360)  # 1280x720 at 200 %
    with qtbot.waitExposed(window):
        window.show()
    window.go(key)
    found = next(e for e in window.findChildren(Empty) if e.isVisible())
    for made in found.findChildren(QPushButton):
        assert made.visibleRegion().boundingRect() == made.rect(), made.text()
    window.close()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title)
def test_an_empty_page_says_what_to_do(qtbot: QtBot, desk: Desk, spec: object) -> None:
    page = whole(RecordPage(desk, spec))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    found = page.findChild(Empty)
    assert found is not None
    assert any(word in page.spec.empty[1] for word in ("Typ", "schrijf"))
    begin, *_, example = found.findChildren(QPushButton)
    assert begin.text().startswith(("Eerste ", "Schrijf "))
    assert not begin.icon().isNull()
    asked: list[bool] = []
    desk.show_example = lambda: asked.append(True)
    assert example.text() == "Voorbeelddossier bekijken"
    example.click()
    assert asked == [True]
