"""Steps of the history as people read them: what was it about, and before and after per field."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any

from ozj_desktop.model.dutch import capital, counted, listed
from ozj_desktop.model.record import Field, Form, Record, field_of
from ozj_desktop.model.words import in_words
from ozj_desktop.store.history import Change, Step
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.places import home_of

LONGEST = 160  # characters of a value
MOST = 6  # changes of one step that are spelled out
BACK = {"undo": "teruggedraaid: ", "redo": "opnieuw gedaan: "}


@dataclass(frozen=True)
class Told:
    """A field before and after; without a field what came or went."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One step, told."""

    seq: int
    at: datetime
    who: str
    title: str
    what: str
    reason: str
    id: str  # where it can be seen now
    told: tuple[Told, ...]


def entry(desk: Desk, step: Step) -> Entry:
    changes = desk.dossier.history.changes(step.seq)
    what = f"{BACK.get(step.nature, '')}{in_words(step.label, KINDS)}"
    here = _about(desk, changes)
    name = _name(desk, here) if len(changes) <= 2 * MOST else ""
    return Entry(
        step.seq,
        display.local_time(step.at_utc),
        step.who,
        name or capital(what),
        what if name else _number(changes),
        step.reason,
        here if name else "",
        tuple(_tell(desk, changes)) if len(changes) <= MOST else (),
    )


def _about(desk: Desk, changes: list[Change]) -> str:
    """What is left of the things it was about; the first that has a place of its own."""
    for change in changes:
        if home := home_of(desk, change.id):
            return home[1]
    return ""


def _name(desk: Desk, id: str) -> str:
    kind = desk.dossier.kind_of(id) if id else None
    return desk.names.of(kind, id) if kind else ""


def _number(changes: list[Change]) -> str:
    names: dict[type[Record], int] = {}
    for change in changes:
        if kind := KIND_NAMED.get(change.kind):
            names[kind] = names.get(kind, 0) + 1
    shown = sorted(names.items(), key=lambda pair: -pair[1])[:3]
    return listed(counted(n, kind.names) for kind, n in shown)


def _tell(desk: Desk, changes: list[Change]) -> Iterator[Told]:
    for change in changes:
        kind = KIND_NAMED.get(change.kind)
        if kind is None:
            continue
        match change.op:
            case "edit":
                for name, (old, new) in change.fields.items():
                    if name != "position":
                        yield _told(desk, kind, name, old, new)
            case "add":
                yield Told(capital(kind.names[0]), "", _words_of(desk, kind, change.id))
            case "delete":
                yield Told(capital(kind.names[0]), _deleted(kind, change), "")
            case _:
                yield Told(capital(kind.names[0]), "echt gewist", "")


def _told(desk: Desk, kind: type[Record], name: str, old: Any, new: Any) -> Told:
    try:
        field = field_of(kind, name)
    except KeyError:  # a field of an older version of the program
        return Told(capital(kind.names[0]), _short(str(old or "")), _short(str(new or "")))
    return Told(field.label, _words(desk, field, old), _words(desk, field, new))


def _words(desk: Desk, field: Field, stored: Any) -> str:
    """A stored value in words: history keeps values as the file does."""
    if stored is None or stored == "":
        return ""
    value = stored
    match field.form:
        case Form.DATE:
            value = date.fromisoformat(stored)
        case Form.CHOICE:
            value = field.type(stored)
        case Form.REFS:
            value = json.loads(stored)
    try:
        return _short(display.text_of(field, value, desk.names.for_field)) or "iets wat weg is"
    except (ValueError, KeyError):
        return _short(str(stored))


def _words_of(desk: Desk, kind: type[Record], id: str) -> str:
    named = desk.names.of(kind, id)
    return _short(named) or "weer weggehaald"


def _deleted(kind: type[Record], change: Change) -> str:
    for name in ("name", "title", "what", "text", "label"):
        if name in change.fields and change.fields[name][0]:
            return _short(str(change.fields[name][0]))
    return "weggehaald"


def _short(text: str) -> str:
    plain = display.one_line(text)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def as_html(told: Told, removed: str, added: str) -> str:
    """What people typed is escaped: it is shown, never followed. Colours as `color;ground`."""
    gone, gone_on = removed.split(";")
    new, new_on = added.split(";")
    before = f'<s style="color:{gone};background:{gone_on}">{escape(told.before)}</s>'
    after = (
        f'<b style="color:{new};background:{new_on};text-decoration:underline">'
        f"{escape(told.after)}</b>"
    )
    parts = [part for part, text in ((before, told.before), (after, told.after)) if text]
    return f"{escape(told.label)}: {' → '.join(parts) or 'leeg'}"


def as_text(told: Entry) -> str:
    lines = [f"{told.at:%d-%m-%Y %H:%M}\t{told.who}\t{told.title}\t{told.what}"]
    lines += [f"\t\t{t.label}\t{t.before or 'leeg'} → {t.after or 'leeg'}" for t in told.told]
    return "\n".join(lines)
