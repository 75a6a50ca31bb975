"""What the menu of the dossier offers that reaches further than one record: merge, and erase."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.file_dialog import choose
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.messages import choose_one, message, shortened
from ozj_desktop.ui.pending import commit_pending_edit
from ozj_desktop.ui.saving import FILTERS, folder_for

ERASE = "Gegevens van iemand wissen"
WARNING = (
    "Dit kunt u niet ongedaan maken, en wat hiervóór is gewijzigd ook niet meer. De gegevens gaan "
    "uit het dossier, uit de geschiedenis en uit vastgelegde teksten. Wat iemand elders zelf "
    "heeft opgeschreven, reservekopieën en verstuurde kopieën blijven staan."
)
LONGEST_HALF = 30  # characters of a name, so that the party beside it can be read too
MOST_LINES = 5  # of what a merge tells; the rest is a click away


class LastingActions(QObject):
    """Asks first where something cannot be undone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        window.top.wants_merge.connect(self.merge)
        window.top.wants_erase.connect(self.erase)

    def merge(self) -> None:
        """Take in what another copy of this dossier has; one step that can be undone."""
        from ozj_desktop.exchange.merging import merge_in_words

        commit_pending_edit()
        self._desk.ready()
        dossier = self._desk.dossier
        folder = folder_for("dossier_folder", dossier.path)
        path = choose(self._window, "Samenvoegen met een kopie", folder, FILTERS["ozj"])
        if path:
            told = merge_in_words(dossier, Dossier.read(path))
            self._say("Samengevoegd", *told.split("\n"))

    def erase(self) -> None:
        """Erase a person for real, after saying what that means."""
        from ozj_desktop.store.erase import erase

        commit_pending_edit()
        self._desk.ready()
        people = self._people()
        if not people:
            self._say("Gegevens wissen", "Er staan geen contactpersonen in dit dossier.")
            return
        names = [name for name, _ in people]
        chosen = choose_one(self._window, ERASE, "Van wie moeten de gegevens weg?", names)
        if chosen is None:
            return
        self._desk.dossier.refuse_in_use(people[chosen][1])  # refuses before it asks to be sure
        if self._is_sure(people[chosen][1]):
            erase(self._desk.dossier, people[chosen][1])
            self._say(ERASE, "De gegevens zijn gewist.")

    def _people(self) -> list[tuple[str, Contact]]:
        """Everybody with the party they belong to, by name."""
        dossier = self._desk.dossier
        parties = {party.id: party.name for party in dossier.all(Party)}
        people = sorted(dossier.all(Contact), key=lambda c: sort_key(c.name))
        return [(f"{_called(c)} – {parties[c.party]}", c) for c in people]

    def _is_sure(self, contact: Contact) -> bool:
        asked = f"De gegevens van {_called(contact, 2 * LONGEST_HALF)} echt wissen?"
        box = message(self._window, ERASE, asked, WARNING)
        wipe = box.addButton("Echt wissen", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("Laat maar", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is wipe

    def _say(self, title: str, text: str, *lines: str) -> None:
        """Much to tell is there for who asks for it: a dialog must fit on the screen."""
        few = lines if len(lines) <= MOST_LINES else lines[:1]
        box = message(self._window, title, text, "\n".join(few))
        if len(lines) > len(few):
            box.setDetailedText("\n".join(line.strip() for line in lines[1:]))
        box.open()


def _called(contact: Contact, most: int = LONGEST_HALF) -> str:
    return shortened(contact.name or contact.function or "deze persoon", most)
