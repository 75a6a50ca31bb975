"""From opening the example to a document that was mailed, with mouse and keys."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import decisions, latest
from ozj_desktop.model.documents import Document, Stage, TableAssent
from ozj_desktop.ui import saving
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.conftest import Opener

CONTROL = Qt.KeyboardModifier.ControlModifier


def draft(window: MainWindow) -> Any:
    """Go to an agreement of a document in concept; the id of the agreement."""
    facts = window.desk.facts
    decided = decisions(facts)
    return next(a.id for a in facts.all(Agreement) if a.id not in decided)


def press(widget: Any, words: str, qtbot: QtBot) -> None:
    button = next(b for b in widget.findChildren(QPushButton) if b.text() == words)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def editing(window: MainWindow, id: str, qtbot: QtBot) -> str:
    """Change the title, undo it, and change it again."""
    page: Any = window.pages["agreements"]
    title = page.header.title
    old = title.toPlainText()
    qtbot.mouseClick(title.viewport(), Qt.MouseButton.LeftButton)
    title.selectAll()
    qtbot.keyClicks(title, "Iedereen komt aan tafel")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert window.undo.undo.text() == "Ongedaan maken: ‘Titel’ gewijzigd"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert title.toPlainText() == old
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert title.toPlainText() == "Iedereen komt aan tafel"
    return old


def contributing(window: MainWindow, id: str, qtbot: QtBot) -> None:
    """Add a party that takes part, with what it does and when."""
    desk = window.desk
    before = desk.dossier.count(Contribution, agreement=id)
    page: Any = window.pages["agreements"]
    table = page._bodies[1].table
    table.setFocus()
    table.setCurrentIndex(table.parts.index(table.parts.rowCount() - 1, 0))
    table.open_editor()
    cell: Any = QApplication.focusWidget()
    there = {c.party for c in desk.dossier.all(Contribution, agreement=id)}
    name = next(n for i, n in desk.names.options(table.parts.fields[0]) if i not in there)
    qtbot.keyClicks(cell, name)
    qtbot.keyClick(cell._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.dossier.count(Contribution, agreement=id) == before + 1)
    with qtbot.waitActive(window):  # a popup in memory takes the window's place
        window.activateWindow()
    row = next(n for n, c in enumerate(table.parts.records) if c.party not in there)
    table.setFocus()
    table.setCurrentIndex(table.parts.index(row, 2))
    qtbot.keyClicks(table, "s")
    qtbot.keyClicks(QApplication.focusWidget(), "chuift aan")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: table.currentIndex().column() == 3)
    qtbot.keyClicks(table, "1")
    qtbot.keyClicks(QApplication.focusWidget(), " feb")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    made = table.parts.records[row]
    assert (made.what, made.by) == ("schuift aan", date(2027, 2, 1))


def submitting(window: MainWindow, qtbot: QtBot) -> Document:
    """Submit the document in concept: its text lies fast, and every party is asked."""
    dossier = window.desk.dossier
    documents = dossier.all(Document)
    document = next(d for d in documents if latest(window.desk.facts, d.id) is None)
    window.go(document.id)
    page: Any = window.page()
    press(page, "Versie 1 voorleggen", qtbot)
    reason = page._bodies[3]._reason
    qtbot.keyClicks(reason, "eerste versie voor alle partijen")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    document = dossier.get(Document, document.id)
    assert document.stage is Stage.FROZEN
    version = latest(window.desk.facts, document.id)
    assert version is not None
    answers = page._bodies[3]._tables["said"].parts.records
    assert answers
    assert {a.table for a in answers} == {TableAssent.SUBMITTED}
    return document


def sharing(
    window: MainWindow, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Make the PDF beside the window."""
    monkeypatch.setattr(saving, "ask", lambda *_, **__: target)
    menu = window.top.open_sharing()
    one = next(
        a.menu() for a in menu.actions() if a.text() == "Lokale Educatieve Agenda Lindebroek"
    )
    choice = next(a for a in one.actions() if a.text() == "PDF…")  # type: ignore[union-attr]
    with qtbot.waitSignal(window.files.made, timeout=60_000):
        choice.trigger()
    menu.close()


def test_an_agreement_gets_into_a_document_that_can_be_mailed(
    open_window: Opener, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    id = draft(window)
    window.go(id)
    editing(window, id, qtbot)
    contributing(window, id, qtbot)
    submitting(window, qtbot)
    assert window.pages["agreements"].spec.locked(  # type: ignore[attr-defined]
        window.desk, window.desk.dossier.get(Agreement, id)
    )
    target = tmp_path / "uit" / "lea.pdf"
    target.parent.mkdir()
    sharing(window, target, qtbot, monkeypatch)
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Iedereen komt aan tafel" in " ".join(text.split())
    path = window.desk.dossier.path
    window.close()

    again = open_window()
    assert again.desk.dossier.path == path
    assert again.undo.undo.text() == "Ongedaan maken: stuk voorgelegd"
    again.undo.undo.trigger()
    documents = again.desk.dossier.all(Document)
    assert Stage.DRAFT in {document.stage for document in documents}
