"""Draws and edits the cells of a grid; the same editors as on a card, without their frame."""

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTextEdit,
    QWidget,
)

from ozj_desktop.errors import UserError
from ozj_desktop.model.hyphens import at_the_at, hyphenated
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Form
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import editor_for, yes_or_no
from ozj_desktop.ui.part_model import PartModel
from ozj_desktop.ui.parts.pick_edit import PickEdit
from ozj_desktop.ui.status import Status, paint_status
from ozj_desktop.ui.theme import font

ROW, EDGE = 32, 16
MOST = 1000  # characters of a cell that are shown
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_WRAP = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Cells wrap; a state is shape and word; what could not be read is red until it is mended."""

    ended = Signal(int)  # an edit, by this key; 0 by a choice
    left = Signal(bool)  # an edit by Ctrl+Tab, forwards or back: the grid is left too
    said = Signal(str)  # why what was typed could not be read, or ""

    def __init__(self, desk: Desk, model: PartModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._open: list[QWidget] = []  # the editors that the view knows
        self.closeEditor.connect(self._forget)  # before the view: it still sends what waits
        self._font = font("cell")
        self._strong = font("cell_strong")

    # Drawing

    def height(self, index: QModelIndex, width: int) -> int:
        """How high the row must be for this cell."""
        text = _shown(index)
        if len(text) < width // 12:
            return ROW
        shift = 24 if isinstance(index.data(Qt.ItemDataRole.UserRole), Status) else 0
        edge = EDGE if index.column() == 0 else 8
        face = self._strong if index.column() == 0 else self._font
        return max(ROW, wrapped_height(face, text, width - edge - 8 - shift) + 14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, rect = self._desk.colors, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # the view itself filled it already
            painter.fillRect(rect, colors["sel" if self._is_worked_in() else "surface"])
        room = rect.adjusted(EDGE if index.column() == 0 else 8, 0, -8, 0)
        status = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(status, Status):
            box = QRectF(room.x(), rect.y() + (rect.height() - 16) / 2, 16, 16)
            paint_status(painter, box, status.shape, colors)
            room.setLeft(room.left() + 22)
        painter.setFont(self._strong if index.column() == 0 else self._font)
        painter.setPen(colors[self._ink(index, status)])
        painter.drawText(QRectF(room), _shown(index), _WRAP)
        self._paint_rules(painter, rect, index)
        if self._is_current(option, index):
            painter.setPen(QPen(colors["focus"], 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _ink(self, index: Index, status: Any) -> str:
        if self._model.unread_at(index):
            return "danger_text"
        if isinstance(status, Status):
            return status.tone.word
        if self._model.record(index.row()) is None or self._model.fields[index.column()] is None:
            return "text3" if self._model.record(index.row()) is None else "text2"
        return "text"

    def _paint_rules(self, painter: QPainter, rect: QRect, index: Index) -> None:
        grid = self._desk.colors["grid"]
        if index.row() < self._model.rowCount() - 1:
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), grid)
        if self._has_more(index):
            painter.fillRect(QRect(rect.right(), rect.y(), 1, rect.height()), grid)

    def _has_more(self, index: Index) -> bool:
        """Whether a column follows that can be seen: the last one ends at the edge of the card."""
        view, after = self.parent(), range(index.column() + 1, self._model.columnCount())
        return isinstance(view, QTableView) and not all(view.isColumnHidden(n) for n in after)

    def _is_current(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view = self.parent()
        return bool(option.state & QStyle.StateFlag.State_HasFocus) and isinstance(view, QWidget)

    def _is_worked_in(self) -> bool:
        """What is chosen in a grid that nobody works in only looks so."""
        view = self.parent()
        card = view.parentWidget() if isinstance(view, QWidget) else None
        focused = card.window().focusWidget() if card else None
        return card is None or (focused is not None and card.isAncestorOf(focused))

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._model.fields[index.column()]
        assert field is not None, "what is derived has no editor"
        column = index.column()
        among = partial(self._options, column) if self._model.spec.columns[column].among else None
        # Ja and nee are typed here, and chosen from a list, as all else in a grid.
        flag = field.form is Form.FLAG
        editor: Any = yes_or_no(self._desk) if flag else editor_for(self._desk, field, among)
        if reader := self._model.reader(column):
            editor.read_with(reader)
        editor.setParent(parent)
        editor.setProperty("quiet", False)
        editor.setProperty("cell", True)
        editor.setFont(self._font)
        editor.setPlaceholderText("")
        if isinstance(editor, PickEdit):
            pick = editor
            pick.edited.connect(lambda: self._chosen(pick))
        self._open.append(editor)
        return editor  # type: ignore[no-any-return]

    def _options(self, column: int) -> list[tuple[str, str]]:
        return self._model.options(column) or []

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._forget(editor)
        super().destroyEditor(editor, index)

    def _forget(self, editor: QWidget) -> None:
        if editor in self._open:
            self._open.remove(editor)

    def setEditorData(self, editor: Any, index: Index) -> None:
        told = self._model.unread_at(index)
        editor.show_value(self._model.value(index))
        if told:
            editor.setText(told[0])
            if isinstance(editor, QLineEdit):
                editor.setModified(True)  # or leaving it would put back what is stored
        editor.selectAll()

    def setModelData(self, editor: Any, model: Any, index: Index) -> None:
        """Store what was typed; where it cannot be, the text is kept with the reason."""
        at = index.row(), index.column()
        text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        try:
            self._model.put(*at, editor.value())
            self.said.emit("")
        except UserError as error:
            self.said.emit(str(error))
            self._model.keep_unread(*at, text, Misread.of(error))
            if not isinstance(error, Misread):
                raise

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        if isinstance(editor, QTextEdit):
            rect.setHeight(max(rect.height(), editor.heightForWidth(rect.width())))
        editor.setGeometry(rect)

    def close_unused(self) -> None:
        """An editor that nobody types in any more would show what was, as after undo."""
        for editor in [*self._open]:
            used = editor.hasFocus() or (isinstance(editor, PickEdit) and editor.is_open())
            if not used and editor in self._open:
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _chosen(self, editor: PickEdit) -> None:
        """A choice ends the edit; with Enter it goes down, as in any cell.

        It is told a moment after it was made, when a key may have ended the edit already.
        """
        if editor in self._open:
            down = Qt.Key.Key_Return.value if editor.by_enter else 0
            self._done(editor)
            self.ended.emit(down)

    def _done(self, editor: QWidget) -> None:
        """Storing may close the editor by itself: a new row makes all rows anew."""
        self.commitData.emit(editor)
        if editor in self._open:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab end the edit; the table then moves. A text keeps Shift+Enter.

        Where only the list of a choice took the focus, the edit goes on.
        """
        leaves = event.type() == QEvent.Type.FocusOut
        if leaves and isinstance(watched, PickEdit) and watched.is_open():
            return False
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and event.key()
            in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and (event.key() in _TABS or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ):
            if isinstance(watched, PickEdit) and watched.is_open():
                return False
            self._done(watched)
            self._tell_end(event)
            return True
        return super().eventFilter(watched, event)

    def _tell_end(self, event: QKeyEvent) -> None:
        if event.key() in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit(event.key() == Qt.Key.Key_Tab)
        else:
            self.ended.emit(event.key())


def _shown(index: Index) -> str:
    """What a cell has room for; who edits it sees all of it."""
    text = str(index.data() or "")
    return at_the_at(hyphenated(text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"))


def wrapped_height(face: QFont, text: str, width: int) -> int:
    """How high a text is when it is broken to this width, as it will be drawn."""
    layout = QTextLayout(text.replace("\n", "\u2028"), face)
    layout.setTextOption(_WRAP)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20))
        height += line.height()
    layout.endLayout()
    return round(height)
