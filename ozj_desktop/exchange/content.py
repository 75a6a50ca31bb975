"""The domain's starting lists, from resources/content: editable without programming."""

import tomllib

from ozj_desktop.model.lists import ListItem
from ozj_desktop.paths import resource


def starting_items() -> list[ListItem]:
    """Every entry of every starting list, in its order."""
    lists = tomllib.loads(resource("content/lists.toml").read_text(encoding="utf-8"))
    return [
        ListItem(list=name, code=code, label=label, position=place, counts_as=code)
        for name, entries in lists.items()
        for place, (code, label) in enumerate(entries.items())
    ]
