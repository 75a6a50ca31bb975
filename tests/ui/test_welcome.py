"""The welcome: from nothing to a dossier one can type in, by mouse and by keys."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui import saving
from ozj_desktop.ui.access_keys import AccessKeys
from ozj_desktop.ui.explainer import Explainer
from ozj_desktop.ui.opening import open_window as open_path
from ozj_desktop.ui.recent import recents, remember
from ozj_desktop.ui.starting import type_at
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.choices import Option
from ozj_desktop.ui.welcome.party_question import pasted
from ozj_desktop.ui.welcome.window import WelcomeWindow
from tests.ui.answering import when_asked
from tests.ui.conftest import TODAY

LEFT = Qt.MouseButton.LeftButton
LOW = 640, 360  # a screen of 1280x720 at 200 %


class Opened:
    """Takes what the welcome opens, and refuses what is told."""

    def __init__(self) -> None:
        self.paths: list[tuple[Path, str]] = []
        self.refusal = ""

    def __call__(self, path: Path, place: str) -> None:
        if self.refusal:
            raise UserError(self.refusal)
        self.paths.append((path, place))


@pytest.fixture
def opened() -> Opened:
    return Opened()


Starter = Callable[..., WelcomeWindow]


@pytest.fixture
def start(theme: Theme, opened: Opened, qtbot: QtBot) -> Starter:
    def one(**how: Any) -> WelcomeWindow:
        window = WelcomeWindow(theme, TODAY, opened, **how)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        with qtbot.waitActive(window), qtbot.waitSignal(window.painted):
            window.show()
            window.activateWindow()
        return window

    return one


@pytest.fixture
def welcome(start: Starter) -> WelcomeWindow:
    return start()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossiers"
    made.mkdir()
    settings.put(dossier_folder=str(made))
    return made


@pytest.fixture
def target(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dialog about the place to keep it will say."""
    path = folder / "nieuw.ozj"
    monkeypatch.setattr(saving, "ask", lambda *_, **__: path)
    return path


def test_what_is_short_explains_itself_before_there_is_a_dossier(
    welcome: WelcomeWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: welcome.findChild(Explainer) is not None)
    explainer = welcome.findChild(Explainer)
    assert isinstance(explainer, Explainer)
    cards = {card.accessibleName(): card for card in welcome.findChildren(QAbstractButton)}
    oogo = next(card for name, card in cards.items() if name.startswith("OOGO"))
    assert "Op overeenstemming gericht overleg" in explainer.told(oogo, QPoint(5, 5))


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), key)


def to(widget: QWidget, qtbot: QtBot) -> None:
    for _ in range(60):
        if widget.hasFocus():
            return
        press(Qt.Key.Key_Tab, qtbot)
    raise AssertionError(f"Tab does not come to {widget.accessibleName()}")


# Choosing


def test_the_first_start_begins_at_the_first_card(welcome: WelcomeWindow) -> None:
    assert focused() is welcome.front.purposes.options["agreements"]
    assert welcome.front.templates.value() == "lea"


def test_arrows_choose_and_enter_begins(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Right, qtbot)
    assert welcome.front.purposes.value() == "follow"
    to(welcome.front.templates.options["lea"], qtbot)
    press(Qt.Key.Key_Down, qtbot)
    assert welcome.front.templates.value() == "grondwet"
    press(Qt.Key.Key_Return, qtbot)
    assert welcome.steps.isVisible()
    assert welcome.steps.name.name.hasFocus()
    assert "1 van 3 · Grondwet" in welcome.steps.progress.text()


