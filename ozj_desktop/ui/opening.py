"""Opening a dossier: to work in, to read beside somebody else, or by raising its window."""

from datetime import date, datetime
from pathlib import Path

from ozj_desktop.errors import InUse
from ozj_desktop.paths import own_if_any
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.soundness import Soundness
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.user_name import who

RESERVE = "Dit is een reservekopie."


def opened(path: Path) -> tuple[Dossier, str]:
    """The dossier, to work in or, with the reason why, to read only."""
    if path.parent == own_if_any("backups"):
        return Dossier.read(path), RESERVE
    try:
        return Dossier.open(path, who=who(), backups=own_if_any("backups")), ""
    except InUse as error:
        return Dossier.read(path), str(error)


def open_window(path: Path, theme: Theme, today: date) -> MainWindow | None:
    """A window on this dossier; None where another window has it, and has come forward."""
    path = path.absolute()
    dossier, reason = opened(path)
    if reason:
        from ozj_desktop.ui.one_window import is_raised

        if is_raised(path):
            return None
    desk = Desk(dossier, theme, today)
    desk.soundness = Soundness(dossier)
    with theme.undressed():
        window = MainWindow(desk)
    if reason:
        _show_reading(window, reason)
    return window


# Reading beside somebody who works in it


def _show_reading(window: MainWindow, reason: str) -> None:
    from ozj_desktop.ui.bands import copy_band, reading_band

    theme, path = window.desk.theme, window.desk.dossier.path
    if reason == RESERVE:
        band = copy_band(theme, path)
        band.offer("Bewaren als dossier…", lambda: _keep_as_dossier(window))
    else:
        band = reading_band(theme, reason, datetime.now())
        band.offer("Opnieuw laden", lambda: reload(window))
    window.show_band(band)


def reload(window: MainWindow) -> None:
    """Show the dossier as it is now; to work in, where that can be by now."""
    from ozj_desktop.ui.afterwards import Afterwards

    dossier, reason = opened(window.desk.dossier.path)
    window.turn_to(dossier)
    if reason:
        _show_reading(window, reason)
    Afterwards(window, ask_name=True)


def _keep_as_dossier(window: MainWindow) -> None:
    """Go on with a reserve copy: under a name of its own, in a window of its own."""
    from ozj_desktop.ui import launching
    from ozj_desktop.ui.reserve_copies import name_to_keep

    name = name_to_keep(window.desk.dossier.path)
    window.files.copy_dossier(name, lambda made: launching.launch(str(made)))
