"""An agreement that stands in no document yet: boards decide on documents."""

from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from ozj_desktop.model import versions
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.record import Id
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.text import label


class IntoDocument(Part):
    """Says so, and puts it in one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self._agreement: Any = None
        words = "Deze afspraak staat nog in geen stuk. Een bestuur beslist over een stuk."
        told = label(words, wrap=True)
        self.choose = button(desk.theme, "Zet in een stuk", "file-text", size="small")
        self._menu = QMenu(self.choose)
        self._menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self._menu)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.addWidget(_spread(told, self.choose))

    def show_record(self, record: Agreement, locked: frozenset[str]) -> None:
        self._agreement = record
        waiting = self.desk.writable and not self.desk.facts.of(Inclusion, "agreement", record.id)
        self.setVisible(waiting and bool(record.title))

    def _fill(self) -> None:
        theme, menu = self.desk.theme, self._menu
        menu.clear()
        for document in sorted(self.desk.facts.all(Document), key=lambda d: sort_key(str(d))):
            sample = Inclusion(document=document.id, agreement=Id(""))
            if not versions.locked(self.desk.facts, sample):
                name = str(document)[:60].replace("&", "&&")
                menu.addAction(icon(theme, "file-text"), name, _putting(self, document))
        menu.addAction(icon(theme, "plus"), "Nieuw stuk", self._begin)

    def put_in(self, document: Document, *, new: bool = False) -> None:
        """At the end of this document; with `new` the document is made along with it."""
        place = last_place(self.desk.dossier, Inclusion, document=document.id)
        inclusion = Inclusion(document=document.id, agreement=self._agreement.id, **place)
        with self.desk.step("chosen"):
            self.desk.dossier.save(*([document] if new else []), inclusion)

    def _begin(self) -> None:
        document = Document()
        self.put_in(document, new=True)
        self.desk.go(document.id)


def _putting(part: IntoDocument, document: Document) -> Any:
    return lambda: part.put_in(document)


def _spread(told: QWidget, choose: QWidget) -> QWidget:
    """The words at the left, what can be done at the right."""
    row = row_of(told, choose, gap=16, top=0, stretch=False)
    row.layout().setStretch(0, 1)  # type: ignore[union-attr]
    return row
