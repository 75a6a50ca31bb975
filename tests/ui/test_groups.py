"""Ctrl+Enter walks the cards of a record."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.contributions_card import ContributionsCard

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_enter_goes_from_card_to_card_and_stores_what_was_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    made = Agreement(title="Iedereen belt eerst")
    window.desk.add(made)
    window.go(made.id)
    page: Any = window.page()
    page.header.ready.setFocus()
    qtbot.keyClick(page.header.ready, Qt.Key.Key_Return, CONTROL)
    what = QApplication.focusWidget()
    assert what is page._bodies[0].cards[0]._boxes["what"].focusProxy()
    qtbot.keyClicks(what, "De mentor belt meteen.")
    qtbot.keyClick(what, Qt.Key.Key_Return, CONTROL)
    card = page.findChild(ContributionsCard)
    assert QApplication.focusWidget() is card.table
    assert window.desk.get(Agreement, made.id).what == "De mentor belt meteen."  # type: ignore[union-attr]
    qtbot.keyClick(card.table, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert QApplication.focusWidget() is what
    qtbot.keyClick(what, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert QApplication.focusWidget() is page.header.title
