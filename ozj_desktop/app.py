"""The window: open a dossier in it, or show the one that is open already."""

import gc
from pathlib import Path


def run(path: Path | None, exit_after_paint: bool = False) -> int:
    """Open `path`, or a copy of the example, and stay until its window is closed."""
    gc.disable()  # while everything is still being made there is nothing to collect
    from ozj_desktop.ui.starting import start

    return start(path, exit_after_paint)
