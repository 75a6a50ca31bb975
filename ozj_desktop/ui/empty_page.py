"""What stands beside a list in which there is nothing yet: what belongs here, and how to begin."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Empty

if TYPE_CHECKING:
    from ozj_desktop.ui.record_page import RecordPage


def empty_page(page: "RecordPage") -> Empty:
    """Its buttons, where the dossier can be changed."""
    spec, theme, begin = page.spec, page.desk.theme, list[QPushButton]()
    if page.desk.writable:
        words = spec.begin or f"Eerste {spec.kind.names[0]}"
        first = button(theme, words, "plus", look="primary", size="big", do=page.focus_new)
        begin = [first, *(spec.begin_too(page) if spec.begin_too else ())]
    return Empty(theme, *spec.empty, *begin, below=example_button(page.desk))


def example_button(desk: Desk) -> QPushButton:
    """To see it filled, in a window of its own."""
    words, do = "Voorbeelddossier bekijken", lambda: desk.show_example()
    return button(desk.theme, words, "eye", look="link", do=do)
