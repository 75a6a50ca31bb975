"""The cards of the overview: rows that go somewhere, and numbers per state as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import font

SHORTEST = 32  # pixels: a shorter bar tells nothing that the number does not


class LinesCard(Card):
    """A heading with a way to all of it, and the first few rows."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        nothing: str,
        *,
        all_of: str = "",
        shape_first: bool = False,
    ) -> None:
        super().__init__(title, gap=0)
        self._desk, self._nothing, self._all_of = desk, nothing, all_of
        self._lines: Sequence[Line] = ()
        self._total = 0
        self.most = 4
        self._shape_first = shape_first
        self._all = button(desk.theme, "", "arrow-right", look="link", do=self._go_all)
        self._all.setAccessibleName(f"{title}: alle")
        self._all.hide()
        self.head.addWidget(self._all)
        self.body.setContentsMargins(8, 12, 8, 6)
        self.head.setContentsMargins(8, 0, 8, 4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[Line], *, total: int | None = None) -> None:
        self._lines, self._total = lines, len(lines) if total is None else total
        self._fill()

    def count(self) -> int:
        return len(self._lines)

    def show_most(self, most: int) -> None:
        """So many rows, if there are."""
        if most != self.most:
            self.most = most
            self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        for n, line in enumerate(self._lines[: self.most]):
            self._rows.addWidget(self._row(line, ruled=n > 0))
        if not self._lines:
            nothing = label(self._nothing, "soft", wrap=True)
            nothing.setContentsMargins(8, 4, 8, 4)
            self._rows.addWidget(nothing)
        self._all.setText(f"Alle {self._total}")
        self._all.setAccessibleName(f"{self.title.text()}: alle {self._total}")
        self._all.setVisible(bool(self._all_of) and self._total > self.most)

    def _row(self, line: Line, *, ruled: bool) -> LineRow:
        first, today = self._shape_first, self._desk.today
        row = LineRow(self._desk.theme, line, today, shape_first=first, ruled=ruled)
        row.clicked.connect(lambda: self._desk.go(line.id or self._all_of))
        return row

    def _go_all(self) -> None:
        self._desk.go(self._all_of)


class States(QWidget):
    """How many agreements are in which state: shape, word, number and a bar."""

    ROW = 28

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[tuple[Status, int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cell, self._number = font("cell"), font("heavy")

    def show_counts(self, counts: Sequence[tuple[Status, int]]) -> None:
        total = max(sum(n for _, n in counts), 1)
        self._rows = [(status, n, total) for status, n in counts]
        self.setAccessibleName(", ".join(f"{n} {status.word}" for status, n, _ in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self.ROW * len(self._rows))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._desk.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for n, (status, count, total) in enumerate(self._rows):
            y = n * self.ROW
            paint_status(painter, QRectF(0, y + 6, 16, 16), status.shape, colors)
            painter.setFont(self._cell)
            painter.setPen(colors[status.tone.word])
            painter.drawText(QRect(24, y, 100, self.ROW), left, status.word)
            painter.setFont(self._number)
            painter.setPen(colors["text"])
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(112, y, 44, self.ROW), right, str(count))
            room = QRectF(168, y + 10, self.width() - 168, 8)
            if room.width() < SHORTEST:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["neutral_bg"])
            painter.drawRoundedRect(room, 4, 4)
            if count:
                room.setWidth(max(room.width() * count / total, 8))
                painter.setBrush(colors[status.tone.shape])
                painter.drawRoundedRect(room, 4, 4)
