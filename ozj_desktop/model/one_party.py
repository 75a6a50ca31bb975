"""Two parties that are one: what to save and delete so that everything of both is with the one.

Generic over the kinds of records: whatever points to the party that goes, points to the one that
stays. Where both are in the same agreement or version, the two become one record. What lies fast
in a version keeps its text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from ozj_desktop.model.agreements import Contribution, Role
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.documents import Assent, Deviation, TableAssent
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.parties import Contact, Party, PolicyUptake, RouteStep
from ozj_desktop.model.party_cells import same
from ozj_desktop.model.record import Field, Form, Record, fields_of

Side = Literal["stays", "goes", "both"]
LINKS = (Form.REF, Form.PART_OF, Form.REFS)
ROUTE = "route"  # the key under which the choice between two decision routes is asked
_DERIVED = ("position",)  # of the one that stays, without asking


class Difference(NamedTuple):
    """A field that both have filled, each otherwise."""

    field: Field
    stays: Any
    goes: Any

    @property
    def usual(self) -> Side:
        """What nobody loses: texts go together, of the rest the one that stays has its own."""
        return "both" if self.field.form is Form.TEXT else "stays"


class Together(NamedTuple):
    """Two records that become one, because there is one per party."""

    stays: Any
    goes: Any
    now: Any


@dataclass
class United:
    """`save` before `delete`. `asked` are answers to one version of which one must be chosen."""

    save: list[Record] = field(default_factory=list)
    gone: dict[str, Record] = field(default_factory=dict)
    moved: list[Record] = field(default_factory=list)
    together: list[Together] = field(default_factory=list)
    asked: list[Together] = field(default_factory=list)
    filled: list[Field] = field(default_factory=list)

    @property
    def delete(self) -> list[Record]:
        return [*self.gone.values()]


def differences(stays: Party, goes: Party) -> list[Difference]:
    """Of what they are themselves; a field that one of them has not filled is no difference."""
    found = []
    for f in fields_of(Party):
        ours, theirs = _own(stays, goes, f), _own(goes, stays, f)
        if f.form is Form.REFS or f.name in _DERIVED or ours == theirs:
            continue
        if f.form is Form.FLAG or (ours and theirs):
            found.append(Difference(f, ours, theirs))
    return found


def _own(party: Party, other: Party, f: Field) -> Any:
    """That one is part of the other, or of itself, says nothing once they are one."""
    value = getattr(party, f.name)
    return None if f.form is Form.REF and value in (party.id, other.id) else value


def routes(facts: Facts, stays: Party, goes: Party) -> tuple[list[RouteStep], list[RouteStep]]:
    """Both decision routes, where there are two that differ."""
    ours, theirs = (facts.of(RouteStep, "party", p.id) for p in (stays, goes))
    alike = [_bare(s) for s in ours] == [_bare(s) for s in theirs]
    return (ours, theirs) if ours and theirs and not alike else ([], [])


def unite(
    facts: Facts,
    kinds: Sequence[type[Record]],
    stays: Party,
    goes: Party,
    chosen: Mapping[str, Side] | None = None,
) -> United:
    """`chosen` says per field of a party, per id of an answer of the one that stays, and for
    `ROUTE`, whose it will be. `kinds` are in the order in which they may point at each other.
    """
    return _Uniting(facts, stays, goes, chosen or {}).all(kinds)


class _Uniting:
    def __init__(self, facts: Facts, stays: Party, goes: Party, chosen: Mapping[str, Side]) -> None:
        self.facts, self.stays, self.goes, self.chosen = facts, stays, goes, chosen
        self.ids: dict[str, str] = {goes.id: stays.id}
        self.dropped: set[str] = set()
        self.grown: dict[str, Any] = {}
        self.moving: set[type[Record]] = set()
        self.found = United()

    def all(self, kinds: Sequence[type[Record]]) -> United:
        found = self.found
        self.moving = _moving(kinds)
        self._drop_a_route()
        for kind in kinds:
            if kind is Party:
                self._unite_party()
            for record in self._touched(kind):
                if record.id not in (self.stays.id, self.goes.id):
                    self._move(record)
        found.gone[self.goes.id] = self.goes
        return found

    # The party itself

    def _unite_party(self) -> None:
        stays, goes = self.stays, self.goes
        differing = {d.field.name: d for d in differences(stays, goes)}
        values: dict[str, Any] = {}
        for f in fields_of(Party):
            ours, theirs = _own(stays, goes, f), _own(goes, stays, f)
            if f.form is Form.REFS:
                values[f.name] = ours | theirs
            elif f.name in differing:
                values[f.name] = _chosen(differing[f.name], self.chosen)
            elif f.name not in _DERIVED:
                values[f.name] = ours or theirs
                self.found.filled += [f] if theirs and not ours else []
        now = replace(stays, position=self._oldest().position, **values)
        self.found.save += [now] if now != stays else []
        self.found.save += self._moved_up(now)

    def _oldest(self) -> Party:
        """Everywhere parties stand in order, it keeps the place of the one that was there first."""
        return min(self.stays, self.goes, key=lambda party: party.id)

    def _moved_up(self, now: Party) -> list[Party]:
        """Where others have the same place, the order of making would put it behind them."""
        others = [p for p in self.facts.all(Party) if p.id not in (self.stays.id, self.goes.id)]
        oldest = self._oldest()
        wanted = [now if p is oldest else p for p in in_order([*others, oldest])]
        if in_order(wanted) == wanted:
            return []
        placed = (replace(party, position=n) for n, party in enumerate(wanted, 1))
        return [p for p, old in zip(placed, wanted, strict=True) if p.position != old.position]

    def _drop_a_route(self) -> None:
        """Two routes after each other would be a longer one: the steps of one of them go."""
        ours, theirs = (self.facts.of(RouteStep, "party", p.id) for p in (self.stays, self.goes))
        if ours and theirs:
            gone = ours if self.chosen.get(ROUTE) == "goes" else theirs
            self._drop(*gone)

    # What points to it

    def _touched(self, kind: type[Record]) -> Sequence[Record]:
        """The records that can point to what goes or gets another id: of most kinds none, of
        contributions, of which there can be thousands, those of the party that goes.
        """
        links = [f for f in fields_of(kind) if f.form in LINKS and f.type in self.moving]
        if len(links) == 1 and links[0].type is Party and links[0].form is not Form.REFS:
            return self.facts.source.all(kind, **{links[0].name: self.goes.id})
        return self.facts.all(kind) if links or kind is SetAside else ()

    def _move(self, record: Record) -> None:
        if record.id in self.dropped:
            return
        values = self._values(record)
        if not values:
            return
        key = record.natural_key or ()
        now = replace(record, **values)
        if not values.keys() & set(key):
            self._keep(record, now)
            return
        now = type(record)(**{**now.__dict__, "id": ""})
        self.ids[record.id] = now.id
        there = next(iter(self.facts.source.all(type(record), id=now.id)), None)
        if there is not None and there.id not in self.dropped:
            self._put_together(record, now, there)
        else:
            self.found.gone.pop(now.id, None)
            self.found.save.append(now)
            self.found.moved.append(now)
        self.found.gone[record.id] = record

    def _values(self, record: Record) -> dict[str, Any]:
        """The links of a record that lead elsewhere from now on."""
        found: dict[str, Any] = {}
        for f in fields_of(type(record)):
            value = getattr(record, f.name)
            if f.form is Form.REFS and value & self.ids.keys():
                found[f.name] = frozenset(self.ids.get(id, id) for id in value)
            elif (f.form in LINKS or _names_a_thing(record, f)) and value in self.ids:
                found[f.name] = self.ids[value]
            elif f.form is Form.REF and value in self.dropped:
                found[f.name] = None
        return found

    def _keep(self, record: Record, now: Record) -> None:
        alike = self._alike(now)
        if alike is not None:
            self.ids[record.id] = alike.id
            self.found.gone[record.id] = record
            both = self.grown[alike.id] = _filled(alike, now)
            self.found.save += [both] if both != alike else []
            self.found.together.append(Together(alike, record, both))
            return
        self.found.save.append(now)
        self.found.moved.append(now)

    def _alike(self, now: Record) -> Any:
        """The same person, or the same paper, that the one that stays has already."""
        if not isinstance(now, Contact | PolicyUptake):
            return None
        there: Sequence[Any] = self.facts.of(type(now), "party", self.stays.id)
        grown = (self.grown.get(t.id, t) for t in there)
        return next((t for t in grown if _no_clash(t, now)), None)

    def _put_together(self, record: Any, now: Any, there: Any) -> None:
        both: Record
        match there:
            case Assent():
                both = self._answer(record, now, there)
            case Contribution():
                both = _one_contribution(there, now)
            case _:
                both = _joined(there, now)
        self.found.together.append(Together(there, record, both))
        self.found.save += [both] if both != there else []

    def _answer(self, record: Assent, now: Assent, there: Assent) -> Assent:
        """One party gives one answer: where both did, somebody chooses."""
        side = self.chosen.get(there.id)
        both_said = not (_is_silent(there) or _is_silent(record))
        if side is None and both_said and not self._say_the_same(record, there):
            self.found.asked.append(Together(there, record, None))
        if side is None:
            side = "goes" if _is_silent(there) and not _is_silent(record) else "stays"
        loser = record if side == "stays" else there
        self._drop(*self.facts.of(Deviation, "assent", loser.id))
        return there if side == "stays" else now

    def _say_the_same(self, ours: Assent, theirs: Assent) -> bool:
        exceptions = (
            {(d.agreement, d.table, d.note) for d in self.facts.of(Deviation, "assent", a.id)}
            for a in (ours, theirs)
        )
        return _bare(ours) == _bare(theirs) and next(exceptions) == next(exceptions)

    def _drop(self, *records: Record) -> None:
        self.found.gone |= {r.id: r for r in records}
        self.dropped |= {r.id for r in records}


def _moving(kinds: Iterable[type[Record]]) -> set[type[Record]]:
    """Kinds of which a record can go or get another id: part of a party, or it is in the key."""
    found: set[type[Record]] = {Party, Record}
    for kind in kinds:
        for f in fields_of(kind):
            bound = f.form is Form.PART_OF or f.name in (kind.natural_key or ())
            if bound and f.type in found and f.type is not Record:
                found.add(kind)
    return found


def _names_a_thing(record: Record, f: Field) -> bool:
    """A signal that was set aside holds the id of what it is about as a text."""
    return isinstance(record, SetAside) and f.name == "about"


def _bare(record: Record) -> dict[str, Any]:
    """What a record says, apart from whose it is."""
    return {k: v for k, v in record.__dict__.items() if k not in ("id", "party")}


def _chosen(difference: Difference, chosen: Mapping[str, Side]) -> Any:
    match chosen.get(difference.field.name, difference.usual):
        case "goes":
            return difference.goes
        case "both":
            return _both(difference.stays, difference.goes)
    return difference.stays


def _both(ours: str, theirs: str) -> str:
    """One text below the other; the same is said once."""
    if same(theirs) in same(ours):
        return ours
    return theirs if same(ours) in same(theirs) else f"{ours}\n{theirs}"


def _is_silent(given: Assent) -> bool:
    """Asked at most: nothing was said, decided or signed."""
    said = given.table not in (TableAssent.NOT_ASKED, TableAssent.SUBMITTED)
    rest = (given.decided_on, given.signed_on, given.signed_file, given.note, given.reference)
    return not said and not any(rest)


def _joined(there: Any, now: Any) -> Any:
    """Texts below each other, sets as one; of the rest what is filled, first of the one there."""
    return _put(there, now, lambda f, a, b: _both(a, b) if f.form is Form.TEXT else a)


def _one_contribution(there: Contribution, now: Contribution) -> Contribution:
    """The strongest role, both texts, and the day that comes first."""
    roles = [*Role]
    role = min(there.role, now.role, key=roles.index)
    both: Contribution = _joined(there, now)
    days = [day for day in (there.by, now.by) if isinstance(day, date)]
    return replace(both, role=role, by=min(days, default=there.by or now.by))


def _filled(there: Any, now: Any) -> Any:
    return _put(there, now, lambda _, a, __: a)


def _put(there: Any, now: Any, both: Callable[[Field, Any, Any], Any]) -> Any:
    key = there.natural_key or ()
    values = {}
    for f in fields_of(type(there)):
        ours, theirs = getattr(there, f.name), getattr(now, f.name)
        if f.form is Form.REFS:
            values[f.name] = ours | theirs
        elif f.name not in key:
            values[f.name] = both(f, ours, theirs) if ours and theirs else ours or theirs
    return replace(there, **values)


def _no_clash(there: Record, now: Record) -> bool:
    """The same name, and nothing that both have filled otherwise: nothing would be lost."""
    name = "name" if isinstance(there, Contact) else "paper"
    if not same(getattr(there, name)) or same(getattr(there, name)) != same(getattr(now, name)):
        return False
    pairs = [(getattr(there, f.name), getattr(now, f.name)) for f in fields_of(type(there))]
    plain = [(a, b) for a, b in pairs if a and b and not isinstance(a, bool)]
    return all(same(str(a)) == same(str(b)) for a, b in plain)
