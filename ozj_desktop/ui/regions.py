"""Moving between the regions of a window with F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def to_next_region(regions: Sequence[QWidget], focused: QWidget | None, step: int) -> None:
    """From the region that has the focus to the one after it, round and round."""
    shown = [region for region in regions if region.isVisible()]
    here = [n for n, region in enumerate(shown) if _holds(region, focused)]
    if shown:
        focus_in(shown[((here or [-1])[-1] + step) % len(shown)])


def _holds(region: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (region is focused or region.isAncestorOf(focused))


def focus_in(region: QWidget) -> None:
    """Where the focus was in it last; else the region itself, what it names for it, or the first
    in it that takes the focus.
    """
    reason = Qt.FocusReason.TabFocusReason
    last = region.focusWidget()
    if last is not None and last is not region and last.isVisible() and last.isEnabled():
        last.setFocus(reason)
        return
    if region.focusProxy() or region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        region.setFocus(reason)
        return
    for child in region.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            child.setFocus(reason)
            return
