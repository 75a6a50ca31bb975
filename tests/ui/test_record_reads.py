"""An edit makes anew only the rows that it concerns, however many agreements there are."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.page_spec import PageSpec
from ozj_desktop.ui.pages import agreements_page, parties_page
from ozj_desktop.ui.record_page import RecordPage
from tests.ui.conftest import whole


class Watched:
    """A page that says which rows it read."""

    def __init__(self, qtbot: QtBot, desk: Desk, spec: PageSpec) -> None:
        self.read: list[frozenset[str] | None] = []
        self._rows = spec.rows
        self.page = whole(RecordPage(desk, replace(spec, rows=self.rows)))
        qtbot.addWidget(self.page)
        desk.dossier.on_change.append(self.page.heard)
        self.read.clear()

    def rows(self, desk: Desk, ids: Collection[str] | None) -> list[Row]:
        self.read.append(None if ids is None else frozenset(ids))
        return self._rows(desk, ids)

    def row(self, id: str) -> Row:
        found = self.page.list.model.row(id)
        assert found is not None
        return found


@pytest.fixture
def watched(qtbot: QtBot, desk: Desk) -> Watched:
    desk.add(Agreement(title="Een andere"))
    return Watched(qtbot, desk, agreements_page.SPEC)


def contribution(desk: Desk) -> Contribution:
    return desk.dossier.all(Contribution)[0]


def test_a_title_concerns_its_own_row(watched: Watched, desk: Desk, agreement: Agreement) -> None:
    desk.edit(agreement, {"title": "Twee plannen"})
    assert watched.read == [{agreement.id}]
    assert watched.row(agreement.id).title == "Twee plannen"


def test_what_a_party_does_concerns_no_row(watched: Watched, desk: Desk) -> None:
    desk.edit(contribution(desk), {"what": "nodigt uit"})
    assert watched.read == []


def test_who_leads_concerns_one_row(watched: Watched, desk: Desk, agreement: Agreement) -> None:
    desk.edit(contribution(desk), {"role": Role.PARTNER})
    assert watched.read == [{agreement.id}]
    assert "Lindebroek" not in watched.row(agreement.id).subtitle
    desk.dossier.undo()
    assert "Lindebroek" in watched.row(agreement.id).subtitle


def test_a_contribution_that_comes_or_goes_concerns_one_row(
    watched: Watched, desk: Desk, agreement: Agreement
) -> None:
    desk.delete(contribution(desk))
    assert watched.read == [{agreement.id}]
    assert watched.row(agreement.id).subtitle == ""
    desk.dossier.undo()
    assert watched.read == [{agreement.id}, {agreement.id}]
    assert "Lindebroek" in watched.row(agreement.id).subtitle


def test_the_name_of_a_party_concerns_all_rows_but_what_it_brings_none(
    watched: Watched, desk: Desk
) -> None:
    party = desk.dossier.all(Party)[0]
    desk.edit(party, {"brings": "tijd"})
    assert watched.read == []
    desk.edit(party, {"short_name": "Lind."})
    assert watched.read == [None]


def test_a_new_thing_beside_it_is_read_with_its_own_row(
    watched: Watched, desk: Desk, agreement: Agreement
) -> None:
    topic = Topic(name="Thuiszitten")
    desk.edit(agreement, {"topic": topic.id}, with_new=[topic])
    assert watched.read == [{agreement.id}]
    assert watched.row(agreement.id).groups[0][1] == "Thuiszitten"


def test_a_large_step_is_read_at_once(watched: Watched, desk: Desk) -> None:
    many = [Agreement(title=f"Afspraak {n}") for n in range(300)]
    desk.add(*many)
    assert watched.read == [None]
    assert watched.page.list.model.total() == 302


def test_a_party_counts_its_own_agreements(qtbot: QtBot, desk: Desk) -> None:
    watched = Watched(qtbot, desk, parties_page.SPEC)
    party = desk.dossier.all(Party)[0]
    desk.edit(party, {"name": "Gemeente Vlietmonde"})
    assert watched.read == [{party.id}]
    assert watched.row(party.id).subtitle == "1 afspraak"


def test_a_row_moves_without_making_the_list_anew(
    watched: Watched, desk: Desk, agreement: Agreement, qtbot: QtBot
) -> None:
    page: Any = watched.page
    page.list.order("naam")
    page.list.choose(agreement.id)
    with qtbot.assertNotEmitted(page.list.model.modelReset):
        desk.edit(agreement, {"title": "Zonder titel"})
        titles = [row.title for row in page.list.model.shown()]
        assert titles == ["Een andere", "Zonder titel"]
        desk.edit(agreement, {"title": "Aan tafel"})
    assert [row.title for row in page.list.model.shown()] == ["Aan tafel", "Een andere"]
    assert page.list.selected() == [agreement.id]
    assert page.list.current() == agreement.id
