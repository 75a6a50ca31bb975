"""What was the last step when this user closed this dossier: what came after it is new to them."""

from typing import NamedTuple

from ozj_desktop import settings
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.past import number_at

KEPT = 60  # dossiers
SETTING = "last_seen"


class LastTime(NamedTuple):
    """The number of the last step that was seen, and the moment of closing in UTC."""

    seq: int
    at_utc: str


def last_time(dossier: Dossier) -> LastTime | None:
    """None for who opens this dossier for the first time."""
    kept = _all().get(dossier.history.step(1).id)
    if not isinstance(kept, list) or len(kept) != 2:
        return None
    id, at_utc = map(str, kept)
    step = next(dossier.history.steps("WHERE id = ?", id), None)
    # Another copy, or a reserve copy of before: then the clock is all there is to go by.
    return LastTime(step.seq if step else number_at(dossier, at_utc), at_utc)


def keep_last_time(dossier: Dossier, at_utc: str) -> None:
    """Call before closing; the copies of a dossier share what was seen."""
    kept, own = _all(), dossier.history.step(1).id
    if _is_older(dossier, kept.pop(own, None)):
        return
    kept[own] = [dossier.history.last.id, at_utc]
    settings.put(**{SETTING: dict([*kept.items()][-KEPT:])})


def _is_older(dossier: Dossier, kept: object) -> bool:
    """A copy to read, from before what was seen: reading it makes nothing unseen."""
    if dossier.writable or not isinstance(kept, list) or not kept:
        return False
    return next(dossier.history.steps("WHERE id = ?", str(kept[0])), None) is None


def _all() -> dict[str, object]:
    found = settings.get(SETTING, {})
    return found if isinstance(found, dict) else {}
