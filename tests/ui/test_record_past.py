"""Wat is hier veranderd: on every record, over its cards, by keyboard."""

from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import decisions
from ozj_desktop.model.goals import Outcome
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_page import RecordPage

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def on_free_agreement(window: MainWindow) -> tuple[Any, Agreement]:
    decided = decisions(window.desk.facts)
    found = next(a for a in window.desk.dossier.all(Agreement) if a.id not in decided)
    window.go(found.id)
    return window.pages["agreements"], found


def settled(page: Any, qtbot: QtBot) -> list[Any]:
    past = page._past._panel.list
    qtbot.waitUntil(lambda: not past.search.busy)
    return list(past.entries())


def _of_a_thing(detail: Any, qtbot: QtBot) -> None:
    detail.header._more.menu().aboutToShow.emit()
    actions = {action.text(): action for action in detail.header._more.menu().actions()}
    actions["Wat is hier veranderd\tCtrl+Shift+H"].trigger()
    past = detail.past._panel.list
    qtbot.waitUntil(lambda: not past.search.busy)
    assert past.entries()


@pytest.mark.parametrize("key", [place.key for place in PLACES if place.kinds])
def test_every_kind_has_it(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.go(key)
    page: Any = window.pages[key]
    if key == "compass":  # by the menu of each of its things
        window.go(window.desk.dossier.all(Outcome)[0].id)
        _of_a_thing(page.thing.shown(), qtbot)
        return
    if key == "signals":
        return  # what is set aside says who and when itself
    if isinstance(page, RecordPage) or key == "collaboration":
        page.header._more.menu().aboutToShow.emit()
        actions = {action.text(): action for action in page.header._more.menu().actions()}
        actions["Wat is hier veranderd\tCtrl+Shift+H"].trigger()
        assert settled(page, qtbot)
        assert page._past.is_open()
    else:
        buttons = [b for b in page.findChildren(QPushButton) if b.text().startswith("Wat is hier")]
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        shown: Any = window.pages["history"]
        assert shown.bar.filter.about.kinds


def test_keys_open_it_and_esc_gives_the_field_back(window: MainWindow, qtbot: QtBot) -> None:
    page, agreement = on_free_agreement(window)
    window.desk.edit(agreement, {"title": "Anders"})
    page.header.title.setFocus()
    qtbot.keyClick(page.header.title, Qt.Key.Key_H, BOTH)
    told = settled(page, qtbot)
    assert (told[0].told[0].before, told[0].told[0].after) == (agreement.title, "Anders")
    assert page._past._panel.isVisible() and not page._area.isVisible()
    assert page._past._panel.list._rows[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page._area.isVisible() and not page._past.is_open()
    assert page.header.title.hasFocus()
    page.header._more.menu().aboutToShow.emit()  # once seen there, the keys still work
    qtbot.keyClick(page.header.title, Qt.Key.Key_H, BOTH)
    assert page._past.is_open()
    window.go(agreement.id, "result")
    assert not page._past.is_open()
    assert QApplication.focusWidget().accessibleName() == "Welk resultaat"  # type: ignore[union-attr]


def test_it_tells_of_parts_also_of_those_that_are_gone(window: MainWindow, qtbot: QtBot) -> None:
    page, agreement = on_free_agreement(window)
    contribution = window.desk.dossier.all(Contribution, agreement=agreement.id)[0]
    window.desk.edit(contribution, {"what": "schuift aan op verzoek"})
    window.desk.delete(contribution)
    window.desk.edit(window.desk.dossier.all(Agreement)[0], {"internal_remark": "van een ander"})
    page._past.open()
    told = settled(page, qtbot)
    assert told[0].what == "bijdrage verwijderd"
    assert told[1].what == "‘Wat’ gewijzigd"
    assert told[0].told[0].before == "schuift aan op verzoek"
    assert told[-1].told  # what came with the dossier: of this agreement, not all of it
    assert all(t.id in page._past._panel.list._wanted.ids for e in told for t in e.told)


def test_it_follows_the_list_and_every_edit(window: MainWindow, qtbot: QtBot) -> None:
    page, agreement = on_free_agreement(window)
    page._past.open()
    settled(page, qtbot)
    window.desk.edit(agreement, {"title": "Anders"})
    assert settled(page, qtbot)[0].told[0].after == "Anders"
    other = next(row.id for row in page.list.model.shown() if row.id != agreement.id)
    page.list.choose(other)
    page.show_thing(other)
    told = settled(page, qtbot)
    assert "Anders" not in [t.after for entry in told for t in entry.told]


def test_an_old_text_comes_back_from_there(window: MainWindow, qtbot: QtBot) -> None:
    page, agreement = on_free_agreement(window)
    window.desk.edit(agreement, {"what": f"{agreement.what} En nog iets."})
    page._past.open()
    settled(page, qtbot)
    row = page._past._panel.list._rows[0]
    back = next(b for b in row.findChildren(QPushButton) if "Oude waarde" in b.text())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert window.desk.dossier.get(Agreement, agreement.id).what == agreement.what
    assert page._past.is_open()


def test_what_lies_fast_does_not_come_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    decided = decisions(desk.facts)
    fast = next(a for a in desk.dossier.all(Agreement) if a.id in decided)
    with desk.step("edited Agreement title"):  # as if it was changed before it was submitted
        desk.dossier.put(
            "agreement", fast.id, {**desk.dossier.rows.read("agreement", fast.id), "title": "X"}
        )
    window.go(fast.id)
    page: Any = window.pages["agreements"]
    page._past.open()
    settled(page, qtbot)
    row = page._past._panel.list._rows[0]
    back = next(b for b in row.findChildren(QPushButton) if "Oude waarde" in b.text())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "ligt vast in" in row._remedy.text()
    assert desk.dossier.get(Agreement, fast.id).title == "X"


def test_it_closes_after_the_button_that_opened_it_is_gone(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, agreement = on_free_agreement(window)
    button = QPushButton("Weg", page._detail)
    button.show()
    button.setFocus()
    page._past.open()
    shiboken6.delete(button)
    page._past.close()
    assert page._area.isVisible()
    assert page.list.current() == agreement.id
