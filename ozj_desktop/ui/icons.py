"""Icons from resources/icons, drawn in a colour of the palette in use."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from ozj_desktop.paths import resource
from ozj_desktop.ui.theme import Theme


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@cache
def pixmap(name: str, color: str, size: int, ratio: float, air: int = 0) -> QPixmap:
    """The icon at `size` logical pixels on a screen with `ratio` pixels for each."""
    from PySide6.QtSvg import QSvgRenderer  # only when an icon is drawn: it loads a library

    drawn = QPixmap(round((size + air) * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint_icon(painter: QPainter, rect: QRect, name: str, color: str) -> None:
    # Not painter.device(): asking for it once costs 15 ms of the start.
    ratio = painter.deviceTransform().m11()
    painter.drawPixmap(rect.topLeft(), pixmap(name, color, rect.width(), ratio))


class _Engine(QIconEngine):
    """Draws an icon in the colour that a token has at the moment of drawing.

    The icon is square, at the left of what it gets: a wider size gives it air before a text.
    """

    def __init__(self, theme: Theme, name: str, token: str) -> None:
        super().__init__()
        self._theme, self._name, self._token = theme, name, token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _: QIcon.State) -> None:
        ratio = painter.deviceTransform().m11()
        painter.drawPixmap(rect.topLeft(), self._drawn(rect.size(), mode, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _: QIcon.State) -> QPixmap:
        return self._drawn(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _: QIcon.State, scale: float) -> QPixmap:
        return self._drawn(size, mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._theme, self._name, self._token)

    def _drawn(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        token = "line2" if mode is QIcon.Mode.Disabled else self._token
        color = getattr(self._theme.colors, token)
        return pixmap(self._name, color, size.height(), ratio, size.width() - size.height())


def icon(theme: Theme, name: str, token: str = "text2") -> QIcon:
    return QIcon(_Engine(theme, name, token))


def put_icon(button: QAbstractButton, picture: QIcon, size: int = 16, *, air: bool = False) -> None:
    """Set an icon of `size`; before a text it gets the air that Qt does not give."""
    button.setIcon(picture)
    left = button.layoutDirection() is Qt.LayoutDirection.LeftToRight
    button.setIconSize(QSize(size + (4 if left and (air or button.text()) else 0), size))


def tick(theme: Theme, action: QAction, on: bool) -> None:
    """A choice in a menu that is or is not the one: our own tick, where Qt has a coarse one."""
    action.setCheckable(True)
    action.setChecked(on)
    action.setIcon(icon(theme, "check", "primary") if on else QIcon())
