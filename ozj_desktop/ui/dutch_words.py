"""The words of Qt's own dialogs and menus in Dutch, with the few that its translation lacks."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

LACKING = {
    "&Look in:": "&Zoeken in:",
    "Files of &type:": "Bestanden van &type:",
    "List of places and bookmarks": "Plaatsen",
    "Drive": "Station",
    "File": "Bestand",
    "%1 File": "%1-bestand",
    "File Folder": "Map",
    "Folder": "Map",
    "Shortcut": "Snelkoppeling",
    "Symbolic Link": "Koppeling",
    "Unknown": "Onbekend",
}


class _Rest(QTranslator):
    """Asked after Qt's own; what nobody knows stays as it is."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # None, which the stubs do not know, is "not here"; "" would be an empty label.
        return LACKING.get(source)  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


def speak_dutch(app: QApplication) -> None:
    """Once per program."""
    for translator in (_Rest(app), _of_qt(app)):  # the last one is asked first
        app.installTranslator(translator)


def _of_qt(parent: QObject) -> QTranslator:
    translator = QTranslator(parent)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(QLocale(QLocale.Language.Dutch), "qtbase", "_", place)
    return translator
