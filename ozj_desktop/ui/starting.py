"""From an application to a window on a dossier, and what is done once it has been painted."""

import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QTextEdit

from ozj_desktop.errors import UserError
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.gathering import Gathering
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.opening import open_window
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.problems import Problems
from ozj_desktop.ui.steady import keep_constants
from ozj_desktop.ui.theme import Theme, load_weights

if TYPE_CHECKING:
    from ozj_desktop.ui.welcome.window import WelcomeWindow

GOOD, SOLVABLE = 0, 1


def start(path: Path | None, begin: str, exit_after_paint: bool) -> int:
    """Show the window and stay until all are closed; the number to end the process with."""
    app = application(sys.argv[0])
    theme, today = Theme(app), date.today()
    problems = Problems(app, theme)
    problems.take_over()
    shown: MainWindow | WelcomeWindow | None
    try:
        if path is None:
            path = _named_by(begin, today)
        if path is None:
            shown = _welcome(app, problems, theme, today, new=bool(begin))
        else:
            shown = open_window(path, theme, today)
    except UserError as error:
        _tell(app, path, error, theme)
        return SOLVABLE
    if shown is None:  # another window has it, and has come forward
        return GOOD
    if exit_after_paint:
        shown.painted.connect(lambda: app.exit(GOOD))  # without the work of closing
    elif isinstance(shown, MainWindow):
        _attend(app, problems, shown)
    else:
        shown.painted.connect(lambda: _settle(app))
    shown.show()
    ended = app.exec()
    if exit_after_paint:  # measured is the way to the first paint, not the way out
        os._exit(ended)
    return ended


def _welcome(
    app: QApplication, problems: Problems, theme: Theme, today: date, *, new: bool
) -> "WelcomeWindow":
    from ozj_desktop.ui.welcome.window import WelcomeWindow

    opened: list[MainWindow] = []  # nobody else holds it

    def open_path(path: Path, place: str) -> None:
        window = open_window(path, theme, today)
        if window is None:
            return
        opened.append(window)
        _attend(app, problems, window, place)
        window.show()

    with theme.undressed():
        welcome = WelcomeWindow(theme, today, open_path, new=new)
    welcome.failed.connect(lambda error: problems.sort(type(error), error, error.__traceback__))
    return welcome


def _attend(app: QApplication, problems: Problems, window: MainWindow, place: str = "") -> None:
    """From its first paint on there is more than what is seen. At `place` one can type at once."""
    window.failed.connect(lambda error: problems.sort(type(error), error, error.__traceback__))
    window.painted.connect(lambda: _go_on(app, window, place))
    app.commitDataRequest.connect(commit_pending_edit)


def _named_by(begin: str, today: date) -> Path | None:
    """The dossier that goes with a way to begin, if one does."""
    if not begin:
        return None
    from ozj_desktop.ui.example import AT_ONCE, example

    return example(today) if begin == AT_ONCE else None


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


def _settle(app: QApplication) -> None:
    """Once per process, when there is something to see."""
    keep_constants()
    gc.freeze()  # what is there now stays
    if app.property("settled"):
        return
    app.setProperty("settled", True)
    Gathering(app)
    from ozj_desktop.ui.dutch_words import speak_dutch

    load_weights("Bold")
    speak_dutch(app)


def _go_on(app: QApplication, window: MainWindow, place: str) -> None:
    """What nobody waits for."""
    _settle(app)
    from ozj_desktop.ui.afterwards import Afterwards
    from ozj_desktop.ui.ahead import Ahead
    from ozj_desktop.ui.days import Days
    from ozj_desktop.ui.lasting_actions import LastingActions
    from ozj_desktop.ui.launching import Launcher

    Launcher(window)
    LastingActions(window)
    Days(window, window.desk.today).turned.connect(window.turn_day)
    Afterwards(window, ask_name=not place)  # who is about to type is not to be asked things
    _remember(window)
    Ahead(window)
    if place:
        type_at(window, place)


def _remember(window: MainWindow) -> None:
    """Among the recent ones, by the name that the samenwerking has."""
    from ozj_desktop.ui.recent import remember

    dossier, facts = window.desk.dossier, window.desk.facts

    def heard(notice: Notice) -> None:
        if "collaboration" in notice.kinds:
            remember(dossier.path, facts.one(Collaboration).name or dossier.path.stem)

    dossier.on_change.append(heard)
    heard(Notice("", (("collaboration", "", frozenset()),)))


def type_at(window: MainWindow, place: str) -> None:
    """The first thing to write has the caret; what a template asks to fill in is chosen."""
    window.show_place(place)
    if page := window.page():
        page.focus_first()
    edit = window.focusWidget()
    if isinstance(edit, QTextEdit):
        text, cursor = edit.toPlainText(), edit.textCursor()
        cursor.setPosition(max(text.find("«"), 0))
        cursor.setPosition(text.find("»") + 1, cursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
