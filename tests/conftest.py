"""Keeps tests off the screen, off the user's folders, and away from dialogs nobody answers."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

# Before Qt starts: without a screen it must draw in memory.
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MODAL_STATICS = {
    "QMessageBox": ["about", "aboutQt", "critical", "information", "question", "warning"],
    "QFileDialog": [
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ],
    "QInputDialog": ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
    "QColorDialog": ["getColor"],
    "QFontDialog": ["getFont"],
}


@pytest.fixture(scope="session", autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Point every folder that a program calls the user's at an empty one."""
    home = tmp_path_factory.mktemp("home")
    os.environ["OZJ_HOME"] = str(home / "ozj")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    if "XDG_RUNTIME_DIR" not in os.environ:  # Qt warns without one, and a warning fails a test
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)


@pytest.fixture(autouse=True)
def own_home(
    user_folders: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give each test its own settings, logs and backups."""
    home = tmp_path_factory.mktemp("ozj")
    monkeypatch.setenv("OZJ_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_unanswered_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a static modal dialog that the test did not patch raise instead of waiting for ever."""
    widgets = sys.modules.get("PySide6.QtWidgets")  # a test without Qt stays without
    if widgets is None:
        return
    for kind, names in MODAL_STATICS.items():
        for name in names:
            monkeypatch.setattr(getattr(widgets, kind), name, refusal(f"{kind}.{name}"))


def refusal(name: str) -> "staticmethod[..., NoReturn]":
    def unanswered(*_args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError(f"{name} would wait for an answer: patch it in the test")

    return staticmethod(unanswered)
