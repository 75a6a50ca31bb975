"""From a template and the answers to three questions to a dossier."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ozj_desktop.exchange.anew import anew
from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.exchange.pasted_parties import names_in, records_in
from ozj_desktop.exchange.templates import Template
from ozj_desktop.exchange.text_in import read_text
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.charter import Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.dossier import Dossier

AREA, TOWN = "gebied", "gemeente"  # between « and » the program fills these in itself
BLANK = re.compile(rf"(?:(\w+) )?«({AREA}|{TOWN})»")
UNNAMED = "Onze samenwerking"


@dataclass(frozen=True)
class Member:
    """A party for a new dossier; `key` is that in the template, or "" for one of the user's own."""

    key: str
    name: str
    kind: str = ""  # a code of the list party_kind


@dataclass(frozen=True)
class Answers:
    """What the three questions gave; nothing in it is needed."""

    name: str = ""
    area: str = ""
    area_kind: AreaKind = AreaKind.MUNICIPALITY
    starts_on: date | None = None
    ends_on: date | None = None
    members: tuple[Member, ...] = ()
    pasted: str = ""  # the list that some of them come from, with what else it tells


def usual_members(template: Template, today: date) -> list[Member]:
    """Who mostly takes part; names may hold a blank for the area."""
    codes: dict[str | None, str] = {item.id: item.code for item in starting_items()}
    text = read_text(template.path, today)
    names = {p.id: p for p in text.records if isinstance(p, Party)}
    return [Member(id, p.name, codes.get(p.kind, "")) for id, p in names.items()]


def period(template: Template, today: date) -> tuple[date | None, date | None]:
    """From when until when it mostly is, seen from today."""
    found = _one(read_text(template.path, today).records, Collaboration)
    return found.starts_on, found.ends_on


def named(template: Template, answers: Answers, today: date) -> str:
    """What the samenwerking is called: as answered, else as its document."""
    if answers.name:
        return answers.name
    documents = [r for r in read_text(template.path, today).records if isinstance(r, Document)]
    found = filled_line(documents[0].name, answers) if documents else ""
    if found and "«" not in found:
        return found
    return f"Samenwerking {answers.area}" if answers.area else UNNAMED


def make(template: Template, answers: Answers, target: Path, *, who: str, today: date) -> None:
    """A new dossier at `target`, in one go; raise UserError, and leave nothing, if it cannot be."""
    records = _answered(template, answers, today)
    dossier = Dossier.in_memory(target, who=who)
    try:
        with dossier.step("created", nature="final"):
            dossier.save(*starting_items(), *records)
            dossier.save(*records_in(dossier, answers.pasted, today))
        dossier.publish()
    except BaseException:
        dossier.close()
        raise


def _answered(template: Template, answers: Answers, today: date) -> list[Record]:
    records = read_text(template.path, today).records
    chosen = {member.key: member for member in answers.members if member.key}
    parties = [r for r in records if isinstance(r, Party)]
    gone: set[str] = {p.id for p in parties if p.id not in chosen}
    if not answers.area:
        gone |= {r.id for r in records if isinstance(r, Area)}
    told = {sort_key(name) for name in names_in(answers.pasted)}  # of these the list tells more
    members = [m for m in answers.members if not m.key and sort_key(m.name) not in told]
    own = [_party(member) for member in members]
    kept = [_with_answers(r, template, answers, chosen, today) for r in records]
    return _in_a_row([*anew(kept, gone), *own])


def _with_answers(
    record: Record,
    template: Template,
    answers: Answers,
    chosen: dict[str, Member],
    today: date,
) -> Record:
    period: dict[str, Any] = {"starts_on": answers.starts_on, "ends_on": answers.ends_on}
    match record:
        case Collaboration():
            return replace(record, name=named(template, answers, today), **period)
        case Area():
            return replace(record, name=answers.area, kind=answers.area_kind)
        case Party() if record.id in chosen:
            return _called(record, chosen[record.id].name, answers)
        case Vision() | Document():
            return filled(replace(record, **period), answers)
    return filled(record, answers)


def _called(usual: Party, name: str, answers: Answers) -> Party:
    """By the name that was given; our short name goes with our own name only."""
    ours = name == filled_line(usual.name, answers)
    return replace(usual, name=name, short_name=usual.short_name if ours else "")


def _party(member: Member) -> Party:
    """One of the user's own, with what its kind, or its name, tells."""
    probably = party_kinds().guess(member.name)
    code = member.kind or probably.kind
    if not code:
        return Party(name=member.name, domain=probably.domain)
    known = party_kinds().of(code)
    kind = item_id("party_kind", code)
    return Party(name=member.name, kind=kind, domain=known.domain, signs=known.signs)


def _in_a_row(records: list[Record]) -> list[Record]:
    places = iter(range(1, len(records) + 1))
    return [replace(r, position=next(places)) if isinstance(r, Party) else r for r in records]


# Blanks


def filled(record: Record, answers: Answers) -> Record:
    """With the area in its place. Without an area a line goes without; a text asks for it."""
    values: dict[str, Any] = {}
    for f in fields_of(type(record)):
        value = getattr(record, f.name)
        if f.form is Form.LINE and not isinstance(record, ListItem):
            values[f.name] = filled_line(value, answers)
        elif f.form is Form.TEXT and answers.area:
            values[f.name] = _filled(value, answers)
    return replace(record, **{n: v for n, v in values.items() if v != getattr(record, n)})


def filled_line(text: str, answers: Answers) -> str:
    """A name, with nothing where the area is not known."""
    return " ".join(_filled(text, answers).split())


def _filled(text: str, answers: Answers) -> str:
    town = answers.area if answers.area_kind is AreaKind.MUNICIPALITY else ""
    values = {AREA: answers.area, TOWN: town}

    def fill(found: re.Match[str]) -> str:
        before, value = found[1] or "", values[found[2]]
        if value.casefold().startswith(f"{before} ".casefold()):
            return value  # not "de regio Regio Oevermark"
        return f"{before} {value}" if before else value

    return BLANK.sub(fill, text)


def _one(records: Iterable[Record], kind: type[Any]) -> Any:
    return next(r for r in records if isinstance(r, kind))
