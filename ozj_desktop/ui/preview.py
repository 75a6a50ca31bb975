"""Puts the preview of a document beside the records of a page, with its button and keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ozj_desktop import settings
from ozj_desktop.model.documents import Document
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.tools import Tools

if TYPE_CHECKING:
    from ozj_desktop.ui.parts.preview import Preview

KEYS, PRINT = "Ctrl+Shift+P", "Ctrl+P"


class PreviewBeside(QObject):
    """Made when it is first asked for. Whether it was open is remembered, by `remembers`."""

    def __init__(
        self, page: RecordPage, tools: Tools, paper: Callable[[str], str], remembers: str = ""
    ) -> None:
        """`paper` gives the id of the document for a record; "" for all agreements."""
        super().__init__(page)
        self._page, self._files, self._paper, self._remembers = page, tools.files, paper, remembers
        self._panel: Preview | None = None
        theme = page.desk.theme
        self.button = give(button(theme, "Voorbeeld", "eye", size="small", do=self.toggle), "X")
        self.button.setCheckable(True)
        self.button.setProperty("toggle", True)
        self.button.setToolTip(f"De pagina’s zoals u ze deelt ({KEYS})")
        page.header.actions_row.addWidget(self.button)
        for keys, do in ((KEYS, self.toggle), (PRINT, self.print)):
            QShortcut(QKeySequence(keys), page).activated.connect(do)
        page.seen.connect(self._show)
        page.columns.arranged.connect(self._arranged)
        self._opens = bool(remembers and settings.get(remembers, False))

    @property
    def panel(self) -> "Preview":
        """The panel, beside the records from now on."""
        from ozj_desktop.ui.parts.preview import Preview  # not for the first paint

        if self._panel is None:
            self._panel = Preview(self._page.desk, self._files)
            self._panel.closed.connect(self._closed)
            self._page.columns.put_beside(self._panel)
        return self._panel

    def is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def toggle(self) -> None:
        self.close() if self.is_open() else self.open()

    def open(self) -> None:
        commit_pending_edit()
        self._show_of(self._page.list.current())
        focused, columns = self._page.window().focusWidget(), self._page.columns
        if focused is not None and columns.left.isAncestorOf(focused):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)  # the list may have to go
        self.panel.show()
        if columns.tight:
            self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arranged()
        self._keep()

    def close(self) -> None:
        self.panel.close_panel()

    def print(self) -> None:
        """Show what will be printed, and ask on which printer."""
        self.open()
        self.panel.print.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, id: str) -> None:
        if self._opens:  # as it was left, once there is something to show
            self._opens = False
            self.open()
        elif self.is_open() and self._panel:
            self._show_of(id)

    def _show_of(self, id: str) -> None:
        """Its document, from the page where it stands itself."""
        kind, desk = self._page.spec.kind, self._page.desk
        self.panel.begin_at("" if kind is Document else desk.names.of(kind, id))
        self.panel.show_document(self._paper(id))

    def _closed(self) -> None:
        self._arranged()
        self._keep()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arranged(self) -> None:
        self.button.setChecked(self.is_open())
        if self._panel is not None:
            self._panel.show_way_back(self._page.columns.tight)

    def _keep(self) -> None:
        if self._remembers:
            settings.put(**{self._remembers: self.is_open()})
