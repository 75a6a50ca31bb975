"""Both palettes can be read by everybody; the sheet and the icons follow the palette."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.paths import resource
from ozj_desktop.ui import theme as themes
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.theme import DARK, LIGHT, Colors, Theme, sheet_of

READ = [
    ("text", "surface"),
    ("text", "window"),
    ("text", "sel"),
    ("text2", "surface"),
    ("text2", "window"),
    ("text2", "rail"),
    ("text2", "neutral_bg"),
    ("text3", "surface"),
    ("text3", "window"),
    ("text3", "sel"),
    ("tint_text", "surface"),
    ("tint_text", "tint"),
    ("tint_text", "sel"),
    ("primary", "surface"),
    ("primary", "window"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("accent_text", "surface"),
    ("accent_text", "accent_bg"),
    ("accent_text", "sel"),
    ("danger_text", "surface"),
    ("danger_text", "danger_bg"),
    ("danger_text", "sel"),
    ("text2", "hover"),
    ("text", "accent_bg"),
    ("text", "danger_bg"),
    ("text", "tint"),
    ("text3", "sunken"),
]
SEEN = [
    ("line2", "surface"),
    ("line2", "window"),
    ("line2", "sel"),
    ("accent", "surface"),
    ("accent", "accent_bg"),
    ("accent", "sel"),
    ("danger", "surface"),
    ("danger", "sel"),
    ("primary", "sel"),
    ("focus", "surface"),
    ("focus", "window"),
    ("focus", "sel"),
]


def light(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted([light(one), light(other)])
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_text_and_shapes_stand_out(colors: Colors) -> None:
    found = asdict(colors)
    poor = [
        (ink, ground)
        for pairs, least in ((READ, 4.5), (SEEN, 3.0))
        for ink, ground in pairs
        if contrast(found[ink], found[ground]) < least
    ]
    assert poor == []


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_the_sheet_is_filled_whole(colors: Colors) -> None:
    assert "$" not in sheet_of(colors)


def test_sizes_are_points_so_that_they_scale() -> None:
    sheet = resource("style.qss").read_text(encoding="utf-8")
    assert [
        line
        for line in sheet.splitlines()
        if "font-size" in line and "px" in line.split("font-size")[1].split(";")[0]
    ] == []


def test_the_palette_is_chosen_and_remembered(theme: Theme, qapp: QApplication) -> None:
    button = QPushButton()
    button.setIcon(icon(theme, "plus", "text"))
    seen = []
    for choice, colors in (("dark", DARK), ("light", LIGHT)):
        theme.choose(choice)
        assert settings.get("palette") == choice
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colors.window)
        seen.append(button.icon().pixmap(16, 16).toImage())
    assert seen[0] != seen[1]


def test_inter_comes_along(theme: Theme, qapp: QApplication) -> None:
    for role in themes.TYPE:
        made = themes.font(role)
        assert QFontInfo(made).family() == "Inter"
        assert made.pointSizeF() >= 9


def test_the_first_window_is_dressed_at_once_and_others_are_left_alone(
    qapp: QApplication, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = qapp.styleSheet()
    assert sheet
    with monkeypatch.context() as patch:
        patch.setattr(qapp, "topLevelWidgets", list)
        with pytest.raises(ZeroDivisionError), theme.undressed():
            assert qapp.styleSheet() == ""
            raise ZeroDivisionError
        assert qapp.styleSheet() == sheet
    other = QWidget()
    qtbot.addWidget(other)
    with theme.undressed():
        assert qapp.styleSheet() == sheet
