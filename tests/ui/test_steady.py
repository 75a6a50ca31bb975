"""However long somebody works, painting does not use up None."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.steady import keep_constants


def test_none_outlives_any_number_of_calls(qtbot: QtBot) -> None:
    keep_constants()
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(100_000):
        label.update()
    assert sys.getrefcount(None) > 1 << 30 or sys.version_info >= (3, 12)
