"""Overzicht: where the samenwerking stands, what is due, and what asks attention."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.agreements import Decision, Progress
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.ui import overview_facts as facts
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon, put_icon
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page import Page, scrolling
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.line_row import HIGH, LINE, LineRow
from ozj_desktop.ui.parts.text import Elided, label
from ozj_desktop.ui.status import STATES, Shape, Status, paint_status
from ozj_desktop.ui.theme import font
from ozj_desktop.ui.tools import Tools

ONE_COLUMN = 820  # pixels below which the columns stand under each other
MOST = 10  # rows on a card
CARD, GAP, STATES_CARD = 60, 16, 200  # a card without its rows, the air between, the first card


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
        self._all = button(desk.theme, "", look="link", do=self._go_all)
        self._all.hide()
        self.head.addWidget(self._all)
        self.body.setContentsMargins(8, 12, 8, 10)
        self.head.setContentsMargins(8, 0, 5, 4)
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
            room = QRectF(168, y + 10, max(self.width() - 168, 0), 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["neutral_bg"])
            painter.drawRoundedRect(room, 4, 4)
            if count:
                room.setWidth(max(room.width() * count / total, 8))
                painter.setBrush(colors[status.tone.shape])
                painter.drawRoundedRect(room, 4, 4)


class OverviewPage(Page):
    """Two columns of cards; one below the other where there is no room."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(desk)
        self._attention = tools.attention
        self._subtitle = Elided("", "soft")
        self._chips: list[QPushButton] = []
        self._decided, self._going = States(desk), States(desk)
        self._todo = LinesCard(desk, "Nu te doen", "Er staat nog niets open.", all_of="actions")
        self._month = LinesCard(desk, "Deze maand", "Er staat niets gepland.")
        settled = "Er wacht niemand: van elke partij is akkoord, of er is nog niets voorgelegd."
        self._waiting = LinesCard(desk, "Akkoord nog open", settled, all_of="documents")
        calm = "Er is niets wat aandacht vraagt."
        self._signals = LinesCard(desk, "Let op", calm, all_of="signals", shape_first=True)
        self._changes = LinesCard(desk, "Laatst gewijzigd", "Nog niets.", all_of="history")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.refresh()

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for layout in (left, right, self._pair, self._columns):
            layout.setSpacing(16)
        left.addWidget(self._agreements_card())
        left.addWidget(self._waiting)
        left.addWidget(self._changes, 1)
        self._pair.addWidget(self._month, 1)
        self._pair.addWidget(self._signals, 1)
        right.addWidget(self._todo)
        right.addLayout(self._pair, 1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 24, 16)
        column.addLayout(self._columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._heading())
        outer.addWidget(scrolling(content), 1)

    def _heading(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(24, 16, 24, 12)
        row.setSpacing(16)
        row.addWidget(label("Overzicht", "page"))
        row.addWidget(self._subtitle, 1)
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        row.addLayout(self._chip_row)
        return held

    def _agreements_card(self) -> Card:
        card = Card("Afspraken")
        card.head.addWidget(
            button(
                self.desk.theme,
                "Naar de afspraken",
                look="link",
                do=lambda: self.desk.go("agreements"),
            )
        )
        both = QHBoxLayout()
        both.setSpacing(32)
        for title, states in (("Besluit", self._decided), ("Voortgang", self._going)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(title, "label"))
            column.addWidget(states)
            both.addLayout(column, 1)
        card.body.addLayout(both)
        return card

    # Showing

    def refresh(self) -> None:
        desk = self.desk
        self._subtitle.setText(facts.period(desk))
        self._show_chips()
        decided, going = facts.agreement_counts(desk)
        self._decided.show_counts([(STATES[d], decided[d]) for d in Decision])
        self._going.show_counts([(STATES[p], going[p]) for p in Progress])
        self._todo.show_lines(facts.open_actions(desk))
        self._month.show_lines(facts.this_month(desk))
        self._waiting.show_lines(facts.waiting_parties(desk))
        last = desk.dossier.history.last.seq
        self._changes.show_lines(facts.last_changes(desk, MOST), total=last)
        self.attention_changed()

    def _show_chips(self) -> None:
        for n, (words, picture, place) in enumerate(facts.how_many(self.desk)):
            if n == len(self._chips):
                made = button(self.desk.theme, words, picture, look="chip", do=self._to(place))
                self._chips.append(made)
                self._chip_row.addWidget(made)
            self._chips[n].setText(words)
            put_icon(self._chips[n], icon(self.desk.theme, picture), 12)

    def _to(self, place: str) -> Callable[[], None]:
        return lambda: self.desk.go(place)

    def attention_changed(self) -> None:
        found = self._attention.open()
        if self._attention.is_ready():
            self._signals.show_lines(
                [_finding(self.desk, f) for f in found[:MOST]], total=len(found)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = self.width() < ONE_COLUMN
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if one else across)
        self._pair.setDirection(down if self.width() < 560 else across)
        for chip in self._chips:
            chip.setVisible(not one)
        self._fit(self.height() - 76, one=one)

    def _fit(self, room: int, *, one: bool) -> None:
        """As many rows on each card as there is room for, so that all cards end together."""
        high = HIGH
        left = max((room - STATES_CARD - 2 * (CARD + GAP)) // high, 4)
        waiting = 4 if one else max(min(self._waiting.count(), left - 2), 2)
        self._waiting.show_most(waiting)
        self._changes.show_most(4 if one else min(max(left - waiting, 2), MOST))
        right = (room - 2 * CARD - GAP) // high
        pair = 4 if one else min(max(right // 2, 3), MOST)
        self._month.show_most(pair)
        self._signals.show_most(pair)
        rest = room - 2 * CARD - GAP - pair * (HIGH + LINE)
        self._todo.show_most(4 if one else min(max(rest // high, 3), MOST))


def _finding(desk: Desk, finding: Finding) -> Line:
    about = desk.names.of(finding.kind, finding.about) if finding.about else ""
    shape = Shape.TRIANGLE if finding.urgent else Shape.HALF
    status = Status(shape, "dringend" if finding.urgent else "let op")
    return Line(
        finding.about or "signals", about or finding.what, finding.what if about else "", status
    )


def page(desk: Desk, tools: Tools) -> OverviewPage:
    return OverviewPage(desk, tools)
