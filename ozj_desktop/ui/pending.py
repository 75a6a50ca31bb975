"""What was typed but not yet stored is stored before any command: a shortcut moves no focus."""

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def edits_committed() -> Iterator[None]:
    """The field in use lets go while the command runs, so that it may show what changed."""
    focused = QApplication.focusWidget()
    back: QWidget | None = focused
    if focused is not None:
        if focused.property("cell"):  # an editor in a grid is gone after this
            back = focused.parentWidget().parentWidget()  # type: ignore[union-attr]
        focused.clearFocus()
    try:
        yield
    finally:
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)


def commit_pending_edit() -> None:
    with edits_committed():
        pass


def leave_fields() -> None:
    """Store what was typed, for good: nothing has the focus after this."""
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
