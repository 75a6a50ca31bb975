"""Klaar om voor te leggen? A strip with what is still lacking, each with a way to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import counted
from ozj_desktop.model.readiness import Point, in_which
from ozj_desktop.model.signals import MOST_AT_ONCE
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Tone, paint_status

POINTS = ("punt", "punten")
GO_ON = "Verder naar voorleggen"
REFUSES_NOTHING = "U mag het ook zo voorleggen."

Points = Callable[[], Sequence[Point]]


class PointRow(QWidget):
    """One point: a shape, what is lacking, in which, why, and *ga erheen*."""

    def __init__(self, desk: Desk, point: Point) -> None:
        super().__init__()
        self._desk, self._point = desk, point
        told, row = QVBoxLayout(), QHBoxLayout(self)
        row.setContentsMargins(26, 6, 0, 6)
        row.setSpacing(12)
        told.setSpacing(0)
        told.addWidget(label(point.what, "strong", wrap=True))
        if point.names:
            told.addWidget(label(in_which(point), "cell2", wrap=True))
        told.addWidget(label(point.why, "meta", wrap=True))
        words = "Ga erheen"
        self.way = button(desk.theme, words, "arrow-right", look="link", size="small", do=self._go)
        self.way.setAccessibleName(f"{words}: {point.what}")
        row.addLayout(told, 1)
        row.addWidget(self.way, 0, Qt.AlignmentFlag.AlignTop)

    def _go(self) -> None:
        self._desk.go(self._point.ids[0], self._point.field)

    def paintEvent(self, _: QPaintEvent) -> None:
        shape = Shape.TRIANGLE if self._point.urgent else Shape.EMPTY
        paint_status(QPainter(self), QRectF(0, 7, 14, 14), shape, self._desk.colors)


class Readiness(QFrame):
    """Hidden until it is opened; `points` is asked anew at every `refresh` while it is open."""

    closed = Signal()  # by who needs it no more

    def __init__(
        self,
        desk: Desk,
        points: Points,
        back_to: QPushButton | None = None,
        go_on: Callable[[], object] | None = None,
    ) -> None:
        """The focus goes to `back_to` when the strip is closed; `go_on` goes to submitting."""
        super().__init__()
        self._desk, self._points, self._back_to = desk, points, back_to
        self._shown: Sequence[Point] | None = None
        self.setProperty("message", "info")
        self.setAccessibleName("Klaar om voor te leggen?")
        self._title = label("", "heavy", wrap=True)
        self._told = label("", "meta", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.rows: list[PointRow] = []
        self._close = tool(desk.theme, "x", "Punten sluiten", size=16, do=self.close_strip)
        self.go_on = (
            button(desk.theme, GO_ON, "arrow-right", size="small", do=go_on) if go_on else None
        )
        self._build()
        self.hide()

    def _build(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        if self.go_on is not None:
            foot.addWidget(self.go_on)
        column.addLayout(foot)

    def toggle(self) -> None:
        self.open() if self.isHidden() else self.close_strip()

    def open(self) -> None:
        """Show what is lacking now, and go to the first point."""
        self._shown = None
        self.show()
        self.refresh()
        first = self.rows[0].way if self.rows else self._close
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_strip(self) -> None:
        self.hide()
        self.closed.emit()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Call after every change; rows are made anew only where the points are others."""
        if self.isHidden():
            return
        found = [*self._points()]
        if found == self._shown:
            return
        self._shown = found
        self._title.setText(summary(found))
        self._title.setContentsMargins(0 if found else 22, 0, 0, 0)  # after the shape
        clear(self._rows)
        self.rows = [PointRow(self._desk, point) for point in found[:MOST_AT_ONCE]]
        for row in self.rows:
            self._rows.addWidget(row)
        more = len(found) - len(self.rows)
        after = f"Daarna nog {counted(more, POINTS)}. " if more > 0 else ""
        self._told.setText(f"{after}{REFUSES_NOTHING}" if found else "")
        self._told.setVisible(bool(found))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            place = QRectF(16, self._title.geometry().center().y() - 7, 14, 14)
            paint_status(QPainter(self), place, Shape.CHECK, self._desk.colors, Tone.GOOD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)


def summary(found: Sequence[Point]) -> str:
    """How much is lacking, in a few words."""
    if not found:
        return "Klaar om voor te leggen: er ontbreekt niets."
    return f"Nog {counted(len(found), POINTS)} vóór u voorlegt"
