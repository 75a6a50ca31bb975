"""What a search finds, by kind, and where each of it is opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import latest
from ozj_desktop.model.documents import Assent, Deviation, Document, Version
from ozj_desktop.model.dutch import capital, sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.store.search import END, FOUND
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.desk import KIND_NAMED, Desk
from ozj_desktop.ui.places import home_of

MOST, PER_KIND = 60, 6
LAST = ("listitem",)  # their texts hold codes that are no words
SAID = {Assent: "Wat partijen zeggen", Deviation: "Wat partijen over één afspraak zeggen"}
RESERVATION = "reservation"  # the list of what an answer can wait for


@dataclass(frozen=True)
class Hit:
    """A thing that was found; without an id the heading above a kind."""

    title: str
    snippet: str = ""
    id: str = ""


class Target(NamedTuple):
    """The thing to show, and the row in it."""

    id: str
    row: str = ""


def find(desk: Desk, words: str) -> list[Hit]:
    """The best hits of each kind; a part is shown under its owner. Choices in lists come last."""
    by_kind: dict[str, list[Hit]] = {}
    found = sorted(desk.dossier.find(words, MOST), key=lambda f: f[0] in LAST)
    for name, id, snippet in (*found, *_reserved(desk, words)):
        kind = KIND_NAMED.get(name)
        if kind is None or home_of(desk, id) is None or _is_past(desk, kind, id):
            continue
        hits = by_kind.setdefault(SAID.get(kind) or capital(kind.names[1]), [])
        if len(hits) < PER_KIND and all(hit.id != id for hit in hits):
            hits.append(Hit(_title(desk, kind, id), "" if name in LAST else snippet, id))
    return [hit for kind, hits in by_kind.items() if hits for hit in (Hit(kind), *hits)]


def _reserved(desk: Desk, words: str) -> Iterator[tuple[str, str, str]]:
    """What answers wait for is chosen from a list: its words stand in no answer itself."""
    wanted = sort_key(words).split()
    for item in desk.dossier.all(ListItem, list=RESERVATION) if wanted else ():
        parts = str(item).split()
        hit = [any(sort_key(part).startswith(w) for w in wanted) for part in parts]
        if not all(any(sort_key(part).startswith(w) for part in parts) for w in wanted):
            continue
        shown = " ".join(
            f"{FOUND}{part}{END}" if found else part for part, found in zip(parts, hit, strict=True)
        )
        for kind in (Assent, Deviation):
            for (id,) in desk.dossier.pick(kind, "id", reservation=item.id):
                yield table_name(kind), id, f"onder voorbehoud van {shown}"


def _is_past(desk: Desk, kind: Any, id: str) -> bool:
    """Whether it is an answer to a version that another one took the place of."""
    given: Any = desk.get(kind, id) if kind in SAID else None
    if isinstance(given, Deviation):
        given = desk.get(Assent, given.assent)
    version = desk.get(Version, given.version) if given else None
    newest = latest(desk.facts, version.document) if version else None
    return version is not None and newest is not None and newest.major != version.major


def _title(desk: Desk, kind: Any, id: str) -> str:
    record: Any = desk.get(kind, id)
    if isinstance(record, Assent | Deviation | Contribution):
        return _answer_title(desk, record)
    home = home_of(desk, id)
    if home and home[1] != id:
        owner = desk.dossier.kind_of(home[1])
        return desk.names.of(owner, home[1]) if owner else ""
    return desk.names.of(kind, id)


def _answer_title(desk: Desk, record: Assent | Deviation | Contribution) -> str:
    """Stichting Leerrijk – Eén plan: whose words it are, and about what."""
    if isinstance(record, Assent):
        version = desk.get(Version, record.version)
        about = desk.names.of(Document, version.document) if version else ""
    else:
        about = desk.names.of(Agreement, record.agreement)
    given: Any = desk.get(Assent, record.assent) if isinstance(record, Deviation) else record
    who = desk.names.short(given.party) if given else ""
    return " – ".join(part for part in (who, about) if part)


def target(desk: Desk, id: str) -> Target:
    """What is said of one agreement stands there, in the row of who says it."""
    found = desk.dossier.named(id)
    given = desk.get(Assent, found.assent) if isinstance(found, Deviation) else None
    if isinstance(found, Deviation) and given:
        row = Contribution(agreement=found.agreement, party=given.party)
        return Target(found.agreement, row.id)
    return Target(id)
