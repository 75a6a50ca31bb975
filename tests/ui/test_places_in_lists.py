"""What is new comes at the end of an ordered list, and no two things share a place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.charter import Principle
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party, RouteStep
from ozj_desktop.model.record import field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import new_item, new_thing
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages import parties_page, topics_page
from ozj_desktop.ui.pages.charter_page import CharterPage
from ozj_desktop.ui.pages.lists_page import ListsPage
from ozj_desktop.ui.pages.parties_page import ROUTE
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.inclusions import Inclusions
from ozj_desktop.ui.parts.pick_edit import New
from ozj_desktop.ui.record_page import RecordPage
from tests.ui.conftest import whole


def add_principle(qtbot: QtBot, desk: Desk) -> Callable[[str], None]:
    page = whole(CharterPage(desk, None))  # type: ignore[arg-type]
    qtbot.addWidget(page)

    def add(text: str) -> None:
        page.new.setText(text)
        qtbot.keyClick(page.new, Qt.Key.Key_Return)

    return add


def add_step(qtbot: QtBot, desk: Desk) -> Callable[[str], None]:
    table = PartTable(desk, ROUTE, "Route")
    qtbot.addWidget(table)
    party = desk.dossier.all(Party)[0]

    def add(text: str) -> None:
        table.show_owner(party)
        table.parts.take({(table.parts.rowCount() - 1, 2): text})

    return add


def add_on_page(spec: PageSpec) -> Callable[[QtBot, Desk], Callable[[str], None]]:
    def adder(qtbot: QtBot, desk: Desk) -> Callable[[str], None]:
        page = whole(RecordPage(desk, spec))
        qtbot.addWidget(page)
        return page.list.wanted.emit

    return adder


def add_inclusion(qtbot: QtBot, desk: Desk) -> Callable[[str], None]:
    document = Document(name="Convenant")
    desk.add(document)
    card = Inclusions(desk)
    qtbot.addWidget(card)

    def add(text: str) -> None:
        card.show_record(document, frozenset())
        card._pick.show_value(None)
        card._pick._show_as(New(text), text)
        card._add_typed()

    return add


def add_choice(_: QtBot, desk: Desk) -> Callable[[str], None]:
    return lambda text: desk.add(new_item(desk.dossier, "body", text))


WAYS = {
    Principle: add_principle,
    RouteStep: add_step,
    Inclusion: add_inclusion,
    Party: add_on_page(parties_page.SPEC),
    Topic: add_on_page(topics_page.SPEC),
    ListItem: add_choice,
}


@pytest.mark.parametrize("kind", WAYS, ids=lambda kind: kind.__name__)
def test_new_comes_last_also_after_deletes(qtbot: QtBot, desk: Desk, kind: type) -> None:
    add = WAYS[kind](qtbot, desk)
    before = {r.id for r in desk.dossier.all(kind)}
    for text in ("een", "twee", "drie"):
        add(text)
    found = [r for r in in_order(desk.dossier.all(kind)) if r.id not in before]
    desk.delete(found[1])
    add("vier")
    assert len(desk.dossier.all(kind)) == len(before) + 3
    ours = [r for r in in_order(desk.dossier.all(kind)) if r.id not in before]
    assert ours[0].id == found[0].id
    assert ours[1].id == found[2].id
    assert len({r.position for r in ours}) == 3
    if before:
        assert in_order(desk.dossier.all(kind))[-1].id == ours[-1].id


def test_pasted_rows_keep_their_order(qtbot: QtBot, desk: Desk) -> None:
    add_step(qtbot, desk)("een")
    table = PartTable(desk, ROUTE, "Route")
    qtbot.addWidget(table)
    table.show_owner(desk.dossier.all(Party)[0])
    QApplication.clipboard().setText("twee\ndrie\nvier")
    table.setCurrentIndex(table.parts.index(1, 2))
    table.paste()
    steps = in_order(desk.dossier.all(RouteStep))
    assert [s.remark for s in steps] == ["een", "twee", "drie", "vier"]
    assert len({s.position for s in steps}) == 4


def test_a_new_thing_in_a_field_comes_last_too(desk: Desk) -> None:
    desk.add(Topic(name="eerste", position=7))
    made = new_thing(desk.dossier, field_of(Agreement, "topic"), "tweede")
    assert isinstance(made, Topic)
    assert made.position == 8


def test_a_renamed_choice_keeps_its_code(desk: Desk) -> None:
    raad = ListItem(list="body", code="raad", label="gemeenteraad")
    desk.add(raad)
    desk.add(new_item(desk.dossier, "body", "Raad"))
    labels = {i.code: i.label for i in desk.dossier.all(ListItem, list="body")}
    assert labels["raad"] == "gemeenteraad"
    assert labels["raad_2"] == "Raad"


def test_a_choice_that_is_there_already_gets_the_focus(qtbot: QtBot, desk: Desk) -> None:
    raad = ListItem(list="party_kind", code="eigen_soort", label="Eigen soort")
    desk.add(raad)
    page = whole(ListsPage(desk, None))  # type: ignore[arg-type]
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    number = desk.dossier.count(ListItem)
    page.new.setText("eigen soort")
    qtbot.keyClick(page.new, Qt.Key.Key_Return)
    assert desk.dossier.count(ListItem) == number
    inner = page._items.row(raad.id)
    assert inner is not None
    qtbot.waitUntil(inner.hasFocus)
