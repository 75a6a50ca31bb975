"""Of thousands of rows the words for the filter are read bit by bit, while nobody types."""

from PySide6.QtCore import QTimer

from ozj_desktop.ui.list_model import ListModel
from ozj_desktop.ui.page import Page

WAIT = 400  # milliseconds after the rows are shown
AT_ONCE = 150  # rows read between two events
MANY = 500  # rows of which it is worth doing


class Warming(QTimer):
    """Begun when there are rows and they are in sight; it ends by itself."""

    def __init__(self, model: ListModel, page: Page) -> None:
        super().__init__(page)
        self._model, self._page = model, page
        self.timeout.connect(self._advance)

    def begin(self) -> None:
        if self._page.isVisible() and self._model.total() > MANY:
            self.start(WAIT)

    def _advance(self) -> None:
        if self._page.desk.dossier.in_step:  # what is read now is not what it will be
            self.setInterval(WAIT)
            return
        if self._page.isVisible() and self._model.warm(AT_ONCE):
            self.setInterval(0)
        else:
            self.stop()
