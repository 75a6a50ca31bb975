"""What is different since some moment, in sentences to share: per document, agreement and party.

What counts is how it was and how it is, not every step between. Internal remarks, confidential
agreements and data of people stay out of it, as they do out of a cleaned copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ozj_desktop.exchange.mail_text import Letter, Part
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.charter import ExistingWork, Principle, Term, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.difference import compared
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.dutch import capital, listed, sort_key
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Field, Form, Record, fields_of
from ozj_desktop.model.stored import stored_words
from ozj_desktop.store.cleaned import INTERNAL, secret_keys
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import Row
from ozj_desktop.store.past import Net, net_changes, row_then
from ozj_desktop.store.rows import LINKS
from ozj_desktop.store.tables import targets
from ozj_desktop.store.united import PARTY, Union, apart_from, now_called, unions

CHAPTERS: tuple[tuple[str, tuple[type[Record], ...]], ...] = (
    ("Stukken", (Document,)),
    ("Afspraken", (Agreement,)),
    ("Partijen", (Party,)),
    ("Visie en principes", (Vision, Principle, Term)),
    ("Verder", (Collaboration, Action, Topic, Forum, ExistingWork, Area)),
)
UNTOLD: tuple[type[Record], ...] = (ListItem, SetAside)
UNTOLD_FIELDS = frozenset({"position", "confidential", "stage", "counts_as"})
NEW_FIELDS = frozenset({"what", "result", "ends_on", "role", "by", "due", "meaning", "table"})
OF_AN_ANSWER = frozenset({"table", "reservation", "reservation_until", "note", "acceptable"})
MOST_COMPARED = 3000  # characters
SHORT = 70  # characters of two values that fit in one sentence


class Subject(NamedTuple):
    """What became of one thing."""

    title: str
    lines: tuple[str, ...]


class Chapter(NamedTuple):
    """The things of one sort that are different."""

    title: str
    topics: tuple[Subject, ...]


def told_since(dossier: Dossier, after: int) -> list[Chapter]:
    """What is different from how it was right after a step; a thing that is the same says nothing.

    For a private copy, beside the window: the history can be long.
    """
    united = unions(dossier, after)
    nets = apart_from(dossier, net_changes(dossier, after), united)
    return _Telling(dossier, nets, _became_one(dossier, united, after)).chapters()


def _became_one(dossier: Dossier, united: list[Union], after: int) -> dict[str, list[str]]:
    """By the party it is now, the sentences; a double that came and went in between is no news."""
    found: dict[str, list[str]] = defaultdict(list)
    known: set[str] = set()
    for union in united:
        both = {union.stays, union.goes}
        if both & known or any(row_then(dossier, PARTY, id, after) for id in both):
            known.add(union.stays)
            found[now_called(union, united)].append(_two_are_one(*union.names))
    return found


def as_text(chapters: Iterable[Chapter]) -> str:
    """To paste in a mail."""
    parts = [
        "\n".join([topic.title, *(f"- {line}" for line in topic.lines)])
        for chapter in chapters
        for topic in chapter.topics
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def as_letter(name: str, since: str, chapters: Iterable[Chapter]) -> Letter:
    """A mail to whom it may concern; the user chooses to whom."""
    topics = [topic for chapter in chapters for topic in chapter.topics]
    return Letter(
        f"{one_line(name)[:120] or 'Onze afspraken'}: wat er veranderd is",
        (
            Part("Beste partners,"),
            Part(f"Dit is er veranderd {since}."),
            *(Part(strong=topic.title, lines=topic.lines) for topic in topics),
            Part("Met vriendelijke groet,"),
        ),
    )


@dataclass(frozen=True)
class _Seen:
    """What a reader may see of a change."""

    net: Net
    kind: type[Record]
    before: Row | None
    after: Row | None


class _Telling:
    """Knows what things are and were called, and what is secret."""

    def __init__(self, dossier: Dossier, found: list[Net], united: dict[str, list[str]]) -> None:
        self._dossier = dossier
        self._united = united
        self._nets = {net.id: net for net in found}
        self._secret = {id for _, id in secret_keys(dossier)}
        self._was_secret = {n.id for n in found if (n.before or {}).get("confidential")}

    def chapters(self) -> list[Chapter]:
        by_home: dict[tuple[type[Record], str], list[_Seen]] = defaultdict(list)
        for seen in self._visible():
            by_home[self._home(seen)].append(seen)
        for id in self._united:
            by_home.setdefault((Party, id), [])
        made = []
        for title, kinds in CHAPTERS:
            homes = [home for home in by_home if home[0] in kinds]
            homes.sort(key=lambda home: (kinds.index(home[0]), sort_key(self._name(home[1]))))
            topics = (self._topic(*home, by_home[home]) for home in homes)
            if told := tuple(topic for topic in topics if topic.lines):
                made.append(Chapter(title, told))
        return made

    # What may be seen

    def _visible(self) -> Iterator[_Seen]:
        for net in self._nets.values():
            kind = self._dossier.rows.tables[net.kind].kind
            now_hidden = self._hidden(kind, net.id, net.after or net.before, self._secret)
            if kind in UNTOLD or now_hidden:
                continue
            before = net.before
            if self._hidden(kind, net.id, before, self._was_secret):
                before = None
            if before or net.after:
                yield _Seen(net, kind, before, net.after)

    def _hidden(self, kind: type[Record], id: str, row: Row | None, secret: set[str]) -> bool:
        if id in secret or (row or {}).get("confidential"):
            return bool(row)
        needs = (
            row[f.name]
            for f in fields_of(kind)
            if row and f.form in (Form.PART_OF, Form.REF) and (not f.optional or kind is Action)
        )
        return any(target in secret or self._gone_secret(target) for target in needs if target)

    def _gone_secret(self, id: object) -> bool:
        """What was confidential until it was deleted, and what was a part of it."""
        net = self._nets.get(str(id))
        return bool(net and net.after is None and (net.before or {}).get("confidential"))

    # Names

    def _home(self, seen: _Seen) -> tuple[type[Record], str]:
        """The thing under which a change is told: that of which it is a part."""
        kind, id, row = seen.kind, seen.net.id, seen.after or seen.before
        while row is not None:
            owner = next((f for f in fields_of(kind) if f.form is Form.PART_OF), None)
            if owner is None:
                break
            id, kind = str(row[owner.name]), owner.type
            net = self._nets.get(id)
            row = (net.after or net.before) if net else self._read(kind, id)
        return kind, id

    def _read(self, kind: type[Record], id: str) -> Row | None:
        return self._dossier.rows.read(kind.__name__.lower(), id)

    def _name(self, id: str) -> str:
        """What a thing is called now, or was when it was last there; nothing of what is secret."""
        if id in self._secret or self._gone_secret(id):
            return ""
        if record := self._dossier.named(id):
            return one_line(str(record))
        net = self._nets.get(id)
        if net is None or net.before is None:
            return ""
        table = self._dossier.rows.tables[net.kind]
        return one_line(str(table.to_record((id, *net.before.values()))))

    def _words(self, field: Field, value: object) -> str:
        if field.form is Form.REFS:
            ids = [id for id in targets(str(value or "[]")) if self._name(id)]
            value = '["' + '","'.join(ids) + '"]' if ids else ""
        elif field.form in LINKS and value and not self._name(str(value)):
            return ""
        return stored_words(field, value, lambda _, id: self._name(id))

    # Sentences

    def _topic(self, kind: type[Record], id: str, found: list[_Seen]) -> Subject:
        own = [seen for seen in found if seen.net.id == id]
        parts = [seen for seen in found if seen.net.id != id]
        lines = [*self._united.get(id, ()), *(line for s in own for line in self._own_lines(s))]
        whole = bool(own) and (own[0].before is None or own[0].after is None)
        if not (whole and own[0].after is None):  # of what is gone its parts are gone too
            told = [line for seen in parts for line in self._part_lines(seen)]
            lines += sorted(dict.fromkeys(told), key=sort_key)
        name = self._name(id)
        title = (
            name if kind in (Document, Agreement, Party) else f"{capital(kind.names[0])}: {name}"
        )
        return Subject(title if kind is not Vision else "Visie", tuple(lines))

    def _own_lines(self, seen: _Seen) -> list[str]:
        one = f"{seen.kind.article} {seen.kind.names[0]}"
        if seen.after is None:
            return [f"{capital(one)} is verwijderd."]
        if seen.before is None:
            new = "Nieuw" if seen.kind.article == "het" else "Nieuwe"
            told = [f"{new} {seen.kind.names[0]}."]
            return [*told, *self._fields(seen, only=NEW_FIELDS)]
        return [*self._fields(seen)]

    def _part_lines(self, seen: _Seen) -> Iterator[str]:
        row = seen.after or seen.before or {}
        if seen.kind is Version:
            if seen.before is None:
                number = f"{row['major']}.{row['minor']}" if row["minor"] else row["major"]
                yield f"Versie {number} is voorgelegd."
            return
        if seen.kind is Inclusion:
            name = self._name(str(row["agreement"]))
            if seen.before is None or seen.after is None:
                yield f"Afspraak ‘{name}’ staat er {'nu' if seen.after else 'niet meer'} in."
            return
        if seen.kind is Contact:
            yield "De contactpersonen zijn bijgewerkt."
            return
        yield from self._about_part(seen, row)

    def _about_part(self, seen: _Seen, row: Row) -> Iterator[str]:
        party = self._name(str(row["party"])) if row.get("party") else ""
        owner = next(f for f in fields_of(seen.kind) if f.form is Form.PART_OF)
        of = f" van {party}" if party and owner.name != "party" else ""
        called = f"{capital(seen.kind.names[0])}{of}"
        if seen.kind is Deviation:
            called = self._whose_answer(row)
        if seen.after is None:
            yield f"{called}: weggehaald."
        elif seen.before is None and seen.kind is Deviation:
            said, *more = self._fields(seen, only=OF_AN_ANSWER)
            yield " ".join([f"{called}: {said.partition(': ')[2]}", *more])
        elif seen.before is None:
            told = "; ".join(self._fields(seen, only=NEW_FIELDS)).replace(".;", ";")
            yield f"{called}: nieuw. {told}".strip()
        else:
            for line in self._fields(seen):
                yield f"{called}. {line}"

    def _whose_answer(self, row: Row) -> str:
        """Akkoord van De Stroming bij afspraak ‘Eén plan’: it is part of what a party said."""
        assent, net = str(row["assent"]), self._nets.get(str(row["assent"]))
        given = (net and (net.after or net.before)) or self._read(Assent, assent) or {}
        party = self._name(str(given.get("party") or "")) or "een partij"
        return f"Akkoord van {party} bij afspraak ‘{self._name(str(row['agreement']))}’"

    def _fields(self, seen: _Seen, only: frozenset[str] = frozenset()) -> Iterator[str]:
        internal = INTERNAL.get(seen.kind, ())
        for field in fields_of(seen.kind):
            if field.name in internal or field.name in UNTOLD_FIELDS or field.form is Form.FILE:
                continue
            if field.form is Form.PART_OF or (only and field.name not in only):
                continue
            before = self._words(field, (seen.before or {}).get(field.name))
            after = self._words(field, (seen.after or {}).get(field.name))
            if before != after:
                yield sentence(field, before, after)


def _two_are_one(stays: str, goes: str) -> str:
    """The one sentence about two parties; how much moved with it is of no use to a reader."""
    names = [one_line(name) or "een partij zonder naam" for name in (stays, goes)]
    if names[0] == names[1]:
        return f"{capital(names[0])} stond er twee keer, en is nu één partij."
    return f"{capital(listed(sorted(names, key=sort_key)))} zijn één partij geworden."


def _only_one_side(before: str, after: str) -> str:
    """Where words only came, or only went, these say it all."""
    if max(len(before), len(after)) > MOST_COMPARED or len(before) + len(after) <= SHORT:
        return ""
    was, now = compared(one_line(before), one_line(after))
    gone = [run.text for run in was if run.look == "removed"]
    new = [run.text for run in now if run.look == "added"]
    if bool(gone) == bool(new):
        return ""
    words = " … ".join(one_line(text) for text in gone or new)
    return f"{'weggehaald is' if gone else 'toegevoegd is'} ‘{words}’"


def sentence(field: Field, before: str, after: str) -> str:
    """Uiterlijk: 1 mei 2027 (was 1 maart 2027)."""
    text = field.form in (Form.LINE, Form.TEXT)
    was, now = (f"‘{one_line(s)}’" if text and s else one_line(s) for s in (before, after))
    if text and was and now and (only := _only_one_side(before, after)):
        told = f"{field.label}: {only}"
    elif not now:
        told = f"{field.label}: vervallen (was {was})"
    elif not was:
        told = f"{field.label}: {now}"
    elif len(was) + len(now) > SHORT:
        told = f"{field.label} is nu {now}; eerder stond er {was}"
    else:
        told = f"{field.label}: {now} (was {was})"
    return told if told.endswith((".’", "!’", "?’")) else f"{told}."
