"""From readable text (TOML or JSON) to records: see resources/content/dossierformaat.md."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.content import starting_items
from ozj_desktop.exchange.picture import logo_png
from ozj_desktop.exchange.templates import TEMPLATE
from ozj_desktop.exchange.text_entry import FORMAT, Entry
from ozj_desktop.exchange.text_together import wrong_together
from ozj_desktop.exchange.text_values import (
    Wrong,
    file_bytes,
    parse_json,
    plain_value,
    read_file,
    written_date,
)
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.store.kinds import KINDS

BY_NAME = {kind.__name__.lower(): kind for kind in KINDS}
PROPER = {Version: ("was", "without"), Document: ("agreements",)}  # besides fields and parts
NOT_YET = (Version, Assent, Deviation)  # not there when an earlier text is put back
MADE_BY_US = {"content", "agreements", "mends"}  # fields of a version not written by hand
NUMBER = {"document", "major", "minor"}  # which version it is
FIRST_YEAR = 1900  # of a step; no later program has to reckon with what came before


@dataclass
class Then:
    """A version, and how the text was at that time: fields that were otherwise, what was absent."""

    version: Version
    was: list[tuple[str, dict[str, Any]]] = field(default_factory=list)  # id, fields
    without: list[str] = field(default_factory=list)  # ids of agreements


@dataclass(frozen=True)
class Later:
    """A change that somebody made on a day, as a step of its own."""

    id: str
    values: dict[str, Any]
    at: date
    who: str
    reason: str


@dataclass
class Text:
    """What a text says: its records, owners first, its versions by date, its files, its steps."""

    records: list[Record]
    versions: list[Then]
    files: dict[str, bytes]
    later: list[Later]


def read_text(path: Path, today: date) -> Text:
    """Raise UserError that names the place of the first mistake and counts the others."""
    parse = parse_json if path.suffix.lower() == ".json" else tomllib.loads
    data = read_file(path, parse)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UserError(
            f'{path.name} is geen tekst voor een dossier: bovenaan hoort format = "{FORMAT}".'
        )
    reader = _Reader(path, today)
    text = reader.read(data)
    if reader.wrong:
        more = len(reader.wrong) - 1
        rest = (
            f" Er {'is' if more == 1 else 'zijn'} nog {more} fout{'en' * (more > 1)}."
            if more
            else ""
        )
        raise UserError(f"{path.name}, {reader.wrong[0]}.{rest}")
    return text


class _Reader:
    """Walks the tables twice: first for keys, then for values."""

    def __init__(self, path: Path, today: date) -> None:
        self.folder, self.today = path.parent, today
        self.wrong: list[str] = []
        self.entries: list[Entry] = []
        self.numbers: dict[tuple[str, int, int], str] = {}  # of versions
        self.nth: Counter[type[Record]] = Counter()
        self.keys: dict[tuple[type[Record], str], Entry] = {}
        self.items = {(i.list, i.code) for i in starting_items()}
        self.files: dict[str, bytes] = {}
        self.places: dict[str, str] = {}  # where each id was made

    def read(self, data: dict[str, Any]) -> Text:
        for name, value in data.items():
            if name not in ("format", "step", TEMPLATE):
                self._collect(name, value, None)
        for entry in self.entries:
            if entry.kind is ListItem:
                self.items.add((str(entry.data.get("list")), str(entry.data.get("code"))))
        for entry in self.entries:
            self._make(entry)
        records = [r for entry in self.entries for r in (entry.record, *entry.more) if r]
        self.wrong += wrong_together(self.entries, self.today)
        versions = [self._then(e) for e in self.entries if isinstance(e.record, Version)]
        versions.sort(key=lambda t: (t.version.submitted_on or self.today, t.version.major))
        steps = enumerate(self._tables("", "step", data.get("step", [])), 1)
        later = [found for number, table in steps for found in self._step(number, table)]
        later.sort(key=lambda step: step.at)
        return Text([*_in_order_of_kinds(records)], versions, self.files, later)

    # First walk: tables and keys

    def _collect(self, name: str, value: Any, owner: Entry | None) -> None:
        kind = BY_NAME.get(name)
        above = f"{owner.place}, " if owner else ""
        if kind is None or (owner and not _part_of(kind, owner.kind)):
            self.wrong.append(f"{above}‘{name}’ is geen soort ding die hier hoort")
            return
        tables = [value] if kind.natural_key == () else value
        if not isinstance(tables, list):
            self.wrong.append(f"{above}‘{name}’ hoort een lijst te zijn: [[{name}]]")
            return
        for number, table in enumerate(tables, 1):
            if isinstance(table, dict):
                self._add(kind, table, f"{above}{name} {number}", owner)
            else:
                self.wrong.append(f"{above}{name} {number} is geen tabel")

    def _add(
        self, kind: type[Record], table: dict[str, Any], place: str, owner: Entry | None
    ) -> None:
        key = table.get("key")
        entry = Entry(kind, table, f"{place} '{key}'" if key else place, owner, len(self.entries))
        self.entries.append(entry)
        if key is not None and not (isinstance(key, str) and key.strip()):
            self.wrong.append(f"{entry.place}: een sleutel is tekst tussen aanhalingstekens")
        elif key is not None and self.keys.setdefault((kind, str(key)), entry) is not entry:
            self.wrong.append(f"{entry.place}: deze sleutel komt twee keer voor")
        for name, value in table.items():
            part = BY_NAME.get(name)
            if part and _part_of(part, kind) and name not in _names(kind):
                self._collect(name, value, entry)

    # Second walk: values

    def _make(self, entry: Entry) -> None:
        """Its record: once, also where another asks for its id before its turn has come."""
        if entry.made:
            return
        entry.made = True
        known = _names(entry.kind) | {"key", *PROPER.get(entry.kind, ())}
        parts = {n for n, k in BY_NAME.items() if _part_of(k, entry.kind)}
        for name in entry.data:
            if name not in known | parts:
                self.wrong.append(f"{entry.place}: het veld ‘{name}’ bestaat niet")
            elif entry.kind is Version and name in MADE_BY_US:
                self.wrong.append(f"{entry.place}: ‘{name}’ vult het programma zelf in")
        values = self._values(entry)
        if values is not None:
            entry.record = entry.kind(**values)
            self._refuse_double(entry.record, entry.place)
            if isinstance(entry.record, Document):
                entry.more = tuple(self._inclusions(entry, entry.record))

    def _refuse_double(self, record: Record, place: str) -> None:
        before = self.places.setdefault(record.id, place)
        if before != place:
            self.wrong.append(f"{place}: hetzelfde staat al bij {before}")

    def _id(self, entry: Entry) -> str:
        """Where a kind has a natural key, its id is known when its record is."""
        if entry.kind.natural_key is not None:
            self._make(entry)
        return entry.id

    def _values(self, entry: Entry) -> dict[str, Any] | None:
        values: dict[str, Any] = {}
        if entry.kind.natural_key is None:
            values["id"] = entry.id
        before = len(self.wrong)
        for f in fields_of(entry.kind):
            self._take(entry, f, values)
        if "position" in _names(entry.kind) and "position" not in entry.data:
            self.nth[entry.kind] += 1
            values["position"] = self.nth[entry.kind]
        return values if len(self.wrong) == before else None

    def _take(self, entry: Entry, f: Field, values: dict[str, Any]) -> None:
        if f.form is Form.PART_OF and entry.owner and f.type is entry.owner.kind:
            values[f.name] = self._id(entry.owner)
        elif f.name in entry.data:
            try:
                values[f.name] = self._value(f, entry.data[f.name])
            except Wrong as wrong:
                self.wrong.append(f"{entry.place}, veld {f.name}: {wrong}")
        elif f.required and not (f.form is Form.PART_OF and entry.owner):
            self.wrong.append(f"{entry.place}: het veld ‘{f.name}’ ontbreekt")

    def _value(self, f: Field, value: Any) -> Any:
        match f.form:
            case Form.REF | Form.PART_OF:
                return self._link(f, value)
            case Form.REFS:
                if not isinstance(value, list):
                    raise Wrong("hier hoort een lijst van verwijzingen")
                return frozenset(self._link(f, one) for one in value)
            case Form.FILE:
                data = file_bytes(value, self.folder)
                if f.name == "logo" and logo_png(data) is None:
                    raise Wrong("dit is geen afbeelding die wij kunnen lezen: kies PNG of JPG")
                name = sha256(data).hexdigest()
                self.files[name] = data
                return name
        return plain_value(f, value, self.today)

    def _link(self, f: Field, value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong("hier hoort een sleutel tussen aanhalingstekens")
        if f.list:
            if (f.list, value) not in self.items:
                raise Wrong(f"‘{value}’ staat niet in de lijst {f.list}")
            return item_id(f.list, value)
        kind, key = f.type, value
        if kind is Record:
            name, _, key = value.partition(":")
            kind = BY_NAME.get(name, Record)
        found = self.keys.get((kind, key))
        if found is None:
            raise Wrong(f"‘{value}’ wijst naar niets")
        return self._id(found)

    # Documents and their versions

    def _inclusions(self, entry: Entry, document: Document) -> Iterator[Record]:
        listed = entry.data.get("agreements", [])
        for position, key in enumerate(self._tables(f"{entry.place}, ", "agreements", listed)):
            found = self.keys.get((Agreement, str(key)))
            if found is None:
                self.wrong.append(f"{entry.place}, veld agreements: ‘{key}’ wijst naar niets")
                continue
            agreement: Any = found.id
            place = Inclusion(document=document.id, agreement=agreement, position=position)
            self._refuse_double(place, f"{entry.place}, veld agreements, {position + 1}")
            yield place

    def _then(self, entry: Entry) -> Then:
        assert isinstance(entry.record, Version)
        then = Then(entry.record)
        own = (entry.record.document, entry.record.major, entry.record.minor)
        if self.numbers.setdefault(own, entry.place) != entry.place:
            self.wrong.append(f"{entry.place}: dit nummer heeft {self.numbers[own]} al")
        if entry.record.minor and "assent" in entry.data:
            self.wrong.append(f"{entry.place}: een verbetering houdt het akkoord van haar versie")
        for key in self._tables(f"{entry.place}, ", "without", entry.data.get("without", [])):
            found = self.keys.get((Agreement, str(key)))
            if found is None:
                self.wrong.append(f"{entry.place}, veld without: ‘{key}’ wijst naar niets")
            else:
                then.without.append(found.id)
        was = self._tables(f"{entry.place}, ", "was", entry.data.get("was", []))
        for number, table in enumerate(was, 1):
            if changed := self._changed(f"{entry.place}, was {number}", table, NOT_YET):
                then.was.append(changed)
        return then

    def _step(self, number: int, table: Any) -> Iterator[Later]:
        place = f"step {number}"
        told = dict(table) if isinstance(table, dict) else {}
        at, who, reason = (told.pop(name, "") for name in ("at", "who", "reason"))
        changed = self._changed(place, told)
        try:
            if not isinstance(who, str) or not isinstance(reason, str):
                raise Wrong("who en reason horen tekst te zijn")
            day = written_date(at, self.today)
            if day.year < FIRST_YEAR:
                raise Wrong(f"een stap is niet van vóór {FIRST_YEAR}")
        except Wrong as wrong:
            self.wrong.append(f"{place}: {wrong}")
        else:
            if changed:
                yield Later(*changed, day, who, reason)

    def _changed(
        self, place: str, table: Any, absent: tuple[type[Record], ...] = ()
    ) -> tuple[str, dict[str, Any]] | None:
        """Which thing a table is about, and what it says of its fields."""
        named = next((n for n in table if n in BY_NAME), "") if isinstance(table, dict) else ""
        found = self.keys.get((BY_NAME[named], str(table[named]))) if named else None
        if found is None or found.kind in absent:
            self.wrong.append(f'{place}: zeg eerst welk ding het is, zoals agreement = "sleutel"')
            return None
        values: dict[str, Any] = {}
        for name, value in table.items():
            f = next((f for f in fields_of(found.kind) if f.name == name), None)
            try:
                if name != named:
                    values[name] = self._value(_changeable(f, found.kind), value)
            except Wrong as wrong:
                self.wrong.append(f"{place}, veld {name}: {wrong}")
        return found.id, values

    def _tables(self, place: str, name: str, tables: Any) -> list[Any]:
        if isinstance(tables, list):
            return tables
        self.wrong.append(f"{place}‘{name}’ hoort een lijst te zijn")
        return []


def _changeable(f: Field | None, kind: type[Record]) -> Field:
    if f is None:
        raise Wrong("dit veld bestaat niet")
    if f.name in (kind.natural_key or ()):
        raise Wrong("dit veld zegt welk ding het is, en wijzigt niet")
    if kind is Version and f.name in MADE_BY_US | NUMBER:
        raise Wrong("dit vult het programma zelf in")
    return f


def _names(kind: type[Record]) -> set[str]:
    return {f.name for f in fields_of(kind)}


def _part_of(kind: type[Record], owner: type[Record]) -> bool:
    return any(f.form is Form.PART_OF and f.type is owner for f in fields_of(kind))


def _in_order_of_kinds(records: list[Record]) -> Iterator[Record]:
    for kind in KINDS:
        yield from (record for record in records if type(record) is kind)
