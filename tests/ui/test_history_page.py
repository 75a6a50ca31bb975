"""Geschiedenis: filter all of it, bring back what was, sum it up to share; with keys and mouse."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import decisions
from ozj_desktop.model.documents import Version
from ozj_desktop.model.parties import Party
from ozj_desktop.ui import saving
from ozj_desktop.ui.last_time import LastTime
from ozj_desktop.ui.mail_dialog import MailDialog
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.past_filter import PastFilter, about_place, everything_of, lately, of_documents
from tests.ui.conftest import Opener


def free(window: MainWindow) -> Agreement:
    """An agreement in concept: all of it may be changed."""
    decided = decisions(window.desk.facts)
    return next(a for a in window.desk.dossier.all(Agreement) if a.id not in decided)


def history(window: MainWindow, qtbot: QtBot) -> Any:
    window.go("history")
    page: Any = window.pages["history"]
    settled(page, qtbot)
    return page


def settled(page: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.list.search.busy)


def titles(page: Any) -> list[str]:
    return [told.title for told in page.list.entries()]


def press(widget: Any, words: str, qtbot: QtBot) -> None:
    def found() -> list[QPushButton]:
        buttons = widget.findChildren(QPushButton)
        return [b for b in buttons if b.text() == words and b.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def choose(page: Any, chip: str, words: str) -> None:
    """From the menu of a chip, as Enter does."""
    menu = page.bar.chips[chip].menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_who_when_what_and_words_together(window: MainWindow, qtbot: QtBot) -> None:
    agreement, desk = free(window), window.desk
    desk.edit(agreement, {"title": "Zeldzaamheid"})
    desk.dossier.who = "M. Yildiz"
    desk.edit(agreement, {"result": "Minder wachten"})
    desk.add(Action(what="Zeldzaamheid bellen"))
    page = history(window, qtbot)
    assert titles(page)[:3] == ["Zeldzaamheid bellen", "Zeldzaamheid", "Zeldzaamheid"]
    qtbot.keyClicks(page.bar.line, "zeldzaamheid")
    settled(page, qtbot)
    assert len(titles(page)) == 3
    choose(page, "wie", "M. Yildiz")
    choose(page, "wat", "afspraken")
    choose(page, "sinds", "deze maand")
    settled(page, qtbot)
    (told,) = page.list.entries()
    assert (told.who, told.told[0].after) == ("M. Yildiz", "Minder wachten")
    assert page.bar.chips["wie"].text() == "wie: M. Yildiz"
    window.go("overview")
    assert titles(history(window, qtbot)) == ["Zeldzaamheid"]
    press(page, "Filter wissen", qtbot)
    settled(page, qtbot)
    assert page.bar.filter == PastFilter()
    assert len(titles(page)) > 3


def test_the_filter_finds_in_what_is_not_loaded(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    desk.add(Action(what="Naald in de hooiberg"))
    for n in range(90):
        desk.add(Party(name=f"Partij {n}"))
    page = history(window, qtbot)
    assert len(titles(page)) < 91
    qtbot.keyClicks(page.bar.line, "naald")
    settled(page, qtbot)
    assert titles(page) == ["Naald in de hooiberg"]
    page.bar.line.clear()
    settled(page, qtbot)
    before = len(titles(page))
    press(page, "Toon oudere wijzigingen", qtbot)
    settled(page, qtbot)
    assert len(titles(page)) > before
    assert len(set(told.seq for told in page.list.entries())) == len(titles(page))


def test_nothing_found_says_so_with_a_way_out(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window, qtbot)
    qtbot.keyClicks(page.bar.line, "bestaat niet")
    settled(page, qtbot)
    assert titles(page) == []
    told = [label.text() for label in page.list.findChildren(QLabel) if label.isVisible()]
    assert told == ["Hierover is niets gewijzigd."]
    press(page.list, "Filter wissen", qtbot)
    settled(page, qtbot)
    assert titles(page)
    assert page.bar.line.hasFocus()


def test_a_date_is_typed_and_a_wrong_one_is_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window, qtbot)
    choose(page, "sinds", "een datum…")
    edit = QApplication.focusWidget()
    qtbot.keyClicks(edit, "31-2-2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.bar.filter == PastFilter()
    assert page.bar._remedy.isVisible()
    edit.clear()  # type: ignore[union-attr]
    qtbot.keyClicks(edit, "20-11-2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.bar.chips["sinds"].text() == "sinds: 20 november"
    assert {told.at.date() >= date(2026, 11, 20) for told in page.list.entries()} == {True}


def test_since_a_version_of_a_document(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window, qtbot)
    moments = [since for _, found in of_documents(window.desk) for since in found]
    versions = window.desk.dossier.count(Version)
    assert sum("versie" in since.words for since in moments) == versions
    window.desk.edit(free(window), {"title": "Later"})
    page.bar.ask(since=moments[0])
    settled(page, qtbot)
    assert titles(page)[0] == "Later"


def test_an_old_value_comes_back_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"title": "Anders"})
    page = history(window, qtbot)
    page.list.focus_first()
    row = QApplication.focusWidget()
    assert row is page.list._rows[0]
    qtbot.keyClick(row, Qt.Key.Key_Tab)
    back = QApplication.focusWidget()
    assert isinstance(back, QPushButton) and back.text() == "Oude waarde terugzetten"
    qtbot.keyClick(back, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert window.desk.dossier.get(Agreement, agreement.id).title == agreement.title
    assert window.undo.undo.text() == "Ongedaan maken: oude waarde teruggezet"
    assert page.isAncestorOf(QApplication.focusWidget())
    window.undo.undo.trigger()
    settled(page, qtbot)
    assert window.desk.dossier.get(Agreement, agreement.id).title == "Anders"
    first, second = page.list.entries()[:2]
    assert first.what.startswith("ongedaan gemaakt")
    assert second.undone


def test_what_cannot_come_back_says_why_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    desk, agreement = window.desk, free(window)
    action = Action(what="Bel", party=desk.dossier.all(Party)[0].id)
    party = Party(name="De Tijdelijke")
    with desk.step("added Party"):
        desk.dossier.save(party, replace(action, party=party.id))
    desk.edit(action, {"party": None})
    desk.delete(party)
    page = history(window, qtbot)
    page.list.step(1)
    row = page.list._rows[1]
    press(row, "Oude waarde terugzetten", qtbot)
    assert "partij ‘De Tijdelijke’ nodig" in row._remedy.text()
    assert row._remedy.isVisible()
    page.list.step(-1)
    press(page.list._rows[0], "Terugzetten", qtbot)
    settled(page, qtbot)
    assert desk.get(Party, party.id) == party
    assert window.undo.undo.text() == "Ongedaan maken: weer teruggezet"
    assert agreement


def test_all_of_one_agreement_and_back_to_the_field(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"if_it_fails": "Bel de wethouder"})
    page = history(window, qtbot)
    press(page.list._rows[0], "Alles van deze afspraak", qtbot)
    settled(page, qtbot)
    assert page.bar.filter.about == everything_of(window.desk, agreement.id)
    assert len(titles(page)) >= 2
    qtbot.keyClick(page.list._rows[0], Qt.Key.Key_Return)
    shown: Any = window.pages["agreements"]
    assert shown.list.current() == agreement.id
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Als het niet lukt"


def test_arrows_walk_the_steps(window: MainWindow, qtbot: QtBot) -> None:
    page = history(window, qtbot)
    page.list.focus_first()
    for n in (1, 2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert page.list._rows[n].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert page.list._rows[1].hasFocus()


def test_the_steps_as_text(window: MainWindow, qtbot: QtBot) -> None:
    agreement = free(window)
    window.desk.edit(agreement, {"title": "Anders"})
    page = history(window, qtbot)
    press(page, "Kopieer als tekst", qtbot)
    text = QApplication.clipboard().text()
    assert f"  Titel: {agreement.title} → Anders" in text
    assert "door A. de Boer – Anders: ‘Titel’ gewijzigd" in text


def test_a_summary_of_what_differs(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    agreement = free(window)
    last = window.desk.dossier.history.last.seq
    window.desk.last_time = LastTime(last, "2026-11-17T09:00:00+00:00")
    window.desk.edit(agreement, {"internal_remark": "GEHEIM"})
    window.desk.edit(agreement, {"title": "Tussentijds"})
    window.desk.edit(agreement, {"title": "Anders"})
    page = history(window, qtbot)
    with qtbot.waitSignal(page.since.known):
        press(page, "samengevat", qtbot)
    assert page.bar.chips["sinds"].text() == "sinds: vorige keer, 17 november"
    press(page, "Kopieer als tekst", qtbot)
    text = QApplication.clipboard().text()
    assert text.startswith("Wat is er veranderd sinds vorige keer, 17 november\n\nAnders\n")
    assert agreement.title in text
    assert "GEHEIM" not in text and "Tussentijds" not in text
    target = tmp_path / "veranderd.eml"
    monkeypatch.setattr(saving, "where", lambda *_: target)
    press(page, "E-mail…", qtbot)
    dialog = window.findChild(MailDialog)
    assert dialog is not None
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Aan" in told and "Cc, ter informatie" in told and "Bijlagen" not in told
    assert any(text.startswith("Noor de Wit") or " mensen: " in text for text in told)
    with qtbot.waitSignal(window.files.made):
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    made = message_from_bytes(target.read_bytes(), policy=default)
    assert len(made["To"].addresses) > 5 and len(made["Cc"].addresses) > 0
    html = made.get_body(("html",))
    assert html is not None and "<strong>Anders</strong>" in html.get_content()


def test_what_was_changed_in_the_mail_is_what_is_kept(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    window.desk.edit(free(window), {"title": "Anders"})
    page = history(window, qtbot)
    with qtbot.waitSignal(page.since.known):
        press(page, "samengevat", qtbot)
    press(page, "E-mail…", qtbot)
    dialog = window.findChild(MailDialog)
    assert dialog is not None
    dialog.subject.setText("Ons nieuws")
    dialog.text.setPlainText("Dag allen,\n\nEr is nieuws.")
    target = tmp_path / "veranderd.eml"
    monkeypatch.setattr(saving, "where", lambda *_: target)
    with qtbot.waitSignal(window.files.made):
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    made = message_from_bytes(target.read_bytes(), policy=default)
    assert made["Subject"] == "Ons nieuws"
    assert "Er is nieuws." in str(made) and "Anders" not in str(made)


def test_the_overview_tells_of_the_last_time_and_goes_there(
    open_window: Opener, qtbot: QtBot
) -> None:
    first = open_window()
    assert first.pages["overview"]._news is None  # type: ignore[attr-defined]
    first.close()
    again = open_window()
    again.desk.dossier.who = "M. Yildiz"
    again.desk.edit(free(again), {"title": "Van een ander"})
    again.desk.add(Action(what="Bel"))
    page: Any = again.pages["overview"]
    assert page._news.text().startswith("2 wijzigingen sinds ")
    again.desk.dossier.who = "A. de Boer"
    page.refresh()
    marked = [line.status.word for line in page._changes._lines if line.status]
    assert marked == ["van anderen", "van anderen"]
    qtbot.mouseClick(page._news, Qt.MouseButton.LeftButton)
    shown: Any = again.pages["history"]
    settled(shown, qtbot)
    assert titles(shown) == ["Bel", "Van een ander"]
    assert shown.bar.chips["sinds"].text().startswith("sinds: vorige keer")


def test_kinds_in_the_menu_hold_their_parts() -> None:
    assert about_place("agreements").kinds == {"agreement", "contribution"}
    assert {"version", "assent", "deviation"} <= about_place("documents").kinds
    assert about_place("charter").words == "visie en principes"


def test_lately_begins_where_a_day_week_and_month_do(window: MainWindow) -> None:
    words = [since.words for since in lately(window.desk)]
    assert words == ["altijd", "vandaag", "deze week", "deze maand"]
