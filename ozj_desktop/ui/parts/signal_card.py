"""A finding in the list of all: walked by keyboard, chosen with others, and mended at its place."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signal_subjects import NEW, mending
from ozj_desktop.model.signals import set_aside
from ozj_desktop.store.past import last_touch
from ozj_desktop.ui.attention import names_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import day_month, local_time
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.finding_card import FindingCard
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, paint_status

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SignalCard(FindingCard):
    """Arrows walk the cards, Enter goes there, T asks the reason, Space chooses for several."""

    step = Signal(int)
    ticked = Signal()
    wants_aside = Signal()  # for all that are chosen

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(desk, finding)
        self.finding, self.reason = finding, self._reason
        self.chosen = self._ringed = False
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = names_of(desk, finding)
        self.setAccessibleName(", ".join(part for part in (finding.what, name) if part))

    def words(self) -> None:
        super().words()
        step = last_touch(self._desk.dossier, set_aside(self._finding, "").id)
        if self._finding.aside and step is not None:
            on = day_month(local_time(step.at_utc).date(), self._desk.today)
            by = f"Door {step.who}, " if step.who else "Op "
            self.body.addWidget(label(f"{by}{on}", "meta", wrap=True))

    def offers(self) -> None:
        theme, finding = self._desk.theme, self._finding
        if finding.about or mending(finding).place:
            words = finding.mend or "Ga erheen"
            there = button(theme, words, "arrow-right", look="link", size="small", do=self.go)
            self.row.addWidget(there)
        elif finding.mend:
            self.row.addWidget(label(finding.mend, "cell2"))
        if self._desk.writable:
            self.add_aside("Terughalen" if finding.aside else "Leg terzijde…")
        self.row.addStretch(1)

    # Acting

    def go(self) -> None:
        """To the very field, card or row where it is mended."""
        mend = mending(self.finding)
        if mend.place and (mend.where == NEW or not self.finding.about):
            self._desk.go(mend.place, mend.where if mend.where == NEW else "")
        else:
            self._desk.go(self.finding.about, mend.where)

    def open_reason(self) -> None:
        self._open_reason()

    def tick(self, chosen: bool) -> None:
        self.chosen = chosen
        self._dress()

    def _dress(self) -> None:
        look = "chosen" if self.chosen or self.hasFocus() else "true"
        if self.property("card") != look:
            self.setProperty("card", look)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    # Keys, mouse and drawing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._asked.isVisible():
            super().keyPressEvent(event)
            self.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif key in STEPS:
            self.step.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key == Qt.Key.Key_T and self._desk.writable:
            self.wants_aside.emit()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        self.tick(not self.chosen)
        self.ticked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEY
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colors = QPainter(self), self._desk.colors
        if self.chosen:
            paint_status(painter, QRectF(self.width() - 28, 12, 16, 16), Shape.CHECK, colors)
        if self._ringed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
