"""Where the shipped files are, and where this user's settings, logs and copies go."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """A file from resources/: inside the package once built, beside it in a checkout."""
    built = _PACKAGE / "resources"
    return (built if built.is_dir() else _PACKAGE.parent / "resources") / name


def own(name: str) -> Path:
    """A folder of this user's, made when asked for; OZJ_HOME puts all of them in one place."""
    home = os.environ.get("OZJ_HOME")
    folder = Path(home, name) if home else _by_the_system(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def own_if_any(name: str) -> Path | None:
    """The same; None for an account that may keep nothing."""
    try:
        folder = own(name)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _by_the_system(name: str) -> Path:
    from platformdirs import PlatformDirs  # only when used: it costs a start some milliseconds

    dirs = PlatformDirs("OZJ Desktop", appauthor=False)
    places = {"settings": dirs.user_config_path, "logs": dirs.user_log_path}
    return places.get(name, dirs.user_data_path / name)
