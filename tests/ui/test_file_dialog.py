"""Choosing a file leaves the lock of the dossier that is open here where it is."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.file_dialog import choose

OTHER = """
import sys
from pathlib import Path
from ozj_desktop.errors import InUse
from ozj_desktop.store.dossier import Dossier
try:
    Dossier.open(Path(sys.argv[1]))
except InUse as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks are of another sort there")
def test_a_dialog_in_the_folder_of_the_dossier_keeps_its_lock(qtbot: QtBot, tmp_path: Path) -> None:
    dossier = Dossier.create(tmp_path / "regio.ozj", who="Jan")
    window = QWidget()
    qtbot.addWidget(window)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not seen(dialog):
            QTimer.singleShot(50, leave)
            return
        dialog.reject()

    def seen(dialog: QFileDialog) -> bool:
        model = dialog.findChild(QTreeView).model()
        root = dialog.findChild(QTreeView).rootIndex()
        return any(
            model.index(row, 0, root).data() == "regio.ozj" for row in range(model.rowCount(root))
        )

    QTimer.singleShot(50, leave)
    assert choose(window, "Openen", tmp_path, "Alles (*)") is None
    job = [sys.executable, "-c", OTHER, str(dossier.path)]
    told = subprocess.run(
        job, cwd=resource("").parent, capture_output=True, text=True, check=True
    ).stdout
    assert "is al open bij Jan" in told
    dossier.close()
