"""Settings that something else damaged or filled: the window opens and works all the same."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.ui.saving import folder_for, folder_for_dossiers
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.user_name import who
from ozj_desktop.ui.welcome.window import WelcomeWindow
from tests.ui.conftest import TODAY, Opener

NAMES = (
    *("palette", "geometry", "help_open", "help_tab", "help_width", "list_width", "beside_width"),
    *("rail_folded", "recent", "purpose", "last_seen", "lists", "dossier_folder", "export_folder"),
    *("who", "preview_documents", "preview"),
)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HOSTILE: list[Any] = ["abc", -1, 1e300, 10**30, {"a": {"b": [1]}}, ["\0"], "\ud800", "x" * 100_000]
DAMAGED = [b"{", b"[" * 100_000, b'{"a": ' * 50_000, b"\xff\xfe\x00{", b'{"who": "\\ud800"}']


def use(open_window: Opener, qtbot: QtBot) -> None:
    """What reads settings: the window, its lists, what stands beside them, help; and it closes."""
    window = open_window()
    for place in ("agreements", "documents"):
        window.show_place(place)
        qtbot.keyClick(window, Qt.Key.Key_P, BOTH)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert folder_for("export_folder", window.desk.dossier.path).is_dir()
    assert folder_for_dossiers().is_dir()
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("kept", HOSTILE, ids=lambda kept: repr(kept)[:12])
def test_a_setting_of_another_kind_costs_no_window(
    kept: Any, open_window: Opener, qtbot: QtBot
) -> None:
    settings.path().write_text(json.dumps(dict.fromkeys(NAMES, kept)))
    assert "\ud800" not in who()
    use(open_window, qtbot)


@pytest.mark.parametrize("kept", DAMAGED, ids=lambda kept: repr(kept)[:12])
def test_a_damaged_file_of_settings_costs_no_window(
    kept: bytes, open_window: Opener, qtbot: QtBot
) -> None:
    settings.path().write_bytes(kept)
    use(open_window, qtbot)


def test_a_name_that_is_no_text_is_kept_all_the_same() -> None:
    settings.put(recent=["/media/\udcff/regio.ozj"])
    assert settings.get("recent") == ["/media/\udcff/regio.ozj"]


@pytest.mark.parametrize("kept", HOSTILE, ids=lambda kept: repr(kept)[:12])
def test_the_welcome_opens_with_any_settings(kept: Any, theme: Theme, qtbot: QtBot) -> None:
    one = {"path": "/nergens/regio.ozj", "name": "x" * 9999, "at": "2026-01-01T00:00:00"}
    settings.path().write_text(json.dumps(dict.fromkeys(NAMES, kept) | {"recent": [one] * 50}))
    welcome = WelcomeWindow(theme, TODAY, lambda *_: None)
    qtbot.addWidget(welcome)
    with qtbot.waitExposed(welcome):
        welcome.show()
    assert len(welcome.front.recent.rows) <= 10
    welcome.close()


def test_a_file_of_settings_that_is_far_too_large_is_not_read() -> None:
    settings.path().write_text(json.dumps({"who": "Jan", "recent": ["x" * 100] * 20_000}))
    assert settings.load() == {}
    settings.put(who="Jan")
    assert settings.get("who") == "Jan"
