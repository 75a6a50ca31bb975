"""Merging and erasing from the menu of the dossier."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ozj_desktop.errors import Refused, UserError
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.parties import Contact
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui import lasting_actions
from ozj_desktop.ui.lasting_actions import LastingActions
from ozj_desktop.ui.soundness import Soundness


@pytest.fixture
def lasting(window):
    return LastingActions(window)


def said(window) -> str:
    box = window.findChildren(QMessageBox)[-1]
    text = box.text()
    box.close()
    return text


def test_what_another_copy_has_comes_in_and_shows(lasting, window, tmp_path, monkeypatch):
    dossier, copy = window.desk.dossier, tmp_path / "kopie.ozj"
    dossier.copy_to(copy)
    other = Dossier.open(copy, who="B. Jansen")
    agreement = next(a for a in other.all(Agreement) if a.title == "Iets te doen na schooltijd")
    with other.step("edited Agreement title"):
        other.save(replace(agreement, title="Iets te doen na schooltijd en in de vakantie"))
    other.close()
    monkeypatch.setattr(lasting_actions, "choose", lambda *_: copy)
    lasting.merge()
    assert "1 ding is gewijzigd" in said(window)
    assert dossier.get(Agreement, agreement.id).title.endswith("vakantie")
    window.show_place("agreements")
    window.undo.undo.trigger()
    assert dossier.get(Agreement, agreement.id) == agreement


def test_a_strange_dossier_is_refused_and_changes_nothing(lasting, window, tmp_path, monkeypatch):
    Dossier.create(tmp_path / "vreemd.ozj").close()
    last = window.desk.dossier.history.last
    monkeypatch.setattr(lasting_actions, "choose", lambda *_: tmp_path / "vreemd.ozj")
    with pytest.raises(Exception, match="geen kopie"):
        lasting.merge()
    assert window.desk.dossier.history.last == last


def test_nothing_is_merged_into_what_is_damaged(lasting, window):
    window.desk.soundness = Soundness(window.desk.dossier)
    window.desk.dossier.db.execute("UPDATE party SET name = 'stiekem'")
    for act in (lasting.merge, lasting.erase):
        with pytest.raises(Refused, match="niet in orde"):
            act()


def test_many_conflicts_do_not_fill_the_screen(lasting, window):
    lasting._say("Samengevoegd", "Samengevoegd.", "Beide wijzigden dit:", *["  een ding"] * 20)
    box = window.findChildren(QMessageBox)[-1]
    assert (box.informativeText(), box.detailedText().count("een ding")) == (
        "Beide wijzigden dit:",
        20,
    )
    box.close()


@pytest.mark.parametrize(("button", "gone"), [("Echt wissen", True), ("Laat maar", False)])
def test_a_person_is_erased_only_after_a_warning(lasting, window, qtbot, monkeypatch, button, gone):
    dossier = window.desk.dossier
    named = {c for c in (a.contact for a in dossier.all(Action)) if c}
    contact = next(c for c in dossier.all(Contact) if c.id not in named)
    place = [c for _, c in lasting._people()].index(contact)
    monkeypatch.setattr(lasting_actions, "choose_one", lambda *_: place)
    warnings: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        warnings.append(box.informativeText())
        next(b for b in box.buttons() if b.text() == button).click()

    QTimer.singleShot(0, answer)
    lasting.erase()
    assert "niet ongedaan maken" in warnings[0]
    assert (contact not in dossier.all(Contact)) == gone
    if gone:
        dossier.settle()
        path: Path = dossier.path
        assert contact.email.encode() not in path.read_bytes()


def test_who_cannot_be_erased_is_told_before_anybody_is_asked_to_be_sure(
    lasting, window, monkeypatch
):
    contact = window.desk.dossier.all(Contact)[0]
    with window.desk.dossier.step("x"):
        window.desk.dossier.save(Action(what="Bel terug", contact=contact.id))
    people = [c.id for _, c in lasting._people()]
    monkeypatch.setattr(lasting_actions, "choose_one", lambda *_: people.index(contact.id))
    monkeypatch.setattr(lasting, "_is_sure", lambda _: pytest.fail("asked"))
    with pytest.raises(UserError, match="‘Bel terug’"):
        lasting.erase()
