"""The name that goes with every change: asked once, changed from the menu of the dossier."""

import os
import sys
from typing import TYPE_CHECKING

from ozj_desktop import settings
from ozj_desktop.model.text import kept_text

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow

LONGEST = 80
NOBODY = {"", "root", "admin", "administrator", "user", "gebruiker"}  # that is not who it is


def who() -> str:
    """As this user gave it, else in full as the system knows it; "" where nobody knows. The name
    to log in with says nothing to others: it never stands below a change.
    """
    return given() or full_name()


def given() -> str:
    """As this user gave it."""
    kept = settings.get("who")
    return " ".join(kept_text(kept).split())[:LONGEST] if isinstance(kept, str) else ""


def keep_given(name: str) -> None:
    """What was typed as a name; nothing is no name."""
    if chosen := " ".join(kept_text(name).split())[:LONGEST]:
        settings.put(who=chosen)


def full_name() -> str:
    """The name that belongs to the account, where it has one."""
    name, login = _of_windows() if sys.platform == "win32" else _of_unix()
    plain = " ".join(name.split())[:LONGEST]
    return "" if plain.casefold() in {login.casefold(), *NOBODY} else plain


def _of_unix() -> tuple[str, str]:
    import pwd  # only when used: it costs a start a millisecond

    try:
        found = pwd.getpwuid(os.getuid())
    except (KeyError, OSError):  # a user without a name, as in a bare container
        return "", ""
    return found.pw_gecos.split(",")[0], found.pw_name


def _of_windows() -> tuple[str, str]:
    import ctypes
    import getpass

    try:
        kept = ctypes.create_unicode_buffer(256)
        size = ctypes.c_ulong(len(kept))
        shown = 3  # NameDisplay: the name in full
        found = ctypes.windll.secur32.GetUserNameExW(shown, kept, ctypes.byref(size))  # type: ignore[attr-defined,unused-ignore]
        return (kept.value if found else ""), getpass.getuser()
    except (AttributeError, OSError, KeyError):
        return "", ""


def ask_name(window: "MainWindow") -> None:
    from PySide6.QtWidgets import QInputDialog

    box = QInputDialog(window)
    box.setWindowTitle("Wie bent u?")
    box.setLabelText("Uw naam komt bij wat u wijzigt, zodat anderen weten wie het was.")
    box.setTextValue(who())
    box.setOkButtonText("Bewaren")
    box.setCancelButtonText("Nu niet")
    box.textValueSelected.connect(lambda name: _keep_name(window, name))
    box.open()


def _keep_name(window: "MainWindow", name: str) -> None:
    keep_given(name)
    window.desk.dossier.who = who()
