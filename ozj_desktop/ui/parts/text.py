"""Labels in the roles of the type table; always plain text, whatever the user typed."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ozj_desktop.ui.messages import breakable


class Wrapped(QLabel):
    """A name without spaces gets places to break: else it would be cut off."""

    def __init__(self, text: str) -> None:
        super().__init__(breakable(text))

    def setText(self, text: str) -> None:
        super().setText(breakable(text))


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    made = Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setMinimumWidth(40)
    return made


def tip(text: str) -> str:
    """What people typed, for a tooltip: Qt would take a < in it for markup, and follow it."""
    if "<" not in text and "&lt;" not in text:
        return breakable(text)
    return f"<span>{escape(breakable(text)).replace(chr(10), '<br>')}</span>"


class Elided(QLabel):
    """One line that ends in … where it does not fit; the whole of it is in the tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = elided(self.fontMetrics(), self.text(), room.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(room, flags, shown)


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def rule(*, strong: bool = False) -> QWidget:
    """A thin line between rows."""
    line = QFrame()
    line.setProperty("rule", "strong" if strong else "true")
    line.setFixedHeight(1)
    return line
