"""The agreements in a document, in their order."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model import assent, versions
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.record import Id
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.pages.agreements_list import state
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.pick_edit import New, Option, PickEdit
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.reading import Misread


class Place(QWidget):
    """A row that goes to the agreement; drawn anew when the agreement changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: Line | None = None
        self._row: LineRow | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    def show_line(self, line: Line, today: date) -> None:
        if line == self._line:
            return
        self._line = line
        if self._row:
            self._row.hide()
            self._row.deleteLater()
        self._row = LineRow(self._desk.theme, line, today)
        self._row.clicked.connect(lambda: self._desk.go(line.id))
        self._stack.addWidget(self._row)


class Inclusions(Part):
    """Add by typing, take away, and reorder; none of it while the text lies fast."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Afspraken in dit stuk")
        self._document: Any = None
        self._count = label("", "meta")
        self.head.insertWidget(1, self._count)
        self._list = Ordered(desk, self._inner, self._fill, self._name, gone="chosen")
        self._none = label("", "soft", wrap=True)
        self._pick = PickEdit(
            desk.theme, self._left, lambda id: desk.names.of(Agreement, id), new="nieuwe afspraak"
        )
        self._pick.setProperty("quiet", False)
        self._pick.setProperty("newrow", True)
        self._pick.setPlaceholderText("Zet er een afspraak bij: typ een woord uit de titel")
        self._pick.setAccessibleName("Zet er een afspraak bij")
        self._pick.edited.connect(self._add)
        self.body.setSpacing(4)
        for part in (self._none, self._list, self._pick):
            self.body.addWidget(part)

    def show_record(self, record: Document, locked: frozenset[str]) -> None:
        self._document = record
        sample = Inclusion(document=record.id, agreement=Id(""))
        fast = versions.locked(self.desk.facts, sample) or not self.desk.writable
        places: Sequence[Inclusion] = in_order(self.desk.facts.of(Inclusion, "document", record.id))
        self._decided = assent.decisions(self.desk.facts)
        self._list.show_records(places, locked=fast)
        self._count.setText(str(len(places) or ""))
        where = "" if fast else " Kies ze hieronder; de volgorde bepaalt u met de pijlen."
        self._none.setText(f"Er staan nog geen afspraken in dit stuk.{where}")
        self._none.setVisible(not places)
        self._pick.setVisible(not fast)

    def _inner(self, _: Inclusion) -> QWidget:
        return Place(self.desk)

    def _fill(self, inner: QWidget, place: Inclusion) -> None:
        assert isinstance(inner, Place)
        found = self.desk.get(Agreement, place.agreement)
        if isinstance(found, Agreement):
            decision = self._decided.get(found.id, Decision.DRAFT)
            shown = state(decision, found.progress)
            inner.show_line(Line(found.id, str(found), found.what, shown), self.desk.today)

    def _name(self, place: Inclusion) -> str:
        return self.desk.names.of(Agreement, place.agreement)

    def _left(self) -> list[Option]:
        """The agreements that are not in it yet."""
        places = self.desk.facts.of(Inclusion, "document", self._document.id)
        taken = {place.agreement for place in places}
        names = self.desk.names.all(Agreement).items()
        left = [Option(id, name) for id, name in names if id not in taken]
        return sorted(left, key=lambda option: sort_key(option.words))

    def _add(self) -> None:
        try:
            chosen = self._pick.value()
        except Misread:
            return
        self._pick.show_value(None)
        if chosen is None or self._document is None:
            return
        new = Agreement(title=chosen.text) if isinstance(chosen, New) else None
        id = new.id if new else chosen
        place = last_place(self.desk.dossier, Inclusion, document=self._document.id)
        with self.desk.step("chosen"):
            self.desk.dossier.save(*([new] if new else []))
            self.desk.dossier.save(Inclusion(document=self._document.id, agreement=id, **place))
        self._pick.setFocus()
