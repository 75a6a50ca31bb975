"""Tab goes as the eye does. Qt goes in the order in which widgets were made, and many are made
when they are first needed.
"""

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def by_sight(widget: QWidget) -> Iterator[QWidget]:
    """What in it takes the focus by Tab: row by row, and within a row from left to right."""
    if takes_tab(widget):
        yield widget
    children = (c for c in widget.children() if isinstance(c, QWidget))
    shown = [c for c in children if not c.isWindow() and not c.isHidden()]
    for child in sorted(shown, key=cmp_to_key(_compare)):
        yield from by_sight(child)


def takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _compare(one: QWidget, other: QWidget) -> int:
    """Beside each other is what shares most of its height."""
    a, b = one.geometry(), other.geometry()
    shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
    if 2 * shared > min(a.height(), b.height()):
        return a.left() - b.left()
    return a.top() - b.top()


class BySight(QWidget):
    """Within it Tab goes from `first` on as the eye does, and from its end to what is beside it."""

    first: QWidget

    def comes_late(self, widget: QWidget) -> bool:
        """Whether it comes after all that is filled in, wherever it stands."""
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        found = [widget for widget in by_sight(self) if widget is not self.first]
        late = [widget for widget in found if self.comes_late(widget)]
        places = [self.first, *(widget for widget in found if widget not in late), *late]
        focused = self.window().focusWidget()
        if focused not in places:
            return super().focusNextPrevChild(forward)
        place = places.index(focused) + (1 if forward else -1)
        next_ = places[place] if 0 <= place < len(places) else self._outside(forward=forward)
        ways = Qt.FocusReason
        next_.setFocus(ways.TabFocusReason if forward else ways.BacktabFocusReason)
        return True

    def _outside(self, *, forward: bool) -> QWidget:
        """What comes before or after all of it: as Qt has it, from where it begins."""
        found: QWidget | None = self.first
        while True:
            found = found and (
                found.nextInFocusChain() if forward else found.previousInFocusChain()
            )
            if found is None or found is self.first:
                return self.first
            if takes_tab(found) and found.isVisible() and not self.isAncestorOf(found):
                return found
