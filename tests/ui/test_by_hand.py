"""A decision that somebody set says by whom, on what ground, and who stands between."""

from typing import Any

from PySide6.QtWidgets import QLabel

from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.documents import Document
from ozj_desktop.ui.main_window import MainWindow


def told(window: MainWindow, id: str) -> str:
    window.go(id)
    page: Any = window.page()
    shown = [one for one in page.header.notes.findChildren(QLabel) if not one.isHidden()]
    return "\n".join(one.text() for one in shown)


def chips(window: MainWindow) -> list[str]:
    page: Any = window.page()
    return [chip.accessibleName() for chip in page.header._chips if not chip.isHidden()]


def paper(window: MainWindow) -> Document:
    return next(d for d in window.desk.dossier.all(Document) if d.name == "Samen naar school")


def test_a_document_names_who_set_it_the_ground_and_who_is_open(window: MainWindow) -> None:
    document = paper(window)
    assert "zelf bepaald" not in told(window, document.id)
    window.desk.edit(document, {"decision_set": Decision.ADOPTED})
    assert "Schrijf hieronder nog op waarom." in told(window, document.id)
    window.desk.edit(document, {"decision_reason": "De raad <b>besloot</b> mondeling."})
    words = told(window, document.id)
    assert "‘Vastgesteld’ is zelf bepaald door A. de Boer op " in words
    assert "Reden: De raad <b>besloot</b> mondeling." in words
    assert "Nog niet akkoord of besloten: " in words
    assert "SWV VO" in words
    assert "uit het akkoord volgt ‘voorgelegd’" in words
    assert chips(window)[0] == "vastgesteld, zelf bepaald"


def test_the_reason_is_asked_once_a_decision_is_set(window: MainWindow) -> None:
    agreement = next(a for a in window.desk.dossier.all(Agreement) if a.decision_set is None)
    window.go(agreement.id)
    page: Any = window.page()
    card = page._bodies[-1].cards[0]
    assert not card._is_shown("decision_reason")
    window.desk.edit(agreement, {"decision_set": Decision.LAPSED})
    assert card._boxes["decision_reason"].isVisibleTo(page)
    assert chips(window)[0] == "vervallen, zelf bepaald"


def test_an_agreement_that_was_never_submitted_says_so(window: MainWindow) -> None:
    new = Agreement(title="Los", decision_set=Decision.ADOPTED, decision_reason="afgesproken")
    window.desk.add(new)
    words = told(window, new.id)
    assert "is zelf bepaald door A. de Boer" in words
    assert "Er is nog niets voorgelegd: uit het akkoord volgt ‘concept’." in words
