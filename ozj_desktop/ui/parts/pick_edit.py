"""Choosing from a list by typing a part of it; what is not in the list can be made at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QListView

from ozj_desktop.model.dutch import bare, sort_key
from ozj_desktop.model.reading import Misread, read_choice
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.theme import Theme

MOST_SHOWN = 200
PHRASE = 3  # words that say more than where to look
MOST_IN_SIGHT = 10
BESIDE = 48  # pixels: the scroll bar and the air around the words
WIDEST = 420
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Option:
    """One row of the list: what is stored, what is read, a shape before it, and the other words
    that people use for it.
    """

    key: Any
    words: str
    picture: QIcon | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class New:
    """The row that makes a thing with the text that was typed."""

    text: str


class _Rows(QAbstractListModel):
    """The options that hold what was typed; those that start with it come first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Option] = []

    def show_rows(self, rows: list[Option]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.rows[index.row()].words
            case Qt.ItemDataRole.DecorationRole:
                return self.rows[index.row()].picture
        return None


def matching(options: Sequence[Option], typed: str) -> list[Option]:
    """Options in which every word typed occurs; those that begin so come first, and before all
    what is another word for it. What only looks like such a word comes last.
    """
    wanted = sort_key(typed).split()
    if not wanted:
        return [*options][:MOST_SHOWN]
    keyed = [(sort_key(option.words), option) for option in options]
    found = [pair for pair in keyed if all(word in pair[0] for word in wanted)]
    meant = bare(typed)
    found.sort(key=lambda pair: (meant not in pair[1].also, not pair[0].startswith(wanted[0])))
    there = [option for _, option in found]
    other = [o for o in options if o not in there and any(meant in word for word in o.also)]
    whole = [o for o in other if meant in o.also]
    other = [o for o in other if o not in whole and len(meant) > 2]
    return [*whole, *there, *other][:MOST_SHOWN]


class PickEdit(Line):
    """A line with a list below it. `options` is asked anew whenever the list opens.

    Where these are names, `ask` is how is asked which one is meant.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Callable[[], Sequence[Option]],
        words: Callable[[Any], str],
        *,
        optional: bool = True,
        new: str = "",
        ask: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._options, self._optional, self._new = theme, options, optional, new
        self._words, self._ask = words, ask
        self._value: Any = None
        self._shown = ""
        self._rows = _Rows(self)
        self._completer: QCompleter | None = None
        self.by_enter = False
        self._popup: QListView | None = None
        self.setProperty("quiet", True)
        action = QAction(icon(theme, "chevron-down"), "Toon de lijst", self)
        action.triggered.connect(self.open)
        self.add_button(action)
        self.textEdited.connect(self._filter)
        self.editingFinished.connect(self._finish)

    def value(self) -> Any:
        """A key, or `New`. Raise Misread where the text is none of the options."""
        typed = self.text().strip()
        if typed == self._shown:
            return self._value
        if not typed and not self._optional:
            raise Misread("Kies er één uit de lijst.")
        options = {str(n): option for n, option in enumerate(self._options())}
        also = {word: n for n, option in options.items() for word in option.also}
        named = [(n, option.words) for n, option in options.items()]
        found = read_choice(typed, named, also, ask=self._ask)
        return options[found].key if found else None

    def show_value(self, value: Any) -> None:
        self._show_as(value, "" if value is None else self._words(value))

    def _show_as(self, value: Any, words: str) -> None:
        self._value, self._shown = value, words.strip()
        self.setText(self._shown)
        self.setCursorPosition(0)

    def in_use(self) -> bool:
        return self.hasFocus() or self.is_open()

    def set_locked(self, locked: bool) -> None:
        self.setReadOnly(locked)

    # The list

    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def open(self) -> None:
        """Show all options, whatever is in the line."""
        self._fill("")

    def _filter(self, text: str) -> None:
        self._fill(text)

    def _fill(self, typed: str) -> None:
        if self.isReadOnly():
            return
        rows = matching(self._options(), typed)
        if typed.strip() and self._new and not _has(rows, typed):
            words = f"{self._new} ‘{typed.strip()}’"
            rows.append(Option(New(typed.strip()), words, icon(self._theme, "plus")))
        if self._optional and self._value is not None and not typed:
            rows.append(Option(None, "leeg maken", icon(self._theme, "x")))
        self._rows.show_rows(rows)
        completer = self._completer or self._make_completer()
        if rows:
            completer.complete(self._place())
            self._fit()
            if typed and self._popup:  # Enter takes the best
                self._popup.setCurrentIndex(self._rows.index(_best(rows, typed), 0))
        elif self._popup:
            self._popup.hide()

    def _place(self) -> QRect:
        """Below the line, and as wide as the words need: a cell of a grid may be narrow."""
        wide = self._popup.sizeHintForColumn(0) + BESIDE if self._popup else 0
        return QRect(0, 0, max(self.width(), min(wide, WIDEST)), self.height())

    def _fit(self) -> None:
        """Room for every row: Qt reckons without the padding of the style sheet."""
        popup = self._popup
        assert popup is not None
        rows = popup.sizeHintForRow(0) * min(len(self._rows.rows), MOST_IN_SIGHT)
        more = rows - popup.viewport().height()
        above = popup.y() < self.mapToGlobal(QPoint(0, 0)).y()
        up, down = (more, 0) if above else (0, more)
        popup.setGeometry(popup.geometry().adjusted(0, -up, 0, down))

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._rows, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        completer.setMaxVisibleItems(MOST_IN_SIGHT)
        popup = QListView()
        popup.setProperty("popup", True)
        popup.setAccessibleName("Keuzen")
        popup.setIconSize(QSize(16, 16))
        completer.setPopup(popup)
        popup.setMouseTracking(True)
        popup.ensurePolished()  # else it measures its rows without the style sheet
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        popup.installEventFilter(self)
        self._completer, self._popup = completer, popup
        return completer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether a choice was made with Enter: then a grid goes down, as with any cell."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.by_enter = False
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.by_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return super().eventFilter(watched, event)

    def _activated(self, index: QModelIndex) -> None:
        row = index.row()
        if 0 <= row < len(self._rows.rows):
            self.take(self._rows.rows[row])

    def take(self, option: Option) -> None:
        """Choose an option, as a click on it does."""
        self._mark(option)
        QTimer.singleShot(0, self, self._tell)

    def _mark(self, option: Option) -> None:
        words = option.key.text if isinstance(option.key, New) else option.words
        self._show_as(option.key, "" if option.key is None else words)

    def _tell(self) -> None:
        self.edited.emit()

    def _close(self) -> None:
        """Take what is marked in the list, as Enter does."""
        assert self._popup is not None
        row = self._popup.currentIndex().row()
        self._popup.hide()
        if 0 <= row < len(self._rows.rows):
            self._mark(self._rows.rows[row])
            self.edited.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab ends choosing first; whatever has the focus by then hears the key."""
        if not self.is_open():
            return super().focusNextPrevChild(forward)
        self._close()
        key = Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(QApplication.focusWidget() or self, pressed)
        return True

    def _finish(self) -> None:
        if self.is_open() or self.text().strip() == self._shown:
            return
        try:
            value = self.value()
        except Misread:
            pass
        else:
            self.show_value(value)
        self.edited.emit()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.is_open():
            self.open()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.edited.emit()
        else:
            changed = self.text().strip() != self._shown
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not changed:
                self.focusNextChild()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.is_open():
            self.selectAll()
            self.open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()


def _best(rows: Sequence[Option], typed: str) -> int:
    """The first; but a phrase of one's own stands as it was typed, unless an option begins so."""
    new = next((n for n, row in enumerate(rows) if isinstance(row.key, New)), 0)
    begins = sort_key(rows[0].words).startswith(sort_key(typed.strip()))
    phrase = len(typed.split()) >= PHRASE and bare(typed) not in rows[0].also
    return new if phrase and not begins else 0


def _has(rows: Sequence[Option], typed: str) -> bool:
    wanted = sort_key(typed).strip()
    return any(sort_key(option.words) == wanted for option in rows)
