"""One full turn of the Kompas on figures of DUO and CBS, with mouse and keys, to the next turn."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.model.actions import Action
from ozj_desktop.model.activities import Activity, ActivityTest
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.compass import Block, Cycle
from ozj_desktop.model.goals import (
    Ambition,
    BaselineChange,
    Degree,
    FigureStatus,
    Indicator,
    Measurement,
    Outcome,
    YouthFinding,
)
from ozj_desktop.model.reviews import FigureStory, ReviewDecision, Verdict
from ozj_desktop.model.series import lines
from ozj_desktop.model.turn_picture import from_json
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.compass.baseline_card import BaselineCard
from ozj_desktop.ui.pages.compass.decisions_card import DecisionsCard
from ozj_desktop.ui.pages.compass.figures_card import FiguresCard
from ozj_desktop.ui.pages.compass.story_card import StoryCard
from ozj_desktop.ui.parts.adding import Adding
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.record_form import RecordForm
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import TODAY

# Pupils in special primary schools that stand in Almere, of the historical file of DUO
SBO = "1 oktober 2015\t681\n1 oktober 2020\t634\n1 oktober 2024\t527\n1 oktober 2025\t576"
# Young people with youth care in kind in the west of the country, of a page of CBS: 85098NED
CARE = "1e halfjaar 2023\t11,5\n2e halfjaar 2023\t11,5\n2023\t13,7"
# Early school leavers in Flevoland, of a page of CBS: 84780NED
LEAVERS = "2023/'24*\t1.260"


STORY = {
    "recognise": "Ja, wij zien dat de groei stopt",
    "explain": "Scholen krijgen hulp in de klas",
    "appreciate": "Een begin, nog niet genoeg",
    "improve": "Ook de kleuters vroeg zien",
}


@pytest.fixture
def window(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """A new dossier of Almere, with one agreement."""
    settings.put(who="A. de Boer")
    dossier = Dossier.create(tmp_path / "almere.ozj", who="A. de Boer")
    area = Area(name="Almere", kind=AreaKind.MUNICIPALITY)
    with dossier.step("filled"):
        dossier.save(area, Collaboration(name="Samen in Almere", area=area.id))
        dossier.save(Agreement(title="Elke basisschool heeft een vast gezicht", area=area.id))
    found = MainWindow(Desk(dossier, theme, TODAY))
    found.resize(1366, 768)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    yield found
    found.close() or found.close()
    found.deleteLater()


def page(window: MainWindow) -> Any:
    return window.pages["compass"]


def part(window: MainWindow, kind: type) -> Any:
    detail = page(window).shown_thing().shown()
    return next(body for body in detail.bodies if isinstance(body, kind))


def press(within: Any, words: str, qtbot: QtBot) -> None:
    found = (b for b in within.findChildren(QAbstractButton) if b.text().strip() == words)
    qtbot.mouseClick(next(b for b in found if b.isVisible()), Qt.MouseButton.LeftButton)


def say(window: MainWindow, block: Block, words: str, qtbot: QtBot) -> None:
    """A line in a block, with Enter."""
    qtbot.mouseClick(page(window).list.rows[block], Qt.MouseButton.LeftButton)
    line = page(window).view.ask.line
    line.setFocus()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def write(editor: Any, words: str, qtbot: QtBot) -> None:
    """In a field, and on to the next."""
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)


def paste(table: Any, words: str, qtbot: QtBot) -> None:
    """In the first cell of the row for a new one."""
    table.setFocus()
    table.setCurrentIndex(table.parts.index(table.parts.rowCount() - 1, 0))
    QApplication.clipboard().setText(words)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def one(window: MainWindow, kind: type) -> Any:
    (found,) = window.desk.dossier.all(kind)
    return found


def field(window: MainWindow, name: str) -> Any:
    detail = page(window).shown_thing().shown()
    forms = (body for body in detail.bodies if isinstance(body, RecordForm))
    return next(box for form in forms if (box := form.reveal(name, focus=True)))


def choose(window: MainWindow, name: str, words: str, qtbot: QtBot) -> None:
    """One of a list, by its first letters and Enter."""
    edit = field(window, name).editor
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, words)
    qtbot.waitUntil(lambda: edit.is_open())
    qtbot.keyClick(edit._popup, Qt.Key.Key_Return)
    with qtbot.waitActive(window):  # in memory the list stays the active window
        window.activateWindow()


def one_or_none(window: MainWindow, kind: type) -> Any:
    found = window.desk.dossier.all(kind)
    return found[0] if found else None


def press_menu(window: MainWindow, words: str) -> None:
    menu = page(window)._turn_menu
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text() == words).trigger()


def new_indicator(window: MainWindow, name: str, qtbot: QtBot) -> Indicator:
    """Named on the page of the result, and opened."""
    window.go(one(window, Outcome).id)
    adding = part(window, Adding)
    adding.line.setFocus()
    qtbot.keyClicks(adding.line, name)
    qtbot.keyClick(adding.line, Qt.Key.Key_Return)
    made = next(i for i in window.desk.dossier.all(Indicator) if i.name == name)
    window.go(made.id)
    return made


def values(window: MainWindow, indicator: Indicator) -> dict[str, str]:
    found = window.desk.dossier.all(Measurement, indicator=indicator.id)
    return {m.period: m.value for m in found}


def test_a_full_turn(window: MainWindow, qtbot: QtBot) -> None:
    dossier = window.desk.dossier
    window.go("compass")
    press(page(window), "Begin de eerste ronde", qtbot)

    # Plan: a line per block
    say(window, Block.STATE, "Meer kinderen gaan naar een speciale school", qtbot)
    say(window, Block.AMBITIONS, "Elk kind leert dicht bij huis", qtbot)
    say(window, Block.OUTCOMES, "Meer kinderen blijven op een gewone school", qtbot)
    say(window, Block.ACTIVITIES, "Jeugdhulp op elke basisschool", qtbot)
    assert one(window, YouthFinding).what.startswith("Meer kinderen")
    assert one(window, Ambition).what == "Elk kind leert dicht bij huis"

    # Figures, as they stand in the files
    care = new_indicator(window, "Jongeren met jeugdhulp", qtbot)
    grid = part(window, FiguresCard).values
    paste(grid.table, CARE, qtbot)
    assert set(values(window, care).values()) == {""}  # 11,5 is no number of children
    choose(window, "measure", "percentage", qtbot)
    qtbot.waitUntil(lambda: "" not in values(window, care).values())
    assert values(window, care) == {"2023-1": "11.5", "2023-2": "11.5", "2023": "13.7"}
    assert len(lines(dossier.all(Measurement, indicator=care.id))) == 2
    leavers = new_indicator(window, "Voortijdig schoolverlaters", qtbot)
    paste(part(window, FiguresCard).values.table, LEAVERS, qtbot)
    (found,) = dossier.all(Measurement, indicator=leavers.id)
    assert (found.value, found.status) == ("1260", FigureStatus.PROVISIONAL)
    sbo = new_indicator(window, "Leerlingen sbo", qtbot)
    paste(part(window, FiguresCard).values.table, SBO, qtbot)
    assert {*values(window, sbo).values()} == {"681", "634", "527", "576"}

    # From where to where, and what is done for it
    write(field(window, "baseline").editor, "634", qtbot)
    write(field(window, "baseline_period").editor, "1-10-2020", qtbot)
    write(field(window, "target").editor, "450", qtbot)
    write(field(window, "target_period").editor, "1-10-2030", qtbot)
    press(part(window, BaselineCard), "Nulwaarde vaststellen", qtbot)
    now = window.desk.get(Indicator, sbo.id)
    assert now is not None
    assert (now.baseline, now.baseline_period, now.target) == ("634", "2020-10-01", "450")
    assert now.baseline_fixed_on == TODAY
    activity = one(window, Activity)
    window.go(activity.id)
    tests = part(window, PartCard).table
    paste(tests, "Meer kinderen blijven op een gewone school\tja\tja\tveel", qtbot)
    (test,) = dossier.all(ActivityTest)
    assert test.degree is Degree.MUCH

    # Check and act: the story behind the figure, and what is decided
    window.go(sbo.id)
    story = part(window, StoryCard)
    press(story, "Begin een duidingsgesprek", qtbot)
    for name, words in STORY.items():
        write(story.boxes[name].editor, words, qtbot)
    assert one(window, FigureStory).recognise == STORY["recognise"]
    row = part(window, DecisionsCard).rows[0]
    qtbot.waitUntil(row.verdict.isVisible)
    press(row.verdict, "versterken", qtbot)
    write(row.reason, "Ouders merken het verschil", qtbot)
    decided = one(window, ReviewDecision)
    assert (decided.verdict, decided.reason) == (Verdict.STRENGTHEN, "Ouders merken het verschil")
    adding = part(window, Adding)
    adding.line.setFocus()
    qtbot.keyClicks(adding.line, "Vraag drie scholen mee te doen")
    qtbot.keyClick(adding.line, Qt.Key.Key_Return)
    assert one(window, Action).came_from == sbo.id

    # A baseline that was wrong, with the reason; the old value stays in sight
    baseline = part(window, BaselineCard)
    press(baseline, "Nulwaarde wijzigen …", qtbot)
    write(baseline.value.editor, "640", qtbot)
    press(baseline, "Wijzigen", qtbot)
    assert one_or_none(window, BaselineChange) is None
    write(baseline.reason.editor, "DUO telde zes leerlingen na", qtbot)
    press(baseline, "Wijzigen", qtbot)
    assert one(window, BaselineChange).was == "634"
    told = [shown.text() for shown in baseline.findChildren(QLabel)]
    assert any("Was 634 over 1 oktober 2020" in text for text in told)

    # The turn closes, and the next begins from it
    page(window).ask_to_close()
    write(page(window).closing.back.editor, "Wij kennen elkaar nu", qtbot)
    press(page(window).closing, "Sluit af en begin de tweede ronde", qtbot)
    old, new = sorted(dossier.all(Cycle), key=lambda turn: turn.closed_on is None)
    assert (old.looking_back, new.previous) == ("Wij kennen elkaar nu", old.id)
    shown = from_json(dossier.blob(old.picture))
    assert [f.figure for f in shown.figures if f.name == "Leerlingen sbo"] == ["576"]
    press_menu(window, "Rondes naast elkaar")
    texts = [made.text() for made in page(window).both._choices]
    assert texts[0].startswith("eerste ronde, afgesloten") and texts[1].startswith("tweede ronde")
