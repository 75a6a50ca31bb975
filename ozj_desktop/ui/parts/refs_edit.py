"""A set of links as chips."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.reading import Misread
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.text import elided, label, tip
from ozj_desktop.ui.theme import Theme, font

WIDEST = 400  # pixels of a chip
ROUND = 52  # of these for its edges and the cross


class RefsEdit(QWidget):
    """Chips that can be taken away, and a line to add one."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Callable[[], Sequence[Option]],
        words: Callable[[Any], str],
        *,
        what: str,
        new: str = "",
        nothing: Callable[[], str] = str,
    ) -> None:
        """`nothing` says what holds as long as nothing is chosen."""
        super().__init__()
        self._theme, self._options, self._what = theme, options, what
        self._words = words
        self._ids: set[Any] = set()
        self._locked = False
        self._flow = FlowLayout(self, gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: list[QPushButton] = []
        self._adder = button(theme, "kies", "plus", look="add", do=self._start)
        self._adder.setAccessibleName(f"{what}: kies")
        self._pick = PickEdit(theme, self._left, words, new=new)
        self._pick.setAccessibleName(f"{what}: zoek")
        self._pick.setPlaceholderText("typ om te zoeken")
        self._pick.setFixedWidth(260)
        self._pick.hide()
        self._pick.edited.connect(self._picked)
        self.setFocusProxy(self._adder)
        self._nothing, self._holds = nothing, label("", "soft")
        self._flow.addWidget(self._holds)
        self._flow.addWidget(self._pick)
        self._flow.addWidget(self._adder)

    def value(self) -> Any:
        """Ids, or New among them for what is to be made."""
        return frozenset(self._ids)

    def show_value(self, value: Any) -> None:
        self._ids = set(value or ())
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._flow.removeWidget(self._pick)
        self._flow.removeWidget(self._adder)
        self._holds.setText("" if self._ids else self._nothing())
        self._holds.setVisible(bool(self._holds.text()))
        holds = f": {self._holds.text()}" if self._holds.text() else ""
        self._adder.setAccessibleName(f"{self._what}{holds}: kies")
        for id in sorted(self._ids, key=lambda id: sort_key(self._words(id))):
            chip = self._chip(id, self._words(id) or "onbekend")
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._pick)
        self._flow.addWidget(self._adder)
        self.updateGeometry()

    def _chip(self, id: Any, words: str) -> QPushButton:
        short = elided(QFontMetrics(font("label")), words, WIDEST - ROUND)
        shown = short if self._locked else f"{short}\u2002"  # Qt puts nothing between text and icon
        chip = button(self._theme, shown, "" if self._locked else "x", look="chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setEnabled(not self._locked)
        chip.setToolTip(tip(f"Haal ‘{words}’ weg"))
        chip.setAccessibleName(f"{self._what}: {words}, weghalen")
        chip.setMaximumWidth(WIDEST)
        chip.clicked.connect(lambda: self._remove(id))
        return chip

    def in_use(self) -> bool:
        return self._pick.in_use()

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self._adder.setVisible(not locked)
        for chip in self._chips:
            chip.setEnabled(not locked)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(32, self._flow.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(200, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def _left(self) -> list[Option]:
        return [option for option in self._options() if option.key not in self._ids]

    def _start(self) -> None:
        self._adder.hide()
        self._pick.show()
        self._pick.show_value(None)
        self._pick.setFocus()
        self._pick.open()

    def _picked(self) -> None:
        try:
            found = self._pick.value()
        except Misread:
            return
        self._pick.hide()
        self._adder.show()
        if found is not None:
            self._ids.add(found)
            self.edited.emit()
            self._adder.setFocus()

    def _remove(self, id: Any) -> None:
        self._ids.discard(id)
        self.edited.emit()
        self._adder.setFocus()
