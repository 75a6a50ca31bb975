"""What the rail is made of: buttons that fold to an icon, and the sign of the program."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import elided
from ozj_desktop.ui.theme import Theme, font

WIDE, FOLDED = 208, 56  # pixels of the rail
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RailButton(PaintedButton):
    """An icon and a word; folded the word is in the tooltip."""

    def __init__(self, theme: Theme, text: str, picture: str) -> None:
        super().__init__(theme)
        self._theme, self._picture = theme, picture
        self.folded, self.number, self.hint, self.about = False, 0, "", ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.be_inner(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._normal, self._bold, self._meta = font("body"), font("heavy"), font("meta")
        self._small = font("group")

    def be_inner(self, inner: bool) -> None:
        """Under Meer they are lower."""
        self.setFixedHeight(34 if inner else 40)

    def sizeHint(self) -> QSize:
        return QSize(FOLDED - 16 if self.folded else WIDE - 16, self.height())

    def fold(self, folded: bool) -> None:
        self.folded = folded
        self._tell()

    def count(self, number: int) -> None:
        self.number = number
        self._tell()

    def _tell(self) -> None:
        name = f"{self.text()}, {self.number}" if self.number else self.text()
        self.setAccessibleName(name)
        self.setToolTip(name if self.folded else self.about)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        strong = self.isChecked()
        ink = colors.tint_text if strong else colors.text2
        x = (self.width() - 20) // 2 if self.folded else 12
        paint_icon(painter, QRect(x, (self.height() - 20) // 2, 20, 20), self._picture, ink)
        if not self.folded:
            painter.setFont(self._bold if strong else self._normal)
            painter.setPen(colors[("tint_text" if strong else "text2")])
            room = self.rect().adjusted(44, 0, -12, 0)
            painter.drawText(room, _LEFT, elided(painter.fontMetrics(), self.text(), room.width()))
            self._paint_hint(painter)
        if self.number:
            self._paint_number(painter)
        self.paint_ring(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        colors = self._theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colors["surface" if self.isChecked() else "hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.isChecked():
            painter.setBrush(colors["primary"])
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)

    def _paint_hint(self, painter: QPainter) -> None:
        """An arrow, or the key that does the same."""
        if not self.hint:
            return
        colors = self._theme.colors
        if self.hint.startswith("chevron"):
            box = QRect(self.width() - 28, (self.height() - 16) // 2, 16, 16)
            paint_icon(painter, box, self.hint, colors.text2)
            return
        painter.setFont(self._meta)
        width = painter.fontMetrics().horizontalAdvance(self.hint) + 11
        box = QRect(self.width() - width - 10, (self.height() - 20) // 2, width, 20)
        painter.setPen(colors["line"])
        painter.setBrush(colors["sunken"])
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(colors["text3"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.hint)

    def _paint_number(self, painter: QPainter) -> None:
        colors, text = self._theme.colors, str(self.number)
        painter.setFont(self._small)
        high, air = (16, 7) if self.folded else (22, 10)
        width = max(high, painter.fontMetrics().horizontalAdvance(text) + air)
        y = 2 if self.folded else (self.height() - high) // 2
        box = QRectF(self.width() - width - (0 if self.folded else 10), y, width, high)
        painter.setPen(QPen(colors["accent_line"], 1))
        painter.setBrush(colors["accent_bg"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(colors["accent_text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Brand(QWidget):
    """The sign of the program: parties around what matters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.folded = theme, False
        self._font = font("heavy")
        self._font.setPointSizeF(11.25)
        self.setFixedHeight(56)
        self.setAccessibleName("OZJ Desktop")

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = (self.width() - 24) / 2 if self.folded else 12.0
        ring = QRectF(x + 2, 18, 20, 20)
        pen = QPen(colors["primary"], 2.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for quarter in range(4):
            painter.drawArc(ring, round((quarter * 90 + 6) * 16), 78 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["accent"])
        painter.drawEllipse(QRectF(x + 8, 24, 8, 8))
        if not self.folded:
            painter.setFont(self._font)
            painter.setPen(colors["tint_text"])
            painter.drawText(self.rect().adjusted(48, 0, 0, 0), _LEFT, "OZJ Desktop")
