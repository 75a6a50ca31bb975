"""Loads what pages are made of while nobody waits: a first visit then only makes the page."""

from importlib import import_module

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ozj_desktop.ui.places import PLACES

SHARED = ("parts.edits", "record_form", "part_table", "record_list", "record_page")
MODULES = (*(f"ozj_desktop.ui.{name}" for name in SHARED), *(place.module for place in PLACES))


class Ahead(QTimer):
    """One module between two events: each takes less than somebody who types would notice."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._left = iter(MODULES)
        self.timeout.connect(self._load)
        self.start(0)

    def _load(self) -> None:
        name = next(self._left, None)
        if name is None:
            self.stop()
        else:
            import_module(name)
