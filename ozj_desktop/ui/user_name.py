"""The name that goes with every change: asked once, changed from the menu of the dossier."""

from ozj_desktop import settings
from ozj_desktop.model.text import kept_text
from ozj_desktop.ui.main_window import MainWindow

LONGEST = 80


def who() -> str:
    """As this user gave it, else as the system knows it."""
    kept = settings.get("who")
    if isinstance(kept, str) and (name := " ".join(kept_text(kept).split())[:LONGEST]):
        return name
    import getpass  # only when used: it costs a start a millisecond

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in a bare container
        return ""


def ask_name(window: MainWindow) -> None:
    from PySide6.QtWidgets import QInputDialog

    box = QInputDialog(window)
    box.setWindowTitle("Wie bent u?")
    box.setLabelText("Uw naam komt bij wat u wijzigt, zodat anderen weten wie het was.")
    box.setTextValue(who())
    box.setOkButtonText("Bewaren")
    box.setCancelButtonText("Nu niet")
    box.textValueSelected.connect(lambda name: _keep_name(window, name))
    box.open()


def _keep_name(window: MainWindow, name: str) -> None:
    chosen = " ".join(name.split())[:LONGEST] or who()
    settings.put(who=chosen)
    window.desk.dossier.who = chosen
