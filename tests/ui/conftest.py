"""What tests of the window share: the theme, and a small dossier."""

import pytest
from PySide6.QtWidgets import QApplication

from ozj_desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = qapp.findChild(Theme)
    if not isinstance(found, Theme):
        found = Theme(qapp)
    found.choose("light")
    return found
