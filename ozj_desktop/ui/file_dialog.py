"""The dialog in which files are chosen. It knows them by name and never looks inside.

Closing a file drops all locks that this process has on it, whoever in it holds them: a dialog that
reads files to learn their type would let others write in the dossier that is open here.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

# Elsewhere the dialog of the system reads in a process of its own, or locks are of another sort.
READS_HERE = sys.platform not in ("win32", "darwin")


class _ByName(QFileIconProvider):
    """A folder or a file, and the sort that its name tells."""

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            kinds = QFileIconProvider.IconType
            of = kinds.Folder if of.isDir() else kinds.File
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return "Map"
        return f"{info.suffix().upper()}-bestand" if info.suffix() else "Bestand"


_by_name: list[_ByName] = []  # made once, and kept: the dialog does not own it


def file_dialog(window: QWidget, title: str, folder: Path, kinds: str) -> QFileDialog:
    dialog = QFileDialog(window, title, str(folder), kinds)
    if not _by_name:
        _by_name.append(_ByName())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, READS_HERE)
    dialog.setIconProvider(_by_name[0])
    return dialog


def choose(window: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """A file that is there; None where nobody wants one."""
    dialog = file_dialog(window, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return answer(dialog)


def answer(dialog: QFileDialog) -> Path | None:
    sure = dialog.exec()
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if sure else None
