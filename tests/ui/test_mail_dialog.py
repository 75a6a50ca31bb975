"""A mail before it is kept: a tick for each file, and words that agree with what goes along."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ozj_desktop.model.documents import Document, Stage
from ozj_desktop.ui import saving
from ozj_desktop.ui.mail_dialog import MailDialog
from ozj_desktop.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def closed_afterwards(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    """What stays open would become the parent of the next dialog, and take that along."""
    yield
    for dialog in window.findChildren(MailDialog):
        dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(MailDialog))


def opened(window: MainWindow) -> MailDialog:
    paper = next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)
    window.files.export("eml", paper)
    return next(d for d in window.findChildren(MailDialog) if d.isVisible())


def test_nothing_but_the_pdf_goes_along_unasked(window: MainWindow) -> None:
    dialog = opened(window)
    assert {form: tick.isChecked() for form, tick in dialog.ticks.items()} == {
        "pdf": True,
        "docx": False,
        "xlsx": False,
    }
    told = dialog.text.toPlainText()
    assert dialog._draft.names["pdf"] in told
    assert dialog._draft.names["xlsx"] not in told


def test_what_is_ticked_is_what_is_told_and_what_is_attached(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "ask", lambda *_, **__: tmp_path / "mail.eml")
    dialog = opened(window)
    names = dialog._draft.names
    qtbot.mouseClick(dialog.ticks["docx"], Qt.MouseButton.LeftButton)
    label = next(x for x in dialog.findChildren(QLabel) if x.text().startswith("PDF: "))
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    told = dialog.text.toPlainText()
    assert names["docx"] in told and names["pdf"] not in told
    assert "In het Word-bestand staat wat elke partij zei." in [
        x.text() for x in dialog.findChildren(QLabel)
    ]
    with qtbot.waitSignal(window.files.made, timeout=60_000):
        dialog.keep.click()
    mail = message_from_bytes((tmp_path / "mail.eml").read_bytes(), policy=policy.default)
    assert [part.get_filename() for part in mail.iter_attachments()] == [names["docx"]]
    again = opened(window)
    assert [form for form, tick in again.ticks.items() if tick.isChecked()] == ["docx"]


def test_what_was_written_by_hand_stays_when_the_files_change(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window)
    names = dialog._draft.names
    dialog.text.append("Neem gerust een collega mee.")
    for form, there in (("xlsx", "pdf xlsx"), ("pdf", "xlsx"), ("xlsx", ""), ("pdf", "pdf")):
        qtbot.mouseClick(dialog.ticks[form], Qt.MouseButton.LeftButton)
        told = dialog.text.toPlainText()
        assert told.endswith("Neem gerust een collega mee.")
        assert [form for form, name in names.items() if name in told] == there.split()
        assert ("Bij deze mail vindt u" in told) == bool(there)
    assert told.count("Bijlage:") == 1


def test_a_choice_has_room_for_its_bold_words(window: MainWindow) -> None:
    dialog: Any = opened(window)
    for part in dialog.telling.parts():
        part.click()
        bold = QFont(part.font())
        bold.setWeight(QFont.Weight.DemiBold)
        assert part.width() - 24 >= QFontMetrics(bold).horizontalAdvance(part.text())


def test_long_names_of_files_stay_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    paper = next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)
    window.desk.edit(paper, {"name": "Convenant over alles wat wij samen doen " * 4})
    dialog = opened(window)
    (area,) = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
