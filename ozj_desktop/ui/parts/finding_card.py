"""A finding that asks attention: what, why, where to mend it, or the reason to leave it so."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.signal import Signal as Finding
from ozj_desktop.model.signals import set_aside
from ozj_desktop.ui.attention import names_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Tone, paint_status


def put_aside(desk: Desk, findings: Sequence[Finding], reason: str) -> None:
    """Several at once with one reason: one step."""
    with desk.step("set_aside", reason=reason):
        desk.dossier.save(*(set_aside(one, reason) for f in findings for one in f.each()))


def take_back(desk: Desk, findings: Sequence[Finding]) -> None:
    found = (
        desk.get(SetAside, set_aside(one, "").id) for finding in findings for one in finding.each()
    )
    records = [record for record in found if record]
    if records:
        with desk.step("brought_back"):
            desk.dossier.delete(*records)


class FindingCard(Card):
    """One finding. *Leg terzijde…* opens the reason in the card itself."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__("", gap=4)
        self._desk, self._finding = desk, finding
        self.body.setContentsMargins(44, 12, 16, 12)
        self.words()
        self.row = QHBoxLayout()
        self.row.setSpacing(16)
        self._reason = Line()
        self._reason.setPlaceholderText("Schrijf waarom")
        self._reason.setAccessibleName("Waarom legt u dit terzijde?")
        self._asked = self._ask()
        self._asked.hide()
        self.offers()
        self.body.addLayout(self.row)
        self.body.addWidget(self._asked)
        self._reason.returnPressed.connect(self._keep)

    def words(self) -> None:
        """What it is, about what, and why that matters."""
        finding = self._finding
        name = names_of(self._desk, finding)
        self.body.addWidget(label(finding.what, "strong", wrap=True))
        if name:
            self.body.addWidget(label(name, "cell2", wrap=True))
        self.body.addWidget(label(finding.why, "meta", wrap=True))
        if finding.aside:
            self.body.addWidget(label(f"Terzijde gelegd: {finding.aside}", "cell", wrap=True))

    def offers(self) -> None:
        """What can be done about it."""
        theme, finding = self._desk.theme, self._finding
        if finding.about:
            words = finding.mend or "Ga erheen"
            there = button(theme, words, "arrow-right", look="link", size="small", do=self._go)
            self.row.addWidget(there)
        elif finding.mend:
            self.row.addWidget(label(finding.mend, "cell2"))
        if self._desk.writable:
            self.add_aside("Terughalen" if finding.aside else "Leg terzijde…")
        self.row.addStretch(1)

    def add_aside(self, words: str) -> None:
        do = self._bring_back if self._finding.aside else self._open_reason
        aside = button(self._desk.theme, words, look="quiet", size="small", do=do)
        self.row.addWidget(aside)
        if self.focusProxy() is None:
            self.setFocusProxy(aside)

    def shape(self) -> tuple[Shape, Tone | None]:
        """What stands before it."""
        shape = Shape.TRIANGLE if self._finding.urgent else Shape.HALF
        return shape, Tone.NEUTRAL if self._finding.aside else None

    def _ask(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._reason, 1)
        row.addWidget(button(self._desk.theme, "Leg terzijde", do=self._keep))
        column.addLayout(row)
        told = "Verandert er iets, dan komt dit vanzelf terug."
        column.addWidget(label(told, "meta", wrap=True))
        return held

    def _go(self) -> None:
        self._desk.go(self._finding.about)

    def _open_reason(self) -> None:
        self._asked.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._reason.setFocus()
            return
        put_aside(self._desk, [self._finding], reason)

    def _bring_back(self) -> None:
        take_back(self._desk, [self._finding])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked.isVisible():
            self._asked.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shape, tone = self.shape()
        paint_status(QPainter(self), QRectF(16, 14, 16, 16), shape, self._desk.colors, tone)
