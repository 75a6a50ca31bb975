"""From a readable text to a dossier: records saved, versions frozen as they were at their time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from ozj_desktop.exchange.content import starting_items
from ozj_desktop.exchange.manuscript import frozen_text
from ozj_desktop.exchange.text_in import Later, Text, Then, read_text
from ozj_desktop.model.assent import included, signatories
from ozj_desktop.model.documents import Assent, Document, Inclusion, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Form, Id, Record, fields_of
from ozj_desktop.model.words import edited
from ozj_desktop.store.dossier import Dossier

LATER = (Version, Assent)  # saved when their turn comes


def build(source: Path, target: Path, *, today: date, who: str = "") -> None:
    """Make a dossier of a readable text; raise UserError, and leave nothing, if it cannot be."""
    text = read_text(source, today)
    clock = _Clock(text.later, today)
    dossier = Dossier.in_memory(target, who=who, now=clock)
    with dossier.step("built", nature="final"):  # there is no way back to an empty dossier
        _save(dossier, text, today)
    for later in text.later:
        dossier.who, clock.day = later.who or who, later.at
        _change(dossier, later)
    dossier.publish()


class _Clock:
    """Tells when a step was made: now, or on the day that the text gives, an hour apart."""

    def __init__(self, later: list[Later], today: date) -> None:
        first = min((step.at for step in later), default=None)
        self.day = first - timedelta(days=1) if first and first <= today else None
        self._hour = 0

    def __call__(self) -> datetime:
        now = datetime.now(UTC)
        if self.day is None or self.day >= now.date():
            return now
        self._hour = (self._hour + 1) % 8
        return datetime.combine(self.day, time(8 + self._hour, 7 * self._hour), UTC)


def _change(dossier: Dossier, later: Later) -> None:
    record = dossier.named(later.id)
    assert record is not None
    name = next(iter(later.values), "")
    with dossier.step(edited(type(record), name), reason=later.reason):
        dossier.save(replace(record, **later.values))


def _save(dossier: Dossier, text: Text, today: date) -> None:
    for data in text.files.values():
        dossier.keep(data)
    dossier.save(*starting_items())
    of_versions = [r for r in text.records if type(r) in LATER or _belongs_to_assent(r)]
    then_too = {r.id for r in of_versions}
    dossier.save(*(r for r in text.records if r.id not in then_too))
    for then in text.versions:
        _freeze(dossier, then, today)
    submitted = {then.version.id: then.version.submitted_on for then in text.versions}
    answers = [r for r in of_versions if not isinstance(r, Version)]
    dossier.save(*(_dated(r, submitted) for r in answers))


def _dated(record: Record, submitted: dict[Id[Version], date | None]) -> Record:
    """A question without a date was asked when its version was submitted."""
    if isinstance(record, Assent) and record.table is TableAssent.SUBMITTED:
        return replace(record, table_on=record.table_on or submitted[record.version])
    return record


def _belongs_to_assent(record: Record) -> bool:
    return any(f.form is Form.PART_OF and f.type in LATER for f in fields_of(type(record)))


def _freeze(dossier: Dossier, then: Then, today: date) -> None:
    """Put the text back as it was, keep it, and bring the text of today back again."""
    document = dossier.get(Document, then.version.document)
    present = [r for id, _ in then.was if (r := dossier.named(id))]
    places = dossier.all(Inclusion, document=document.id)
    absent = [place for place in places if place.agreement in then.without]
    for id, values in then.was:
        record = dossier.named(id)
        assert record is not None
        dossier.save(replace(record, **values))
    dossier.delete(*absent)
    facts = Facts(dossier, then.version.submitted_on or today)
    document = dossier.get(Document, document.id)
    frozen = replace(
        then.version,
        content=dossier.keep(frozen_text(facts, document)),
        agreements=frozenset(a.id for a in included(facts, document)),
        mends=_whole(dossier, then.version),
    )
    asked = signatories(facts, document)
    dossier.save(*present, *absent, frozen)
    if not then.version.minor:
        dossier.save(*(_question(frozen, party.id) for party in asked))


def _whole(dossier: Dossier, version: Version) -> Id[Version] | None:
    """Version 1, of 1.1: its assent stays."""
    if not version.minor:
        return None
    earlier = dossier.all(Version, document=version.document, major=version.major, minor=0)
    return earlier[0].id if earlier else None


def _question(version: Version, party: str) -> Assent:
    return Assent(
        version=version.id,
        party=party,  # type: ignore[arg-type]
        table=TableAssent.SUBMITTED,
        table_on=version.submitted_on,
    )
