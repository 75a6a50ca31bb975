"""The vision and a principle as text one reads, and edits where one reads it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.charter import Principle, Vision
from ozj_desktop.model.dutch import long_date, period
from ozj_desktop.model.record import Record
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.field_box import INSET
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.record_form import RecordForm, Section

LONGEST = 60  # characters of a chip
DATA = Section(
    "",
    ("starts_on", "ends_on", "review_on", "shared_with"),
    always=("starts_on", "ends_on", "review_on", "shared_with"),
)


class Written(TextEdit):
    """A text of a record, edited where it is read; `stored` goes by the record as it is then."""

    def __init__(self, desk: Desk, field: str, role: str, *, single: bool = False) -> None:
        super().__init__(single=single, role=role)
        self._desk, self._field = desk, field
        self._record: Any = None
        self.set_locked(not desk.writable)
        self.edited.connect(lambda: self._store(typing=False))
        self.paused.connect(lambda: self._store(typing=True))

    def show_record(self, record: Record) -> None:
        another = self._record is None or self._record.id != record.id
        self._record = record
        if another or not self.in_use():
            self.show_value(getattr(record, self._field))

    def _store(self, *, typing: bool) -> None:
        if self._record is None:
            return
        now, value = self._desk.get(type(self._record), self._record.id), self.value()
        if now is not None and getattr(now, self._field) != value:
            self._desk.edit(now, {self._field: value}, typing=typing)
        if not typing:
            self._desk.dossier.settle()


class PrincipleText(QWidget):
    """A principle and its example, below each other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.text = Written(desk, "text", "principle", single=True)
        self.example = Written(desk, "example", "example")
        self.text.setAccessibleName("Principe")
        self.example.setAccessibleName("Zo ziet dat eruit")
        self.example.setPlaceholderText("Zo ziet dat eruit…" if desk.writable else "")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for edit in (self.text, self.example):
            edit.be_close()
            stack.addWidget(edit)

    def show_principle(self, principle: Principle) -> None:
        self.text.show_record(principle)
        self.example.show_record(principle)
        self.example.setVisible(bool(principle.example) or not self.example.isReadOnly())


class VisionPart(QWidget):
    """The vision as text, and below it quietly since when, until when and with whom."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.text = Written(desk, "text", "reading")
        self.text.setAccessibleName("Onze visie")
        self.text.setPlaceholderText("Waar staat u samen voor?")
        self._line = QWidget()
        self._flow = FlowLayout(self._line)
        self._line.setContentsMargins(INSET, 0, 0, 0)
        self.form = RecordForm(desk, Vision, [DATA])
        self.form.hide()
        self._chips = {
            name: button(desk.theme, "", look="chip", do=partial(self._open, name))
            for name in ("starts_on", "review_on", "shared_with")
        }
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        for part in (self.text, self._line, self.form):
            stack.addWidget(part)

    def show_vision(self, vision: Vision) -> None:
        self.text.show_record(vision)
        self.form.show_record(vision)
        for name, words in told(vision).items():
            chip = self._chips[name]
            chip.setText(words)
            chip.setVisible(bool(words) and (self._desk.writable or not words.endswith("…")))

    def _open(self, name: str) -> None:
        """The fields behind the chips; once more closes them."""
        self.form.setVisible(self.form.isHidden())
        if not self.form.isHidden():
            self.form.reveal(name, focus=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.form.isHidden():
            self.form.hide()
            self._chips["starts_on"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def told(vision: Vision) -> dict[str, str]:
    """What the chips say; what is not known yet ends in …"""
    lasts = period(vision.starts_on, vision.ends_on)
    shared = " ".join(vision.shared_with.split())
    return {
        "starts_on": f"Geldt {lasts}" if lasts else "Geldt van tot…",
        "review_on": f"Herijken op {long_date(vision.review_on)}"
        if vision.review_on
        else "Herijken op…",
        "shared_with": f"Gedeeld met: {shortened(shared)}" if shared else "Gedeeld met…",
    }


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip(',.;: ')} …"
