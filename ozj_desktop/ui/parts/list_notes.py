"""In a list, where there is little room: something said or asked, and that nothing was found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Tone
from ozj_desktop.ui.theme import Theme

_KINDS = {Tone.BAD: "danger", Tone.ATTENTION: "attention"}


class InPlace(QFrame):
    """Tells when it opens and closes: in a low window other parts make room for it."""

    opened = Signal(bool)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.opened.emit(False)


class ListNote(InPlace):
    """What happened and what can be done, in a narrow column; Esc lets it go."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = label("", "heavy", wrap=True), label("", "cell2", wrap=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=6)
        self._offered: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self._title, self._text, self._buttons):
            column.addWidget(part)
        self.hide()

    def say(
        self, tone: Tone, title: str, text: str = "", buttons: Sequence[QPushButton] = ()
    ) -> None:
        self.setProperty("message", _KINDS.get(tone, "info"))
        self.style().unpolish(self)
        self.style().polish(self)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for gone in self._offered:
            gone.hide()
            gone.deleteLater()
        self._offered = [*buttons]
        for made in buttons:
            self._flow.addWidget(made)
        self.setAccessibleName(f"{title} {text}".strip())
        self.show()
        self._fit()
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as its words need at this width: the list below would take the room."""
        layout = self.layout()
        if layout is not None and self.width() > 0:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NothingFound(QWidget):
    """In words what hides everything, and the ways to see it again."""

    wiped = Signal()
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = label("", "soft", wrap=True)
        self._wipe = button(theme, "Filter wissen", "x", look="link", do=self.wiped.emit)
        self._all = button(theme, "Alles tonen", "eye", look="link", do=self.all_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 12, 0)
        for part in (self._words, self._wipe, self._all):
            column.addWidget(part)
        self.hide()

    def say(self, needle: str, view: str, *, shown: bool) -> None:
        """`needle` is what was typed, `view` the view that is chosen, if any."""
        words = f"Niets gevonden voor ‘{needle[:60]}’"
        within = " in deze weergave" if view else ""
        self._words.setText(f"{words}{within}." if needle else "In deze weergave staat nu niets.")
        self._wipe.setVisible(bool(needle))
        self._all.setVisible(bool(view))
        self.setVisible(shown)
