"""What the menu of the dossier offers that reaches further than one record: merge, and erase."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pending import commit_pending_edit

WARNING = (
    "De gegevens van {name} gaan uit het dossier, uit de geschiedenis en uit vastgelegde teksten. "
    "Dit is niet terug te draaien, en wat hiervóór is gewijzigd ook niet meer. Wat iemand elders "
    "zelf heeft opgeschreven, reservekopieën en verstuurde kopieën blijven staan."
)


class LastingActions(QObject):
    """Asks first where something cannot be undone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._dossier = window, window.desk.dossier
        window.top.wants_merge.connect(self.merge)
        window.top.wants_erase.connect(self.erase)

    def merge(self) -> None:
        """Take in what another copy of this dossier has; one step that can be undone."""
        from ozj_desktop.exchange.merging import merge_in_words

        commit_pending_edit()
        folder = str(self._dossier.path.parent)
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Samenvoegen met een kopie", folder, "OZJ-dossiers (*.ozj)"
        )
        if name:
            told = merge_in_words(self._dossier, Dossier.read(Path(name)))
            self._say("Samengevoegd", told)

    def erase(self) -> None:
        """Erase a person for real, after saying what that means."""
        from ozj_desktop.store.erase import erase

        commit_pending_edit()
        people = self._people()
        if not people:
            self._say("Gegevens wissen", "Er staan geen contactpersonen in dit dossier.")
            return
        title, ask = "Gegevens van iemand wissen", "Van wie moeten de gegevens weg?"
        chosen, sure = QInputDialog.getItem(self._window, title, ask, [*people], 0, False)
        if sure and self._is_sure(people[chosen]):
            erase(self._dossier, people[chosen])
            self._say(title, "De gegevens zijn gewist.")

    def _people(self) -> dict[str, Contact]:
        parties = {party.id: party.name for party in self._dossier.all(Party)}
        found: dict[str, Contact] = {}
        for contact in sorted(self._dossier.all(Contact), key=lambda c: sort_key(c.name)):
            name = f"{contact.name or contact.function} – {parties[contact.party]}"
            found[name if name not in found else f"{name} ({len(found) + 1})"] = contact
        return found

    def _is_sure(self, contact: Contact) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle("Gegevens van iemand wissen")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(WARNING.format(name=contact.name or contact.function or "deze persoon"))
        wipe = box.addButton("Echt wissen", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("Laat maar", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is wipe

    def _say(self, title: str, text: str) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.open()
