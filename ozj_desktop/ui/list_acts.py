"""What is done with the things of a list: add one or many, copy, delete; one step each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ozj_desktop.errors import UserError
from ozj_desktop.model import words
from ozj_desktop.model.dutch import counted, number
from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.dossier import Dossier, Moments
from ozj_desktop.ui import pasted
from ozj_desktop.ui.much import Change
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.pasted import Draft
from ozj_desktop.ui.status import Tone

if TYPE_CHECKING:
    from ozj_desktop.ui.record_page import RecordPage

FREE = ("what", "text", "remark", "note")  # fields in which anything can be said


def dress(page: "RecordPage") -> None:
    """Give the list what things of this kind have, and what can be done with them."""
    desk, spec, shown = page.desk, page.spec, page.list
    shown.wanted.connect(partial(add, page))
    shown.pasted.connect(partial(take, page))
    shown.unwanted.connect(partial(delete, page))
    shown.copied.connect(partial(copy, page))
    shown.model.tip = desk.terms.tip
    shown.set_locked(not desk.writable)
    shown.filter.setPlaceholderText(spec.filter_hint)
    shown.model.reader = partial(spec.further, desk) if spec.further else None
    shown.view.table = partial(spec.table, desk) if spec.table else None
    if not desk.writable:
        return
    if spec.take_list:
        shown.take_lists()
    if spec.copies:
        shown.offer_copies()
    if shown.views and spec.list_commands:
        shown.views.more = partial(spec.list_commands, page)


def add(page: "RecordPage", text: str) -> None:
    """A new thing; it is shown, and the line is ready for the next."""
    record = _made(page, Draft(text), last_place(page.desk.dossier, page.spec.kind))
    page.list.message.hide()
    page.list.filter.clear()
    page.list.choose(record.id)
    try:
        page.desk.add(record)
    except UserError:
        page.list.new.setText(text)
        page.list.new.setModified(True)
        raise
    page.list.choose(record.id)


def take(page: "RecordPage", text: str) -> None:
    """What was pasted: one name, a list that the page has its own way with, or many things."""
    found = pasted.drafts(text)
    if len(found) == 1 and not found[0].rest:  # one line that only had breaks around it
        page.list.new.setText(found[0].name)
    elif page.spec.take_list and (len(found) > 1 or "\t" in text):
        page.spec.take_list(page, text)
    elif found:
        _ask_many(page, text, found)


def _ask_many(page: "RecordPage", text: str, found: Sequence[Draft]) -> None:
    """Say what would be made of it, before it is made."""
    kind = page.spec.kind
    if len(found) > pasted.MOST:
        page.list.message.say(
            Tone.ATTENTION,
            f"Dit zijn {number(len(found))} regels.",
            f"Plak er hooguit {number(pasted.MOST)} tegelijk. Er is niets toegevoegd; wat u "
            "plakte, staat nog op het klembord.",
            [_leave(page)],
        )
        return
    title = f"U plakt {counted(len(found), ('regel', 'regels'))}."
    told = f"Elke regel wordt een {kind.names[0]}: ‘{found[0].name[:60]}’ en zo verder."
    if len(found) == 1:
        title = f"Dit is lang voor een titel: {number(len(text))} tekens."
        told = f"Het begin wordt de titel; de rest komt bij ‘{_rest_label(page)}’."
    words = f"{counted(len(found), kind.names)} toevoegen"
    make = button(
        page.desk.theme, words, look="primary", size="small", do=partial(_add_many, page, found)
    )
    page.list.message.say(Tone.GOOD, title, told, [make, _leave(page)])


def _leave(page: "RecordPage") -> Any:
    def leave() -> None:
        page.list.message.hide()
        page.list.new.setFocus()

    return button(page.desk.theme, "Laat maar", look="quiet", size="small", do=leave)


def _add_many(page: "RecordPage", found: Sequence[Draft]) -> None:
    """All in one step; the last one is shown, and the line is ready for the next."""
    kind, dossier = page.spec.kind, page.desk.dossier
    place = last_place(dossier, kind)
    made = [
        _made(page, draft, {name: value + n for name, value in place.items()})
        for n, draft in enumerate(found)
    ]
    page.list.message.hide()
    page.list.filter.clear()
    with page.desk.step(words.added(kind, len(made))):
        dossier.save(*made)
    page.list.choose(made[-1].id)
    page.show_chosen()
    page.list.new.setFocus()


def _made(page: "RecordPage", draft: Draft, place: dict[str, Any]) -> Record:
    spec = page.spec
    if spec.make:
        made = replace(spec.make(page.desk, draft.name), **place)
    else:
        values: dict[str, Any] = {spec.name: draft.name}
        made = spec.kind(**values, **place)
    rest: dict[str, Any] = {_rest_field(page): draft.rest} if draft.rest else {}
    return replace(made, **rest) if rest else made


def _rest_field(page: "RecordPage") -> str:
    """Where the text goes that does not fit in the name; else it makes a long name."""
    fields = fields_of(page.spec.kind)
    texts = [f.name for f in fields if f.form is Form.TEXT and f.name != page.spec.name]
    return next((name for name in FREE if name in texts), (texts or [page.spec.name])[0])


def _rest_label(page: "RecordPage") -> str:
    name = _rest_field(page)
    return next(f.label for f in fields_of(page.spec.kind) if f.name == name)


def copy(page: "RecordPage", ids: Sequence[str]) -> None:
    """A copy beside each of these; the copies are chosen."""
    desk, kind, copies = page.desk, page.spec.kind, page.spec.copies
    made = list[str]()

    def work(records: Sequence[Record]) -> Iterator[None]:
        yield
        for record in copies(desk, records) if copies else ():
            desk.dossier.save(record)
            made.extend([record.id] if type(record) is kind else ())
            yield

    def show() -> None:
        page.list.choose_all(made)
        page.show_chosen()

    if records := (desk.things(kind, ids) if copies and desk.writable else []):
        label = words.copied(kind, len(records))
        desk.much("Kopiëren", label, len(records), work(records), show)


def delete(page: "RecordPage", ids: Sequence[str]) -> None:
    """Delete these; what comes after them is chosen. What others point at stays, and is named."""
    desk, records = page.desk, page.desk.things(page.spec.kind, ids)
    page.header.message.hide()
    sorted_out = Sorted([], [], UserError(""))
    looking = _sort_out(desk.dossier, records, sorted_out)
    desk.change(Change("Nakijken", len(records), looking, lambda: _delete(page, sorted_out)))


@dataclass
class Sorted:
    """What can be deleted together, what cannot, and why."""

    going: list[Record]
    kept: list[Record]
    why: UserError


def _delete(page: "RecordPage", found: Sorted) -> None:
    shown = [row.id for row in page.list.model.shown()]
    gone = {record.id for record in found.going}
    places = [n for n, id in enumerate(shown) if id in gone]
    after = [id for id in shown[max(places, default=-1) + 1 :] if id not in gone]
    before = [id for id in shown[: min(places, default=0)] if id not in gone]

    def show() -> None:
        page.list.choose((after or before[-1:] or [""])[0])
        if found.kept:
            page.list.choose_all([record.id for record in found.kept])
        page.show_chosen()
        if found.kept:
            page.say(found.why)

    if found.going:
        page.desk.delete(*found.going, then=show, refused=page.say)
    elif found.kept:
        page.say(found.why)


def _sort_out(dossier: Dossier, records: Sequence[Record], found: Sorted) -> Moments:
    try:
        yield from dossier.dooming(*records)
        found.going += records
        return
    except UserError as error:
        found.why = error
    for record in records:
        try:
            yield from dossier.dooming(record)
            found.going.append(record)
        except UserError:
            found.kept.append(record)
    if found.going:
        yield from _say_why(dossier, found)


def _say_why(dossier: Dossier, found: Sorted) -> Moments:
    """Of those that stay only; together, as they mostly stay for the same reason."""
    try:
        yield from dossier.dooming(*found.kept)
    except UserError as error:
        found.why = UserError(f"{error} De rest is verwijderd.")
