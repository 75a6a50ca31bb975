"""Above the columns of a pasted list: what stood there, and what it means."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import capital
from ozj_desktop.model.party_columns import Meaning
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.text import Elided
from ozj_desktop.ui.theme import Theme

HIGH, GAP, PAD = 58, 4, 8
OPTIONS = [Option(meaning, capital(meaning.label)) for meaning in Meaning]


class _Meant(PickEdit):
    """Always looks like what it is: something to choose."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reveal(True)

    def _reveal(self, here: bool) -> None:
        super()._reveal(True)


class HeadStrip(QWidget):
    """Follows the columns of its table, which has its own head hidden."""

    def __init__(
        self, theme: Theme, table: QTableView, choose: Callable[[int, Meaning], None]
    ) -> None:
        super().__init__()
        self._theme, self._table, self._choose = theme, table, choose
        self._first = Elided("Wat er gebeurt", "group")
        self._first.setParent(self)
        self.heads: list[QWidget] = []
        self.edits: list[PickEdit] = []
        heads = table.horizontalHeader()
        heads.hide()
        heads.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HIGH)

    def show_columns(self, titles: list[str], meanings: tuple[Meaning, ...]) -> None:
        while len(self.edits) < len(titles):
            self._add(len(self.edits))
        for n, (head, edit) in enumerate(zip(self.heads, self.edits, strict=True)):
            head.setVisible(n < len(titles))
            if n < len(titles):
                found = head.findChild(Elided)
                assert isinstance(found, Elided)
                found.setText(titles[n])
                edit.setAccessibleName(f"Wat betekent ‘{titles[n]}’?")
                edit.show_value(meanings[n])
        self._place()

    def _add(self, number: int) -> None:
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 2, GAP, 2)
        column.setSpacing(0)
        edit = _Meant(self._theme, lambda: OPTIONS, lambda m: capital(m.label), optional=False)
        edit.setProperty("quiet", None)
        edit.edited.connect(lambda: self._chosen(number))
        column.addWidget(Elided("", "meta"))
        column.addWidget(edit)
        self.heads.append(held)
        self.edits.append(edit)

    def _chosen(self, number: int) -> None:
        meaning = self.edits[number].value()
        if isinstance(meaning, Meaning):
            self._choose(number, meaning)

    def _place(self) -> None:
        heads = self._table.horizontalHeader()
        for n, head in enumerate([self._first, *self.heads]):
            x = heads.sectionViewportPosition(n)
            wide = heads.sectionSize(n) if n < heads.count() else 0
            top = HIGH - 28 if n == 0 else 0
            left = 16 if n == 0 else PAD - 4
            head.setGeometry(x + left, top, max(wide - left, 0), 24 if n == 0 else HIGH)
            head.raise_() if n else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
