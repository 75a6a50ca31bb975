"""The names of things, for fields that point to them; read once per kind, patched by notices."""

from collections import Counter
from itertools import chain, count
from re import sub
from typing import Any

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.ends import LINKING, called
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Field, Record, fields_of
from ozj_desktop.model.stored import name_field
from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.store.tables import table_name


class Names:
    """`of(Party, id)` is what the party is called; `short` as lists call it."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._known: dict[type[Record], dict[str, str]] = {}
        self._short: dict[str, str] = {}

    def all(self, kind: type[Record]) -> dict[str, str]:
        if kind not in self._known:
            self._known[kind] = self._read(kind)
        return self._known[kind]

    def of(self, kind: type[Record], id: str) -> str:
        if kind is Record:  # a link to anything
            found = self._dossier.kind_of(id)
            return self.of(found, id) if found else ""
        if kind in LINKING:  # by its ends, which get other names without it hearing of that
            record = self._get(kind, id)
            return (getattr(record, "what", "") or called(record, self._get)) if record else ""
        return self.all(kind).get(id, "")

    def _get(self, kind: type[Record], id: str) -> Record | None:
        return next(iter(self._dossier.all(kind, id=id)), None)

    def short(self, id: str) -> str:
        """What a party is called where there is little room; in full where two share it."""
        if not self._short:
            found = self._dossier.pick(Party, "id", "short_name")
            known = Counter(short for _, short in found)
            self._short = {id: short for id, short in found if short and known[short] == 1}
        return self._short.get(id) or self.of(Party, id)

    def for_field(self, field: Field, id: str) -> str:
        return self.of(field.type, id)

    def options(self, field: Field) -> list[tuple[str, str]]:
        """What a field that links can point to, in the order in which people look for it."""
        if field.list:
            items = in_order(self._dossier.all(ListItem, list=field.list))
            return [(item.id, str(item)) for item in items]
        if field.type is Record:  # what people mean when something comes from somewhere
            known = (self.all(kind) for kind in (Agreement, Document, Forum))
            return sorted(
                ((id, words) for names in known for id, words in names.items()),
                key=lambda pair: sort_key(pair[1]),
            )
        names = self.all(field.type)
        places: dict[str, int] = {}
        if any(f.name == "position" for f in fields_of(field.type)):
            places = dict(self._dossier.pick(field.type, "id", "position"))
        return sorted(names.items(), key=lambda n: (places.get(n[0], 0), sort_key(n[1])))

    def heard(self, notice: Notice) -> None:
        """Read again what was changed, one by one; a kind that came or went as a whole."""
        changed: dict[str, list[str]] = {}
        for name, id, _ in notice.changes:
            changed.setdefault(name, []).append(id)
        for kind, known in list(self._known.items()):
            ids = changed.get(table_name(kind), [])
            if len(ids) > 20 or kind.__str__ is not Record.__str__:
                self._known.pop(kind) if ids else None
                continue
            for id in ids:
                known.pop(id, None)
                known.update(self._read(kind, id=id))
        if table_name(Party) in changed:
            self._short = {}

    def _read(self, kind: type[Record], **equal: Any) -> dict[str, str]:
        name = name_field(kind)
        if kind.__str__ is not Record.__str__ or not name:
            return {record.id: str(record) for record in self._dossier.all(kind, **equal)}
        nameless = f"{kind.names[0]} zonder naam"
        picked = self._dossier.pick(kind, "id", name, **equal)
        return {id: text or nameless for id, text in picked}


def last_place(dossier: Dossier, kind: type[Record], **equal: Any) -> dict[str, Any]:
    """The `position` after all others, so that a new thing comes at the end; {} without places."""
    if all(f.name != "position" for f in fields_of(kind)):
        return {}
    taken = (place for (place,) in dossier.pick(kind, "position", **equal))
    return {"position": max(taken, default=0) + 1}


def new_thing(dossier: Dossier, field: Field, text: str) -> Record:
    """What `+ nieuwe …` makes: a thing with this name that the field can point to."""
    if field.list:
        return new_item(dossier, field.list, text)
    kind: type[Record] = field.type
    values: dict[str, Any] = {name_field(kind): text, **last_place(dossier, kind)}
    return kind(**values)


def new_item(dossier: Dossier, name: str, text: str) -> ListItem:
    """A choice of the user's own, at the end of a list; rules know it as something else.

    A code that another choice has already, under whatever label, stays the code of that choice.
    """
    taken = {code for (code,) in dossier.pick(ListItem, "code", list=name)}
    plain = sub(r"[^a-z0-9]+", "_", sort_key(text)).strip("_") or "eigen"
    codes = chain([plain], (f"{plain}_{n}" for n in count(2)))
    code = next(code for code in codes if code not in taken)
    place = last_place(dossier, ListItem, list=name)
    return ListItem(list=name, code=code, label=text, counts_as="other", **place)


def new_words(field: Field) -> str:
    """How that is offered; nothing for what cannot be made from a name alone."""
    if field.list:
        return "nieuwe keuze"
    kind: type[Record] = field.type
    if kind is Record or any(f.required for f in fields_of(kind)):
        return ""
    return f"{'nieuw' if kind.article == 'het' else 'nieuwe'} {kind.names[0]}"
