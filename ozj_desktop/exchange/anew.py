"""Records with ids of their own: two dossiers made of one text share nothing by accident."""

from collections.abc import Collection, Iterable
from typing import Any

from ozj_desktop.model.ids import new_id
from ozj_desktop.model.record import Field, Form, Record, fields_of

GONE = ""


def anew(records: Iterable[Record], without: Collection[str] = ()) -> list[Record]:
    """The same things, owners first as they were, without some and what cannot be without those."""
    ids: dict[str, str] = dict.fromkeys(without, GONE)
    made = []
    for record in records:
        values = _values(record, ids) if record.id not in without else None
        if values is None:
            ids[record.id] = GONE
            continue
        if record.natural_key is None:
            values["id"] = new_id()
        made.append(type(record)(**values))
        ids[record.id] = made[-1].id
    return made


def _values(record: Record, ids: dict[str, str]) -> dict[str, Any] | None:
    """Its fields, with links to where things are now; None where it cannot be any more."""
    values: dict[str, Any] = {}
    for f in fields_of(type(record)):
        value = getattr(record, f.name)
        values[f.name] = _linked(f, value, ids)
        if f.required and value and not values[f.name]:
            return None
    return values


def _linked(field: Field, value: Any, ids: dict[str, str]) -> Any:
    match field.form:
        case Form.REF | Form.PART_OF:
            return ids.get(value, value) or None
        case Form.REFS:
            return frozenset(found for id in value if (found := ids.get(id, id)))
    return value
