"""The overview uses the room it has: no card is left with a gap in which a row would fit."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.line_row import HIGH


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1440, 810), (1600, 900), (1536, 864)])
def test_the_left_cards_hold_as_many_rows_as_fit(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page: Any = window.pages["overview"]
    card = page._changes

    def fits() -> bool:
        """Whole, with air below, and not so much that another row would go there."""
        last = card._rows.itemAt(card._rows.count() - 1).widget()
        below = card.height() - (last.y() + last.height())
        return last.height() >= HIGH and 6 <= below < HIGH + 6

    qtbot.waitUntil(fits)
    assert card._rows.count() >= 3
