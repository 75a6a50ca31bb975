"""When a dossier cannot be opened: why, and the reserve copies there are of it."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from ozj_desktop.ui.launching import launch
from ozj_desktop.ui.problems import sentence_box
from ozj_desktop.ui.reserve_copies import CopiesDialog, kept_under
from ozj_desktop.ui.theme import Theme


def tell_refusal(path: Path, why: str, theme: Theme) -> None:
    """Stay until it has been read."""
    box, found = sentence_box(why, theme), kept_under(path.name)
    if not found:
        box.exec()
        return
    look = box.addButton("Reservekopieën…", QMessageBox.ButtonRole.ActionRole)
    box.exec()
    if box.clickedButton() is look:
        dialog = CopiesDialog(None, found)
        dialog.wanted.connect(lambda copy: launch(str(copy)))
        dialog.exec()
