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


def forget(region: QWidget) -> None:
    """It shows something else: where the focus was in it says nothing any more."""
    region.setProperty("forgotten", True)


def focus_in(region: QWidget) -> None:
    """Where the focus was in it last; else what it names for it, or the first in it that takes
    the focus.
    """
    reason = Qt.FocusReason.TabFocusReason
    last, forgotten = region.focusWidget(), bool(region.property("forgotten"))
    itself = bool(region.focusPolicy() & Qt.FocusPolicy.TabFocus)
    region.setProperty("forgotten", False)
    if last is not None and last is not region and _takes(last) and not forgotten:
        last.setFocus(reason)
        return
    named = region.focusProxy()
    if itself or (named is not None and _takes(named)):
        region.setFocus(reason)
        return
    for child in region.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            child.setFocus(reason)
            return


def _takes(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
