"""Zoek in alles: what is typed stands clear of the key beside it, and does not stay behind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.main_window import MainWindow


def test_words_end_before_the_key(window: MainWindow) -> None:
    field = window.top.search
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inner = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    assert inner.right() - field.textMargins().right() < field._key.x()


def test_the_key_is_whole_in_every_palette(window: MainWindow) -> None:
    key = window.top.search._key
    for palette in ("dark", "light", "dark"):
        window.desk.theme.choose(palette)
        assert key.width() >= key.sizeHint().width(), palette
        assert key.geometry().right() < window.top.search.width()


def test_words_that_were_looked_for_do_not_stay_behind(window: MainWindow, qtbot: QtBot) -> None:
    field = window.top.search
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.keyClicks(field, "school")
    qtbot.waitUntil(lambda: field.results().isVisible())
    qtbot.keyClick(field, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert field.text() == ""
    assert field.results().isHidden()
