"""Beside the list, once more than one thing is chosen: the panel for all of them together."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from ozj_desktop.ui import list_acts
from ozj_desktop.ui.bulk import BulkPanel

if TYPE_CHECKING:
    from ozj_desktop.ui.record_page import RecordPage


class Several(QObject):
    """Made when it is first needed; shown when the keys rest, for with Shift the choice grows."""

    def __init__(
        self, page: "RecordPage", beside: QStackedWidget, back: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page, self._beside, self._back = page, beside, back
        self.panel: BulkPanel | None = None
        self._narrow = False

    def ask(self) -> None:
        """Show what the chosen things share, after what is happening now."""
        if self.panel is None:
            self.panel = self._made()
        QTimer.singleShot(0, self, self._show)

    def point_at(self, field: str) -> None:
        """Show it, with the caret in this field."""
        self.ask()
        assert self.panel is not None
        QTimer.singleShot(0, self, partial(self.panel.reveal, field))

    def _made(self) -> BulkPanel:
        page, spec = self._page, self._page.spec
        panel = BulkPanel(page.desk, spec.kind, spec.bulk, copies=bool(spec.copies))
        panel.to_list.connect(self._back)
        panel.unwanted.connect(partial(list_acts.delete, page))
        panel.copied.connect(partial(list_acts.copy, page))
        panel.show_back(self._narrow)
        self._beside.addWidget(panel)
        return panel

    def be_narrow(self, narrow: bool) -> None:
        """Whether the panel stands alone, with a way back to the list."""
        self._narrow = narrow
        if self.panel:
            self.panel.show_back(narrow)

    def _show(self) -> None:
        page, ids = self._page, self._page.list.chosen_several()
        if page.window().isHidden():  # closed by now
            return
        if ids and self.panel and page.panel() is None:
            rows = [row for id in ids if (row := page.list.model.row(id))]
            self.panel.show_things({r.id: r.title for r in rows}, (r.status for r in rows))
            self._beside.setCurrentWidget(self.panel)

    def shown(self) -> BulkPanel | None:
        """The panel, while it is in sight beside the list."""
        return self.panel if self._beside.currentWidget() is self.panel else None
