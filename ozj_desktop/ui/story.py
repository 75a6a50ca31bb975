"""Steps of the history as people read them: what was it about, and before and after per field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Any

from ozj_desktop.model.difference import compared
from ozj_desktop.model.dutch import capital, counted, listed, sort_key
from ozj_desktop.model.record import Record, field_of
from ozj_desktop.model.stored import stored_words
from ozj_desktop.model.words import in_words
from ozj_desktop.store import past
from ozj_desktop.store.history import Change, Step
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.united import moved_along, united_by
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.parts.differences import as_html, shortened
from ozj_desktop.ui.theme import Colors
from ozj_desktop.ui.then import Then

LONGEST = 160  # characters of a value in a line
KEPT = 3000  # characters of a value that can be searched and compared word by word
MOST = 6  # changes of one step that are spelled out
WORDY = 24  # characters above which two texts are compared word by word
NAMELESS = "partij zonder naam"
BACK = {"undo": "ongedaan gemaakt: ", "redo": "opnieuw gedaan: "}


@dataclass(frozen=True)
class Told:
    """A field before and after; without the name of a field what came or went."""

    label: str
    before: str
    after: str
    kind: str = ""
    id: str = ""
    name: str = ""
    gone: bool = False  # it was deleted by this step


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
    undone: bool = False
    several: bool = False  # things of one kind, so that it is about none of them alone

    @property
    def hay(self) -> str:
        """All its words, to look for some."""
        changes = (f"{t.label} {t.before} {t.after}" for t in self.told)
        return sort_key(" ".join([self.title, self.what, self.who, self.reason, *changes]))


def entry(
    desk: Desk, step: Step, *, undone: bool = False, ids: frozenset[str] = frozenset()
) -> Entry:
    """With `ids` only what the step did to these."""
    changes = past.first_changes(desk.dossier, step.seq, 2 * MOST + 1, ids)
    what = f"{BACK.get(step.nature, '')}{in_words(step.label, KINDS)}"
    made = Entry(
        step.seq, display.local_time(step.at_utc), step.who, "", what, step.reason, "", (), undone
    )
    if step.label.startswith("united") and (both := _united(desk, step, made)):
        return both
    then = Then(desk, step.seq, changes)
    told = _once(_tell(then)) if len(changes) <= MOST else ()
    homes = then.homes() if len(changes) <= 2 * MOST else {}
    first, several = next(iter(homes), ""), bool(homes) and then.several
    if not first or several:
        counts = what[:1].isdigit()  # 2 afspraken gewijzigd: said already
        title, what = capital(what), "" if counts and not ids else _number(desk, step.seq)
    else:
        title = then.name(homes[first], first)
        what += "" if ids else then.called_now(homes[first], first)
    at = next((id for id in homes if desk.dossier.kind_of(id)), "")
    return replace(made, title=title, what=what, id=at, told=told, several=several)


def _united(desk: Desk, step: Step, made: Entry) -> Entry | None:
    """Two parties that became one: which, and how much went along as people count it."""
    done = step
    while done.reverts:
        done = desk.dossier.history.step(done.reverts)
    changes = desk.dossier.history.changes(done.seq)
    both = united_by(desk.dossier, done, changes)
    if both is None or not both.stays:
        return None
    ours, theirs = (name or NAMELESS for name in both.names)
    moved = moved_along(changes, both.goes)
    along = listed(counted(n, KIND_NAMED[kind].names) for kind, n in moved.items())
    what = f"{BACK.get(step.nature, '')}samengevoegd met ‘{theirs}’"
    what += f"; {along} {'ging' if sum(moved.values()) == 1 else 'gingen'} mee" if moved else ""
    at = both.stays if desk.dossier.kind_of(both.stays) else ""
    return replace(made, title=ours, what=what, id=at)


def _number(desk: Desk, seq: int) -> str:
    numbers = past.numbers(desk.dossier, seq).most_common(3)
    names = [(n, KIND_NAMED[kind].names) for kind, n in numbers if kind in KIND_NAMED]
    return listed(counted(n, both) for n, both in names)


def _once(told: Iterator[Told]) -> tuple[Told, ...]:
    """Three signals that were put aside with one reason read the same."""
    return tuple({(t.label, t.before, t.after): t for t in told}.values())


def _tell(then: Then) -> Iterator[Told]:
    for change in then.changes:
        kind = KIND_NAMED.get(change.kind)
        if kind is None:
            continue
        here = (change.kind, change.id)
        home = then.home(change)
        itself = home is not None and home.id == change.id
        part = _part(then, kind, change)
        one = capital(kind.names[0]) if itself or not part else part
        match change.op:
            case "edit":
                for name, (old, new) in change.fields.items():
                    if name != "position":
                        yield _told(then, kind, change, part, name, old, new)
            case "add":
                yield Told(one, "", _kept(then.name(kind, change.id)), *here)
            case "delete":
                yield Told(one, _deleted(kind, change), "", *here, gone=True)
            case _:
                yield Told(one, "echt gewist", "", *here)


def _part(then: Then, kind: type[Record], change: Change) -> str:
    """Bijdrage De Stroming: a part is known by its party, as far as it has one.

    Where a step was about several things, it says first of which: nothing for the one it is about.
    """
    home = then.home(change)
    party = str(then.row(change).get("party") or "")
    whose = then.short(party) if party else ""
    itself = home is not None and home.id == change.id
    part = "" if itself else f"{capital(kind.names[0])} {whose}".strip()
    if home is None or (then.first and home.id == then.first):
        return part
    name = then.name(home.kind, home.id)
    owner = f"‘{_short(name)}’" if name else capital(home.kind.names[0])
    return f"{owner}, {part[:1].lower()}{part[1:]}" if part else owner


def _told(
    then: Then, kind: type[Record], change: Change, part: str, name: str, old: Any, new: Any
) -> Told:
    here = (change.kind, change.id, name)
    try:
        field = field_of(kind, name)
    except KeyError:  # a field of an older version of the program
        return Told(capital(kind.names[0]), _kept(str(old or "")), _kept(str(new or "")))
    first = field.label.split()[0]
    low = field.label if first[1:] != first[1:].lower() else field.label[:1].lower()
    label = f"{part}, {low if low == field.label else low + field.label[1:]}"
    before, after = (_kept(stored_words(field, v, then.for_field)) for v in (old, new))
    return Told(label if part else field.label, before, after, *here)


def _deleted(kind: type[Record], change: Change) -> str:
    for name in ("name", "title", "what", "text", "label"):
        if name in change.fields and change.fields[name][0]:
            return _kept(str(change.fields[name][0]))
    return "weggehaald"


def _kept(text: str) -> str:
    return display.one_line(text[:KEPT])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def in_colours(told: Told, colors: Colors) -> str:
    """What people typed is escaped: it is shown, never followed. Long texts word by word."""
    if told.before and told.after and max(len(told.before), len(told.after)) > WORDY:
        was, now = compared(told.before, told.after)
    else:
        was, now = compared(_short(told.before), "")[0], compared("", _short(told.after))[1]
    marked = [(was, told.before), (now, told.after)]
    if any(
        run.look != "plain" for side in (was, now) for run in side
    ):  # a side without says nothing
        marked = [pair for pair in marked if any(run.look != "plain" for run in pair[0])]
    parts = [as_html(shortened(side), colors) for side, text in marked if text]
    return f"{escape(told.label)}: {' → '.join(parts) or 'leeg'}"


def as_text(told: Entry) -> str:
    """For a mail: no table, so that it reads well wherever it is pasted."""
    undone = " (weer ongedaan gemaakt)" if told.undone else ""
    by = f" door {told.who}" if told.who else ""
    what = f": {told.what}" if told.what else ""
    lines = [f"{told.at:%d-%m-%Y %H:%M}{by} – {told.title}{what}{undone}"]
    lines += [
        f"  {t.label}: {_short(t.before) or 'leeg'} → {_short(t.after) or 'leeg'}"
        for t in told.told
    ]
    return "\n".join([*lines, *([f"  Reden: {told.reason}"] if told.reason else [])])
