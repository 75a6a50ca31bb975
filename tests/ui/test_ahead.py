"""Pages are loaded before somebody goes there, bit by bit."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.ahead import MODULES, Ahead


def test_every_page_is_loaded_while_nobody_waits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in MODULES[-3:]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    window, between = QWidget(), list[bool]()
    qtbot.addWidget(window)
    ahead = Ahead(window)
    QTimer.singleShot(0, window, lambda: between.append(ahead.isActive()))
    qtbot.waitUntil(lambda: bool(between))
    assert between == [True]
    qtbot.waitUntil(lambda: not ahead.isActive())
    assert {*MODULES} <= sys.modules.keys()
