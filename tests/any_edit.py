"""A random change to any record of any kind: whatever a form, an import or a merge could do."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from ozj_desktop.errors import UserError
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS

TODAY = date(2026, 11, 24)
TEXTS = ["", "", "school", "a@b.nl", "a b", "één\nplan", "{facts}", "=SUM(A1)", "<b>"]
FAR = 400  # days around today


def edit_anything(dossier: Dossier, random: Random) -> None:
    """Within a step: change one field of one record, or delete it and its parts if that can be."""
    records = [record for kind in KINDS for record in dossier.all(kind)]
    if not records:
        return
    record = random.choice(records)
    if random.random() < 0.06:
        with suppress(UserError):
            dossier.delete(record)
        return
    keys = record.natural_key or ()
    fields = [f for f in fields_of(type(record)) if f.name not in keys and f.form is not Form.FILE]
    if fields:
        chosen = random.choice(fields)
        dossier.save(replace(record, **{chosen.name: any_value(chosen, records, random)}))


WRITTEN: dict[Form, list[Any]] = {
    Form.NUMBER: [-1, 0, 1, 2, 40, 10**9],
    Form.MONEY: [-1, 0, 1, 2, 40, 10**9],
    Form.FIGURE: ["", "0", "3", "47", "12.9", "<5", "-1.5", "1234567"],
    Form.PERIOD: ["", "2025", "2025-1", "2024/2025", "2025-10-01"],
}


def any_value(field: Field, records: Sequence[Record], random: Random) -> Any:
    if field.optional and random.random() < 0.25:
        return None
    match field.form:
        case Form.LINE | Form.TEXT:
            return random.choice(TEXTS)
        case Form.DATE:
            return TODAY + timedelta(days=random.choice([-FAR, -190, -1, 0, 1, FAR]))
        case Form.WHEN:
            return random.choice(["doorlopend", TODAY + timedelta(days=random.choice([-FAR, 1]))])
        case Form.NUMBER | Form.MONEY | Form.FIGURE | Form.PERIOD:
            return random.choice(WRITTEN[field.form])
        case Form.FLAG:
            return random.random() < 0.5
        case Form.CHOICE:
            return random.choice(list(field.type))
    ids = [r.id for r in records if isinstance(r, field.type)]
    if field.form is Form.REFS:
        return frozenset(random.sample(ids, random.randint(0, min(3, len(ids)))))
    return random.choice(ids) if ids else None
