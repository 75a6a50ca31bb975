"""Parties that became one, read off the history; and what is different apart from that.

A step that unites gives the records of one party to another: to somebody who looks back nothing
of that came or went. So a row of before is read as if the two were one then already.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Change, Row, Step
from ozj_desktop.store.past import Net, name_then, row_then
from ozj_desktop.store.tables import table_name, targets

PARTY = table_name(Party)


class Union(NamedTuple):
    """One step that made two parties one; `stays` is empty where nothing shows which it was."""

    seq: int
    goes: str
    stays: str
    names: tuple[str, str]  # of the one that stays and of the one that goes, as they were then


def unions(dossier: Dossier, after: int) -> list[Union]:
    """Those that count still, the oldest first."""
    history = dossier.history
    steps = [*history.steps("WHERE seq > ? AND label LIKE 'united%' AND nature = 'do'", after)]
    counted = (step for step in steps if history.in_effect(step.seq))
    found = (united_by(dossier, step, history.changes(step.seq)) for step in counted)
    return [u for u in found if u and u.stays and dossier.rows.read(PARTY, u.goes) is None]


def now_called(union: Union, found: Iterable[Union]) -> str:
    """The party that it is in the end: the one that stayed can have gone into a third."""
    stays = union.stays
    for later in found:
        if later.seq > union.seq and later.goes == stays:
            stays = later.stays
    return stays


def united_by(dossier: Dossier, step: Step, changes: list[Change]) -> Union | None:
    """Which two a step made one; None for any other step."""
    verb, _, stays = step.label.partition(" ")
    gone = next((c.id for c in changes if (c.kind, c.op) == (PARTY, "delete")), "")
    if verb != "united" or not gone:
        return None
    stays = stays or next(_led_to(dossier, step.seq, changes, gone), "")
    ours, theirs = (name_then(dossier, Party, id, step.seq - 1) for id in (stays, gone))
    return Union(step.seq, gone, stays, (ours, theirs))


def _led_to(dossier: Dossier, seq: int, changes: list[Change], gone: str) -> Iterator[str]:
    """Of a step of an older version: what pointed to the one party, points to the other."""
    for change in changes:
        if change.op == "edit":
            yield from (str(now) for was, now in change.fields.values() if was == gone and now)
    for change in changes:
        if change.op == "add":
            row = row_then(dossier, change.kind, change.id, seq) or {}
            yield from [str(row["party"])] if row.get("party") else []
    yield from (c.id for c in changes if (c.kind, c.op) == (PARTY, "edit"))


def moved_along(changes: Iterable[Change], goes: str) -> dict[str, int]:
    """How many things of each kind went from one party to the other, each counted once."""
    found: dict[str, int] = {}
    for change in changes:
        led = change.op == "edit" and any(pair[0] == goes for pair in change.fields.values())
        if change.kind != PARTY and (led or change.op == "delete"):
            found[change.kind] = found.get(change.kind, 0) + 1
    return found


def apart_from(dossier: Dossier, nets: Iterable[Net], found: list[Union]) -> list[Net]:
    """The same differences, but for those that only come from parties having become one."""
    return _Apart(dossier, nets, found).nets() if found else [*nets]


@dataclass(frozen=True)
class _Then:
    """A row of before, and what its id would have been."""

    id: str
    row: Row


class _Apart:
    def __init__(self, dossier: Dossier, nets: Iterable[Net], found: list[Union]) -> None:
        self._dossier = dossier
        self._nets = {net.id: net for net in nets}
        self._ids = {union.goes: now_called(union, found) for union in found}
        steps = [change for u in found for change in dossier.history.changes(u.seq)]
        self._gone = {change.id for change in steps if change.op == "delete"}
        self._came = {change.id for change in steps if change.op == "add"}

    def nets(self) -> list[Net]:
        """Kind by kind: an id can be made from that of a thing of an earlier kind."""
        now = dict(self._nets)
        for table in self._dossier.rows.tables.values():
            for net in [net for net in self._nets.values() if net.kind == table.name]:
                if net.before is not None:
                    self._put(now, net, self._then(table.kind, net.id, net.before))
        return [net for net in now.values() if net.before != net.after]

    def _put(self, now: dict[str, Net], net: Net, then: _Then) -> None:
        if then.id == net.id:
            now[net.id] = net._replace(before=then.row)
            if net.after is None and net.id in self._gone:
                del now[net.id]  # the two had the same, or one of two was chosen
            return
        now.pop(net.id)
        other = now.get(then.id)
        if other is not None and other.before is None:
            now[then.id] = other._replace(before=then.row)
        elif other is None and then.id in self._came:
            after = self._dossier.rows.read(net.kind, then.id)
            now[then.id] = Net(net.kind, then.id, then.row, after)

    def _then(self, kind: type[Record], id: str, row: Row) -> _Then:
        found = {f.name: self._led(f.form, row[f.name]) for f in fields_of(kind)}
        keyed = kind.natural_key is not None and any(
            found[name] != row[name] for name in kind.natural_key
        )
        own = self._own_id(kind, id, found) if keyed else self._ids.get(id, id)
        self._ids[id] = own
        return _Then(own, found)

    def _led(self, form: Form, value: Any) -> Any:
        if form is Form.REFS:
            ids = {self._ids.get(id, id) for id in targets(value)}
            return json.dumps(sorted(ids), separators=(",", ":"))
        return self._ids.get(value, value) if form in (Form.REF, Form.PART_OF) else value

    def _own_id(self, kind: type[Record], id: str, row: Mapping[str, Any]) -> str:
        record = self._dossier.rows.tables[table_name(kind)].to_record((id, *row.values()))
        return str(record.own_id())
