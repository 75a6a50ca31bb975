"""Work beside the window."""

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.background import Job


def test_what_a_job_leaves_behind_is_not_taken_for_something_else(qtbot: QtBot) -> None:
    owner, pool = QObject(), QThreadPool()
    for _ in range(200):
        Job("Maken", lambda report: None, owner).start(pool)
        pool.waitForDone()
        menu = QMenu()
        assert all(menu.addAction("PDF…", lambda: None).isEnabled() for _ in range(6))
