"""Which of list, record and what stands beside it are shown in the room there is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ozj_desktop import settings

NARROW = 720  # below this width one region at a time
SHARED = 924  # the same beside help: in a window of 1280 or less the list gives way
TIGHT = 1000  # below this width what stands beside a record takes the place of all
CROWDED = 1240  # below this width it takes the place of the list
LIST, BESIDE = 304, 460  # widths until the user chooses others


class Columns(QSplitter):
    """List, record and what can stand beside it, from left to right; widths are remembered."""

    arranged = Signal()

    def __init__(self, left: QWidget, middle: QWidget, only: Callable[[], QWidget]) -> None:
        """`only` tells which of both is shown where there is room for one."""
        super().__init__(Qt.Orientation.Horizontal)
        self.left, self.middle = left, middle
        self._only, self._beside = only, QWidget()
        self.narrow = self.tight = self.crowded = False
        self.addWidget(left)
        self.addWidget(middle)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setSizes([settings.number("list_width", LIST), 1000])
        self.splitterMoved.connect(self._keep)

    # What stands beside

    def put_beside(self, beside: QWidget) -> None:
        """Something that can stand at the right; where it is hidden there is room for the rest."""
        self._beside = beside
        beside.hide()
        self.addWidget(beside)
        self.setCollapsible(2, False)
        beside.installEventFilter(self)

    def beside(self) -> list[QWidget]:
        """What stands beside, where it is shown."""
        return [self._beside] if self.has_beside() else []

    def has_beside(self) -> bool:
        return self._beside.parentWidget() is self and not self._beside.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.arrange()
            if event.type() == QEvent.Type.ShowToParent:
                self._share()
            else:
                self._give_back()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        """As wide as it was before, and what is left for the record."""
        wide = min(settings.number("beside_width", BESIDE), self.width() // 2)
        list_width = self.left.width() if self.left.isVisible() else 0
        self.setSizes([list_width, self.width() - wide - list_width, wide])

    def _give_back(self) -> None:
        """The list is as wide again as the user had it."""
        if not self.left.isHidden():
            wide = settings.number("list_width", LIST)
            self.setSizes([wide, max(self.width() - wide, 1), 0])

    # Room

    def fit(self, width: int, *, shares: bool) -> None:
        """Call when the page gets another width, or shares the window with help."""
        narrow = width < (SHARED if shares else NARROW)
        tight, crowded = width < TIGHT, width < CROWDED
        if (narrow, tight, crowded) == (self.narrow, self.tight, self.crowded):
            return
        became_narrow = narrow and not self.narrow
        self.narrow, self.tight, self.crowded = narrow, tight, crowded
        if became_narrow and not self.has_beside():
            self.show_only(self._only())
        self.arrange()

    def arrange(self) -> None:
        beside = self.has_beside()
        if beside and self.tight:
            self.left.hide()
            self.middle.hide()
        elif not self.narrow:
            self.middle.show()
            self.left.setVisible(not (beside and self.crowded))
        elif self.left.isHidden() == self.middle.isHidden():
            self.show_only(self.middle if self.left.isHidden() else self._only())
        self.arranged.emit()

    def show_only(self, shown: QWidget) -> None:
        """In a narrow window; what stands beside goes."""
        if self.has_beside():
            self._beside.hide()
        self.left.setVisible(shown is self.left)
        self.middle.setVisible(shown is self.middle)

    def to_list(self) -> bool:
        """Bring the list back where it had to make room; False where it was there."""
        if not self.left.isHidden():
            return False
        if self.has_beside():
            self._beside.hide()
        if self.narrow:
            self.show_only(self.left)
        return True

    def hides_list(self) -> bool:
        """Whether the record needs a way back to the list."""
        return self.narrow or (self.crowded and self.has_beside())

    def _keep(self, at: int, handle: int) -> None:
        if handle == 1:
            settings.put(list_width=at)
        else:
            settings.put(beside_width=self.width() - at)
