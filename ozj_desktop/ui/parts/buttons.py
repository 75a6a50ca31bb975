"""Buttons in the looks of the style sheet, and the choice of one out of a few side by side."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ozj_desktop.ui.icons import icon, put_icon
from ozj_desktop.ui.parts.dashes import paint_dashes
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.text import tip as plain_tip
from ozj_desktop.ui.theme import Theme

_TOKENS = {"primary": "on_primary", "link": "primary", "chip-on": "tint_text", "": "text"}


class _Button(QPushButton):
    """Enter presses it as well: Qt does so in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Add(_Button):
    """For what is not there yet: its edge is dashed."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_dashes(self, self._theme.colors["line2"], self.height() / 2)


def button(
    theme: Theme,
    text: str,
    picture: str = "",
    *,
    look: str = "",
    size: str = "",
    tip: str = "",
    do: Callable[[], object] | None = None,
) -> QPushButton:
    """A push button; `look` is primary, quiet, link, chip, chip-on or add, `size` small or big."""
    made = _Add(theme, text) if look == "add" else _Button(text)
    _dress(made, look, size, tip)
    if picture:
        pixels = {"small": 14, "big": 18}.get(size, 12 if look in _CHIPS else 16)
        put_icon(made, icon(theme, picture, _TOKENS.get(look, "text2")), pixels, air=True)
    if do:
        made.clicked.connect(lambda: do())
    return made


_CHIPS = ("chip", "chip-on", "add")


def tool(
    theme: Theme, picture: str, tip: str, *, size: int = 18, do: Callable[[], object] | None = None
) -> QToolButton:
    """A button that is only an icon; `tip` names it for who cannot see it."""
    made = QToolButton()
    _dress(made, "quiet", "small" if size < 18 else "", tip)
    made.setAccessibleName(tip)
    put_icon(made, icon(theme, picture), size)
    if do:
        made.clicked.connect(lambda: do())
    return made


def _dress(made: QPushButton | QToolButton, look: str, size: str, tip: str) -> None:
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look:
        made.setProperty("look", look)
    if size:
        made.setProperty("fit", size)  # "size" is a property of Qt itself
    if tip:
        made.setToolTip(plain_tip(tip))
    if look in ("link", *_CHIPS):
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _Part(QPushButton):
    """As wide as its words are once it is chosen and bold: the style sheet asks no room for it."""

    def sizeHint(self) -> QSize:
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(bold).horizontalAdvance(self.text())
        more = wide - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(more, 0) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segmented(QFrame):
    """One of a few, all in sight; Left and Right move, the chosen one is filled and bold."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]], name: str, *, look: str = "segment"
    ) -> None:
        super().__init__()
        if look == "segment":
            self.setProperty("segments", "true")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0 if look == "segment" else 8)
        for n, (_, text) in enumerate(options):
            part = _Part(text)
            part.setCheckable(True)
            part.setProperty("look", look)
            part.setAccessibleName(f"{name}: {text}")
            self._group.addButton(part, n)
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._group.button(0))
        self._group.idClicked.connect(self._click)

    def value(self) -> object:
        checked = self._group.checkedId()
        return self._values[checked] if checked >= 0 else None

    def show_value(self, value: object) -> None:
        """None where nothing is chosen yet; raise ValueError where it is none of the options."""
        if value is None and None not in self._values:
            self._group.setExclusive(False)
            for each in self.parts():
                each.setChecked(False)
            self._group.setExclusive(True)
            return
        part = self._group.button(self._values.index(value))
        part.setChecked(True)
        self.setFocusProxy(part)

    def rename(self, value: object, text: str) -> None:
        part = self._group.button(self._values.index(value))
        part.setText(text)
        part.setAccessibleName(f"{self.accessibleName()}: {text}")

    def set_locked(self, locked: bool) -> None:
        for part in self._group.buttons():
            part.setEnabled(not locked)

    def parts(self) -> list[QPushButton]:
        return [part for part in self._group.buttons() if isinstance(part, QPushButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        now = max(self._group.checkedId(), 0)
        part = self._group.button(max(0, min(now + step, len(self._values) - 1)))
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.click()

    def _click(self, number: int) -> None:
        self.setFocusProxy(self._group.button(number))
        self.chosen.emit(self._values[number])


class Chips(QWidget):
    """One of a handful, as chips that go on to a next line where there is no room."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, options: Sequence[tuple[object, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        flow = FlowLayout(self)
        self._chips = {value: button(theme, text, look="chip") for value, text in options}
        for value, chip in self._chips.items():
            flow.addWidget(chip)
            chip.clicked.connect(partial(self._click, value))

    def show_value(self, value: object) -> None:
        for other, chip in self._chips.items():
            chip.setProperty("look", "chip-on" if other == value else "chip")
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _click(self, value: object) -> None:
        self.show_value(value)
        self.chosen.emit(value)
