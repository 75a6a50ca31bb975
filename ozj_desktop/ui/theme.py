"""Colours, type and palette: one `Colors` per palette is the only source of every colour drawn."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ozj_desktop import settings
from ozj_desktop.paths import resource

SYSTEM, LIGHT_NAME, DARK_NAME = "system", "light", "dark"


@dataclass(frozen=True, eq=False, repr=False)
class Colors:
    """The tokens of one palette, as `#RRGGBB`."""

    window: str
    surface: str
    sunken: str
    rail: str
    hover: str
    text: str
    text2: str
    text3: str
    line: str
    line2: str
    grid: str
    primary: str
    primary_hover: str
    on_primary: str
    tint: str
    tint2: str
    tint_text: str
    sel: str
    accent: str
    accent_text: str
    accent_bg: str
    accent_line: str
    danger: str
    danger_text: str
    danger_bg: str
    danger_line: str
    neutral_bg: str
    focus: str
    ring: str
    ring_text: str
    wheel_full: str
    wheel_full_text: str
    wheel_mid: str
    wheel_low: str

    def __getitem__(self, token: str) -> QColor:
        return QColor(str(getattr(self, token)))


LIGHT = Colors(
    window="#F2F5F6",
    surface="#FFFFFF",
    sunken="#F7F9FA",
    rail="#E8EEF0",
    hover="#EEF3F5",
    text="#16242B",
    text2="#43535B",
    text3="#57676F",
    line="#D3DCE0",
    line2="#6F8089",
    grid="#E4EAED",
    primary="#0B5A73",
    primary_hover="#084A5F",
    on_primary="#FFFFFF",
    tint="#E3EFF3",
    tint2="#C0DCE5",
    tint_text="#0A4C61",
    sel="#DDECF1",
    accent="#B85200",
    accent_text="#8F4000",
    accent_bg="#FDF1E3",
    accent_line="#E0A366",
    danger="#A3242A",
    danger_text="#8E1C22",
    danger_bg="#FBECEB",
    danger_line="#D98F8F",
    neutral_bg="#EBF0F2",
    focus="#0B5A73",
    ring="#E6ECEF",
    ring_text="#43535B",
    wheel_full="#0B5A73",
    wheel_full_text="#FFFFFF",
    wheel_mid="#C0DCE5",
    wheel_low="#E3EFF3",
)
DARK = Colors(
    window="#12191D",
    surface="#1B252A",
    sunken="#172025",
    rail="#161E22",
    hover="#243037",
    text="#E8EEF0",
    text2="#B9C6CC",
    text3="#9DADB5",
    line="#34434B",
    line2="#7C8E97",
    grid="#2A363D",
    primary="#74C3DA",
    primary_hover="#97D4E6",
    on_primary="#08222B",
    tint="#1D3843",
    tint2="#2B5565",
    tint_text="#A9DCEA",
    sel="#1F3D49",
    accent="#F0A556",
    accent_text="#F5B876",
    accent_bg="#36281A",
    accent_line="#7A5A33",
    danger="#F28B85",
    danger_text="#F7A8A3",
    danger_bg="#3A2221",
    danger_line="#7F4542",
    neutral_bg="#27333A",
    focus="#9ADAEC",
    ring="#26323A",
    ring_text="#C3CFD4",
    wheel_full="#2A7890",
    wheel_full_text="#FFFFFF",
    wheel_mid="#2A4D5A",
    wheel_low="#213740",
)

WEIGHTS = ("Regular", "Medium", "SemiBold")  # Bold is only for what documents emphasise

# role: points, weight
TYPE: Mapping[str, tuple[float, int]] = {
    "page": (18, 600),
    "record": (16.5, 600),
    "card": (13, 600),
    "body": (10.5, 400),
    "strong": (10.5, 500),
    "heavy": (10.5, 600),
    "cell": (9.75, 400),
    "cell_strong": (9.75, 500),
    "meta": (9, 400),
    "label": (9, 500),
    "group": (9, 600),
}

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger_text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "primary",
}
_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


def palette_of(colors: Colors) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, colors[token])
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors["text3"])
    return palette


def sheet_of(colors: Colors) -> str:
    """The style sheet with the colours of a palette filled in."""
    sheet = resource("style.qss").read_text(encoding="utf-8")
    tokens = asdict(colors)
    for token in sorted(tokens, key=len, reverse=True):  # $text2 before $text
        sheet = sheet.replace(f"${token}", tokens[token])
    return sheet


def font(role: str) -> QFont:
    """The font of a role in the table of type, in points, so that it scales with the user's."""
    size, weight = TYPE[role]
    made = QFont(QApplication.font())
    made.setPointSizeF(size)
    made.setWeight(QFont.Weight(weight))
    return made


def load_fonts() -> QFont:
    """Inter with figures of one width, and an l that cannot be read as an I."""
    load_weights(*WEIGHTS)
    base = QFont("Inter")
    base.setPointSizeF(TYPE["body"][0])
    for feature in ("tnum", "cv05"):
        base.setFeature(QFont.Tag(feature), 1)
    return base


def load_weights(*weights: str) -> None:
    for weight in weights:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{weight}.ttf")))


class Theme(QObject):
    """The palette in use. Painters read `colors` when they paint, so that switching is enough."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = str(settings.get("palette", SYSTEM))
        self.colors = self._wanted()
        app.setFont(load_fonts())
        self._show()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Make the first window in here: its parts get the style sheet at once, not one by one."""
        sheet = self._app.styleSheet()
        if self._app.topLevelWidgets():
            yield
            return
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)

    def choose(self, choice: str) -> None:
        """Light, dark, or as the system says; remembered for next time."""
        self.choice = choice
        settings.put(palette=choice)
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.colors:
            self.colors = wanted
            self._show()
            self.changed.emit()

    def _wanted(self) -> Colors:
        if self.choice in (LIGHT_NAME, DARK_NAME):
            return DARK if self.choice == DARK_NAME else LIGHT
        system = QGuiApplication.styleHints().colorScheme()
        return DARK if system is Qt.ColorScheme.Dark else LIGHT

    def _show(self) -> None:
        # Off first: to change a sheet Qt walks over all that it ever styled, also what was measured
        # only and is gone by now, and crashes. Put on anew it walks over what is there.
        self._app.setStyleSheet("")
        self._app.setPalette(palette_of(self.colors))
        self._app.setStyleSheet(sheet_of(self.colors))
