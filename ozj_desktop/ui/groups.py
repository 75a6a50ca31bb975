"""Ctrl+Enter goes on to the next card of a record, wherever in this one the caret is."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.tab_order import by_sight

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def walk_groups(page: QWidget, groups: Callable[[], Sequence[QWidget]]) -> None:
    """Give a page these keys; with Shift they go back."""
    for keys, step in (("Return", 1), ("Enter", 1), ("Shift+Return", -1), ("Shift+Enter", -1)):
        made = QShortcut(QKeySequence(f"Ctrl+{keys}"), page, context=WITHIN)
        made.activated.connect(partial(_go_on, page, groups, step))


def _go_on(page: QWidget, groups: Callable[[], Sequence[QWidget]], step: int) -> None:
    commit_pending_edit()
    focused = page.window().focusWidget()
    shown = [(group, first) for group in groups() if (first := _first(group)) is not None]
    here = [n for n, (group, _) in enumerate(shown) if _holds(group, focused)]
    if shown:
        group, first = shown[((here[-1] if here else -1) + step) % len(shown)]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        show_within(group, group.rect())


def _holds(group: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (group is focused or group.isAncestorOf(focused))


def _first(group: QWidget) -> QWidget | None:
    """What in a group takes the focus first; None where there is nothing in sight that does."""
    if not group.isVisible():
        return None
    if (named := group.focusProxy()) is not None:
        return named
    return next(by_sight(group), None)
