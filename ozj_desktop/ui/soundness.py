"""Whether something else changed the file: looked at beside the window; editing waits for it."""

from threading import Event

from ozj_desktop.errors import Refused
from ozj_desktop.store.dossier import Dossier


class Soundness:
    """Known after `look`, which is for another thread; `begin` and `wait` are for the window's."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier, self._copy = dossier, dossier
        self._known, self._begun = Event(), False
        self.problems: list[str] = []

    def begin(self) -> None:
        """Take the copy that is looked at."""
        self._begun, self._copy = True, self._dossier.copy()

    def look(self) -> list[str]:
        """What is wrong, in Dutch; empty where all is sound."""
        try:
            self.problems = self._copy.verify()
        finally:
            self._copy.close()
            self._known.set()
        return self.problems

    def wait(self) -> None:
        """Until it is known; raise Refused where the dossier is not sound."""
        if not self._begun:
            self.begin()
            self.look()
        self._known.wait()
        if self.problems:
            name = self._dossier.path.name
            raise Refused(f"{name} is niet in orde en is niet gewijzigd. Open een reservekopie.")
