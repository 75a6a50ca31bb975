"""Whether something else changed the file: looked at beside the window; editing waits for it."""

from threading import Event

from ozj_desktop.errors import Refused
from ozj_desktop.store.dossier import Dossier


class Soundness:
    """Known after `look`, which is for another thread; `begin` and `wait` are for the window's."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._copy: Dossier | None = None
        self._known = Event()
        self.problems: list[str] = []

    @property
    def known(self) -> bool:
        return self._known.is_set()

    def begin(self) -> None:
        """Take the copy that is looked at."""
        if self._copy is None:
            self._copy = self._dossier.copy()

    def look(self) -> list[str]:
        """What is wrong, in Dutch; empty where all is sound."""
        assert self._copy is not None
        try:
            self.problems = self._copy.verify()
        finally:
            self._copy.close()
            self._known.set()
        return self.problems

    def wait(self) -> None:
        """Until it is known; raise Refused where the dossier is not sound."""
        if self._copy is None:
            self.begin()
            self.look()
        self._known.wait()
        if self.problems:
            name = self._dossier.path.name
            raise Refused(f"{name} is niet in orde en is niet gewijzigd. Open een reservekopie.")
