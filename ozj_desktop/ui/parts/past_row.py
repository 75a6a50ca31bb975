"""One step of the history, a moment on a line; the current one offers what can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model.dutch import capital
from ozj_desktop.store import bring_back
from ozj_desktop.store.history import Change
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import clock
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.story import Entry, Told, in_colours

TIME, LINE = 44, 60  # where the time ends, and where the line is
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PastRow(QWidget):
    """Time, what it was about, what changed, who. Space, Enter or a click makes it the current."""

    chosen = Signal()
    step = Signal(int)
    all_of = Signal(str)  # show only what is about this thing

    def __init__(self, desk: Desk, told: Entry, *, own: bool) -> None:
        """`own`: it stands with the thing it is about, so that its name says nothing."""
        super().__init__()
        self._desk, self.told, self._own = desk, told, own
        self._current = self._ringed = self._first = False
        self._offers: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{clock(told.at)}, {told.title}, {told.what}, {told.who}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 4, 8)
        row.setSpacing(0)
        time = label(clock(told.at), "cell2")
        time.setFixedWidth(TIME)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(LINE + 16 - TIME)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._tell()
        row.addLayout(self._words, 1)

    def _tell(self) -> None:
        told = self.told
        title = capital(told.what) if self._own and told.id else told.title
        self._words.addWidget(label(title, "soft" if told.undone else "strong", wrap=True))
        for change in told.told:
            self._words.addWidget(self._in_colours(change))
        if told.what and not told.told and not (self._own and told.id):
            self._words.addWidget(label(told.what, "cell2", wrap=True))
        if told.reason:
            self._words.addWidget(label(f"Reden: {told.reason}", "cell2", wrap=True))
        self._place = self._words.count()
        undone = "weer ongedaan gemaakt" if told.undone else ""
        what = told.what if told.told and not self._own else ""
        who = " · ".join(part for part in (what, told.who, undone) if part)
        self._words.addWidget(label(who, "meta", wrap=True))

    def _in_colours(self, change: Told) -> QLabel:
        shown = QLabel(in_colours(change, self._desk.colors))
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        shown.setWordWrap(True)
        shown.setMinimumWidth(40)
        shown.setProperty("role", "cell")
        return shown

    # The current one

    def set_current(self, current: bool) -> None:
        if current and self._offers is None:
            self._offers = self._offer()
            self._words.insertWidget(self._place, self._offers)
        self._current = current
        if self._offers is not None:
            self._offers.setVisible(current)
        self.update()

    def set_first(self, first: bool) -> None:
        if first != self._first:
            self._first = first
            self.update()

    def _offer(self) -> QWidget:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        flow, inner = FlowLayout(gap=16), QWidget()
        inner.setLayout(flow)
        for made in self._buttons():
            flow.addWidget(made)
        self._remedy = Remedy(self._desk)
        column.addWidget(inner)
        column.addWidget(self._remedy)
        return held

    def _buttons(self) -> list[QPushButton]:
        found = []
        back = [told for told in self.told.told if self._can_come_back(told)]
        for told in back:
            verb = "Terugzetten" if told.gone else "Oude waarde terugzetten"
            words = verb if len(back) == 1 else f"{verb}: {told.label}"
            found.append(self._link(words, "undo-2", partial(self._bring_back, told)))
        kind = self._desk.dossier.kind_of(self.told.id) if self.told.id else None
        if kind is not None and not self._own:
            if not self.told.several:
                this = "dit" if kind.article == "het" else "deze"
                words = f"Alles van {this} {kind.names[0]}"
                found.append(self._link(words, "", lambda: self.all_of.emit(self.told.id)))
            found.append(self._link("Ga erheen", "arrow-right", self._go))
        return found

    def _link(self, words: str, picture: str, do: Callable[[], object]) -> QPushButton:
        made = button(self._desk.theme, words, picture, look="link", size="small", do=do)
        made.setAccessibleName(f"{words}: {self.told.title}")
        return made

    def _go(self) -> None:
        changed = [told for told in self.told.told if told.id]
        spot = changed[0] if changed else None
        alive = spot is not None and self._desk.dossier.kind_of(spot.id) is not None
        self._desk.go(spot.id, spot.name) if spot and alive else self._desk.go(self.told.id)

    # Bringing back

    def _can_come_back(self, told: Told) -> bool:
        """Whether there is anything to bring back: not what is there already."""
        if not self._desk.writable or not told.id or not told.kind:
            return False
        row = self._desk.dossier.rows.read(told.kind, told.id)
        if told.gone:
            return row is None
        if not told.name or row is None or told.name not in row:
            return False
        change = self._change(told)
        return change is not None and row[told.name] != change.fields[told.name][0]

    def _change(self, told: Told) -> Change | None:
        found = self._desk.dossier.history.changes(self.told.seq)
        return next((c for c in found if c.id == told.id and told.name in c.fields), None)

    def _bring_back(self, told: Told) -> None:
        """In one step with words; told here where it cannot be."""
        dossier, facts = self._desk.dossier, self._desk.facts
        try:
            with self._desk.step("undeleted" if told.gone else "restored"):
                if told.gone:
                    bring_back.deleted(dossier, facts, self.told.seq, told.id)
                elif change := self._change(told):
                    bring_back.old_value(dossier, facts, change, told.name)
        except UserError as error:
            self._remedy.say(str(error))

    # Keys, mouse and drawing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.step.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.told.id and not self._own:
            self._go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEY
        self.chosen.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colors = QPainter(self), self._desk.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(LINE - 1, 0, 2, self.height()), colors["tint2"])
        undone = self.told.undone
        painter.setPen(QPen(colors["line2" if undone else "primary"], 2))
        painter.setBrush(colors["primary" if self._first and not undone else "window"])
        painter.drawEllipse(QPointF(LINE, 15), 4.5, 4.5)
        if self._ringed:
            painter.setPen(QPen(colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(67, 1, -1, -3), 4, 4)
