"""Cards, messages in place, and the page without content."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Tone, paint_status
from ozj_desktop.ui.theme import Theme

LEAST, TITLE = 280, 120  # pixels of a card and of its heading, before words are broken
BESIDE = 96  # pixels: its margins, the count and the air in its head


class Card(QFrame):
    """A bordered ground with an optional heading; `head` takes what stands beside the heading."""

    def __init__(self, title: str = "", *, gap: int = 8) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(gap)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if title:
            self.title = label(title, "card")
            self.title.setMinimumHeight(28)
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)
        self._aside: QWidget | None = None
        self._is_below = False

    def put_beside(self, *tools: QWidget) -> None:
        """At the right of the heading, or below it where there is no room for both."""
        self._aside = row_of(*tools, top=0, stretch=False)
        self.head.addWidget(self._aside)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), LEAST), hint.height()) if self._aside else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_head()

    def fit_head(self) -> None:
        """Find the place of what stands beside the heading; call it when that changed."""
        if title := getattr(self, "title", None):
            wide = title.fontMetrics().horizontalAdvance(title.text())
            title.setMinimumWidth(min(wide, TITLE))
            title.setWordWrap(wide > self.width() - BESIDE // 2)
        if self._aside is None:
            return
        needed = self.title.sizeHint().width() + self._aside.sizeHint().width() + BESIDE
        if self._is_below != (needed > self.width()):
            self._is_below = not self._is_below
            edge = self.head.contentsMargins().left() if self._is_below else 0
            self._aside.setContentsMargins(edge, 0, 0, 0)
            if self._is_below:
                self.body.insertWidget(1, self._aside, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.head.addWidget(self._aside)


class Message(QFrame):
    """What happened and what to do, above the thing it is about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shape = Shape.TRIANGLE
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(48, 12, 16, 12)
        self._row.setSpacing(4)
        self._title, self._text = label("", "heavy", wrap=True), label("", wrap=True)
        self._row.addWidget(self._title)
        self._row.addWidget(self._text)
        self._buttons: QWidget | None = None
        self.hide()

    def say(
        self, tone: Tone, title: str, text: str = "", buttons: Sequence[QPushButton] = ()
    ) -> None:
        self._shape = {Tone.BAD: Shape.CROSS, Tone.ATTENTION: Shape.TRIANGLE}.get(
            tone, Shape.BUBBLE
        )
        kinds = {Tone.BAD: "danger", Tone.ATTENTION: "attention"}
        self.setProperty("message", kinds.get(tone, "info"))
        self.style().unpolish(self)
        self.style().polish(self)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._offer(buttons)
        self.setAccessibleName(f"{title} {text}".strip())
        self.show()
        self._fit()

    def _fit(self) -> None:
        """In a low window what stands around it gives way, not its words."""
        self.setMinimumHeight(self._row.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def refuse(self, error: Exception) -> None:
        """Why something could not be done: what happened as the title, then what to do."""
        first, _, rest = str(error).partition(". ")
        back = button(self._theme, "Laat maar", size="small", do=self.hide)
        self.say(Tone.BAD, f"{first.rstrip('.')}.", rest, [back])

    def _offer(self, buttons: Sequence[QPushButton]) -> None:
        if self._buttons:
            self._buttons.deleteLater()
            self._buttons = None
        if buttons:
            self._buttons = row_of(*buttons)
            self._row.addWidget(self._buttons)
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_status(painter, QRectF(17, 14, 16, 16), self._shape, self._theme.colors)


def row_of(*widgets: QWidget, gap: int = 8, top: int = 4, stretch: bool = True) -> QWidget:
    """Widgets side by side, at the left."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, top, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return held


def clear(layout: QLayout) -> None:
    """Take everything out of a layout that is about to be filled anew."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class _Table(QWidget):
    """The drawing of an empty page: a table where somebody is still missing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(244, 148)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, y, here in (
            (19, 42, False),
            (72, 18, True),
            (120, 11, True),
            (168, 18, True),
            (225, 42, False),
        ):
            pen = QPen(colors["primary" if here else "line2"], 1.75)
            if not here:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(colors["surface"] if here else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(x - 10, y - 10, 20, 20)
            painter.drawArc(x - 16, y + 14, 32, 34, 0, 180 * 16)
        painter.setPen(QPen(colors["primary"], 1.75))
        painter.setBrush(colors["tint"])
        painter.drawRect(34, 90, 0, 0)
        painter.drawEllipse(34, 62, 172, 64)
        painter.setBrush(colors["surface"])
        painter.drawEllipse(34, 54, 172, 64)
        painter.setBrush(colors["tint"])
        painter.drawEllipse(34, 54, 172, 64)
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(94, 78, 24, 16, 2, 2)
        painter.drawLine(128, 82, 150, 82)
        painter.drawLine(128, 90, 142, 90)


class Empty(QWidget):
    """In two sentences what belongs here and why, with a button to begin; `below` is one to see
    it filled.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *buttons: QPushButton,
        below: QPushButton | None = None,
    ) -> None:
        super().__init__()
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        self._drawing = _Table(theme)
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        heading = label(title, "record")
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(text, "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.ensurePolished()
        words.setFixedSize(440, words.heightForWidth(440) + 4)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for row in (buttons, [below] if below else ()):
            if row:
                offered = row_of(*row, stretch=False)
                column.addWidget(offered, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words come first."""
        super().resizeEvent(event)
        self._drawing.setVisible(self.height() > 400)
        air = 24 if self.height() > 280 else 0
        self._column.setContentsMargins(24, air, 24, air)