def test_alt_and_a_letter_press_what_is_in_sight(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    keys = welcome.findChild(AccessKeys)
    assert isinstance(keys, AccessKeys)
    assert sorted(letter for letter, _ in keys.holders()) == ["B", "L", "O", "V"]
    qtbot.keyClick(focused(), "b", Qt.KeyboardModifier.AltModifier)
    assert welcome.steps.isVisible()
    assert sorted(letter for letter, _ in keys.holders()) == ["S", "T", "V"]
    qtbot.keyClick(focused(), "v", Qt.KeyboardModifier.AltModifier)
    assert welcome.steps.place() == 1
    qtbot.keyClick(focused(), "t", Qt.KeyboardModifier.AltModifier)
    assert welcome.steps.place() == 0


def test_a_double_click_begins(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    row = welcome.front.templates.options["convenant"]
    qtbot.mouseClick(row, LEFT)
    assert not welcome.steps.isVisible()
    qtbot.mouseDClick(row, LEFT)
    assert welcome.steps.template is not None
    assert welcome.steps.template.key == "convenant"


def test_who_worked_before_goes_on_with_enter(
    start: Starter, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    remember(tmp_path / "lea.ozj", "LEA")
    settings.put(purpose="follow")
    welcome = start()
    assert focused() is welcome.front.recent.rows[0]
    press(Qt.Key.Key_Return, qtbot)
    assert opened.paths == [(tmp_path / "lea.ozj", "")]
    assert settings.get("purpose") == "follow"
    qtbot.waitUntil(lambda: not welcome.isVisible())


def test_a_new_one_asked_for_from_a_dossier_begins_at_the_templates(
    start: Starter, tmp_path: Path
) -> None:
    remember(tmp_path / "lea.ozj", "LEA")
    welcome = start(new=True)
    assert focused() is welcome.front.templates.options["lea"]


def test_the_purpose_is_kept_once_something_opens(
    welcome: WelcomeWindow, opened: Opened, tmp_path: Path
) -> None:
    welcome.open(tmp_path / "a.ozj")
    assert settings.get("purpose") is None  # who only opens something chose nothing
    welcome.front.purposes.choose("all")
    welcome.open(tmp_path / "a.ozj")
    assert settings.get("purpose") == "all"


def test_a_file_dropped_on_it_opens(welcome: WelcomeWindow, opened: Opened, tmp_path: Path) -> None:
    def drop(path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        welcome.dropEvent(QDropEvent(QPointF(5, 5), copy, data, LEFT, none))

    drop(tmp_path / "plaatje.png")
    assert "‘plaatje.png’ is geen dossier" in welcome.front.message.accessibleName()
    assert opened.paths == []
    drop(tmp_path / "Samen.OZJ")
    assert opened.paths == [(tmp_path / "Samen.OZJ", "")]


def test_the_examples_are_made_and_opened(
    welcome: WelcomeWindow, opened: Opened, qtbot: QtBot
) -> None:
    welcome.show_example(coalition=True)
    assert not welcome.front.begin.isEnabled()
    qtbot.waitUntil(lambda: bool(opened.paths), timeout=20_000)
    path, place = opened.paths[0]
    assert (path.stem, place) == ("coalitie", "")
    assert Dossier.read(path).verify() == []


# A dossier that does not open


def test_a_dossier_that_was_moved_is_told_and_can_be_taken_off(
    start: Starter, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    remember(tmp_path / "weg.ozj", "Weg")
    welcome = start()
    opened.refusal = "weg.ozj is niet te openen. Is het verplaatst?"
    press(Qt.Key.Key_Return, qtbot)
    assert welcome.isVisible()
    assert "weg.ozj is niet te openen." in welcome.front.message.accessibleName()
    assert welcome.front.recent.rows[0].lost
    off = focused()
    assert isinstance(off, QAbstractButton)
    assert off.text() == "Haal uit de lijst"
    press(Qt.Key.Key_Return, qtbot)
    assert recents() == []
    assert not welcome.front.message.isVisible()


def test_what_no_dossier_is_says_so_for_real(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "nep.ozj").write_bytes(b"nep" * 1000)
    window = WelcomeWindow(theme, TODAY, lambda path, _: open_path(path, theme, TODAY))
    qtbot.addWidget(window)
    for name, why in (("nep.ozj", "geen dossier"), ("weg.ozj", "niet te openen")):
        window.open(tmp_path / name)
        assert why in window.front.message.accessibleName()


# The three questions


def test_by_keys_alone_to_a_dossier(
    welcome: WelcomeWindow, opened: Opened, target: Path, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Return, qtbot)
    qtbot.keyClicks(focused(), "Samen naar school")
    press(Qt.Key.Key_Return, qtbot)
    assert focused() is welcome.steps.area.area
    qtbot.keyClicks(focused(), "Lindebroek")
    press(Qt.Key.Key_Return, qtbot)
    name = focused()
    assert isinstance(name, QLineEdit)
    assert name.text() == "Gemeente Lindebroek"
    to(welcome.steps.parties.own, qtbot)
    qtbot.keyClicks(focused(), "ROC Midden")
    press(Qt.Key.Key_Return, qtbot)
    qtbot.keyClicks(focused(), "Oudergroep De Linde")
    assert welcome.steps.parties.told.text() == "2 partijen begrepen."
    to(welcome.steps.on, qtbot)
    press(Qt.Key.Key_Return, qtbot)
    qtbot.waitUntil(lambda: bool(opened.paths))
    assert opened.paths == [(target, "agreements")]
    qtbot.waitUntil(lambda: not welcome.isVisible())
    dossier = Dossier.read(target)
    assert dossier.all(Collaboration)[0].name == "Samen naar school"
    assert dossier.all(Document)[0].name == "Lokale Educatieve Agenda Lindebroek"
    names = [party.name for party in dossier.all(Party)]
    assert {"Gemeente Lindebroek", "ROC Midden", "Oudergroep De Linde"} <= {*names}


def test_with_the_mouse_and_skipping_all_of_it(
    welcome: WelcomeWindow, opened: Opened, target: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(welcome.front.templates.options["leeg"], LEFT)
    qtbot.mouseClick(welcome.front.begin, LEFT)
    for _ in range(3):
        qtbot.mouseClick(welcome.steps.skip, LEFT)
    qtbot.waitUntil(lambda: bool(opened.paths))
    dossier = Dossier.read(target)
    assert dossier.all(Party) == []
    assert dossier.all(Collaboration)[0].name == "Onze samenwerking"


def answered(welcome: WelcomeWindow, template: str = "lea") -> Any:
    """At the last question, with a name and a region."""
    welcome.front.templates.choose(template)
    welcome.begin()
    steps = welcome.steps
    steps.name.name.setText("Samen")
    steps.go_on()
    steps.area.area.setText("Regio Oevermark")
    steps.area.kinds.chosen.emit(AreaKind.YOUTH_REGION)
    steps.go_on()
    return steps


def test_going_back_keeps_what_was_typed(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    steps = answered(welcome)
    row = steps.parties.rows[1]
    qtbot.keyClicks(row.name, " Zuid")
    for _ in range(3):
        press(Qt.Key.Key_Escape, qtbot)
    assert welcome.front.isVisible()
    welcome.begin()
    assert steps.name.value() == "Samen"
    steps.go_on()
    steps.area.area.setText("Lindebroek")
    steps.area.kinds.chosen.emit(AreaKind.MUNICIPALITY)
    steps.go_on()
    assert row.name.text() == "Schoolbestuur primair onderwijs Zuid"
    assert steps.parties.rows[0].name.text() == "Gemeente Lindebroek"
    assert steps.answers().area_kind is AreaKind.MUNICIPALITY


def test_another_template_brings_its_own_parties_and_keeps_the_name(
    welcome: WelcomeWindow, qtbot: QtBot
) -> None:
    steps = answered(welcome)
    welcome.front.templates.choose("oogo")
    welcome.begin()
    assert steps.name.value() == "Samen"
    assert steps.area.kind is AreaKind.SWV_PO
    names = [row.name.text() for row in steps.parties.rows if row.check.isChecked()]
    assert "Leerplicht" in names


@pytest.mark.parametrize(
    ("from_when", "until", "why"),
    [
        ("31-2-2027", "", "Februari 2027 heeft 28 dagen"),
        ("volgende week", "", "geen datum"),
        ("1-8-2030", "1-8-2026", "Het einde komt vóór het begin"),
    ],
)
def test_a_date_that_cannot_be_is_asked_in_place(
    welcome: WelcomeWindow, qtbot: QtBot, from_when: str, until: str, why: str
) -> None:
    welcome.begin()
    steps = welcome.steps
    steps.go_on()
    for edit, text in ((steps.area.starts, from_when), (steps.area.ends, until)):
        if text:
            edit.setFocus()
            edit.selectAll()
            qtbot.keyClicks(edit, text)
    press(Qt.Key.Key_Return, qtbot)
    assert steps.place() == 1
    assert why in steps.area.wrong.text()
    qtbot.mouseClick(steps.skip, LEFT)
    assert steps.place() == 2
    assert steps.answers().starts_on is not None


def test_a_name_typed_for_an_unticked_party_ticks_it(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    steps = answered(welcome)
    row = next(r for r in steps.parties.rows if r.member.kind == "mbo")
    assert not row.check.isChecked()
    row.name.selectAll()
    qtbot.keyClicks(row.name, "ROC Midden")
    assert row.check.isChecked()
    assert row.takes_part().name == "ROC Midden"
    row.name.selectAll()
    qtbot.keyClick(row.name, Qt.Key.Key_Delete)
    assert row.takes_part() is None


def test_a_pasted_list_takes_the_place_of_the_usual(
    welcome: WelcomeWindow, target: Path, opened: Opened, qtbot: QtBot
) -> None:
    steps = answered(welcome)
    steps.parties.own.setPlainText(
        "Naam\tPlaats\nGemeente Vlietmonde\tVlietmonde\nDe Stroming\t\n\nDe Stroming\t\n"
    )
    told = steps.parties.told.text()
    assert told.startswith("2 partijen begrepen. 1 dubbele naam overgeslagen.")
    assert not steps.parties.rows[0].check.isChecked()
    steps.go_on()
    qtbot.waitUntil(lambda: bool(opened.paths))
    dossier = Dossier.read(target)
    names = [party.name for party in dossier.all(Party)]
    assert "Gemeente Vlietmonde" in names
    assert "De Stroming" in names
    assert "Gemeente" not in names
    director = dossier.all(Collaboration)[0].director
    assert director is not None
    assert dossier.get(Party, director).name == "Gemeente Vlietmonde"
    assert dossier.all(Area)[0].kind is AreaKind.YOUTH_REGION


@pytest.mark.parametrize(
    ("text", "names", "double"),
    [
        ("", [], 0),
        ("A\nB\r\nC", ["A", "B", "C"], 0),
        ("Partij\nA\na\n A ", ["A"], 2),
        ("A\tx\ty\nB\n\t\tz", ["A", "B"], 0),
        ('"A\nmet regel"\tx', ["A met regel"], 0),
        ("x" * 400, ["x" * 300], 0),
    ],
)
def test_a_list_is_read_as_people_paste_it(text: str, names: list[str], double: int) -> None:
    assert pasted(text)[:2] == (names, double)


def test_the_kind_that_a_list_says_goes_before_what_the_name_tells() -> None:
    text = "Organisatie\tSoort\nElzen College\tschoolbestuur vo\nGGD Elzen\t\nGGD Oost\tggz\n"
    assert pasted(text).kinds == {
        "Elzen College": "school_board_vo",
        "GGD Elzen": "jgz",
        "GGD Oost": "ggz",
    }


def test_a_hundred_thousand_characters_are_taken_calmly(
    welcome: WelcomeWindow, qtbot: QtBot
) -> None:
    steps = answered(welcome)
    steps.parties.own.setPlainText("\n".join(f"School {n}" for n in range(8000)))
    told = steps.parties.told.text()
    assert told.startswith("2.000 partijen begrepen.")
    assert told.endswith("Meer dan 2.000 regels tellen niet mee.")
    ticked = [row for row in steps.parties.rows if row.check.isChecked()]
    assert ticked == []  # who brings a whole list need not untick ours


def test_a_list_pasted_on_one_name_goes_to_the_list_with_the_people_in_it(
    welcome: WelcomeWindow, target: Path, opened: Opened, qtbot: QtBot
) -> None:
    steps = answered(welcome)
    text = (
        "Organisatie\tSoort\tContactpersoon\tE-mail\tTekent\n"
        "Gemeente Elzen\tgemeente\tMira Jansen\tm.jansen@elzen.example\tja\n"
        "Kinderopvang De Boom\tkinderopvang\tLia Mol\tl.mol@deboom.example\tja\n"
        "Jongerenraad\tjongeren\tNoor Ali\tn.ali@raad.example\tnee\n"
    )
    QApplication.clipboard().setText(text)
    name = steps.parties.rows[0].name
    before = name.text()
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert name.text() == before
    assert steps.parties.own.toPlainText() == text
    assert steps.parties.told.text().startswith("3 partijen en 3 contactpersonen begrepen.")
    steps.go_on()
    qtbot.waitUntil(lambda: bool(opened.paths))
    dossier = Dossier.read(target)
    people = {c.name: (dossier.get(Party, c.party).name, c.email) for c in dossier.all(Contact)}
    assert people == {
        "Mira Jansen": ("Gemeente Elzen", "m.jansen@elzen.example"),
        "Lia Mol": ("Kinderopvang De Boom", "l.mol@deboom.example"),
        "Noor Ali": ("Jongerenraad", "n.ali@raad.example"),
    }
    signs = {p.name: p.signs for p in dossier.all(Party)}
    assert signs["Kinderopvang De Boom"]
    assert not signs["Jongerenraad"]
    assert [*signs].count("Gemeente Elzen") == 1


# Where to keep it


def test_leaving_the_dialog_leaves_nothing_and_keeps_all(
    welcome: WelcomeWindow, opened: Opened, folder: Path, qtbot: QtBot
) -> None:
    steps = answered(welcome)
    suggested: list[str] = []

    def leave(dialog: QFileDialog) -> None:
        suggested.append(Path(dialog.selectedFiles()[0]).name)
        dialog.reject()

    when_asked(QFileDialog, leave)
    steps.go_on()
    assert suggested == ["samen.ozj"]
    assert [*folder.iterdir()] == []
    assert opened.paths == []
    assert steps.isVisible()
    assert steps.answers().name == "Samen"


def test_a_name_that_is_free_is_suggested(
    welcome: WelcomeWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / "samen.ozj").write_bytes(b"van een ander")
    steps = answered(welcome)
    assert steps.template is not None
    assert welcome._suggested(steps.template, steps.answers()).name == "samen_2.ozj"
    steps.name.name.setText("Ons grote plan " * 40)
    assert len(welcome._suggested(steps.template, steps.answers()).name) < 120


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("er.ozj", "bestaat al"),
        (f"{'x' * 250}.ozj", "te lang"),
        ("weg/er.ozj", "bestaat niet"),
        ("/proc/nieuw.ozj", "nieuw.ozj"),
    ],
)
def test_a_place_that_cannot_be_is_told_and_everything_stays(
    welcome: WelcomeWindow,
    opened: Opened,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    why: str,
) -> None:
    (folder / "er.ozj").write_bytes(b"van een ander")
    monkeypatch.setattr(saving, "ask", lambda *_, **__: folder / name)
    steps = answered(welcome)
    qtbot.keyClicks(steps.parties.rows[2].name, " Noord")
    steps.go_on()
    qtbot.waitUntil(lambda: steps.message.isVisible())
    assert why in steps.message.accessibleName()
    assert [p.name for p in folder.iterdir()] == ["er.ozj"]
    assert (folder / "er.ozj").read_bytes() == b"van een ander"
    assert opened.paths == []
    assert steps.on.isEnabled()
    assert steps.isAncestorOf(focused())
    assert steps.answers().name == "Samen"
    assert steps.parties.rows[2].name.text().endswith(" Noord")
    monkeypatch.setattr(saving, "ask", lambda *_, **__: folder / "goed.ozj")
    steps.go_on()
    qtbot.waitUntil(lambda: bool(opened.paths))
    assert not steps.message.isVisible()


# Where one can type


@pytest.mark.parametrize(("template", "title"), [("lea", "Afspraken"), ("grondwet", "Visie")])
def test_in_what_was_made_one_can_type_at_once(
    welcome: WelcomeWindow,
    theme: Theme,
    opened: Opened,
    target: Path,
    qtbot: QtBot,
    template: str,
    title: str,
) -> None:
    answered(welcome, template).go_on()
    qtbot.waitUntil(lambda: bool(opened.paths))
    path, place = opened.paths[0]
    window = open_path(path, theme, TODAY)
    assert window is not None
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    type_at(window, place)
    edit = focused()
    if place == "agreements":
        qtbot.keyClicks(edit, "Onze eerste")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert "Onze eerste" in {a.title for a in window.desk.dossier.all(Agreement)}
    else:
        assert isinstance(edit, QTextEdit)
        assert "Elk kind in Regio Oevermark" in edit.toPlainText()
        qtbot.keyClicks(edit, "Onze visie.")
        assert edit.toPlainText().startswith("Onze visie.\n")
    window.close()


# How it looks


def all_focusable(window: QWidget) -> list[QWidget]:
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(window)
    ]


def test_everything_has_a_name_for_who_cannot_see_it(start: Starter, tmp_path: Path) -> None:
    remember(tmp_path / "a.ozj", "A")
    welcome = start()
    nameless = [w for w in all_focusable(welcome) if not named(w)]
    answered(welcome)
    for n in range(3):
        welcome.steps._show(n)
        nameless += [w for w in all_focusable(welcome.steps) if not named(w)]
    assert nameless == []


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_at_1280x720_nothing_scrolls(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    for n in range(10):
        remember(tmp_path / f"{n}.ozj", f"Nummer {n}")
    welcome = start()
    assert not scrolled(welcome)
    assert in_sight(welcome.front.begin)


def test_in_a_low_window_all_of_it_can_be_reached(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    welcome.resize(*LOW)
    qtbot.waitUntil(lambda: welcome.height() == LOW[1] and bool(scrolled(welcome)))
    for widget in (*welcome.front.templates.options.values(), welcome.front.begin):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(lambda widget=widget: in_sight(widget))
    for option in welcome.front.findChildren(Option):
        assert option.width() <= LOW[0]


def scrolled(window: QWidget) -> list[QWidget]:
    return [b for b in window.findChildren(QScrollBar) if b.isVisible() and b.maximum()]


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() == widget.height()


# The process


def run(arguments: list[str], folder: Path, code: str = "") -> "subprocess.CompletedProcess[str]":
    program = ["-c", code] if code else ["-m", "ozj_desktop"]
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


@pytest.mark.parametrize("arguments", [[], ["--new"], ["--example"], ["a.ozj"], ["a.ozj", "--new"]])
def test_the_program_starts_in_each_way(
    arguments: list[str], example: Path, tmp_path: Path
) -> None:
    shutil.copy(example, tmp_path / "a.ozj")
    done = run([*arguments, "--exit-after-paint"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ozj_desktop.app import run
from ozj_desktop.ui import starting
from ozj_desktop.ui.afterwards import Afterwards

def look():
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    names = sorted(type(w).__name__ for w in shown)
    if names == ["WelcomeWindow"] and not asked:
        asked.append(True)
        shown[0].open(Path(sys.argv[1]), "agreements")
    elif "MainWindow" in names and "WelcomeWindow" not in names:
        window = next(w for w in shown if type(w).__name__ == "MainWindow")
        focus, after = window.focusWidget(), window.findChild(Afterwards)
        if hasattr(after, "server") and focus.accessibleName().startswith("Typ"):
            print(window.desk.dossier.path.name, focus.accessibleName(), window.desk.writable)
            window.close()
            return
    QTimer.singleShot(50, look)

def with_looking(program):
    app = application(program)
    QTimer.singleShot(0, look)
    return app

asked, application = [], starting.application
starting.application = with_looking
sys.exit(run(None))
"""


def test_the_welcome_hands_over_to_the_window_and_goes(example: Path, tmp_path: Path) -> None:
    shutil.copy(example, tmp_path / "a.ozj")
    done = run([str(tmp_path / "a.ozj")], tmp_path, HAND_OVER)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.ozj Typ een nieuwe afspraak")
    assert done.stdout.strip().endswith("True")
    assert [recent.name for recent in recents()] == ["Samen in Oevermark"]
