"""Looking for waste, as Python does by itself: but always on the thread of the window.

Left alone Python looks wherever something is made, so also on the thread of a job. What it finds
there of the window is taken down there, while the window is at work: that ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000  # milliseconds


class Gathering(QObject):
    """From here on waste is looked for between two events of the window, and at no other moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(PAUSE)
        timer.timeout.connect(gather)
        timer.start()


def gather() -> None:
    """Once enough was made for it; what was there at the start is frozen and is not looked at."""
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect()
