"""Rows for kinds of which a list shows no more than a name and one field in words."""

from collections.abc import Callable, Collection
from typing import Any

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Row


def rows_of(
    kind: type[Record], *fields: str, grouped: bool = False
) -> Callable[[Desk, Collection[str] | None], list[Row]]:
    """`fields` make the second line; `grouped` by the first of them."""

    def rows(desk: Desk, ids: Collection[str] | None) -> list[Row]:
        if ids is None:
            found: list[Any] = list(desk.dossier.all(kind))
        else:
            found = [record for id in ids if (record := desk.get(kind, id))]
        return [row(desk, record) for record in found]

    def row(desk: Desk, record: Any) -> Row:
        told = [_words(desk, record, name) for name in fields]
        first = told[0] if told and told[0] else "overig"
        place = getattr(record, "position", 0)
        return Row(
            record.id,
            str(record),
            " · ".join(part for part in told if part),
            None,
            ((sort_key(first), first),) if grouped else (),
            ((place, sort_key(str(record))),),
        )

    return rows


def _words(desk: Desk, record: Any, name: str) -> str:
    field = field_of(type(record), name)
    return display.text_of(field, getattr(record, name), desk.names.for_field)
