"""Bringing back what was: the old value of a field, or a thing that was deleted with its parts.

Both are for inside a step of the dossier, and raise UserError where it cannot be.
"""

import json
from collections.abc import Iterator
from typing import Any

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import documents_of
from ozj_desktop.model.documents import Document, Stage, Version
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Field, Form, Record, field_of
from ozj_desktop.model.versions import frozen_fields, locked
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Change, Key, Row
from ozj_desktop.store.rows import LINKS
from ozj_desktop.store.tables import targets

BY_SUBMITTING = (
    "Hoever een stuk is, volgt uit voorleggen en opnieuw openen. "
    "Kies dat bij Documenten, bij de versies van het stuk."
)
FIRST = "Zet dat eerst terug."


def old_value(dossier: Dossier, facts: Facts, change: Change, name: str) -> None:
    """Give a field the value it had before this change."""
    kind, row = dossier.rows.tables[change.kind].kind, dossier.rows.read(change.kind, change.id)
    if row is None:
        raise UserError(f"{_the(kind)} is intussen verwijderd. {FIRST}")
    try:
        field = field_of(kind, name)
    except KeyError:
        raise UserError("Dit veld is er in deze versie van het programma niet meer.") from None
    record, old = dossier.get(kind, change.id), change.fields[name][0]  # type: ignore[arg-type]
    _refuse_frozen(facts, record, name)
    if row[name] == old:
        raise UserError("De oude waarde staat er al.")
    _refuse_missing(dossier, _missing(dossier, field, old, {}))
    dossier.put(change.kind, change.id, row | {name: old})


def deleted(dossier: Dossier, facts: Facts, seq: int, id: str) -> None:
    """Bring a thing back that a step deleted, with the parts that went with it."""
    gone = {c.id: c for c in dossier.history.changes(seq) if c.op == "delete"}
    if dossier.kind_of(id) is not None:
        raise UserError("Dit staat er al weer.")
    if id not in gone:
        raise UserError("Wat er stond, is gewist en kan niet terug.")
    rows = {key: row for key, row in _with_parts(dossier, gone, id) if not dossier.kind_of(key[1])}
    missing: list[str] = []
    for (kind, part), row in rows.items():
        table = dossier.rows.tables[kind]
        for field in table.fields:
            missing += _missing(dossier, field, row[field.name], rows)
        _refuse_locked(facts, table.to_record((part, *row.values())))
    _refuse_missing(dossier, missing)
    for (kind, part), row in rows.items():
        dossier.put(kind, part, row)


def _with_parts(dossier: Dossier, gone: dict[str, Change], id: str) -> Iterator[tuple[Key, Row]]:
    """The rows of a thing and of the parts that a step deleted along with it; owners first."""
    change = gone[id]
    table = dossier.rows.tables[change.kind]
    row = change.before(None) or {}
    yield (change.kind, id), {name: row.get(name, value) for name, value in table.defaults.items()}
    for part in gone.values():
        owners = [f.name for f in dossier.rows.tables[part.kind].fields if f.form is Form.PART_OF]
        if any(part.fields.get(name) == [id] for name in owners):
            yield from _with_parts(dossier, gone, part.id)


def _missing(dossier: Dossier, field: Field, value: object, rows: dict[Key, Row]) -> list[str]:
    """What a stored value needs and the dossier no longer has: ids, or a file."""
    if not isinstance(value, str) or not value:
        return []
    if field.form is Form.FILE:
        return [] if dossier.has_blob(value) else [""]
    if field.form not in LINKS:
        return []
    ids = targets(value) if field.form is Form.REFS else [value]
    coming = {id for _, id in rows}
    return [id for id in ids if id not in coming and dossier.kind_of(id) is None]


def _refuse_missing(dossier: Dossier, missing: list[str]) -> None:
    if "" in missing:
        raise UserError("Het bestand dat erbij hoorde, is er niet meer. Voeg het opnieuw toe.")
    if missing:
        names = listed(dict.fromkeys(name_of_deleted(dossier, id) for id in missing))
        raise UserError(f"Hiervoor is {names} nodig, en dat is er niet meer. {FIRST}")


def name_of_deleted(dossier: Dossier, id: str) -> str:
    """What a thing was called when it was deleted."""
    query = "SELECT kind, fields FROM change WHERE id = ? AND op = 'delete' ORDER BY seq DESC"
    found = dossier.db.execute(query, (id,)).fetchone()
    if found is None:
        return "iets wat is gewist"
    table, fields = dossier.rows.tables[found[0]], json.loads(found[1])
    row = {name: fields.get(name, [value])[0] for name, value in table.defaults.items()}
    return f"{table.kind.names[0]} ‘{table.to_record((id, *row.values()))}’"


def _refuse_frozen(facts: Facts, record: Record, name: str) -> None:
    if isinstance(record, Version) or (isinstance(record, Document) and name == "stage"):
        raise UserError(BY_SUBMITTING)
    if name in frozen_fields(facts, record):
        raise UserError(_lies_fast(facts, record))


def _refuse_locked(facts: Facts, record: Record) -> None:
    if locked(facts, record):
        raise UserError(_lies_fast(facts, record))


def _lies_fast(facts: Facts, record: Record) -> str:
    """In which papers the text may not change now, and what to do."""
    if isinstance(record, Document):
        found = [record]
    else:
        agreement: Any = getattr(record, "agreement", record.id)
        document = facts.get(Document, getattr(record, "document", None))
        held = documents_of(facts).get(agreement, [])
        found = [document] if document else [d for d in held if d.stage is not Stage.DRAFT]
    names = listed(f"‘{document}’" for document in found)
    what = "De afspraak" if isinstance(record, Agreement | Contribution) else "De tekst"
    return f"{what} ligt vast in {names}. Kies daar eerst ‘Nieuwe versie maken’."


def _the(kind: type[Record]) -> str:
    return f"{kind.article.capitalize()} {kind.names[0]}"
