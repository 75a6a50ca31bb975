"""The window: open a dossier in it, or show the one that is open already."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ozj_desktop.errors import UserError
from ozj_desktop.ui.launching import Launcher
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.opening import Afterwards, example, open_window
from ozj_desktop.ui.painted import Painted
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.problems import Problems, sentence_box
from ozj_desktop.ui.theme import Theme

GOOD, SOLVABLE = 0, 1


def run(path: Path | None, exit_after_paint: bool = False) -> int:
    """Open `path`, or a copy of the example, and stay until its window is closed."""
    app = application(sys.argv[:1])
    problems = Problems(app)
    problems.take_over()
    theme, today = Theme(app), date.today()
    try:
        window = open_window(path or example(today), theme, today)
    except UserError as error:
        speak_dutch(app)
        sentence_box(str(error)).exec()
        return SOLVABLE
    if window is None:  # another window has it, and has come forward
        return GOOD
    window.failed.connect(lambda error: problems.sort(type(error), error, error.__traceback__))
    painted = Painted(window)
    if exit_after_paint:
        painted.once.connect(app.quit)
    else:
        painted.once.connect(lambda: _go_on(app, window))
        app.commitDataRequest.connect(commit_pending_edit)
        Launcher(window)
    window.show()
    return app.exec()


def application(arguments: list[str]) -> QApplication:
    """Dutch numbers and dates from the start; the words of dialogs come after the first paint."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    app = QApplication(arguments)
    app.setApplicationName("OZJ Desktop")
    app.setDesktopFileName("ozj-desktop")
    return app


def speak_dutch(app: QApplication) -> None:
    """The buttons and menus that are Qt's own."""
    translator = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", place):
        app.installTranslator(translator)


def _go_on(app: QApplication, window: MainWindow) -> None:
    speak_dutch(app)
    Afterwards(window, ask_name=True)
