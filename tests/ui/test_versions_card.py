"""Submitting from the card of a document, and what can be changed while its text lies fast."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model import versions
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import latest
from ozj_desktop.model.blocks import Run
from ozj_desktop.model.charter import Principle
from ozj_desktop.model.difference import compared
from ozj_desktop.model.documents import Assent, Document, Inclusion, Stage
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.differences import as_html, shortened


def paper(window: MainWindow, name: str = "Samen naar school") -> Document:
    return next(d for d in window.desk.dossier.all(Document) if d.name == name)


def page_of(window: MainWindow, id: str) -> Any:
    window.go(id)
    return window.page()


def card(window: MainWindow, document: Document) -> Any:
    return page_of(window, document.id)._bodies[3]


def stage(window: MainWindow, changed: Document) -> None:
    with window.desk.step("x"):
        window.desk.dossier.save(changed)


def as_it_was(window: MainWindow) -> None:
    """Put the principle back that the example changed after its papers were submitted."""
    found = next(p for p in window.desk.dossier.all(Principle) if p.text.startswith("Praat mét"))
    window.desk.edit(found, {"example": "Een gesprek begint met hun verhaal."})


def agreement(window: MainWindow, document: Document) -> Agreement:
    places = window.desk.dossier.all(Inclusion, document=document.id)
    return window.desk.dossier.get(Agreement, min(places, key=lambda p: p.position).agreement)


def words(widget: Any) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def press(widget: Any, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == text).click()


def count(window: MainWindow) -> int:
    return window.desk.dossier.count(Assent)


def test_what_will_happen_is_said_before_it_does(window: MainWindow) -> None:
    document = paper(window)
    stage(window, versions.reopened(document))
    as_it_was(window)
    changed = replace(agreement(window, document), what="Binnen drie <b>dagen</b>.")
    window.desk.edit(changed, {"what": changed.what})
    shown = card(window, document)
    before = count(window)
    press(shown, "Versie 3 voorleggen")
    told = words(shown._ask)
    assert "als versie 3" in told
    assert "10 partijen krijgen de vraag om akkoord: " in told
    assert "Anders dan in versie 2: 1 wijziging." in told
    assert "&lt;b&gt;dagen&lt;/b&gt;" in told
    assert count(window) == before
    press(shown._ask, "Voorleggen")
    assert count(window) == before + 10
    newest = latest(window.desk.facts, document.id)
    assert newest is not None
    assert newest.number == "3"
    assert shown._version == newest
    assert shown._ask.isHidden()


def test_a_refusal_is_said_in_the_card_and_what_was_typed_stays(window: MainWindow) -> None:
    document = paper(window)
    stage(window, versions.reopened(document))
    as_it_was(window)
    shown = card(window, document)
    press(shown, "Versie 3 voorleggen")
    assert "Gelijk aan versie 2." in words(shown._ask)
    shown._reason.setText("voor de raad")
    before = window.desk.dossier.history.last.seq
    press(shown._ask, "Voorleggen")
    assert "De tekst is gelijk aan versie 2." in words(shown._ask._refusal)
    assert shown._reason.text() == "voor de raad"
    assert window.desk.dossier.history.last.seq == before


def test_without_agreements_nothing_is_submitted(window: MainWindow, qtbot: QtBot) -> None:
    new = Document(name="Leeg stuk")
    window.desk.add(new)
    shown = card(window, new)
    press(shown, "Versie 1 voorleggen")
    qtbot.keyClick(shown._reason, Qt.Key.Key_Return)
    assert "nog geen afspraken" in words(shown._ask._refusal)
    assert latest(window.desk.facts, new.id) is None


def test_words_are_mended_without_asking_anybody(window: MainWindow) -> None:
    document = paper(window)
    shown = card(window, document)
    press(shown, "Redactionele verbetering")
    first = agreement(window, document)
    window.desk.edit(first, {"what": first.what.replace("hulp", "jeugdhulp")})
    before = count(window)
    press(shown, "Versie 2.1 vastleggen")
    assert "het akkoord blijft staan" in words(shown._ask)
    press(shown._ask, "Versie 2.1 vastleggen")
    assert count(window) == before
    assert window.desk.dossier.get(Document, document.id).stage is Stage.FROZEN


def test_a_new_version_can_be_left_while_nothing_changed(window: MainWindow) -> None:
    document = paper(window)
    shown = card(window, document)
    press(shown, "Nieuwe versie maken")
    press(shown, "Toch niet")
    assert window.desk.dossier.get(Document, document.id).stage is Stage.FROZEN
    press(shown, "Nieuwe versie maken")
    window.desk.edit(agreement(window, document), {"what": "Iets anders."})
    press(shown, "Toch niet")
    assert window.desk.dossier.get(Document, document.id).stage is Stage.DRAFT
    assert "al anders dan in versie 2" in words(shown._message)


def fields(page: Any) -> dict[str, Any]:
    forms = [body for body in page._bodies if hasattr(body, "cards")]
    return {name: box for form in forms for card in form.cards for name, box in card._boxes.items()}


def is_editable(box: Any) -> bool:
    inner = box.focusProxy()
    return not inner.isReadOnly() if hasattr(inner, "isReadOnly") else bool(inner.isEnabled())


def test_a_text_that_lies_fast_cannot_be_edited_and_says_why(window: MainWindow) -> None:
    document = paper(window)
    page = page_of(window, agreement(window, document).id)
    boxes = fields(page)
    assert not is_editable(boxes["what"])
    assert not is_editable(boxes["ends_on"])
    assert is_editable(boxes["progress"])
    assert page.header.title.isReadOnly()
    assert "ligt vast in ‘Samen naar school’" in words(page.header.notes)
    parts = page._bodies[1].table.parts
    assert not parts.has_blank()
    assert parts.take({(0, 2): "iets"}).unread == 0
    parts.remove([0])
    assert parts.record(0) in window.desk.dossier.all(Contribution)
    press(page.header.notes, "Naar het stuk")
    assert window.page() is window.pages["documents"]
    shown: Any = window.page()
    assert "ligt vast als versie 2" in words(shown.header.notes)
    assert not is_editable(fields(shown)["lead"])
    assert is_editable(fields(shown)["signing_on"])


def test_while_words_are_mended_only_words_can_be_edited(window: MainWindow) -> None:
    document = paper(window)
    stage(window, versions.mending(document))
    page = page_of(window, agreement(window, document).id)
    boxes = fields(page)
    assert is_editable(boxes["what"])
    assert not is_editable(boxes["ends_on"])
    assert "alleen woorden" in words(page.header.notes)
    parts = page._bodies[1].table.parts
    assert not parts.has_blank()
    parts.take({(0, 1): "ondersteunt", (0, 2): "andere woorden"})
    stored = window.desk.dossier.get(Contribution, parts.record(0).id)
    assert stored.what == "andere woorden"
    assert stored.role.label != "ondersteunt"
    shown = card(window, document)
    assert shown is not None
    inclusions = page_of(window, document.id)._bodies[1]
    assert inclusions._pick.isHidden()


def test_a_reopened_text_is_free(window: MainWindow) -> None:
    document = paper(window)
    stage(window, versions.reopened(document))
    page = page_of(window, agreement(window, document).id)
    assert is_editable(fields(page)["ends_on"])
    assert page._bodies[1].table.parts.has_blank()
    assert page.header._noted == []


def test_no_words_stick_together() -> None:
    before, after = compared("op school en\nin de opvang", "op de school en\nthuis")
    assert "".join(run.text for run in shortened(before)) == "op school en in de opvang"
    assert "".join(run.text for run in shortened(after)) == "op de school en thuis"


@pytest.mark.parametrize("look", ["removed", "added"])
def test_only_what_changed_and_its_surroundings_are_shown(window: MainWindow, look: Any) -> None:
    same = "woord " * 200
    text = shortened((Run(same), Run("<nieuw>", look), Run(same)))
    html = as_html(text, window.desk.colors)
    assert "&lt;nieuw&gt;" in html
    assert len(html) < 400
    assert html.count("…") == 2
