"""To-dos: a name, a date, and where they came from."""

from datetime import date

from ozj_desktop.model.kind import kind
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Choice, Record, Ref, Text, labelled


class ActionState(Choice):
    """How far a to-do is."""

    OPEN = "open", "open"
    BUSY = "busy", "bezig"
    DONE = "done", "klaar"
    DROPPED = "dropped", "vervallen"


@kind(frozen=True, kw_only=True)
class Action(Record):
    """Somebody does something before a date."""

    names = ("actie", "acties")

    what: str = labelled("Wat", "")
    party: Ref[Party] | None = labelled("Partij", None)
    contact: Ref[Contact] | None = labelled("Wie", None)
    due: date | None = labelled("Uiterlijk", None)
    state: ActionState = labelled("Stand", ActionState.OPEN)
    came_from: Ref[Record] | None = labelled("Komt uit", None)
    note: Text = labelled("Toelichting", "")

    @property
    def running(self) -> bool:
        return self.state in (ActionState.OPEN, ActionState.BUSY)

    def late(self, today: date) -> bool:
        return bool(self.running and self.due and self.due < today)
