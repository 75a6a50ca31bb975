"""Two layouts that Qt does not have: chips that flow, and fields in one or two columns."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Items(QLayout):
    """Keeps the items; what is hidden takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _place(self, rect: QRect, *, move: bool) -> int:
        raise NotImplementedError


class FlowLayout(_Items):
    """From left to right, and on to the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), rect.width()) if rect.width() > 0 else hint.width()
            if line and x + width > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self._gap
            line = max(line, hint.height())
        return y + line - rect.y()


class FieldsLayout(_Items):
    """Wide items over the whole width, others side by side where two columns fit."""

    def __init__(
        self, parent: QWidget | None = None, gaps: QSize | None = None, column: int = 250
    ) -> None:
        """`column` is the least width of one of two columns."""
        super().__init__(parent)
        self._gaps, self._column = gaps or QSize(24, 8), column
        self._wide: set[QWidget] = set()

    def insert(self, place: int, widget: QWidget, *, wide: bool) -> None:
        if wide:
            self._wide.add(widget)
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for n, row in enumerate(self._rows(rect.width())):
            y += self._gaps.height() if n else 0
            y += self._place_row(row, QPoint(rect.x(), y), rect.width(), move=move)
        return y - rect.y()

    def _takes_two(self, width: int) -> bool:
        return width >= 2 * self._column + self._gaps.width()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        two = self._takes_two(width)
        rows: list[list[QLayoutItem]] = []
        open_row = False
        for item in self._shown():
            wide = not two or item.widget() in self._wide
            if open_row and not wide:
                rows[-1].append(item)
                open_row = False
            else:
                rows.append([item])
                open_row = not wide
        return rows

    def _place_row(self, row: list[QLayoutItem], at: QPoint, width: int, *, move: bool) -> int:
        two = self._takes_two(width)
        alone = len(row) == 1 and (not two or row[0].widget() in self._wide)
        each = width if alone else (width - self._gaps.width()) // 2
        heights = [_height(item, each) for item in row]
        for n, item in enumerate(row):
            if move:
                x = at.x() + n * (each + self._gaps.width())
                item.setGeometry(QRect(x, at.y(), each, heights[n]))
        return max(heights)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
