"""A copy to give away: what is there now, without history and without what is internal."""

import json
from pathlib import Path

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Form, Record
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Key, Row, Value
from ozj_desktop.store.rows import LINKS
from ozj_desktop.store.tables import table_name

INTERNAL: dict[type[Record], tuple[str, ...]] = {
    Party: ("remark",),
    Agreement: ("internal_remark",),
    Contact: ("mandate", "mandate_limit"),
}
LEFT_OUT: tuple[type[Record], ...] = (SetAside,)


def cleaned(dossier: Dossier, target: Path) -> Dossier:
    """A new dossier in memory; confidential agreements go with all that is about them.

    A frozen text that holds a confidential agreement is left out; its version stays.
    """
    doomed = secret_keys(dossier)
    gone = {id for _, id in doomed}
    new = Dossier.in_memory(target, who=dossier.who)
    with new.step("built", nature="final"):
        for (kind, id), row in dossier.rows.everything().items():
            if id not in gone:
                _put(new, dossier, kind, id, row, gone)
    return new


def _put(new: Dossier, old: Dossier, kind: str, id: str, row: Row, gone: set[str]) -> None:
    table = new.rows.tables[kind]
    kept = row | {n: table.defaults[n] for n in INTERNAL.get(table.kind, ())}
    for field in table.fields:
        if field.form in LINKS:
            kept[field.name] = _without(kept[field.name], gone, field.form)
    if kind == "version" and kept != row:
        kept["content"] = None
    for name in table.files:
        if kept[name]:
            new.keep(old.blob(str(kept[name])))
    new.put(kind, id, kept)


def _without(value: Value, gone: set[str], form: Form) -> Value:
    """A link, or a set of them, without what is left out."""
    if form is not Form.REFS:
        return None if value in gone else value
    ids = [id for id in json.loads(str(value)) if id not in gone]
    return json.dumps(ids, separators=(",", ":"))


def secret_keys(dossier: Dossier) -> set[Key]:
    """What stays out of what is shared: the confidential agreements, and whatever cannot be without
    them.
    """
    secret = dossier.all(Agreement, confidential=True)
    found: list[Key] = [(table_name(Agreement), a.id) for a in secret]
    for key in found:  # grows while we walk it
        for link, pointer in dossier.rows.pointing_at(*key):
            required = link.field.form in (Form.PART_OF, Form.REF) and not link.field.optional
            about = link.kind == table_name(Action)  # what is to be done for it tells of it
            if required or about:
                found.append((link.kind, pointer))
    return {*found, *((table_name(k), r.id) for k in LEFT_OUT for r in dossier.all(k))}
