"""Where something must come: the question about overwriting is about the name it really gets."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from ozj_desktop import settings
from ozj_desktop.errors import UserError
from ozj_desktop.paths import own_if_any
from ozj_desktop.store.lock import WriterLock

DOSSIERS = "dossier_folder"  # the setting that remembers where
FILTERS = {
    "pdf": "PDF (*.pdf)",
    "docx": "Word (*.docx)",
    "xlsx": "Excel (*.xlsx)",
    "eml": "E-mail (*.eml)",
    "ozj": "OZJ-dossier (*.ozj)",
}


def where(window: QWidget, name: str, form: str, dossier: Path) -> Path | None:
    """Ask for a place; None where nobody wants it. The folder is remembered.

    Raise UserError for the dossier that is open here, and for one that is open elsewhere.
    """
    start = folder_for("export_folder", dossier) / name
    if form == "ozj":  # of a document the newest is enough, of a dossier each copy counts
        start = free_name(start)
    target = asked(window, "Waar moet het komen?", start, form)
    if target is not None:
        refuse_open(target, dossier)
        settings.put(export_folder=str(target.parent))
    return target


def free_name(path: Path) -> Path:
    """This name, or the first with a number that is not taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return free


def folder_for(setting: str, dossier: Path) -> Path:
    """The folder used last; the first time that of the dossier, if it is one of the user's."""
    if kept := _kept_folder(setting):
        return kept
    ours = (own_if_any("voorbeeld"), own_if_any("backups"))
    return Path.home() if dossier.parent in ours else dossier.parent


def folder_for_dossiers() -> Path:
    """The folder used last, else the documents of this user."""
    if kept := _kept_folder(DOSSIERS):
        return kept
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place) or Path.home())
    return found if found.is_dir() else Path.home()


def _kept_folder(setting: str) -> Path | None:
    """None where it is gone, or was never the name of a folder."""
    kept = settings.get(setting)
    with suppress(OSError, ValueError):
        if isinstance(kept, str) and kept and Path(kept).is_dir():
            return Path(kept)
    return None


def asked(
    window: QWidget, title: str, start: Path, form: str, *, replaces: bool = True
) -> Path | None:
    """A name that ends as `form` does. With `replaces` the dialog asks about a file that is there.

    A name like "plan.v2" gets its suffix after the dialog has looked; then it is asked again.
    """
    while (chosen := ask(window, title, start, form, replaces=replaces)) is not None:
        target = chosen
        if target.suffix.lower() != f".{form}":
            target = target.with_name(f"{target.name}.{form}")
        if target == chosen or not (replaces and target.exists()):
            return target
        start = target
    return None


def ask(window: QWidget, title: str, start: Path, form: str, *, replaces: bool) -> Path | None:
    """What the dialog gives."""
    from PySide6.QtWidgets import QFileDialog

    from ozj_desktop.ui.file_dialog import answer, file_dialog

    dialog = file_dialog(window, title, start.parent, FILTERS[form])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
    dialog.selectFile(start.name)
    return answer(dialog)


def refuse_open(target: Path, dossier: Path) -> None:
    """Writing over a dossier that somebody works in would take it away from under them."""
    if not target.exists():
        return
    if dossier.exists() and target.samefile(dossier):
        raise UserError(
            f"{target.name} is het dossier dat hier open is. Er is niets gemaakt. "
            "Kies een andere naam."
        )
    if target.with_name(f".{target.name}.slot").exists():
        WriterLock(target, "").release()
