"""Which rows of a list a change concerns, so that not all of them are made anew."""

from collections.abc import Iterator, Mapping

from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.dossier import Notice
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.desk import KIND_NAMED, Desk

Reads = Mapping[type[Record], str]  # per kind the fields that rows draw on; "" is any of them
Change = tuple[str, str, frozenset[str]]  # kind, id, fields
MOST = 200  # rows; more at once are made anew together


def touched(
    desk: Desk, notice: Notice, kind: type[Record], parts: Reads, others: Reads
) -> set[str] | None:
    """The ids of the things of `kind` whose rows may say something else; None for all of them.

    `parts` are kinds of which each belongs to one such thing, `others` are about any of them.
    """
    here = table_name(kind)
    own = {id for changed, id, _ in notice.changes if changed == here}
    if any(_matters(change, others) for change in notice.changes):
        return None
    found = [c for c in notice.changes if _matters(c, parts) or _is_new(c, parts)]
    if len(own) + len(found) > MOST:
        return None
    return own | {owner for changed, id, _ in found for owner in _owners(desk, changed, id)}


def _matters(change: Change, reads: Reads) -> bool:
    kind = KIND_NAMED.get(change[0])
    if kind is None or kind not in reads:
        return False
    wanted = {*reads[kind].split()}
    return not wanted or bool(wanted & change[2])


def _is_new(change: Change, parts: Reads) -> bool:
    """What was added has no fields in a notice. Nothing points to it yet, but it has an owner."""
    return KIND_NAMED.get(change[0]) in parts and not change[2]


def _owners(desk: Desk, changed: str, id: str) -> Iterator[str]:
    """Of what has gone, the owner it had: the newest step knows."""
    kind = KIND_NAMED[changed]
    name = next(f.name for f in fields_of(kind) if f.form is Form.PART_OF)
    if part := desk.get(kind, id):
        yield getattr(part, name)
        return
    for change in desk.dossier.history.changes(desk.dossier.history.last.seq):
        if change.id == id and change.fields.get(name):
            yield str(change.fields[name][0])
