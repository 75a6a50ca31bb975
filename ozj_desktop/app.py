"""The window: a dossier in it, or the welcome where one is chosen."""

import gc
from pathlib import Path


def run(path: Path | None, begin: str = "", exit_after_paint: bool = False) -> int:
    """Open `path`, else begin as asked (`--new`, `--example`), and stay until all is closed."""
    gc.disable()  # while everything is still being made there is nothing to collect
    from ozj_desktop.ui.starting import start

    return start(path, begin, exit_after_paint)
