"""Dialogs of Qt itself, in Dutch to the last label."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.dutch_words import speak_dutch


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    before = {*qapp.findChildren(QTranslator)}
    speak_dutch(qapp)
    yield
    for translator in {*qapp.findChildren(QTranslator)} - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_a_file_dialog_has_no_english_label(dutch: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert labels == {"Zoeken in:", "Bestandsnaam:", "Bestanden van type:"}


def test_words_that_nobody_knows_stay(dutch: None) -> None:
    assert QCoreApplication.translate("Elders", "Nothing known") == "Nothing known"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
