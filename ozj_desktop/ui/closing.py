"""What is done before a window closes; and when it does not close yet."""

import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING

from ozj_desktop.ui import geometry
from ozj_desktop.ui.last_time import keep_last_time
from ozj_desktop.ui.pending import leave_fields

if TYPE_CHECKING:
    from ozj_desktop.ui.main_window import MainWindow


def can_close(window: "MainWindow") -> bool:
    """Store what was typed last. Where that cannot be it is told why, and the text is there still:
    who closes the window once more does without.
    """
    return _could_store() and not _asks_to_mend(window)


def _asks_to_mend(window: "MainWindow") -> bool:
    """Go to what stands in red; once, for who closes again lets it go."""
    words = window.desk.unread.words()
    if not words or window.desk.unread.let_go == words:
        return False
    window.desk.unread.let_go = words
    window.unread.warn()
    window.unread.go()
    return True


def _could_store() -> bool:
    failed: list[BaseException] = []
    sort = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        failed.append(error)
        sort(kind, error, trace)

    sys.excepthook = note
    try:
        leave_fields()
    finally:
        sys.excepthook = sort
    return not failed


def close(window: "MainWindow") -> None:
    """Stop what is at work, keep a copy, and let go of the file."""
    from ozj_desktop.ui.reserve_copies import keep_reserve

    desk = window.desk
    window.files.stop_all()
    geometry.keep(window)
    desk.dossier.settle()
    try:
        keep_reserve(desk)
        keep_last_time(desk.dossier, datetime.now(UTC).isoformat())
    except Exception as error:  # no room for a copy; raised in here it would go on through Qt
        sys.excepthook(type(error), error, error.__traceback__)
    window.attention.stop()
    window.stack.stop()
    desk.dossier.on_change.clear()
    desk.dossier.close()
