"""The copies that were kept when a dossier closed: chosen from a list, and opened to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.dutch import day_and_date
from ozj_desktop.paths import own_if_any
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import NAME, copies, copies_of, keep_copy, made_at
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import moment, size
from ozj_desktop.ui.parts.text import label

TITLE = "Reservekopieën"
ABOUT = (
    "Sluit u een dossier waarin is gewerkt, dan bewaart OZJ Desktop een kopie. Bekijk er een in "
    "een eigen venster; daar kunt u die ook als dossier bewaren. Uw dossier blijft zoals het is."
)
NONE_YET = (
    "Er zijn nog geen reservekopieën van dit dossier. De eerste komt er als u hebt gewerkt en het "
    "venster sluit."
)
NO_PLACE = (
    "Er zijn geen reservekopieën: uw account mag op deze computer niets bewaren. Maak zelf een "
    "kopie met ‘Kopie bewaren als…’."
)
WIDTH, HEIGHT = 460, 320


@dataclass(frozen=True)
class ReserveCopy:
    """One of them, as the list shows it."""

    path: Path
    bytes: int


def keep_reserve(desk: Desk) -> None:
    """On closing; never of what is damaged, or of an example in which nobody worked."""
    from ozj_desktop.ui.example import is_untouched

    folder, dossier = own_if_any("backups"), desk.dossier
    if folder and desk.writable and desk.sound and not is_untouched(dossier):
        keep_copy(dossier, folder, datetime.now())


def kept_of(dossier: Dossier) -> list[ReserveCopy]:
    """Those of this dossier, whatever its file is called by now; newest first."""
    folder = own_if_any("backups")
    return _seen(copies_of(dossier, folder)) if folder else []


def kept_under(name: str) -> list[ReserveCopy]:
    """Those of dossiers with this file name, for one that cannot be opened."""
    folder = own_if_any("backups")
    found = copies(folder) if folder else []
    return _seen([p for p in found if (m := NAME.fullmatch(p.name)) and m[1] == Path(name).stem])


def _seen(paths: Sequence[Path]) -> list[ReserveCopy]:
    """Without those that another window has just thinned out."""
    return [ReserveCopy(p, p.stat().st_size) for p in paths if p.exists()]


def when_kept(path: Path) -> str:
    """Of a file among the reserve copies, in words."""
    found = NAME.fullmatch(path.name)
    made = made_at(path) if found else datetime.fromtimestamp(path.stat().st_mtime)
    return f"{day_and_date(made.date())}, {moment(made)} uur"


def name_to_keep(path: Path) -> str:
    """What a reserve copy is called as a dossier of its own: regio_2026-11-24.ozj"""
    found = NAME.fullmatch(path.name)
    return f"{found[1]}_{found[3].split()[0]}.ozj" if found else path.name


class CopiesDialog(QDialog):
    """Enter, a double click or the button opens the chosen one; Escape leaves."""

    wanted = Signal(Path)

    def __init__(self, parent: QWidget | None, found: Sequence[ReserveCopy]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._found = found
        self.table = _table(found)
        self.table.cellActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(ABOUT if found else _why_none(), "soft", wrap=True))
        column.addWidget(self.table)
        column.addStretch(0 if found else 1)
        column.addWidget(self._buttons())
        self.table.setVisible(bool(found))
        self.resize(WIDTH, HEIGHT if found else 120)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        if self._found:
            show = box.addButton("Bekijken", QDialogButtonBox.ButtonRole.ActionRole)
            show.setProperty("look", "primary")
            show.setDefault(True)
            show.clicked.connect(self._open)
            self.table.setFocus()
        return box

    def _open(self) -> None:
        chosen = self.table.currentRow()
        self.wanted.emit(self._found[max(chosen, 0)].path)
        self.accept()


def _why_none() -> str:
    return NONE_YET if own_if_any("backups") else NO_PLACE


def _table(found: Sequence[ReserveCopy]) -> QTableWidget:
    table = QTableWidget(len(found), 2)
    table.setAccessibleName(TITLE)
    table.setProperty("framed", True)
    table.setHorizontalHeaderLabels(["Gemaakt", "Grootte"])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    for row, kept in enumerate(found):
        table.setItem(row, 0, QTableWidgetItem(when_kept(kept.path)))
        table.setItem(row, 1, QTableWidgetItem(size(kept.bytes)))
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    if found:
        table.setCurrentCell(0, 0)
    return table
