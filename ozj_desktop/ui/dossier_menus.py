"""Menus within the menu of the dossier: what was open lately, and what this is used for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ozj_desktop.ui.icons import icon, tick
from ozj_desktop.ui.messages import shortened
from ozj_desktop.ui.purposes import PURPOSES, Purpose, purpose
from ozj_desktop.ui.recent import folder_in_words, recents
from ozj_desktop.ui.theme import Theme


def add_recent(menu: QMenu, theme: Theme, here: Path, do: Callable[[Path], object]) -> None:
    """Whether they are still there shows when one is chosen: a menu may not wait for a drive."""
    inner = menu.addMenu(icon(theme, "history"), "Recent")
    for recent in recents():
        if recent.path != here:
            words = shortened(f"{recent.name} – {folder_in_words(recent.path)}")
            action = inner.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=recent.path: do(path))
    inner.setEnabled(not inner.isEmpty())


def add_purposes(menu: QMenu, theme: Theme, do: Callable[[Purpose], object]) -> None:
    inner, now = menu.addMenu(icon(theme, "compass"), "Waarvoor gebruikt u dit?"), purpose()
    group = QActionGroup(inner)
    for known in PURPOSES:
        action = inner.addAction(known.title)
        tick(theme, action, known == now)
        action.triggered.connect(lambda _=False, known=known: do(known))
        group.addAction(action)
