"""Let op: grouped, filtered, walked by keyboard, set aside one by one and together."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import fields_of
from ozj_desktop.model.signal import Signal
from ozj_desktop.model.signal_subjects import MENDING, NEW, Subject
from ozj_desktop.model.signals import CHECKS
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.field_box import FieldBox
from ozj_desktop.ui.places import PLACES


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Any:
    qtbot.waitUntil(window.attention.is_ready)
    window.go("signals")
    shown: Any = window.pages["signals"]
    whole(shown, qtbot)
    return shown


def whole(page: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.list.waiting)


def known_anew(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.attention._timer.isActive())
    whole(page, qtbot)


def counted(window: MainWindow) -> int:
    return len(window.attention.open())


def test_every_check_has_a_subject_and_a_place_that_exists() -> None:
    assert {check.code for check in CHECKS} == MENDING.keys()
    for check in CHECKS:
        mend = MENDING[check.code]
        assert mend.place in ("", *(place.key for place in PLACES))
        fields, kinds = fields_of(check.kind), [kind.__name__.lower() for kind in KINDS]
        assert mend.where in ("", NEW, *(f.name for f in fields), *kinds)


def test_they_stand_under_their_subject_with_a_count(window: MainWindow, page: Any) -> None:
    heads = [b.text() for b in page.findChildren(QPushButton) if b.property("role") == "fold"]
    subjects = [subject.value for subject in Subject]
    assert [head.rsplit("  ", 1)[0] for head in heads] == [
        s for s in subjects if any(h.startswith(s) for h in heads)
    ]
    assert sum(int(head.rsplit("  ", 1)[1]) for head in heads) == counted(window)
    assert len(page.list.made) == counted(window)


def test_a_subject_folds(page: Any, qtbot: QtBot) -> None:
    before = len(page.list.made)
    head = next(b for b in page.findChildren(QPushButton) if b.property("role") == "fold")
    number = int(head.text().rsplit("  ", 1)[1])
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    whole(page, qtbot)
    assert len(page.list.made) == before - number
    again = QApplication.focusWidget()
    assert isinstance(again, QPushButton) and again.text() == head.text()
    qtbot.keyClick(again, Qt.Key.Key_Return)
    whole(page, qtbot)
    assert len(page.list.made) == before


def test_the_filter_looks_at_all_words(page: Any, qtbot: QtBot) -> None:
    for words in ("andere ogen", "loopt achter", "op tijd", "contactpersonen"):
        page._filter.clear()
        qtbot.keyClicks(page._filter, words)
        whole(page, qtbot)
        assert 0 < len(page.list.made) < 17, words
    qtbot.keyClicks(page._filter, "zzz")
    assert not page.list.made
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Niets gevonden voor") for text in told)
    qtbot.keyClick(page._filter, Qt.Key.Key_Escape)
    whole(page, qtbot)
    assert page.list.made


def test_arrows_walk_and_enter_goes_to_the_very_field(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    page._filter.setFocus()
    qtbot.keyClick(page._filter, Qt.Key.Key_Down)
    assert page.list.made[0].hasFocus()
    qtbot.keyClick(page.list.made[0], Qt.Key.Key_Down)
    assert page.list.made[1].hasFocus()
    card = next(c for c in page.list.made if c.finding.code == "behind")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    shown: Any = window.pages["agreements"]
    assert shown.list.current() == card.finding.about
    focused = QApplication.focusWidget()
    boxes = [box for box in shown.findChildren(FieldBox) if box.field.name == "progress"]
    (box,) = [box for box in boxes if focused and box.isAncestorOf(focused)]
    area = shown._area.viewport()
    qtbot.waitUntil(lambda: area.rect().contains(box.mapTo(area, box.rect().center())))


def test_what_lacks_a_part_goes_to_the_grid(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    card = next(c for c in page.list.made if c.finding.code == "no_address")
    card.go()
    shown: Any = window.pages["parties"]
    table = next(b.table for b in shown._bodies if hasattr(b, "table"))
    assert shown.list.current() == card.finding.about
    assert table.hasFocus()
    assert table.parts.record(table.currentIndex().row()) is None  # where a new one is typed


def test_who_is_missing_is_typed_at_once(window: MainWindow, page: Any) -> None:
    next(c for c in page.list.made if c.finding.code == "missing").go()
    shown: Any = window.pages["parties"]
    assert shown.list.new.hasFocus()


def test_t_asks_the_reason_and_the_next_card_gets_the_focus(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    before, card = counted(window), page.list.made[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_T)
    assert card.reason.hasFocus()
    qtbot.keyClick(card.reason, Qt.Key.Key_Escape)
    assert card.hasFocus()
    qtbot.keyClick(card, Qt.Key.Key_T)
    qtbot.keyClicks(card.reason, "Pas in maart")
    qtbot.keyClick(card.reason, Qt.Key.Key_Return)
    known_anew(window, page, qtbot)
    assert counted(window) == before - 1
    assert page.list.made[0].hasFocus()
    segment = page._which.parts()[1]
    assert segment.text() == "terzijde gelegd 1"
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    whole(page, qtbot)
    told = [label.text() for label in page.list.made[0].findChildren(QLabel)]
    assert any(text.startswith("Door A. de Boer, ") for text in told)
    page.list.made[0].setFocus()
    qtbot.keyClick(page.list.made[0], Qt.Key.Key_T)
    known_anew(window, page, qtbot)
    assert counted(window) == before


def test_several_at_once_are_one_step(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    before, last = counted(window), window.desk.dossier.history.last.seq
    page.list.made[0].setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_T):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert page.bar.reason.hasFocus()
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    assert window.desk.dossier.history.last.seq == last  # not without a reason
    qtbot.keyClicks(page.bar.reason, "Samen in maart")
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    known_anew(window, page, qtbot)
    assert window.desk.dossier.history.last.seq == last + 1
    assert counted(window) == before - 2
    assert page.bar.isHidden()
    window.undo.undo.trigger()
    known_anew(window, page, qtbot)
    assert counted(window) == before
    assert window.stack.place() == "signals"


def test_it_returns_when_the_facts_change(window: MainWindow, page: Any, qtbot: QtBot) -> None:
    desk = window.desk
    action = Action(what="Bel", due=desk.today.replace(year=desk.today.year - 1))
    desk.add(replace(action, party=desk.dossier.all(Contribution)[0].party))
    known_anew(window, page, qtbot)
    card = next(c for c in page.list.made if c.finding.about == action.id)
    card.open_reason()
    card.reason.setText("Later")
    card.reason.returnPressed.emit()
    known_anew(window, page, qtbot)
    assert desk.dossier.count(SetAside) >= 1
    assert action.id not in [f.about for f in window.attention.open()]
    desk.edit(action, {"due": desk.today.replace(year=desk.today.year - 2)})
    known_anew(window, page, qtbot)
    assert action.id in [f.about for f in window.attention.open()]


def test_hundreds_are_made_a_few_at_a_time(
    window: MainWindow, page: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = window.attention.findings()[0]
    many: list[Signal] = [model._replace(code="behind", what=f"Nummer {n}.") for n in range(600)]
    monkeypatch.setattr(window.attention, "findings", lambda: many)
    page.refresh()
    assert 0 < len(page.list.made) < 12
    whole(page, qtbot)
    assert len(page.list.made) == 12
    kept = page.list.made[0]
    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Toon ook de andere 588")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    whole(page, qtbot)
    assert len(page.list.made) == 36
    assert page.list.made[0] is kept
    assert window.desk.dossier.count(Agreement)


def test_one_lack_of_all_parties_is_one_card_that_names_them(
    window: MainWindow, page: Any, qtbot: QtBot
) -> None:
    desk = window.desk
    with desk.step("pasted"):
        desk.dossier.save(*(replace(p, mandate="") for p in desk.dossier.all(Party)))
    known_anew(window, page, qtbot)
    before, last = counted(window), desk.dossier.history.last.seq
    (card,) = [c for c in page.list.made if c.finding.code == "no_mandate"]
    asked = card.finding.each()
    assert len(asked) > 2
    shown = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert all(desk.names.short(one.about) in shown for one in asked)
    card.open_reason()
    qtbot.keyClicks(card.reason, "Komt in maart")
    qtbot.keyClick(card.reason, Qt.Key.Key_Return)
    known_anew(window, page, qtbot)
    assert desk.dossier.history.last.seq == last + 1
    assert desk.dossier.count(SetAside) >= len(asked)
    assert counted(window) == before - 1
    page._which.parts()[1].click()
    whole(page, qtbot)
    (card,) = [c for c in page.list.made if c.finding.code == "no_mandate"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_T)
    known_anew(window, page, qtbot)
    assert counted(window) == before
    page._which.parts()[0].click()
    whole(page, qtbot)
    next(c for c in page.list.made if c.finding.code == "no_mandate").go()
    assert window.pages["parties"].list.current() == asked[0].about
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Tekent op grond van"
