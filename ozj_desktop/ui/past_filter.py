"""What part of the history is asked for: who, since when, about what; and what can be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ozj_desktop.model.assent import versions
from ozj_desktop.model.documents import Assent, Document, TableAssent
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.store import past
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.past import Wanted
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import day_month, local_time, moment
from ozj_desktop.ui.places import PLACES


@dataclass(frozen=True)
class Since:
    """From when; by the number of a step or by a moment in UTC."""

    words: str
    after: int = 0
    utc: str = ""

    def step(self, desk: Desk) -> int:
        """The last step that came before."""
        return past.number_at(desk.dossier, self.utc) if self.utc else self.after


@dataclass(frozen=True)
class About:
    """Kinds of things, or one thing with all its parts."""

    words: str
    kinds: frozenset[str] = frozenset()
    id: str = ""


EVER, ALL = Since("altijd"), About("alles")


@dataclass(frozen=True)
class PastFilter:
    """All of it together; as it is at first it lets everything through."""

    who: str = ""
    since: Since = EVER
    about: About = ALL
    words: str = ""

    def wanted(self, desk: Desk) -> Wanted:
        ids: frozenset[str] = frozenset()
        if self.about.id:
            kind = desk.dossier.rows.kind_of(self.about.id) or ""
            ids = past.belonging(desk.dossier, kind, self.about.id)
        return Wanted(self.who or None, self.since.after, self.since.utc, self.about.kinds, ids)


def everything_of(desk: Desk, id: str) -> About:
    """One thing with all that belongs to it."""
    kind = desk.dossier.kind_of(id)
    return About(desk.names.of(kind, id) if kind else "", id=id)


def abouts() -> list[About]:
    """The kinds of things as they stand in the rail, each with its parts."""
    return [about_place(place.key) for place in PLACES if place.kinds]


def about_place(key: str) -> About:
    """What is at home in one place."""
    place = next(place for place in PLACES if place.key == key)
    return About(place.title.lower(), _with_parts(place.kinds))


def _with_parts(names: tuple[str, ...]) -> frozenset[str]:
    found = [kind for kind in KINDS if kind.__name__ in names]
    for owner in found:  # grows while we walk it
        found += [
            kind
            for kind in KINDS
            if kind not in found
            and any(f.form is Form.PART_OF and f.type is owner for f in fields_of(kind))
        ]
    return frozenset(map(table_name, found))


# Since when


def at_day(day: date) -> str:
    """The beginning of a day here, in UTC."""
    return datetime.combine(day, time()).astimezone().astimezone(UTC).isoformat()


def since_day(day: date, today: date) -> Since:
    return Since(day_month(day, today), utc=at_day(day))


def lately(desk: Desk) -> list[Since]:
    today = desk.today
    return [
        EVER,
        Since("vandaag", utc=at_day(today)),
        Since("deze week", utc=at_day(today - timedelta(days=today.weekday()))),
        Since("deze maand", utc=at_day(today.replace(day=1))),
    ]


def last_time(desk: Desk) -> Since | None:
    """The last time that this user closed this dossier."""
    seen = desk.last_time
    if seen is None:
        return None
    at = local_time(seen.at_utc)
    told = f"{moment(at)} uur" if at.date() == desk.today else day_month(at.date(), desk.today)
    return Since(f"vorige keer, {told}", after=seen.seq)


def of_documents(desk: Desk) -> Iterator[tuple[str, list[Since]]]:
    """Per document the moments at which something was settled, the newest first."""
    for document in sorted(desk.facts.all(Document), key=lambda d: sort_key(d.name)):
        found = []
        for version in versions(desk.facts, document.id):
            on = f", {day_month(version.submitted_on, desk.today)}" if version.submitted_on else ""
            seq = past.made_by(desk.dossier, version.id)
            name = f"versie {version.number} van ‘{_short(document.name)}’{on}"
            found.append(Since(name, after=seq))
            found += _answered(desk, version.id, document)
        if found:
            yield document.name or "Stuk zonder naam", found


def _answered(desk: Desk, version: str, document: Document) -> list[Since]:
    """The days on which parties said something of a version, or their boards decided."""
    days: set[tuple[date, str]] = set()
    for given in desk.facts.of(Assent, "version", version):
        if given.decided_on:
            days.add((given.decided_on, "besluit"))
        if given.table_on and given.table not in (TableAssent.SUBMITTED, TableAssent.NOT_ASKED):
            days.add((given.table_on, "antwoord"))
    return [
        Since(
            f"{what} over ‘{_short(document.name)}’, {day_month(day, desk.today)}", utc=at_day(day)
        )
        for day, what in sorted(days, reverse=True)
        if day <= desk.today
    ]


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"


def first_moment(desk: Desk) -> Since:
    """Where a summary begins: the last time, else the newest version, else this month."""
    if seen := last_time(desk):
        return seen
    newest = [moments[0] for _, moments in of_documents(desk)]
    return max(newest, key=lambda since: since.after) if newest else lately(desk)[-1]
