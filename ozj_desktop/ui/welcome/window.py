"""The welcome: a window of its own from which a dossier is opened, looked at or made."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop import settings
from ozj_desktop.errors import UserError
from ozj_desktop.exchange.templates import Template, templates
from ozj_desktop.progress import Report
from ozj_desktop.ui.access_keys import AccessKeys
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.example import COALITION, EXAMPLE, example
from ozj_desktop.ui.geometry import start_size
from ozj_desktop.ui.messages import two_sentences
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.focus import FocusRing
from ozj_desktop.ui.parts.scrolling import keep_in_sight
from ozj_desktop.ui.parts.text import Elided
from ozj_desktop.ui.purposes import keep_purpose
from ozj_desktop.ui.rail_button import Brand
from ozj_desktop.ui.recent import forget, recents
from ozj_desktop.ui.saving import DOSSIERS, FILTERS, asked, folder_for_dossiers, free_name
from ozj_desktop.ui.status import Tone
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.user_name import keep_given, who
from ozj_desktop.ui.welcome.front import Front, in_the_middle

if TYPE_CHECKING:
    from ozj_desktop.exchange.from_template import Answers
    from ozj_desktop.ui.reserve_copies import ReserveCopy
    from ozj_desktop.ui.welcome.steps import Steps

SMALLEST = 480, 320
NOT_OURS = "‘{}’ is geen dossier van OZJ Desktop. Een dossier eindigt op .ozj."

# Opens a window on a dossier, at a place to type where one is named; raises UserError.
Open = Callable[[Path, str], object]


class WelcomeWindow(QWidget):
    """Closes once a dossier is open; leaves nothing behind when it is closed before."""

    painted = Signal()
    failed = Signal(object)  # an error of a job, for whoever sorts errors

    def __init__(self, theme: Theme, today: date, open_: Open, *, new: bool = False) -> None:
        super().__init__()
        self._theme, self._today, self._open, self._new = theme, today, open_, new
        self._painted = self._chose = False
        self._pool = QThreadPool(self)
        self._ring: FocusRing | None = None
        self._before: QWidget | None = None  # what had the focus
        self._templates = {template.key: template for template in templates()}
        self.front = Front(theme, [*self._templates.values()], datetime.now().astimezone())
        self._made_steps: Steps | None = None
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("OZJ Desktop")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(start_size(QGuiApplication.screens()))
        self._stack.addWidget(self.front)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._stack, 1)

    def _head(self) -> QFrame:
        head, held = QFrame(), QWidget()
        head.setProperty("ground", "top")
        head.setFixedHeight(56)
        whole = QHBoxLayout(head)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(in_the_middle(held))
        row = QHBoxLayout(held)
        row.setContentsMargins(20, 0, 32, 0)
        brand = Brand(self._theme)
        brand.setFixedWidth(200)
        row.addWidget(brand)
        row.addStretch(1)
        row.addWidget(Elided("Samen afspraken maken over onderwijs, zorg en jeugd", "cell2"))
        return head

    def _connect(self) -> None:
        self.front.purposes.chosen.connect(self._choose)
        self.front.wants_begin.connect(self.begin)
        self.front.wants_file.connect(self.choose_file)
        self.front.wants_example.connect(self.show_example)
        self.front.recent.wanted.connect(self.open)
        self.painted.connect(self._watch_focus)

    def _choose(self) -> None:
        """Who only opens what was there keeps the rail that was there."""
        self._chose = True

    # Ways in

    def open(self, path: Path, place: str = "") -> None:
        """Close once its window is there; else say why not, and stay."""
        if place or self._chose:
            keep_purpose(self.front.purposes.value())
        try:
            self._open(path, place)
        except UserError as error:
            self._refuse(path, str(error))
        else:
            self.close()

    def choose_file(self) -> None:
        from ozj_desktop.ui.file_dialog import choose

        path = choose(self, "Dossier openen", folder_for_dossiers(), FILTERS["ozj"])
        if path:
            settings.put(**{DOSSIERS: str(path.parent)})
            self.open(path)

    def show_example(self, coalition: bool) -> None:
        name = COALITION if coalition else EXAMPLE
        self._work(lambda: example(self._today, name), self.open, self._say)

    # A new one

    @property
    def steps(self) -> "Steps":
        """The questions, once somebody comes to them: they need more than a start may cost."""
        if self._made_steps is None:
            from ozj_desktop.ui.welcome.steps import Steps

            self._made_steps = Steps(self._theme, self._today)
            self._made_steps.left.connect(self.show_front)
            self._made_steps.answered.connect(self.make)
            self._stack.addWidget(self._made_steps)
        return self._made_steps

    def begin(self) -> None:
        self.front.message.hide()
        self.steps.begin(self._templates[self.front.templates.value()])
        self._stack.setCurrentWidget(self.steps)
        self.steps.questions[0].focus_first()

    def show_front(self) -> None:
        self._stack.setCurrentWidget(self.front)
        self.front.templates.focus_chosen()

    def make(self) -> None:
        """Ask where to keep it, make it, and open it where one can type."""
        from ozj_desktop.exchange.from_template import make

        template, answers = self.steps.template, self.steps.answers()
        assert template is not None
        start = self._suggested(template, answers)
        target = asked(self, "Waar wilt u het dossier bewaren?", start, "ozj", replaces=False)
        if target is None:
            return
        settings.put(**{DOSSIERS: str(target.parent)})
        keep_given(self.steps.name.user_name())

        def work() -> Path:
            make(template, answers, target, who=who(), today=self._today)
            return target

        self._work(work, lambda made: self._made(made, template), self._say_in_steps)

    def _made(self, path: Path, template: Template) -> None:
        self.open(path, template.opens)

    def _suggested(self, template: Template, answers: "Answers") -> Path:
        from ozj_desktop.exchange.from_template import named
        from ozj_desktop.exchange.swap import file_name

        name = file_name(named(template, answers, self._today), suffix=".ozj")
        return free_name(folder_for_dossiers() / name)

    # Work beside the window

    def _work(
        self,
        work: Callable[[], Path],
        done: Callable[[Path], object],
        refused: Callable[[str], object],
    ) -> None:
        """A drive that is gone can take its time to say so."""

        def end(found: Path) -> None:
            self._be_busy(False)
            done(found)

        def fail(error: Exception) -> None:
            self._be_busy(False)
            if isinstance(error, UserError):
                refused(str(error))
            else:
                self.failed.emit(error)

        job = Job("Dossier maken", _reporting(work), self)
        job.failed.connect(fail)
        job.done.connect(end)
        self._be_busy(True)
        job.start(self._pool)

    def _be_busy(self, busy: bool) -> None:
        """Nothing changes meanwhile, and the focus comes back where it was."""
        if busy:
            self._before = self.focusWidget()
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
        self._stack.setEnabled(not busy)
        if not busy and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What went wrong

    def _refuse(self, path: Path, why: str) -> None:
        """Why a dossier does not open, with what can be done about it."""
        from ozj_desktop.ui.reserve_copies import kept_under

        buttons = []
        if kept := kept_under(path.name):
            buttons.append(self._offer("Reservekopieën…", lambda: self._copies(kept)))
        if any(recent.path == path for recent in recents()):
            self.front.recent.be_lost(path)
            buttons.append(self._offer("Haal uit de lijst", lambda: self._take_off(path)))
        self._stack.setCurrentWidget(self.front)
        self._say(why, buttons)

    def _offer(self, words: str, do: Callable[[], object]) -> QPushButton:
        return button(self._theme, words, size="small", do=do)

    def _take_off(self, path: Path) -> None:
        forget(path)
        self.front.recent.refresh()
        self.front.message.hide()

    def _copies(self, kept: "list[ReserveCopy]") -> None:
        from ozj_desktop.ui.reserve_copies import CopiesDialog

        dialog = CopiesDialog(self, kept)
        dialog.wanted.connect(self.open)
        dialog.open()

    def _say(self, why: str, buttons: list[QPushButton] | None = None) -> None:
        self.front.say(why, buttons or ())

    def _say_in_steps(self, why: str) -> None:
        self.steps.message.say(Tone.BAD, *two_sentences(why))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _watch_focus(self) -> None:
        self._ring = FocusRing(self._theme, self)
        from ozj_desktop.ui.explainer import Explainer  # nobody waits for it
        from ozj_desktop.ui.terms import Terms

        AccessKeys(self)
        terms = Terms()
        Explainer(lambda: terms, self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_sight)
        self.front.focus_first(self._new)

    def _keep_in_sight(self, before: QWidget | None, now: QWidget | None) -> None:
        keep_in_sight(before, now)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return
        if paths[0].suffix.lower() == ".ozj":
            self.open(paths[0])
        else:
            self._say(NOT_OURS.format(paths[0].name))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ring is not None:  # it may have followed the focus to another window
            self._ring.deleteLater()
            self._ring = None
        super().closeEvent(event)


def _reporting(work: Callable[[], Path]) -> Callable[[Report], Path]:
    return lambda _: work()
