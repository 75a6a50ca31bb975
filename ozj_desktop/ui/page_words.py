"""What can be read on a page: for telling which of its words need an explanation."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

LONGEST = 20_000  # characters of one field


def text_of(page: QWidget) -> str:
    """All of it, what is out of sight below too; of a long list the rows in sight."""
    return "\n".join(words for child in page.findChildren(QWidget) for words in _words(child))


def _words(widget: QWidget) -> Iterator[str]:
    if not widget.isVisible():
        return
    match widget:
        case QTextEdit():
            yield widget.toPlainText()[:LONGEST]
        case QLabel() | QLineEdit():
            yield widget.text()[:LONGEST]
        case QAbstractButton():
            yield widget.text() or widget.accessibleName()
        case QAbstractItemView():
            yield from _rows(widget)
        case _:
            yield widget.accessibleName()


def _rows(view: QAbstractItemView) -> Iterator[str]:
    """From the first row in sight to the last."""
    model, seen = view.model(), view.viewport().rect()
    first, last = view.indexAt(seen.topLeft()).row(), view.indexAt(seen.bottomLeft()).row()
    for row in range(max(first, 0), (last if last >= 0 else model.rowCount() - 1) + 1):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            heard = index.data(Qt.ItemDataRole.AccessibleTextRole)  # of a row of two lines, both
            yield str(heard or index.data() or "")
