"""What points at a thing of the Kompas, as rows that go there."""

from collections.abc import Callable, Sequence
from typing import Any

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line


def agreements_of(field: str) -> Callable[[Desk, Any], Sequence[Line]]:
    """The agreements that name a thing in this field."""

    def lines(desk: Desk, thing: Any) -> Sequence[Line]:
        found = (a for a in desk.facts.all(Agreement) if thing.id in getattr(a, field))
        return [Line(a.id, str(a), "") for a in found]

    return lines
