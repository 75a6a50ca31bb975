"""What cannot be, although each value by itself can: circles, numbers, days that turn around."""

from collections.abc import Iterable, Iterator
from datetime import date

from ozj_desktop.exchange.content import starting_items
from ozj_desktop.exchange.text_entry import Entry
from ozj_desktop.model.documents import Version
from ozj_desktop.model.lists import LISTS, ListItem
from ozj_desktop.model.record import Form, Record, fields_of


def wrong_together(entries: Iterable[Entry], today: date) -> list[str]:
    """Every mistake with its place, in the order of the text."""
    made = [entry for entry in entries if entry.record]
    return [*_circles(made), *_versions(made, today), *_items(made)]


def _circles(entries: list[Entry]) -> Iterator[str]:
    """A party that is part of itself, through others or not."""
    of = {entry.id: entry for entry in entries}
    for entry in entries:
        for f in fields_of(entry.kind):
            alike = f.form in (Form.REF, Form.REFS) and f.type in (entry.kind, Record)
            if alike and entry.id in _reached(entry.id, f.name, of):
                yield f"{entry.place}, veld {f.name}: dit komt weer bij zichzelf uit"


def _reached(start: str, field: str, of: dict[str, Entry]) -> set[str]:
    """Where the links of this field lead to, step by step."""
    found: set[str] = set()
    todo = [start]
    while todo:
        entry = of.get(todo.pop())
        value = getattr(entry.record, field, None) if entry else None
        targets = {value} if isinstance(value, str) else set(value or ())
        todo += targets - found
        found |= targets
    return found


def _versions(entries: list[Entry], today: date) -> Iterator[str]:
    """Numbered from 1, submitted by now, and none before the one that it follows."""
    found = [(e.record, e.place) for e in entries if isinstance(e.record, Version)]
    found.sort(key=lambda f: (f[0].document, f[0].major, f[0].minor))
    before: Version | None = None
    for version, place in found:
        if version.major < 1 or version.minor < 0:
            yield f"{place}: de eerste versie heeft nummer 1 (major = 1, minor = 0)"
        on = version.submitted_on
        if on and on > today:
            yield f"{place}, veld submitted_on: een versie die nog komt, is nog niet voorgelegd"
        follows = before is not None and before.document == version.document
        if follows and on and before and before.submitted_on and on < before.submitted_on:
            yield f"{place}, veld submitted_on: dit is van vóór versie {before.number}"
        before = version


def _items(entries: list[Entry]) -> Iterator[str]:
    """In a list that there is, and counted as a code that the rules know."""
    known = {(item.list, item.code) for item in starting_items()}
    for entry in entries:
        item = entry.record
        if not isinstance(item, ListItem):
            continue
        if item.list not in LISTS:
            yield f"{entry.place}: de lijst ‘{item.list}’ bestaat niet; kies uit {', '.join(LISTS)}"
        elif item.counts_as and (item.list, item.counts_as) not in known:
            yield f"{entry.place}: ‘{item.counts_as}’ staat niet in de lijst {item.list}"
