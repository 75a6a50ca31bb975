"""Looking for waste, as Python does by itself: but always on the thread of the window.

Left alone Python looks wherever something is made, so also on the thread of a job. What it finds
there of the window is taken down there, while the window is at work: that ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 200  # milliseconds: what a job makes in a whole second takes too long to look at at once
QUIET = 5  # times in a row at which hardly anything was made


class Gathering(QObject):
    """From here on waste is looked for between two events of the window, and at no other moment.

    While much is made, as by a job, only among the newest; among all of it in a quiet second.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._quiet = QUIET  # from then on all of it was looked at
        timer = QTimer(self)
        timer.setInterval(PAUSE)
        timer.timeout.connect(self._gather)
        timer.start()

    def _gather(self) -> None:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)
            self._quiet = 0
        elif self._quiet < QUIET:
            self._quiet += 1
            if self._quiet == QUIET:
                gc.collect()
