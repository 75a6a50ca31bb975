"""Other dossiers open in a window, and a process, of their own."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QMessageBox

from ozj_desktop import settings
from ozj_desktop.ui.example import AT_ONCE
from ozj_desktop.ui.file_dialog import choose
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.purposes import Purpose, keep_purpose
from ozj_desktop.ui.saving import FILTERS, folder_for
from ozj_desktop.ui.user_name import ask_name

NEW = "--new"  # how the command line asks for the welcome


class Launcher(QObject):
    """What the menu of the dossier asks for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.top.wants_open.connect(self.open)
        window.top.wants_recent.connect(self.recent)
        window.top.wants_purpose.connect(self.purpose)
        window.top.wants_new.connect(self.new)
        window.top.wants_example.connect(self.example)
        window.desk.show_example = self.example
        window.top.wants_copy.connect(lambda: window.files.copy_dossier())
        window.top.wants_copies.connect(self.copies)
        window.top.wants_name.connect(lambda: ask_name(window))
        window.top.wants_about.connect(self.about)

    def open(self) -> None:
        commit_pending_edit()
        path = choose(self._window, "Dossier openen", Path(self._folder()), FILTERS["ozj"])
        if path:
            settings.put(dossier_folder=str(path.parent))
            launch(str(path))

    def new(self) -> None:
        """The welcome, where the questions for a new one are."""
        commit_pending_edit()
        launch(NEW)

    def recent(self, path: Path) -> None:
        commit_pending_edit()
        launch(str(path))

    def purpose(self, chosen: Purpose) -> None:
        keep_purpose(chosen.key)
        self._window.rail.serve(chosen)

    def copies(self) -> None:
        """What was kept of this dossier when it closed."""
        from ozj_desktop.ui.reserve_copies import CopiesDialog, kept_of

        commit_pending_edit()
        dialog = CopiesDialog(self._window, kept_of(self._window.desk.dossier))
        dialog.wanted.connect(lambda path: launch(str(path)))
        dialog.open()

    def example(self) -> None:
        launch(AT_ONCE)

    def about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle("Over OZJ Desktop")
        box.setText(f"OZJ Desktop {_version()}".strip())
        box.setInformativeText(
            "Samen afspraken maken over onderwijs, zorg en jeugd. Alles blijft op deze computer: "
            "het programma gebruikt geen internet. Vrije software onder de EUPL 1.2."
        )
        box.open()

    def _folder(self) -> str:
        return str(folder_for("dossier_folder", self._window.desk.dossier.path))


def launch(*arguments: str) -> None:
    """The program anew, with a window of its own."""
    frozen = getattr(sys, "frozen", False)
    module = [] if frozen else ["-m", "ozj_desktop"]
    QProcess.startDetached(sys.executable, [*module, *arguments])


def _version() -> str:
    try:
        return version("ozj-desktop")
    except PackageNotFoundError:  # run from a checkout
        return ""
