"""What a page is to the window: it shows the dossier, and hears what changed in it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk


class Page(QWidget):
    """Pages never talk to each other; they ask the desk to go elsewhere."""

    turned = Signal()  # it shows another thing, or no check of it any more

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def help_key(self) -> str:
        """Which help is about what is shown; "" is that of the place."""
        return ""

    def parts(self) -> Iterator[None]:
        """Make what the constructor left; at each yield the window may answer first."""
        yield from ()

    def begin_with(self, id: str) -> None:
        """Whatever is read next is to show this thing: so nothing else is shown before it."""

    def refresh(self) -> None:
        """Read everything anew."""

    def heard(self, notice: Notice) -> None:
        """Show what a step changed."""
        self.refresh()

    def hearing(self, notice: Notice) -> Iterator[None]:
        """The same of a step of much, in moments."""
        self.heard(notice)
        yield

    def attention_changed(self) -> None:
        """What asks attention is known anew."""

    def show_thing(self, id: str) -> bool:
        """Go to the thing with this id; False where it is not on this page."""
        return False

    def point_at_several(self, ids: Sequence[str], where: str) -> None:
        """Choose all of these and go to a field that is for all of them, where there is such."""

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        """Bring in sight a field of the thing that is shown, its parts of a kind, the part of it
        with this id, or where a new thing is typed (`pointing.py` says how `where` names these).
        Without `focus` the keyboard stays where it is.
        """
        from ozj_desktop.model.signal_subjects import NEW  # not for the first paint
        from ozj_desktop.ui.pointing import point_at

        if where == NEW:
            self.focus_new()
        else:
            point_at(self, id, where, focus=focus)

    def shows(self, id: str) -> bool:
        """Whether this thing, which is at home here, is in sight."""
        return True

    def focus_new(self) -> None:
        """Ready to type a new thing."""

    def share_room(self, shares: bool) -> None:
        """Help stands beside it, or no longer does."""

    def focus_first(self) -> None:
        """Ready to write what a new dossier begins with."""
        self.focus_new()

    def regions(self) -> list[QWidget]:
        """The parts between which F6 moves."""
        return [self]
