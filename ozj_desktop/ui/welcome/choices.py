"""One out of a few, as cards side by side or rows below each other: radio buttons that look so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.focus import BY_KEYBOARD
from ozj_desktop.ui.parts.text import elided, rule
from ozj_desktop.ui.theme import Theme, font

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Option(QRadioButton):
    """What cards and rows share; a double click or Enter goes on with it at once."""

    settled = Signal()

    def __init__(self, theme: Theme, title: str, about: str, picture: str) -> None:
        super().__init__(title)
        self.theme, self.about, self.picture = theme, about, picture
        self.setAccessibleName(f"{title}: {about}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ringed = False
        self._small = font("cell")

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.settled.emit()

    def focus_with_ring(self) -> None:
        """Also where the window has yet to become the active one."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._ringed = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = False
        super().focusOutEvent(event)

    def paint_ring(self, painter: QPainter, inset: float) -> None:
        if self._ringed and self.hasFocus():
            painter.setPen(QPen(self.theme.colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, 4, 4)


class CardOption(Option):
    """A bordered card: icon, title, a circle, and as many lines as the sentence needs."""

    LEFT, TOP, ABOUT = 52, 14, 42

    def __init__(self, theme: Theme, title: str, about: str, picture: str) -> None:
        super().__init__(theme, title, about, picture)
        self._title = font("card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(250, self.heightForWidth(250))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 72)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self.LEFT - 16, 10_000)
        lines = QFontMetrics(self._small).boundingRect(room, int(_WRAPPED), self.about)
        return self.ABOUT + lines.height() + 16

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors, chosen = QPainter(self), self.theme.colors, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if chosen else 1
        painter.setPen(QPen(colors["primary" if chosen else "line"], wide))
        painter.setBrush(colors["tint" if chosen else "hover" if self.underMouse() else "surface"])
        edge = wide / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, 6, 6)
        ink = colors.primary if chosen else colors.text2
        paint_icon(painter, QRect(16, self.TOP, 24, 24), self.picture, ink)
        painter.setFont(self._title)
        painter.setPen(colors["text"])
        title = QRect(self.LEFT, self.TOP, self.width() - self.LEFT - 44, 24)
        painter.drawText(title, _LEFT, elided(painter.fontMetrics(), self.text(), title.width()))
        painter.setFont(self._small)
        painter.setPen(colors["text2"])
        about = self.rect().adjusted(self.LEFT, self.ABOUT, -16, -8)
        painter.drawText(about, int(_WRAPPED), self.about)
        self._paint_circle(painter)
        self.paint_ring(painter, 5)

    def _paint_circle(self, painter: QPainter) -> None:
        colors, middle = self.theme.colors, QPointF(self.width() - 27, self.TOP + 12)
        painter.setPen(QPen(colors["primary" if self.isChecked() else "line2"], 1.75))
        painter.setBrush(colors["surface"])
        painter.drawEllipse(middle, 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["primary"])
            painter.drawEllipse(middle, 4.5, 4.5)


class RowOption(Option):
    """Two lines in a list: what it is and what it holds; the chosen one has a check."""

    HEIGHT = 52

    def __init__(self, theme: Theme, title: str, about: str, picture: str) -> None:
        super().__init__(theme, title, about, picture)
        self._title, self._meta = font("strong"), font("meta")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, self.HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors, chosen = QPainter(self), self.theme.colors, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["sel" if chosen else "hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        ink = colors.primary if chosen else colors.text2
        paint_icon(painter, QRect(16, 16, 20, 20), self.picture, ink)
        room = self.rect().adjusted(48, 7, -48, -5)
        for words, letters, token, top in (
            (self.text(), self._title, "text", True),
            (self.about, self._meta, "text3", False),
        ):
            painter.setFont(letters)
            painter.setPen(colors[token])
            half = QRect(room.x(), room.y() + (0 if top else 21), room.width(), 20)
            painter.drawText(half, _LEFT, elided(painter.fontMetrics(), words, room.width()))
        if chosen:
            paint_icon(painter, QRect(self.width() - 34, 17, 18, 18), "check", colors.primary)
        self.paint_ring(painter, 2)


class _Options(QFrame):
    """A group of which one is chosen; arrow keys move."""

    chosen = Signal(str)
    settled = Signal()

    def _take(self, options: Sequence[tuple[str, Option]], name: str) -> None:
        self.setAccessibleName(name)
        self.options = dict(options)
        self._group = QButtonGroup(self)
        for key, option in options:
            self._group.addButton(option)
            option.toggled.connect(partial(self._toggled, key))
            option.settled.connect(self.settled)

    def value(self) -> str:
        return next((key for key, option in self.options.items() if option.isChecked()), "")

    def focus_chosen(self) -> None:
        self.options[self.value()].focus_with_ring()

    def choose(self, key: str) -> None:
        """What is not there leaves the first."""
        option = self.options.get(key) or next(iter(self.options.values()))
        option.setChecked(True)
        self.setFocusProxy(option)

    def _toggled(self, key: str, on: bool) -> None:
        if on:
            self.setFocusProxy(self.options[key])
            self.chosen.emit(key)


class Cards(_Options):
    """Side by side where there is room, else below each other."""

    LEAST, GAP = 230, 12

    def __init__(self, options: Sequence[tuple[str, CardOption]], name: str) -> None:
        super().__init__()
        self._take(options, name)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self.GAP)
        self._lay_out(len(options))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits, count = (self.width() + self.GAP) // (self.LEAST + self.GAP), len(self.options)
        even = (columns for columns in range(count, 1, -1) if columns <= fits)
        # Rows of the same length: four go two by two, not three and one.
        self._lay_out(next((columns for columns in even if count % columns == 0), 1))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        for n in range(self._columns):
            self._grid.setColumnStretch(n, 0)
        self._columns = columns
        for n, option in enumerate(self.options.values()):
            self._grid.addWidget(option, n // columns, n % columns)
            self._grid.setColumnStretch(n % columns, 1)


class Rows(_Options):
    """One frame with a line between two rows."""

    def __init__(self, options: Sequence[tuple[str, RowOption]], name: str) -> None:
        super().__init__()
        self._take(options, name)
        self.setProperty("card", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for n, option in enumerate(self.options.values()):
            if n:
                column.addWidget(rule())
            column.addWidget(option)
