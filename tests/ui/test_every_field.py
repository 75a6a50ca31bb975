"""Every field of every kind can be filled in somewhere on screen, or it is said here why not."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.errors import UserError
from ozj_desktop.model.compass import Block
from ozj_desktop.model.documents import Assent, Deviation, Document, TableAssent, Version
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Layer, Party, RouteStep
from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.compass.things import AT_HOME
from ozj_desktop.ui.pages.lists_page import Choice
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_form import RecordForm
from ozj_desktop.ui.record_header import RecordHeader

OTHERWISE = {
    "Vision.text": "written on the page of the charter",
    "Principle.text": "written on the page of the charter",
    "Principle.example": "written on the page of the charter",
    "Principle.position": "by the arrows of its list",
    "ListItem.label": "written on the page of lists",
    "ListItem.counts_as": "chosen on the page of lists",
    "ListItem.position": "by the arrows of its list",
    "ListItem.list": "what it is: a choice never moves to another list",
    "ListItem.code": "what it is: rules know it by its code",
    "Party.position": "by Alt and an arrow in the list, or the menu beside the name",
    "RouteStep.position": "by the arrows above its grid",
    "Inclusion.agreement": "chosen by typing in the list of a document",
    "Inclusion.position": "by the arrows of its list",
    "Document.stage": "by the buttons of versions: a step of its own",
    "Version.what": "asked when a text is submitted",
    "Version.reason": "asked when a text is submitted",
    "Version.major": "counted by the program",
    "Version.minor": "counted by the program",
    "Version.submitted_on": "the day on which it was done",
    "Version.content": "the text as it was, which nobody may change",
    "Version.agreements": "the agreements as they were",
    "Version.mends": "known from how it was made",
    "Assent.party": "the parties that were asked when the text was submitted",
    "Cycle.closed_on": "the day on which it was closed",
    "Cycle.picture": "how it stood then, which nobody may change",
    "Cycle.previous": "the turn from which it was begun",
    "BlockWork.block": "the block that is open",
    "BlockWork.state": "by the buttons beside the name of the block",
    "YouthFinding.position": "by the menu beside its name",
    "Ambition.position": "by the menu beside its name",
    "Outcome.position": "by the menu beside its name",
    "Indicator.position": "by the menu beside its name",
    "TheoryOfChange.position": "by the menu beside its name",
    "Activity.position": "by the menu beside its name",
    "LearningCard.position": "by the menu beside its name",
    "LearningCard.cycle": "the turn in which it was written",
    "Indicator.baseline_fixed_on": "by the button that adopts the baseline",
    "BaselineChange.was": "as it was before it was changed",
    "BaselineChange.was_period": "as it was before it was changed",
    "BaselineChange.on": "the day on which it was changed",
    "BaselineChange.reason": "asked when an adopted baseline is changed",
    "Measurement.area": "the row or the choice above the grid of figures",
    "ReviewMoment.closed_on": "the day on which it was closed",
    "FigureStory.recognise": "written in the story of a figure",
    "FigureStory.explain": "written in the story of a figure",
    "FigureStory.appreciate": "written in the story of a figure",
    "FigureStory.improve": "written in the story of a figure",
    "ToldStory.position": "by the arrows above its grid",
    "ReviewDecision.activity": "the row on which it is decided",
    "ReviewDecision.agreement": "the row on which it is decided",
    "ReviewDecision.verdict": "chosen in the card of decisions",
    "ReviewDecision.reason": "written in the card of decisions",
    "SetAside.signal": "known from the signal",
    "SetAside.about": "known from the signal",
    "SetAside.facts": "known from the signal",
    "SetAside.reason": "asked when a signal is set aside",
}


def on_screen(window: MainWindow) -> Iterator[str]:
    for place in PLACES:
        window.go(place.key)
        if place.key == "compass":
            yield from _of_the_compass(window)
        for widget in window.pages[place.key].findChildren(QWidget):
            yield from _fields(widget)


def _of_the_compass(window: MainWindow) -> Iterator[str]:
    """Each block, one thing of each kind, and the grid of all figures."""
    page: Any = window.pages["compass"]
    for block in Block:
        page.open_block(block)
    for kind in AT_HOME:
        window.go(window.desk.dossier.all(kind)[0].id)
    page.fill_in()
    yield from ()


def _fields(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, RecordForm):
        for card in widget.cards:
            yield from (f"{card._kind.__name__}.{name}" for name in card.names())
    elif isinstance(widget, RecordHeader):
        yield f"{widget._kind.__name__}.{widget._name}"
    elif isinstance(widget, PartTable):
        spec = widget.parts.spec
        yield from (f"{spec.kind.__name__}.{c.field}" for c in spec.columns if not c.locked)


def test_every_field_of_every_kind_can_be_edited_somewhere(window: MainWindow) -> None:
    shown = {*on_screen(window)} | OTHERWISE.keys()
    missing = [
        f"{kind.__name__}.{field.name}"
        for kind in KINDS
        for field in fields_of(kind)
        if field.form is not Form.PART_OF and f"{kind.__name__}.{field.name}" not in shown
    ]
    assert missing == []


def test_no_reason_is_given_for_what_is_no_field() -> None:
    known = {f"{kind.__name__}.{field.name}" for kind in KINDS for field in fields_of(kind)}
    assert OTHERWISE.keys() <= known


def newest(window: MainWindow) -> tuple[Any, Version]:
    """The card of versions of a paper on which parties gave an answer."""
    desk = window.desk
    document = next(d for d in desk.dossier.all(Document) if d.name == "Samen naar school")
    window.go(document.id)
    page: Any = window.page()
    return page._bodies[3], page._bodies[3]._version


def test_a_party_can_differ_on_one_agreement_of_the_version(window: MainWindow) -> None:
    card, version = newest(window)
    table, detail = card._tables["said"], card._details["said"]
    row = next(n for n, a in enumerate(table.parts.records) if a.table is TableAssent.AGREED)
    table.setCurrentIndex(table.parts.index(row, 0))
    given = table.parts.record(row)
    names = {words for _, words in detail.below.parts.options(0)}
    assert len(names) == len(version.agreements)
    wanted = sorted(names)[0]
    assert detail.below.parts.take({(detail.below.parts.rowCount() - 1, 0): wanted}).unread == 0
    made = window.desk.dossier.all(Deviation, assent=given.id)[0]
    assert window.desk.names.of(type(window.desk.dossier.named(made.agreement)), made.agreement)
    assert "behalve met afspraak" in table.parts.index(row, 1).data()
    outside = next(
        words
        for id, words in window.desk.names.options(detail.below.parts.fields[0])
        if id not in version.agreements
    )
    assert detail.below.parts.take({(detail.below.parts.rowCount() - 1, 0): outside}).unread == 1


def test_what_would_do_and_the_signed_sheet_belong_to_the_row(
    window: MainWindow, tmp_path: Any
) -> None:
    card, _ = newest(window)
    table = card._tables["said"]
    table.setCurrentIndex(table.parts.index(2, 0))
    given = table.parts.record(2)
    form = card._details["said"].form
    form.reveal("acceptable", focus=True)
    box = form.cards[0]._boxes["acceptable"]
    box.editor.setPlainText("Een bijdrage in uren.")
    box.editor.edited.emit()
    assert window.desk.dossier.get(Assent, given.id).acceptable == "Een bijdrage in uren."
    sheet = tmp_path / "blad.pdf"
    sheet.write_bytes(b"%PDF-1.7 getekend")
    signed = card._details["signed"]
    card._side.show_value("signed")
    card._show_side()
    card._tables["signed"].setCurrentIndex(card._tables["signed"].parts.index(2, 0))
    signed.form.reveal("signed_file", focus=True)
    signed.form.cards[0]._boxes["signed_file"].editor.take(sheet)
    kept = window.desk.dossier.get(Assent, given.id).signed_file
    assert kept is not None
    assert window.desk.dossier.blob(kept) == b"%PDF-1.7 getekend"
    editor = signed.form.cards[0]._boxes["signed_file"].editor
    editor.put(tmp_path / "terug.pdf")
    with pytest.raises(UserError, match="dossier"):
        editor.put(tmp_path / "ander.ozj")
    assert (tmp_path / "terug.pdf").read_bytes() == b"%PDF-1.7 getekend"


def test_the_mandate_of_a_person_is_below_the_people(window: MainWindow) -> None:
    contact = next(c for c in window.desk.dossier.all(Contact) if c.layer is not None)
    window.desk.edit(contact, {"mandate_limit": 500000})
    window.go(contact.party)
    page: Any = window.page()
    card = next(b for b in page._bodies if hasattr(b, "table"))
    table = card.table
    row = [r.id for r in table.parts.records].index(contact.id)
    table.setCurrentIndex(table.parts.index(row, 0))
    form = next(f for f in card.findChildren(RecordForm))
    assert {"mandate", "mandate_limit", "layer"} == form.cards[0].names()
    box = form.cards[0]._boxes["mandate_limit"]
    assert box.isVisibleTo(page)
    box = form.cards[0]._boxes["layer"]
    box.stored.emit("layer", Layer.MICRO, False)
    assert window.desk.dossier.get(Contact, contact.id).layer is Layer.MICRO


def test_a_choice_of_ones_own_counts_as_a_choice_that_rules_know(
    window: MainWindow, qtbot: QtBot
) -> None:
    own = ListItem(
        list="party_kind", code="speltherapeut", label="speltherapeut", counts_as="other"
    )
    window.desk.add(own)
    window.go(own.id)
    page: Any = window.page()
    inner = page._items.row(own.id)
    assert isinstance(inner, Choice)
    qtbot.waitUntil(lambda: inner.counts.isVisibleTo(page))
    assert inner.counts.text() == "overig"
    inner.counts.setText("jeugdhulpaanbieder")
    inner.counts._finish()
    assert window.desk.dossier.get(ListItem, own.id).counts_as == "youth_care"
    standard = next(i for i in window.desk.dossier.all(ListItem, list="party_kind") if i != own)
    assert not page._items.row(standard.id).counts.isVisibleTo(page)


def test_meetings_of_a_route_can_be_reordered(window: MainWindow, qtbot: QtBot) -> None:
    dossier = window.desk.dossier
    party = next(p for p in dossier.all(Party) if dossier.count(RouteStep, party=p.id) > 1)
    window.go(party.id)
    page: Any = window.page()
    tables = (b for b in page._bodies if hasattr(b, "table"))
    card = next(b for b in tables if b.table.parts.spec.kind is RouteStep)
    first = card.table.parts.record(0)
    card.table.setCurrentIndex(card.table.parts.index(0, 0))
    card._shifts[1].click()
    assert card.table.parts.record(1).id == first.id
    assert card.table.currentIndex().row() == 1
    dossier.undo()
    assert card.table.parts.record(0).id == first.id


@pytest.mark.parametrize("kind", [Topic])
def test_the_place_in_a_list_can_be_typed(window: MainWindow, kind: type[Record]) -> None:
    window.go(window.desk.dossier.all(kind)[0].id)
    page: Any = window.page()
    page._bodies[0].reveal("position", focus=True)
    assert QApplication.focusWidget() is page._bodies[0].cards[0]._boxes["position"].focusProxy()
