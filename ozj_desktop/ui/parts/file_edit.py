"""Files kept in the dossier: a logo, a signed sheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model.reading import Misread
from ozj_desktop.ui.display import size
from ozj_desktop.ui.file_dialog import answer, choose, file_dialog
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme

WIDEST = 1200  # pixels of a picture that is kept
LARGEST = 1_000_000  # bytes of a picture that is kept as it is


class FileEdit(QWidget):
    """A file that is kept in the dossier: choose, take away; a picture is shown."""

    edited = Signal()

    def __init__(self, theme: Theme, blob: Callable[[str], bytes], *, picture: bool) -> None:
        super().__init__()
        self._blob, self._picture = blob, picture
        self._value: Any = None
        self._preview = QLabel()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._about = label("", "meta")
        self._choose = button(
            theme, "Kies…", "image" if picture else "folder-open", size="small", do=self._ask
        )
        self._remove = button(theme, "Weghalen", "x", look="quiet", size="small", do=self._clear)
        self._save = button(theme, "Bewaren als…", "copy", size="small", do=self._ask_where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._preview)
        column.addWidget(self._about)
        column.addWidget(row_of(self._choose, self._save, self._remove))
        self.setFocusProxy(self._choose)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._choose.setAccessibleName(f"{name}: kies een bestand")
        self._save.setAccessibleName(f"{name}: bewaren als")
        self._remove.setAccessibleName(f"{name}: weghalen")

    def value(self) -> Any:
        return self._value

    def show_value(self, value: Any) -> None:
        self._value = value
        data = self._data()
        self._about.setText(_about(data))
        self._save.setVisible(bool(data) and not self._picture)
        shown = QPixmap()
        if self._picture and data:
            shown.loadFromData(data)
        if not shown.isNull():
            shown = shown.scaled(
                QSize(200, 72),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._preview.setPixmap(shown)
        self._preview.setVisible(not shown.isNull())
        self._remove.setVisible(bool(data) and self._choose.isEnabled())

    def in_use(self) -> bool:
        return False

    def set_locked(self, locked: bool) -> None:
        self._choose.setEnabled(not locked)
        self._choose.setVisible(not locked)
        self._remove.setVisible(not locked and self._value is not None)

    def _ask(self) -> None:
        kinds = "Plaatjes (*.png *.jpg *.jpeg)" if self._picture else "Alle bestanden (*)"
        path = choose(self, "Kies een bestand", Path.home(), kinds)
        if path:
            self.take(path)

    def _ask_where(self) -> None:
        start = "bestand.pdf" if self._data().startswith(b"%PDF") else "bestand"
        kinds = "Alle bestanden (*)"
        dialog = file_dialog(self, "Waar moet het komen?", Path.home(), kinds)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.selectFile(start)
        if path := answer(dialog):
            self.put(path)

    def put(self, path: Path) -> None:
        """Write a copy of the file; raise UserError where that cannot be."""
        from ozj_desktop.exchange.swap import writing  # only when used

        if path.suffix.lower() == ".ozj":
            raise UserError(f"{path.name} is een naam van een dossier. Kies een andere naam.")
        with writing(path) as beside:
            beside.write_bytes(self._data())

    def _data(self) -> bytes:
        value = self._value
        return value if isinstance(value, bytes) else self._blob(value) if value else b""

    def take(self, path: Path) -> None:
        """Take this file; raise Misread or OSError where that cannot be."""
        if path.suffix.lower() in (".ozj", ".slot"):  # reading the one that is open drops its lock
            raise Misread(f"{path.name} is een dossier, en kan er geen deel van zijn.")
        self._value = _picture_in(path) if self._picture else path.read_bytes()
        self.edited.emit()

    def _clear(self) -> None:
        self._value = None
        self.edited.emit()


def _about(data: bytes) -> str:
    if not data:
        return "nog geen bestand"
    kinds = {b"\x89PNG": "plaatje", b"\xff\xd8\xff": "plaatje", b"%PDF": "pdf"}
    kind = next((name for start, name in kinds.items() if data.startswith(start)), "bestand")
    return f"{kind}, {size(len(data))}"


def _picture_in(path: Path) -> bytes:
    """The bytes of a picture, made smaller where it is larger than any page needs."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    full = reader.size()
    if not reader.canRead() or not full.isValid() or full.isEmpty():
        raise Misread(f"{path.name} is geen plaatje dat het programma kent. Kies een PNG of JPG.")
    if path.stat().st_size <= LARGEST and reader.format().data() in (b"png", b"jpeg"):
        return path.read_bytes()
    if full.width() > WIDEST:
        reader.setScaledSize(full.scaled(WIDEST, WIDEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Misread(f"{path.name} is beschadigd of te groot. Kies een kleiner plaatje.")
    return _as_png(image)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
