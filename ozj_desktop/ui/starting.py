"""From an application to a window on a dossier, and what is done once it has been painted."""

import gc
import os
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ozj_desktop.errors import UserError
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.opening import open_window
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.problems import Problems
from ozj_desktop.ui.steady import keep_constants
from ozj_desktop.ui.theme import Theme, load_weights

GOOD, SOLVABLE = 0, 1


def start(path: Path | None, exit_after_paint: bool) -> int:
    """Show the window and stay until it is closed; the number to end the process with."""
    app = application(sys.argv[0])
    theme, today = Theme(app), date.today()
    problems = Problems(app, theme)
    problems.take_over()
    try:
        path = path or _example(today)
        window = open_window(path, theme, today)
    except UserError as error:
        _tell(app, path, error, theme)
        return SOLVABLE
    if window is None:  # another window has it, and has come forward
        return GOOD
    window.failed.connect(lambda error: problems.sort(type(error), error, error.__traceback__))
    if exit_after_paint:
        window.painted.connect(lambda: app.exit(GOOD))  # without the work of closing
    else:
        window.painted.connect(lambda: _go_on(app, window))
        app.commitDataRequest.connect(commit_pending_edit)
    window.show()
    ended = app.exec()
    if exit_after_paint:  # measured is the way to the first paint, not the way out
        os._exit(ended)
    return ended


def _example(today: date) -> Path:
    from ozj_desktop.ui.example import example

    return example(today)


def _tell(app: QApplication, path: Path | None, error: UserError, theme: Theme) -> None:
    from ozj_desktop.ui.dutch_words import speak_dutch
    from ozj_desktop.ui.refusal import tell_refusal

    speak_dutch(app)
    tell_refusal(path or Path(), str(error), theme)


def application(program: str) -> QApplication:
    """Dutch numbers and dates from the start; the words of dialogs come after the first paint."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    # As an argument: setStyle() hands back a QStyle, which costs 6 ms of the start.
    app = QApplication([program, "-style", "Fusion"])
    app.setApplicationName("OZJ Desktop")
    app.setDesktopFileName("ozj-desktop")
    return app


def _go_on(app: QApplication, window: MainWindow) -> None:
    """What nobody waits for."""
    keep_constants()
    gc.freeze()  # what is there now stays
    gc.enable()
    from ozj_desktop.ui.afterwards import Afterwards
    from ozj_desktop.ui.days import Days
    from ozj_desktop.ui.dutch_words import speak_dutch
    from ozj_desktop.ui.lasting_actions import LastingActions
    from ozj_desktop.ui.launching import Launcher

    load_weights("Bold")
    speak_dutch(app)
    Launcher(window)
    LastingActions(window)
    Days(window, window.desk.today).turned.connect(window.turn_day)
    Afterwards(window, ask_name=True)
