"""For several agreements at once: put a party in them, or put them in a document."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ozj_desktop.model import versions, words
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Id, Record, field_of
from ozj_desktop.ui.bulk import BulkCard
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import editor_for
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.pick_edit import New, Option, PickEdit
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.record_form import made_real

THERE = "die partij staat er al in"
IN_IT = "ze staan er al in"


def frozen(desk: Desk, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    return versions.frozen_among(desk.facts, ids)


def why(desk: Desk, id: str) -> str:
    """In which document the text of an agreement lies fast."""
    return versions.fast_in(desk.facts, Id(id))


class Joining(BulkCard):
    """A party with a role in all of them; where it is already, it keeps its role."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Een partij erbij")
        self.party: Any = editor_for(desk, field_of(Contribution, "party"))
        self.role: Any = editor_for(desk, field_of(Contribution, "role"))
        self.role.show_value(Role.PARTNER)
        for edit, name in ((self.party, "Partij voor alle gekozen"), (self.role, "Rol")):
            edit.setProperty("quiet", False)
            edit.setAccessibleName(name)
        self.party.setPlaceholderText("Kies een partij")
        self.add = button(desk.theme, "Zet erbij", "plus", do=self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.party, 3)
        row.addWidget(label("als", "meta"))
        row.addWidget(self.role, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)

    def _add(self) -> None:
        try:
            chosen, role = self.party.value(), self.role.value()
        except Misread:
            self.party.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not chosen:
            self.party.setFocus(Qt.FocusReason.OtherFocusReason)
            self.party.open()
            return
        party, made = made_real(self.desk, field_of(Contribution, "party"), chosen)
        self._join(party, role, made)
        self.party.show_value(None)

    def _join(self, party: str, role: Role, made: list[Record]) -> None:
        taken = {c for (c,) in self.desk.dossier.pick(Contribution, "agreement", party=party)}
        fast = frozen(self.desk, self.things)
        left, new = [], []
        for id, name in self.things.items():
            if id in taken:
                left.append((name, THERE))
            elif id in fast:
                left.append((name, why(self.desk, id)))
            else:
                new.append(Contribution(agreement=Id(id), party=Id(party), role=role))
        if new:
            with self.desk.step(words.changed(Agreement, len(new))):
                self.desk.dossier.save(*made, *new)
        self.report(len(new), left)


class Including(BulkCard):
    """In a document, after what is in it; a document whose text lies fast takes none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "In een stuk zetten")
        self.pick = PickEdit(
            desk.theme, self._open, lambda id: desk.names.of(Document, id), new="nieuw stuk"
        )
        self.pick.setProperty("quiet", False)
        self.pick.setPlaceholderText("Kies een stuk, of typ de naam van een nieuw stuk")
        self.pick.setAccessibleName("Stuk voor alle gekozen")
        self.pick.edited.connect(self._include)
        self.body.addWidget(self.pick)

    def _open(self) -> list[Option]:
        """The documents that may still change."""
        found = []
        for document in self.desk.facts.all(Document):
            sample = Inclusion(document=document.id, agreement=Id(""))
            if not versions.locked(self.desk.facts, sample):
                found.append(Option(document.id, str(document)))
        return found

    def _include(self) -> None:
        try:
            chosen = self.pick.value()
        except Misread:
            return
        self.pick.show_value(None)
        if chosen is None:
            return
        new = [Document(name=chosen.text)] if isinstance(chosen, New) else []
        document = new[0].id if new else chosen
        dossier = self.desk.dossier
        inside = {a for (a,) in dossier.pick(Inclusion, "agreement", document=document)}
        other = [id for id in self.things if id not in inside]
        first = last_place(dossier, Inclusion, document=document)["position"]
        places = [
            Inclusion(document=document, agreement=Id(id), position=first + n)
            for n, id in enumerate(other)
        ]
        if places:
            with self.desk.step("chosen"):
                dossier.save(*new, *places)
        self.report(len(other), [(self.things[id], IN_IT) for id in inside if id in self.things])
