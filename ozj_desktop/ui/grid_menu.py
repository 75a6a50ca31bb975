"""The menu of a grid or a list: what can be done with what is chosen, with the keys for it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from ozj_desktop.ui.list_view import ListView
    from ozj_desktop.ui.part_table import PartTable


class Act(NamedTuple):
    """Words, the keys that do the same, what it does; grey where it cannot be done now."""

    words: str
    keys: str
    do: Callable[[], object]
    can: bool = True


def asks_menu(event: QKeyEvent) -> bool:
    """The key for it; not every system makes a request for a menu of it."""
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (shifted and event.key() == Qt.Key.Key_F10)


def grid_acts(table: "PartTable") -> list[Act | None]:
    """None is a line between them."""
    parts, chosen = table.parts, table.selected()
    row = table.currentIndex().row()
    filled = any(parts.record(index.row()) for index in chosen)
    may = any(index.flags() & Qt.ItemFlag.ItemIsEditable for index in chosen)
    above = may and filled and chosen[-1].row() > 0
    red = any(parts.unread_at(index) for index in chosen)
    own = parts.has_blank() and (parts.record(row) is not None or bool(parts.red_in(row)))
    acts: list[Act | None] = [
        Act("Kopiëren", "Ctrl+C", table.copy, bool(chosen)),
        Act("Knippen", "Ctrl+X", table.cut, may and filled),
        Act("Plakken", "Ctrl+V", table.paste, may),
        Act("Doorvullen", "Ctrl+D", table.fill_down, above),
        Act("Leegmaken", "Delete", table.clear_cells, (may and filled) or red),
    ]
    if parts.has_order():
        up, down = parts.record(row - 1), parts.record(row + 1)
        acts += [
            None,
            Act("Regel naar boven", "Alt+↑", lambda: table.shift_row(-1), bool(own and up)),
            Act("Regel naar beneden", "Alt+↓", lambda: table.shift_row(1), bool(own and down)),
        ]
    if parts.has_blank():
        acts += [None, Act("Regel weghalen", "Ctrl+-", table.remove_rows, own)]
    return acts


def action(view: QWidget, words: str, keys: QKeySequence.StandardKey | str) -> QAction:
    """One that has its keys wherever the focus is in `view`."""
    made = QAction(words, view)
    made.setShortcut(QKeySequence(keys))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return made


def list_acts(
    view: "ListView", extra: Sequence[Act], actions: Sequence[QAction]
) -> list[Act | None]:
    """Of the chosen rows of a list; `actions` have keys of their own."""
    acts: list[Act | None] = [Act("Kopiëren als tabel", "Ctrl+C", view.copy), *extra]
    if view.can_shift():
        one = len(view.selectionModel().selectedRows()) == 1
        acts += [
            None,
            Act("Naar boven", "Alt+↑", lambda: view.shifted.emit(-1), one),
            Act("Naar beneden", "Alt+↓", lambda: view.shifted.emit(1), one),
        ]
    shown = [action for action in actions if action.isVisible()]
    return [
        *acts,
        None,
        *(Act(a.text(), keys_of(a), a.trigger, a.isEnabled()) for a in shown),
    ]


def keys_of(action: QAction) -> str:
    """As they stand in every menu: Qt shortens Delete."""
    told = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return "Delete" if told == "Del" else told


def pop_up(owner: QWidget, acts: Sequence[Act | None], at: QPoint) -> QMenu:
    """Show them; the menu goes when it is closed."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act in acts:
        if act is None:
            menu.addSeparator()
            continue
        made = QAction(f"{act.words}\t{act.keys}" if act.keys else act.words, menu)
        made.setEnabled(act.can)
        made.triggered.connect(lambda _=False, do=act.do: do())
        menu.addAction(made)
    menu.popup(at)
    return menu
