"""What the overview shows of a dossier without anything."""

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.empty_page import example_button
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Empty


def begin_here(desk: Desk) -> Empty:
    """Where to begin."""
    theme = desk.theme
    if not desk.writable:
        return Empty(theme, "Een leeg dossier", "Hier staat nog niets in.")
    first = button(theme, "Naam en gebied", "handshake", look="primary", size="big")
    parties = button(theme, "Partijen", "building-2", size="big")
    agreements = button(theme, "Afspraken", "clipboard-check", size="big")
    for made, place in (
        (first, "collaboration"),
        (parties, "parties"),
        (agreements, "agreements"),
    ):
        made.clicked.connect(lambda _=False, place=place: desk.go(place))
    return Empty(
        theme,
        "Een nieuw dossier",
        "Hier ziet u straks in één blik hoe het ervoor staat. Begin met een naam, en met "
        "wie er meedoen.",
        first,
        parties,
        agreements,
        below=example_button(desk),
    )
